//! What activities are planned to cost, and when: cost lines, their spread over working days, baselines.

mod baseline;
mod spread;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

pub use baseline::{Baseline, BaselineActivity, MAX_DAYS, Planned, PlannedCost, take};
pub use spread::spread;

/// How a cost line is laid over the dates of its activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningSpread))]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// Evenly over the working time from start to finish: each day in proportion to its working minutes.
    #[default]
    Linear,
    /// All on the first working day: paid in advance.
    Front,
    /// All on the last working day: paid on delivery.
    Back,
    /// On the dates and in the amounts of `parts`.
    Calendar,
}

/// One amount of a cost spread by calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningCostPart))]
#[serde(deny_unknown_fields)]
pub struct CostPart {
    /// When.
    pub date: NaiveDate,
    /// How much, in centimes.
    pub amount: i64,
}

/// A planned cost of an activity: a fixed `amount`, or `quantity` × `unit_price`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningCostLine))]
#[serde(deny_unknown_fields)]
pub struct CostLine {
    /// What it is for; not used by the engine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A fixed amount in centimes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// How many units; with `unit_price`, instead of `amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<f64>,
    /// Centimes per unit; the product is rounded to the centime.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<i64>,
    /// How it is laid over time; `linear` when absent.
    #[serde(default)]
    pub spread: Spread,
    /// The amounts by date of a cost spread by `calendar`; they must add up to the cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<CostPart>,
}

impl CostLine {
    /// The cost in centimes.
    ///
    /// # Errors
    /// [`CostError`], at `pointer`.
    pub fn total(&self, pointer: &str) -> Result<i64, CostError> {
        let total = match (self.amount, self.quantity, self.unit_price) {
            (Some(amount), None, None) => Some(amount),
            (None, Some(quantity), Some(price)) => crate::amount::round_to_centime(quantity * price as f64),
            _ => return Err(CostError::AmountMissing { pointer: pointer.to_owned() }),
        };
        let total = total.ok_or_else(|| CostError::Overflow { pointer: pointer.to_owned() })?;
        if total < 0 { Err(CostError::Negative { pointer: pointer.to_owned() }) } else { Ok(total) }
    }
}

/// A cost that cannot be planned; pointers are into the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostError {
    /// Neither an amount nor a quantity with its price, or both.
    AmountMissing {
        /// The cost line.
        pointer: String,
    },
    /// Less than zero.
    Negative {
        /// The cost line.
        pointer: String,
    },
    /// Beyond 92 million million dinars.
    Overflow {
        /// The field or list.
        pointer: String,
    },
    /// Parts by calendar that do not add up to the cost, or parts of a line that is not spread by calendar.
    PartsMismatch {
        /// The cost line.
        pointer: String,
        /// The cost.
        expected: i64,
        /// The sum of its parts.
        found: i64,
    },
    /// An activity with costs but without dates to lay them over.
    DatesMissing {
        /// The activity's place in the request.
        pointer: String,
        /// The activity.
        activity: String,
    },
    /// An activity that finishes before it starts, or lasts more than a hundred years.
    DatesReversed {
        /// The activity's place in the request.
        pointer: String,
        /// The activity.
        activity: String,
    },
    /// More working days of cost than the calculation accepts.
    TooManyDays {
        /// The list.
        pointer: String,
        /// The most it accepts.
        limit: usize,
    },
}

impl From<CostError> for Problem {
    fn from(error: CostError) -> Self {
        use CostError as E;
        match error {
            E::AmountMissing { pointer } => Self::new("amount_missing", pointer),
            E::Negative { pointer } => Self::new("negative_amount", pointer),
            E::Overflow { pointer } => Self::new("amount_overflow", pointer),
            E::PartsMismatch { pointer, expected, found } => {
                Self::new("parts_mismatch", pointer).with("expected", expected).with("found", found)
            }
            E::DatesMissing { pointer, activity } => Self::new("dates_missing", pointer).with("activity", activity),
            E::DatesReversed { pointer, activity } => Self::new("dates_reversed", pointer).with("activity", activity),
            E::TooManyDays { pointer, limit } => Self::new("too_many_entries", pointer).with("limit", limit),
        }
    }
}
