//! The schedule as it is answered.

use serde::Serialize;

use super::schedule::ScheduleRequest;
use crate::layout::{Layout, layout};
use crate::moment::Moment;
use crate::network::ConstraintKind;
use crate::network::compile::Compiled;
use crate::network::crash::{NoCompression, Reduction, compress};
use crate::network::explain::{critical_paths, shortfalls};
use crate::network::pass::{EarlyCause, LateCause, Passes, Progress, Times};
use crate::problem::Problem;

/// Where an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningActivityState))]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    /// Not begun.
    NotStarted,
    /// Under way.
    InProgress,
    /// Finished.
    Completed,
}

/// What a date hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDriverKind))]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    /// The project's start.
    ProjectStart,
    /// The project's finish.
    ProjectFinish,
    /// The date of the progress report.
    StatusDate,
    /// A link: see `link`.
    Link,
    /// A constraint or deadline of the activity itself.
    Constraint,
    /// A reported date.
    Actual,
}

/// What a date hangs on, with the link when it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDriver))]
pub struct Driver {
    /// Which kind of thing.
    pub kind: DriverKind,
    /// The driving link, as its index in `links`.
    pub link: Option<usize>,
    /// The constraint that limits a late date.
    pub constraint: Option<ConstraintKind>,
}

/// One activity scheduled. Offsets are working minutes of the project's calendar since the project's start; floats are working
/// minutes of the activity's own calendar.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ActivitySchedule {
    /// The activity.
    pub id: String,
    /// Its duration in working minutes.
    pub duration_minutes: i64,
    /// Where it stands.
    pub state: ActivityState,
    /// Early start (ES): the latest of what its predecessors and constraints allow. The reported start once begun.
    pub early_start_minutes: i64,
    /// Early finish (EF) = ES + duration; for work under way, what is left after the report's date.
    pub early_finish_minutes: i64,
    /// Late start (LS) = LF − duration.
    pub late_start_minutes: i64,
    /// Late finish (LF): the earliest of what its successors, constraints and deadline allow.
    pub late_finish_minutes: i64,
    /// Total float = LF − EF: how far it can slip without moving the project or breaking a constraint.
    pub total_float_minutes: i64,
    /// Free float: how far it can slip without moving any successor's early dates.
    pub free_float_minutes: i64,
    /// Total float in working days.
    pub total_float_days: f64,
    /// Free float in working days.
    pub free_float_days: f64,
    /// Whether its total float is at most `critical_float_minutes`; never once completed.
    pub critical: bool,
    /// ES as a date; null without a project start.
    pub early_start: Option<Moment>,
    /// EF as a date.
    pub early_finish: Option<Moment>,
    /// LS as a date.
    pub late_start: Option<Moment>,
    /// LF as a date.
    pub late_finish: Option<Moment>,
    /// Start as scheduled: ES, or later for `as_late_as_possible`.
    pub start_minutes: i64,
    /// Finish as scheduled.
    pub finish_minutes: i64,
    /// Start as scheduled, as a date.
    pub start: Option<Moment>,
    /// Finish as scheduled, as a date.
    pub finish: Option<Moment>,
    /// What the early dates hang on: the driving link, among others.
    pub driven_by: Driver,
    /// What the late dates hang on.
    pub limited_by: Driver,
}

/// One link scheduled, in the order of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LinkSchedule {
    /// Working minutes between the tied ends beyond the lag, on early dates.
    pub slack_minutes: i64,
    /// Whether the successor's early dates hang on it.
    pub driving: bool,
}

/// A constraint that cannot be met and the activities it makes late.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NegativeFloat {
    /// The activity that carries the constraint.
    pub activity: String,
    /// The constraint.
    pub constraint: ConstraintKind,
    /// How many working minutes it is missed by: the most negative float, positive.
    pub missed_by_minutes: i64,
    /// The same in working days.
    pub missed_by_days: f64,
    /// The activities whose negative float comes from it, in the order of the network.
    pub late_activities: Vec<String>,
}

/// The least cost to finish within a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CompressionResult {
    /// The target, in working days.
    pub target_days: f64,
    /// Whether the target can be reached by the reductions on offer.
    pub reachable: bool,
    /// The least cost in centimes; null when out of reach.
    pub cost: Option<i64>,
    /// The activities to shorten.
    pub reductions: Vec<ReductionResult>,
}

/// One activity to shorten.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReductionResult {
    /// The activity.
    pub activity: String,
    /// By how many working minutes.
    pub minutes: i64,
    /// By how many working days.
    pub days: f64,
}

/// A network scheduled.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ScheduleResult {
    /// Working minutes from the project's start to its finish: the latest early finish.
    pub duration_minutes: i64,
    /// The same in working days.
    pub duration_days: f64,
    /// Working minutes of a day in every figure in days.
    pub minutes_per_day: i64,
    /// The project's first working instant; null without a start.
    pub start: Option<Moment>,
    /// The project's finish; null without a start.
    pub finish: Option<Moment>,
    /// In the order of the request.
    pub activities: Vec<ActivitySchedule>,
    /// In the order of the request.
    pub links: Vec<LinkSchedule>,
    /// The longest critical path; the first of `critical_paths`.
    pub critical_path: Vec<String>,
    /// Critical paths, at most 20.
    pub critical_paths: Vec<Vec<String>>,
    /// Whether there are no other critical paths.
    pub critical_paths_complete: bool,
    /// Why floats are negative, worst first.
    pub negative_float: Vec<NegativeFloat>,
    /// Coordinates of the drawing, when asked for.
    pub layout: Option<Layout>,
    /// The least cost to finish sooner, when asked for, by target.
    pub compression: Option<Vec<CompressionResult>>,
}

/// Why a schedule cannot be answered.
pub(super) enum Failed {
    TooLong(usize),
    Problem(Problem),
}

/// Puts the passes into words.
pub(super) struct Assembly<'a> {
    pub request: &'a ScheduleRequest,
    pub compiled: &'a Compiled,
    pub passes: &'a Passes,
}

impl Assembly<'_> {
    pub fn result(&self) -> Result<ScheduleResult, Failed> {
        let (request, passes) = (self.request, self.passes);
        let activities =
            (0..request.activities.len()).map(|i| self.activity(i).ok_or(Failed::TooLong(i))).collect::<Result<Vec<_>, _>>()?;
        let critical: Vec<bool> = activities.iter().map(|a| a.critical).collect();
        let paths = critical_paths(&self.compiled.graph, passes, &critical, request.critical_float_minutes);
        let name_all = |indexes: &[usize]| indexes.iter().map(|i| self.name(*i)).collect::<Vec<String>>();
        let listed: Vec<Vec<String>> = paths.paths.iter().map(|p| name_all(p)).collect();
        let edges = self.compiled.graph.edges();
        let links = (edges.iter().zip(&passes.slack).enumerate())
            .map(|(i, (edge, slack))| LinkSchedule {
                slack_minutes: *slack,
                driving: passes.times[edge.to as usize].early_cause == EarlyCause::Link(i),
            })
            .collect();
        let negative_float = shortfalls(&self.compiled.graph, passes)
            .into_iter()
            .map(|s| NegativeFloat {
                activity: self.name(s.activity),
                constraint: s.constraint,
                missed_by_minutes: -s.float,
                missed_by_days: self.days(-s.float),
                late_activities: name_all(&s.late),
            })
            .collect();
        let latest = (0..passes.times.len()).max_by_key(|i| passes.times[*i].ef).unwrap_or(0);
        let axis = self.compiled.axis.as_dyn();
        let duration_minutes = axis.offset(passes.finish).ok_or(Failed::TooLong(latest))?;
        let dated = request.start.is_some();
        Ok(ScheduleResult {
            duration_minutes,
            duration_days: self.days(duration_minutes),
            minutes_per_day: request.day(),
            start: axis.start_date(latest, self.compiled.start).filter(|_| dated).and_then(Moment::from_minutes),
            finish: axis.finish_date(latest, passes.finish).filter(|_| dated).and_then(Moment::from_minutes),
            critical_path: listed.first().cloned().unwrap_or_default(),
            critical_paths: listed,
            critical_paths_complete: paths.complete,
            activities,
            links,
            negative_float,
            layout: match &request.layout {
                None => None,
                Some(options) => Some(layout(&request.activities, &self.compiled.graph, options).map_err(Failed::Problem)?),
            },
            compression: self.compression().map_err(Failed::Problem)?,
        })
    }

    fn name(&self, index: usize) -> String {
        self.request.activities[index].id.clone()
    }

    fn days(&self, minutes: i64) -> f64 {
        minutes as f64 / self.request.day() as f64
    }

    fn activity(&self, index: usize) -> Option<ActivitySchedule> {
        let time = &self.passes.times[index];
        let task = &self.compiled.tasks[index];
        let axis = self.compiled.axis.as_dyn();
        let dated = self.request.start.is_some();
        // A milestone that follows work is the end of that work; one that nothing precedes is a beginning.
        let event = self.compiled.durations[index] == 0 && matches!(time.early_cause, EarlyCause::Link(_));
        let moment = |instant: i64, finish: bool| -> Option<Option<Moment>> {
            if !dated {
                return Some(None);
            }
            let civil = if finish { axis.finish_date(index, instant) } else { axis.start_date(index, instant) };
            Moment::from_minutes(civil?).map(Some)
        };
        let ends = self.compiled.durations[index] > 0 || event;
        let begun = !matches!(task.progress, Progress::NotStarted);
        let late_start = if begun { time.start } else { time.ls };
        let (early_start, early_finish) = (moment(time.start, event)?, moment(time.ef, ends)?);
        // Only an activity as late as possible is not scheduled at its early dates.
        let waits = (time.scheduled_start, time.scheduled_finish) != (time.start, time.ef);
        Some(ActivitySchedule {
            id: self.name(index),
            duration_minutes: self.compiled.durations[index],
            state: match task.progress {
                Progress::NotStarted => ActivityState::NotStarted,
                Progress::Started(_) => ActivityState::InProgress,
                Progress::Completed(..) => ActivityState::Completed,
            },
            early_start_minutes: axis.offset(time.start)?,
            early_finish_minutes: axis.offset(time.ef)?,
            late_start_minutes: axis.offset(late_start)?,
            late_finish_minutes: axis.offset(time.lf)?,
            total_float_minutes: time.total_float,
            free_float_minutes: time.free_float,
            total_float_days: self.days(time.total_float),
            free_float_days: self.days(time.free_float),
            critical: !matches!(task.progress, Progress::Completed(..)) && time.total_float <= self.request.critical_float_minutes,
            early_start,
            early_finish,
            late_start: moment(late_start, event)?,
            late_finish: moment(time.lf, ends)?,
            start_minutes: axis.offset(time.scheduled_start)?,
            finish_minutes: axis.offset(time.scheduled_finish)?,
            start: if waits { moment(time.scheduled_start, event)? } else { early_start },
            finish: if waits { moment(time.scheduled_finish, ends)? } else { early_finish },
            driven_by: Self::driven_by(time),
            limited_by: Self::limited_by(time),
        })
    }

    fn driven_by(time: &Times) -> Driver {
        let plain = |kind| Driver { kind, link: None, constraint: None };
        match time.early_cause {
            EarlyCause::ProjectStart => plain(DriverKind::ProjectStart),
            EarlyCause::StatusDate => plain(DriverKind::StatusDate),
            EarlyCause::Constraint => plain(DriverKind::Constraint),
            EarlyCause::Actual => plain(DriverKind::Actual),
            EarlyCause::Link(link) => Driver { link: Some(link), ..plain(DriverKind::Link) },
        }
    }

    fn limited_by(time: &Times) -> Driver {
        let plain = |kind| Driver { kind, link: None, constraint: None };
        match time.late_cause {
            LateCause::ProjectFinish => plain(DriverKind::ProjectFinish),
            LateCause::Actual => plain(DriverKind::Actual),
            LateCause::Constraint(kind) => Driver { constraint: Some(kind), ..plain(DriverKind::Constraint) },
            LateCause::Link(link) => Driver { link: Some(link), ..plain(DriverKind::Link) },
        }
    }

    fn compression(&self) -> Result<Option<Vec<CompressionResult>>, Problem> {
        let Some(compression) = &self.request.compression else {
            return Ok(None);
        };
        let day = self.request.day() as f64;
        let offers = (self.request.activities.iter().zip(&self.compiled.durations).enumerate())
            .map(|(i, (activity, duration))| {
                let least = activity.crash_minutes.or(activity.crash_days.map(|d| (d * day).round() as i64));
                let wrong =
                    |field: &str| Problem::new("out_of_range", format!("/activities/{i}/{field}")).with("activity", activity.id.as_str());
                let least = least.unwrap_or(*duration);
                if !(0..=*duration).contains(&least) {
                    return Err(wrong(if activity.crash_minutes.is_some() { "crash_minutes" } else { "crash_days" }));
                }
                let cost = activity.crash_cost_per_day.unwrap_or(0);
                if cost < 0 {
                    return Err(wrong("crash_cost_per_day"));
                }
                Ok(Reduction { duration: *duration, most: duration - least, cost_per_minute: cost as f64 / day })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let targets = compression.target_days.iter().enumerate();
        let results = targets.map(|(t, target_days)| {
            let target = (target_days * day).round() as i64;
            let found = match compress(&self.compiled.graph, &offers, target) {
                Ok(found) => Some(found),
                Err(NoCompression::Impossible) => None,
                Err(NoCompression::Limit) => {
                    return Err(Problem::new("calculation_too_long", format!("/compression/target_days/{t}")));
                }
            };
            let reductions = found.iter().flat_map(|f| f.reductions.iter().enumerate()).filter(|(_, m)| **m > 0);
            Ok(CompressionResult {
                target_days: *target_days,
                reachable: found.is_some(),
                cost: found.as_ref().and_then(|f| crate::amount::round_to_centime(f.cost)),
                reductions: reductions.map(|(i, m)| ReductionResult { activity: self.name(i), minutes: *m, days: self.days(*m) }).collect(),
            })
        });
        results.collect::<Result<Vec<_>, _>>().map(Some)
    }
}
