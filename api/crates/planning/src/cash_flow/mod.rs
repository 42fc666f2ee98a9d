//! Capital budgeting: what flows of money over time are worth, and at which rates they break even.
//!
//! Money paid out is negative. Rates are fractions per period (0.1 is 10 %). Figures that cannot be known are null, with the reason.
//!
//! - [`present_value`]: NPV, XNPV, MIRR, profitability index, equivalent annuity
//! - [`roots`]: every IRR and XIRR, with brackets
//! - [`payback`]: payback and discounted payback
//! - [`time_value`]: the annuity equation and its five unknowns
//! - [`sensitivity`]: one factor at a time, tornado, break-even

pub mod payback;
pub mod present_value;
pub mod roots;
pub mod sensitivity;
pub mod time_value;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::amount::Amount;

/// A flow of money on a date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDatedFlow))]
#[serde(deny_unknown_fields)]
pub struct DatedFlow {
    /// When.
    pub date: NaiveDate,
    /// How much, in centimes; negative when paid out.
    pub amount: Amount,
}

/// A named part of the flows: the outlay, sales, wages. Sensitivity changes one at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningFlowComponent))]
#[serde(deny_unknown_fields)]
pub struct FlowComponent {
    /// Its name; unique.
    pub id: String,
    /// Its amounts by period, in centimes; negative when paid out. Periods after its last are zero.
    pub flows: Vec<Amount>,
}

/// Years between two dates as XNPV and XIRR count them: days / 365 (actual/365 fixed).
#[must_use]
pub fn years_between(from: NaiveDate, to: NaiveDate) -> f64 {
    (to - from).num_days() as f64 / 365.0
}

/// A finite number, or nothing.
#[must_use]
pub fn finite(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}
