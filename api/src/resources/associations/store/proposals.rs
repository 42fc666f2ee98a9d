use crate::kernel::access::Scope;
use crate::kernel::db::schema::{associations, proposals};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
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
    /// What stood in the file when it was decided, by pointer.
    pub replaced: Option<Json>,
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(proposals::table).values(row).execute(conn)?;
    Ok(())
}

/// A proposal for a file a scope is in charge of.
pub fn find(conn: &mut AnyConnection, id: ProposalId, scope: &Scope) -> Result<Row> {
    let found = visible(scope).filter(proposals::id.eq(id)).select(Row::as_select()).first(conn);
    found.optional()?.ok_or_else(Error::not_found)
}

type Query<'a> = proposals::BoxedQuery<'a, MultiBackend>;

/// Proposals for files a scope is in charge of.
fn visible(scope: &Scope) -> Query<'static> {
    let query = proposals::table.into_boxed();
    match scope {
        Scope::All => query,
        Scope::Public => query.filter(proposals::id.ne(proposals::id)),
        Scope::Association(id) => query.filter(proposals::association_id.eq(*id)),
        Scope::Wilayas(codes) => {
            let mine = associations::table.filter(associations::wilaya_code.eq_any(codes.clone())).select(associations::id);
            query.filter(proposals::association_id.eq_any(mine))
        }
    }
}

fn matching(scope: &Scope, association: Option<AssociationId>, open: Option<bool>) -> Query<'static> {
    let mut query = visible(scope);
    if let Some(id) = association {
        query = query.filter(proposals::association_id.eq(id));
    }
    match open {
        Some(true) => query.filter(proposals::decided_at.is_null()),
        Some(false) => query.filter(proposals::decided_at.is_not_null()),
        None => query,
    }
}

/// Proposals that match, newest first; at most `limit`.
pub fn page(
    conn: &mut AnyConnection,
    scope: &Scope,
    association: Option<AssociationId>,
    open: Option<bool>,
    before: Option<ProposalId>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut query = matching(scope, association, open).order(proposals::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(proposals::id.lt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

/// How many proposals match.
pub fn total(conn: &mut AnyConnection, scope: &Scope, association: Option<AssociationId>, open: Option<bool>) -> Result<i64> {
    Ok(matching(scope, association, open).count().get_result(conn)?)
}

/// Writes the decision; zero rows when somebody else decided first.
pub fn decide(conn: &mut AnyConnection, row: &Row) -> Result<usize> {
    Ok(diesel::update(proposals::table.find(row.id).filter(proposals::decided_at.is_null()))
        .set((
            proposals::decision.eq(&row.decision),
            proposals::replaced.eq(&row.replaced),
            proposals::decided_at.eq(row.decided_at),
            proposals::decided_by.eq(row.decided_by),
            proposals::version.eq(row.version),
        ))
        .execute(conn)?)
}
