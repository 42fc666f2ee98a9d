//! The timetable of a cohort for calendars.

use super::view::views;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::language::Language;
use crate::resources::attendance::model::CourseSessionStatus;
use crate::resources::attendance::store;
use crate::resources::attendance::wire::CourseSession;
use crate::resources::cohorts::{self, Id as CohortId};
use crate::resources::events::{CalendarEntry, calendar_of};

/// The sessions of a cohort as iCalendar, those that were called off too.
pub fn get(tx: &mut Read<'_>, id: CohortId, language: Option<Language>) -> Result<String> {
    let language = language.unwrap_or(tx.origin.language);
    let cohort = cohorts::read(tx, id)?;
    let rows = store::all(tx.conn, id)?;
    let public_url = tx.kernel.config.public_url.clone();
    let name = cohort.content.name.in_language(language);
    let venue = cohort.content.place.as_ref().map(|place| place.venue.in_language(language));
    let entry = |one: CourseSession| CalendarEntry {
        id: one.id.0,
        starts_on: one.starts_at.day(),
        ends_on: one.ends_at.day(),
        hours: Some((one.starts_at, one.ends_at)),
        title: format!("{} · {name}", one.title.in_language(language)),
        place: venue.into_iter().chain(one.room.as_ref().map(|room| room.in_language(language))).collect::<Vec<_>>().join(" · "),
        url: format!("{public_url}/{language}/cohorts/{id}/timetable"),
        cancelled: one.status == CourseSessionStatus::Cancelled,
        updated_at: one.updated_at,
        version: one.version,
    };
    let entries: Vec<CalendarEntry> = views(tx, &cohort, rows)?.into_iter().map(entry).collect();
    Ok(calendar_of(name, &entries, language))
}
