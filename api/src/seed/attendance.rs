//! The timetable of the cohort of Algiers, who attended, and the certificates: all of the modules have been taught, the projects are still to be presented.

use super::file::{TODAY, at, days, rng};
use super::ids;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::language::Text;
use crate::resources::attendance::material::{
    AttendanceMark, AttendanceMethod, CourseSessionInput, EntryRow, MarkRow, Slot, insert_all, keep, lay, new_row,
};
use crate::resources::certificates::material::{code, due, insert_all as certificates};
use crate::resources::{cohorts, courses};
use chrono::{Datelike, NaiveTime, Weekday};

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Morning and afternoon.
const HOURS: [Slot; 2] = [Slot { from: hour(9), until: hour(12) }, Slot { from: hour(13), until: hour(15) }];

/// What is noted of a participant: most come, some come late, a few miss a lot.
fn mark(place: usize, session: usize) -> (AttendanceMark, Option<i32>, Option<&'static str>) {
    let rng = &mut rng((place * 1000 + session) as u64 + 93_000);
    let misses = if place % 9 == 4 { 40 } else { 5 };
    match rng.u32(0..100) {
        chance if chance < misses => (AttendanceMark::Absent, None, None),
        chance if chance < misses + 3 => (AttendanceMark::Excused, None, Some("شهادة طبية")),
        chance if chance < misses + 9 => (AttendanceMark::Late, Some(rng.i32(12..40)), None),
        _ => (AttendanceMark::Present, None, None),
    }
}

/// Writes them.
///
/// # Errors
/// When the database does not answer.
pub fn put(tx: &mut Read<'_>) -> Result<()> {
    let cohort = cohorts::read(tx, ids::cohort(0).into())?;
    let modules = courses::modules(tx.conn, cohort.content.course_id, cohort.course_number)?;
    let minutes: Vec<u32> = modules.iter().map(|module| module.minutes).collect();
    let teaching = |day: chrono::NaiveDate| !matches!(day.weekday(), Weekday::Fri | Weekday::Sat);
    let pieces = lay(&minutes, &HOURS, (cohort.content.starts_on, cohort.content.ends_on), teaching).unwrap_or_default();
    let lesson = |starts_at, ends_at, module: Option<usize>, title| CourseSessionInput {
        starts_at,
        ends_at,
        module: module.and_then(|place| modules.get(place)).map(|module| module.code.clone()),
        title,
        room: None,
        online_url: None,
        trainer_ids: Vec::new(),
        note: None,
    };
    let mut lessons: Vec<CourseSessionInput> =
        pieces.iter().map(|piece| lesson(piece.starts_at, piece.ends_at, Some(piece.module), None)).collect();
    let taught = lessons.len();
    let title =
        Text {
            ar: "عرض المشاريع".to_owned(), fr: Some("Présentation des projets".to_owned()), en: Some("Projects presented".to_owned())
        };
    lessons.push(lesson(at(days(TODAY, 58), 0), at(days(TODAY, 58), 120), None, Some(title)));
    let key = crate::resources::attendance::material::room_key(&cohort, None);
    let mut rows = Vec::new();
    for (place, content) in lessons.iter().enumerate() {
        rows.push(new_row(ids::session(place).into(), (cohort.id, key.clone()), content, at(days(TODAY, -40), 0))?);
    }
    let people = cohorts::seated(tx.conn, cohort.id)?;
    let (mut entries, mut marks) = (Vec::new(), Vec::new());
    for (number, row) in rows.iter().take(taught).enumerate() {
        for (place, one) in people.iter().enumerate() {
            let (mark, minutes_missed, reason) = mark(place, number);
            let (entry_id, noted) = (ids::attendance(number, place).into(), row.starts_at.plus(chrono::Duration::minutes(45)));
            let (reason, method) = (reason.map(str::to_owned), AttendanceMethod::List);
            entries.push(EntryRow {
                id: entry_id,
                session_id: row.id,
                enrolment_id: one.id,
                mark,
                minutes_missed,
                reason: reason.clone(),
                method,
                at: noted,
                device_at: noted,
                received_at: noted,
                device: Some("tablet-1".to_owned()),
                person_id: cohort.content.trainer_ids.first().copied(),
                key_id: None,
            });
            marks.push(MarkRow {
                session_id: row.id,
                enrolment_id: one.id,
                cohort_id: cohort.id,
                mark,
                minutes_missed,
                reason,
                method,
                at: noted,
                entry_id,
            });
        }
    }
    insert_all(tx.conn, rows, &[])?;
    keep(tx.conn, entries, marks)?;
    certify(tx)
}

/// Most of what is due has been issued, and one certificate was revoked.
fn certify(tx: &mut Read<'_>) -> Result<()> {
    let cohort = cohorts::read(tx, ids::cohort(0).into())?;
    let (rng, mut place) = (&mut rng(94_000), 0);
    let name = || {
        place += 1;
        Ok((ids::certificate(place).into(), code(rng.u64(..).to_le_bytes())))
    };
    let (mut rows, _) = due(tx, &cohort, &[], name)?;
    rows.truncate(10);
    if let Some(row) = rows.get_mut(3) {
        row.revoked_at = Some(tx.now);
        row.revocation_reason = Some("سُجل الحضور باسم شخص آخر".to_owned());
        row.version = 2;
    }
    certificates(tx.conn, rows)
}
