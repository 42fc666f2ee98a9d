//! How much of an activity's budget its progress earns.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// How progress earns value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningProgressMethod))]
#[serde(rename_all = "snake_case")]
pub enum ProgressMethod {
    /// The reported percentage of the budget.
    #[default]
    Percent,
    /// Nothing until it is finished, then all.
    ZeroHundred,
    /// Half when it starts, the other half when it is finished.
    FiftyFifty,
    /// The weight of the milestones reached, over the weight of all.
    Milestones,
    /// Units done over units planned.
    Units,
}

/// Progress as reported on a date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningProgressReport))]
#[serde(deny_unknown_fields)]
pub struct ProgressReport {
    /// The date of the report.
    pub date: NaiveDate,
    /// Work done in percent, 0–100, for `percent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Units done in all, for `units`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<f64>,
}

/// A step of an activity that earns part of its budget.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningMilestone))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its share of the budget, in any unit; more than zero.
    pub weight: f64,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub achieved_on: Option<NaiveDate>,
}

/// The progress of an activity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress<'a> {
    /// How it earns value.
    pub method: ProgressMethod,
    /// Reports, in any order; the last one at or before a date counts.
    pub reports: &'a [ProgressReport],
    /// The milestones.
    pub milestones: &'a [Milestone],
    /// Units planned in all.
    pub units_planned: Option<f64>,
    /// When work began.
    pub actual_start: Option<NaiveDate>,
    /// When work ended.
    pub actual_finish: Option<NaiveDate>,
}

impl Progress<'_> {
    /// Checks every number.
    ///
    /// # Errors
    /// A [`Problem`] under `pointer`, the place of the activity.
    pub fn check(&self, pointer: &str, activity: &str) -> Result<(), Problem> {
        let wrong = |code, field: String| Err(Problem::new(code, format!("{pointer}{field}")).with("activity", activity));
        for (i, report) in self.reports.iter().enumerate() {
            if report.percent.is_some_and(|p| !(0.0..=100.0).contains(&p)) {
                return wrong("percent_out_of_range", format!("/progress/{i}/percent"));
            }
            if report.units.is_some_and(|u| u < 0.0) {
                return wrong("negative_amount", format!("/progress/{i}/units"));
            }
        }
        if let Some(i) = self.milestones.iter().position(|m| m.weight <= 0.0) {
            return wrong("out_of_range", format!("/milestones/{i}/weight"));
        }
        if self.method == ProgressMethod::Units && self.units_planned.is_none_or(|u| u <= 0.0) {
            return wrong("units_missing", "/units_planned".into());
        }
        if self.method == ProgressMethod::Milestones && self.milestones.is_empty() {
            return wrong("milestones_missing", "/milestones".into());
        }
        match (self.actual_start, self.actual_finish) {
            (Some(start), Some(finish)) if finish < start => wrong("actual_dates_reversed", "/actual_finish".into()),
            _ => Ok(()),
        }
    }

    /// The part of the budget earned by the end of a day, from 0 to 1.
    #[must_use]
    pub fn earned(&self, on: NaiveDate) -> f64 {
        let by = |date: Option<NaiveDate>| date.is_some_and(|d| d <= on);
        let last = |value: &dyn Fn(&ProgressReport) -> Option<f64>| {
            let known = self.reports.iter().filter(|r| r.date <= on && value(r).is_some());
            known.max_by_key(|r| r.date).and_then(value)
        };
        let percent = last(&|r| r.percent);
        let finished = by(self.actual_finish) || percent.is_some_and(|p| p >= 100.0);
        let part = match self.method {
            ProgressMethod::Percent => percent.map_or(f64::from(u8::from(finished)), |p| p / 100.0),
            ProgressMethod::ZeroHundred => f64::from(u8::from(finished)),
            ProgressMethod::FiftyFifty => {
                let begun = by(self.actual_start) || percent.is_some_and(|p| p > 0.0);
                f64::from(u8::from(begun || finished)) / 2.0 + f64::from(u8::from(finished)) / 2.0
            }
            ProgressMethod::Milestones => {
                let all: f64 = self.milestones.iter().map(|m| m.weight).sum();
                let reached: f64 = self.milestones.iter().filter(|m| by(m.achieved_on)).map(|m| m.weight).sum();
                reached / all
            }
            ProgressMethod::Units => last(&|r| r.units).unwrap_or(0.0) / self.units_planned.unwrap_or(f64::INFINITY),
        };
        // Doing more than planned earns the budget, not more.
        part.clamp(0.0, 1.0)
    }
}
