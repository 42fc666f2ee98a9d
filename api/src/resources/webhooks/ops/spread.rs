//! Makes deliveries from the feed: each webhook goes on from its place, in the scope that its body has today. The place moves in the
//! transaction that writes the deliveries, so each event is delivered once whatever happens and however many replicas look.

use crate::kernel::Kernel;
use crate::kernel::access::Scope;
use crate::kernel::db::transaction;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::outbox::EventId;
use crate::resources::changes::{self, Event, Place};
use crate::resources::webhooks::model::{DeliveryId, DeliveryState, WebhookId};
use crate::resources::webhooks::store::{self, DeliveryRow, Row};
use serde_json::json;

/// Events taken at once.
const BATCH: i64 = 200;

/// A delivery that waits to be sent.
pub fn waiting(id: DeliveryId, webhook_id: WebhookId, message_id: EventId, topic: String, body: String, now: Instant) -> DeliveryRow {
    DeliveryRow {
        id,
        webhook_id,
        message_id,
        topic,
        body,
        state: DeliveryState::Pending,
        attempts: 0,
        due_at: Some(now),
        status_code: None,
        failure: None,
        created_at: now,
        last_attempt_at: None,
    }
}

fn body(event: &Event) -> String {
    json!({
        "type": event.topic,
        "timestamp": event.at,
        "data": {
            "id": event.id,
            "subject_id": event.subject_id,
            "association_id": event.association_id,
            "payload": event.payload,
        },
    })
    .to_string()
}

/// Takes the next events for a webhook: its new place, or nothing when somebody else was quicker.
fn next(kernel: &Kernel, webhook: &Row, from: Place, end: Place) -> Result<Option<Place>> {
    let topics: Vec<String> = webhook.topics.read()?;
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| {
        let now = kernel.clock.now();
        let scope = Scope::of_body(conn, Some(webhook.role), webhook.body())?;
        let events = changes::page(conn, &scope, &topics, from, end, BATCH)?;
        let full = i64::try_from(events.len()).unwrap_or(BATCH) == BATCH;
        let to = events.last().filter(|_| full).map_or(end, Event::place);
        if !store::move_on(conn, webhook.id, from, to)? {
            return Ok(None);
        }
        let row = |event: &Event| waiting(kernel.ids.next().into(), webhook.id, event.id, event.topic.clone(), body(event), now);
        store::add_deliveries(conn, events.iter().map(row).collect())?;
        Ok(Some(to))
    })
}

/// Makes the deliveries of everything that has happened.
pub fn spread(kernel: &Kernel) -> Result<()> {
    let webhooks = store::active(&mut *kernel.db.reader()?)?;
    if webhooks.is_empty() {
        return Ok(());
    }
    let end = changes::head(&mut *kernel.db.reader()?)?;
    for webhook in &webhooks {
        let mut place = webhook.place();
        while place < end {
            match next(kernel, webhook, place, end)? {
                Some(further) => place = further,
                None => break,
            }
        }
    }
    Ok(())
}
