//! Recipes of webhooks.

use super::Ready;
use crate::app::TestApp;
use api::kernel::db::schema::{webhook_deliveries, webhooks};
use diesel::prelude::*;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "create_webhook" => base.by(officer).send(&webhook()),
        "list_webhooks" => base.by(officer),
        "update_webhook" => base.by(officer).at(&registered(app).await).send(&json!({ "topics": ["association.created"] })),
        "get_webhook" | "delete_webhook" | "ping_webhook" | "rotate_webhook_secret" => base.by(officer).at(&registered(app).await),
        "list_deliveries" => {
            let id = registered(app).await;
            ping(app, &id).await;
            base.by(officer).at(&id)
        }
        "enable_webhook" => {
            let id = registered(app).await;
            let row = webhooks::table.find(id.parse::<api::kernel::outbox::SubjectId>().unwrap());
            let off = diesel::update(row).set((webhooks::state.eq("disabled"), webhooks::disabled_for.eq("failing")));
            off.execute(&mut *app.kernel.db.writer().unwrap()).unwrap();
            base.by(officer).at(&id)
        }
        "replay_delivery" => {
            let id = ping(app, &registered(app).await).await;
            let row = webhook_deliveries::table.find(id.parse::<api::kernel::outbox::SubjectId>().unwrap());
            let sent = diesel::update(row).set(webhook_deliveries::state.eq("delivered"));
            sent.execute(&mut *app.kernel.db.writer().unwrap()).unwrap();
            base.by(officer).at(&id)
        }
        _ => return Err(base),
    })
}

/// One more webhook, with a delivery that waits. A body has a limited number of them.
pub async fn grow(app: &TestApp, _: usize) {
    let id = registered(app).await;
    ping(app, &id).await;
}

/// A server that nobody will talk to.
fn webhook() -> Value {
    json!({ "name": "برنامج الغرفة", "url": "https://hooks.example.dz/crafts" })
}

async fn registered(app: &TestApp) -> String {
    app.chamber("16").post("/api/v1/webhooks").json(&webhook()).await.expect_status(201).str("/id")
}

async fn ping(app: &TestApp, id: &str) -> String {
    app.chamber("16").post(&format!("/api/v1/webhooks/{id}/ping")).await.expect_status(202).str("/id")
}
