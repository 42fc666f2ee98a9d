//! Very many associations, for measuring: written in batches while the next batches are made, in constant memory.

use super::file::{self, Detail, TODAY, days};
use super::places::Places;
use super::{Failure, ids};
use crate::kernel::Kernel;
use crate::kernel::db::schema::associations;
use crate::kernel::db::{AnyConnection, transaction};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::resources::associations::material::{Projection, Record, Status, bulk};
use chrono::Datelike;
use diesel::prelude::*;
use std::sync::mpsc::sync_channel;
use std::time::Instant as Timer;

/// Numbers of these associations start here, behind those of the demonstration.
const FIRST: u64 = 10_001;
/// Associations in one transaction.
const BATCH: u64 = 2_000;
/// Batches that wait to be written.
const AHEAD: usize = 2;

type Batch = Vec<(Record, Projection)>;

/// Fills the register up to a number of generated associations; those already there stay.
///
/// # Errors
/// When the database does not answer.
pub fn put(kernel: &Kernel, wanted: u64) -> std::result::Result<u64, Failure> {
    let mut conn = kernel.db.writer()?;
    let places = Places::load(&mut conn)?;
    let begin = present(&mut conn)?;
    let timer = Timer::now();
    std::thread::scope(|scope| {
        let (sender, batches) = sync_channel::<Result<Batch>>(AHEAD);
        scope.spawn(|| {
            let sender = sender;
            let mut number = begin;
            while number < wanted {
                let end = (number + BATCH).min(wanted);
                // The other side hangs up after an error.
                if sender.send((number..end).map(|number| one(FIRST + number, &places)).collect()).is_err() {
                    break;
                }
                number = end;
            }
        });
        let mut written = begin;
        for batch in batches {
            let mut batch = batch?;
            transaction::write::<_, Error>(&mut conn, |conn| write(conn, &mut batch))?;
            written += batch.len() as u64;
            if written % (BATCH * 10) == 0 || written == wanted {
                let rate = (written - begin) as f64 / timer.elapsed().as_secs_f64();
                eprintln!("  {written} of {wanted} associations, {rate:.0} a second");
            }
        }
        Ok(written - begin)
    })
}

/// How many generated associations are there.
fn present(conn: &mut AnyConnection) -> Result<u64> {
    let [first, end] = [FIRST, u64::from(u32::MAX)].map(|number| AssociationId(ids::association(number)));
    let last: Option<AssociationId> = associations::table
        .filter(associations::id.ge(first).and(associations::id.lt(end)))
        .select(associations::id)
        .order(associations::id.desc())
        .first(conn)
        .optional()?;
    Ok(last.map_or(0, |id| ids::number(id.0) + 1 - FIRST))
}

fn write(conn: &mut AnyConnection, batch: &mut Batch) -> Result<()> {
    bulk::number_many(
        conn,
        batch.iter_mut().filter(|(record, _)| !matches!(record.status, Status::Draft | Status::Submitted | Status::Returned)).map(
            |(record, projection)| {
                let year = record.status_since.day().year();
                (record, projection.wilaya_code.as_str(), year)
            },
        ),
    )?;
    bulk::insert_many(conn, batch, None)
}

/// The file of a number, nearly always verified. They were entered one after the other, two minutes apart from 2022 on.
fn one(number: u64, places: &Places) -> Result<(Record, Projection)> {
    let (input, place) = file::generate(number, places, Detail::Row);
    let projection = Projection::of(&input, &place.facts, TODAY)?;
    let status = match file::rng(number ^ 0x57a7).u32(..1000) {
        0..970 => Status::Verified,
        970..980 => Status::Submitted,
        980..985 => Status::Returned,
        985..990 => Status::Draft,
        990..996 => Status::Suspended,
        _ => Status::Dissolved,
    };
    let minutes = 2 * (number - FIRST) as i64 % (60 * 24 * 365 * 4);
    let entered = file::at(days(TODAY, -365 * 4 - 300), minutes);
    // No file is older than its association.
    let at = input.founded_on.map_or(entered, |founded| entered.max(file::at(days(founded, 60), minutes % 600)));
    let mut record = Record::new(AssociationId(ids::association(number)), &input, status, None, at)?;
    record.wilaya_code.clone_from(&projection.wilaya_code);
    Ok((record, projection))
}
