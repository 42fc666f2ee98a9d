//! Sends deliveries. Each server has a lane of its own, so a slow one holds nobody else up, and replicas may send at the same time: each
//! attempt is taken by one of them.

use super::spread::spread;
use crate::kernel::Kernel;
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, transaction};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::request_id::Origin;
use crate::kernel::letter::Addressee;
use crate::kernel::mail;
use crate::kernel::outgoing::Outcome;
use crate::resources::accounts;
use crate::resources::webhooks::letters;
use crate::resources::webhooks::model::{self, DeliveryState, DisabledFor, WebhookId};
use crate::resources::webhooks::store::{self, Attempt, DeliveryRow, Row};
use std::collections::BTreeMap;
use std::time::Duration;

/// How often the feed is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// Looks after which old deliveries are removed: about an hour.
const FORGET_EVERY: u32 = 1800;
/// Days a delivery that ended is kept.
const KEPT_DAYS: i64 = 30;
/// Deliveries taken at once.
const BATCH: i64 = 64;
/// Servers talked to at once.
const LANES: usize = 8;
/// Minutes after which an attempt that never ended is made again.
const CLAIM_MINUTES: i64 = 5;

/// Sends one delivery: how it ended, or nothing when another replica has taken it.
fn attempt(kernel: &Kernel, row: &DeliveryRow, webhook: &Row) -> Result<Option<Outcome>> {
    let now = kernel.clock.now();
    let again = now.plus(chrono::Duration::minutes(CLAIM_MINUTES));
    if !store::take(&mut *kernel.db.writer()?, row, now, again)? {
        return Ok(None);
    }
    let old = webhook.previous_secret.iter().filter(|_| webhook.previous_until.is_some_and(|until| until > now));
    let (message, timestamp) = (row.message_id.to_string(), now.seconds());
    let sign = |sealed: &Vec<u8>| model::signature(&kernel.sealer.open(sealed)?, row.message_id.0, timestamp, &row.body);
    // Standard Webhooks: signatures with several secrets, a space between them.
    let signature = std::iter::once(&webhook.secret).chain(old).map(sign).collect::<Result<Vec<_>>>()?.join(" ");
    let timestamp = timestamp.to_string();
    let headers = [("webhook-id", message.as_str()), ("webhook-timestamp", &timestamp), ("webhook-signature", &signature)];
    Ok(Some(kernel.outgoing.post(&webhook.url, &headers, &row.body)))
}

/// Tells whoever has made a webhook that it was switched off, when they still can be reached.
fn tell(conn: &mut AnyConnection, kernel: &Kernel, webhook: &Row, now: Instant) -> Result<()> {
    let person = accounts::find_person(conn, webhook.created_by)?;
    let Some(email) = person.email.filter(|_| person.disabled_at.is_none()) else { return Ok(()) };
    let to = Addressee { email: &email, name: &person.name, language: person.language };
    let letter = letters::switched_off(to, &webhook.name, &webhook.url);
    let origin = Origin::default();
    mail::queue(&mut Read { conn, kernel, caller: None, scope: Scope::Public, now, origin: &origin }, &letter)
}

/// Keeps how an attempt ended: whether the webhook was switched off.
fn settle(conn: &mut AnyConnection, kernel: &Kernel, row: &DeliveryRow, webhook: &Row, outcome: Outcome) -> Result<bool> {
    let now = kernel.clock.now();
    let status_code = outcome.status.map(i32::from);
    if outcome.failure.is_none() {
        store::note(conn, webhook.id, None)?;
        store::settle(conn, row.id, Attempt { state: DeliveryState::Delivered, due_at: None, status_code, failure: None })?;
        return Ok(false);
    }
    let due_at = model::next_attempt(row.attempts + 1, now);
    let state = if due_at.is_some() { DeliveryState::Pending } else { DeliveryState::Failed };
    let since = webhook.failing_since.unwrap_or(now);
    store::note(conn, webhook.id, Some(since))?;
    store::settle(conn, row.id, Attempt { state, due_at, status_code, failure: outcome.failure })?;
    if outcome.status.is_none()
        && let Some(again) = due_at
    {
        store::put_off(conn, webhook.id, now, again)?;
    }
    let why = match outcome.status {
        Some(410) => DisabledFor::Gone,
        _ if model::is_hopeless(since, now) => DisabledFor::Failing,
        _ => return Ok(false),
    };
    let off = store::switch_off(conn, webhook.id, why, now)?;
    if off {
        tell(conn, kernel, webhook, now)?;
    }
    Ok(off)
}

/// Sends what is due at one server, one after the other, until it is out of reach.
fn lane(kernel: &Kernel, mut webhook: Row, rows: Vec<DeliveryRow>) -> Result<()> {
    for row in rows {
        let Some(outcome) = attempt(kernel, &row, &webhook)? else { continue };
        let ended = |conn: &mut AnyConnection| settle(conn, kernel, &row, &webhook, outcome);
        let off = transaction::write::<_, Error>(&mut *kernel.db.writer()?, ended)?;
        if off {
            tracing::warn!(webhook = %webhook.id, "a webhook was switched off");
            kernel.mailer.wake(kernel);
        }
        if off || outcome.status.is_none() {
            break;
        }
        webhook.failing_since = outcome.failure.map(|_| webhook.failing_since.unwrap_or(kernel.clock.now()));
    }
    Ok(())
}

/// Sends everything that is due.
fn send_due(kernel: &Kernel) -> Result<()> {
    loop {
        let due = store::due(&mut *kernel.db.reader()?, kernel.clock.now(), BATCH)?;
        if due.is_empty() {
            return Ok(());
        }
        let mut lanes: BTreeMap<WebhookId, (Row, Vec<DeliveryRow>)> = BTreeMap::new();
        for (row, webhook) in due {
            lanes.entry(webhook.id).or_insert_with(|| (webhook, Vec::new())).1.push(row);
        }
        let mut lanes = lanes.into_values().peekable();
        while lanes.peek().is_some() {
            let now: Vec<_> = lanes.by_ref().take(LANES).collect();
            std::thread::scope(|scope| {
                let started: Vec<_> = now.into_iter().map(|(webhook, rows)| scope.spawn(move || lane(kernel, webhook, rows))).collect();
                started
                    .into_iter()
                    .try_for_each(|lane| lane.join().unwrap_or_else(|_| Err(Error::internal("a lane of webhooks broke off"))))
            })?;
        }
    }
}

/// Makes and sends the deliveries of everything that has happened.
///
/// # Errors
/// When the database does not answer.
pub fn pass(kernel: &Kernel) -> Result<()> {
    spread(kernel)?;
    send_due(kernel)
}

/// Tells other servers what happens for as long as this one runs.
pub async fn run(kernel: Kernel) {
    for look in 0_u32.. {
        if let Err(error) = kernel.blocking(pass).await {
            tracing::warn!(%error, "webhooks wait");
        }
        if look % FORGET_EVERY == 0 {
            let old = kernel.clock.now().plus(chrono::Duration::days(-KEPT_DAYS));
            if let Err(error) = kernel.blocking(move |kernel| store::forget(&mut *kernel.db.writer()?, old)).await {
                tracing::warn!(%error, "old deliveries stay");
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}
