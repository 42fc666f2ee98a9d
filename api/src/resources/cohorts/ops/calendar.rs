//! Announced cohorts in the calendar of events.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::language::Language;
use crate::resources::cohorts::model::{CohortInput, CohortStatus};
use crate::resources::cohorts::store::rows::{self, Filter};
use crate::resources::courses;
use crate::resources::events::CalendarEntry;
use chrono::NaiveDate;

/// Most cohorts of a calendar.
const MOST: i64 = 1_000;

/// Announced cohorts that meet in some wilayas, or anywhere, and end on a day or later.
///
/// # Errors
/// When the database does not answer.
pub fn calendar(tx: &mut Read<'_>, wilayas: &[String], from: NaiveDate, language: Language) -> Result<Vec<CalendarEntry>> {
    let statuses = vec![CohortStatus::Published, CohortStatus::Cancelled, CohortStatus::Closed];
    let filter = Filter { statuses, wilayas: wilayas.to_vec(), from: Some(from), ..Filter::default() };
    let found = rows::page(tx, &filter, false, None, MOST)?;
    let versions: Vec<_> = found.iter().map(|row| (row.course_id, row.course_number)).collect();
    let names = courses::version_names(tx.conn, &versions)?;
    let public_url = &tx.kernel.config.public_url;
    let entry = |row: rows::Row| {
        let content: CohortInput = row.document.read()?;
        let course = names.get(&(row.course_id, row.course_number)).map(|name| name.in_language(language));
        let title: Vec<&str> = course.into_iter().chain([content.name.in_language(language)]).collect();
        Ok(CalendarEntry {
            id: row.id.0,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            hours: None,
            title: title.join(" · "),
            place: content.place.map(|place| place.venue.in_language(language).to_owned()).unwrap_or_default(),
            url: format!("{public_url}/{language}/cohorts/{}", row.id),
            cancelled: row.status == CohortStatus::Cancelled,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    found.into_iter().map(entry).collect()
}
