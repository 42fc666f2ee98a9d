//! Recipes of exhibitions, salons and awareness days.

use super::Ready;
use super::register::{PDF, president, verified};
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
            let begun = json!({ "starts_on": "2026-05-04", "ends_on": "2026-05-10" });
            officer.patch(&format!("/api/v1/events/{id}")).if_match("*").json(&begun).await.expect_status(200);
            base.by(officer).at(&id)
        }
        "get_call" => base.at(&called(app).await),
        "put_call" => base.by(officer).at(&called(app).await).send(&call()),
        "list_event_applications" => {
            let (_, application) = applied(app).await;
            base.by(officer).at(application["event_id"].as_str().unwrap())
        }
        "list_own_applications" => {
            let (owner, _) = applied(app).await;
            for _ in 0..4 {
                let id = called(app).await;
                owner.post(&format!("/api/v1/events/{id}/applications")).json(&application()).await.expect_status(201);
            }
            base.by(owner)
        }
        "create_application" => {
            let id = called(app).await;
            base.by(president(app, &verified(app).await)).at(&id).send(&application())
        }
        "get_application"
        | "submit_application"
        | "list_application_steps"
        | "update_application"
        | "withdraw_application"
        | "delete_application" => {
            let (owner, application) = applied(app).await;
            let id = application["id"].as_str().unwrap();
            if operation == "withdraw_application" {
                owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
            }
            let base = base.at(id);
            match operation {
                "update_application" => base.send(&json!({ "wishes": "قرب المدخل" })),
                "withdraw_application" => base.send(&json!({ "reason": "تعذر التنقل" })),
                _ => base,
            }
            .by(owner)
        }
        "list_application_messages" | "send_application_message" => {
            let (owner, application) = applied(app).await;
            let id = application["id"].as_str().unwrap();
            for _ in 0..3 {
                owner.post(&format!("/api/v1/event-applications/{id}/messages")).json(&message()).await.expect_status(201);
            }
            base.by(owner).at(id).send(&message())
        }
        "list_event_files" => {
            let id = announced(app).await;
            for _ in 0..3 {
                document(&officer, &id).await;
            }
            base.at(&id)
        }
        "upload_event_file" => {
            base.by(officer).at(&announced(app).await).query("kind=document&file_name=plan.pdf").file("application/pdf", PDF)
        }
        "list_application_pictures" | "upload_application_picture" => {
            let (owner, application) = applied(app).await;
            let id = application["id"].as_str().unwrap();
            for _ in 0..3 {
                picture(&owner, id).await;
            }
            let base = base.by(owner).at(id);
            if operation == "list_application_pictures" {
                base
            } else {
                let product = application["products"][0]["id"].as_str().unwrap();
                base.query(&format!("file_name=jar.png&product_id={product}")).file("image/png", &png())
            }
        }
        "list_review_pictures" => {
            let commission = super::reviewed(app, 1).await;
            let [reviewer, _] = <[_; 2]>::try_from(commission.reviewers).ok().unwrap();
            base.at(&super::own_reviews(&reviewer).await[0]).by(reviewer)
        }
        "get_event_file_content" => base.at(&document(&officer, &announced(app).await).await),
        "delete_event_file" => base.at(&document(&officer, &announced(app).await).await).by(officer),
        "copy_event" => base.by(officer).at(&announced(app).await).send(&json!({ "starts_on": "2027-10-04" })),
        _ => return Err(base),
    })
}

/// One more event, announced, with a call and an application that was handed in.
pub async fn grow(app: &TestApp, _: usize) {
    let (owner, application) = applied(app).await;
    let id = application["id"].as_str().unwrap();
    owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
}

fn message() -> Value {
    json!({ "text": "هل تتوفر القاعة على الماء؟" })
}

/// A picture that is good enough.
pub fn png() -> Vec<u8> {
    use base64::Engine;
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    base64::prelude::BASE64_STANDARD.decode(dot).unwrap()
}

/// Adds a picture of the first product to an application.
pub async fn picture(owner: &Actor<'_>, application: &str) -> String {
    let product = owner.get(&format!("/api/v1/event-applications/{application}")).await.str("/products/0/id");
    picture_of(owner, application, &product).await
}

/// Adds a picture of a product to an application.
pub async fn picture_of(owner: &Actor<'_>, application: &str, product: &str) -> String {
    let place = format!("/api/v1/event-applications/{application}/pictures?file_name=jar.png&product_id={product}");
    owner.post(&place).body("image/png", png()).await.expect_status(201).str("/id")
}

/// Adds a document to an event.
pub async fn document(officer: &Actor<'_>, event: &str) -> String {
    let place = format!("/api/v1/events/{event}/files?kind=document&file_name=plan.pdf");
    officer.post(&place).body("application/pdf", PDF).await.expect_status(201).str("/id")
}

/// An open call for potters that keeps seats for women.
pub fn call() -> Value {
    json!({
        "opens_at": "2026-05-01T08:00:00Z", "closes_at": "2026-07-01T16:00:00Z", "capacity": 40,
        "conditions": { "craft_sectors": ["02"] },
        "quotas": [{ "code": "women", "name": { "ar": "حصة النساء" }, "seats": 10, "for": { "women_led": true } }],
        "criteria": [{ "code": "quality", "name": { "ar": "الجودة" }, "weight": 2 }]
    })
}

/// An announced event with an open call.
pub async fn called(app: &TestApp) -> String {
    let id = announced(app).await;
    app.chamber("16").put(&format!("/api/v1/events/{id}/call")).if_match("*").json(&call()).await.expect_status(200);
    id
}

/// What an association applies with.
pub fn application() -> Value {
    json!({
        "exhibitors": [{ "name": "نادية حداد", "phone": "0550 12 34 56" }],
        "products": [{ "name": { "ar": "جرة" }, "craft_sector": "02" }], "needs": { "area_m2": 9, "power_w": 500 }
    })
}

/// The president of a new association, and the application they began to a new event.
pub async fn applied(app: &TestApp) -> (Actor<'_>, Value) {
    let id = called(app).await;
    let owner = president(app, &verified(app).await);
    let begun = owner.post(&format!("/api/v1/events/{id}/applications")).json(&application()).await.expect_status(201).json();
    (owner, begun)
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
