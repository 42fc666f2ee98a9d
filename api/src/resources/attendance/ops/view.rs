//! Sessions as a caller sees them.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Body, Scope};
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::ids::PersonId;
use crate::kernel::language::Text;
use crate::resources::attendance::model::{CourseSessionId, CourseSessionInput};
use crate::resources::attendance::store::{self, Key, Row};
use crate::resources::attendance::wire::{CourseSession, SessionTrainer};
use crate::resources::cohorts::{self, Id as CohortId, Running, Status};
use crate::resources::{accounts, courses, holidays};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::HashMap;

/// Whether a day is one of the weekend: Friday and Saturday.
pub fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Fri | Weekday::Sat)
}

/// The modules a cohort is taught.
///
/// # Errors
/// When the database does not answer.
pub fn modules(tx: &mut Read<'_>, cohort: &Running) -> Result<Vec<courses::CourseModule>> {
    courses::modules(tx.conn, cohort.content.course_id, cohort.course_number)
}

/// Whether the caller may read where sessions meet online.
fn inside(tx: &mut Read<'_>, cohort: &Running) -> Result<bool> {
    if cohort.run() || tx.scope == Scope::All {
        return Ok(true);
    }
    match tx.caller.map(|caller| caller.body) {
        Some(Body::Association(id)) => Ok(!cohorts::seated_of(tx.conn, cohort.id, id)?.is_empty()),
        _ => Ok(false),
    }
}

/// The views of sessions of a cohort.
///
/// # Errors
/// When the database does not answer.
pub fn views(tx: &mut Read<'_>, cohort: &Running, rows: Vec<Row>) -> Result<Vec<CourseSession>> {
    let titles: HashMap<String, Text> = modules(tx, cohort)?.into_iter().map(|module| (module.code, module.title)).collect();
    let inside = inside(tx, cohort)?;
    let days = rows.first().zip(rows.last()).map(|(first, last)| (first.starts_at.day(), last.starts_at.day()));
    let off = match days {
        Some((first, last)) => holidays::between(tx.conn, first, last)?,
        None => Vec::new(),
    };
    let contents: Vec<CourseSessionInput> = rows.iter().map(|row| row.document.read()).collect::<std::result::Result<_, _>>()?;
    let people: Vec<PersonId> = contents.iter().flat_map(|content| content.trainer_ids.iter().copied()).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let listed = store::listed(tx.conn, cohort.id)?;
    let editable = cohort.run() && !matches!(cohort.status, Status::Cancelled | Status::Closed);
    let view = |(row, content): (Row, CourseSessionInput)| {
        let day = row.starts_at.day();
        let named = |id: &PersonId| Some(SessionTrainer { person_id: *id, name: names.get(id)?.clone() });
        let module_title = content.module.as_ref().and_then(|code| titles.get(code));
        let place = cohort.content.place.as_ref();
        CourseSession {
            id: row.id,
            cohort_id: row.cohort_id,
            status: row.status,
            status_reason: row.status_reason,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            minutes: row.minutes,
            title: content.title.or_else(|| module_title.cloned()).unwrap_or_else(|| cohort.content.name.clone()),
            module: content.module,
            room: content.room.clone().or_else(|| place.and_then(|place| place.room.clone())),
            online_url: content.online_url.or_else(|| cohort.content.online_url.clone()).filter(|_| inside),
            trainers: content.trainer_ids.iter().filter_map(named).collect(),
            note: content.note,
            holiday: off.iter().find(|one| one.date <= day && one.until >= day).map(|one| one.name.clone()),
            weekend: weekend(day),
            listed: listed.contains(&row.id),
            editable,
            updated_at: row.updated_at,
            version: row.version,
        }
    };
    Ok(rows.into_iter().zip(contents).map(view).collect())
}

/// The view of one session.
///
/// # Errors
/// When the database does not answer.
pub fn one(tx: &mut Read<'_>, cohort: &Running, row: Row) -> Result<CourseSession> {
    views(tx, cohort, vec![row])?.pop().ok_or_else(crate::kernel::error::Error::not_found)
}

pub fn get(tx: &mut Read<'_>, id: CourseSessionId) -> Result<CourseSession> {
    let row = store::find(tx.conn, id)?;
    let cohort = cohorts::read(tx, row.cohort_id)?;
    one(tx, &cohort, row)
}

/// The tag of a view: the version, and what it shows of its reader.
pub fn tag(session: &CourseSession) -> String {
    let flag = u8::from;
    let reader = (flag(session.editable), flag(session.online_url.is_some()), flag(session.listed));
    format!("{}-{}{}{}", session.version, reader.0, reader.1, reader.2)
}

pub fn list(tx: &mut Read<'_>, id: CohortId, list: &List<Unfiltered>) -> Result<Page<CourseSession>> {
    let cohort = cohorts::read(tx, id)?;
    let after: Option<Key> = list.after()?;
    let total = list.total(|| store::total(tx.conn, id))?;
    let page = list.page(store::page(tx.conn, id, after, list.limit + 1)?, total, Key::of)?;
    Ok(Page { items: views(tx, &cohort, page.items)?, next_cursor: page.next_cursor, total })
}
