//! Reading a network, its schedule and its chances.

use super::network::{refused, scheduled, setting, shown, view};
use super::parts::{Plan, planned};
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::activities::model::plan::{self, Holding, Setting};
use crate::resources::activities::model::{ActivityId, Network};
use crate::resources::activities::store;
use crate::resources::activities::wire::{
    ActivityName, DayOff, PercentileDate, PertQuery, ProjectActivity, ProjectNetwork, ProjectPert, ProjectSchedule, ScheduleQuery,
};
use crate::resources::holidays;
use crate::resources::projects::{self, Brief, Id as ProjectId};
use planning::calculations::{PertResult, ScheduleResult, SimulationRequest};
use planning::calendar::WorkingTime;
use planning::moment::Moment;

pub fn network(tx: &mut Read<'_>, id: ProjectId) -> Result<ProjectNetwork> {
    projects::read(tx, id)?;
    let (network, version) = store::find(tx.conn, id)?;
    Ok(view(id, &network, version))
}

pub fn activity(tx: &mut Read<'_>, id: ProjectId, activity: ActivityId) -> Result<ProjectActivity> {
    projects::read(tx, id)?;
    let (network, _) = store::find(tx.conn, id)?;
    network.activities.iter().find(|one| one.id == activity).map(shown).ok_or_else(Error::not_found)
}

/// The names of activities by code.
pub fn names(network: &Network) -> Vec<ActivityName> {
    let name = |activity: &crate::resources::activities::model::Activity| ActivityName {
        id: activity.id,
        code: activity.content.code.clone(),
        name: activity.content.name.clone(),
        milestone: activity.content.milestone,
    };
    network.activities.iter().map(name).collect()
}

/// A wrong parameter of a reading, where a body would be invalid.
fn of_parameter(error: Error) -> Error {
    if error.kind == Kind::Invalid { Error { kind: Kind::InvalidParameter, ..error } } else { error }
}

/// Everything about a schedule: the network, what it depends on, and itself.
pub struct Scheduled {
    /// The network.
    pub network: Network,
    /// Its version.
    pub version: i64,
    /// What it depends on.
    pub setting: Setting,
    /// The schedule.
    pub schedule: ScheduleResult,
}

impl Scheduled {
    /// What the other parts see of it.
    #[must_use]
    pub fn plan(&self) -> Plan {
        planned(&self.network, &self.setting, &self.schedule)
    }
}

/// The network of a project the caller has found, and the schedule that follows.
///
/// # Errors
/// `invalid_parameter` for a status date that cannot be.
pub fn scheduled_now(tx: &mut Read<'_>, project: &Brief, query: &ScheduleQuery) -> Result<Scheduled> {
    let (network, version) = store::find(tx.conn, project.id)?;
    let mut setting = setting(tx.conn, project.starts_on)?;
    setting.status_date = query.status_date.filter(|_| setting.start.is_some());
    setting.direction = query.direction.map(Into::into).unwrap_or_default();
    let schedule = scheduled(&network, &setting, Holding::Field("?status_date")).map_err(of_parameter)?;
    Ok(Scheduled { network, version, setting, schedule })
}

pub fn schedule(tx: &mut Read<'_>, id: ProjectId, query: &ScheduleQuery) -> Result<ProjectSchedule> {
    let project = projects::read(tx, id)?;
    let found = scheduled_now(tx, &project, query)?;
    let mut days_off = Vec::new();
    if let (Some(start), Some(finish)) = (found.setting.start, found.schedule.finish)
        && found.network.working_time.public_holidays
    {
        let between = holidays::between(tx.conn, start, finish.date)?;
        let day = |one: holidays::Occurrence| DayOff { date: one.date, until: one.until, name: one.name, provisional: one.provisional };
        days_off = between.into_iter().map(day).collect();
    }
    Ok(ProjectSchedule {
        project_id: id,
        network_version: found.version,
        activities: names(&found.network),
        holidays: days_off,
        schedule: found.schedule,
    })
}

pub fn pert(tx: &mut Read<'_>, id: ProjectId, query: &PertQuery) -> Result<ProjectPert> {
    let project = projects::read(tx, id)?;
    let (network, version) = store::find(tx.conn, id)?;
    let setting = setting(tx.conn, project.starts_on)?;
    if query.by.is_some() && setting.start.is_none() {
        let fields = vec![FieldFault::expecting("?by", Fault::Contradiction, "starts_on")];
        return Err(Error { fields, ..Error::new(Kind::InvalidParameter) });
    }
    let simulation = SimulationRequest {
        runs: query.runs.and_then(|runs| u32::try_from(runs).ok()).unwrap_or(1_000),
        seed: query.seed.and_then(|seed| u64::try_from(seed).ok()).unwrap_or(1),
        ..SimulationRequest::default()
    };
    let request = plan::pert_request(&network, &setting, query.by, simulation);
    let judged = if network.activities.is_empty() {
        None
    } else {
        let field = |pointer: &str| if pointer.starts_with("/deadlines") { "?by" } else { "?runs" };
        let result = planning::calculations::pert(&request).map_err(|problem| {
            let holding = Holding::Field(field(&problem.pointer));
            of_parameter(refused(problem, &network, holding))
        })?;
        Some(result)
    };
    let curve = judged.as_ref().map(|result| curve(result, &network, &setting)).unwrap_or_default();
    Ok(ProjectPert { project_id: id, network_version: version, activities: names(&network), pert: judged, curve })
}

/// The finishes by probability as dates of the project's calendar.
fn curve(result: &PertResult, network: &Network, setting: &Setting) -> Vec<PercentileDate> {
    let day = plan::schedule_request(network, setting).day() as f64;
    let calendar = setting.start.and_then(|start| Some((start, WorkingTime::new(&plan::calendar(network, setting), start).ok()?)));
    let date = |days: f64| {
        let (start, calendar) = calendar.as_ref()?;
        let worked = calendar.worked(Moment::day(*start).as_start())?;
        // Durations are bounded by the engine.
        Moment::from_minutes(calendar.as_finish(worked + (days.max(0.0) * day).round() as i64)?)
    };
    let point = |one: &planning::calculations::Percentile| PercentileDate {
        probability: one.probability,
        finish: date(one.duration),
        simulated_finish: one.simulated_duration.and_then(date),
    };
    result.percentiles.iter().map(point).collect()
}
