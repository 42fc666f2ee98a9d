//! Sessions entered, changed and called off.

use super::{SESSION, view};
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::attendance::model::{CourseSessionId, CourseSessionInput, CourseSessionStatus, room_key};
use crate::resources::attendance::store::{self, Row};
use crate::resources::attendance::wire::CourseSession;
use crate::resources::cohorts::{self, Hours, Id as CohortId, Running, Status, Told};
use serde_json::json;

/// Most sessions of a cohort.
pub const MOST: usize = 400;

/// A new session.
///
/// # Errors
/// Never: an input is JSON.
pub fn new_row(id: CourseSessionId, cohort: (CohortId, Option<String>), content: &CourseSessionInput, now: Instant) -> Result<Row> {
    Ok(Row {
        id,
        cohort_id: cohort.0,
        status: CourseSessionStatus::Planned,
        status_reason: None,
        starts_at: content.starts_at,
        ends_at: content.ends_at,
        minutes: i32::try_from(content.minutes()).map_err(Error::internal)?,
        room_key: cohort.1,
        document: Json::of(content)?,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

/// A cohort that the caller runs and whose timetable may change.
///
/// # Errors
/// As [`cohorts::run`], and `wrong_state` for one that is closed.
pub fn changing(tx: &mut Write<'_>, id: CohortId) -> Result<Running> {
    let cohort = cohorts::run(tx, id)?;
    if cohort.status == Status::Closed {
        return Err(Error::say(
            Kind::WrongState,
            "اختُتمت هذه الدورة فلا يتغير توقيتها.",
            "Cette session de formation est close : son horaire ne change plus.",
            "This cohort is closed: its timetable no longer changes.",
        ));
    }
    Ok(cohort)
}

fn check(tx: &mut Write<'_>, cohort: &Running, content: &CourseSessionInput) -> Result<()> {
    let modules = view::modules(tx, cohort)?;
    let codes: Vec<&str> = modules.iter().map(|module| module.code.as_str()).collect();
    let mut faults = Faults::default();
    content.check(cohort, &codes, &mut faults);
    faults.finish()
}

/// Refuses one session too many.
///
/// # Errors
/// `wrong_state`.
pub fn must_fit(there: usize, more: usize) -> Result<()> {
    if there + more <= MOST {
        return Ok(());
    }
    Err(Error::say(
        Kind::WrongState,
        "للدورة 400 حصة على الأكثر.",
        "Une session de formation compte au plus 400 séances.",
        "A cohort has at most 400 sessions.",
    ))
}

pub fn add(tx: &mut Write<'_>, id: CohortId, content: &CourseSessionInput) -> Result<CourseSession> {
    let cohort = changing(tx, id)?;
    check(tx, &cohort, content)?;
    must_fit(store::all(tx.conn, id)?.len(), 1)?;
    let row = new_row(tx.new_id(), (id, room_key(&cohort, content.room.as_ref())), content, tx.now)?;
    store::insert_all(tx.conn, vec![row.clone()], &[(row.id, content.trainer_ids.clone())])?;
    tx.audit((SESSION, &row.id.to_string()), None, Some(&serde_json::to_value(content)?))?;
    view::one(tx, &cohort, row)
}

/// When a session is.
fn hours(row: &Row) -> Hours {
    Hours { from: row.starts_at, until: row.ends_at }
}

/// Whether those who come to a session must know that it changes.
fn concerns(tx: &Write<'_>, cohort: &Running, row: &Row) -> bool {
    cohort.status == Status::Published && row.ends_at > tx.now
}

pub fn update(tx: &mut Write<'_>, id: CourseSessionId, expected: IfMatch, patch: &MergePatch) -> Result<CourseSession> {
    let cohort_id = store::find(tx.conn, id)?.cohort_id;
    let cohort = changing(tx, cohort_id)?;
    let row = store::find(tx.conn, id)?;
    expected.check(row.version)?;
    must_take_place(&row)?;
    let before: CourseSessionInput = row.document.read()?;
    let after: CourseSessionInput = patch.apply(&before)?;
    check(tx, &cohort, &after)?;
    let moved = (after.starts_at, after.ends_at) != (before.starts_at, before.ends_at);
    if moved && store::is_listed(tx.conn, id)? {
        return Err(Error::say(
            Kind::WrongState,
            "سُجل الحضور في هذه الحصة فلا يتغير وقتها. ألغوها وأضيفوا حصة أخرى إن أعيدت.",
            "La présence à cette séance est notée : son heure ne change plus. Annulez-la et ajoutez-en une autre si elle est refaite.",
            "Attendance at this session is noted: its time no longer changes. Call it off and add another one when it is held again.",
        ));
    }
    let next = Row {
        starts_at: after.starts_at,
        ends_at: after.ends_at,
        minutes: i32::try_from(after.minutes()).map_err(Error::internal)?,
        room_key: room_key(&cohort, after.room.as_ref()),
        document: Json::of(&after)?,
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next, &after.trainer_ids)?;
    tx.audit((SESSION, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    if (moved || after.room != before.room) && concerns(tx, &cohort, &next) {
        cohorts::tell(tx, cohort_id, None, Told::Moved(hours(&next)))?;
        cohorts::tell_trainers(tx, &cohort.content, &after.trainer_ids, Told::Moved(hours(&next)))?;
    }
    view::one(tx, &cohort, next)
}

fn must_take_place(row: &Row) -> Result<()> {
    if row.status == CourseSessionStatus::Planned {
        return Ok(());
    }
    Err(Error::say(Kind::WrongState, "أُلغيت هذه الحصة.", "Cette séance est annulée.", "This session was called off."))
}

/// Calls a session off: it counts for nobody, whatever was noted.
pub fn cancel(tx: &mut Write<'_>, id: CourseSessionId, reason: &str) -> Result<CourseSession> {
    let cohort_id = store::find(tx.conn, id)?.cohort_id;
    let cohort = changing(tx, cohort_id)?;
    let row = store::find(tx.conn, id)?;
    must_take_place(&row)?;
    if store::is_listed(tx.conn, id)? && super::record::certified_in(tx, cohort_id)? {
        return Err(Error::say(
            Kind::WrongState,
            "مُنحت شهادات على أساس هذه الحصة فلا تلغى.",
            "Des attestations reposent sur cette séance : elle ne s’annule plus.",
            "Certificates rest on this session: it can no longer be called off.",
        ));
    }
    let content: CourseSessionInput = row.document.read()?;
    let next = Row {
        status: CourseSessionStatus::Cancelled,
        status_reason: Some(reason.to_owned()),
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next, &content.trainer_ids)?;
    tx.audit((SESSION, &id.to_string()), None, Some(&json!({ "status": next.status, "reason": reason })))?;
    if concerns(tx, &cohort, &next) {
        let called_off = Told::CalledOff(hours(&next), reason);
        cohorts::tell(tx, cohort_id, None, called_off)?;
        cohorts::tell_trainers(tx, &cohort.content, &content.trainer_ids, called_off)?;
    }
    view::one(tx, &cohort, next)
}

/// A fault at one place.
pub fn fault(pointer: &str, fault: Fault, expected: impl std::fmt::Display) -> Error {
    let mut faults = Faults::default();
    faults.expecting(pointer, fault, expected);
    faults.finish().err().unwrap_or_else(Error::not_found)
}
