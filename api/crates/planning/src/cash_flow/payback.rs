//! When the money is back.

use super::present_value::TimedFlow;
use crate::figures::Reason;

/// The first time the running total, which was negative, is zero or more; linear between the two flows around it.
///
/// # Errors
/// [`Reason::NoOutlay`] when the total is never negative, [`Reason::NeverPaidBack`] when it stays negative.
pub fn payback(flows: &[TimedFlow]) -> Result<f64, Reason> {
    let (mut total, mut before) = (0.0, None);
    for (time, amount) in flows {
        let next = total + amount;
        if let Some(start) = before
            && total < 0.0
            && next >= 0.0
        {
            return Ok(start + (time - start) * -total / amount);
        }
        total = next;
        before = Some(*time);
    }
    if total < 0.0 { Err(Reason::NeverPaidBack) } else { Err(Reason::NoOutlay) }
}

/// A present value of less is nothing in whole centimes.
const HALF_A_CENTIME: f64 = 0.5;
/// …and of so small a share of the money that moves it is what rounding leaves, in whatever unit the amounts are.
const ROUNDING: f64 = 1e-5;

/// The payback of discounted flows.
///
/// A present value that is nothing but for rounding is nothing here too: flows that are worth zero are paid back with the last of them, whether the last bits of
/// the sum fall on one side or the other.
///
/// # Errors
/// As [`payback`].
pub fn discounted_payback(discounted: &[TimedFlow]) -> Result<f64, Reason> {
    let last = discounted.iter().rev().find(|(_, amount)| *amount != 0.0);
    match (payback(discounted), last) {
        (Err(Reason::NeverPaidBack), Some((time, amount))) if *amount > 0.0 && is_nothing(discounted) => Ok(*time),
        (found, _) => found,
    }
}

fn is_nothing(discounted: &[TimedFlow]) -> bool {
    let value: f64 = discounted.iter().map(|(_, amount)| amount).sum();
    let moved: f64 = discounted.iter().map(|(_, amount)| amount.abs()).sum();
    value.abs() < HALF_A_CENTIME.min(ROUNDING * moved)
}
