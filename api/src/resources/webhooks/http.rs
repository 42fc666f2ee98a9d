use super::wire::{Delivery, DeliveryId, DeliveryQuery, Webhook, WebhookId, WebhookInput};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use actix_web::{delete, get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_webhooks)
        .service(create_webhook)
        .service(get_webhook)
        .service(update_webhook)
        .service(delete_webhook)
        .service(enable_webhook)
        .service(rotate_webhook_secret)
        .service(ping_webhook)
        .service(list_deliveries)
        .service(replay_delivery);
}

/// The webhooks of the body one acts for, newest first.
#[utoipa::path(operation_id = "list_webhooks", tag = "webhooks", params(Unfiltered), responses((status = 200, body = Page<Webhook>)))]
#[get("/api/v1/webhooks")]
async fn list_webhooks(caller: Allowed<may::ListWebhooks>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// Registers a server to be told what happens from now on. The secret that requests are signed with is in this answer and never again.
#[utoipa::path(operation_id = "create_webhook", tag = "webhooks", request_body = WebhookInput, responses((status = 201, body = Webhook)))]
#[post("/api/v1/webhooks")]
async fn create_webhook(caller: Allowed<may::CreateWebhook>, body: Body<WebhookInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let webhook = ops::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/webhooks/{}", webhook.id), &webhook)?.version(webhook.version).secret())
        })
        .await
}

/// A webhook, with how it fares.
#[utoipa::path(operation_id = "get_webhook", tag = "webhooks", params(("id" = WebhookId, Path)), responses((status = 200, body = Webhook)))]
#[get("/api/v1/webhooks/{id}")]
async fn get_webhook(caller: Allowed<may::GetWebhook>, id: Id<WebhookId>) -> Result<Answer> {
    let webhook = caller.read(move |tx| ops::get(tx, id.0)).await?;
    Ok(Answer::ok(&webhook)?.version(webhook.version))
}

/// Changes where a webhook leads or what it is about.
#[utoipa::path(operation_id = "update_webhook", tag = "webhooks", params(("id" = WebhookId, Path)),
    request_body(content = WebhookInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Webhook)))]
#[patch("/api/v1/webhooks/{id}")]
async fn update_webhook(caller: Allowed<may::UpdateWebhook>, id: Id<WebhookId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    let webhook = caller.write(move |tx| ops::update(tx, id.0, expected, &patch)).await?;
    Ok(Answer::ok(&webhook)?.version(webhook.version))
}

/// Removes a webhook with its deliveries: nothing is sent any more.
#[utoipa::path(operation_id = "delete_webhook", tag = "webhooks", params(("id" = WebhookId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204)))]
#[delete("/api/v1/webhooks/{id}")]
async fn delete_webhook(caller: Allowed<may::DeleteWebhook>, id: Id<WebhookId>, expected: IfMatchGiven) -> Result<Answer> {
    caller.write(move |tx| ops::delete(tx, id.0, expected.0)).await?;
    Ok(Answer::no_content())
}

/// Switches a webhook on again that was switched off because its server was out of reach; what happened in between is sent now.
#[utoipa::path(operation_id = "enable_webhook", tag = "webhooks", params(("id" = WebhookId, Path)), responses((status = 200, body = Webhook)))]
#[post("/api/v1/webhooks/{id}/reinstatement")]
async fn enable_webhook(caller: Allowed<may::EnableWebhook>, id: Id<WebhookId>, body: NoBody) -> Result<Answer> {
    caller
        .write_once(body.0, move |tx| {
            let webhook = ops::enable(tx, id.0)?;
            Ok(Answer::ok(&webhook)?.version(webhook.version))
        })
        .await
}

/// Gives a webhook a new secret, in this answer and never again. For 24 hours requests carry a signature with the one before too, so
/// that the server can change over without losing any.
#[utoipa::path(operation_id = "rotate_webhook_secret", tag = "webhooks", params(("id" = WebhookId, Path)), responses((status = 200, body = Webhook)))]
#[post("/api/v1/webhooks/{id}/secret")]
async fn rotate_webhook_secret(caller: Allowed<may::RotateWebhookSecret>, id: Id<WebhookId>, body: NoBody) -> Result<Answer> {
    caller
        .write_once(body.0, move |tx| {
            let webhook = ops::rotate(tx, id.0)?;
            Ok(Answer::ok(&webhook)?.version(webhook.version).secret())
        })
        .await
}

/// Sends a `webhook.ping`, to try the server.
#[utoipa::path(operation_id = "ping_webhook", tag = "webhooks", params(("id" = WebhookId, Path)), responses((status = 202, body = Delivery)))]
#[post("/api/v1/webhooks/{id}/ping")]
async fn ping_webhook(caller: Allowed<may::PingWebhook>, id: Id<WebhookId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| Answer::accepted(None, &ops::ping(tx, id.0)?)).await
}

/// What was sent or is to be sent, newest first. Kept for 30 days.
#[utoipa::path(operation_id = "list_deliveries", tag = "webhooks", params(("id" = WebhookId, Path), DeliveryQuery), responses((status = 200, body = Page<Delivery>)))]
#[get("/api/v1/webhooks/{id}/deliveries")]
async fn list_deliveries(caller: Allowed<may::ListDeliveries>, id: Id<WebhookId>, list: List<DeliveryQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::deliveries(tx, id.0, &list)).await?)
}

/// Sends a delivery again, under the same message id.
#[utoipa::path(operation_id = "replay_delivery", tag = "webhooks", params(("id" = DeliveryId, Path)), responses((status = 202, body = Delivery)))]
#[post("/api/v1/webhook-deliveries/{id}/replay")]
async fn replay_delivery(caller: Allowed<may::ReplayDelivery>, id: Id<DeliveryId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| Answer::accepted(None, &ops::replay(tx, id.0)?)).await
}
