//! Keys of chambers' own software.

use serde_json::{Value, json};
use tests::{Actor, TestApp, world};

fn key(app: &TestApp, scopes: &[&str], days: i64) -> Value {
    let day = app.kernel.clock.now().plus(chrono::Duration::days(days)).day();
    json!({ "name": "برنامج الغرفة", "scopes": scopes, "expires_on": day })
}

#[actix_web::test]
async fn a_key_is_shown_once_does_what_it_was_made_for_and_stops_when_revoked() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let made = officer.post("/api/v1/keys").json(&key(&app, &["list_associations", "create_association"], 60)).await.expect_status(201);
    let secret = made.str("/key");
    let listed = officer.get("/api/v1/keys").await.expect_status(200);
    assert!(!listed.text().contains(&secret), "the key is never shown again");
    assert!(secret.starts_with(listed.items()[0]["prefix"].as_str().unwrap()), "it is known by how it begins");
    let script = Actor::with_credentials(&app, &secret, None);
    script.post("/api/v1/associations").json(&world::file("المفتاح")).await.expect_status(201);
    script.get("/api/v1/proposals").await.expect_status(403);
    officer.delete(&format!("/api/v1/keys/{}", made.str("/id"))).await.expect_status(204);
    script.get("/api/v1/associations").await.expect_status(401);
}

#[actix_web::test]
async fn a_key_ends_on_its_day() {
    let app = TestApp::new().await;
    let made = app.chamber("16").post("/api/v1/keys").json(&key(&app, &["list_associations"], 2)).await.expect_status(201);
    let script = Actor::with_credentials(&app, &made.str("/key"), None);
    script.get("/api/v1/associations").await.expect_status(200);
    app.advance(chrono::Duration::days(4));
    script.get("/api/v1/associations").await.expect_status(401);
}

#[actix_web::test]
async fn nobody_makes_a_key_that_can_do_more_than_they_can() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let own = world::president(&app, &id);
    let refused = own.post("/api/v1/keys").json(&key(&app, &["verify_association"], 60)).await.expect_status(422);
    refused.expect_faults(&[("/scopes/0", "not_yours")]);
    app.chamber("31").get("/api/v1/keys").await.expect_status(200);
    assert!(app.chamber("31").get("/api/v1/keys").await.items().is_empty(), "a chamber sees its own keys");
}
