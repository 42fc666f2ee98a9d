//! The audit log: who did what to which row, before and after, in the transaction that did it; and whose data who read.

use super::Kernel;
use super::access::allowed::Read;
use super::access::{Caller, Role};
use super::db::schema::audit_entries;
use super::db::transaction;
use super::db::types::{Instant, Json};
use super::error::{Error, Result};
use super::http::request_id::{Origin, RequestId};
use super::ids::{KeyId, PersonId};
use diesel::prelude::*;
use serde_json::Value;
use std::sync::{Arc, Mutex, PoisonError};

crate::id_type!(/// An entry of the audit log.
    AuditId);

/// One thing done.
pub struct Audit<'a> {
    /// Who did it, where the request does not say; the caller otherwise.
    pub by: Option<PersonId>,
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
    request_id: RequestId,
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
            person_id: self.by.or_else(|| tx.caller.and_then(Caller::person)),
            key_id: tx.caller.and_then(Caller::key),
            role: tx.caller.and_then(|caller| caller.role).map(Role::as_str),
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

#[derive(Clone, Insertable)]
#[diesel(table_name = audit_entries, treat_none_as_default_value = false)]
struct Entry {
    id: AuditId,
    at: Instant,
    person_id: Option<PersonId>,
    key_id: Option<KeyId>,
    role: Option<&'static str>,
    request_id: RequestId,
    operation: &'static str,
    subject_type: &'static str,
    subject_id: String,
    after: Option<Json>,
}

/// Who does something, in which request, when.
struct By<'a> {
    caller: Option<&'a Caller>,
    origin: &'a Origin,
    at: Instant,
}

impl Entry {
    fn of(kernel: &Kernel, by: &By<'_>, operation: &'static str, subject: (&'static str, String)) -> Self {
        Self {
            id: AuditId(kernel.ids.next()),
            at: by.at,
            person_id: by.caller.and_then(Caller::person),
            key_id: by.caller.and_then(Caller::key),
            role: by.caller.and_then(|caller| caller.role).map(Role::as_str),
            request_id: by.origin.request,
            operation,
            subject_type: subject.0,
            subject_id: subject.1,
            after: None,
        }
    }
}

/// Writes an entry for each of many new rows of one kind: its id, and its values after.
///
/// # Errors
/// When the database does not answer.
pub fn record_many(tx: &mut Read<'_>, operation: &'static str, kind: &'static str, subjects: Vec<(String, Value)>) -> Result<()> {
    let mut rows = Vec::with_capacity(subjects.len());
    for (subject_id, after) in subjects {
        let by = By { caller: tx.caller, origin: tx.origin, at: tx.now };
        rows.push(Entry { after: Some(Json::of(&after)?), ..Entry::of(tx.kernel, &by, operation, (kind, subject_id)) });
    }
    crate::put_many!(tx.conn, audit_entries::table, rows);
    Ok(())
}

/// What stands for the row where a list was read or changed as a whole.
pub const LIST: &str = "list";

/// Who read whose data, until it is in the log: some seconds at most, so that reading does not wait for those who write.
#[derive(Clone, Default)]
pub struct Readings(Arc<Mutex<Vec<Entry>>>);

impl Readings {
    /// Notes that a caller has read a row with personal data in it, or a list with the `detail` which of them.
    pub fn note(
        &self,
        kernel: &Kernel,
        caller: &Caller,
        origin: &Origin,
        operation: &'static str,
        subject: (&'static str, String),
        detail: Option<Json>,
    ) {
        let by = By { caller: Some(caller), origin, at: kernel.clock.now() };
        let entry = Entry { after: detail, ..Entry::of(kernel, &by, operation, subject) };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    }
}

/// Writes down what was read since the last time. When the database does not answer it is kept for the next time.
///
/// # Errors
/// When the database does not answer.
pub fn keep_readings(kernel: &Kernel) -> Result<()> {
    let noted = || kernel.readings.0.lock().unwrap_or_else(PoisonError::into_inner);
    let entries = std::mem::take(&mut *noted());
    if entries.is_empty() {
        return Ok(());
    }
    let kept = kernel.db.writer().and_then(|mut conn| {
        transaction::write::<_, Error>(&mut conn, |conn| {
            crate::put_many!(conn, audit_entries::table, entries.clone());
            Ok(())
        })
    });
    if kept.is_err() {
        noted().extend(entries);
    }
    kept
}
