//! Earned value of a project described activity by activity.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::earned_value::{
    ActivityEarnedValue, EarnedValueActivity, EarnedValueFigures, EarnedValueRequest, MAX_EV_ACTIVITIES, MAX_EV_ENTRIES, MAX_EV_PERIODS,
    PeriodEarnedValue, PeriodKind, ProjectEarnedValue, VarianceKind, VarianceToExplain, of,
};
use crate::amount::Amount;
use crate::calendar::{SPAN_DAYS, WorkingTime};
use crate::cost::{Baseline, BaselineActivity, MAX_DAYS, Planned, take};
use crate::earned_value::metrics::Inputs;
use crate::earned_value::progress::Progress;
use crate::earned_value::time::TimeInputs;
use crate::earned_value::{cost_figures, time_figures};
use crate::figures::Reason;
use crate::problem::Problem;

/// Entries read at most for the table by period: a second or two.
const MAX_LOOK_UPS: usize = 200_000_000;

/// One activity seen from its plan and from its execution; either may be missing.
struct Row<'a> {
    id: &'a str,
    plan: Option<&'a BaselineActivity>,
    done: Option<&'a EarnedValueActivity>,
}

impl Row<'_> {
    fn budget(&self) -> i64 {
        self.plan.map_or(0, |p| p.budget)
    }

    fn planned(&self, on: NaiveDate) -> i64 {
        let planned = self.plan.map_or(&[][..], |p| &p.planned);
        planned.iter().take_while(|c| c.date <= on).map(|c| c.amount).sum()
    }

    fn part(&self, on: NaiveDate) -> f64 {
        self.done.map_or(0.0, |d| progress(d).earned(on))
    }

    /// How many entries a look at this row reads.
    fn entries(&self) -> usize {
        let done = self.done.map_or(0, |d| d.progress.len() + d.milestones.len() + d.actual_costs.len());
        1 + done + self.plan.map_or(0, |p| p.planned.len())
    }

    /// Rounded to the centime, so that the project's earned value is the sum of what is shown.
    fn earned(&self, on: NaiveDate) -> i64 {
        match self.part(on) {
            part if part >= 1.0 => self.budget(),
            part => ((self.budget() as f64 * part).round() as i64).min(self.budget()),
        }
    }

    fn spent(&self, on: NaiveDate) -> Option<i64> {
        let costs = self.done.map(|d| &d.actual_costs).filter(|c| !c.is_empty())?;
        Some(costs.iter().filter(|c| c.date <= on).map(|c| c.amount).sum())
    }
}

fn progress(activity: &EarnedValueActivity) -> Progress<'_> {
    Progress {
        method: activity.method,
        reports: &activity.progress,
        milestones: &activity.milestones,
        units_planned: activity.units_planned,
        actual_start: activity.actual_start,
        actual_finish: activity.actual_finish,
    }
}

pub(super) fn project(request: &EarnedValueRequest) -> Result<ProjectEarnedValue, Problem> {
    check(request)?;
    let status = request.status_date.ok_or_else(|| Problem::new("required", "/status_date"))?;
    let calendar = WorkingTime::new(&request.calendar, status).map_err(|e| Problem::from(e).under("/calendar"))?;
    let baseline = match &request.baseline {
        Some(baseline) => checked(baseline)?,
        None => {
            let planned: Vec<Planned<'_>> = (request.activities.iter())
                .map(|a| Planned { id: &a.id, start: a.start, finish: a.finish, lines: &a.cost_lines })
                .collect();
            take(&planned, &calendar)?
        }
    };
    check_sums(request, &baseline)?;
    let rows = rows(request, &baseline);
    let days = ProjectDays::new(&baseline, &calendar, status)?;
    let activities = rows.iter().map(|row| ActivityEarnedValue {
        id: row.id.to_owned(),
        percent_earned: 100.0 * row.part(status),
        figures: days.figures(std::slice::from_ref(row), row.plan.map(|p| (p.start, p.finish))),
    });
    let activities: Vec<ActivityEarnedValue> = activities.collect();
    let project = days.figures(&rows, Some((days.first, days.last)));
    let variances = variances(request.threshold_percent, &project, &activities);
    let forecast_finish = project.time.ieac_t.and_then(|length| days.date_after(length));
    let periods = periods(request, &rows, &days)?;
    Ok(ProjectEarnedValue {
        status_date: status,
        planned_start: days.first,
        planned_finish: days.last,
        forecast_finish,
        project,
        activities,
        periods,
        variances,
        baseline,
    })
}

fn check(request: &EarnedValueRequest) -> Result<(), Problem> {
    if request.activities.len() > MAX_EV_ACTIVITIES {
        return Err(Problem::new("too_many_entries", "/activities").with("limit", MAX_EV_ACTIVITIES));
    }
    if request.threshold_percent.is_some_and(|t| t < 0.0) {
        return Err(Problem::new("out_of_range", "/threshold_percent"));
    }
    let mut seen = HashSet::new();
    for (i, activity) in request.activities.iter().enumerate() {
        let pointer = format!("/activities/{i}");
        if !seen.insert(activity.id.as_str()) {
            let problem = Problem::new("duplicate_activity", format!("{pointer}/id"));
            return Err(problem.with("activity", activity.id.as_str()));
        }
        for (count, field) in [
            (activity.cost_lines.len(), "cost_lines"),
            (activity.progress.len(), "progress"),
            (activity.milestones.len(), "milestones"),
            (activity.actual_costs.len(), "actual_costs"),
        ] {
            if count > MAX_EV_ENTRIES {
                let problem = Problem::new("too_many_entries", format!("{pointer}/{field}"));
                return Err(problem.with("limit", MAX_EV_ENTRIES).with("activity", activity.id.as_str()));
            }
        }
        progress(activity).check(&pointer, &activity.id)?;
    }
    Ok(())
}

/// A baseline from outside: ascending days that add up to the budget.
fn checked(baseline: &Baseline) -> Result<Baseline, Problem> {
    let mut seen = HashSet::new();
    if baseline.activities.len() > MAX_EV_ACTIVITIES {
        return Err(Problem::new("too_many_entries", "/baseline/activities").with("limit", MAX_EV_ACTIVITIES));
    }
    for (i, activity) in baseline.activities.iter().enumerate() {
        let wrong = |code, field: &str| {
            let problem = Problem::new(code, format!("/baseline/activities/{i}{field}"));
            Err(problem.with("activity", activity.id.as_str()))
        };
        if !seen.insert(activity.id.as_str()) {
            return wrong("duplicate_activity", "/id");
        }
        if activity.finish < activity.start {
            return wrong("dates_reversed", "");
        }
        let sum = activity.planned.iter().try_fold(0_i64, |sum, c| sum.checked_add(c.amount));
        if activity.planned.windows(2).any(|pair| pair[1].date <= pair[0].date) {
            return wrong("dates_not_ascending", "/planned");
        }
        if activity.budget < 0 || activity.planned.iter().any(|c| c.amount < 0) {
            return wrong("negative_amount", "/budget");
        }
        if sum != Some(activity.budget) {
            return wrong("parts_mismatch", "/planned");
        }
    }
    Ok(baseline.clone())
}

/// No sum over the project may overflow: the sum of all absolute amounts does not.
fn check_sums(request: &EarnedValueRequest, baseline: &Baseline) -> Result<(), Problem> {
    let add = |sum: i64, amount: i64| sum.checked_add(amount.checked_abs()?);
    let overflow = |pointer: String, activity: &str| Problem::new("amount_overflow", pointer).with("activity", activity);
    let mut budget = 0;
    for activity in &baseline.activities {
        budget = add(budget, activity.budget).ok_or_else(|| overflow("/activities".into(), &activity.id))?;
    }
    let mut spent = 0;
    for (i, activity) in request.activities.iter().enumerate() {
        spent = (activity.actual_costs.iter().try_fold(spent, |sum, c| add(sum, c.amount)))
            .ok_or_else(|| overflow(format!("/activities/{i}/actual_costs"), &activity.id))?;
    }
    Ok(())
}

fn rows<'a>(request: &'a EarnedValueRequest, baseline: &'a Baseline) -> Vec<Row<'a>> {
    let mut plans: HashMap<&str, &BaselineActivity> = baseline.activities.iter().map(|a| (a.id.as_str(), a)).collect();
    let mut rows: Vec<Row<'a>> =
        (request.activities.iter()).map(|a| Row { id: &a.id, plan: plans.remove(a.id.as_str()), done: Some(a) }).collect();
    let left = baseline.activities.iter().filter(|a| plans.contains_key(a.id.as_str()));
    rows.extend(left.map(|a| Row { id: &a.id, plan: Some(a), done: None }));
    rows
}

/// The project's working days.
struct ProjectDays {
    status: NaiveDate,
    /// Planned first and last day, the days of planned costs included.
    first: NaiveDate,
    last: NaiveDate,
    /// Working days from the first planned one, as far as the calendar reaches.
    working: Vec<NaiveDate>,
}

impl ProjectDays {
    fn new(baseline: &Baseline, calendar: &WorkingTime, status: NaiveDate) -> Result<Self, Problem> {
        let starts = baseline.activities.iter().flat_map(|a| a.planned.first().map(|c| c.date).into_iter().chain([a.start]));
        let finishes = baseline.activities.iter().flat_map(|a| a.planned.last().map(|c| c.date).into_iter().chain([a.finish]));
        let (Some(first), Some(last)) = (starts.min(), finishes.max()) else {
            return Err(Problem::new("required", "/baseline/activities"));
        };
        let far = |date: NaiveDate| (date - status).num_days().abs() > SPAN_DAYS;
        if far(first) || far(last) {
            return Err(Problem::new("date_out_of_range", "/status_date").with("years", 100_i64));
        }
        let reach = status.checked_add_days(Days::new(SPAN_DAYS.unsigned_abs())).unwrap_or(last);
        let working = first.iter_days().take_while(|d| *d <= reach).filter(|d| calendar.minutes_on(*d) > 0).collect();
        let days = Self { status, first, last, working };
        let spans: usize = baseline.activities.iter().map(|a| days.within(a.start, a.finish).len()).sum();
        if spans > MAX_DAYS {
            return Err(Problem::new("too_many_entries", "/activities").with("limit", MAX_DAYS));
        }
        Ok(days)
    }

    /// Working days from one date to another, both included.
    fn within(&self, from: NaiveDate, to: NaiveDate) -> &[NaiveDate] {
        let low = self.working.partition_point(|d| *d < from);
        let high = self.working.partition_point(|d| *d <= to);
        &self.working[low..high.max(low)]
    }

    /// The working day that a number of working days from the first ends on.
    fn date_after(&self, length: f64) -> Option<NaiveDate> {
        let days = (0.0..1e6).contains(&length).then_some(length.ceil().max(1.0) as usize)?;
        self.working.get(days - 1).copied()
    }

    /// Figures of some rows together, within their planned dates.
    fn figures(&self, rows: &[Row<'_>], dates: Option<(NaiveDate, NaiveDate)>) -> EarnedValueFigures {
        let cost = cost_figures(inputs(rows, self.status));
        let Some((first, last)) = dates else {
            let missing = Err(Reason::NoPlannedDuration);
            let inputs = TimeInputs {
                planned: &[],
                period_length: 1.0,
                ev: missing,
                bac: missing,
                at: missing,
                pd: missing,
                cpi: missing,
                spi: missing,
                sv: missing,
            };
            return EarnedValueFigures { cost, time: time_figures(&inputs) };
        };
        let planned = self.cumulative(rows, first, last);
        let at = self.within(first, self.status).len() as f64;
        let time = time_figures(&TimeInputs {
            planned: &planned,
            period_length: 1.0,
            ev: cost.ev.map(Amount::to_f64).ok_or(Reason::NoEarnedValue),
            bac: cost.bac.map(Amount::to_f64).filter(|b| *b > 0.0).ok_or(Reason::NoBudget),
            at: Ok(at),
            pd: if planned.is_empty() { Err(Reason::NoPlannedDuration) } else { Ok(planned.len() as f64) },
            cpi: of(&cost, "cpi", cost.cpi),
            spi: of(&cost, "spi", cost.spi),
            sv: of(&cost, "sv", cost.sv.map(Amount::to_f64)),
        });
        EarnedValueFigures { cost, time }
    }

    /// Cumulative planned value at the end of each working day; what falls on other days counts on the next one, or on the last.
    fn cumulative(&self, rows: &[Row<'_>], first: NaiveDate, last: NaiveDate) -> Vec<f64> {
        let working = self.within(first, last);
        let mut by_day = vec![0_i64; working.len()];
        for cost in rows.iter().filter_map(|r| r.plan).flat_map(|p| &p.planned) {
            let day = working.partition_point(|d| *d < cost.date).min(working.len().saturating_sub(1));
            if let Some(sum) = by_day.get_mut(day) {
                *sum += cost.amount;
            }
        }
        let running = |sum: &mut i64, amount: i64| {
            *sum += amount;
            Some(*sum as f64)
        };
        by_day.into_iter().scan(0, running).collect()
    }
}

fn inputs(rows: &[Row<'_>], on: NaiveDate) -> Inputs {
    let planned = rows.iter().any(|r| r.plan.is_some());
    let known = |amount: i64| planned.then_some(Amount::Whole(amount));
    Inputs {
        pv: known(rows.iter().map(|r| r.planned(on)).sum()),
        ev: known(rows.iter().map(|r| r.earned(on)).sum()),
        ac: spent(rows, on).map(Amount::Whole),
        bac: known(rows.iter().map(Row::budget).sum()),
    }
}

/// What is known to be spent; nothing when no activity reports any cost.
fn spent(rows: &[Row<'_>], on: NaiveDate) -> Option<i64> {
    rows.iter().filter_map(|r| r.spent(on)).reduce(|a, b| a + b)
}

fn periods(request: &EarnedValueRequest, rows: &[Row<'_>], days: &ProjectDays) -> Result<Vec<PeriodEarnedValue>, Problem> {
    let mut periods: Vec<PeriodEarnedValue> = Vec::new();
    let mut from = days.first;
    let last = days.last.max(days.status);
    let (mut pv_before, mut ev_before, mut ac_before) = (0, 0, 0);
    let entries: usize = rows.iter().map(Row::entries).sum();
    while from <= last {
        if periods.len() >= MAX_EV_PERIODS || entries.saturating_mul(periods.len()) > MAX_LOOK_UPS {
            return Err(Problem::new("too_many_periods", "/period").with("limit", MAX_EV_PERIODS));
        }
        let to = period_end(from, request.period).min(last);
        let as_of = to.min(days.status);
        let reported = from <= days.status;
        let pv = rows.iter().map(|r| r.planned(to)).sum::<i64>();
        let ev = reported.then(|| rows.iter().map(|r| r.earned(as_of)).sum::<i64>());
        let ac = if reported { spent(rows, as_of) } else { None };
        periods.push(PeriodEarnedValue {
            from,
            to,
            pv: pv - pv_before,
            ev: ev.map(|v| v - ev_before),
            ac: ac.map(|v| v - ac_before),
            cumulative_pv: pv,
            cumulative_ev: ev,
            cumulative_ac: ac,
            figures: reported.then(|| cost_figures(inputs(rows, as_of))),
        });
        (pv_before, ev_before, ac_before) = (pv, ev.unwrap_or(ev_before), ac.unwrap_or(ac_before));
        match to.checked_add_days(Days::new(1)) {
            Some(next) => from = next,
            None => break,
        }
    }
    Ok(periods)
}

fn period_end(from: NaiveDate, kind: PeriodKind) -> NaiveDate {
    let mut end = from;
    while let Some(next) = end.checked_add_days(Days::new(1)) {
        let closed = match kind {
            PeriodKind::Day => true,
            PeriodKind::Week => next.weekday() == Weekday::Sun,
            PeriodKind::Month => next.day() == 1,
        };
        if closed {
            break;
        }
        end = next;
    }
    end
}

fn variances(threshold: Option<f64>, project: &EarnedValueFigures, activities: &[ActivityEarnedValue]) -> Vec<VarianceToExplain> {
    let Some(threshold) = threshold else { return Vec::new() };
    let levels = [(None, project)].into_iter().chain(activities.iter().map(|a| (Some(a.id.clone()), &a.figures)));
    let mut found = Vec::new();
    for (activity, figures) in levels {
        let cost = &figures.cost;
        for (kind, amount, percent) in [(VarianceKind::Cost, cost.cv, cost.cv_percent), (VarianceKind::Schedule, cost.sv, cost.sv_percent)]
        {
            if let (Some(amount), Some(percent)) = (amount.and_then(Amount::whole), percent)
                && percent.abs() > threshold
            {
                found.push(VarianceToExplain { activity: activity.clone(), kind, amount, percent });
            }
        }
    }
    found
}
