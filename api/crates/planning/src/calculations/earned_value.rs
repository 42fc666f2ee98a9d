//! `POST /api/v1/calculations/earned-value`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::earned_value_project;
use crate::amount::Amount;
use crate::calendar::Calendar;
use crate::cost::{Baseline, CostLine};
use crate::earned_value::metrics::Inputs;
use crate::earned_value::time::TimeInputs;
use crate::earned_value::{CostFigures, Milestone, ProgressMethod, ProgressReport, TimeFigures, cost_figures, time_figures};
use crate::figures::Reason;
use crate::problem::Problem;

/// Most activities.
pub const MAX_EV_ACTIVITIES: usize = 5_000;
/// Most cost lines, reports, actual costs or milestones of one activity, each.
pub const MAX_EV_ENTRIES: usize = 1_000;
/// Most periods of a snapshot's planned value, or of the table by period.
pub const MAX_EV_PERIODS: usize = 4_000;

/// Earned value of a project described in full (`activities`, or a `baseline` and their progress), of the bare figures of a
/// `snapshot`, or both. At most 5,000 activities with 1,000 cost lines, reports, costs and milestones each, and 4,000 periods.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValueRequest {
    /// Bare figures, when they are already known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<Snapshot>,
    /// The activities, planned and done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<EarnedValueActivity>,
    /// The plan to measure against; the activities as they are planned now when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// The day the figures are for, included. Needed with activities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_date: Option<NaiveDate>,
    /// The project's calendar: planned value falls on working days, and earned schedule is counted in them.
    #[serde(default)]
    pub calendar: Calendar,
    /// The periods of the table and of the S-curve; `month` when absent.
    #[serde(default)]
    pub period: PeriodKind,
    /// Variances beyond this many percent are listed in `variances`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold_percent: Option<f64>,
}

/// Bare figures at a date. All amounts are in one unit, all times in periods or in the unit of `period_length`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningSnapshot))]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Planned value; read from `pv_cumulative` at the actual time when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pv: Option<Amount>,
    /// Earned value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ev: Option<Amount>,
    /// Actual cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ac: Option<Amount>,
    /// Budget at completion; the last of `pv_cumulative` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bac: Option<Amount>,
    /// Cumulative planned value at the end of each period; zero at time 0. Needed for earned schedule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pv_cumulative: Vec<Amount>,
    /// How long one period lasts, in the unit of `at` and `pd`; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_length: Option<f64>,
    /// Actual time: how long ago the project started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<f64>,
    /// Planned duration; the number of periods when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pd: Option<f64>,
}

/// An activity with its plan, its progress and what it cost.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EarnedValueActivity {
    /// Its name; unique.
    pub id: String,
    /// Its planned first day; not needed with a baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// Its planned last day; not needed with a baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<NaiveDate>,
    /// Its planned costs; not used with a baseline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cost_lines: Vec<CostLine>,
    /// How progress earns value; `percent` when absent.
    #[serde(default)]
    pub method: ProgressMethod,
    /// Progress reports, for `percent` and `units`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub progress: Vec<ProgressReport>,
    /// Steps that earn value, for `milestones`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// Units planned in all, for `units`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units_planned: Option<f64>,
    /// When work began, for `fifty_fifty`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<NaiveDate>,
    /// When work ended, for `zero_hundred` and `fifty_fifty`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<NaiveDate>,
    /// What it cost, by date. An empty list means that costs are not known, not that they are zero.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actual_costs: Vec<ActualCost>,
}

/// Money spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningActualCost))]
#[serde(deny_unknown_fields)]
pub struct ActualCost {
    /// When.
    pub date: NaiveDate,
    /// How much, in centimes; negative to correct an earlier one.
    pub amount: i64,
}

/// How long the periods of the table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningPeriodKind))]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// One civil day.
    Day,
    /// Sunday to Saturday.
    Week,
    /// A calendar month.
    #[default]
    Month,
}

/// Figures at one level: money and time.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EarnedValueFigures {
    /// Figures of cost and schedule in money.
    pub cost: CostFigures,
    /// Figures of time: in periods for a snapshot, in working days of the project's calendar otherwise.
    pub time: TimeFigures,
}

/// Figures of one activity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ActivityEarnedValue {
    /// The activity.
    pub id: String,
    /// Part of its budget earned, 0–100.
    pub percent_earned: f64,
    /// Its figures.
    pub figures: EarnedValueFigures,
}

/// One period of the table: a point of the S-curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PeriodEarnedValue {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Planned value of the period.
    pub pv: i64,
    /// Earned value of the period; null after the status date.
    pub ev: Option<i64>,
    /// Actual cost of the period; null after the status date or without any actual cost.
    pub ac: Option<i64>,
    /// Cumulative planned value at its end.
    pub cumulative_pv: i64,
    /// Cumulative earned value at its end, or at the status date inside it.
    pub cumulative_ev: Option<i64>,
    /// Cumulative actual cost at its end, or at the status date inside it.
    pub cumulative_ac: Option<i64>,
    /// Figures from the cumulative values; null after the status date.
    pub figures: Option<CostFigures>,
}

/// Which variance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningVarianceKind))]
#[serde(rename_all = "snake_case")]
pub enum VarianceKind {
    /// Cost variance, in percent of earned value.
    Cost,
    /// Schedule variance, in percent of planned value.
    Schedule,
}

/// A variance beyond the threshold, to be explained.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VarianceToExplain {
    /// The activity; null for the project.
    pub activity: Option<String>,
    /// Which variance.
    pub kind: VarianceKind,
    /// CV or SV, in centimes.
    pub amount: i64,
    /// In percent.
    pub percent: f64,
}

/// A project in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProjectEarnedValue {
    /// The day the figures are for.
    pub status_date: NaiveDate,
    /// Planned first day.
    pub planned_start: NaiveDate,
    /// Planned last day.
    pub planned_finish: NaiveDate,
    /// The working day the project ends on if IEAC(t) holds; null when it is not known or more than a hundred years away.
    pub forecast_finish: Option<NaiveDate>,
    /// Figures of the project: every PV, EV and AC is the sum over its activities.
    pub project: EarnedValueFigures,
    /// Figures by activity: those of the request, then those of the baseline alone.
    pub activities: Vec<ActivityEarnedValue>,
    /// The table by period.
    pub periods: Vec<PeriodEarnedValue>,
    /// Variances beyond the threshold.
    pub variances: Vec<VarianceToExplain>,
    /// The plan measured against, time-phased: keep it to measure against it later.
    pub baseline: Baseline,
}

/// Everything asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EarnedValueResult {
    /// Figures of the snapshot; null without one.
    pub snapshot: Option<EarnedValueFigures>,
    /// Figures of the project; null without activities and baseline.
    pub project: Option<ProjectEarnedValue>,
}

/// Figures of earned value.
///
/// # Errors
/// A [`Problem`] naming the activity and the field.
pub fn earned_value(request: &EarnedValueRequest) -> Result<EarnedValueResult, Problem> {
    let described = !request.activities.is_empty() || request.baseline.is_some();
    if !described && request.snapshot.is_none() {
        return Err(Problem::new("required", "/activities"));
    }
    Ok(EarnedValueResult {
        snapshot: request.snapshot.as_ref().map(snapshot).transpose()?,
        project: if described { Some(earned_value_project::project(request)?) } else { None },
    })
}

fn snapshot(given: &Snapshot) -> Result<EarnedValueFigures, Problem> {
    let planned: Vec<f64> = given.pv_cumulative.iter().map(|a| a.to_f64()).collect();
    if planned.len() > MAX_EV_PERIODS {
        return Err(Problem::new("too_many_entries", "/snapshot/pv_cumulative").with("limit", MAX_EV_PERIODS));
    }
    if let Some(i) = planned.windows(2).position(|pair| pair[1] < pair[0]) {
        return Err(Problem::new("not_cumulative", format!("/snapshot/pv_cumulative/{}", i + 1)));
    }
    let period_length = given.period_length.unwrap_or(1.0);
    if period_length <= 0.0 {
        return Err(Problem::new("out_of_range", "/snapshot/period_length"));
    }
    for (value, field) in [(given.at, "at"), (given.pd, "pd")] {
        if value.is_some_and(|v| v < 0.0) {
            return Err(Problem::new("out_of_range", format!("/snapshot/{field}")));
        }
    }
    let bac = given.bac.or_else(|| given.pv_cumulative.last().copied());
    let read = given.at.filter(|_| !planned.is_empty()).map(|at| planned_at(&planned, at / period_length).into());
    let pv = given.pv.or(read);
    let cost = cost_figures(Inputs { pv, ev: given.ev, ac: given.ac, bac });
    let periods = (!planned.is_empty()).then_some(planned.len() as f64 * period_length);
    let time = time_figures(&TimeInputs {
        planned: &planned,
        period_length,
        ev: given.ev.map(Amount::to_f64).ok_or(Reason::NoEarnedValue),
        bac: bac.map(Amount::to_f64).ok_or(Reason::NoBudget),
        at: given.at.ok_or(Reason::NoStatusDate),
        pd: given.pd.or(periods).ok_or(Reason::NoPlannedDuration),
        cpi: of(&cost, "cpi", cost.cpi),
        spi: of(&cost, "spi", cost.spi),
        sv: of(&cost, "sv", cost.sv.map(Amount::to_f64)),
    });
    Ok(EarnedValueFigures { cost, time })
}

/// A figure, or the reason it is null.
pub(super) fn of(figures: &CostFigures, name: &str, value: Option<f64>) -> Result<f64, Reason> {
    value.ok_or_else(|| figures.unknown.iter().find(|u| u.figure == name).map_or(Reason::MissingInput, |u| u.reason))
}

/// Cumulative planned value at a time in periods, linear inside a period.
fn planned_at(planned: &[f64], time: f64) -> f64 {
    let whole = time.floor().max(0.0);
    let at = |i: usize| if i == 0 { 0.0 } else { planned[i.min(planned.len()) - 1] };
    let before = whole.min(planned.len() as f64) as usize;
    at(before) + (at(before + 1) - at(before)) * (time - whole)
}
