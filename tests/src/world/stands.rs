//! Recipes of floor plans and stands.

use super::Ready;
use super::commission::{Commission, decided};
use super::events::announced;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "calculate_plan_check" => base.send(&floor_plan()),
        "calculate_plan_numbers" => base.send(&json!({ "plan": floor_plan(), "options": { "first": 5 } })),
        "calculate_plan_import" => base.send(&json!({ "format": "svg", "text": DRAWING, "options": { "cm_per_unit": 100 } })),
        "calculate_stand_allocation" => base.send(&json!({ "plan": floor_plan(), "applications": [{ "id": "a" }, { "id": "b" }] })),
        "put_event_plan" => base.by(officer).at(&planned(app).await).send(&floor_plan()),
        "get_event_plan" | "get_event_plan_geojson" => {
            let event = planned(app).await;
            officer.post(&format!("/api/v1/events/{event}/plan/publication")).json(&json!({ "published": true })).await.expect_status(200);
            base.at(&event)
        }
        "publish_event_plan" => base.by(officer).at(&planned(app).await).send(&json!({ "published": true })),
        "copy_event_plan" => {
            let from = planned(app).await;
            base.by(officer).at(&announced(app).await).send(&json!({ "from_event_id": from }))
        }
        "list_stands" => {
            let hall = stands(app, 3).await;
            officer
                .post(&format!("/api/v1/events/{}/plan/publication", hall.event))
                .json(&json!({ "published": true }))
                .await
                .expect_status(200);
            base.at(&hall.event)
        }
        "list_stand_candidates" => base.by(officer).at(&stands(app, 3).await.event),
        "propose_stands" => base.by(officer).at(&stands(app, 2).await.event).send(&json!({})),
        "put_stands" => {
            let hall = stands(app, 2).await;
            let wanted = json!({ "allocations": [{ "application_id": hall.applications[0], "stand": "A02", "locked": true }] });
            base.by(officer).at(&hall.event).send(&wanted)
        }
        "give_stand" => base.by(officer).at(&stands(app, 2).await.applications[0]).send(&json!({ "stand": "A01" })),
        "get_application_stand" | "free_stand" => {
            let hall = stands(app, 2).await;
            let path = format!("/api/v1/event-applications/{}/stand", hall.applications[0]);
            officer.post(&path).json(&json!({ "stand": "A01" })).await.expect_status(200);
            base.by(officer).at(&hall.applications[0])
        }
        "list_badges" => base.by(officer).at(&running(app, 3).await.0.event),
        "get_badges" | "get_presence" => base.by(officer).at(&running(app, 1).await.0.event),
        "get_stand_cards" => {
            let (hall, _) = running(app, 1).await;
            let path = format!("/api/v1/event-applications/{}/stand", hall.applications[0]);
            officer.post(&path).json(&json!({ "stand": "A01" })).await.expect_status(200);
            base.by(officer).at(&hall.event)
        }
        "record_check_ins" => {
            let (hall, codes) = running(app, 1).await;
            base.by(officer).at(&hall.event).send(&batch(app, &[check_in(app, &codes[0], "in")]))
        }
        "list_check_ins" => {
            let (hall, codes) = running(app, 1).await;
            let entries: Vec<Value> = ["in", "out", "in", "out"].map(|way| check_in(app, &codes[0], way)).into();
            officer.post(&format!("/api/v1/events/{}/check-ins", hall.event)).json(&batch(app, &entries)).await.expect_status(200);
            base.by(officer).at(&hall.event)
        }
        "record_absences" => {
            let (hall, _) = running(app, 1).await;
            let last = json!({ "ends_on": app.kernel.clock.now().day() });
            officer.patch(&format!("/api/v1/events/{}", hall.event)).if_match("*").json(&last).await.expect_status(200);
            base.by(officer).at(&hall.event)
        }
        _ => return Err(base),
    })
}

/// A hall of six by six metres as a drawing in metres.
pub const DRAWING: &str = r#"<svg xmlns="http://www.w3.org/2000/svg">
  <rect class="hall" id="A" width="6" height="6"/><rect class="aisle" y="3" width="6" height="3"/>
  <rect class="stand" data-number="1" width="3" height="3"/><rect class="stand" data-number="2" x="3" width="3" height="3"/>
</svg>"#;

/// A rectangle of the plan, in centimetres.
pub fn rectangle(x: i32, y: i32, width: i32, height: i32) -> Value {
    json!([{ "x": x, "y": y }, { "x": x + width, "y": y }, { "x": x + width, "y": y + height }, { "x": x, "y": y + height }])
}

/// A hall with an aisle and four stands of nine square metres: the first at a corner, with water.
pub fn floor_plan() -> Value {
    let stand = |index: i32| {
        json!({
            "number": format!("A0{}", index + 1), "hall": "A", "polygon": rectangle(300 * index, 0, 300, 300), "corner": index == 0,
            "services": { "power_w": 2000, "water": index == 0, "fire": false }
        })
    };
    json!({
        "halls": [{ "id": "A", "name": { "ar": "القاعة أ" }, "prefix": "A", "polygon": rectangle(0, 0, 1200, 600), "entrances": [{ "x": 0, "y": 450 }] }],
        "aisles": [{ "polygon": rectangle(0, 300, 1200, 300) }],
        "stands": (0..4).map(stand).collect::<Vec<_>>(),
        "quarters": []
    })
}

/// Gives an event that plan.
pub async fn draw(app: &TestApp, event: &str) {
    app.chamber("16").put(&format!("/api/v1/events/{event}/plan")).if_match("*").json(&floor_plan()).await.expect_status(200);
}

/// An announced event with that plan.
pub async fn planned(app: &TestApp) -> String {
    let event = announced(app).await;
    draw(app, &event).await;
    event
}

/// A decided event with that plan, in which everybody has a seat and nobody a stand.
pub async fn stands(app: &TestApp, count: usize) -> Commission<'_> {
    let commission = decided(app, count).await;
    draw(app, &commission.event).await;
    commission
}

/// Somebody comes in or goes out now, as a device sends it.
pub fn check_in(app: &TestApp, code: &str, direction: &str) -> Value {
    json!({ "id": app.kernel.ids.next(), "code": code, "direction": direction, "method": "qr", "at": now(app) })
}

/// The present as JSON.
pub fn now(app: &TestApp) -> Value {
    json!(app.kernel.clock.now().utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

/// A batch of entries sent now.
pub fn batch(app: &TestApp, entries: &[Value]) -> Value {
    json!({ "device": "gate-1", "sent_at": now(app), "entries": entries })
}

/// A decided event that is held now, with that plan, and the codes of its badges.
pub async fn running(app: &TestApp, count: usize) -> (Commission<'_>, Vec<String>) {
    let hall = stands(app, count).await;
    let officer = app.chamber("16");
    let today = app.kernel.clock.now().day();
    let days = json!({ "starts_on": today, "ends_on": today + chrono::Duration::days(2) });
    officer.patch(&format!("/api/v1/events/{}", hall.event)).if_match("*").json(&days).await.expect_status(200);
    let badges = officer.get(&format!("/api/v1/events/{}/badges?limit=200", hall.event)).await.expect_status(200).items();
    let codes = badges.iter().map(|badge| badge["code"].as_str().unwrap().to_owned()).collect();
    (hall, codes)
}
