//! Every line of SQL about outcomes.

use super::model::{OutcomeChannel, OutcomeDeclaration, OutcomeRound};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::{event_applications, event_calls, event_outcome_links, event_outcome_requests, event_outcomes, events};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::kernel::money::Money;
use crate::resources::calls::ApplicationId;
use crate::resources::events::{Id as EventId, Status};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// What was declared of a round.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_outcomes, treat_none_as_default_value = false)]
pub struct Row {
    pub application_id: ApplicationId,
    pub round: OutcomeRound,
    pub event_id: EventId,
    pub visitors: i32,
    /// Centimes.
    pub sales: i64,
    pub orders: i32,
    /// Centimes.
    pub orders_value: i64,
    pub contacts: i32,
    pub comment: Option<String>,
    pub evaluation: Option<Json>,
    pub declared_at: Instant,
    pub declared_through: OutcomeChannel,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
    pub version: i64,
}

impl Row {
    /// What was declared.
    pub fn input(&self) -> Result<OutcomeDeclaration> {
        let count = |count: i32| u32::try_from(count).map_err(Error::internal);
        Ok(OutcomeDeclaration {
            round: self.round,
            visitors: count(self.visitors)?,
            sales: Money::centimes(self.sales),
            orders: count(self.orders)?,
            orders_value: Money::centimes(self.orders_value),
            contacts: count(self.contacts)?,
            comment: self.comment.clone(),
            evaluation: self.evaluation.as_ref().map(Json::read).transpose()?,
        })
    }
}

/// What was declared of an application, round by round.
pub fn of_application(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<Row>> {
    use event_outcomes as o;
    Ok(o::table.filter(o::application_id.eq(id)).select(Row::as_select()).load(conn)?)
}

/// What was declared of some events.
pub fn of_events(conn: &mut AnyConnection, ids: &[EventId]) -> Result<Vec<Row>> {
    use event_outcomes as o;
    let rows = o::table.filter(o::event_id.eq_any(ids)).order((o::round, o::application_id));
    Ok(rows.select(Row::as_select()).load(conn)?)
}

/// What was declared of an event, with the number and association of each application, by number; of one round when it is named; at most `limit`.
pub fn page(
    conn: &mut AnyConnection,
    event: EventId,
    round: Option<OutcomeRound>,
    after: Option<(i32, OutcomeRound)>,
    limit: i64,
) -> Result<Vec<(Row, Option<i32>, AssociationId)>> {
    use event_applications as a;
    use event_outcomes as o;
    let mut query = o::table
        .inner_join(a::table.on(a::id.eq(o::application_id)))
        .filter(o::event_id.eq(event))
        .select((Row::as_select(), a::number, a::association_id))
        .order((a::number, o::round))
        .limit(limit)
        .into_boxed();
    if let Some(round) = round {
        query = query.filter(o::round.eq(round));
    }
    if let Some((number, round)) = after {
        query = query.filter(a::number.ge(number).and(a::number.gt(number).or(o::round.gt(round))));
    }
    Ok(query.load(conn)?)
}

/// How many declarations an event has; of one round when it is named.
pub fn total(conn: &mut AnyConnection, event: EventId, round: Option<OutcomeRound>) -> Result<i64> {
    use event_outcomes as o;
    let declared = o::table.filter(o::event_id.eq(event)).into_boxed();
    let declared = match round {
        Some(round) => declared.filter(o::round.eq(round)),
        None => declared,
    };
    Ok(declared.count().get_result(conn)?)
}

/// Keeps what was declared, instead of what was before.
pub fn put(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::delete(event_outcomes::table.find((row.application_id, row.round))).execute(conn)?;
    diesel::insert_into(event_outcomes::table).values(row).execute(conn)?;
    Ok(())
}

pub fn put_many(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    crate::put_many!(conn, event_outcomes::table, rows);
    Ok(())
}

/// A link to declare by; its token is kept as a hash alone.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_outcome_links, treat_none_as_default_value = false)]
pub struct LinkRow {
    pub application_id: ApplicationId,
    pub round: OutcomeRound,
    pub event_id: EventId,
    pub token_hash: Vec<u8>,
    pub created_at: Instant,
    pub expires_at: Instant,
}

/// Keeps links, instead of earlier ones to the same applications and round.
pub fn put_links(conn: &mut AnyConnection, round: OutcomeRound, rows: Vec<LinkRow>) -> Result<()> {
    use event_outcome_links as l;
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.application_id).collect();
    diesel::delete(l::table.filter(l::application_id.eq_any(ids)).filter(l::round.eq(round))).execute(conn)?;
    crate::put_many!(conn, l::table, rows);
    Ok(())
}

/// The link of a token, while it is good.
pub fn link(conn: &mut AnyConnection, token_hash: &[u8], now: Instant) -> Result<Option<LinkRow>> {
    use event_outcome_links as l;
    let row = l::table.filter(l::token_hash.eq(token_hash)).filter(l::expires_at.gt(now));
    Ok(row.select(LinkRow::as_select()).first(conn).optional()?)
}

/// The applications that were asked for a round since an instant.
pub fn asked_since(conn: &mut AnyConnection, event: EventId, round: OutcomeRound, since: Instant) -> Result<Vec<ApplicationId>> {
    use event_outcome_links as l;
    let asked = l::table.filter(l::event_id.eq(event)).filter(l::round.eq(round)).filter(l::created_at.gt(since));
    Ok(asked.select(l::application_id).load(conn)?)
}

/// Notes that a round of an event was asked for; whether it is the first time.
pub fn note_request(conn: &mut AnyConnection, event: EventId, round: OutcomeRound, at: Instant) -> Result<bool> {
    use event_outcome_requests as r;
    let values = (r::event_id.eq(event), r::round.eq(round), r::asked_at.eq(at));
    let first = Both(diesel::insert_into(r::table).values(values).on_conflict_do_nothing()).execute(conn)? == 1;
    if !first {
        diesel::update(r::table.find((event, round))).set(r::asked_at.eq(at)).execute(conn)?;
    }
    Ok(first)
}

/// When the rounds of an event were last asked for.
pub fn requests(conn: &mut AnyConnection, event: EventId) -> Result<HashMap<OutcomeRound, Instant>> {
    use event_outcome_requests as r;
    let rows: Vec<(OutcomeRound, Instant)> = r::table.filter(r::event_id.eq(event)).select((r::round, r::asked_at)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Events with a call that were not called off, end between two days, and were not asked for a round.
pub fn not_asked(conn: &mut AnyConnection, round: OutcomeRound, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<EventId>> {
    use event_outcome_requests as r;
    let asked = r::table.filter(r::round.eq(round)).select(r::event_id);
    let called = event_calls::table.select(event_calls::event_id);
    let rows = events::table
        .filter(events::ends_on.ge(from))
        .filter(events::ends_on.le(until))
        .filter(events::status.eq_any([Status::Published, Status::Closed]))
        .filter(events::id.eq_any(called))
        .filter(events::id.ne_all(asked));
    Ok(rows.order((events::ends_on, events::id)).select(events::id).load(conn)?)
}
