use crate::kernel::access::{Body, Role};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::machine_keys as table;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, KeyId, PersonId};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = table, treat_none_as_default_value = false)]
pub struct Row {
    pub id: KeyId,
    pub institution_id: Option<InstitutionId>,
    pub association_id: Option<AssociationId>,
    pub role: Role,
    pub name: String,
    pub prefix: String,
    pub hash: Vec<u8>,
    pub scopes: Json,
    pub created_by: PersonId,
    pub created_at: Instant,
    pub expires_on: NaiveDate,
    pub last_used_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
}

impl Row {
    /// The body it acts for.
    pub fn body(&self) -> Body {
        match (self.institution_id, self.association_id) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        }
    }
}

/// Whose keys somebody sees.
#[derive(Debug, Clone, Copy)]
pub enum Holder {
    /// Everybody's.
    Anybody,
    /// Those of a role in a body.
    Officers(Role, Body),
}

type Query<'a> = table::BoxedQuery<'a, crate::kernel::db::MultiBackend>;

fn visible(holder: Holder) -> Query<'static> {
    let query = table::table.into_boxed();
    match holder {
        Holder::Anybody => query,
        Holder::Officers(role, Body::Institution(id)) => query.filter(table::role.eq(role)).filter(table::institution_id.eq(id)),
        Holder::Officers(role, Body::Association(id)) => query.filter(table::role.eq(role)).filter(table::association_id.eq(id)),
        Holder::Officers(_, Body::None) => query.filter(table::name.eq("").and(table::name.ne(""))),
    }
}

/// Newest first.
pub fn list(conn: &mut AnyConnection, holder: Holder, before: Option<KeyId>, limit: i64) -> Result<Vec<Row>> {
    let mut query = visible(holder).order(table::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(table::id.lt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

pub fn total(conn: &mut AnyConnection, holder: Holder) -> Result<i64> {
    Ok(visible(holder).count().get_result(conn)?)
}

pub fn find(conn: &mut AnyConnection, holder: Holder, id: KeyId) -> Result<Row> {
    visible(holder).filter(table::id.eq(id)).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(table::table).values(row).execute(conn)?;
    Ok(())
}

/// Revokes a key; false when it was revoked.
pub fn revoke(conn: &mut AnyConnection, id: KeyId, now: Instant) -> Result<bool> {
    let row = table::table.find(id).filter(table::revoked_at.is_null());
    Ok(diesel::update(row).set(table::revoked_at.eq(now)).execute(conn)? == 1)
}

/// The names of some keys.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut AnyConnection, ids: &[KeyId]) -> Result<HashMap<KeyId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(KeyId, String)> = table::table.filter(table::id.eq_any(ids)).select((table::id, table::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}
