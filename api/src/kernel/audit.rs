//! The audit log: who did what to which row, before and after, in the transaction that did it.

use super::access::allowed::Read;
use super::db::schema::audit_entries;
use super::db::types::{Instant, Json};
use super::error::Result;
use super::ids::{KeyId, PersonId};
use diesel::prelude::*;
use serde_json::Value;

crate::id_type!(/// An entry of the audit log.
    AuditId);

/// One thing done.
pub struct Audit<'a> {
    /// The operation.
    pub operation: &'static str,
    /// Kind and id of the row.
    pub subject: (&'static str, &'a str),
    /// The row before; nothing for a new one.
    pub before: Option<&'a Value>,
    /// The row after; nothing for a deleted one.
    pub after: Option<&'a Value>,
}

#[derive(Insertable)]
#[diesel(table_name = audit_entries, treat_none_as_default_value = false)]
struct Row<'a> {
    id: AuditId,
    at: Instant,
    person_id: Option<PersonId>,
    key_id: Option<KeyId>,
    role: Option<&'a str>,
    request_id: super::http::request_id::RequestId,
    operation: &'a str,
    subject_type: &'a str,
    subject_id: &'a str,
    before: Option<Json>,
    after: Option<Json>,
}

impl Audit<'_> {
    /// Writes the entry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn record(self, tx: &mut Read<'_>) -> Result<()> {
        let row = Row {
            id: AuditId(tx.kernel.ids.next()),
            at: tx.now,
            person_id: tx.caller.and_then(super::access::Caller::person),
            key_id: tx.caller.and_then(super::access::Caller::key),
            role: tx.caller.and_then(|caller| caller.role).map(super::access::Role::as_str),
            request_id: tx.origin.request,
            operation: self.operation,
            subject_type: self.subject.0,
            subject_id: self.subject.1,
            before: self.before.map(Json::of).transpose()?,
            after: self.after.map(Json::of).transpose()?,
        };
        diesel::insert_into(audit_entries::table).values(&row).execute(tx.conn)?;
        Ok(())
    }
}

#[derive(Insertable)]
#[diesel(table_name = audit_entries, treat_none_as_default_value = false)]
struct Entry {
    id: AuditId,
    at: Instant,
    person_id: Option<PersonId>,
    key_id: Option<KeyId>,
    role: Option<&'static str>,
    request_id: super::http::request_id::RequestId,
    operation: &'static str,
    subject_type: &'static str,
    subject_id: String,
    after: Json,
}

/// Writes an entry for each of many new rows of one kind: its id, and its values after.
///
/// # Errors
/// When the database does not answer.
pub fn record_many(tx: &mut Read<'_>, operation: &'static str, kind: &'static str, subjects: Vec<(String, Value)>) -> Result<()> {
    let mut rows = Vec::with_capacity(subjects.len());
    for (subject_id, after) in subjects {
        rows.push(Entry {
            id: AuditId(tx.kernel.ids.next()),
            at: tx.now,
            person_id: tx.caller.and_then(super::access::Caller::person),
            key_id: tx.caller.and_then(super::access::Caller::key),
            role: tx.caller.and_then(|caller| caller.role).map(super::access::Role::as_str),
            request_id: tx.origin.request,
            operation,
            subject_type: kind,
            subject_id,
            after: Json::of(&after)?,
        });
    }
    crate::put_many!(tx.conn, audit_entries::table, rows);
    Ok(())
}
