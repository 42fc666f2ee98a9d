//! The code that is shown in the room, and who sends it.

use super::{ATTENDANCE, record, register};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::pdf::qr;
use crate::kernel::problem::Kind;
use crate::kernel::validate::Fault;
use crate::resources::attendance::model::{self, AttendanceMethod, CODE_SECONDS, CourseSessionId};
use crate::resources::attendance::store::{self, EntryRow, Row};
use crate::resources::attendance::wire::{ArrivalInput, SessionAttendance, SessionCode};
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId, Status};
use serde_json::json;

/// Minutes after the end until which somebody can still say that they were there.
const DOORS_CLOSE: i64 = 30;

fn not_now() -> Error {
    Error::say(
        Kind::WrongState,
        "يسجل الحضور بالرمز قبل بداية الحصة بنصف ساعة وإلى نصف ساعة بعد نهايتها.",
        "La présence se note par le code d’une demi-heure avant la séance à une demi-heure après.",
        "Attendance is noted with the code from half an hour before the session to half an hour after it.",
    )
}

fn open(row: &Row, now: Instant) -> bool {
    let takes = model::takes(row.span(), model::AttendanceMark::Present, None, now);
    takes.is_ok() && now <= row.ends_at.plus(chrono::Duration::minutes(DOORS_CLOSE))
}

/// The code of a session now, for those who run it.
pub fn show(tx: &mut Read<'_>, id: CourseSessionId) -> Result<SessionCode> {
    let row = store::find(tx.conn, id)?;
    let cohort = cohorts::read(tx, row.cohort_id)?;
    if !cohort.run() {
        return Err(Error::new(Kind::Forbidden));
    }
    let window = model::window(tx.now);
    let code = model::code(&tx.kernel.sealer, id, window);
    // Behind the sign, so that no log of a server keeps it.
    let url = format!("{}/{}/attend/{id}#{code}", tx.kernel.config.public_url, tx.origin.language);
    let next = chrono::DateTime::from_timestamp((window + 1) * CODE_SECONDS, 0).map_or(tx.now, Instant::new);
    let open = open(&row, tx.now);
    Ok(SessionCode { session_id: id, open, qr: qr(&url)?, code, url, next_at: next })
}

/// The participant of the caller's association who has come.
fn who(tx: &mut Write<'_>, cohort: CohortId, wanted: Option<EnrolmentId>) -> Result<EnrolmentId> {
    let Some(Body::Association(association)) = tx.caller.map(|caller| caller.body) else { return Err(Error::new(Kind::Forbidden)) };
    let theirs = cohorts::seated_of(tx.conn, cohort, association)?;
    match (theirs.as_slice(), wanted) {
        ([], _) => Err(Error::say(
            Kind::Forbidden,
            "ليس لجمعيتكم مقعد في هذه الدورة.",
            "Votre association n’a pas de place dans cette session de formation.",
            "Your association has no seat in this cohort.",
        )),
        ([one], None) => Ok(one.id),
        (_, None) => Err(super::rows::fault("/enrolment_id", Fault::Required, "")),
        (theirs, Some(wanted)) => theirs
            .iter()
            .map(|one| one.id)
            .find(|id| *id == wanted)
            .ok_or_else(|| super::rows::fault("/enrolment_id", Fault::NoSuch, wanted)),
    }
}

/// Notes that a participant is there; what is noted already stays.
pub fn arrive(tx: &mut Write<'_>, id: CourseSessionId, input: &ArrivalInput) -> Result<SessionAttendance> {
    let row = store::find(tx.conn, id)?;
    let cohort = cohorts::read(tx, row.cohort_id)?;
    let enrolment = who(tx, cohort.id, input.enrolment_id)?;
    cohorts::lock(tx, cohort.id)?;
    let row = store::find(tx.conn, row.id)?;
    let now = tx.now;
    if !model::code_fits(&tx.kernel.sealer, id, &input.code, now) {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت صلاحية هذا الرمز. اقرؤوا الرمز المعروض الآن في القاعة.",
            "Ce code n’est plus valable. Lisez celui qui est affiché maintenant dans la salle.",
            "This code is over. Read the one that is shown in the room now.",
        ));
    }
    let mark_of = |rows: Vec<store::MarkRow>| rows.into_iter().find(|mark| mark.session_id == id);
    if let Some(there) = mark_of(store::marks(tx.conn, cohort.id, Some(&[enrolment]))?) {
        return Ok(register::noted(there));
    }
    if cohort.status != Status::Published || !open(&row, now) {
        return Err(not_now());
    }
    let (mark, missed) = model::arrival(row.span(), now);
    let entry = EntryRow {
        id: tx.new_id(),
        session_id: id,
        enrolment_id: enrolment,
        mark,
        minutes_missed: missed.map(i32::try_from).transpose().map_err(Error::internal)?,
        reason: None,
        method: AttendanceMethod::Code,
        at: now,
        device_at: now,
        received_at: now,
        device: None,
        person_id: tx.caller.and_then(Caller::person),
        key_id: None,
    };
    record::follow(tx, &cohort, vec![entry])?;
    tx.audit((ATTENDANCE, &enrolment.to_string()), None, Some(&json!({ "session_id": id, "mark": mark })))?;
    mark_of(store::marks(tx.conn, cohort.id, Some(&[enrolment]))?).map(register::noted).ok_or_else(Error::not_found)
}
