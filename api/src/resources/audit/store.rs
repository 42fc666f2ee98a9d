use crate::kernel::access::Role;
use crate::kernel::audit::AuditId;
use crate::kernel::db::schema::audit_entries as table;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::Result;
use crate::kernel::http::request_id::RequestId;
use crate::kernel::ids::{KeyId, PersonId};
use diesel::prelude::*;
use uuid::Uuid;

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

/// Which entries: all that are not hidden where nothing is named.
#[derive(Debug, Default)]
pub struct Filter {
    /// Kinds of rows that stay out.
    pub hidden: Vec<&'static str>,
    /// A person or a key.
    pub actor: Option<Uuid>,
    pub operation: Option<String>,
    pub subject_type: Option<String>,
    pub subject_id: Option<String>,
    pub from: Option<Instant>,
    /// The first instant that no longer belongs.
    pub end: Option<Instant>,
}

fn matching(filter: &Filter) -> table::BoxedQuery<'static, MultiBackend> {
    let mut query = table::table.into_boxed();
    if !filter.hidden.is_empty() {
        query = query.filter(table::subject_type.ne_all(filter.hidden.clone()));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(table::person_id.eq(PersonId(actor)).or(table::key_id.eq(KeyId(actor))));
    }
    if let Some(operation) = &filter.operation {
        query = query.filter(table::operation.eq(operation.clone()));
    }
    if let Some(kind) = &filter.subject_type {
        query = query.filter(table::subject_type.eq(kind.clone()));
    }
    if let Some(subject) = &filter.subject_id {
        query = query.filter(table::subject_id.eq(subject.clone()));
    }
    if let Some(from) = filter.from {
        query = query.filter(table::at.ge(from));
    }
    if let Some(end) = filter.end {
        query = query.filter(table::at.lt(end));
    }
    query
}

/// Entries that match, latest first; at most `limit`.
pub fn list(conn: &mut AnyConnection, filter: &Filter, before: Option<AuditId>, limit: i64) -> Result<Vec<Row>> {
    let mut query = matching(filter).order(table::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(table::id.lt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

/// How many entries match.
pub fn total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    Ok(matching(filter).count().get_result(conn)?)
}
