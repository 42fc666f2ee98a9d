//! Every line of SQL about partners. Whoever reads a record has found its project first.

use super::model::{RecordId, RecordKind};
use crate::kernel::db::schema::partner_records;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::projects::Id as ProjectId;
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

pub fn find(conn: &mut AnyConnection, project: ProjectId, kind: RecordKind, id: RecordId) -> Result<Record> {
    use partner_records as r;
    let row = r::table.find(id).filter(r::project_id.eq(project)).filter(r::kind.eq(kind)).select(Record::as_select());
    row.first(conn).optional()?.ok_or_else(Error::not_found)
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
