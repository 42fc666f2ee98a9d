//! Recipes of exhibitions, salons and awareness days.

use super::Ready;
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "create_event" => base.by(officer).send(&event()),
        "get_event" | "get_event_entry" | "list_event_transitions" => base.by(officer).at(&announced(app).await),
        "update_event" => base.by(officer).at(&announced(app).await).send(&json!({ "scale": "local" })),
        "publish_event" => base.by(officer).at(&drafted(app).await).send(&json!({})),
        "postpone_event" | "cancel_event" => base.by(officer).at(&announced(app).await).send(&json!({ "reason": "سوء الأحوال الجوية" })),
        "close_event" => {
            let id = announced(app).await;
            let begun = json!({ "starts_on": "2026-05-01", "ends_on": "2026-05-10" });
            officer.patch(&format!("/api/v1/events/{id}")).if_match("*").json(&begun).await.expect_status(200);
            base.by(officer).at(&id)
        }
        "copy_event" => base.by(officer).at(&announced(app).await).send(&json!({ "starts_on": "2027-10-04" })),
        _ => return Err(base),
    })
}

/// One more event, announced.
pub async fn grow(app: &TestApp, _: usize) {
    announced(app).await;
}

/// A salon of the chamber of Algiers for potters and weavers.
pub fn event() -> Value {
    json!({
        "kind": "salon", "scale": "regional", "name": { "ar": "صالون الخزف", "fr": "Salon de la céramique" },
        "place": { "commune_code": "1601", "venue": { "ar": "قصر المعارض", "fr": "Palais des expositions" } },
        "starts_on": "2026-10-05", "ends_on": "2026-10-09", "hours": [{ "opens": "09:00", "closes": "19:00" }],
        "craft_sectors": ["02"]
    })
}

/// A draft.
pub async fn drafted(app: &TestApp) -> String {
    app.chamber("16").post("/api/v1/events").json(&event()).await.expect_status(201).str("/id")
}

/// An announced event.
pub async fn announced(app: &TestApp) -> String {
    let id = drafted(app).await;
    publish(&app.chamber("16"), &id).await;
    id
}

/// Announces a draft.
pub async fn publish(officer: &Actor<'_>, id: &str) {
    officer.post(&format!("/api/v1/events/{id}/publication")).json(&json!({})).await.expect_status(200);
}
