//! Sessions at the same time with the same trainer or in the same room.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::attendance::model::{CourseSessionId, CourseSessionStatus};
use crate::resources::attendance::store::{self, Row};
use crate::resources::attendance::wire::{ClashingSession, SessionClash, SessionClashList, SessionTrainer};
use crate::resources::cohorts::{self, Id as CohortId, Running, Status};
use learning::conflicts::{ClashRequest, TimedSession, clashes};
use std::collections::{BTreeSet, HashMap};

/// Most sessions beside those of a cohort that are looked at.
const MOST: i64 = 5_000;
/// Most clashes that are listed.
const LISTED: usize = 200;

/// A session as the engine compares it.
fn timed(row: &Row, people: &[PersonId]) -> TimedSession {
    let minute = |at: crate::kernel::db::types::Instant| at.seconds().div_euclid(60);
    TimedSession {
        id: row.id.to_string(),
        start: minute(row.starts_at),
        end: minute(row.ends_at),
        trainers: people.iter().map(ToString::to_string).collect(),
        room: row.room_key.clone(),
    }
}

/// Who teaches each session: those it names, or everybody who teaches its cohort.
fn teachers(
    rows: &[Row],
    named: &HashMap<CourseSessionId, Vec<PersonId>>,
    cohorts: &HashMap<CohortId, Running>,
) -> HashMap<CourseSessionId, Vec<PersonId>> {
    let of = |row: &Row| {
        let own = named.get(&row.id).cloned().unwrap_or_default();
        if own.is_empty() { cohorts.get(&row.cohort_id).map(|cohort| cohort.content.trainer_ids.clone()).unwrap_or_default() } else { own }
    };
    rows.iter().map(|row| (row.id, of(row))).collect()
}

/// What clashes with the sessions of a cohort, among them and with those of others.
pub fn list(tx: &mut Read<'_>, id: CohortId) -> Result<SessionClashList> {
    let cohort = cohorts::read(tx, id)?;
    if !cohort.run() && tx.scope != crate::kernel::access::Scope::All {
        return Err(Error::new(Kind::Forbidden));
    }
    let mut rows: Vec<Row> = store::all(tx.conn, id)?.into_iter().filter(|row| row.status == CourseSessionStatus::Planned).collect();
    let Some((from, until)) = rows.iter().map(|row| row.starts_at).min().zip(rows.iter().map(|row| row.ends_at).max()) else {
        return Ok(SessionClashList { items: Vec::new(), more: false });
    };
    let rooms: BTreeSet<String> = rows.iter().filter_map(|row| row.room_key.clone()).collect();
    let people = &cohort.content.trainer_ids;
    let beside = store::beside(tx.conn, (from, until), people, &rooms.into_iter().collect::<Vec<_>>(), MOST)?;
    let ids: Vec<CohortId> = beside.iter().map(|row| row.cohort_id).chain([id]).collect::<BTreeSet<_>>().into_iter().collect();
    let briefs = cohorts::briefs(tx, &ids)?;
    let takes_place = |row: &Row| briefs.get(&row.cohort_id).is_some_and(|brief| brief.status != Status::Cancelled);
    rows.extend(beside.into_iter().filter(|row| row.cohort_id != id && takes_place(row)));
    let ids: Vec<CourseSessionId> = rows.iter().map(|row| row.id).collect();
    let named = store::trainers(tx.conn, &ids)?;
    let teachers = teachers(&rows, &named, &briefs);
    let sessions = rows.iter().map(|row| timed(row, teachers.get(&row.id).map(Vec::as_slice).unwrap_or_default())).collect();
    let found = clashes(&ClashRequest { sessions }).map_err(|problem| Error::internal(problem.code))?;
    let by_id: HashMap<String, &Row> = rows.iter().map(|row| (row.id.to_string(), row)).collect();
    let names = accounts::person_names(tx.conn, &teachers.values().flatten().copied().collect::<Vec<_>>())?;
    let by_name: HashMap<String, SessionTrainer> =
        names.into_iter().map(|(person_id, name)| (person_id.to_string(), SessionTrainer { person_id, name })).collect();
    let told = |row: &Row| {
        let brief = briefs.get(&row.cohort_id);
        let open = brief.filter(|brief| brief.status != Status::Draft || brief.run());
        ClashingSession {
            session_id: row.id,
            cohort_id: row.cohort_id,
            cohort_name: open.map(|brief| brief.content.name.clone()),
            starts_at: row.starts_at,
            ends_at: row.ends_at,
        }
    };
    let mut items = Vec::new();
    for clash in found.clashes {
        let (Some(first), Some(second)) = (by_id.get(&clash.first), by_id.get(&clash.second)) else { continue };
        let (own, other) = if first.cohort_id == id { (first, second) } else { (second, first) };
        if own.cohort_id != id {
            continue;
        }
        items.push(SessionClash {
            session: told(own),
            other: told(other),
            trainers: clash.trainers.iter().filter_map(|person| by_name.get(person).cloned()).collect(),
            room: clash.room.is_some(),
        });
    }
    let more = found.more || items.len() > LISTED;
    items.truncate(LISTED);
    Ok(SessionClashList { items, more })
}
