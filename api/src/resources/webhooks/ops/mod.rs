//! What officers do with webhooks; [`send`] and [`spread`] are what the server does with them.

mod send;
mod spread;

pub use send::{pass, run};

use super::SUBJECT;
use super::model::{self, DeliveryId, DeliveryState, WebhookId, WebhookState};
use super::store::{self, DeliveryRow, Row};
use super::wire::{Delivery, DeliveryQuery, Webhook, WebhookInput};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Role};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::outbox::EventId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::Faults;
use crate::resources::changes;

/// The topic of a message that only tries the server.
const PING: &str = "webhook.ping";

fn holder(tx: &Read<'_>) -> Result<(Role, Body)> {
    let caller = tx.known()?;
    caller.role.map(|role| (role, caller.body)).ok_or_else(|| Error::new(Kind::Forbidden))
}

fn view(row: Row) -> Result<Webhook> {
    Ok(Webhook {
        id: row.id,
        name: row.name,
        url: row.url,
        topics: row.topics.read()?,
        role: row.role,
        institution_id: row.institution_id,
        association_id: row.association_id,
        state: row.state,
        disabled_for: row.disabled_for,
        failing_since: row.failing_since,
        created_by: row.created_by,
        created_at: row.created_at,
        version: row.version,
        previous_secret_until: row.previous_until,
        secret: None,
    })
}

fn delivery(row: DeliveryRow) -> Delivery {
    Delivery {
        id: row.id,
        webhook_id: row.webhook_id,
        message_id: row.message_id.0,
        topic: row.topic,
        state: row.state,
        attempts: row.attempts,
        status_code: row.status_code,
        failure: row.failure,
        created_at: row.created_at,
        last_attempt_at: row.last_attempt_at,
        next_attempt_at: row.due_at,
    }
}

pub fn list(tx: &mut Read<'_>, list: &List<Unfiltered>) -> Result<Page<Webhook>> {
    let before: Option<WebhookId> = list.after()?;
    let holder = holder(tx)?;
    let rows = store::list(tx.conn, holder, before, list.limit + 1)?;
    let total = list.total(|| store::count(tx.conn, holder))?;
    let items = rows.into_iter().map(view).collect::<Result<Vec<_>>>()?;
    list.page(items, total, |webhook: &Webhook| webhook.id)
}

pub fn get(tx: &mut Read<'_>, id: WebhookId) -> Result<Webhook> {
    let holder = holder(tx)?;
    view(store::find(tx.conn, holder, id)?)
}

/// What is as people type it, as it is kept.
fn clean(tx: &Read<'_>, mut input: WebhookInput) -> Result<WebhookInput> {
    let mut faults = Faults::default();
    input.url = model::check_url(&input.url, tx.kernel.config.webhooks_to_private_addresses, &mut faults);
    input.name = input.name.trim().to_owned();
    input.topics.sort_unstable();
    input.topics.dedup();
    faults.finish()?;
    Ok(input)
}

pub fn create(tx: &mut Write<'_>, input: WebhookInput) -> Result<Webhook> {
    let holder = holder(tx)?;
    let created_by = tx.person()?;
    let input = clean(tx, input)?;
    let (institution_id, association_id) = match holder.1 {
        Body::Institution(id) => (Some(id), None),
        Body::Association(id) => (None, Some(id)),
        Body::None => return Err(Error::new(Kind::Forbidden)),
    };
    if store::count(tx.conn, holder)? >= model::MOST {
        return Err(Error::say(
            Kind::WrongState,
            "بلغتم العدد الأقصى وهو 20، احذفوا ما لا تستعملونه.",
            "Vous en avez déjà 20, le maximum : supprimez celles qui ne servent plus.",
            "You have 20 already, the most there may be: delete those you do not use.",
        ));
    }
    let secret = model::new_secret()?;
    let place = changes::now(tx.conn)?;
    let row = Row {
        id: tx.new_id(),
        institution_id,
        association_id,
        role: holder.0,
        topics: Json::of(&input.topics)?,
        name: input.name.clone(),
        url: input.url.clone(),
        secret: tx.kernel.sealer.seal(&secret)?,
        state: WebhookState::Active,
        disabled_for: None,
        failing_since: None,
        place_transaction: place.transaction,
        place_id: place.id,
        version: 1,
        created_by,
        created_at: tx.now,
        updated_at: tx.now,
        previous_secret: None,
        previous_until: None,
    };
    store::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(&input)?))?;
    Ok(Webhook { secret: Some(model::secret_text(&secret)), ..view(row)? })
}

pub fn update(tx: &mut Write<'_>, id: WebhookId, expected: IfMatch, patch: &MergePatch) -> Result<Webhook> {
    let holder = holder(tx)?;
    let mut row = store::find(tx.conn, holder, id)?;
    expected.check(row.version)?;
    let before = WebhookInput { name: row.name.clone(), url: row.url.clone(), topics: row.topics.read()? };
    let after = clean(tx, patch.apply(&before)?)?;
    row.name.clone_from(&after.name);
    row.url.clone_from(&after.url);
    row.topics = Json::of(&after.topics)?;
    row.version += 1;
    row.updated_at = tx.now;
    store::save(tx.conn, &row)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    view(row)
}

pub fn delete(tx: &mut Write<'_>, id: WebhookId, expected: IfMatch) -> Result<()> {
    let holder = holder(tx)?;
    let row = store::find(tx.conn, holder, id)?;
    expected.check(row.version)?;
    store::delete(tx.conn, id)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::json!({ "name": row.name, "url": row.url })), None)
}

pub fn enable(tx: &mut Write<'_>, id: WebhookId) -> Result<Webhook> {
    let holder = holder(tx)?;
    let now = tx.now;
    let mut row = store::find(tx.conn, holder, id)?;
    if row.state == WebhookState::Active {
        return Err(Error::say(Kind::WrongState, "الإرسال مفعَّل من قبل.", "L’envoi est déjà actif.", "This webhook is on already."));
    }
    row.state = WebhookState::Active;
    row.disabled_for = None;
    row.failing_since = None;
    row.version += 1;
    row.updated_at = now;
    store::save(tx.conn, &row)?;
    store::hurry(tx.conn, id, now)?;
    tx.audit(
        (SUBJECT, &id.to_string()),
        Some(&serde_json::json!({ "state": WebhookState::Disabled })),
        Some(&serde_json::json!({ "state": WebhookState::Active })),
    )?;
    view(row)
}

/// Gives a webhook a new secret; for a day requests are signed with the one before as well, so that its server can change over.
pub fn rotate(tx: &mut Write<'_>, id: WebhookId) -> Result<Webhook> {
    let holder = holder(tx)?;
    let mut row = store::find(tx.conn, holder, id)?;
    let secret = model::new_secret()?;
    row.previous_secret = Some(std::mem::replace(&mut row.secret, tx.kernel.sealer.seal(&secret)?));
    row.previous_until = Some(tx.now.plus(chrono::Duration::hours(model::OLD_SECRET_HOURS)));
    row.version += 1;
    row.updated_at = tx.now;
    store::save(tx.conn, &row)?;
    let until = row.previous_until;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::json!({ "previous_secret_until": until })))?;
    Ok(Webhook { secret: Some(model::secret_text(&secret)), ..view(row)? })
}

/// Fine for a webhook that is on.
fn must_be_on(row: &Row) -> Result<()> {
    match row.state {
        WebhookState::Active => Ok(()),
        WebhookState::Disabled => Err(Error::say(
            Kind::WrongState,
            "الإرسال موقوف، أعيدوا تشغيله أولا.",
            "L’envoi est arrêté : réactivez-le d’abord.",
            "This webhook is off: switch it on first.",
        )),
    }
}

pub fn ping(tx: &mut Write<'_>, id: WebhookId) -> Result<Delivery> {
    let holder = holder(tx)?;
    must_be_on(&store::find(tx.conn, holder, id)?)?;
    let now = tx.now;
    let message = EventId(tx.kernel.ids.next());
    let body = serde_json::json!({ "type": PING, "timestamp": now, "data": { "webhook_id": id } }).to_string();
    let row = spread::waiting(tx.new_id(), id, message, PING.to_owned(), body, now);
    store::add_deliveries(tx.conn, vec![row.clone()])?;
    Ok(delivery(row))
}

pub fn deliveries(tx: &mut Read<'_>, id: WebhookId, list: &List<DeliveryQuery>) -> Result<Page<Delivery>> {
    let query = &list.query;
    let holder = holder(tx)?;
    store::find(tx.conn, holder, id)?;
    let before: Option<DeliveryId> = list.after()?;
    let rows = store::deliveries_of(tx.conn, id, query.state, before, list.limit + 1)?;
    let total = list.total(|| store::delivery_total(tx.conn, id, query.state))?;
    list.page(rows.into_iter().map(delivery).collect(), total, |delivery: &Delivery| delivery.id)
}

pub fn replay(tx: &mut Write<'_>, id: DeliveryId) -> Result<Delivery> {
    let holder = holder(tx)?;
    let now = tx.now;
    let mut row = store::find_delivery(tx.conn, id)?;
    must_be_on(&store::find(tx.conn, holder, row.webhook_id)?)?;
    if !store::replay(tx.conn, id, now)? {
        return Err(Error::say(
            Kind::WrongState,
            "الرسالة في الانتظار وستُرسل.",
            "Le message est déjà en attente d’envoi.",
            "The message waits already and will be sent.",
        ));
    }
    (row.state, row.attempts, row.due_at) = (DeliveryState::Pending, 0, Some(now));
    tx.audit((SUBJECT, &row.webhook_id.to_string()), None, Some(&serde_json::json!({ "replayed": id })))?;
    Ok(delivery(row))
}
