//! What the project and its other parts ask of the network.

use super::network::{keep, scheduled, setting};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::Result;
use crate::kernel::language::Text;
use crate::resources::activities::model::measure::WorkMeasure;
use crate::resources::activities::model::plan::{self, Holding, Setting};
use crate::resources::activities::model::{Activity, ActivityId, Network};
use crate::resources::activities::store;
use crate::resources::projects::{Brief, Id as ProjectId};
use chrono::NaiveDate;
use planning::calculations::ScheduleResult;
use planning::calendar::Calendar;
use planning::earned_value::ProgressMethod;
use planning::moment::Moment;

/// An activity as it is planned now.
#[derive(Debug, Clone)]
pub struct PlannedActivity {
    /// The activity.
    pub id: ActivityId,
    /// Its code.
    pub code: String,
    /// Its names.
    pub name: Text,
    /// Its first day; none without a start of the project.
    pub start: Option<NaiveDate>,
    /// Its last day.
    pub finish: Option<NaiveDate>,
    /// When work began.
    pub actual_start: Option<NaiveDate>,
    /// When work ended.
    pub actual_finish: Option<NaiveDate>,
    /// How its work is measured; in per cent when absent.
    pub measure: Option<WorkMeasure>,
}

impl PlannedActivity {
    /// Whether the dates of its beginning and its end alone say how far it is.
    pub fn is_measured_by_dates(&self) -> bool {
        self.measure.as_ref().is_some_and(|measure| matches!(measure.method, ProgressMethod::ZeroHundred | ProgressMethod::FiftyFifty))
    }
}

/// A network as it is planned now.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The activities, in their order.
    pub activities: Vec<PlannedActivity>,
    /// The project's calendar, public holidays included.
    pub calendar: Calendar,
}

/// The plan of a project the caller has found.
///
/// # Errors
/// When the database does not answer.
pub fn plan(tx: &mut Read<'_>, project: &Brief) -> Result<Plan> {
    let (network, _) = store::find(tx.conn, project.id)?;
    let setting = setting(tx.conn, project.starts_on)?;
    let schedule = scheduled(&network, &setting, Holding::Field(""))?;
    Ok(planned(&network, &setting, &schedule))
}

/// What the other parts see of a schedule.
pub fn planned(network: &Network, setting: &Setting, schedule: &ScheduleResult) -> Plan {
    let planned = network.activities.iter().zip(&schedule.activities).map(|(activity, scheduled)| PlannedActivity {
        id: activity.id,
        code: activity.content.code.clone(),
        name: activity.content.name.clone(),
        start: scheduled.start.map(|moment| moment.date),
        finish: scheduled.finish.map(|moment| moment.date),
        actual_start: activity.content.actual_start.map(|moment| moment.date),
        actual_finish: activity.content.actual_finish.map(|moment| moment.date),
        measure: activity.content.measure.clone(),
    });
    Plan { activities: planned.collect(), calendar: plan::calendar(network, setting) }
}

/// The network of a project for its copy: nothing done yet, dates moved with the start. Activities keep their identifiers, so that what other
/// parts say about them stays true in the copy.
pub fn copy(tx: &mut Write<'_>, from: ProjectId, to: &Brief) -> Result<()> {
    let (original, _) = store::find(tx.conn, from)?;
    if original.activities.is_empty() && original == Network::default() {
        return Ok(());
    }
    let started = crate::resources::projects::read(tx, from)?.starts_on;
    let shift = started.zip(to.starts_on).map(|(before, after)| after - before);
    let moved =
        |moment: Moment| Moment { date: shift.and_then(|shift| moment.date.checked_add_signed(shift)).unwrap_or(moment.date), ..moment };
    let fresh = |activity: &Activity| {
        let mut content = activity.content.clone();
        (content.percent_done, content.actual_start, content.actual_finish) = (None, None, None);
        content.deadline = content.deadline.map(moved);
        if let Some(constraint) = &mut content.constraint {
            constraint.at = constraint.at.map(moved);
        }
        Activity { id: activity.id, version: 1, content }
    };
    let network = Network { activities: original.activities.iter().map(fresh).collect(), ..original.clone() };
    keep(tx, to, (&Network::default(), 1), network, Holding::Field("/starts_on"))?;
    Ok(())
}

/// The network after the project's start has changed: refused when it can no longer be scheduled.
pub fn restarted(tx: &mut Write<'_>, project: &Brief) -> Result<()> {
    let (network, version) = store::find(tx.conn, project.id)?;
    if !network.activities.is_empty() {
        keep(tx, project, (&network, version), network.clone(), Holding::Field("/starts_on"))?;
    }
    Ok(())
}

/// Where an activity stands, as the reports say.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// The activity.
    pub id: ActivityId,
    /// Work done in per cent.
    pub percent: Option<f64>,
    /// When work began.
    pub start: Option<NaiveDate>,
    /// When work ended.
    pub finish: Option<NaiveDate>,
}

/// Moves a network on, or back, to what was reported.
///
/// # Errors
/// `invalid` when the dates reported cannot be scheduled.
pub fn report(tx: &mut Write<'_>, project: &Brief, done: &[Done]) -> Result<()> {
    let (before, version) = store::find(tx.conn, project.id)?;
    let mut after = before.clone();
    // A moment of the same day says more than the day.
    let at = |day: Option<NaiveDate>, known: Option<Moment>| known.filter(|moment| Some(moment.date) == day).or(day.map(Moment::day));
    for activity in &mut after.activities {
        let Some(said) = done.iter().find(|said| said.id == activity.id) else { continue };
        let content = &mut activity.content;
        let before = content.clone();
        content.percent_done = said.percent;
        content.actual_start = at(said.start, content.actual_start);
        content.actual_finish = at(said.finish, content.actual_finish);
        activity.version += i64::from(*content != before);
    }
    if after != before {
        keep(tx, project, (&before, version), after, Holding::Field("/progress"))?;
    }
    Ok(())
}

/// The network itself says nothing about activities that are gone.
pub fn forgotten(_: &mut Write<'_>, _: ProjectId, _: &[uuid::Uuid]) -> Result<()> {
    Ok(())
}
