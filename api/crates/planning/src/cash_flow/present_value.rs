//! Discounting.

use super::finite;
use crate::figures::Reason;

/// A flow at a time: periods or years from the origin.
pub type TimedFlow = (f64, f64);

/// Net present value: Σ aₜ / (1 + r)^(t + `first_period`), t = 0, 1, …
///
/// `first_period` 0 is the textbook convention (the first flow is today), 1 that of the spreadsheets' NPV.
///
/// # Errors
/// [`Reason::RateAtMinusOne`], or [`Reason::TooLarge`].
pub fn npv(rate: f64, flows: &[f64], first_period: u32) -> Result<f64, Reason> {
    discounted(rate, flows, first_period).map(|d| d.iter().sum()).and_then(check)
}

/// Each flow discounted to today.
///
/// # Errors
/// As [`npv`].
pub fn discounted(rate: f64, flows: &[f64], first_period: u32) -> Result<Vec<f64>, Reason> {
    if rate == -1.0 {
        return Err(Reason::RateAtMinusOne);
    }
    let base = 1.0 + rate;
    // 0 / 0 at extreme rates: no money is worth nothing at any rate.
    let term = |(t, a): (i32, &f64)| if *a == 0.0 { 0.0 } else { a / base.powi(t) };
    let first = i32::try_from(first_period).unwrap_or(0);
    let terms: Vec<f64> = (first..).zip(flows).map(term).collect();
    if terms.iter().all(|t| t.is_finite()) { Ok(terms) } else { Err(Reason::TooLarge) }
}

/// Net present value of dated flows: Σ a / (1 + r)^t, t in years of 365 days from the origin.
///
/// # Errors
/// [`Reason::RateAtMinusOne`] at −100 % and below, or [`Reason::TooLarge`].
pub fn xnpv(rate: f64, flows: &[TimedFlow]) -> Result<f64, Reason> {
    if rate <= -1.0 {
        return Err(Reason::RateAtMinusOne);
    }
    check(flows.iter().map(|(t, a)| a / (1.0 + rate).powf(*t)).sum())
}

fn check(x: f64) -> Result<f64, Reason> {
    finite(x).ok_or(Reason::TooLarge)
}

/// Modified internal rate of return: (FV of inflows at the reinvestment rate / PV of outflows at the finance rate)^(1/n) − 1,
/// n the number of periods between the first and the last flow.
///
/// # Errors
/// [`Reason::NoSignChange`] when every flow has the same sign, [`Reason::NoSolution`] when the ratio has no real root.
pub fn mirr(flows: &[f64], finance_rate: f64, reinvest_rate: f64) -> Result<f64, Reason> {
    let inflow: Vec<f64> = flows.iter().map(|a| a.max(0.0)).collect();
    let outflow: Vec<f64> = flows.iter().map(|a| a.min(0.0)).collect();
    if inflow.iter().all(|a| *a == 0.0) || outflow.iter().all(|a| *a == 0.0) {
        return Err(Reason::NoSignChange);
    }
    let periods = flows.len() as f64 - 1.0;
    let future = npv(reinvest_rate, &inflow, 0)? * (1.0 + reinvest_rate).powf(periods);
    let present = -npv(finance_rate, &outflow, 0)?;
    let ratio = future / present;
    if ratio.is_nan() || ratio < 0.0 {
        return Err(Reason::NoSolution);
    }
    check(ratio.powf(1.0 / periods) - 1.0)
}

/// Profitability index: 1 + NPV / outlay, the outlay being the first flow.
///
/// # Errors
/// [`Reason::NoOutlay`] when the first flow is not negative.
pub fn profitability_index(npv: f64, discounted: &[f64]) -> Result<f64, Reason> {
    match discounted.first() {
        Some(first) if *first < 0.0 => check(1.0 + npv / -first),
        _ => Err(Reason::NoOutlay),
    }
}

/// Benefit–cost ratio: present value of all inflows / present value of all outflows.
///
/// # Errors
/// [`Reason::NoOutlay`] without outflow.
pub fn benefit_cost_ratio(flows: &[f64], discounted: &[f64]) -> Result<f64, Reason> {
    // From 0.0: an empty sum of floats is -0.0.
    let part = |sign: f64| 0.0 + flows.iter().zip(discounted).filter(|(a, _)| **a * sign > 0.0).map(|(_, d)| d).sum::<f64>();
    let cost = -part(-1.0);
    if cost > 0.0 { check(part(1.0) / cost) } else { Err(Reason::NoOutlay) }
}

/// Equivalent annuity: the equal flow at the end of each of `periods` periods worth as much as the NPV:
/// NPV · r / (1 − (1 + r)^−n), or NPV / n at r = 0.
///
/// # Errors
/// [`Reason::MissingInput`] without a period, [`Reason::RateAtMinusOne`].
pub fn equivalent_annuity(npv: f64, rate: f64, periods: u32) -> Result<f64, Reason> {
    if periods == 0 {
        return Err(Reason::MissingInput);
    }
    if rate == 0.0 {
        return Ok(npv / f64::from(periods));
    }
    if rate == -1.0 {
        return Err(Reason::RateAtMinusOne);
    }
    let n = i32::try_from(periods).map_err(|_| Reason::TooLarge)?;
    check(npv * rate / (1.0 - (1.0 + rate).powi(-n)))
}
