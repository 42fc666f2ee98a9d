//! Changing a network: every change is scheduled before it is kept.

use super::SUBJECT;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::activities::model::plan::{self, Holding, Setting};
use crate::resources::activities::model::{Activity, ActivityId, ActivityInput, MOST_ACTIVITIES, MOST_LINKS, Network};
use crate::resources::activities::store;
use crate::resources::activities::wire::{NetworkInput, ProjectActivity, ProjectNetwork, WorkingTime};
use crate::resources::projects::{self, Brief, Id as ProjectId, PlanSummary};
use crate::resources::{calculations, holidays};
use chrono::{Days, NaiveDate};
use planning::calculations::ScheduleResult;
use planning::calendar::Holiday;
use planning::problem::Problem;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// How far beyond the start public holidays are looked up, in days: twenty years.
const HOLIDAY_REACH: u64 = 7_305;
/// Changes told in full in the audit log.
const TOLD: usize = 50;

/// What a network's schedule depends on beside the network.
///
/// # Errors
/// When the database does not answer.
pub fn setting(conn: &mut AnyConnection, start: Option<NaiveDate>) -> Result<Setting> {
    let Some(from) = start else { return Ok(Setting::default()) };
    let to = from.checked_add_days(Days::new(HOLIDAY_REACH)).unwrap_or(from);
    let found = holidays::between(conn, from, to)?;
    let day = |one: holidays::Occurrence| Holiday {
        date: one.date,
        until: Some(one.until).filter(|until| *until != one.date),
        name: Some(one.name.ar),
    };
    Ok(Setting { start, holidays: found.into_iter().map(day).collect(), ..Setting::default() })
}

/// What the engine finds wrong with a network, at its place in the request and with the activities by their names.
pub fn refused(problem: Problem, network: &Network, holding: Holding) -> Error {
    calculations::refused_naming(&plan::pointed(problem, network, holding), &|code, language| plan::called(network, code, language))
}

/// The schedule of a network, or the problem in words, its pointers as `holding` says.
///
/// # Errors
/// `invalid` naming the activities.
pub fn scheduled(network: &Network, setting: &Setting, holding: Holding) -> Result<ScheduleResult> {
    planning::calculations::schedule(&plan::schedule_request(network, setting)).map_err(|problem| refused(problem, network, holding))
}

/// Schedules a changed network and keeps it with what follows from it.
pub fn keep(
    tx: &mut Write<'_>,
    project: &Brief,
    (before, version): (&Network, i64),
    mut after: Network,
    holding: Holding,
) -> Result<(Network, i64, ScheduleResult)> {
    limits(&after, holding)?;
    let setting = setting(tx.conn, project.starts_on)?;
    let schedule = scheduled(&after, &setting, holding)?;
    after.lanes = plan::lanes(&schedule);
    let (version, now) = (version + 1, tx.now);
    store::save(tx.conn, project.id, &after, version, now)?;
    let summary = PlanSummary {
        finish: schedule.finish.map(|finish| finish.date),
        activities: i64::try_from(after.activities.len()).map_err(Error::internal)?,
        percent_done: plan::percent_done(&after, &schedule),
    };
    projects::set_plan(tx, project.id, &summary)?;
    let there: HashSet<ActivityId> = after.activities.iter().map(|activity| activity.id).collect();
    let gone: Vec<uuid::Uuid> =
        before.activities.iter().map(|activity| activity.id).filter(|id| !there.contains(id)).map(|id| id.0).collect();
    projects::forget(tx, project.id, &gone)?;
    let (was, is) = difference(before, &after)?;
    tx.audit((SUBJECT, &project.id.to_string()), Some(&was), Some(&is))?;
    let event = json!({ "version": version, "activities": after.activities.len(), "finish": schedule.finish });
    projects::publish(tx, "project.network_changed", project.id, &event)?;
    Ok((after, version, schedule))
}

fn limits(network: &Network, holding: Holding) -> Result<()> {
    let mut faults = Faults::default();
    let pointer = |whole: &str| if holding == Holding::Whole { whole.to_owned() } else { String::new() };
    if network.activities.len() > MOST_ACTIVITIES {
        faults.expecting(pointer("/activities"), Fault::TooMany, MOST_ACTIVITIES);
    } else if plan::link_count(network) > MOST_LINKS {
        faults.expecting(pointer("/activities"), Fault::TooMany, MOST_LINKS);
    }
    for (index, activity) in network.activities.iter().enumerate() {
        let at = pointer(&format!("/activities/{index}"));
        if let Some(measure) = &activity.content.measure {
            measure.check(&format!("{at}/measure"), &mut faults);
        }
        let Some(three) = activity.content.estimate else { continue };
        if three.most_likely < three.optimistic {
            faults.expecting(format!("{at}/estimate/most_likely"), Fault::TooSmall, three.optimistic);
        } else if three.pessimistic < three.most_likely {
            faults.expecting(format!("{at}/estimate/pessimistic"), Fault::TooSmall, three.most_likely);
        }
    }
    faults.finish()
}

/// The activities that differ: in full where they are few, by code where they are many.
fn difference(before: &Network, after: &Network) -> Result<(Value, Value)> {
    let old: HashMap<ActivityId, &Activity> = before.activities.iter().map(|activity| (activity.id, activity)).collect();
    let kept: HashSet<ActivityId> = after.activities.iter().map(|activity| activity.id).collect();
    let (mut was, mut is) = (Vec::new(), Vec::new());
    for activity in &after.activities {
        match old.get(&activity.id) {
            Some(known) if known.content == activity.content => {}
            Some(known) => {
                was.push(*known);
                is.push(activity);
            }
            None => is.push(activity),
        }
    }
    was.extend(before.activities.iter().filter(|activity| !kept.contains(&activity.id)));
    let told = |list: &[&Activity], network: &Network| -> Result<Value> {
        let activities = if list.len() > TOLD {
            list.iter().map(|activity| json!(activity.content.code)).collect()
        } else {
            list.iter().map(|activity| serde_json::to_value(&activity.content)).collect::<std::result::Result<Vec<_>, _>>()?
        };
        let mut document = json!({ "activities": activities });
        if before.working_time != after.working_time {
            document["working_time"] = serde_json::to_value(&network.working_time)?;
        }
        Ok(document)
    };
    Ok((told(&was, before)?, told(&is, after)?))
}

/// The view of an activity.
pub fn shown(activity: &Activity) -> ProjectActivity {
    ProjectActivity { activity: activity.content.clone(), version: activity.version }
}

/// The view of a network.
pub fn view(project_id: ProjectId, network: &Network, version: i64) -> ProjectNetwork {
    let activities = network.activities.iter().map(shown).collect();
    ProjectNetwork { project_id, working_time: network.working_time.clone(), activities, version }
}

/// Writes rows into a network: by id, by code, or as new ones; with `replace` the rest goes.
///
/// # Errors
/// `invalid` for an id that is no activity of the project.
pub fn write_rows(tx: &Write<'_>, before: &Network, rows: Vec<ActivityInput>, replace: bool) -> Result<Network> {
    let mut faults = Faults::default();
    let by_id: HashMap<ActivityId, usize> = before.activities.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    let by_code: HashMap<&str, usize> = before.activities.iter().enumerate().map(|(at, one)| (one.content.code.as_str(), at)).collect();
    let mut after = Network { activities: Vec::new(), ..before.clone() };
    if !replace {
        after.activities.clone_from(&before.activities);
    }
    let named: HashSet<ActivityId> = rows.iter().filter_map(|row| row.id).collect();
    let mut taken = HashSet::new();
    for (index, mut row) in rows.into_iter().enumerate() {
        let known = match row.id {
            Some(id) if by_id.contains_key(&id) => by_id.get(&id),
            Some(id) => {
                faults.expecting(format!("/activities/{index}/id"), Fault::NoSuch, id);
                None
            }
            None => by_code.get(row.code.as_str()).filter(|at| !named.contains(&before.activities[**at].id)),
        };
        let known = known.copied().filter(|at| taken.insert(*at));
        let activity = match known {
            Some(at) => {
                let old = &before.activities[at];
                row.id = Some(old.id);
                let version = if row == old.content { old.version } else { old.version + 1 };
                Activity { id: old.id, version, content: row }
            }
            None => {
                let id: ActivityId = tx.new_id();
                row.id = Some(id);
                Activity { id, version: 1, content: row }
            }
        };
        match known.filter(|_| !replace) {
            Some(at) => after.activities[at] = activity,
            None => after.activities.push(activity),
        }
    }
    faults.finish()?;
    Ok(after)
}

pub fn put(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, input: NetworkInput) -> Result<ProjectNetwork> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    expected.check(version)?;
    let mut after = write_rows(tx, &before, input.activities, true)?;
    if let Some(working_time) = input.working_time {
        after.working_time = working_time;
    }
    let (after, version, _) = keep(tx, &project, (&before, version), after, Holding::Whole)?;
    Ok(view(id, &after, version))
}

pub fn set_calendar(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, input: WorkingTime) -> Result<ProjectNetwork> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    expected.check(version)?;
    let after = Network { working_time: input, ..before.clone() };
    let (after, version, _) = keep(tx, &project, (&before, version), after, Holding::Whole)?;
    Ok(view(id, &after, version))
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, mut input: ActivityInput) -> Result<ProjectActivity> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    if input.id.is_some() {
        let mut faults = Faults::default();
        faults.expecting("/id", Fault::NotAllowed, "null");
        faults.finish()?;
    }
    let activity_id: ActivityId = tx.new_id();
    input.id = Some(activity_id);
    let mut after = before.clone();
    after.activities.push(Activity { id: activity_id, version: 1, content: input });
    let place = after.activities.len() - 1;
    let (after, ..) = keep(tx, &project, (&before, version), after, Holding::One(place))?;
    Ok(shown(&after.activities[place]))
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, activity: ActivityId, expected: IfMatch, patch: &MergePatch) -> Result<ProjectActivity> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    let place = before.position(activity).ok_or_else(Error::not_found)?;
    let old = &before.activities[place];
    expected.check(old.version)?;
    let content: ActivityInput = patch.apply(&old.content)?;
    if content.id != Some(activity) {
        let mut faults = Faults::default();
        faults.expecting("/id", Fault::NotAllowed, activity);
        faults.finish()?;
    }
    let mut after = before.clone();
    if content.code != old.content.code && !before.activities.iter().any(|other| other.content.code == content.code) {
        after.rename(&old.content.code, &content.code);
    }
    after.activities[place] = Activity { id: activity, version: old.version + 1, content };
    let (after, ..) = keep(tx, &project, (&before, version), after, Holding::One(place))?;
    Ok(shown(&after.activities[place]))
}

pub fn delete(tx: &mut Write<'_>, id: ProjectId, activity: ActivityId, expected: IfMatch) -> Result<()> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    let place = before.position(activity).ok_or_else(Error::not_found)?;
    expected.check(before.activities[place].version)?;
    let mut after = before.clone();
    after.remove(place);
    keep(tx, &project, (&before, version), after, Holding::Whole)?;
    Ok(())
}
