//! Loads the public holidays into an empty database.

use super::model::HolidayId;
use super::store::{self, Row};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::IdSource;
use crate::resources::territory::load::lines;
use chrono::NaiveDate;
use serde::Deserialize;

const HOLIDAYS: &str = include_str!("../../../reference/holidays.csv");

#[derive(Deserialize)]
struct Line {
    code: String,
    date: NaiveDate,
    until: Option<NaiveDate>,
    every_year: bool,
    name_ar: String,
    name_fr: String,
    name_en: String,
    confirmed: bool,
    source: String,
}

/// Loads the holidays when there are none.
///
/// # Errors
/// When the file or the database fails.
pub fn load(conn: &mut AnyConnection, ids: &IdSource, now: Instant) -> Result<()> {
    if !store::none_yet(conn)? {
        return Ok(());
    }
    for line in lines::<Line>(HOLIDAYS)? {
        let row = Row {
            id: HolidayId(ids.next()),
            code: line.code,
            date: line.date,
            until: line.until,
            every_year: line.every_year,
            name_ar: line.name_ar,
            name_fr: Some(line.name_fr),
            name_en: Some(line.name_en),
            confirmed: line.confirmed,
            source: line.source,
            version: 1,
            updated_at: now,
        };
        store::insert(conn, &row)?;
    }
    Ok(())
}
