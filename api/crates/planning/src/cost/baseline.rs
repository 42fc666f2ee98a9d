//! The plan frozen: dates, budgets and time-phased costs, as a value that later changes of the plan do not touch.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CostError, CostLine, spread};
use crate::calendar::WorkingTime;

/// A cost on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningPlannedCost))]
#[serde(deny_unknown_fields)]
pub struct PlannedCost {
    /// The day.
    pub date: NaiveDate,
    /// Centimes.
    pub amount: i64,
}

/// One activity of a baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningBaselineActivity))]
#[serde(deny_unknown_fields)]
pub struct BaselineActivity {
    /// The activity.
    pub id: String,
    /// Its planned first day.
    pub start: NaiveDate,
    /// Its planned last day.
    pub finish: NaiveDate,
    /// Its budget at completion in centimes: the sum of `planned`.
    pub budget: i64,
    /// Its planned value by day, ascending.
    pub planned: Vec<PlannedCost>,
}

/// A plan frozen with its costs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningBaseline))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The activities.
    pub activities: Vec<BaselineActivity>,
}

/// Most days with a planned cost, over all activities.
pub const MAX_DAYS: usize = 2_000_000;

/// An activity as it is planned now.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The activity.
    pub id: &'a str,
    /// Its first day.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub finish: Option<NaiveDate>,
    /// Its costs.
    pub lines: &'a [CostLine],
}

/// Freezes activities as planned: every cost line laid over working days.
///
/// # Errors
/// [`CostError`], with pointers of the form `/activities/{i}/cost_lines/{j}`.
pub fn take(activities: &[Planned<'_>], calendar: &WorkingTime) -> Result<Baseline, CostError> {
    let mut days = 0;
    let mut frozen = Vec::with_capacity(activities.len());
    for (i, activity) in activities.iter().enumerate() {
        let pointer = format!("/activities/{i}");
        let (Some(start), Some(finish)) = (activity.start, activity.finish) else {
            return Err(CostError::DatesMissing { pointer, activity: activity.id.to_owned() });
        };
        if finish < start || (finish - start).num_days() > crate::calendar::SPAN_DAYS {
            return Err(CostError::DatesReversed { pointer, activity: activity.id.to_owned() });
        }
        let mut by_day: BTreeMap<NaiveDate, i64> = BTreeMap::new();
        let mut budget: i64 = 0;
        for (j, line) in activity.lines.iter().enumerate() {
            let pointer = format!("/activities/{i}/cost_lines/{j}");
            for cost in spread(line, start, finish, calendar, &pointer)? {
                let overflow = || CostError::Overflow { pointer: pointer.clone() };
                let day = by_day.entry(cost.date).or_insert(0);
                *day = day.checked_add(cost.amount).ok_or_else(overflow)?;
                budget = budget.checked_add(cost.amount).ok_or_else(overflow)?;
            }
        }
        days += by_day.len();
        if days > MAX_DAYS {
            return Err(CostError::TooManyDays { pointer: "/activities".into(), limit: MAX_DAYS });
        }
        let planned = by_day.into_iter().map(|(date, amount)| PlannedCost { date, amount }).collect();
        frozen.push(BaselineActivity { id: activity.id.to_owned(), start, finish, budget, planned });
    }
    Ok(Baseline { activities: frozen })
}
