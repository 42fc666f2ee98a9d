use super::model::{DeliveryId, DeliveryState, DisabledFor, WebhookId, WebhookState};
use crate::kernel::access::{Body, Role};
use crate::kernel::db::schema::{webhook_deliveries as deliveries, webhooks as table};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::outbox::EventId;
use crate::kernel::outgoing::Failure;
use crate::resources::changes::Place;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = table, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: WebhookId,
    pub institution_id: Option<InstitutionId>,
    pub association_id: Option<AssociationId>,
    pub role: Role,
    pub name: String,
    pub url: String,
    pub topics: Json,
    pub secret: Vec<u8>,
    pub state: WebhookState,
    pub disabled_for: Option<DisabledFor>,
    pub failing_since: Option<Instant>,
    pub place_transaction: i64,
    pub place_id: EventId,
    pub version: i64,
    pub created_by: PersonId,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub previous_secret: Option<Vec<u8>>,
    pub previous_until: Option<Instant>,
}

impl Row {
    /// The body it belongs to.
    pub fn body(&self) -> Body {
        match (self.institution_id, self.association_id) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        }
    }
    /// The place in the feed up to which its deliveries were made.
    pub fn place(&self) -> Place {
        Place { transaction: self.place_transaction, id: self.place_id }
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = deliveries, treat_none_as_default_value = false)]
pub struct DeliveryRow {
    pub id: DeliveryId,
    pub webhook_id: WebhookId,
    pub message_id: EventId,
    pub topic: String,
    pub body: String,
    pub state: DeliveryState,
    pub attempts: i32,
    pub due_at: Option<Instant>,
    pub status_code: Option<i32>,
    pub failure: Option<Failure>,
    pub created_at: Instant,
    pub last_attempt_at: Option<Instant>,
}

type Query<'a> = table::BoxedQuery<'a, MultiBackend>;

/// The webhooks of a role in a body.
fn visible((role, body): (Role, Body)) -> Query<'static> {
    let query = table::table.filter(table::role.eq(role)).into_boxed();
    match body {
        Body::Institution(id) => query.filter(table::institution_id.eq(id)),
        Body::Association(id) => query.filter(table::association_id.eq(id)),
        Body::None => query.filter(table::version.lt(0)),
    }
}

/// Newest first.
pub fn list(conn: &mut AnyConnection, holder: (Role, Body), before: Option<WebhookId>, limit: i64) -> Result<Vec<Row>> {
    let mut query = visible(holder).order(table::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(table::id.lt(id));
    }
    Ok(query.select(Row::as_select()).load(conn)?)
}

pub fn count(conn: &mut AnyConnection, holder: (Role, Body)) -> Result<i64> {
    Ok(visible(holder).count().get_result(conn)?)
}

pub fn find(conn: &mut AnyConnection, holder: (Role, Body), id: WebhookId) -> Result<Row> {
    visible(holder).filter(table::id.eq(id)).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(table::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps what an officer has changed, as the next version; the place in the feed is nobody's to change.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let before = table::table.find(row.id).filter(table::version.eq(row.version - 1));
    let changes = (
        table::name.eq(&row.name),
        table::url.eq(&row.url),
        table::topics.eq(&row.topics),
        (table::secret.eq(&row.secret), table::previous_secret.eq(&row.previous_secret), table::previous_until.eq(row.previous_until)),
        table::state.eq(row.state),
        table::disabled_for.eq(row.disabled_for),
        table::failing_since.eq(row.failing_since),
        table::version.eq(row.version),
        table::updated_at.eq(row.updated_at),
    );
    one_changed(diesel::update(before).set(changes).execute(conn)?)
}

pub fn delete(conn: &mut AnyConnection, id: WebhookId) -> Result<()> {
    diesel::delete(deliveries::table.filter(deliveries::webhook_id.eq(id))).execute(conn)?;
    diesel::delete(table::table.find(id)).execute(conn)?;
    Ok(())
}

/// Every webhook that is on.
pub fn active(conn: &mut AnyConnection) -> Result<Vec<Row>> {
    Ok(table::table.filter(table::state.eq(WebhookState::Active)).order(table::id).select(Row::as_select()).load(conn)?)
}

/// Moves a webhook on in the feed; false when somebody else has, or has removed it.
pub fn move_on(conn: &mut AnyConnection, id: WebhookId, from: Place, to: Place) -> Result<bool> {
    let there = table::table
        .find(id)
        .filter(table::place_transaction.eq(from.transaction))
        .filter(table::place_id.eq(from.id))
        .filter(table::state.eq(WebhookState::Active));
    let place = (table::place_transaction.eq(to.transaction), table::place_id.eq(to.id));
    Ok(diesel::update(there).set(place).execute(conn)? == 1)
}

pub fn add_deliveries(conn: &mut AnyConnection, rows: Vec<DeliveryRow>) -> Result<()> {
    crate::put_many!(conn, deliveries::table, rows);
    Ok(())
}

/// Newest first; those that are so far, or all.
pub fn deliveries_of(
    conn: &mut AnyConnection,
    webhook: WebhookId,
    state: Option<DeliveryState>,
    before: Option<DeliveryId>,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let mut query = sent(webhook, state).order(deliveries::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(deliveries::id.lt(id));
    }
    Ok(query.select(DeliveryRow::as_select()).load(conn)?)
}

fn sent(webhook: WebhookId, state: Option<DeliveryState>) -> deliveries::BoxedQuery<'static, MultiBackend> {
    let query = deliveries::table.filter(deliveries::webhook_id.eq(webhook)).into_boxed();
    match state {
        Some(state) => query.filter(deliveries::state.eq(state)),
        None => query,
    }
}

pub fn delivery_total(conn: &mut AnyConnection, webhook: WebhookId, state: Option<DeliveryState>) -> Result<i64> {
    Ok(sent(webhook, state).count().get_result(conn)?)
}

pub fn find_delivery(conn: &mut AnyConnection, id: DeliveryId) -> Result<DeliveryRow> {
    deliveries::table.find(id).select(DeliveryRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// What is to be sent, with where to, longest due first.
pub fn due(conn: &mut AnyConnection, now: Instant, limit: i64) -> Result<Vec<(DeliveryRow, Row)>> {
    Ok(deliveries::table
        .inner_join(table::table)
        .filter(deliveries::due_at.le(now))
        .filter(table::state.eq(WebhookState::Active))
        .order((deliveries::due_at, deliveries::id))
        .limit(limit)
        .select((DeliveryRow::as_select(), Row::as_select()))
        .load(conn)?)
}

/// Takes a delivery for an attempt; false when somebody else has. Should this process end before the attempt does, it is due again then.
pub fn take(conn: &mut AnyConnection, row: &DeliveryRow, now: Instant, again: Instant) -> Result<bool> {
    let there = deliveries::table.find(row.id).filter(deliveries::attempts.eq(row.attempts)).filter(deliveries::due_at.eq(row.due_at));
    let taken = (deliveries::attempts.eq(row.attempts + 1), deliveries::due_at.eq(again), deliveries::last_attempt_at.eq(now));
    Ok(diesel::update(there).set(taken).execute(conn)? == 1)
}

/// How an attempt ended.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    pub state: DeliveryState,
    pub due_at: Option<Instant>,
    pub status_code: Option<i32>,
    pub failure: Option<Failure>,
}

pub fn settle(conn: &mut AnyConnection, id: DeliveryId, attempt: Attempt) -> Result<()> {
    let ended = (
        deliveries::state.eq(attempt.state),
        deliveries::due_at.eq(attempt.due_at),
        deliveries::status_code.eq(attempt.status_code),
        deliveries::failure.eq(attempt.failure),
    );
    diesel::update(deliveries::table.find(id)).set(ended).execute(conn)?;
    Ok(())
}

/// Puts off everything that is due at a server which is out of reach.
pub fn put_off(conn: &mut AnyConnection, webhook: WebhookId, now: Instant, again: Instant) -> Result<()> {
    let due = deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::due_at.le(now));
    diesel::update(due).set(deliveries::due_at.eq(again)).execute(conn)?;
    Ok(())
}

/// Has everything that waits sent now.
pub fn hurry(conn: &mut AnyConnection, webhook: WebhookId, now: Instant) -> Result<()> {
    let waiting = deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::state.eq(DeliveryState::Pending));
    diesel::update(waiting).set(deliveries::due_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Sends a delivery again from the start; false when it waits already.
pub fn replay(conn: &mut AnyConnection, id: DeliveryId, now: Instant) -> Result<bool> {
    let ended = deliveries::table.find(id).filter(deliveries::state.ne(DeliveryState::Pending));
    let anew = (deliveries::state.eq(DeliveryState::Pending), deliveries::attempts.eq(0), deliveries::due_at.eq(now));
    Ok(diesel::update(ended).set(anew).execute(conn)? == 1)
}

/// Notes since when a webhook fails, or that it does not any more.
pub fn note(conn: &mut AnyConnection, id: WebhookId, failing_since: Option<Instant>) -> Result<()> {
    diesel::update(table::table.find(id)).set(table::failing_since.eq(failing_since)).execute(conn)?;
    Ok(())
}

/// Switches a webhook off; false when it is off.
pub fn switch_off(conn: &mut AnyConnection, id: WebhookId, why: DisabledFor, now: Instant) -> Result<bool> {
    let on = table::table.find(id).filter(table::state.eq(WebhookState::Active));
    let off = (
        table::state.eq(WebhookState::Disabled),
        table::disabled_for.eq(why),
        table::version.eq(table::version + 1),
        table::updated_at.eq(now),
    );
    Ok(diesel::update(on).set(off).execute(conn)? == 1)
}

/// Removes deliveries that ended before an instant.
pub fn forget(conn: &mut AnyConnection, before: Instant) -> Result<()> {
    let old = deliveries::table.filter(deliveries::created_at.lt(before)).filter(deliveries::state.ne(DeliveryState::Pending));
    diesel::delete(old).execute(conn)?;
    Ok(())
}
