//! The floor plan of an event: drawn, checked, copied, imported, public when its organisers say so.

use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{DRAWING, announced, floor_plan, planned, rectangle, stands};

fn plan_of(event: &str) -> String {
    format!("/api/v1/events/{event}/plan")
}

#[actix_web::test]
async fn a_plan_is_its_organisers_until_they_make_it_public() {
    let app = TestApp::new().await;
    let (officer, event) = (app.chamber("16"), announced(&app).await);
    officer.get(&plan_of(&event)).await.expect_status(404);
    let made = officer.put(&plan_of(&event)).if_match("*").json(&floor_plan()).await.expect_status(200);
    assert_eq!((&made.json()["plan"]["stands"][3]["number"], &made.json()["problems"]), (&json!("A04"), &json!([])));
    app.visitor().get(&plan_of(&event)).await.expect_status(404);
    app.visitor().get(&format!("{}/geojson", plan_of(&event))).await.expect_status(404);
    app.chamber("31").put(&plan_of(&event)).if_match("*").json(&floor_plan()).await.expect_status(403);

    officer.post(&format!("{}/publication", plan_of(&event))).json(&json!({ "published": true })).await.expect_status(200);
    let seen = app.visitor().get(&plan_of(&event)).await.expect_status(200).json();
    assert_eq!((&seen["editable"], seen["plan"]["halls"][0]["name"]["ar"].as_str()), (&json!(false), Some("القاعة أ")));
    let other_tool = app.visitor().get(&format!("{}/geojson", plan_of(&event))).await.expect_status(200).json();
    assert_eq!(other_tool["type"], "FeatureCollection");

    officer.post(&format!("{}/publication", plan_of(&event))).json(&json!({ "published": false })).await.expect_status(200);
    app.visitor().get(&plan_of(&event)).await.expect_status(404);
}

#[actix_web::test]
async fn overlapping_stands_are_refused_with_their_place_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let (officer, event) = (app.chamber("16"), planned(&app).await);
    let mut wrong = floor_plan();
    wrong["stands"][1]["polygon"] = rectangle(250, 0, 300, 300);
    wrong["stands"][3]["number"] = json!("A03");
    let refused = officer.put(&plan_of(&event)).if_match("*").json(&wrong).await.expect_status(422);
    let faults = refused.faults();
    assert!(
        faults.iter().any(|(_, code)| code == "overlapping") && faults.iter().any(|(_, code)| code == "duplicate_number"),
        "{faults:?}"
    );
    assert!(refused.text().contains("A01") && refused.text().contains("A02"), "{}", refused.text());
    assert_eq!(officer.get(&plan_of(&event)).await.json()["version"], 1);

    let told = app.visitor().post("/api/v1/calculations/plan-check").json(&wrong).await.expect_status(200).json();
    let codes: Vec<&str> = told["problems"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"overlapping") && codes.contains(&"duplicate_number"), "{codes:?}");
}

#[actix_web::test]
async fn a_stand_that_cannot_be_reached_is_told_and_kept() {
    let app = TestApp::new().await;
    let (officer, event) = (app.chamber("16"), announced(&app).await);
    let mut plan = floor_plan();
    plan["aisles"][0]["polygon"] = rectangle(0, 300, 900, 300);
    let kept = officer.put(&plan_of(&event)).if_match("*").json(&plan).await.expect_status(200).json();
    assert_eq!((&kept["problems"][0]["code"], &kept["problems"][0]["severity"]), (&json!("not_reachable"), &json!("warning")));
    assert!(kept["problems"][0]["detail"].as_str().unwrap().contains("A04"), "{kept}");
}

#[actix_web::test]
async fn a_plan_is_taken_over_from_the_edition_before_once() {
    let app = TestApp::new().await;
    let (officer, first) = (app.chamber("16"), planned(&app).await);
    let next = officer.post(&format!("/api/v1/events/{first}/editions")).json(&json!({ "starts_on": "2027-10-04" })).await;
    let next = next.expect_status(201).str("/id");
    let copied = officer.post(&format!("{}/copy", plan_of(&next))).json(&json!({})).await.expect_status(200).json();
    assert_eq!((&copied["plan"]["stands"], &copied["published_at"]), (&floor_plan_as_read(&app, &first).await, &Value::Null));
    officer.post(&format!("{}/copy", plan_of(&next))).json(&json!({})).await.expect_status(409);
    let lonely = announced(&app).await;
    officer
        .post(&format!("{}/copy", plan_of(&lonely)))
        .json(&json!({}))
        .await
        .expect_status(422)
        .expect_faults(&[("/from_event_id", "required")]);
}

async fn floor_plan_as_read(app: &TestApp, event: &str) -> Value {
    app.chamber("16").get(&plan_of(event)).await.json()["plan"]["stands"].clone()
}

#[actix_web::test]
async fn an_awareness_day_has_no_stands() {
    let app = TestApp::new().await;
    let (officer, event) = (app.chamber("16"), announced(&app).await);
    officer.patch(&format!("/api/v1/events/{event}")).if_match("*").json(&json!({ "kind": "awareness_day" })).await.expect_status(200);
    officer.put(&plan_of(&event)).if_match("*").json(&floor_plan()).await.expect_status(409);
}

#[actix_web::test]
async fn a_drawing_is_read_with_what_was_not_taken_and_numbered() {
    let app = TestApp::new().await;
    let drawing = DRAWING.replace("</svg>", r#"<path d="M0 0 C1 1 2 2 3 3" class="stand"/></svg>"#);
    let wanted = json!({ "format": "svg", "text": drawing, "options": { "cm_per_unit": 100 } });
    let read = app.visitor().post("/api/v1/calculations/plan-import").json(&wanted).await.expect_status(200).json();
    assert_eq!((&read["skipped"][0]["reason"], &read["skipped_total"], &read["problems"]), (&json!("curved"), &json!(1), &json!([])));
    let numbers = json!({ "plan": read["plan"], "options": { "direction": "left_to_right", "digits": 3 } });
    let numbered = app.visitor().post("/api/v1/calculations/plan-numbers").json(&numbers).await.expect_status(200).json();
    assert_eq!(numbered["numbers"], json!(["001", "002"]));
    let garbage = json!({ "format": "geojson", "text": "{" });
    app.visitor().post("/api/v1/calculations/plan-import").json(&garbage).await.expect_status(422);
    let entities = json!({ "format": "svg", "text": "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>" });
    let refused = app.visitor().post("/api/v1/calculations/plan-import").json(&entities).await.expect_status(422);
    assert_eq!(refused.faults()[0].1, "document_type");
}

#[actix_web::test]
async fn a_stand_that_is_given_out_cannot_leave_the_plan() {
    let app = TestApp::new().await;
    let (officer, hall) = (app.chamber("16"), stands(&app, 1).await);
    let path = format!("/api/v1/event-applications/{}/stand", hall.applications[0]);
    officer.post(&path).json(&json!({ "stand": "A04" })).await.expect_status(200);
    let mut smaller = floor_plan();
    smaller["stands"].as_array_mut().unwrap().pop();
    let refused = officer.put(&plan_of(&hall.event)).if_match("*").json(&smaller).await.expect_status(422);
    refused.expect_faults(&[("/stands", "stand_given")]);
    officer.delete(&path).await.expect_status(204);
    officer.put(&plan_of(&hall.event)).if_match("*").json(&smaller).await.expect_status(200);
}
