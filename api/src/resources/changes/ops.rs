use super::model::{Cursor, Place, Topic};
use super::store::{self, Event};
use super::wire::{Change, ChangeQuery, Feed};
use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::error::Result;
use crate::kernel::http::page;

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
    Ok(Feed { next_cursor: next.encode()?, items: events.into_iter().map(view).collect() })
}
