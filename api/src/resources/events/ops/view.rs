//! Events as a caller sees them.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::resources::events::model::{EventId, EventInput};
use crate::resources::events::store::{self, CallIs, Filter, Key, Order, Row};
use crate::resources::events::wire::{CallWindow, Event, EventCallState, EventQuery, EventSort, EventSummary};
use crate::resources::{institutions, territory};
use std::collections::{HashMap, HashSet};

/// Whether the caller may change an event it sees: as one of its organisers, or as the ministry.
///
/// # Errors
/// When the database does not answer.
pub fn may_edit(tx: &mut Read<'_>, row: &Row) -> Result<bool> {
    let Some(institution) = tx.caller.and_then(Caller::institution) else { return Ok(false) };
    match tx.caller.and_then(|caller| caller.role) {
        Some(Role::Ministry) => Ok(true),
        Some(Role::Chamber | Role::National) => store::is_organiser(tx.conn, row.id, institution),
        _ => Ok(false),
    }
}

/// Those of some events that the caller organises, or may change as the ministry.
///
/// # Errors
/// When the database does not answer.
pub fn editable(tx: &mut Read<'_>, ids: &[EventId]) -> Result<HashSet<EventId>> {
    let Some(institution) = tx.caller.and_then(Caller::institution) else { return Ok(HashSet::new()) };
    match tx.caller.and_then(|caller| caller.role) {
        Some(Role::Ministry) => Ok(ids.iter().copied().collect()),
        Some(Role::Chamber | Role::National) if !ids.is_empty() => store::organised_of(tx.conn, ids, institution),
        _ => Ok(HashSet::new()),
    }
}

/// The tag of a view: the version, and what else it shows.
pub fn tag(event: &Event) -> String {
    let next = event.next_id.map_or_else(String::new, |id| format!("-{}", id.0.simple()));
    let call =
        event.call.map_or_else(String::new, |call| format!("-{}-{}", call.opens_at.utc().timestamp(), call.closes_at.utc().timestamp()));
    let plan = if event.plan_published { "-plan" } else { "" };
    format!("{}-{}{next}{call}{plan}", event.version, if event.editable { "edit" } else { "read" })
}

fn window((opens_at, closes_at): (Instant, Instant)) -> CallWindow {
    CallWindow { opens_at, closes_at }
}

/// The view of a row.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, row: Row) -> Result<Event> {
    let event: EventInput = row.document.read()?;
    let all: Vec<InstitutionId> = std::iter::once(row.organiser_id).chain(event.co_organiser_ids.iter().copied()).collect();
    let named = institutions::named(tx.conn, &all)?;
    let commune = territory::commune_facts(tx.conn, &row.commune_code)?;
    let steps = store::steps(tx.conn, row.id)?;
    let editable = !row.status.over() && may_edit(tx, &row)?;
    let (call, plan_published) = store::beside(tx.conn, row.id)?;
    Ok(Event {
        id: row.id,
        status: row.status,
        status_since: row.status_since,
        status_reason: steps.into_iter().next_back().and_then(|step| step.reason),
        organiser: named(row.organiser_id),
        co_organisers: event.co_organiser_ids.iter().map(|id| named(*id)).collect(),
        wilaya_code: row.wilaya_code,
        commune_name: commune.map_or_else(|| Text { ar: row.commune_code.clone(), fr: None, en: None }, |commune| commune.name),
        event,
        call: call.map(window),
        plan_published,
        previous_id: row.previous_id,
        next_id: store::next_edition(tx, row.id)?,
        editable,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

pub fn get(tx: &mut Read<'_>, id: EventId) -> Result<Event> {
    let row = store::find(tx, id)?;
    of(tx, row)
}

fn order(sort: Option<EventSort>) -> (Order, bool) {
    match sort.unwrap_or(EventSort::Starts) {
        EventSort::Starts => (Order::Starts, false),
        EventSort::StartsDown => (Order::Starts, true),
        EventSort::Name => (Order::Name, false),
        EventSort::NameDown => (Order::Name, true),
    }
}

pub fn list(tx: &mut Read<'_>, list: &List<EventQuery>) -> Result<Page<EventSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let filter = Filter {
        words: text::search_words(query.q.as_deref().unwrap_or_default()),
        kinds: query.kind.clone(),
        scales: query.scale.clone(),
        statuses: query.status.clone(),
        wilayas: query.wilaya.clone(),
        sectors: query.craft_sector.clone(),
        from: query.from,
        until: query.until,
        organiser: query.organiser_id,
        call: query.call.map(|state| match state {
            EventCallState::Upcoming => CallIs::Upcoming,
            EventCallState::Open => CallIs::Open,
            EventCallState::Closed => CallIs::Closed,
        }),
    };
    let order = order(query.sort);
    let conditions = store::conditions(tx, &filter);
    let found = store::page(tx.conn, conditions, order, after, list.limit + 1)?;
    let total = list.total(|| {
        let conditions = store::conditions(tx, &filter);
        store::total(tx.conn, conditions)
    })?;
    let page = list.page(found, total, |row| Key::of(row, order.0))?;
    Ok(Page { items: summaries(tx, page.items)?, next_cursor: page.next_cursor, total })
}

/// Rows as a list shows them.
///
/// # Errors
/// When the database does not answer.
pub fn summaries(tx: &mut Read<'_>, rows: Vec<Row>) -> Result<Vec<EventSummary>> {
    let organisers: Vec<InstitutionId> = rows.iter().map(|row| row.organiser_id).collect();
    let named = institutions::named(tx.conn, &organisers)?;
    let codes: Vec<String> = rows.iter().map(|row| row.commune_code.clone()).collect();
    let communes: HashMap<String, Text> =
        territory::find_communes(tx.conn, &codes)?.into_iter().map(|commune| (commune.code, commune.name)).collect();
    let ids: Vec<EventId> = rows.iter().map(|row| row.id).collect();
    let windows = store::windows(tx.conn, &ids)?;
    let summary = |row: Row| {
        let event: EventInput = row.document.read()?;
        let unnamed = || Text { ar: row.commune_code.clone(), fr: None, en: None };
        Ok(EventSummary {
            id: row.id,
            kind: row.kind,
            scale: row.scale,
            status: row.status,
            name: event.name,
            organiser: named(row.organiser_id),
            wilaya_code: row.wilaya_code,
            commune_name: communes.get(&row.commune_code).cloned().unwrap_or_else(unnamed),
            commune_code: row.commune_code,
            venue: event.place.venue,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            craft_sectors: event.craft_sectors,
            call: windows.get(&row.id).copied().map(window),
        })
    };
    rows.into_iter().map(summary).collect()
}
