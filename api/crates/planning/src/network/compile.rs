//! From the wire to arrays: checks every field, resolves names, places dates on the axis.

use std::collections::{BTreeMap, HashMap};

use super::axis::{Axis, MAX_OFFSET, Mixed, Uniform};
use super::graph::{Edge, Graph};
use super::names::Names;
use super::pass::{Passes, Progress, Task, TooLong, schedule};
use super::{Activity, Constraint, ConstraintKind, Link, NetworkError};
use crate::calendar::{Calendar, WorkingTime};
use crate::moment::{DAY, Moment, day_number};

/// What there is to schedule.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The project's start; without it there are offsets only, no dates.
    pub start: Option<Moment>,
    /// The project's calendar.
    pub calendar: &'a Calendar,
    /// Calendars activities may name.
    pub calendars: &'a BTreeMap<String, Calendar>,
    /// Minutes of a working day in `duration_days` and `lag_days`.
    pub minutes_per_day: i64,
    /// The date of the progress report.
    pub status_date: Option<Moment>,
    /// The activities.
    pub activities: &'a [Activity],
    /// Their links.
    pub links: &'a [Link],
}

/// A plan made ready: names are indexes and dates are instants on the axis.
#[derive(Debug)]
pub struct Compiled {
    /// The network.
    pub graph: Graph,
    /// Duration of each activity in working minutes, whatever its progress.
    pub durations: Vec<i64>,
    /// What the passes need of each activity.
    pub tasks: Vec<Task>,
    /// The line the instants lie on.
    pub axis: PlanAxis,
    /// The project's start on the axis.
    pub start: i64,
    /// The report's date on the axis.
    pub status: Option<i64>,
}

/// One of the two axes.
#[derive(Debug)]
pub enum PlanAxis {
    /// One calendar.
    Uniform(Uniform),
    /// Several.
    Mixed(Mixed),
}

impl PlanAxis {
    /// The axis as such.
    #[must_use]
    pub fn as_dyn(&self) -> &dyn Axis {
        match self {
            Self::Uniform(axis) => axis,
            Self::Mixed(axis) => axis,
        }
    }
}

impl Compiled {
    /// Runs the passes.
    ///
    /// # Errors
    /// [`TooLong`], with the activity that leaves the hundred years.
    pub fn passes(&self) -> Result<Passes, TooLong> {
        match &self.axis {
            PlanAxis::Uniform(axis) => schedule(&self.graph, axis, &self.tasks, self.start, self.status),
            PlanAxis::Mixed(axis) => schedule(&self.graph, axis, &self.tasks, self.start, self.status),
        }
    }
}

/// Checks a plan and makes it ready.
///
/// # Errors
/// [`NetworkError`], naming the activity and the field.
pub fn compile(plan: &Plan<'_>) -> Result<Compiled, NetworkError> {
    let names = Names::new(plan.activities.iter().map(|a| a.id.as_str()))
        .map_err(|index| NetworkError::DuplicateActivity { index, activity: plan.activities[index].id.clone() })?;
    let durations = plan.activities.iter().enumerate().map(|(i, a)| duration(i, a, plan.minutes_per_day)).collect::<Result<Vec<_>, _>>()?;
    let edges =
        plan.links.iter().enumerate().map(|(i, link)| edge(i, link, &names, plan.minutes_per_day)).collect::<Result<Vec<_>, _>>()?;
    let graph = arrange(plan, edges)?;
    let dates = Dates::new(plan)?;
    let status = plan.status_date.map(|moment| dates.place(moment, false, "/status_date".to_owned(), "")).transpose()?;
    let tasks =
        plan.activities.iter().enumerate().map(|(i, activity)| task(i, activity, durations[i], &dates)).collect::<Result<Vec<_>, _>>()?;
    let start = dates.start();
    Ok(Compiled { graph, durations, tasks, axis: dates.axis, start, status })
}

fn arrange(plan: &Plan<'_>, edges: Vec<Edge>) -> Result<Graph, NetworkError> {
    Graph::new(plan.activities.len(), edges).map_err(|cycle| {
        let name = |i: &usize| plan.activities.get(*i).map_or_else(String::new, |a| a.id.clone());
        let activities: Vec<String> = cycle.0.iter().map(name).collect();
        let on_cycle = |l: &Link| activities.windows(2).any(|pair| pair[0] == l.from && pair[1] == l.to);
        let link = plan.links.iter().position(on_cycle).unwrap_or(0);
        NetworkError::Cycle { link, activities }
    })
}

/// Whole minutes of a number of days; nothing when it is not a time a schedule can hold.
fn day_minutes(days: f64, minutes_per_day: i64) -> Option<i64> {
    let minutes = (days * minutes_per_day as f64).round();
    (minutes.abs() <= MAX_OFFSET as f64).then_some(minutes as i64)
}

fn duration(index: usize, activity: &Activity, minutes_per_day: i64) -> Result<i64, NetworkError> {
    let id = || activity.id.clone();
    let wrong = |code, field: &str| NetworkError::OutOfRange { code, pointer: format!("/activities/{index}/{field}"), activity: id() };
    let (minutes, field) = match (activity.duration_minutes, activity.duration_days) {
        (None, None) if activity.milestone => (Some(0), "duration_minutes"),
        (Some(minutes), None) => (Some(minutes).filter(|m| (-MAX_OFFSET..=MAX_OFFSET).contains(m)), "duration_minutes"),
        (None, Some(days)) => (day_minutes(days, minutes_per_day), "duration_days"),
        _ => {
            return Err(NetworkError::DurationMissing { index, activity: id() });
        }
    };
    match minutes {
        None => Err(wrong("duration_too_long", field)),
        Some(minutes) if minutes < 0 => Err(wrong("negative_duration", field)),
        Some(minutes) if minutes > 0 && activity.milestone => Err(wrong("milestone_with_duration", field)),
        Some(minutes) => Ok(minutes),
    }
}

fn edge(index: usize, link: &Link, names: &Names<'_>, minutes_per_day: i64) -> Result<Edge, NetworkError> {
    let find = |name: &str, field: &str| {
        names
            .find(name)
            .ok_or_else(|| NetworkError::UnknownActivity { pointer: format!("/links/{index}/{field}"), activity: name.to_owned() })
    };
    let (from, to) = (find(&link.from, "from")?, find(&link.to, "to")?);
    let lag = match (link.lag_minutes, link.lag_days) {
        (None, None) => Some(0),
        (Some(minutes), None) => Some(minutes).filter(|m| (-MAX_OFFSET..=MAX_OFFSET).contains(m)),
        (None, Some(days)) => day_minutes(days, minutes_per_day),
        (Some(_), Some(_)) => {
            let pointer = format!("/links/{index}/lag_days");
            return Err(NetworkError::InstantMissing { pointer, activity: link.from.clone() });
        }
    };
    let lag = lag.ok_or_else(|| NetworkError::OutOfRange {
        code: "lag_too_long",
        pointer: format!("/links/{index}/{}", if link.lag_days.is_some() { "lag_days" } else { "lag_minutes" }),
        activity: link.from.clone(),
    })?;
    Ok(Edge { from, to, kind: link.kind, lag })
}

/// Places dates on the axis.
struct Dates {
    axis: PlanAxis,
    /// The project's start as a civil minute.
    start: Option<i64>,
}

impl Dates {
    fn new(plan: &Plan<'_>) -> Result<Self, NetworkError> {
        let own = |a: &&Activity| a.calendar.is_some();
        let Some(moment) = plan.start else {
            return match plan.activities.iter().position(|a| own(&a)) {
                Some(i) => Err(NetworkError::StartMissing { pointer: format!("/activities/{i}/calendar") }),
                None => Ok(Self { axis: PlanAxis::Uniform(Uniform { calendar: None }), start: None }),
            };
        };
        let ready = |calendar: &Calendar, pointer: &dyn Fn() -> String| {
            WorkingTime::new(calendar, moment.date).map_err(|error| NetworkError::Calendar { pointer: pointer(), error })
        };
        let project = ready(plan.calendar, &|| "/calendar".to_owned())?;
        let start = moment.as_start();
        let origin = project.worked(start).unwrap_or(0);
        let mut names = HashMap::new();
        let mut calendars = vec![project];
        for (name, calendar) in plan.calendars {
            let pointer = || format!("/calendars/{}", crate::problem::pointer_step(name));
            names.insert(name.as_str(), calendars.len() as u32);
            calendars.push(ready(calendar, &pointer)?);
        }
        let of = (plan.activities.iter().enumerate())
            .map(|(index, activity)| match &activity.calendar {
                None => Ok(0),
                Some(name) => names.get(name.as_str()).copied().ok_or_else(|| NetworkError::UnknownCalendar {
                    index,
                    activity: activity.id.clone(),
                    calendar: name.clone(),
                }),
            })
            .collect::<Result<Vec<u32>, _>>()?;
        let axis = if of.iter().any(|c| *c > 0) {
            PlanAxis::Mixed(Mixed { calendars, of, origin })
        } else {
            PlanAxis::Uniform(Uniform { calendar: Some((calendars.swap_remove(0), origin)) })
        };
        Ok(Self { axis, start: Some(start) })
    }

    /// The project's start on the axis.
    fn start(&self) -> i64 {
        match (&self.axis, self.start) {
            (PlanAxis::Mixed(axis), Some(start)) => {
                let project = axis.calendars.first();
                project.and_then(|c| c.as_start(c.worked(start)?)).unwrap_or(start)
            }
            _ => 0,
        }
    }

    /// Working minutes of the project's calendar before a civil minute.
    fn worked(&self, civil: i64) -> Option<i64> {
        match &self.axis {
            PlanAxis::Mixed(axis) => axis.calendars.first()?.worked(civil),
            PlanAxis::Uniform(axis) => axis.calendar.as_ref()?.0.worked(civil),
        }
    }

    fn place(&self, moment: Moment, finish: bool, pointer: String, activity: &str) -> Result<i64, NetworkError> {
        let Some(start) = self.start else {
            return Err(NetworkError::StartMissing { pointer });
        };
        let civil = if finish { moment.as_finish() } else { moment.as_start() };
        // Earlier on the same day is not earlier when no work lies between; a date alone is its whole day, which may be the
        // day the project starts in.
        let same_day = day_number(moment.date) == start.div_euclid(DAY);
        let idle = same_day && self.worked(civil).is_some_and(|worked| self.worked(start) == Some(worked));
        if civil < start && !idle && !(moment.minute.is_none() && moment.as_finish() > start) {
            return Err(NetworkError::BeforeProjectStart { pointer, activity: activity.to_owned() });
        }
        let civil = civil.max(start);
        let too_long = || NetworkError::OutOfRange { code: "date_out_of_range", pointer: pointer.clone(), activity: activity.to_owned() };
        match &self.axis {
            PlanAxis::Mixed(axis) => axis.calendars.first().and_then(|c| c.worked(civil)).map(|_| civil).ok_or_else(too_long),
            PlanAxis::Uniform(axis) => {
                (axis.calendar.as_ref()).and_then(|(calendar, origin)| Some(calendar.worked(civil)? - origin)).ok_or_else(too_long)
            }
        }
    }

    fn constraint(&self, constraint: &Constraint, finish: bool, pointer: &str, activity: &str) -> Result<i64, NetworkError> {
        match (constraint.at, constraint.offset_minutes) {
            (Some(moment), None) => self.place(moment, finish, format!("{pointer}/at"), activity),
            (None, Some(offset)) => {
                let pointer = format!("{pointer}/offset_minutes");
                if offset < 0 {
                    return Err(NetworkError::BeforeProjectStart { pointer, activity: activity.to_owned() });
                }
                let placed = match &self.axis {
                    PlanAxis::Uniform(_) => Some(offset).filter(|o| *o <= MAX_OFFSET),
                    PlanAxis::Mixed(axis) => axis.calendars.first().and_then(|c| {
                        let worked = axis.origin.checked_add(offset)?;
                        if finish { c.as_finish(worked) } else { c.as_start(worked) }
                    }),
                };
                placed.ok_or_else(|| NetworkError::OutOfRange { code: "date_out_of_range", pointer, activity: activity.to_owned() })
            }
            _ => Err(NetworkError::InstantMissing { pointer: pointer.to_owned(), activity: activity.to_owned() }),
        }
    }
}

fn task(index: usize, activity: &Activity, duration: i64, dates: &Dates) -> Result<Task, NetworkError> {
    let id = activity.id.as_str();
    let at = |field: &str| format!("/activities/{index}/{field}");
    let mut task = Task::new(duration);
    for (c, constraint) in activity.constraints.iter().enumerate() {
        use ConstraintKind as K;
        let pointer = format!("/activities/{index}/constraints/{c}");
        let kind = constraint.kind;
        if kind == K::AsLateAsPossible {
            if constraint.at.is_some() || constraint.offset_minutes.is_some() {
                return Err(NetworkError::InstantMissing { pointer, activity: id.to_owned() });
            }
            task.late = true;
            continue;
        }
        let is_finish = !matches!(kind, K::StartNoEarlierThan | K::StartNoLaterThan | K::MustStartOn);
        let instant = dates.constraint(constraint, is_finish, &pointer, id)?;
        if matches!(kind, K::StartNoEarlierThan | K::MustStartOn) {
            task.start_min = task.start_min.max(instant);
        }
        if matches!(kind, K::FinishNoEarlierThan | K::MustFinishOn) {
            task.finish_min = task.finish_min.max(instant);
        }
        if matches!(kind, K::StartNoLaterThan | K::MustStartOn) && instant < task.start_max.0 {
            task.start_max = (instant, kind);
        }
        if matches!(kind, K::FinishNoLaterThan | K::MustFinishOn | K::Deadline) && instant < task.finish_max.0 {
            task.finish_max = (instant, kind);
        }
    }
    if let Some(deadline) = activity.deadline {
        let instant = dates.place(deadline, true, at("deadline"), id)?;
        if instant < task.finish_max.0 {
            task.finish_max = (instant, ConstraintKind::Deadline);
        }
    }
    progress(index, activity, duration, dates, task)
}

fn progress(index: usize, activity: &Activity, duration: i64, dates: &Dates, mut task: Task) -> Result<Task, NetworkError> {
    let id = activity.id.as_str();
    let at = |field: &str| format!("/activities/{index}/{field}");
    let out_of_range = |code, field: &str| NetworkError::OutOfRange { code, pointer: at(field), activity: id.into() };
    let percent = activity.percent_done.unwrap_or(0.0);
    if !(0.0..=100.0).contains(&percent) {
        return Err(out_of_range("percent_out_of_range", "percent_done"));
    }
    if activity.remaining_minutes.is_some_and(|r| !(0..=MAX_OFFSET).contains(&r)) {
        return Err(out_of_range("negative_duration", "remaining_minutes"));
    }
    let began = activity.actual_start.map(|m| dates.place(m, false, at("actual_start"), id)).transpose()?;
    let ended = activity.actual_finish.map(|m| dates.place(m, true, at("actual_finish"), id)).transpose()?;
    if let (Some(start), Some(finish)) = (activity.actual_start, activity.actual_finish)
        && (finish.date < start.date || finish.as_finish() < start.as_start())
    {
        return Err(NetworkError::ActualReversed { index, activity: id.to_owned() });
    }
    let work = duration as f64 * (100.0 - percent) / 100.0;
    let remaining = activity.remaining_minutes.unwrap_or(work.round() as i64);
    let touched = began.is_some() || percent > 0.0;
    if ended.is_some() || (touched && remaining == 0) {
        task.progress = Progress::Completed(began, ended);
        (task.done, task.work) = (duration, 0);
    } else if touched {
        task.progress = Progress::Started(began);
        (task.done, task.work) = ((duration - remaining).max(0), remaining);
    }
    Ok(task)
}
