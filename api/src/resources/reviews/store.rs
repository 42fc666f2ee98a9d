//! Every line of SQL about reviewers and reviews.

use super::model::{ReviewId, ReviewStatus};
use crate::kernel::access::Role;
use crate::kernel::db::schema::{associations, event_organisers, event_reviewers, event_reviews, event_selections, grants, people};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::search;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_reviewers, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct ReviewerRow {
    pub event_id: EventId,
    pub person_id: PersonId,
    pub at_most: Option<i32>,
    pub conflicts: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// When they last said which associations they have an interest in; none before the first time.
    pub declared_at: Option<Instant>,
}

impl ReviewerRow {
    /// The associations the reviewer has declared an interest in.
    pub fn declared(&self) -> Result<Vec<AssociationId>> {
        Ok(self.conflicts.read()?)
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_reviews, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: ReviewId,
    pub event_id: EventId,
    pub application_id: ApplicationId,
    pub person_id: PersonId,
    pub status: ReviewStatus,
    pub points: Option<Json>,
    pub total: Option<i64>,
    pub remark: Option<String>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

pub fn reviewers(conn: &mut AnyConnection, event: EventId) -> Result<Vec<ReviewerRow>> {
    use event_reviewers as r;
    Ok(r::table.filter(r::event_id.eq(event)).order(r::person_id).select(ReviewerRow::as_select()).load(conn)?)
}

pub fn reviewer(conn: &mut AnyConnection, event: EventId, person: PersonId) -> Result<Option<ReviewerRow>> {
    Ok(event_reviewers::table.find((event, person)).select(ReviewerRow::as_select()).first(conn).optional()?)
}

/// Where a page of the events somebody reviews at ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AppointmentKey {
    at: Instant,
    event: EventId,
}

impl AppointmentKey {
    pub fn of(row: &ReviewerRow) -> Self {
        Self { at: row.created_at, event: row.event_id }
    }
}

/// A person's own appointments, the latest first; on request those whose event is decided, or is not.
pub fn appointments(
    conn: &mut AnyConnection,
    person: PersonId,
    decided: Option<bool>,
    after: Option<AppointmentKey>,
    limit: i64,
) -> Result<Vec<ReviewerRow>> {
    use event_reviewers as r;
    let mut query = appointed(person, decided).order((r::created_at.desc(), r::event_id.desc())).limit(limit);
    if let Some(AppointmentKey { at, event }) = after {
        query = query.filter(r::created_at.le(at).and(r::created_at.lt(at).or(r::event_id.lt(event))));
    }
    Ok(query.select(ReviewerRow::as_select()).load(conn)?)
}

fn appointed(person: PersonId, decided: Option<bool>) -> event_reviewers::BoxedQuery<'static, MultiBackend> {
    use event_reviewers as r;
    use event_selections as s;
    let query = r::table.filter(r::person_id.eq(person)).into_boxed();
    let published = s::table.filter(s::event_id.eq(r::event_id)).filter(s::published_at.is_not_null());
    match decided {
        Some(true) => query.filter(exists(published)),
        Some(false) => query.filter(not(exists(published))),
        None => query,
    }
}

/// How many events a person reviews at.
pub fn appointment_total(conn: &mut AnyConnection, person: PersonId, decided: Option<bool>) -> Result<i64> {
    Ok(appointed(person, decided).count().get_result(conn)?)
}

/// Those of some events whose selection is published.
pub fn decided(conn: &mut AnyConnection, events: &[EventId]) -> Result<HashSet<EventId>> {
    use event_selections as s;
    let rows: Vec<EventId> =
        s::table.filter(s::event_id.eq_any(events)).filter(s::published_at.is_not_null()).select(s::event_id).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// How many of a person's reviews of some events are in each state.
pub fn counts(conn: &mut AnyConnection, person: PersonId, events: &[EventId]) -> Result<Vec<(EventId, ReviewStatus, i64)>> {
    use event_reviews as r;
    let mine = r::table.filter(r::person_id.eq(person)).filter(r::event_id.eq_any(events));
    Ok(mine.group_by((r::event_id, r::status)).select((r::event_id, r::status, count_star())).load(conn)?)
}

pub fn add_reviewer(conn: &mut AnyConnection, row: &ReviewerRow) -> Result<()> {
    diesel::insert_into(event_reviewers::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a reviewer.
pub fn save_reviewer(conn: &mut AnyConnection, row: &ReviewerRow) -> Result<()> {
    let there = event_reviewers::table.find((row.event_id, row.person_id)).filter(event_reviewers::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// Forgets a reviewer and what they have not written.
pub fn remove_reviewer(conn: &mut AnyConnection, event: EventId, person: PersonId) -> Result<()> {
    use event_reviews as r;
    let unwritten = r::table.filter(r::event_id.eq(event)).filter(r::person_id.eq(person)).filter(r::status.eq(ReviewStatus::Open));
    diesel::delete(unwritten).execute(conn)?;
    one_changed(diesel::delete(event_reviewers::table.find((event, person))).execute(conn)?)
}

/// A holder of a role, with the body it is held in.
pub type Holder = (PersonId, String, Role, Option<InstitutionId>);

/// Whoever could review at an event: officers everywhere, and those of the chambers that organise it.
macro_rules! candidates {
    ($event:expr, $which:expr) => {{
        let organisers =
            event_organisers::table.filter(event_organisers::event_id.eq($event)).select(event_organisers::institution_id.nullable());
        let everywhere = [Role::Trainer, Role::National, Role::Ministry];
        let mut query = grants::table
            .inner_join(people::table)
            .filter(grants::ended_at.is_null())
            .filter(people::disabled_at.is_null())
            .filter(grants::role.eq_any(everywhere).or(grants::role.eq(Role::Chamber).and(grants::institution_id.eq_any(organisers))))
            .into_boxed();
        match $which {
            Which::Named(q) => {
                for word in search::words(q) {
                    query = query.filter(people::search.like(format!("%{word}%")));
                }
            }
            Which::One(person) => query = query.filter(people::id.eq(person)),
        }
        query
    }};
}

/// Everybody who could review at an event: officers of its organisers, the national bodies and the ministry, and trainers; by name.
pub fn candidates(
    conn: &mut AnyConnection,
    event: EventId,
    which: Which<'_>,
    after: Option<(String, PersonId)>,
    limit: i64,
) -> Result<Vec<Holder>> {
    let mut query = candidates!(event, which).order((people::name, people::id, grants::role)).limit(limit);
    if let Some((name, id)) = after {
        query = query.filter(people::name.gt(name.clone()).or(people::name.eq(name).and(people::id.gt(id))));
    }
    Ok(query.select((people::id, people::name, grants::role, grants::institution_id)).load(conn)?)
}

/// How many could review, each counted once.
pub fn candidate_total(conn: &mut AnyConnection, event: EventId, which: Which<'_>) -> Result<i64> {
    Ok(candidates!(event, which).select(diesel::dsl::count(people::id).aggregate_distinct()).get_result(conn)?)
}

/// Whom a search is for.
pub enum Which<'a> {
    /// Those with some words in their name.
    Named(Option<&'a str>),
    /// One person.
    One(PersonId),
}

/// The associations each of some people speaks or spoke for.
pub fn spoken_for(conn: &mut AnyConnection, people: &[PersonId]) -> Result<Vec<(PersonId, AssociationId)>> {
    let rows: Vec<(PersonId, Option<AssociationId>)> = grants::table
        .filter(grants::person_id.eq_any(people))
        .filter(grants::association_id.is_not_null())
        .select((grants::person_id, grants::association_id))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(person, association)| Some((person, association?))).collect())
}

/// Those of some associations that are there.
pub fn known_associations(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<HashSet<AssociationId>> {
    let known: Vec<AssociationId> = associations::table.filter(associations::id.eq_any(ids)).select(associations::id).load(conn)?;
    Ok(known.into_iter().collect())
}

/// Every review of an event, in the order they were given out.
pub fn of_event(conn: &mut AnyConnection, event: EventId) -> Result<Vec<Row>> {
    use event_reviews as r;
    Ok(r::table.filter(r::event_id.eq(event)).order(r::id).select(Row::as_select()).load(conn)?)
}

/// The reviews of an application, in the order they were given out.
pub fn of_application(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<Row>> {
    use event_reviews as r;
    Ok(r::table.filter(r::application_id.eq(id)).order(r::id).select(Row::as_select()).load(conn)?)
}

/// A review of a person's own.
pub fn find(conn: &mut AnyConnection, person: PersonId, id: ReviewId) -> Result<Row> {
    let row = event_reviews::table.find(id).filter(event_reviews::person_id.eq(person));
    row.select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Where a page of reviews ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    at: Instant,
    id: ReviewId,
}

impl Key {
    pub fn of(row: &Row) -> Self {
        Self { at: row.created_at, id: row.id }
    }
}

/// A person's own reviews, first first.
pub fn page(
    conn: &mut AnyConnection,
    person: PersonId,
    statuses: &[ReviewStatus],
    event: Option<EventId>,
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<Row>> {
    use event_reviews as r;
    let mut query = written_by(person, statuses, event).order((r::created_at, r::id)).limit(limit);
    if let Some(Key { at, id }) = after {
        query = query.filter(r::created_at.ge(at).and(r::created_at.gt(at).or(r::id.gt(id))));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

fn written_by(person: PersonId, statuses: &[ReviewStatus], event: Option<EventId>) -> event_reviews::BoxedQuery<'static, MultiBackend> {
    use event_reviews as r;
    let mut query = r::table.filter(r::person_id.eq(person)).into_boxed();
    if !statuses.is_empty() {
        query = query.filter(r::status.eq_any(statuses.to_vec()));
    }
    if let Some(event) = event {
        query = query.filter(r::event_id.eq(event));
    }
    query
}

/// How many reviews a person has.
pub fn total(conn: &mut AnyConnection, person: PersonId, statuses: &[ReviewStatus], event: Option<EventId>) -> Result<i64> {
    Ok(written_by(person, statuses, event).count().get_result(conn)?)
}

pub fn put_many(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    crate::put_many!(conn, event_reviews::table, rows);
    Ok(())
}

/// Keeps the next version of a review.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let there = event_reviews::table.find(row.id).filter(event_reviews::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}
