//! Where participants stand.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Body, Scope};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::resources::accounts;
use crate::resources::attendance::model::{AttendanceMark, CourseSessionId, CourseSessionStatus};
use crate::resources::attendance::store::{self, MarkRow, Row};
use crate::resources::attendance::wire::{ParticipantAttendance, SessionAttendance};
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId, Running, Seat, SeatKey, Status};
use learning::attendance::{CohortRequest, Excused, Participant as Marked, Rules, Session, SessionMark, SessionState, Standing};
use learning::grade::Work;
use std::collections::{HashMap, HashSet};

/// What attendance is held against in a cohort.
fn rules(cohort: &Running) -> Rules {
    let content = &cohort.content;
    Rules {
        threshold_percent: content.attendance_percent,
        excused: if content.excused_leave_the_total { Excused::LeavesTheTotal } else { Excused::CountsAsAbsent },
        absent_from_minutes_late: content.absent_from_minutes_late,
    }
}

/// A session as the engine counts it: one that is over was held once its list was taken, or the cohort is closed. A list that was forgotten makes nobody absent.
fn counted(row: &Row, cohort: &Running, listed: &HashSet<CourseSessionId>, now: Instant) -> Result<Session> {
    let over = row.ends_at <= now && (listed.contains(&row.id) || cohort.status == Status::Closed);
    let state = match row.status {
        CourseSessionStatus::Cancelled => SessionState::Cancelled,
        CourseSessionStatus::Planned if over => SessionState::Held,
        CourseSessionStatus::Planned => SessionState::Planned,
    };
    Ok(Session { id: row.id.to_string(), minutes: u32::try_from(row.minutes).map_err(Error::internal)?, state })
}

fn marked(id: EnrolmentId, marks: &[MarkRow]) -> Result<Marked> {
    let mark = |row: &MarkRow| {
        let minutes_missed = row.minutes_missed.map(u32::try_from).transpose().map_err(Error::internal)?;
        Ok(SessionMark { session: row.session_id.to_string(), mark: row.mark.into(), minutes_missed })
    };
    Ok(Marked { id: id.to_string(), marks: marks.iter().map(mark).collect::<Result<_>>()? })
}

/// Some participants of a cohort: where they stand, and what is noted of them as the sessions follow each other.
struct Told {
    standings: Vec<Standing>,
    marks: HashMap<EnrolmentId, Vec<MarkRow>>,
}

fn tell(tx: &mut Read<'_>, cohort: &Running, people: &[EnrolmentId]) -> Result<Told> {
    let listed = store::listed(tx.conn, cohort.id)?;
    let marks = store::marks(tx.conn, cohort.id, Some(people))?;
    tell_of(tx, cohort, people, &listed, marks)
}

fn tell_of(
    tx: &mut Read<'_>,
    cohort: &Running,
    people: &[EnrolmentId],
    listed: &HashSet<CourseSessionId>,
    found: Vec<MarkRow>,
) -> Result<Told> {
    let rows = store::all(tx.conn, cohort.id)?;
    let place: HashMap<CourseSessionId, usize> = rows.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let mut marks: HashMap<EnrolmentId, Vec<MarkRow>> = HashMap::new();
    for mark in found {
        marks.entry(mark.enrolment_id).or_default().push(mark);
    }
    for theirs in marks.values_mut() {
        theirs.sort_by_key(|mark| place.get(&mark.session_id).copied());
    }
    let none = Vec::new();
    let request = CohortRequest {
        rules: rules(cohort),
        sessions: rows.iter().map(|row| counted(row, cohort, listed, tx.now)).collect::<Result<_>>()?,
        participants: people.iter().map(|id| marked(*id, marks.get(id).unwrap_or(&none))).collect::<Result<_>>()?,
    };
    let told = learning::attendance::cohort(&request).map_err(|problem| Error::internal(problem.code))?;
    Ok(Told { standings: told.participants.into_iter().map(|one| one.standing).collect(), marks })
}

/// Where some participants of a cohort stand, in the order they are named.
///
/// # Errors
/// When the database does not answer.
pub fn standings(tx: &mut Read<'_>, cohort: &Running, people: &[EnrolmentId]) -> Result<Vec<(EnrolmentId, Standing)>> {
    Ok(people.iter().copied().zip(tell(tx, cohort, people)?.standings).collect())
}

/// Where everybody of a cohort stands, as the grade knows it; nothing of those of whom no share is known.
///
/// # Errors
/// When the database does not answer.
pub fn work(tx: &mut Read<'_>, id: CohortId) -> Result<HashMap<EnrolmentId, Work>> {
    let cohort = cohorts::briefs(tx, &[id])?.remove(&id).ok_or_else(Error::not_found)?;
    let people: Vec<EnrolmentId> = cohorts::seated(tx.conn, id)?.into_iter().map(|one| one.id).collect();
    let marks = store::marks(tx.conn, id, None)?;
    let listed = marks.iter().filter(|mark| mark.mark != AttendanceMark::Excused).map(|mark| mark.session_id).collect();
    let told = tell_of(tx, &cohort, &people, &listed, marks)?;
    Ok(people.into_iter().zip(told.standings).filter_map(|(id, standing)| Some((id, Work::of_standing(&standing)?))).collect())
}

fn views(tx: &mut Read<'_>, cohort: &Running, people: Vec<Seat>) -> Result<Vec<ParticipantAttendance>> {
    let ids: Vec<EnrolmentId> = people.iter().map(|one| one.id).collect();
    let Told { standings, mut marks } = tell(tx, cohort, &ids)?;
    let bodies: Vec<Body> = people.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let view = |(one, standing): (Seat, Standing)| ParticipantAttendance {
        enrolment_id: one.id,
        cohort_id: cohort.id,
        participant_name: one.person.name,
        association_id: one.association_id,
        association_name: names(Body::Association(one.association_id)).0,
        threshold_percent: cohort.content.attendance_percent,
        standing,
        marks: marks.remove(&one.id).unwrap_or_default().into_iter().map(noted).collect(),
    };
    Ok(people.into_iter().zip(standings).map(view).collect())
}

/// The view of a mark.
pub fn noted(row: MarkRow) -> SessionAttendance {
    SessionAttendance {
        session_id: row.session_id,
        mark: row.mark,
        minutes_missed: row.minutes_missed,
        reason: row.reason,
        method: row.method,
        at: row.at,
    }
}

/// The attendance of those of a cohort whom the caller may know of; without any the cohort is as if it was not there.
pub fn list(tx: &mut Read<'_>, id: CohortId, list: &List<Unfiltered>) -> Result<Page<ParticipantAttendance>> {
    let cohort = cohorts::read(tx, id)?;
    let after: Option<SeatKey> = list.after()?;
    let first = after.is_none();
    let found = cohorts::seated_page(tx, id, after, list.limit + 1)?;
    if first && found.is_empty() && !cohort.run() && tx.scope != Scope::All {
        return Err(Error::not_found());
    }
    let total = list.total(|| cohorts::seated_total(tx, id))?;
    let page = list.page(found, total, |(key, _)| key.clone())?;
    let people = page.items.into_iter().map(|(_, one)| one).collect();
    Ok(Page { items: views(tx, &cohort, people)?, next_cursor: page.next_cursor, total })
}

/// The attendance of one participant.
pub fn of_enrolment(tx: &mut Read<'_>, id: EnrolmentId) -> Result<ParticipantAttendance> {
    let one = cohorts::enrolment(tx, id)?;
    let cohort = cohorts::read(tx, one.cohort_id)?;
    views(tx, &cohort, vec![one])?.pop().ok_or_else(Error::not_found)
}
