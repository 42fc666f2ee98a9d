use super::model::{HolidayId, Occurrence};
use super::store::{self, Row};
use super::wire::{Holiday, HolidayInput, HolidayOccurrence, HolidayQuery};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::language::Text;
use crate::kernel::validate::{Fault, Faults};
use chrono::{Datelike, NaiveDate};

const SUBJECT: &str = "holiday";

/// The days off that touch a range of dates, in order.
///
/// # Errors
/// When the database does not answer.
pub fn between(conn: &mut AnyConnection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Occurrence>> {
    let rules = store::near(conn, from, to)?;
    let mut found: Vec<Occurrence> = rules.into_iter().flat_map(|row| row.rule().within(from, to)).collect();
    found.sort_by_key(|one| (one.date, one.id));
    Ok(found)
}

pub fn list(tx: &mut Read<'_>, query: &HolidayQuery) -> Result<Vec<HolidayOccurrence>> {
    let year = query.year.unwrap_or_else(|| tx.now.day().year());
    let (Some(from), Some(to)) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) else {
        return Ok(Vec::new());
    };
    let found = between(tx.conn, from, to)?;
    let view = |one: Occurrence| HolidayOccurrence {
        id: one.id,
        code: one.code,
        date: one.date,
        until: one.until,
        name: one.name,
        provisional: one.provisional,
    };
    Ok(found.into_iter().map(view).collect())
}

fn input(row: &Row) -> HolidayInput {
    HolidayInput {
        code: row.code.clone(),
        date: row.date,
        until: row.until,
        every_year: row.every_year,
        name: Text { ar: row.name_ar.clone(), fr: row.name_fr.clone(), en: row.name_en.clone() },
        confirmed: row.confirmed,
        source: row.source.clone(),
    }
}

fn row(id: HolidayId, input: HolidayInput, version: i64, now: Instant) -> Row {
    Row {
        id,
        code: input.code,
        date: input.date,
        until: input.until,
        every_year: input.every_year,
        name_ar: input.name.ar,
        name_fr: input.name.fr,
        name_en: input.name.en,
        confirmed: input.confirmed,
        source: input.source,
        version,
        updated_at: now,
    }
}

fn check(input: &HolidayInput) -> Result<()> {
    let mut faults = Faults::default();
    if let Some(until) = input.until {
        if until < input.date {
            faults.add("/until", Fault::WrongOrder);
        } else if (until - input.date).num_days() > 30 {
            faults.expecting("/until", Fault::TooLarge, input.date + chrono::Duration::days(30));
        }
    }
    if !(1962..=2200).contains(&input.date.year()) {
        faults.expecting("/date", Fault::WrongFormat, "2026-05-27");
    }
    faults.finish()
}

pub fn get(tx: &mut Read<'_>, id: HolidayId) -> Result<Holiday> {
    let row = store::find(tx.conn, id)?;
    Ok(Holiday { id, holiday: input(&row), version: row.version })
}

pub fn add(tx: &mut Write<'_>, input: HolidayInput) -> Result<Holiday> {
    check(&input)?;
    let (id, now): (HolidayId, _) = (tx.new_id(), tx.now);
    let after = serde_json::to_value(&input)?;
    store::insert(tx.conn, &row(id, input, 1, now))?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&after))?;
    tx.publish("holiday.created", id.0, None, &after)?;
    get(tx, id)
}

pub fn amend(tx: &mut Write<'_>, id: HolidayId, expected: IfMatch, patch: &MergePatch) -> Result<Holiday> {
    let found = store::find(tx.conn, id)?;
    expected.check(found.version)?;
    let before = input(&found);
    let after: HolidayInput = patch.apply(&before)?;
    check(&after)?;
    let now = tx.now;
    let document = serde_json::to_value(&after)?;
    store::save(tx.conn, &row(id, after, found.version + 1, now))?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&document))?;
    tx.publish("holiday.changed", id.0, None, &document)?;
    get(tx, id)
}
