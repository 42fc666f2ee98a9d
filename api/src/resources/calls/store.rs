//! Every line of SQL about calls and applications.

use super::model::{ApplicationId, ApplicationStatus, CallInput, StepId};
use crate::kernel::db::schema::{event_application_steps, event_applications, event_calls};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::resources::events::Id as EventId;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_calls)]
pub struct CallRow {
    pub event_id: EventId,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub document: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl CallRow {
    pub fn input(&self) -> Result<CallInput> {
        Ok(self.document.read()?)
    }
}

/// An application.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_applications, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: ApplicationId,
    pub event_id: EventId,
    pub association_id: AssociationId,
    pub wilaya_code: String,
    pub status: ApplicationStatus,
    pub status_since: Instant,
    pub submitted_at: Option<Instant>,
    pub document: Json,
    pub findings: Option<Json>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = event_application_steps, treat_none_as_default_value = false)]
pub struct StepRow {
    pub id: StepId,
    pub application_id: ApplicationId,
    pub at: Instant,
    pub from_status: Option<ApplicationStatus>,
    pub to_status: ApplicationStatus,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

/// The call of an event, when it has one.
pub fn call(conn: &mut AnyConnection, event: EventId) -> Result<Option<CallRow>> {
    Ok(event_calls::table.find(event).select(CallRow::as_select()).first(conn).optional()?)
}

/// Makes whoever else works on the call wait until this transaction ends: its closing time then counts for all alike.
pub fn lock(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    diesel::update(event_calls::table.find(event)).set(event_calls::version.eq(event_calls::version)).execute(conn)?;
    Ok(())
}

pub fn add_call(conn: &mut AnyConnection, row: &CallRow) -> Result<()> {
    diesel::insert_into(event_calls::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a call.
pub fn save_call(conn: &mut AnyConnection, row: &CallRow) -> Result<()> {
    let there = event_calls::table.find(row.event_id).filter(event_calls::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// Where a page of applications ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    at: Instant,
    id: ApplicationId,
}

impl Key {
    pub fn of(row: &Row) -> Self {
        Self { at: row.created_at, id: row.id }
    }
}

/// Whose applications.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// To an event; drafts are their authors' alone.
    Event(EventId),
    /// Of an association.
    Association(AssociationId),
}

/// Applications by their entry, first first, at most `limit`.
pub fn page(conn: &mut AnyConnection, of: Of, statuses: &[ApplicationStatus], after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use event_applications as a;
    let mut query = a::table.select(Row::as_select()).order((a::created_at, a::id)).limit(limit).into_boxed();
    query = match of {
        Of::Event(id) => query.filter(a::event_id.eq(id)).filter(a::status.ne(ApplicationStatus::Draft)),
        Of::Association(id) => query.filter(a::association_id.eq(id)),
    };
    if !statuses.is_empty() {
        query = query.filter(a::status.eq_any(statuses.to_vec()));
    }
    if let Some(Key { at, id }) = after {
        query = query.filter(a::created_at.ge(at).and(a::created_at.gt(at).or(a::id.gt(id))));
    }
    Ok(query.load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: ApplicationId) -> Result<Row> {
    event_applications::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Whether an association has applied to an event already.
pub fn has_applied(conn: &mut AnyConnection, event: EventId, association: AssociationId) -> Result<bool> {
    use event_applications as a;
    let row = a::table.filter(a::event_id.eq(event)).filter(a::association_id.eq(association)).select(a::id);
    Ok(row.first::<ApplicationId>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(event_applications::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of an application.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let there = event_applications::table.find(row.id).filter(event_applications::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

pub fn keep_step(conn: &mut AnyConnection, row: &StepRow) -> Result<()> {
    diesel::insert_into(event_application_steps::table).values(row).execute(conn)?;
    Ok(())
}

/// The steps of an application, first to last.
pub fn steps(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<StepRow>> {
    use event_application_steps as s;
    Ok(s::table.filter(s::application_id.eq(id)).order(s::id).load(conn)?)
}
