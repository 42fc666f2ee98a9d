use crate::kernel::access::{Body, Role, Scope};
use crate::kernel::db::schema::{associations, invitations as table};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Language;
use crate::resources::accounts::model::InvitationId;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

/// An invitation.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = table, treat_none_as_default_value = false)]
pub struct Row {
    pub id: InvitationId,
    pub token_hash: Vec<u8>,
    pub role: Role,
    pub institution_id: Option<InstitutionId>,
    pub association_id: Option<AssociationId>,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub invited_by: Option<PersonId>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub accepted_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
}

impl Row {
    /// The body it leads into.
    pub fn body(&self) -> Body {
        match (self.institution_id, self.association_id) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        }
    }
    /// Whether it can still be accepted.
    pub fn open(&self, now: Instant) -> bool {
        self.accepted_at.is_none() && self.revoked_at.is_none() && self.expires_at > now
    }
}

type Condition = Box<dyn BoxableExpression<table::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The invitations somebody sees: those into the bodies they may invite into.
fn visible(role: Role, body: Body, scope: &Scope) -> Option<Condition> {
    let none = || -> Condition { Box::new(table::email.eq("").nullable()) };
    Some(match (role, body, scope) {
        (Role::Admin, ..) => return None,
        (Role::Ministry, ..) => Box::new(table::role.eq_any([Role::National, Role::Chamber, Role::Ministry]).nullable()),
        (Role::Chamber, Body::Institution(own), Scope::Wilayas(codes)) => {
            let inside = associations::table.filter(associations::wilaya_code.eq_any(codes.clone())).select(associations::id.nullable());
            Box::new(
                table::institution_id
                    .eq(own)
                    .and(table::role.eq(Role::Trainer))
                    .or(table::role.eq(Role::Association).and(table::association_id.eq_any(inside))),
            )
        }
        (Role::National, Body::Institution(own), _) => Box::new(table::institution_id.eq(own)),
        (Role::Association, Body::Association(own), _) => Box::new(table::association_id.eq(own)),
        _ => none(),
    })
}

/// Who looks at invitations.
#[derive(Clone, Copy)]
pub struct Viewer<'a> {
    pub role: Role,
    pub body: Body,
    pub scope: &'a Scope,
}

fn matching(viewer: Viewer<'_>, open_at: Option<Instant>) -> table::BoxedQuery<'static, MultiBackend> {
    let mut query = table::table.into_boxed();
    if let Some(condition) = visible(viewer.role, viewer.body, viewer.scope) {
        query = query.filter(condition);
    }
    if let Some(now) = open_at {
        query = query.filter(table::accepted_at.is_null()).filter(table::revoked_at.is_null()).filter(table::expires_at.gt(now));
    }
    query
}

/// Newest first.
pub fn list(
    conn: &mut AnyConnection,
    viewer: Viewer<'_>,
    open_at: Option<Instant>,
    before: Option<InvitationId>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut query = matching(viewer, open_at).order(table::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(table::id.lt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

pub fn total(conn: &mut AnyConnection, viewer: Viewer<'_>, open_at: Option<Instant>) -> Result<i64> {
    Ok(matching(viewer, open_at).count().get_result(conn)?)
}

pub fn find(conn: &mut AnyConnection, viewer: Viewer<'_>, id: InvitationId) -> Result<Row> {
    let mut query = table::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(viewer.role, viewer.body, viewer.scope) {
        query = query.filter(condition);
    }
    query.first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn by_token(conn: &mut AnyConnection, digest: &[u8]) -> Result<Option<Row>> {
    Ok(table::table.filter(table::token_hash.eq(digest)).select(Row::as_select()).first(conn).optional()?)
}

/// Adds an invitation; an open one of the same person to the same seat is revoked.
pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let mut earlier = table::table
        .filter(table::email.eq(row.email.clone()))
        .filter(table::role.eq(row.role))
        .filter(table::accepted_at.is_null())
        .filter(table::revoked_at.is_null())
        .select(table::id)
        .into_boxed();
    earlier = match row.institution_id {
        Some(id) => earlier.filter(table::institution_id.eq(id)),
        None => earlier.filter(table::institution_id.is_null()),
    };
    earlier = match row.association_id {
        Some(id) => earlier.filter(table::association_id.eq(id)),
        None => earlier.filter(table::association_id.is_null()),
    };
    let earlier: Vec<InvitationId> = earlier.load(conn)?;
    if !earlier.is_empty() {
        diesel::update(table::table.filter(table::id.eq_any(earlier))).set(table::revoked_at.eq(row.created_at)).execute(conn)?;
    }
    diesel::insert_into(table::table).values(row).execute(conn)?;
    Ok(())
}

/// Accepts an invitation; false when another request was quicker.
pub fn accept(conn: &mut AnyConnection, id: InvitationId, now: Instant) -> Result<bool> {
    let row = table::table.find(id).filter(table::accepted_at.is_null()).filter(table::revoked_at.is_null());
    Ok(diesel::update(row).set(table::accepted_at.eq(now)).execute(conn)? == 1)
}

/// Revokes an invitation; false when it was accepted or revoked.
pub fn revoke(conn: &mut AnyConnection, id: InvitationId, now: Instant) -> Result<bool> {
    let row = table::table.find(id).filter(table::accepted_at.is_null()).filter(table::revoked_at.is_null());
    Ok(diesel::update(row).set(table::revoked_at.eq(now)).execute(conn)? == 1)
}
