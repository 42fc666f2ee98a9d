//! Every line of SQL about selections, questions and answers.

use crate::kernel::db::schema::{event_answers, event_applications, event_decisions, event_follow_ups, event_selections};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::calls::{ApplicationId, ApplicationStatus};
use crate::resources::events::Id as EventId;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_selections, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub event_id: EventId,
    pub seed: String,
    pub seed_source: String,
    /// What was decided upon, with those who have withdrawn before the event began.
    pub request: Option<Json>,
    /// What was decided, as it was published.
    pub outcome: Option<Json>,
    pub published_at: Option<Instant>,
    pub published_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_follow_ups, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct FollowUpRow {
    pub event_id: EventId,
    pub due_at: Option<Instant>,
    pub document: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_answers, treat_none_as_default_value = false)]
pub struct AnswerRow {
    pub application_id: ApplicationId,
    pub event_id: EventId,
    pub document: Json,
    pub answered_at: Instant,
}

pub fn find(conn: &mut AnyConnection, event: EventId) -> Result<Option<Row>> {
    Ok(event_selections::table.find(event).select(Row::as_select()).first(conn).optional()?)
}

pub fn add(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(event_selections::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a selection.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let there = event_selections::table.find(row.event_id).filter(event_selections::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// What was decided about the applications to an event.
pub fn decisions(conn: &mut AnyConnection, event: EventId) -> Result<HashMap<ApplicationId, Json>> {
    use event_decisions as d;
    let rows: Vec<(ApplicationId, Json)> = d::table.filter(d::event_id.eq(event)).select((d::application_id, d::document)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// An application with what was decided about it.
#[derive(Debug, Clone, Queryable)]
pub struct DecidedRow {
    pub id: ApplicationId,
    pub number: Option<i32>,
    pub association_id: AssociationId,
    pub wilaya_code: String,
    pub status: ApplicationStatus,
    pub score: Option<i64>,
    pub content: Json,
    pub decision: Json,
}

/// The applications to an event that were decided about and stand in one of some states (any when empty), by number, at most `limit`.
pub fn decided(
    conn: &mut AnyConnection,
    event: EventId,
    statuses: &[ApplicationStatus],
    after: Option<i32>,
    limit: i64,
) -> Result<Vec<DecidedRow>> {
    use event_applications as a;
    use event_decisions as d;
    let mut query = a::table
        .inner_join(d::table.on(d::application_id.eq(a::id)))
        .filter(a::event_id.eq(event))
        .select((a::id, a::number, a::association_id, a::wilaya_code, a::status, a::score, a::document, d::document))
        .order(a::number)
        .limit(limit)
        .into_boxed();
    if !statuses.is_empty() {
        query = query.filter(a::status.eq_any(statuses.to_vec()));
    }
    if let Some(number) = after {
        query = query.filter(a::number.gt(number));
    }
    Ok(query.load(conn)?)
}

/// How many of them there are.
pub fn decided_total(conn: &mut AnyConnection, event: EventId, statuses: &[ApplicationStatus]) -> Result<i64> {
    use event_applications as a;
    use event_decisions as d;
    let mut query = a::table.inner_join(d::table.on(d::application_id.eq(a::id))).filter(a::event_id.eq(event)).into_boxed();
    if !statuses.is_empty() {
        query = query.filter(a::status.eq_any(statuses.to_vec()));
    }
    Ok(query.count().get_result(conn)?)
}

/// How many have answered.
pub fn answered_total(conn: &mut AnyConnection, event: EventId) -> Result<i64> {
    Ok(event_answers::table.filter(event_answers::event_id.eq(event)).count().get_result(conn)?)
}

pub fn follow_up(conn: &mut AnyConnection, event: EventId) -> Result<Option<FollowUpRow>> {
    Ok(event_follow_ups::table.find(event).select(FollowUpRow::as_select()).first(conn).optional()?)
}

/// Keeps the questions of an event, the first or the next version.
pub fn put_follow_up(conn: &mut AnyConnection, row: &FollowUpRow) -> Result<()> {
    if row.version == 1 {
        diesel::insert_into(event_follow_ups::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = event_follow_ups::table.find(row.event_id).filter(event_follow_ups::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// Keeps the answers of an application, instead of earlier ones.
pub fn put_answers(conn: &mut AnyConnection, row: &AnswerRow) -> Result<()> {
    diesel::delete(event_answers::table.find(row.application_id)).execute(conn)?;
    diesel::insert_into(event_answers::table).values(row).execute(conn)?;
    Ok(())
}

pub fn answers(conn: &mut AnyConnection, id: ApplicationId) -> Result<Option<AnswerRow>> {
    Ok(event_answers::table.find(id).select(AnswerRow::as_select()).first(conn).optional()?)
}

/// The answers of those with a seat at an event, by number, at most `limit`.
pub fn answered(
    conn: &mut AnyConnection,
    event: EventId,
    after: Option<i32>,
    limit: i64,
) -> Result<Vec<(AnswerRow, Option<i32>, AssociationId)>> {
    use event_answers as w;
    use event_applications as a;
    let mut query = w::table
        .inner_join(a::table.on(a::id.eq(w::application_id)))
        .filter(w::event_id.eq(event))
        .select((AnswerRow::as_select(), a::number, a::association_id))
        .order(a::number)
        .limit(limit)
        .into_boxed();
    if let Some(number) = after {
        query = query.filter(a::number.gt(number));
    }
    Ok(query.load(conn)?)
}
