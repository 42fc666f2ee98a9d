//! Forward and backward pass over a network: the critical path method with generalised links.
//!
//! Sources: J. E. Kelley and M. R. Walker, *Critical-Path Planning and Scheduling* (1959), for the passes; S. E. Elmaghraby and
//! J. Kamburowski, *The analysis of activity networks under generalized precedence relations* (1992), for the four kinds of links.
//!
//! Every activity is bounded by the project: no early start lies before the project's start, no late finish after its finish,
//! as Microsoft Project and Primavera do.

use super::axis::Axis;
use super::graph::Graph;
use super::{ConstraintKind, LinkKind};

/// What is known of one activity before the passes; instants are those of the [`Axis`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Working minutes still to do.
    pub work: i64,
    /// Working minutes already done, of an activity under way.
    pub done: i64,
    /// Not to start before.
    pub start_min: i64,
    /// Not to finish before.
    pub finish_min: i64,
    /// Not to start after, and the constraint that says so.
    pub start_max: (i64, ConstraintKind),
    /// Not to finish after, and the constraint that says so.
    pub finish_max: (i64, ConstraintKind),
    /// To be scheduled as late as its successors allow.
    pub late: bool,
    /// Where its execution stands.
    pub progress: Progress,
}

/// Where the execution of an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Not begun.
    NotStarted,
    /// Begun, at a reported instant or else where the network puts it.
    Started(Option<i64>),
    /// Finished, with its reported start and finish, or else where the network puts them.
    Completed(Option<i64>, Option<i64>),
}

impl Task {
    /// An activity of so many working minutes without constraint or progress.
    #[must_use]
    pub fn new(work: i64) -> Self {
        Self {
            work,
            done: 0,
            start_min: i64::MIN,
            finish_min: i64::MIN,
            start_max: (i64::MAX, ConstraintKind::StartNoLaterThan),
            finish_max: (i64::MAX, ConstraintKind::FinishNoLaterThan),
            late: false,
            progress: Progress::NotStarted,
        }
    }

    fn started(&self) -> bool {
        !matches!(self.progress, Progress::NotStarted)
    }

    fn completed(&self) -> bool {
        matches!(self.progress, Progress::Completed(..))
    }
}

/// What an early date hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarlyCause {
    /// The start of the project.
    ProjectStart,
    /// The date of the progress report: work not yet done cannot lie before it.
    StatusDate,
    /// This link.
    Link(usize),
    /// A constraint of the activity itself.
    Constraint,
    /// A reported date.
    Actual,
}

/// What a late date hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateCause {
    /// The finish of the project.
    ProjectFinish,
    /// This link.
    Link(usize),
    /// A constraint or deadline of the activity itself.
    Constraint(ConstraintKind),
    /// A reported date.
    Actual,
}

/// Instants of one activity after the passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// When it starts, or reported to have started.
    pub start: i64,
    /// Early start of the work still to do; equal to `start` unless the activity is under way.
    pub es: i64,
    /// Early finish.
    pub ef: i64,
    /// Late start of the work still to do.
    pub ls: i64,
    /// Late finish.
    pub lf: i64,
    /// Start as scheduled: the early one, or later for an activity as late as possible.
    pub scheduled_start: i64,
    /// Finish as scheduled.
    pub scheduled_finish: i64,
    /// Total float: working minutes the finish can slip without moving the project or breaking a constraint.
    pub total_float: i64,
    /// Free float: working minutes it can slip without moving any successor's early dates.
    pub free_float: i64,
    /// What the early dates hang on.
    pub early_cause: EarlyCause,
    /// What the late dates hang on.
    pub late_cause: LateCause,
}

/// The outcome of the passes.
#[derive(Debug, Clone)]
pub struct Passes {
    /// By activity.
    pub times: Vec<Times>,
    /// By link: working minutes between the tied ends beyond the lag.
    pub slack: Vec<i64>,
    /// The latest early finish.
    pub finish: i64,
}

/// The activity whose dates left the hundred years a calendar covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong(pub usize);

/// Schedules a network on an axis, from `start`, with unfinished work no earlier than `status`.
///
/// # Errors
/// [`TooLong`].
pub fn schedule<A: Axis>(graph: &Graph, axis: &A, tasks: &[Task], start: i64, status: Option<i64>) -> Result<Passes, TooLong> {
    let empty = Times {
        start,
        es: start,
        ef: start,
        ls: start,
        lf: start,
        scheduled_start: start,
        scheduled_finish: start,
        total_float: 0,
        free_float: 0,
        early_cause: EarlyCause::ProjectStart,
        late_cause: LateCause::ProjectFinish,
    };
    let mut times = vec![empty; graph.nodes()];
    for node in graph.order() {
        let node = *node as usize;
        forward(graph, axis, tasks, &mut times, node, start, status).ok_or(TooLong(node))?;
    }
    let finish = times.iter().map(|t| t.ef).max().unwrap_or(start);
    let any_late = tasks.iter().any(|t| t.late);
    let mut slack = vec![0; graph.edges().len()];
    for node in graph.order().iter().rev() {
        let node = *node as usize;
        backward(graph, axis, tasks, &mut times, node, finish).ok_or(TooLong(node))?;
        free_float(graph, axis, tasks, &mut times, &mut slack, node, finish).ok_or(TooLong(node))?;
        if any_late && tasks[node].late && !tasks[node].started() {
            as_late_as_possible(graph, axis, tasks, &mut times, node, finish).ok_or(TooLong(node))?;
        }
    }
    Ok(Passes { times, slack, finish })
}

/// ES = the latest of: project start, status date, own constraints, and for each link
/// FS: EFp + lag · SS: ESp + lag · FF: EFp + lag − d · SF: ESp + lag − d. EF = ES + d.
fn forward<A: Axis>(
    graph: &Graph,
    axis: &A,
    tasks: &[Task],
    times: &mut [Times],
    node: usize,
    project_start: i64,
    status: Option<i64>,
) -> Option<()> {
    let task = &tasks[node];
    let (mut es, mut cause) = (project_start, EarlyCause::ProjectStart);
    for (index, edge) in graph.incoming(node) {
        let from = &times[edge.from as usize];
        let candidate = match edge.kind {
            LinkKind::FinishToStart => axis.after(from.ef, edge.lag)?,
            LinkKind::StartToStart => axis.after(from.start, edge.lag)?,
            LinkKind::FinishToFinish => axis.start(node, axis.after(from.ef, edge.lag)?, task.work)?,
            LinkKind::StartToFinish => axis.start(node, axis.after(from.start, edge.lag)?, task.work)?,
        };
        if candidate > es || (candidate == es && cause == EarlyCause::ProjectStart) {
            (es, cause) = (candidate, EarlyCause::Link(index));
        }
    }
    if task.start_min > es {
        (es, cause) = (task.start_min, EarlyCause::Constraint);
    }
    if task.finish_min > i64::MIN {
        let candidate = axis.start(node, task.finish_min, task.work)?;
        if candidate > es {
            (es, cause) = (candidate, EarlyCause::Constraint);
        }
    }
    let time = &mut times[node];
    match task.progress {
        Progress::NotStarted => {
            if status.is_some_and(|s| s > es) {
                (es, cause) = (status?, EarlyCause::StatusDate);
            }
            if task.work > 0 {
                es = axis.opening(node, es)?;
            }
            time.start = es;
            time.ef = axis.finish(node, es, task.work)?;
        }
        Progress::Started(actual) => {
            time.start = actual.unwrap_or(es);
            let resume = axis.finish(node, time.start, task.done)?;
            // Work left follows what was done, the report's date and, out of sequence, unfinished predecessors.
            if resume > es || actual.is_none() {
                (es, cause) = (resume, EarlyCause::Actual);
            }
            if status.is_some_and(|s| s > es) {
                (es, cause) = (status?, EarlyCause::StatusDate);
            }
            time.ef = axis.finish(node, es, task.work)?;
        }
        Progress::Completed(began, ended) => {
            cause = EarlyCause::Actual;
            es = match (began, ended) {
                (Some(began), _) => began,
                (None, Some(ended)) => axis.start(node, ended, task.done)?,
                (None, None) => es,
            };
            time.start = es;
            time.ef = match ended {
                Some(ended) => ended,
                None => axis.finish(node, es, task.done)?,
            };
        }
    }
    time.es = es;
    time.early_cause = cause;
    time.scheduled_start = time.start;
    time.scheduled_finish = time.ef;
    Some(())
}

/// LF = the earliest of: project finish, own constraints and deadline, and for each link
/// FS: LSs − lag · SS: LSs − lag + d · FF: LFs − lag · SF: LFs − lag + d. LS = LF − d. Links to completed activities no longer bind.
fn backward<A: Axis>(graph: &Graph, axis: &A, tasks: &[Task], times: &mut [Times], node: usize, finish: i64) -> Option<()> {
    let task = &tasks[node];
    if task.completed() {
        let time = &mut times[node];
        (time.ls, time.lf, time.late_cause) = (time.es, time.ef, LateCause::Actual);
        return Some(());
    }
    let (mut lf, mut cause) = (finish, LateCause::ProjectFinish);
    for (index, edge) in graph.outgoing(node) {
        if tasks[edge.to as usize].completed() {
            continue;
        }
        let to = &times[edge.to as usize];
        let candidate = match edge.kind {
            LinkKind::FinishToStart => axis.before(to.ls, edge.lag)?,
            LinkKind::FinishToFinish => axis.before(to.lf, edge.lag)?,
            _ if task.started() => continue,
            LinkKind::StartToStart => axis.finish(node, axis.before(to.ls, edge.lag)?, task.work)?,
            LinkKind::StartToFinish => axis.finish(node, axis.before(to.lf, edge.lag)?, task.work)?,
        };
        if candidate < lf || (candidate == lf && cause == LateCause::ProjectFinish) {
            (lf, cause) = (candidate, LateCause::Link(index));
        }
    }
    if task.finish_max.0 < lf {
        (lf, cause) = (task.finish_max.0, LateCause::Constraint(task.finish_max.1));
    }
    if task.start_max.0 < i64::MAX && !task.started() {
        let candidate = axis.finish(node, task.start_max.0, task.work)?;
        if candidate < lf {
            (lf, cause) = (candidate, LateCause::Constraint(task.start_max.1));
        }
    }
    let ls = axis.start(node, lf, task.work)?;
    let time = &mut times[node];
    (time.ls, time.lf, time.late_cause) = (ls, lf, cause);
    time.total_float = axis.between(node, time.ef, lf)?;
    Some(())
}

/// Free float = the least slack of the links that leave (successor's early event − lag − own early event), or else project finish − EF.
fn free_float<A: Axis>(
    graph: &Graph,
    axis: &A,
    tasks: &[Task],
    times: &mut [Times],
    slack: &mut [i64],
    node: usize,
    finish: i64,
) -> Option<()> {
    let own = times[node];
    let mut free = None;
    for (index, edge) in graph.outgoing(node) {
        let to = &times[edge.to as usize];
        let (event, next) = match edge.kind {
            LinkKind::FinishToStart => (own.ef, to.es),
            LinkKind::StartToStart => (own.start, to.es),
            LinkKind::FinishToFinish => (own.ef, to.ef),
            LinkKind::StartToFinish => (own.start, to.ef),
        };
        slack[index] = axis.between(node, axis.after(event, edge.lag)?, next)?;
        let binds = !tasks[edge.to as usize].completed();
        if binds && free.is_none_or(|f| slack[index] < f) {
            free = Some(slack[index]);
        }
    }
    times[node].free_float = match free {
        _ if tasks[node].completed() => 0,
        Some(free) => free,
        None => axis.between(node, own.ef, finish)?,
    };
    Some(())
}

/// The latest dates that move no successor's scheduled dates.
fn as_late_as_possible<A: Axis>(graph: &Graph, axis: &A, tasks: &[Task], times: &mut [Times], node: usize, finish: i64) -> Option<()> {
    let task = &tasks[node];
    let mut latest = finish.min(task.finish_max.0);
    for (_, edge) in graph.outgoing(node) {
        let to = &times[edge.to as usize];
        let to_start = if tasks[edge.to as usize].started() { to.es } else { to.scheduled_start };
        latest = latest.min(match edge.kind {
            LinkKind::FinishToStart => axis.before(to_start, edge.lag)?,
            LinkKind::FinishToFinish => axis.before(to.scheduled_finish, edge.lag)?,
            LinkKind::StartToStart => axis.finish(node, axis.before(to_start, edge.lag)?, task.work)?,
            LinkKind::StartToFinish => axis.finish(node, axis.before(to.scheduled_finish, edge.lag)?, task.work)?,
        });
    }
    if task.start_max.0 < i64::MAX {
        latest = latest.min(axis.finish(node, task.start_max.0, task.work)?);
    }
    let time = &mut times[node];
    if latest > time.ef {
        time.scheduled_start = axis.start(node, latest, task.work)?;
        time.scheduled_finish = latest;
    }
    Some(())
}
