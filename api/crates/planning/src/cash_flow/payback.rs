//! When the money is back.

use super::present_value::TimedFlow;
use crate::figures::Reason;

/// The first time the running total, which was negative, is zero or more; linear between the two flows around it.
///
/// With discounted flows this is the discounted payback.
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
