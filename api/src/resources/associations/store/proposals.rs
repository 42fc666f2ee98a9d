use crate::kernel::access::Scope;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{associations, proposals};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::associations::model::ProposalId;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = proposals, treat_none_as_default_value = false)]
pub struct Row {
    pub id: ProposalId,
    pub association_id: AssociationId,
    pub changes: Json,
    pub note: Option<String>,
    pub proposed_by: Option<PersonId>,
    pub created_at: Instant,
    pub decided_at: Option<Instant>,
    pub decided_by: Option<PersonId>,
    pub decision: Option<Json>,
    pub version: i64,
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(proposals::table).values(row).execute(conn)?;
    Ok(())
}

/// A proposal for a file a scope is in charge of.
pub fn find(conn: &mut AnyConnection, id: ProposalId, scope: &Scope) -> Result<Row> {
    page(conn, Some(id), None, None, None, scope, 1)?.pop().ok_or_else(Error::not_found)
}

/// Proposals for files a scope is in charge of, newest first.
pub fn page(
    conn: &mut AnyConnection,
    only: Option<ProposalId>,
    association: Option<AssociationId>,
    open: Option<bool>,
    before: Option<ProposalId>,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut query = proposals::table.select(Row::as_select()).order(proposals::id.desc()).limit(limit).into_boxed();
    match scope {
        Scope::All => {}
        Scope::Public => return Ok(Vec::new()),
        Scope::Association(id) => query = query.filter(proposals::association_id.eq(*id)),
        Scope::Wilayas(codes) => {
            let mine = associations::table.filter(associations::wilaya_code.eq_any(codes.clone())).select(associations::id);
            query = query.filter(proposals::association_id.eq_any(mine));
        }
    }
    if let Some(id) = only {
        query = query.filter(proposals::id.eq(id));
    }
    if let Some(id) = association {
        query = query.filter(proposals::association_id.eq(id));
    }
    match open {
        Some(true) => query = query.filter(proposals::decided_at.is_null()),
        Some(false) => query = query.filter(proposals::decided_at.is_not_null()),
        None => {}
    }
    if let Some(id) = before {
        query = query.filter(proposals::id.lt(id));
    }
    Ok(query.load(conn)?)
}

/// Writes the decision; zero rows when somebody else decided first.
pub fn decide(conn: &mut AnyConnection, row: &Row, decision: &Json, by: Option<PersonId>, now: Instant) -> Result<usize> {
    Ok(diesel::update(proposals::table.find(row.id).filter(proposals::decided_at.is_null()))
        .set((
            proposals::decision.eq(decision),
            proposals::decided_at.eq(now),
            proposals::decided_by.eq(by),
            proposals::version.eq(row.version + 1),
        ))
        .execute(conn)?)
}
