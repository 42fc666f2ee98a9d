use super::Record;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{association_transitions, association_versions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::resources::associations::model::Status;
use diesel::prelude::*;

crate::id_type!(/// A step a file has taken.
    TransitionId);

/// A step a file has taken.
#[derive(Queryable, Insertable)]
#[diesel(table_name = association_transitions, treat_none_as_default_value = false)]
pub struct TransitionRow {
    pub id: TransitionId,
    pub association_id: AssociationId,
    pub at: Instant,
    pub from_status: Option<Status>,
    pub to_status: Status,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
    pub reason: Option<String>,
    pub remarks: Option<Json>,
}

/// Keeps a step.
pub fn step(conn: &mut AnyConnection, row: &TransitionRow) -> Result<()> {
    diesel::insert_into(association_transitions::table).values(row).execute(conn)?;
    Ok(())
}

/// The steps of a file, first to last.
pub fn steps(conn: &mut AnyConnection, id: AssociationId) -> Result<Vec<TransitionRow>> {
    use association_transitions as t;
    Ok(t::table.filter(t::association_id.eq(id)).order(t::id).load(conn)?)
}

/// Keeps the file as it is from now on.
pub fn snapshot(conn: &mut AnyConnection, record: &Record) -> Result<()> {
    use association_versions as v;
    diesel::insert_into(v::table)
        .values((
            v::association_id.eq(record.id),
            v::version.eq(record.version),
            v::at.eq(record.updated_at),
            v::status.eq(record.status),
            v::registration_number.eq(&record.registration_number),
            v::document.eq(&record.document),
        ))
        .execute(conn)?;
    Ok(())
}

/// A version of a file.
#[derive(Queryable)]
pub struct Version {
    pub version: i64,
    pub at: Instant,
    pub status: Status,
    pub registration_number: Option<String>,
    pub document: Json,
}

/// The file as it was at an instant; none before it was first written.
pub fn as_of(conn: &mut AnyConnection, id: AssociationId, at: Instant) -> Result<Option<Version>> {
    use association_versions as v;
    Ok(v::table
        .filter(v::association_id.eq(id).and(v::at.lt(at)))
        .order(v::version.desc())
        .select((v::version, v::at, v::status, v::registration_number, v::document))
        .first(conn)
        .optional()?)
}
