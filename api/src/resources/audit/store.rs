use super::wire::AuditQuery;
use crate::kernel::access::Role;
use crate::kernel::audit::AuditId;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::audit_entries as table;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::http::request_id::RequestId;
use crate::kernel::ids::{KeyId, PersonId};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = table)]
pub struct Row {
    pub id: AuditId,
    pub at: Instant,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
    pub role: Option<Role>,
    pub request_id: RequestId,
    pub operation: String,
    pub subject_type: String,
    pub subject_id: String,
    pub before: Option<Json>,
    pub after: Option<Json>,
}

/// From an instant on, and before another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    pub from: Option<Instant>,
    pub before: Option<Instant>,
}

/// Newest first; without the kinds of rows that are hidden.
pub fn list(
    conn: &mut AnyConnection,
    hidden: &[&'static str],
    filter: &AuditQuery,
    span: Span,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut query = table::table.select(Row::as_select()).order(table::id.desc()).limit(limit).into_boxed();
    if !hidden.is_empty() {
        query = query.filter(table::subject_type.ne_all(hidden.to_vec()));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(table::person_id.eq(PersonId(actor)).or(table::key_id.eq(KeyId(actor))));
    }
    if let Some(action) = &filter.action {
        query = query.filter(table::operation.eq(action.clone()));
    }
    if let Some(kind) = &filter.subject_type {
        query = query.filter(table::subject_type.eq(kind.clone()));
    }
    if let Some(subject) = &filter.subject_id {
        query = query.filter(table::subject_id.eq(subject.clone()));
    }
    if let Some(from) = span.from {
        query = query.filter(table::at.ge(from));
    }
    if let Some(end) = span.before {
        query = query.filter(table::at.lt(end));
    }
    if let Some(id) = before {
        query = query.filter(table::id.lt(id));
    }
    Ok(query.load(conn)?)
}
