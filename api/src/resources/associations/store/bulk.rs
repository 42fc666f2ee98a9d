//! Many new files at once, in as few statements as the databases take.
//!
//! PostgreSQL reads each table's rows from one `COPY … FROM STDIN` in its binary form. SQLite has no such thing and gets
//! statements of many rows.

use super::counts::{Counted, Tally};
use super::duplicates::KeyRow;
use super::history::TransitionRow;
use super::row::{Columns, MandateRow, SectorRow};
use super::{Projection, Record, registration_number};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{
    association_sectors, association_transitions, association_versions, associations, duplicate_keys, mandates, registration_sequences,
};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, KeyId};
use crate::resources::associations::model::Status;
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::{BTreeMap, HashMap};

/// A file as it was from an instant on.
#[derive(Insertable)]
#[diesel(table_name = association_versions, treat_none_as_default_value = false)]
pub struct VersionRow<'a> {
    pub association_id: AssociationId,
    pub version: i64,
    pub at: Instant,
    pub status: Status,
    pub registration_number: Option<&'a str>,
    pub document: &'a Json,
}

impl<'a> VersionRow<'a> {
    /// The file as it is.
    pub fn of(record: &'a Record) -> Self {
        Self {
            association_id: record.id,
            version: record.version,
            at: record.updated_at,
            status: record.status,
            registration_number: record.registration_number.as_deref(),
            document: &record.document,
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = registration_sequences, treat_none_as_default_value = false)]
struct SequenceRow<'a> {
    wilaya_code: &'a str,
    year: i32,
    last: i32,
}

/// Writes new files with all that follows from them, their first step and their first version. The person of the step is
/// the one who created the file; `key` is that of a machine.
///
/// The caller's transaction makes it all or nothing. A few thousand rows at a time keep memory low and are as fast as more.
///
/// # Errors
/// When the database refuses a row or does not answer.
pub fn insert_many(conn: &mut AnyConnection, rows: &[(Record, Projection)], key: Option<KeyId>) -> Result<()> {
    put_files(conn, rows)?;
    let steps: Vec<TransitionRow> = rows
        .iter()
        .map(|(record, _)| TransitionRow {
            id: uuid::Uuid::now_v7().into(),
            association_id: record.id,
            at: record.created_at,
            from_status: None,
            to_status: record.status,
            person_id: record.created_by,
            key_id: key,
            reason: None,
            remarks: None,
        })
        .collect();
    put_steps(conn, &steps)?;
    put_versions(conn, &rows.iter().map(|(record, _)| VersionRow::of(record)).collect::<Vec<_>>())
}

/// Writes files with their sectors, mandates, keys and counts, without their history.
///
/// # Errors
/// When the database refuses a row or does not answer.
pub fn put_files(conn: &mut AnyConnection, rows: &[(Record, Projection)]) -> Result<()> {
    let files: Vec<Columns<'_>> = rows.iter().map(|(record, projection)| record.columns(projection)).collect();
    put!(conn, associations::table, &files);
    let sectors: Vec<SectorRow<'_>> = rows
        .iter()
        .flat_map(|(record, projection)| projection.sectors.iter().map(|code| SectorRow { sector_code: code, association_id: record.id }))
        .collect();
    put!(conn, association_sectors::table, &sectors);
    let people: Vec<MandateRow<'_>> = rows
        .iter()
        .flat_map(|(record, projection)| projection.mandates.iter().map(|mandate| MandateRow::new(record.id, mandate)))
        .collect();
    put!(conn, mandates::table, &people);
    let mut keys: Vec<KeyRow<'_>> = rows
        .iter()
        .flat_map(|(record, projection)| projection.duplicate_keys.iter().map(|key| KeyRow { key, association_id: record.id }))
        .collect();
    // In the order of the index, so that neighbours land on the same page.
    keys.sort_unstable_by(|a, b| (a.key, a.association_id).cmp(&(b.key, b.association_id)));
    put!(conn, duplicate_keys::table, &keys);
    let mut tally = Tally::default();
    for (record, projection) in rows {
        tally.add(Counted::of(record, projection));
    }
    tally.keep(conn)
}

/// Writes steps.
///
/// # Errors
/// When the database refuses a row or does not answer.
pub fn put_steps(conn: &mut AnyConnection, rows: &[TransitionRow]) -> Result<()> {
    put!(conn, association_transitions::table, rows);
    Ok(())
}

/// Writes versions.
///
/// # Errors
/// When the database refuses a row or does not answer.
pub fn put_versions(conn: &mut AnyConnection, rows: &[VersionRow<'_>]) -> Result<()> {
    put!(conn, association_versions::table, rows);
    Ok(())
}

/// Gives files registration numbers, each in the year it was verified in, in the order they come. Like
/// [`super::next_number`], the sequences stay locked until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub fn number_many<'a>(conn: &mut AnyConnection, rows: impl IntoIterator<Item = (&'a mut Record, &'a str, i32)>) -> Result<()> {
    use registration_sequences as r;
    let mut by_sequence: BTreeMap<(&str, i32), Vec<&mut Record>> = BTreeMap::new();
    for (record, wilaya, year) in rows {
        by_sequence.entry((wilaya, year)).or_default().push(record);
    }
    let asked: Vec<SequenceRow<'_>> = by_sequence
        .iter()
        .map(|((wilaya, year), records)| SequenceRow {
            wilaya_code: wilaya,
            year: *year,
            last: i32::try_from(records.len()).unwrap_or(i32::MAX),
        })
        .collect();
    if asked.is_empty() {
        return Ok(());
    }
    let last: Vec<(String, i32, i32)> = crate::on!(conn, |conn| diesel::insert_into(r::table)
        .values(&asked)
        .on_conflict((r::wilaya_code, r::year))
        .do_update()
        .set(r::last.eq(r::last + excluded(r::last)))
        .returning((r::wilaya_code, r::year, r::last))
        .get_results(conn))?;
    let last: HashMap<(String, i32), i32> = last.into_iter().map(|(wilaya, year, last)| ((wilaya, year), last)).collect();
    for ((wilaya, year), records) in by_sequence {
        let last = last.get(&(wilaya.to_owned(), year)).copied().unwrap_or_default();
        for (number, record) in (1..=last).rev().zip(records.into_iter().rev()) {
            record.registration_number = Some(registration_number(wilaya, year, number));
        }
    }
    Ok(())
}
