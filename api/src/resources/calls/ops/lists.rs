//! Lists of applications: to an event, and of an association.

use super::applications::own;
use super::call::state;
use super::commission;
use super::duties::must_not_review;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::search;
use crate::resources::accounts;
use crate::resources::calls::model::ApplicationInput;
use crate::resources::calls::store;
use crate::resources::calls::store::list::{Filter, Key, Listed, Of, Order, page, total};
use crate::resources::calls::wire::{ApplicationQuery, ApplicationSort, ApplicationSummary, OwnApplicationQuery};
use crate::resources::events::{self, Brief, Id as EventId};
use std::collections::HashMap;

/// A page of applications in an order; all to one event when it is named.
fn page_of<Q: serde::Serialize>(
    tx: &mut Read<'_>,
    list: &List<Q>,
    mut filter: Filter,
    order: (Order, bool),
    event: Option<Brief>,
) -> Result<Page<ApplicationSummary>> {
    let after: Option<Key> = list.after()?;
    let mut found = page(tx.conn, &filter, order, after.clone(), list.limit + 1)?;
    // Names that hold the words, or else their consonants: a page after the first is empty only when the first was.
    if let (true, Some(skeletons)) = (found.is_empty(), search::skeletons(&filter.words)) {
        filter.words = skeletons;
        found = page(tx.conn, &filter, order, after, list.limit + 1)?;
    }
    let total = list.total(|| total(tx.conn, &filter))?;
    let page = list.page(found, total, |listed| Key::of(listed, order.0))?;
    Ok(Page { items: summaries(tx, page.items, event)?, next_cursor: page.next_cursor, total })
}

fn summaries(tx: &mut Read<'_>, listed: Vec<Listed>, event: Option<Brief>) -> Result<Vec<ApplicationSummary>> {
    let bodies: Vec<Body> = listed.iter().map(|(row, _)| Body::Association(row.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let ids: Vec<EventId> = listed.iter().map(|(row, _)| row.event_id).collect();
    let (calls, now) = (store::calls(tx.conn, &ids)?, tx.now);
    let events = match event {
        Some(event) => vec![event],
        None => events::briefs(tx.conn, &ids)?,
    };
    let events: HashMap<EventId, Brief> = events.into_iter().map(|event| (event.id, event)).collect();
    let summary = |(row, _): Listed| {
        let content: ApplicationInput = row.document.read()?;
        let event = events.get(&row.event_id).ok_or_else(Error::not_found)?;
        let call = calls.get(&row.event_id).ok_or_else(Error::not_found)?;
        Ok(ApplicationSummary {
            id: row.id,
            event_id: row.event_id,
            event_name: event.name.clone(),
            event_status: event.status,
            starts_on: event.starts_on,
            ends_on: event.ends_on,
            call_state: state(call, now),
            closes_at: call.closes_at,
            association_id: row.association_id,
            association_name: names(Body::Association(row.association_id)).0,
            wilaya_code: row.wilaya_code,
            status: row.status,
            status_since: row.status_since,
            submitted_at: row.submitted_at,
            number: row.number,
            exhibitors: content.exhibitors.len(),
            products: content.products.len(),
            last_message_from: row.last_message_from,
        })
    };
    listed.into_iter().map(summary).collect()
}

fn order(sort: Option<ApplicationSort>) -> (Order, bool) {
    match sort.unwrap_or(ApplicationSort::Begun) {
        ApplicationSort::Begun => (Order::Begun, false),
        ApplicationSort::BegunDown => (Order::Begun, true),
        ApplicationSort::Number => (Order::Number, false),
        ApplicationSort::NumberDown => (Order::Number, true),
        ApplicationSort::Name => (Order::Name, false),
        ApplicationSort::NameDown => (Order::Name, true),
    }
}

/// The applications to an event that were handed in, for its organisers and those who read everything.
pub fn of_event(tx: &mut Read<'_>, id: EventId, list: &List<ApplicationQuery>) -> Result<Page<ApplicationSummary>> {
    let query = &list.query;
    let event = Some(commission::readable(tx, id)?);
    must_not_review(tx, id)?;
    let words = search::words(query.q.as_deref());
    let filter = Filter {
        of: Of::Event(id),
        statuses: query.status.clone(),
        wilayas: query.wilaya.clone(),
        words,
        last_message_from: query.last_message_from,
    };
    page_of(tx, list, filter, order(query.sort), event)
}

/// The applications of the caller's association; none for somebody who speaks for another body.
pub fn of_own(tx: &mut Read<'_>, list: &List<OwnApplicationQuery>) -> Result<Page<ApplicationSummary>> {
    let query = &list.query;
    let Some(association) = own(tx) else { return Ok(Page::whole(Vec::new())) };
    let of = Of::Association(association, query.event_id);
    let filter =
        Filter { of, statuses: query.status.clone(), wilayas: Vec::new(), words: Vec::new(), last_message_from: query.last_message_from };
    page_of(tx, list, filter, (Order::Begun, false), None)
}
