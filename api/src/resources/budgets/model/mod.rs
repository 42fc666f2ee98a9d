//! Cost lines, reports and how the engine is asked. Pure.

pub mod standing;

use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::activities;
use chrono::NaiveDate;
use planning::cost;
use planning::problem::Problem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A cost line.
    CostLineId);
crate::id_type!(/// A progress report.
    ReportId);
crate::id_type!(/// An explanation.
    ExplanationId);

/// Most cost lines of a project.
pub const MOST_LINES: usize = 5_000;

crate::text_enum! {
    /// How a cost is laid over the dates of its activity.
    pub enum Spread {
        /// Evenly over working days.
        Linear = "linear",
        /// On the first working day.
        Front = "front",
        /// On the last working day.
        Back = "back",
        /// On the dates of `parts`.
        Calendar = "calendar",
    }
}

crate::text_enum! {
    /// Which variance.
    pub enum Variance {
        /// Of cost.
        Cost = "cost",
        /// Of time.
        Schedule = "schedule",
    }
}

/// A part of a cost on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedCost {
    /// When.
    pub date: NaiveDate,
    /// How much.
    pub amount: Money,
}

/// What can be written of a cost line: a fixed `amount`, or `quantity` × `unit_price`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CostLineInput {
    /// Which line this is, when many are written at once; made by the server for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CostLineId>,
    /// The activity it belongs to.
    pub activity_id: activities::Id,
    /// What it is for.
    pub label: Text,
    /// A fixed amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// How many units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0.0, maximum = 1_000_000_000.0)]
    pub quantity: Option<f64>,
    /// What a unit is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 40)]
    pub unit: Option<String>,
    /// What a unit costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Money>,
    /// How it is laid over time.
    #[serde(default = "linear")]
    pub spread: Spread,
    /// The amounts by date of a cost spread by `calendar`; they add up to the cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub parts: Vec<DatedCost>,
}

fn linear() -> Spread {
    Spread::Linear
}

impl CostLineInput {
    /// The line as the engine knows it.
    pub fn line(&self) -> cost::CostLine {
        let part = |part: &DatedCost| cost::CostPart { date: part.date, amount: part.amount.amount };
        cost::CostLine {
            label: None,
            amount: self.amount.map(|money| money.amount),
            quantity: self.quantity,
            unit_price: self.unit_price.map(|money| money.amount),
            spread: match self.spread {
                Spread::Linear => cost::Spread::Linear,
                Spread::Front => cost::Spread::Front,
                Spread::Back => cost::Spread::Back,
                Spread::Calendar => cost::Spread::Calendar,
            },
            parts: self.parts.iter().map(part).collect(),
        }
    }

    /// The cost in centimes.
    ///
    /// # Errors
    /// The engine's problem, its pointer inside the line.
    pub fn total(&self) -> Result<i64, Problem> {
        let total = self.line().total("").map_err(Problem::from).map_err(|problem| match problem.code {
            "amount_missing" => Problem { pointer: "/amount".into(), ..problem },
            "negative_amount" if problem.pointer.is_empty() => {
                let field = if self.amount.is_some() { "/amount" } else { "/unit_price" };
                Problem { pointer: field.into(), ..problem }
            }
            _ => problem,
        })?;
        let parts = self.parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.amount.amount));
        let fits = if self.spread == Spread::Calendar { parts == Some(total) } else { self.parts.is_empty() };
        if fits {
            Ok(total)
        } else {
            Err(Problem::new("parts_mismatch", "/parts").with("expected", total).with("found", parts.unwrap_or(i64::MAX)))
        }
    }
}

/// A cost line as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptLine {
    /// Identifier.
    pub id: CostLineId,
    /// Version of the line.
    pub version: i64,
    /// Its content, `id` included.
    pub content: CostLineInput,
}

/// The cost lines of a project.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// In their order.
    pub lines: Vec<KeptLine>,
}

/// How far an activity is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityProgress {
    /// The activity.
    pub activity_id: activities::Id,
    /// Work done in per cent: given where the activity is measured so, and in every answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0.0, maximum = 100.0)]
    pub percent: Option<f64>,
    /// Units done in all, where the activity is measured in units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0.0, maximum = 1_000_000_000.0)]
    pub units: Option<f64>,
    /// Codes of the steps reached, where the activity is measured by steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 50)]
    pub steps: Vec<String>,
    /// When work began. An activity measured 0/100 or 50/50 has not begun without it, unless a share of it is said; of others the date that is known stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<NaiveDate>,
    /// When work ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<NaiveDate>,
}

/// Money spent on an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActualCost {
    /// The activity.
    pub activity_id: activities::Id,
    /// How much; negative to correct an earlier one.
    pub amount: Money,
    /// When; the report's date when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What for, or the number of the invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300)]
    pub label: Option<String>,
}

/// What can be written of a progress report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgressReportInput {
    /// The day it is about.
    pub date: NaiveDate,
    /// How far activities are; those not listed stay as they were. The latest report that lists an activity holds.
    #[serde(default)]
    #[schema(max_items = 2000)]
    pub progress: Vec<ActivityProgress>,
    /// What was spent since the last report.
    #[serde(default)]
    #[schema(max_items = 1000)]
    pub costs: Vec<ActualCost>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 5000)]
    pub note: Option<String>,
}

/// The name of an activity at the time of a baseline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BaselineName {
    /// The activity: the `id` in the plan.
    pub id: activities::Id,
    /// Its code.
    pub code: String,
    /// Its names.
    pub name: Text,
}

/// A frozen plan as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Frozen {
    /// The activities by name.
    pub names: Vec<BaselineName>,
    /// The plan.
    pub plan: cost::Baseline,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn line() -> CostLineInput {
        CostLineInput {
            id: None,
            activity_id: activities::Id(uuid::Uuid::nil()),
            label: Text { ar: "صوف".into(), fr: None, en: None },
            amount: None,
            quantity: Some(2.5),
            unit: Some("kg".into()),
            unit_price: Some(Money::centimes(120_001)),
            spread: Spread::Linear,
            parts: Vec::new(),
        }
    }

    #[test]
    fn a_quantity_at_a_price_is_rounded_to_the_centime() {
        assert_eq!(line().total().unwrap(), 300_003);
    }

    #[test]
    fn an_amount_and_a_quantity_are_too_much_and_neither_is_too_little() {
        let both = CostLineInput { amount: Some(Money::centimes(5)), ..line() };
        let neither = CostLineInput { quantity: None, unit_price: None, ..line() };
        for wrong in [both, neither] {
            let problem = wrong.total().unwrap_err();
            assert_eq!((problem.code, problem.pointer.as_str()), ("amount_missing", "/amount"));
        }
    }

    #[test]
    fn parts_by_calendar_add_up() {
        let part = |amount| DatedCost { date: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(), amount: Money::centimes(amount) };
        let spread = |parts| CostLineInput { spread: Spread::Calendar, parts, ..line() };
        assert!(spread(vec![part(300_000), part(3)]).total().is_ok());
        assert_eq!(spread(vec![part(300_000)]).total().unwrap_err().code, "parts_mismatch");
        assert_eq!(CostLineInput { parts: vec![part(1)], ..line() }.total().unwrap_err().pointer, "/parts");
    }
}
