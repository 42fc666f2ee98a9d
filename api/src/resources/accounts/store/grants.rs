use crate::kernel::access::{Body, Role};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, people};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, GrantId, InstitutionId, PersonId};
use diesel::prelude::*;

/// A role somebody holds in a body.
#[derive(Debug, Clone, Copy, Queryable, Selectable, Insertable)]
#[diesel(table_name = grants, treat_none_as_default_value = false)]
pub struct Row {
    pub id: GrantId,
    pub person_id: PersonId,
    pub role: Role,
    pub institution_id: Option<InstitutionId>,
    pub association_id: Option<AssociationId>,
    pub granted_at: Instant,
    pub granted_by: Option<PersonId>,
    pub ended_at: Option<Instant>,
}

impl Row {
    /// The body.
    pub fn body(&self) -> Body {
        match (self.institution_id, self.association_id) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        }
    }
}

/// Institution and association of a body.
pub fn columns(body: Body) -> (Option<InstitutionId>, Option<AssociationId>) {
    match body {
        Body::None => (None, None),
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
    }
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(grants::table).values(row).execute(conn)?;
    Ok(())
}

/// The grants some people hold, oldest first.
pub fn held(conn: &mut AnyConnection, people: &[PersonId]) -> Result<Vec<Row>> {
    Ok(grants::table
        .filter(grants::person_id.eq_any(people))
        .filter(grants::ended_at.is_null())
        .select(Row::as_select())
        .order(grants::id)
        .load(conn)?)
}

/// A grant somebody holds.
pub fn find(conn: &mut AnyConnection, person: PersonId, id: GrantId) -> Result<Row> {
    grants::table
        .find(id)
        .filter(grants::person_id.eq(person))
        .filter(grants::ended_at.is_null())
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .ok_or_else(Error::not_found)
}

pub fn end(conn: &mut AnyConnection, id: GrantId, now: Instant) -> Result<()> {
    diesel::update(grants::table.find(id)).set(grants::ended_at.eq(now)).execute(conn)?;
    Ok(())
}

/// People who can administer the platform today.
pub fn administrators(conn: &mut AnyConnection) -> Result<Vec<PersonId>> {
    Ok(grants::table
        .inner_join(people::table)
        .filter(grants::role.eq(Role::Admin))
        .filter(grants::ended_at.is_null())
        .filter(people::disabled_at.is_null())
        .select(people::id)
        .distinct()
        .load(conn)?)
}
