//! Every line of SQL about associations. Each query starts from [`visible`].

/// Rows in one statement on SQLite. With at most 32 columns this stays far below its limit of 32,766 values, and longer
/// statements are not faster.
const ROWS: usize = 32;

/// Writes rows of one table that borrow what they say: as `put_many!`, which wants rows of their own.
macro_rules! put {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let rows: &[_] = $rows;
        match &mut *$conn {
            AnyConnection::Postgres(c) => {
                if !rows.is_empty() {
                    diesel::copy_from($table).from_insertable(rows).execute(c)?;
                }
            }
            AnyConnection::Sqlite(c) => {
                for chunk in rows.chunks($crate::resources::associations::store::ROWS) {
                    diesel::insert_into($table).values(chunk).execute(c)?;
                }
            }
        }
    }};
}

pub mod bulk;
pub mod counts;
pub mod duplicates;
pub mod history;
pub mod list;
pub mod proposals;
mod row;

pub use row::{Leaders, Projection, Record, facts};

use self::counts::{Counted, Tally};
use super::model::{AssociationInput, Status};
use crate::kernel::access::Scope;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::{association_sectors, associations, mandates, registration_sequences};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// A condition on associations.
pub type Condition = Box<dyn BoxableExpression<associations::table, MultiBackend, SqlType = Bool>>;

/// Rows a scope is in charge of: all of the file is theirs to see.
pub fn in_charge(scope: &Scope) -> Option<Condition> {
    match scope {
        Scope::All => None,
        Scope::Public => Some(Box::new(associations::version.lt(0))),
        Scope::Wilayas(codes) => Some(in_wilayas(codes)),
        Scope::Association(id) => Some(Box::new(associations::id.eq(*id))),
    }
}

/// Rows a scope may know of: what is public, and what it is in charge of.
pub fn visible(scope: &Scope) -> Option<Condition> {
    let public = || associations::status.eq_any([Status::Verified]).and(associations::merged_into.is_null());
    match scope {
        Scope::All => None,
        Scope::Public => Some(Box::new(associations::status.eq(Status::Verified).and(associations::merged_into.is_null()))),
        Scope::Wilayas(codes) => Some(Box::new(public().or(in_wilayas(codes)))),
        Scope::Association(id) => Some(Box::new(public().or(associations::id.eq(*id)))),
    }
}

/// One wilaya is an equality, so that an index can also give the order.
pub fn in_wilayas(codes: &[String]) -> Condition {
    match codes {
        [code] => Box::new(associations::wilaya_code.eq(code.clone())),
        codes => Box::new(associations::wilaya_code.eq_any(codes.to_vec())),
    }
}

/// A row the scope may know of.
pub fn find(conn: &mut AnyConnection, scope: &Scope, id: AssociationId) -> Result<Record> {
    let mut query = associations::table.find(id).select(Record::as_select()).into_boxed();
    if let Some(condition) = visible(scope) {
        query = query.filter(condition);
    }
    query.first(conn).optional()?.ok_or_else(Error::not_found)
}

/// A public row by its registration number, whatever its state after verification.
pub fn by_number(conn: &mut AnyConnection, number: &str) -> Result<Record> {
    associations::table
        .filter(associations::registration_number.eq(number))
        .select(Record::as_select())
        .first(conn)
        .optional()?
        .ok_or_else(Error::not_found)
}

/// Writes a new file with all that follows from it.
pub fn insert(conn: &mut AnyConnection, record: &Record, projection: &Projection) -> Result<()> {
    diesel::insert_into(associations::table).values(record.columns(projection)).execute(conn)?;
    put_parts(conn, record.id, projection)?;
    duplicates::put_keys(conn, record.id, &projection.duplicate_keys)?;
    let mut tally = Tally::default();
    tally.add(Counted::of(record, projection));
    tally.keep(conn)?;
    history::snapshot(conn, record)
}

/// Saves a changed file with all that follows from it; `before` is the row it started from.
pub fn save(conn: &mut AnyConnection, before: &Record, after: &Record, projection: &Projection) -> Result<()> {
    let mut tally = Tally::default();
    if counts::counts(before) {
        tally.take(counts::counted_one(conn, after.id)?);
    }
    let changed = diesel::update(associations::table.find(after.id).filter(associations::version.eq(before.version)))
        .set(record_changes(after, projection))
        .execute(conn)?;
    one_changed(changed)?;
    if before.document.text() != after.document.text() {
        diesel::delete(association_sectors::table.filter(association_sectors::association_id.eq(after.id))).execute(conn)?;
        diesel::delete(mandates::table.filter(mandates::association_id.eq(after.id))).execute(conn)?;
        put_parts(conn, after.id, projection)?;
        duplicates::drop_keys(conn, after.id)?;
        duplicates::put_keys(conn, after.id, &projection.duplicate_keys)?;
    }
    tally.add(Counted::of(after, projection));
    tally.keep(conn)?;
    history::snapshot(conn, after)
}

/// Files of which it may have changed who leads them, some of them at a time.
pub fn leaders_due(conn: &mut AnyConnection, day: NaiveDate, limit: i64) -> Result<Vec<(AssociationId, i64, Json)>> {
    let due = associations::table.filter(associations::flags_until.le(day)).order(associations::flags_until).limit(limit);
    Ok(due.select((associations::id, associations::version, associations::document)).load(conn)?)
}

/// Keeps who leads a file, unless it was saved meanwhile.
pub fn put_leaders(conn: &mut AnyConnection, id: AssociationId, version: i64, leaders: &Leaders) -> Result<()> {
    let row = associations::table.find(id).filter(associations::version.eq(version));
    let before = counts::counted_one(conn, id)?;
    if diesel::update(row).set(leaders).execute(conn)? > 0 {
        let mut tally = Tally::default();
        tally.add(before.clone().map(|file| file.led(leaders)));
        tally.take(before);
        tally.keep(conn)?;
    }
    Ok(())
}

/// Brings up to date what lists say of the files of a commune.
pub fn put_place(conn: &mut AnyConnection, commune: &str, border: bool, isolated: bool) -> Result<()> {
    use associations as a;
    let mut tally = Tally::default();
    for file in counts::counted(conn, Box::new(a::commune_code.eq(commune.to_owned())))? {
        tally.add(Some(file.clone().placed(border, isolated)));
        tally.take(Some(file));
    }
    let rows = a::table.filter(a::commune_code.eq(commune));
    diesel::update(rows).set((a::border.eq(border), a::isolated.eq(isolated))).execute(conn)?;
    tally.keep(conn)
}

fn record_changes<'a>(record: &'a Record, projection: &'a Projection) -> row::Columns<'a> {
    record.columns(projection)
}

fn put_parts(conn: &mut AnyConnection, id: AssociationId, projection: &Projection) -> Result<()> {
    let sectors: Vec<row::SectorRow<'_>> =
        projection.sectors.iter().map(|code| row::SectorRow { sector_code: code, association_id: id }).collect();
    put!(conn, association_sectors::table, &sectors);
    let people: Vec<row::MandateRow<'_>> = projection.mandates.iter().map(|mandate| row::MandateRow::new(id, mandate)).collect();
    put!(conn, mandates::table, &people);
    Ok(())
}

/// The next registration number of a wilaya and year. The row stays locked until the transaction ends, so numbers have no
/// gaps: a verification that fails gives its number back.
pub fn next_number(conn: &mut AnyConnection, wilaya: &str, year: i32) -> Result<String> {
    use registration_sequences as r;
    let statement = diesel::insert_into(r::table)
        .values((r::wilaya_code.eq(wilaya), r::year.eq(year), r::last.eq(1)))
        .on_conflict((r::wilaya_code, r::year))
        .do_update()
        .set(r::last.eq(r::last + 1))
        .returning(r::last);
    let last: i32 = Both(statement).get_result(conn)?;
    Ok(registration_number(wilaya, year, last))
}

fn registration_number(wilaya: &str, year: i32, number: i32) -> String {
    format!("{wilaya}-{year}-{number:04}")
}

/// A file as it starts.
pub fn new_record(
    id: AssociationId,
    input: &AssociationInput,
    status: Status,
    created_by: Option<crate::kernel::ids::PersonId>,
    now: Instant,
) -> Result<Record> {
    Record::new(id, input, status, created_by, now)
}

/// A row whatever the scope, for what its merge or number leads to.
pub fn by_id(conn: &mut AnyConnection, id: AssociationId) -> Result<Record> {
    associations::table.find(id).select(Record::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}
