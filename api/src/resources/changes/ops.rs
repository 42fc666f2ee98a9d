use super::model::{Cursor, Place, Topic};
use super::store::{self, Event};
use super::wire::{Change, ChangeQuery, Feed};
use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::Result;
use crate::kernel::http::page;
use crate::resources::READ_WITHOUT_NAMES;
use serde_json::Value;

/// Where the feed ends now.
///
/// # Errors
/// When the database does not answer.
pub fn head(conn: &mut AnyConnection) -> Result<Place> {
    Ok(store::end(conn)?.unwrap_or(Place::START))
}

fn view(event: Event) -> Change {
    Change {
        id: event.id,
        at: event.at,
        topic: event.topic,
        subject_id: event.subject_id,
        association_id: event.association_id,
        payload: event.payload,
    }
}

/// Whether it says who has applied to one of some events.
fn tells_applicant(event: &Event, events: &[String]) -> Result<bool> {
    if events.is_empty() || event.topic != Topic::EventApplicationChanged.as_str() {
        return Ok(false);
    }
    let payload: Value = event.payload.read()?;
    Ok(payload["event_id"].as_str().is_some_and(|id| events.iter().any(|one| one == id)))
}

pub fn list(tx: &mut Read<'_>, query: &ChangeQuery) -> Result<Feed> {
    let now = tx.now;
    let limit = query.limit.unwrap_or(page::DEFAULT_LIMIT);
    let since = query.since.as_deref().map(|text| Cursor::decode(text, now)).transpose()?;
    let after = since.map_or(Place::START, |cursor| cursor.place);
    // The end first: what is committed after this lies behind it, and is not passed by.
    let end = head(tx.conn)?.max(after);
    let topics: Vec<&str> = query.topic.iter().copied().map(Topic::as_str).collect();
    let scope = tx.scope.clone();
    let mut events = store::page(tx.conn, &scope, &topics, after, end, limit + 1)?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = events.len() > limit;
    events.truncate(limit);
    let next = match events.last() {
        Some(last) if more => Cursor { place: last.place(), at: last.at },
        _ => Cursor { place: end, at: now },
    };
    let nameless: Vec<String> = READ_WITHOUT_NAMES(tx)?.iter().map(ToString::to_string).collect();
    let mut items = Vec::with_capacity(events.len());
    for event in events {
        if !tells_applicant(&event, &nameless)? {
            items.push(view(event));
        }
    }
    Ok(Feed { next_cursor: next.encode()?, items })
}
