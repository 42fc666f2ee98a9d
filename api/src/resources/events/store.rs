//! Every line of SQL about events. Each query starts from [`visible`].

use super::model::{EventId, EventKind, EventScale, EventStatus, TransitionId};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::schema::{event_calls, event_organisers, event_plans, event_sectors, event_transitions, events};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{InstitutionId, KeyId, PersonId};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: EventId,
    pub organiser_id: InstitutionId,
    pub kind: EventKind,
    pub scale: EventScale,
    pub status: EventStatus,
    pub status_since: Instant,
    pub name_sort: String,
    pub wilaya_code: String,
    pub commune_code: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub previous_id: Option<EventId>,
    pub document: Json,
    pub search: String,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = event_transitions, treat_none_as_default_value = false)]
pub struct TransitionRow {
    pub id: TransitionId,
    pub event_id: EventId,
    pub at: Instant,
    pub from_status: Option<EventStatus>,
    pub to_status: EventStatus,
    pub reason: Option<String>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

/// A condition on events.
pub type Condition = Box<dyn BoxableExpression<events::table, MultiBackend, SqlType = Bool>>;

fn organised_by(institution: InstitutionId) -> Condition {
    let theirs = event_organisers::table.filter(event_organisers::institution_id.eq(institution)).select(event_organisers::event_id);
    Box::new(events::id.eq_any(theirs))
}

/// The events a caller may know of; every one when there is no condition.
pub fn visible(tx: &Read<'_>) -> Option<Condition> {
    let announced = events::status.ne(EventStatus::Draft);
    match (&tx.scope, tx.caller.and_then(crate::kernel::access::Caller::institution)) {
        (Scope::All, _) => None,
        (Scope::Wilayas(_), Some(institution)) => Some(Box::new(announced.or(organised_by(institution)))),
        _ => Some(Box::new(announced)),
    }
}

/// What is kept of some events.
pub fn documents(conn: &mut AnyConnection, ids: &[EventId]) -> Result<Vec<(EventId, Json)>> {
    Ok(events::table.filter(events::id.eq_any(ids)).select((events::id, events::document)).load(conn)?)
}

/// Some events, first to begin first.
pub fn some(conn: &mut AnyConnection, ids: &[EventId]) -> Result<Vec<Row>> {
    Ok(events::table.filter(events::id.eq_any(ids)).order((events::starts_on, events::id)).select(Row::as_select()).load(conn)?)
}

/// When the calls of some events open and close; events without one are left out.
pub fn windows(conn: &mut AnyConnection, ids: &[EventId]) -> Result<HashMap<EventId, (Instant, Instant)>> {
    use event_calls as c;
    let rows: Vec<(EventId, Instant, Instant)> =
        c::table.filter(c::event_id.eq_any(ids)).select((c::event_id, c::opens_at, c::closes_at)).load(conn)?;
    Ok(rows.into_iter().map(|(id, opens, closes)| (id, (opens, closes))).collect())
}

/// When an event takes applications, if it has a call, and whether its plan is public.
pub fn beside(conn: &mut AnyConnection, id: EventId) -> Result<(Option<(Instant, Instant)>, bool)> {
    use event_calls as c;
    use event_plans as p;
    type Beside = ((Option<Instant>, Option<Instant>), Option<Instant>);
    let found: Option<Beside> = events::table
        .left_join(c::table.on(c::event_id.eq(events::id)))
        .left_join(p::table.on(p::event_id.eq(events::id)))
        .filter(events::id.eq(id))
        .select(((c::opens_at.nullable(), c::closes_at.nullable()), p::published_at.nullable()))
        .first(conn)
        .optional()?;
    let Some(((opens, closes), published)) = found else { return Ok((None, false)) };
    Ok((opens.zip(closes), published.is_some()))
}

/// What is asked of a list.
#[derive(Debug, Default)]
pub struct Filter {
    pub words: Vec<String>,
    pub kinds: Vec<EventKind>,
    pub scales: Vec<EventScale>,
    pub statuses: Vec<EventStatus>,
    pub wilayas: Vec<String>,
    pub sectors: Vec<String>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub organiser: Option<InstitutionId>,
    /// Calls that take applications now, not yet or no longer.
    pub call: Option<CallIs>,
}

/// Whether a call takes applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallIs {
    /// Not yet.
    Upcoming,
    /// Now.
    Open,
    /// No longer.
    Closed,
}

/// The events whose call stands so at an instant; none is open while its event is put off.
fn calling(is: CallIs, now: Instant) -> Condition {
    use event_calls as c;
    let announced = events::status.eq(EventStatus::Published);
    match is {
        CallIs::Upcoming => Box::new(announced.and(events::id.eq_any(c::table.filter(c::opens_at.gt(now)).select(c::event_id)))),
        CallIs::Open => {
            let open = c::table.filter(c::closes_at.gt(now).and(c::opens_at.le(now))).select(c::event_id);
            Box::new(announced.and(events::id.eq_any(open)))
        }
        CallIs::Closed => Box::new(events::id.eq_any(c::table.filter(c::closes_at.le(now)).select(c::event_id))),
    }
}

pub fn conditions(tx: &Read<'_>, filter: &Filter) -> Vec<Condition> {
    let mut all: Vec<Condition> = visible(tx).into_iter().collect();
    if !filter.kinds.is_empty() {
        all.push(Box::new(events::kind.eq_any(filter.kinds.clone())));
    }
    if !filter.scales.is_empty() {
        all.push(Box::new(events::scale.eq_any(filter.scales.clone())));
    }
    if !filter.statuses.is_empty() {
        all.push(Box::new(events::status.eq_any(filter.statuses.clone())));
    }
    if !filter.wilayas.is_empty() {
        all.push(Box::new(events::wilaya_code.eq_any(filter.wilayas.clone())));
    }
    if !filter.sectors.is_empty() {
        // An event that names no craft is for all of them.
        let named = event_sectors::table.filter(event_sectors::sector_code.eq_any(filter.sectors.clone())).select(event_sectors::event_id);
        let any = event_sectors::table.select(event_sectors::event_id);
        all.push(Box::new(events::id.eq_any(named).or(diesel::dsl::not(events::id.eq_any(any)))));
    }
    if let Some(day) = filter.from {
        all.push(Box::new(events::ends_on.ge(day)));
    }
    if let Some(day) = filter.until {
        all.push(Box::new(events::starts_on.le(day)));
    }
    if let Some(institution) = filter.organiser {
        all.push(organised_by(institution));
    }
    if let Some(is) = filter.call {
        all.push(calling(is, tx.now));
    }
    for word in &filter.words {
        all.push(Box::new(events::search.like(format!("%{word}%"))));
    }
    all
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Starts,
    Name,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    value: KeyValue,
    id: EventId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum KeyValue {
    Day(NaiveDate),
    Text(String),
}

impl Key {
    pub fn of(row: &Row, order: Order) -> Self {
        let value = match order {
            Order::Starts => KeyValue::Day(row.starts_on),
            Order::Name => KeyValue::Text(row.name_sort.clone()),
        };
        Self { value, id: row.id }
    }
}

/// Events in an order, at most `limit`.
pub fn page(
    conn: &mut AnyConnection,
    conditions: Vec<Condition>,
    (order, down): (Order, bool),
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<Row>> {
    use events as e;
    let mut query = e::table.select(Row::as_select()).limit(limit).into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    let (mut day, mut text) = (None, None);
    match after {
        Some(Key { value: KeyValue::Day(value), id }) => day = Some((value, id)),
        Some(Key { value: KeyValue::Text(value), id }) => text = Some((value, id)),
        None => {}
    }
    let query = match order {
        Order::Starts => crate::in_order!(query, (e::starts_on, e::id), down, day),
        Order::Name => crate::in_order!(query, (e::name_sort, e::id), down, text),
    };
    Ok(query.load(conn)?)
}

/// Events by their last change, latest first.
pub fn latest(conn: &mut AnyConnection, conditions: Vec<Condition>, limit: i64) -> Result<Vec<Row>> {
    let mut query = events::table.select(Row::as_select()).order((events::updated_at.desc(), events::id.desc())).limit(limit).into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    Ok(query.load(conn)?)
}

/// How many match.
pub fn total(conn: &mut AnyConnection, conditions: Vec<Condition>) -> Result<i64> {
    let mut query = events::table.into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(conn)?)
}

/// An event the caller may know of.
pub fn find(tx: &mut Read<'_>, id: EventId) -> Result<Row> {
    let mut query = events::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    query.first(tx.conn).optional()?.ok_or_else(Error::not_found)
}

/// The edition after an event, when the caller may know of it.
pub fn next_edition(tx: &mut Read<'_>, id: EventId) -> Result<Option<EventId>> {
    let mut query = events::table.filter(events::previous_id.eq(id)).select(events::id).order(events::starts_on).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    Ok(query.first(tx.conn).optional()?)
}

/// Makes whoever else works on an event wait until this transaction ends; the edition after it, whoever asks.
pub fn hold_for_edition(conn: &mut AnyConnection, id: EventId) -> Result<Option<Row>> {
    diesel::update(events::table.find(id)).set(events::version.eq(events::version)).execute(conn)?;
    Ok(events::table.filter(events::previous_id.eq(id)).order(events::id).select(Row::as_select()).first(conn).optional()?)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(events::table.find(row.id).filter(events::version.eq(row.version - 1))).set(row).execute(conn)?)
}

/// Who organises an event, and the crafts it is for.
pub fn set_links(conn: &mut AnyConnection, id: EventId, organisers: &[InstitutionId], sectors: &[String]) -> Result<()> {
    diesel::delete(event_organisers::table.filter(event_organisers::event_id.eq(id))).execute(conn)?;
    diesel::delete(event_sectors::table.filter(event_sectors::event_id.eq(id))).execute(conn)?;
    let organisers: Vec<_> = organisers
        .iter()
        .map(|institution| (event_organisers::institution_id.eq(*institution), event_organisers::event_id.eq(id)))
        .collect();
    let sectors: Vec<_> = sectors.iter().map(|sector| (event_sectors::sector_code.eq(sector), event_sectors::event_id.eq(id))).collect();
    crate::on!(conn, |c| diesel::insert_into(event_organisers::table).values(&organisers).execute(c))?;
    if !sectors.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(event_sectors::table).values(&sectors).execute(c))?;
    }
    Ok(())
}

/// Whether an institution is among the organisers of an event.
pub fn is_organiser(conn: &mut AnyConnection, id: EventId, institution: InstitutionId) -> Result<bool> {
    let there = event_organisers::table.find((institution, id)).select(event_organisers::event_id);
    Ok(there.first::<EventId>(conn).optional()?.is_some())
}

/// Those of some events that an institution is among the organisers of.
pub fn organised_of(conn: &mut AnyConnection, ids: &[EventId], institution: InstitutionId) -> Result<HashSet<EventId>> {
    use event_organisers as o;
    let found: Vec<EventId> =
        o::table.filter(o::institution_id.eq(institution)).filter(o::event_id.eq_any(ids)).select(o::event_id).load(conn)?;
    Ok(found.into_iter().collect())
}

pub fn keep_step(conn: &mut AnyConnection, row: &TransitionRow) -> Result<()> {
    diesel::insert_into(event_transitions::table).values(row).execute(conn)?;
    Ok(())
}

/// The steps of an event, first to last.
pub fn steps(conn: &mut AnyConnection, id: EventId) -> Result<Vec<TransitionRow>> {
    Ok(event_transitions::table.filter(event_transitions::event_id.eq(id)).order(event_transitions::id).load(conn)?)
}
