//! The annuity equation pv·(1+r)ⁿ + pmt·(1+r·w)·((1+r)ⁿ − 1)/r + fv = 0 and its unknowns, with the signs of the spreadsheets:
//! money paid out is negative; w is 0 when payments fall at the end of a period, 1 at its beginning.

use serde::{Deserialize, Serialize};

use super::finite;
use crate::figures::Reason;

/// When a payment falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningWhen))]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// At the end of each period.
    #[default]
    End,
    /// At the beginning of each period.
    Begin,
}

impl When {
    fn weight(self) -> f64 {
        match self {
            Self::End => 0.0,
            Self::Begin => 1.0,
        }
    }
}

/// A function of the time value of money to evaluate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningTimeValue))]
#[serde(tag = "function", rename_all = "snake_case", deny_unknown_fields)]
pub enum TimeValue {
    /// Present value.
    Pv {
        /// Rate per period.
        rate: f64,
        /// Number of periods.
        nper: f64,
        /// Payment of each period.
        #[serde(default)]
        pmt: f64,
        /// Value at the end.
        #[serde(default)]
        fv: f64,
        /// When payments fall.
        #[serde(default)]
        when: When,
    },
    /// Future value.
    Fv {
        /// Rate per period.
        rate: f64,
        /// Number of periods.
        nper: f64,
        /// Payment of each period.
        #[serde(default)]
        pmt: f64,
        /// Value at the beginning.
        #[serde(default)]
        pv: f64,
        /// When payments fall.
        #[serde(default)]
        when: When,
    },
    /// Payment of each period.
    Pmt {
        /// Rate per period.
        rate: f64,
        /// Number of periods.
        nper: f64,
        /// Value at the beginning.
        #[serde(default)]
        pv: f64,
        /// Value at the end.
        #[serde(default)]
        fv: f64,
        /// When payments fall.
        #[serde(default)]
        when: When,
    },
    /// Number of periods.
    Nper {
        /// Rate per period.
        rate: f64,
        /// Payment of each period.
        #[serde(default)]
        pmt: f64,
        /// Value at the beginning.
        #[serde(default)]
        pv: f64,
        /// Value at the end.
        #[serde(default)]
        fv: f64,
        /// When payments fall.
        #[serde(default)]
        when: When,
    },
    /// Rate per period; of several, the one nearest to 10 %.
    Rate {
        /// Number of periods.
        nper: f64,
        /// Payment of each period.
        #[serde(default)]
        pmt: f64,
        /// Value at the beginning.
        #[serde(default)]
        pv: f64,
        /// Value at the end.
        #[serde(default)]
        fv: f64,
        /// When payments fall.
        #[serde(default)]
        when: When,
    },
    /// Equivalent rate of growth from `pv` to `fv`: (fv/pv)^(1/n) − 1.
    Rri {
        /// Number of periods.
        nper: f64,
        /// Value at the beginning.
        pv: f64,
        /// Value at the end.
        fv: f64,
    },
    /// Periods to grow from `pv` to `fv`: ln(fv/pv) / ln(1 + r).
    Pduration {
        /// Rate per period.
        rate: f64,
        /// Value at the beginning.
        pv: f64,
        /// Value at the end.
        fv: f64,
    },
}

/// Evaluates a function.
///
/// # Errors
/// [`Reason::NoSolution`] when the equation has none, [`Reason::RateAtMinusOne`] at −100 % and below.
pub fn evaluate(query: &TimeValue) -> Result<f64, Reason> {
    let value = match *query {
        TimeValue::Pv { rate, nper, pmt, fv, when } => {
            let (growth, annuity) = factors(rate, nper, when)?;
            -(fv + pmt * annuity) / growth
        }
        TimeValue::Fv { rate, nper, pmt, pv, when } => {
            let (growth, annuity) = factors(rate, nper, when)?;
            -(pv * growth + pmt * annuity)
        }
        TimeValue::Pmt { rate, nper, pv, fv, when } => {
            let (growth, annuity) = factors(rate, nper, when)?;
            -(pv * growth + fv) / annuity
        }
        TimeValue::Nper { rate, pmt, pv, fv, when } => periods(rate, pmt, pv, fv, when)?,
        TimeValue::Rate { nper, pmt, pv, fv, when } => {
            return solve_rate(|rate| match factors(rate, nper, when) {
                Ok((growth, annuity)) => pv * growth + pmt * annuity + fv,
                Err(_) => f64::NAN,
            });
        }
        TimeValue::Rri { nper, pv, fv } => {
            let ratio = fv / pv;
            if nper <= 0.0 || pv == 0.0 || ratio < 0.0 {
                return Err(Reason::NoSolution);
            }
            ratio.powf(1.0 / nper) - 1.0
        }
        TimeValue::Pduration { rate, pv, fv } => {
            if rate <= 0.0 || pv <= 0.0 || fv <= 0.0 {
                return Err(Reason::NoSolution);
            }
            (fv / pv).ln() / rate.ln_1p()
        }
    };
    finite(value).ok_or(Reason::NoSolution)
}

/// (1+r)ⁿ and (1+r·w)·((1+r)ⁿ − 1)/r.
fn factors(rate: f64, nper: f64, when: When) -> Result<(f64, f64), Reason> {
    if rate <= -1.0 {
        return Err(Reason::RateAtMinusOne);
    }
    if rate == 0.0 {
        return Ok((1.0, nper));
    }
    let growth_less_one = (nper * rate.ln_1p()).exp_m1();
    Ok((growth_less_one + 1.0, (1.0 + rate * when.weight()) * growth_less_one / rate))
}

fn periods(rate: f64, pmt: f64, pv: f64, fv: f64, when: When) -> Result<f64, Reason> {
    if rate <= -1.0 {
        return Err(Reason::RateAtMinusOne);
    }
    if rate == 0.0 {
        return if pmt == 0.0 { Err(Reason::NoSolution) } else { Ok(-(pv + fv) / pmt) };
    }
    let payment = pmt * (1.0 + rate * when.weight());
    let ratio = (payment - fv * rate) / (payment + pv * rate);
    if ratio > 0.0 { Ok(ratio.ln() / rate.ln_1p()) } else { Err(Reason::NoSolution) }
}

/// Every change of sign on a grid of δ = ln(1+r), refined by bisection; the root nearest to 10 %.
fn solve_rate(f: impl Fn(f64) -> f64) -> Result<f64, Reason> {
    const LOW: f64 = -13.8; // −99.9999 %
    const STEP: f64 = 1.0 / 64.0;
    let at = |k: u32| (LOW + f64::from(k) * STEP).exp_m1();
    let mut best: Option<f64> = None;
    let mut previous = (at(0), f(at(0)));
    for k in 1..1800 {
        let next = (at(k), f(at(k)));
        if previous.1 == 0.0 || (previous.1.is_finite() && next.1.is_finite() && previous.1 * next.1 < 0.0) {
            let root = if previous.1 == 0.0 { previous.0 } else { bisect(&f, previous, next.0) };
            if best.is_none_or(|b| (root - 0.1).abs() < (b - 0.1).abs()) {
                best = Some(root);
            }
        }
        previous = next;
    }
    best.ok_or(Reason::NoSolution)
}

fn bisect(f: &impl Fn(f64) -> f64, low: (f64, f64), high: f64) -> f64 {
    let (mut from, sign, mut to) = (low.0, low.1.signum(), high);
    for _ in 0..200 {
        let middle = f64::midpoint(from, to);
        if middle <= from || middle >= to {
            break;
        }
        let value = f(middle);
        if value == 0.0 {
            return middle;
        }
        if value.signum() == sign { from = middle } else { to = middle }
    }
    f64::midpoint(from, to)
}
