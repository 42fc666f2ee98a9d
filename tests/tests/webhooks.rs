//! Webhooks: a body's own server is told what happens, and a server that does not answer is neither lost sight of nor waited for.

use api::kernel::outgoing::Outgoing;
use api::resources::webhooks::pass;
use serde_json::{Value, json};
use std::time::Duration;
use tests::listener::{Listener, Reply};
use tests::{Actor, TestApp, world};

async fn register(officer: &Actor<'_>, url: &str, topics: Value) -> (String, String) {
    let input = json!({ "name": "برنامج الغرفة", "url": url, "topics": topics });
    let created = officer.post("/api/v1/webhooks").json(&input).await.expect_status(201);
    (created.str("/id"), created.str("/secret"))
}

async fn send(app: &TestApp) {
    let kernel = app.kernel.get_ref().clone();
    actix_web::web::block(move || pass(&kernel)).await.unwrap().unwrap();
}

/// Sends until so many deliveries were made: on a PostgreSQL server that others share, their transactions may hold the feed back.
async fn send_until(app: &TestApp, officer: &Actor<'_>, webhook: &str, made: usize) {
    for _ in 0..200 {
        send(app).await;
        if deliveries(officer, webhook).await.len() >= made {
            return send(app).await;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Newest first.
async fn deliveries(officer: &Actor<'_>, webhook: &str) -> Vec<Value> {
    officer.get(&format!("/api/v1/webhooks/{webhook}/deliveries?limit=200")).await.expect_status(200).items()
}

fn tomorrow<'a>(app: &'a TestApp, officer: &Actor<'a>) -> Actor<'a> {
    Actor::with_credentials(app, &app.token(officer.caller.as_ref().unwrap()), officer.caller.clone())
}

#[actix_web::test]
async fn a_chambers_server_is_told_what_happens_in_its_wilaya_and_can_check_who_says_so() {
    let app = TestApp::new().await;
    let server = Listener::answering(204);
    let officer = app.chamber("16");
    world::draft(&app).await;
    // What was before is over once the feed shows it: on PostgreSQL that takes until every older transaction has ended.
    while officer.get("/api/v1/changes").await.expect_status(200).items().is_empty() {}
    let (webhook, secret) = register(&officer, &server.url("/crafts?from=platform"), json!(["association.created"])).await;
    let seen = officer.get(&format!("/api/v1/webhooks/{webhook}")).await.expect_status(200);
    assert!(seen.json().get("secret").is_none(), "shown once: {}", seen.text());
    let elsewhere = json!({ "name": { "ar": "جمعية الباهية" }, "level": "communal", "kind": "professional", "legal_regime": "law_12_06",
        "seat": { "commune_code": "3101" }, "craft_sectors": ["02"] });
    app.chamber("31").post("/api/v1/associations").json(&elsewhere).await.expect_status(201);
    let id = world::submitted(&app).await;
    send_until(&app, &officer, &webhook, 1).await;
    send(&app).await;

    let received = server.received();
    assert_eq!(received.len(), 1, "{received:?}");
    let request = &received[0];
    assert_eq!((request.method.as_str(), request.target.as_str()), ("POST", "/crafts?from=platform"));
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!((&body["type"], &body["data"]["subject_id"]), (&json!("association.created"), &json!(id)));
    assert_eq!(body["data"]["payload"], json!({ "status": "draft" }));
    let message = request.header("webhook-id").parse().unwrap();
    let timestamp: i64 = request.header("webhook-timestamp").parse().unwrap();
    assert_eq!(timestamp, app.kernel.clock.now().seconds());
    let key = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, secret.strip_prefix("whsec_").unwrap()).unwrap();
    let expected = api::resources::webhooks::signature(&key, message, timestamp, std::str::from_utf8(&request.body).unwrap()).unwrap();
    assert_eq!(request.header("webhook-signature"), expected);

    let delivery = &deliveries(&officer, &webhook).await[0];
    assert_eq!(
        (&delivery["state"], &delivery["attempts"], &delivery["status_code"], &delivery["next_attempt_at"]),
        (&json!("delivered"), &json!(1), &json!(204), &json!(null))
    );
    // The feed names the same event.
    let feed = officer.get("/api/v1/changes?topic=association.created").await.items();
    assert!(feed.iter().any(|item| item["id"] == request.header("webhook-id")));
}

#[actix_web::test]
async fn a_secret_is_changed_without_losing_a_message() {
    let app = TestApp::new().await;
    let server = Listener::answering(204);
    let officer = app.chamber("16");
    let (webhook, first) = register(&officer, &server.url("/"), json!([])).await;
    let place = format!("/api/v1/webhooks/{webhook}");
    let rotated = officer.post(&format!("{place}/secret")).key("once").await.expect_status(200);
    let second = rotated.str("/secret");
    assert_ne!(first, second);
    assert_eq!(rotated.json()["previous_secret_until"], "2026-05-05T09:00:00Z");
    assert!(officer.get(&place).await.json().get("secret").is_none());
    let ping = async |officer: &Actor<'_>| {
        officer.post(&format!("{place}/ping")).await.expect_status(202);
        send(&app).await;
        let request = server.received().pop().unwrap();
        let signed_with = |secret: &str| {
            let key = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, secret.strip_prefix("whsec_").unwrap()).unwrap();
            let (message, timestamp) =
                (request.header("webhook-id").parse().unwrap(), request.header("webhook-timestamp").parse().unwrap());
            api::resources::webhooks::signature(&key, message, timestamp, std::str::from_utf8(&request.body).unwrap()).unwrap()
        };
        (request.header("webhook-signature").to_owned(), signed_with(&first), signed_with(&second))
    };
    let (sent, old, new) = ping(&officer).await;
    assert_eq!(sent, format!("{new} {old}"), "a server that knows either takes it");
    app.advance(chrono::Duration::hours(24));
    let officer = tomorrow(&app, &officer);
    let (sent, _, new) = ping(&officer).await;
    assert_eq!(sent, new, "a day later the old one no longer counts");
}

#[actix_web::test]
async fn a_refused_message_is_tried_for_about_a_day_and_can_be_sent_again_later() {
    let app = TestApp::new().await;
    let server = Listener::answering(500);
    let mut officer = app.chamber("16");
    let (webhook, _) = register(&officer, &server.url("/"), json!(["association.created"])).await;
    world::draft(&app).await;
    send_until(&app, &officer, &webhook, 1).await;
    let mut waits = Vec::new();
    loop {
        officer = tomorrow(&app, &officer);
        let delivery = deliveries(&officer, &webhook).await.remove(0);
        assert_eq!((&delivery["status_code"], &delivery["failure"]), (&json!(500), &json!("refused")));
        let Some(next) = delivery["next_attempt_at"].as_str().map(str::to_owned) else { break };
        send(&app).await;
        assert_eq!(server.received().len(), waits.len() + 1, "not before its time");
        let next = api::kernel::db::types::Instant::new(next.parse().unwrap());
        let wait = next.seconds() - app.kernel.clock.now().seconds();
        app.advance(chrono::Duration::seconds(wait));
        waits.push(wait);
        send(&app).await;
    }
    assert_eq!(waits, [10, 60, 300, 1800, 7200, 18_000, 28_800, 28_800]);
    let failed = deliveries(&officer, &webhook).await.remove(0);
    assert_eq!((&failed["state"], &failed["attempts"]), (&json!("failed"), &json!(9)));

    let mended = Listener::answering(200);
    let place = format!("/api/v1/webhooks/{webhook}");
    officer.patch(&place).if_match("*").json(&json!({ "url": mended.url("/new") })).await.expect_status(200);
    let replay = format!("/api/v1/webhook-deliveries/{}/replay", failed["id"].as_str().unwrap());
    officer.post(&replay).await.expect_status(202);
    officer.post(&replay).await.expect_status(409).expect_problem("wrong_state");
    send(&app).await;
    let (before, again) = (server.received(), mended.received());
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].header("webhook-id"), before[0].header("webhook-id"), "the server can tell that it is the same message");
    assert_eq!(deliveries(&officer, &webhook).await[0]["state"], "delivered");
    assert_eq!(officer.get(&place).await.json()["failing_since"], json!(null));
}

#[actix_web::test]
async fn a_server_out_of_reach_for_days_is_left_alone_and_gets_everything_once_it_is_back() {
    let app = TestApp::new().await;
    let gone = Listener::answering(200).url("/");
    let mut officer = app.chamber("16");
    let (webhook, _) = register(&officer, &gone, json!(["association.created"])).await;
    let place = format!("/api/v1/webhooks/{webhook}");
    for day in 0..6 {
        officer = tomorrow(&app, &officer);
        assert_eq!(officer.get(&place).await.json()["state"], "active", "day {day}");
        world::draft(&app).await;
        send_until(&app, &officer, &webhook, day + 1).await;
        app.advance(chrono::Duration::days(1));
    }
    officer = tomorrow(&app, &officer);
    let off = officer.get(&place).await.json();
    assert_eq!((&off["state"], &off["disabled_for"]), (&json!("disabled"), &json!("failing")));
    assert!(deliveries(&officer, &webhook).await.iter().any(|delivery| delivery["failure"] == "connection_failed"));
    let letters: Vec<String> = std::fs::read_dir(app.kernel.mailer.folder().unwrap())
        .unwrap()
        .flatten()
        .map(|file| std::fs::read_to_string(file.path()).unwrap())
        .collect();
    assert_eq!(letters.len(), 1, "one letter, not one for each message");
    assert!(letters[0].contains(&format!("{}@example.dz", officer.person())), "{}", letters[0]);
    // Nothing is tried any more.
    officer.post(&format!("{place}/ping")).await.expect_status(409).expect_problem("wrong_state");
    world::draft(&app).await;
    send(&app).await;

    let back = Listener::answering(200);
    officer.patch(&place).if_match("*").json(&json!({ "url": back.url("/") })).await.expect_status(200);
    let on = officer.post(&format!("{place}/reinstatement")).await.expect_status(200);
    assert_eq!((on.json()["state"].clone(), on.json()["failing_since"].clone()), (json!("active"), json!(null)));
    officer.post(&format!("{place}/reinstatement")).await.expect_status(409).expect_problem("wrong_state");
    send_until(&app, &officer, &webhook, 7).await;
    assert_eq!(back.received().len(), 7);
}

#[actix_web::test]
async fn a_server_that_says_it_is_gone_is_believed_at_once_and_a_redirect_is_not_followed() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let gone = Listener::answering(410);
    let (webhook, _) = register(&officer, &gone.url("/"), json!([])).await;
    officer.post(&format!("/api/v1/webhooks/{webhook}/ping")).await.expect_status(202);
    send(&app).await;
    let off = officer.get(&format!("/api/v1/webhooks/{webhook}")).await.json();
    assert_eq!((&off["state"], &off["disabled_for"]), (&json!("disabled"), &json!("gone")));

    let target = Listener::answering(200);
    let place = target.url("/elsewhere");
    let redirecting = Listener::start(move |_| Reply { headers: vec![("location".to_owned(), place.clone())], ..Reply::status(302) });
    let (webhook, _) = register(&officer, &redirecting.url("/"), json!([])).await;
    officer.post(&format!("/api/v1/webhooks/{webhook}/ping")).await.expect_status(202);
    send(&app).await;
    let delivery = deliveries(&officer, &webhook).await.remove(0);
    assert_eq!(
        (&delivery["topic"], &delivery["status_code"], &delivery["failure"]),
        (&json!("webhook.ping"), &json!(302), &json!("refused"))
    );
    assert!(target.received().is_empty());
}

#[actix_web::test]
async fn a_webhook_leads_nowhere_inside_a_network() {
    let app = TestApp::with(|config| config.webhooks_to_private_addresses = false).await;
    let officer = app.chamber("16");
    for (url, fault) in [
        ("http://hooks.example.dz/", "wrong_format"),
        ("https://127.0.0.1/", "address_not_public"),
        ("https://[::1]:8080/", "address_not_public"),
        ("https://169.254.169.254/latest/meta-data", "address_not_public"),
        ("https://localhost:5432/", "address_not_public"),
        ("https://3232235777/", "address_not_public"),
        ("javascript:alert(1)", "wrong_format"),
    ] {
        let input = json!({ "name": "x", "url": url });
        officer.post("/api/v1/webhooks").json(&input).await.expect_status(422).expect_faults(&[("/url", fault)]);
    }
    // A name that leads inside is found out when it is looked up. Registered where that is allowed, sent where it is not.
    let lenient = TestApp::new().await;
    let officer = lenient.chamber("16");
    let server = Listener::answering(200);
    let url = server.url("/").replace("http://127.0.0.1", "https://localhost");
    let (webhook, _) = register(&officer, &url, json!([])).await;
    officer.post(&format!("/api/v1/webhooks/{webhook}/ping")).await.expect_status(202);
    let mut kernel = lenient.kernel.get_ref().clone();
    kernel.outgoing = Outgoing::new(false);
    actix_web::web::block(move || pass(&kernel)).await.unwrap().unwrap();
    assert_eq!(deliveries(&officer, &webhook).await[0]["failure"], "address_not_public");
    assert!(server.received().is_empty());
}

#[actix_web::test]
async fn of_two_replicas_that_look_at_the_same_time_one_sends_each_message() {
    let app = TestApp::new().await;
    let replica = app.replica().await;
    let server = Listener::start(|_| {
        std::thread::sleep(Duration::from_millis(10));
        Reply::status(200)
    });
    let officer = app.chamber("16");
    let (webhook, _) = register(&officer, &server.url("/"), json!([])).await;
    for _ in 0..4 {
        world::verified(&app).await;
    }
    // As in `send_until`: the transactions of others may hold the feed back.
    for _ in 0..200 {
        futures_util::join!(send(&app), send(&replica));
        if deliveries(&officer, &webhook).await.len() >= 12 {
            break;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    futures_util::join!(send(&app), send(&replica));
    let mut messages: Vec<String> = server.received().iter().map(|request| request.header("webhook-id").to_owned()).collect();
    messages.sort();
    assert_eq!(messages.len(), 12);
    messages.dedup();
    assert_eq!(messages.len(), 12, "a message was sent twice");
}

#[actix_web::test]
async fn a_body_has_twenty_webhooks_at_most_and_one_that_is_removed_is_gone_with_its_deliveries() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let mut last = String::new();
    for _ in 0..20 {
        last = register(&officer, "https://hooks.example.dz/", json!([])).await.0;
    }
    let input = json!({ "name": "x", "url": "https://hooks.example.dz/" });
    officer.post("/api/v1/webhooks").json(&input).await.expect_status(409).expect_problem("wrong_state");
    officer.post(&format!("/api/v1/webhooks/{last}/ping")).await.expect_status(202);
    officer.delete(&format!("/api/v1/webhooks/{last}")).await.expect_status(204);
    officer.get(&format!("/api/v1/webhooks/{last}")).await.expect_status(404);
    officer.get(&format!("/api/v1/webhooks/{last}/deliveries")).await.expect_status(404);
    officer.post("/api/v1/webhooks").json(&input).await.expect_status(201);
}
