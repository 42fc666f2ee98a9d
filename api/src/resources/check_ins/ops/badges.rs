//! Badges, and who is there.

use super::{SEATED, model, readable};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page, Unfiltered, count};
use crate::kernel::search;
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus, Entry};
use crate::resources::check_ins::store::{self, Key, PresenceRow, Row};
use crate::resources::check_ins::wire::{BadgeQuery, CheckIn, DayPresence, EventBadge, EventPresence};
use crate::resources::event_stands;
use crate::resources::events::Id as EventId;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The artisans of an application with their places.
pub fn exhibitors(entry: &Entry) -> impl Iterator<Item = (i32, &str)> {
    (0..).zip(entry.content.exhibitors.iter().map(|exhibitor| exhibitor.name.as_str()))
}

/// Every badge of an event, by the number of the application.
pub fn all(tx: &mut Read<'_>, id: EventId) -> Result<Vec<EventBadge>> {
    let entries = calls::entries(tx, id, &SEATED)?;
    let stands: HashMap<ApplicationId, String> =
        event_stands::given(tx, id)?.into_iter().map(|given| (given.entry.id, given.stand)).collect();
    let presence: HashMap<(ApplicationId, i32), PresenceRow> =
        store::presence(tx.conn, id)?.into_iter().map(|row| ((row.application_id, row.exhibitor), row)).collect();
    let bodies: Vec<Body> = entries.iter().map(|entry| Body::Association(entry.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let sealer = &tx.kernel.sealer;
    let badge = |entry: &Entry, exhibitor: i32, name: &str| {
        let seen = presence.get(&(entry.id, exhibitor));
        EventBadge {
            code: model::code(sealer, entry.id, exhibitor),
            application_id: entry.id,
            exhibitor,
            name: name.to_owned(),
            association_id: entry.association_id,
            association_name: names(Body::Association(entry.association_id)).0,
            number: entry.number,
            status: entry.status,
            stand: stands.get(&entry.id).cloned(),
            inside: seen.is_some_and(|row| row.inside),
            first_in_at: seen.and_then(|row| row.first_in_at),
            last_at: seen.map(|row| row.last_at),
        }
    };
    Ok(entries.iter().flat_map(|entry| exhibitors(entry).map(|(place, name)| badge(entry, place, name)).collect::<Vec<_>>()).collect())
}

/// What a badge is searched by.
fn searched(badge: &EventBadge) -> String {
    let named = badge.association_name.parts().chain([badge.name.as_str()]).chain(badge.stand.as_deref());
    search::stored(named)
}

/// The badges of an event by the number of the application, for the organisers.
pub fn list(tx: &mut Read<'_>, id: EventId, list: &List<BadgeQuery>) -> Result<Page<EventBadge>> {
    let query = &list.query;
    readable(tx, id)?;
    let after: Option<(i32, i32)> = list.after()?;
    let words = search::words(query.q.as_deref());
    let here = |badge: &EventBadge| {
        query.came.is_none_or(|came| came == badge.first_in_at.is_some()) && query.inside.is_none_or(|inside| inside == badge.inside)
    };
    let mut badges: Vec<EventBadge> = all(tx, id)?.into_iter().filter(here).collect();
    if !words.is_empty() {
        let folded: Vec<String> = badges.iter().map(searched).collect();
        let holding = |words: &[String]| -> Vec<bool> { folded.iter().map(|text| words.iter().all(|word| text.contains(word))).collect() };
        let mut found = holding(&words);
        // The words, or else their consonants, as in the register.
        if let (false, Some(skeletons)) = (found.contains(&true), search::skeletons(&words)) {
            found = holding(&skeletons);
        }
        badges = badges.into_iter().zip(found).filter_map(|(badge, found)| found.then_some(badge)).collect();
    }
    let total = list.counted.then(|| count(badges.len()));
    badges.retain(|badge| after.is_none_or(|after| (badge.number, badge.exhibitor) > after));
    list.page(badges, total, |badge: &EventBadge| (badge.number, badge.exhibitor))
}

/// Who is there, in numbers.
pub fn presence(tx: &mut Read<'_>, id: EventId) -> Result<EventPresence> {
    readable(tx, id)?;
    let entries = calls::entries(tx, id, &SEATED)?;
    let rows = store::presence(tx.conn, id)?;
    let mut days: BTreeMap<_, usize> = BTreeMap::new();
    for (day, ..) in store::days(tx.conn, id)? {
        *days.entry(day).or_default() += 1;
    }
    let came = |row: &&PresenceRow| row.first_in_at.is_some();
    let by_hand = entries.iter().filter(|entry| entry.status == ApplicationStatus::Attended).map(|entry| entry.id);
    let associations: HashSet<ApplicationId> = rows.iter().filter(came).map(|row| row.application_id).chain(by_hand).collect();
    Ok(EventPresence {
        event_id: id,
        badges: entries.iter().map(|entry| entry.content.exhibitors.len()).sum(),
        came: rows.iter().filter(came).count(),
        inside: rows.iter().filter(|row| row.inside).count(),
        associations: entries.len(),
        associations_came: associations.len(),
        days: days.into_iter().map(|(day, came)| DayPresence { day, came }).collect(),
    })
}

/// The record of an event, first first.
pub fn entries(tx: &mut Read<'_>, id: EventId, list: &List<Unfiltered>) -> Result<Page<CheckIn>> {
    readable(tx, id)?;
    let after: Option<Key> = list.after()?;
    let total = list.total(|| store::total(tx.conn, id))?;
    let page = list.page(store::page(tx.conn, id, after, list.limit + 1)?, total, Key::of)?;
    let view = |row: Row| CheckIn {
        id: row.id,
        application_id: row.application_id,
        exhibitor: row.exhibitor,
        direction: row.direction,
        method: row.method,
        at: row.at,
        device_at: row.device_at,
        received_at: row.received_at,
        device: row.device,
    };
    Ok(Page { items: page.items.into_iter().map(view).collect(), next_cursor: page.next_cursor, total })
}
