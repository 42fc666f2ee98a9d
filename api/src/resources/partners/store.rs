//! Every line of SQL about partners. Whoever reads a record has found its project first.

use super::model::{EntryId, RecordId, RecordKind, ReminderKind};
use crate::kernel::db::schema::{agreement_reminders, partner_records};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::projects::Id as ProjectId;
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = partner_records, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Record {
    pub id: RecordId,
    pub project_id: ProjectId,
    pub kind: RecordKind,
    pub partner_id: Option<RecordId>,
    pub document: Json,
    pub version: i64,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Of an agreement: the first day on which somebody may have to be reminded.
    pub remind_on: Option<NaiveDate>,
}

/// The records of a kind, last first.
pub fn list(conn: &mut AnyConnection, project: ProjectId, kind: RecordKind, partner: Option<RecordId>) -> Result<Vec<Record>> {
    use partner_records as r;
    let mut query =
        r::table.filter(r::project_id.eq(project)).filter(r::kind.eq(kind)).select(Record::as_select()).order(r::id.desc()).into_boxed();
    if let Some(partner) = partner {
        query = query.filter(r::partner_id.eq(partner));
    }
    Ok(query.load(conn)?)
}

/// The records of some kinds, last first.
pub fn of_kinds(conn: &mut AnyConnection, project: ProjectId, kinds: &[RecordKind]) -> Result<Vec<Record>> {
    use partner_records as r;
    Ok(r::table
        .filter(r::project_id.eq(project))
        .filter(r::kind.eq_any(kinds))
        .select(Record::as_select())
        .order(r::id.desc())
        .load(conn)?)
}

pub fn find(conn: &mut AnyConnection, project: ProjectId, kind: RecordKind, id: RecordId) -> Result<Record> {
    use partner_records as r;
    let row = r::table.find(id).filter(r::project_id.eq(project)).filter(r::kind.eq(kind)).select(Record::as_select());
    row.first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn has(conn: &mut AnyConnection, project: ProjectId, kind: RecordKind, id: RecordId) -> Result<bool> {
    use partner_records as r;
    let row = r::table.find(id).filter(r::project_id.eq(project)).filter(r::kind.eq(kind)).select(r::id);
    Ok(row.first::<RecordId>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut AnyConnection, record: &Record) -> Result<()> {
    diesel::insert_into(partner_records::table).values(record).execute(conn)?;
    Ok(())
}

pub fn save(conn: &mut AnyConnection, record: &Record) -> Result<()> {
    use partner_records as r;
    one_changed(diesel::update(r::table.find(record.id).filter(r::version.eq(record.version - 1))).set(record).execute(conn)?)
}

/// How many records of some kinds a partner has.
pub fn count(conn: &mut AnyConnection, partner: RecordId, kinds: &[RecordKind]) -> Result<i64> {
    use partner_records as r;
    Ok(r::table.filter(r::partner_id.eq(partner)).filter(r::kind.eq_any(kinds)).count().get_result(conn)?)
}

/// Deletes a partner with what was said to it.
pub fn delete(conn: &mut AnyConnection, partner: RecordId) -> Result<()> {
    use partner_records as r;
    diesel::delete(r::table.filter(r::partner_id.eq(partner))).execute(conn)?;
    diesel::delete(r::table.find(partner)).execute(conn)?;
    Ok(())
}

/// Agreements whose day to be looked at has come.
pub fn to_remind(conn: &mut AnyConnection, day: NaiveDate, limit: i64) -> Result<Vec<Record>> {
    use partner_records as r;
    let due = r::table.filter(r::remind_on.le(day)).select(Record::as_select()).order((r::remind_on, r::id)).limit(limit);
    Ok(due.load(conn)?)
}

/// Sets the next day to look at an agreement; not when it was looked at or changed meanwhile.
pub fn look_again(conn: &mut AnyConnection, record: &Record, next: Option<NaiveDate>) -> Result<bool> {
    use partner_records as r;
    let same = r::table.find(record.id).filter(r::version.eq(record.version)).filter(r::remind_on.eq(record.remind_on));
    Ok(diesel::update(same).set(r::remind_on.eq(next)).execute(conn)? == 1)
}

/// What a reminder is about, of which kind, and the day it falls on.
pub type Told = (EntryId, ReminderKind, NaiveDate);

/// What people were reminded of in an agreement.
pub fn told(conn: &mut AnyConnection, agreement: RecordId) -> Result<Vec<Told>> {
    use agreement_reminders as a;
    Ok(a::table.filter(a::agreement_id.eq(agreement)).select((a::about_id, a::kind, a::falls_on)).load(conn)?)
}

pub fn keep_told(conn: &mut AnyConnection, agreement: RecordId, told: &[Told], now: Instant) -> Result<()> {
    use agreement_reminders as a;
    for (about, kind, day) in told {
        let row = (a::agreement_id.eq(agreement), a::about_id.eq(*about), a::kind.eq(*kind), a::falls_on.eq(*day), a::sent_at.eq(now));
        diesel::insert_into(a::table).values(row).execute(conn)?;
    }
    Ok(())
}
