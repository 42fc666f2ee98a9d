//! What devices have noted, and warnings that follow from it.

use super::{ATTENDANCE, register};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::resources::attendance::model::{self, AttendanceMethod, AttendanceNote, AttendanceRefusal, CourseSessionId};
use crate::resources::attendance::store::{self, EntryRow, MarkRow, Row, WarningRow};
use crate::resources::attendance::wire::{AttendanceBatch, AttendanceReceipt, RefusedAttendance};
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId, Running, Status, Told};
use learning::attendance::State;
use serde_json::json;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Those of some participants who have a certificate that was not revoked.
pub fn certified(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>> {
    let mut all = HashSet::new();
    for of in crate::resources::CERTIFIED {
        all.extend(of(conn, ids)?);
    }
    Ok(all)
}

/// Whether anybody of a cohort has one.
pub fn certified_in(tx: &mut Write<'_>, id: CohortId) -> Result<bool> {
    let ids: Vec<EnrolmentId> = cohorts::seated(tx.conn, id)?.into_iter().map(|one| one.id).collect();
    Ok(!certified(tx.conn, &ids)?.is_empty())
}

/// What an entry is held against.
struct Known {
    sessions: HashMap<CourseSessionId, Row>,
    seated: HashSet<EnrolmentId>,
    certified: HashSet<EnrolmentId>,
}

impl Known {
    fn takes(&self, input: &AttendanceNote, at: Instant) -> std::result::Result<(), AttendanceRefusal> {
        let session = self.sessions.get(&input.session_id).ok_or(AttendanceRefusal::UnknownSession)?;
        if !self.seated.contains(&input.enrolment_id) {
            return Err(AttendanceRefusal::UnknownParticipant);
        }
        if self.certified.contains(&input.enrolment_id) {
            return Err(AttendanceRefusal::Certified);
        }
        model::takes(session.span(), input.mark, input.minutes_missed, at)
    }
}

/// Records what a device has noted; what was sent before is passed over.
pub fn record(tx: &mut Write<'_>, id: CohortId, batch: &AttendanceBatch) -> Result<AttendanceReceipt> {
    let cohort = cohorts::run(tx, id)?;
    let wanted: Vec<EnrolmentId> = batch.entries.iter().map(|input| input.enrolment_id).collect::<BTreeSet<_>>().into_iter().collect();
    let rows = store::all(tx.conn, id)?;
    let known = Known {
        sessions: rows.into_iter().map(|row| (row.id, row)).collect(),
        seated: cohorts::seated(tx.conn, id)?.into_iter().map(|one| one.id).collect(),
        certified: certified(tx.conn, &wanted)?,
    };
    let ids: Vec<_> = batch.entries.iter().map(|input| input.id).collect();
    let mut there = store::known(tx.conn, &ids)?;
    let (now, caller) = (tx.now, tx.caller);
    let (mut entries, mut refused, mut repeated) = (Vec::new(), Vec::new(), 0);
    for input in &batch.entries {
        if !there.insert(input.id) {
            repeated += 1;
            continue;
        }
        let at = input.at.set_right(batch.sent_at, now);
        match known.takes(input, at) {
            Err(reason) => refused.push(RefusedAttendance { id: input.id, reason }),
            Ok(()) => entries.push(EntryRow {
                id: input.id,
                session_id: input.session_id,
                enrolment_id: input.enrolment_id,
                mark: input.mark,
                minutes_missed: input.minutes_missed.map(i32::try_from).transpose().map_err(Error::internal)?,
                reason: input.reason.clone(),
                method: AttendanceMethod::List,
                at,
                device_at: input.at,
                received_at: now,
                device: Some(batch.device.clone()),
                person_id: caller.and_then(Caller::person),
                key_id: caller.and_then(Caller::key),
            }),
        }
    }
    let recorded = entries.len();
    if recorded > 0 {
        follow(tx, &cohort, entries)?;
        tx.audit((ATTENDANCE, &id.to_string()), None, Some(&json!({ "device": batch.device, "recorded": recorded })))?;
    }
    let clock_ahead_seconds = (batch.sent_at.utc() - now.utc()).num_seconds();
    Ok(AttendanceReceipt { recorded, repeated, refused, clock_ahead_seconds })
}

/// Keeps new entries with the marks that follow from them, and warns whoever must know. The cohort is locked.
///
/// # Errors
/// When the database does not answer.
pub fn follow(tx: &mut Write<'_>, cohort: &Running, entries: Vec<EntryRow>) -> Result<()> {
    let people: Vec<EnrolmentId> = entries.iter().map(|row| row.enrolment_id).collect::<BTreeSet<_>>().into_iter().collect();
    let mut marks: HashMap<(CourseSessionId, EnrolmentId), MarkRow> =
        store::marks(tx.conn, cohort.id, Some(&people))?.into_iter().map(|row| ((row.session_id, row.enrolment_id), row)).collect();
    let mut changed = HashSet::new();
    for entry in &entries {
        let key = (entry.session_id, entry.enrolment_id);
        let weight = model::weight(entry.method, entry.at, entry.id);
        if marks.get(&key).is_some_and(|mark| model::weight(mark.method, mark.at, mark.entry_id) >= weight) {
            continue;
        }
        let mark = MarkRow {
            session_id: entry.session_id,
            enrolment_id: entry.enrolment_id,
            cohort_id: cohort.id,
            mark: entry.mark,
            minutes_missed: entry.minutes_missed,
            reason: entry.reason.clone(),
            method: entry.method,
            at: entry.at,
            entry_id: entry.id,
        };
        marks.insert(key, mark);
        changed.insert(key);
    }
    let next = changed.iter().filter_map(|key| marks.get(key).cloned()).collect();
    store::keep(tx.conn, entries, next)?;
    warn(tx, cohort, &people)
}

/// Writes to those who cannot reach the attendance asked for any more, or with one more absence; once for each.
fn warn(tx: &mut Write<'_>, cohort: &Running, people: &[EnrolmentId]) -> Result<()> {
    if cohort.status != Status::Published {
        return Ok(());
    }
    let standings = register::standings(tx, cohort, people)?;
    let before = store::warned(tx.conn, people)?;
    let mut rows = Vec::new();
    for (id, standing) in standings {
        let out_of_reach = match standing.state {
            State::OutOfReach => true,
            State::InDanger => false,
            State::Reached | State::OnCourse | State::NothingCounted => continue,
        };
        if before.get(&id).is_none_or(|told| out_of_reach && !told) {
            rows.push(WarningRow { enrolment_id: id, out_of_reach, at: tx.now });
        }
    }
    for (out_of_reach, told) in [(true, Told::OutOfReach), (false, Told::InDanger)] {
        let ids: Vec<EnrolmentId> = rows.iter().filter(|row| row.out_of_reach == out_of_reach).map(|row| row.enrolment_id).collect();
        if !ids.is_empty() {
            cohorts::tell(tx, cohort.id, Some(&ids), told)?;
        }
    }
    store::warn(tx.conn, rows)
}
