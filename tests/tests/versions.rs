//! Versions and retries: `If-Match`, `If-None-Match` and `Idempotency-Key` on every operation that takes them.

use actix_web::http::Method;
use actix_web::http::header::HeaderMap;
use actix_web::web::Bytes;
use tests::world::ready;
use tests::{Findings, TestApp, contract};

#[actix_web::test]
async fn a_change_names_the_version_it_starts_from() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| ["PATCH", "PUT"].contains(&operation.method.as_str())) {
        if WITHOUT_VERSION.contains(&operation.id.as_str()) {
            continue;
        }
        findings.expect(operation.takes_version(), || format!("{operation} changes something without If-Match"));
        let Some(ready) = ready(&app, operation).await else { continue };
        for (tag, status) in [(None, 428), (Some("\"0\""), 412), (Some("\"999\""), 412), (Some("\"nonsense\""), 412), (Some("*"), 200)] {
            let call = tag.into_iter().fold(ready.call(), |call, tag| call.if_match(tag));
            let answer = findings.send(call).await;
            findings.expect(answer.status == status, || {
                format!("{operation} answers If-Match {tag:?} with {} {}", answer.status, answer.text())
            });
        }
        // The change moved the version on: the tag it gave is good once.
        let Some(tag) = findings.send(ready.call().if_match("*")).await.header("etag").map(str::to_owned) else {
            findings.add(format!("{operation} gives no ETag"));
            continue;
        };
        for status in [200, 412] {
            let answer = findings.send(ready.call().if_match(&tag)).await;
            findings.expect(answer.status == status, || {
                format!("{operation} answers If-Match {tag} with {} instead of {status}", answer.status)
            });
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn a_deletion_may_name_the_version_it_starts_from() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    let changed: Vec<&str> =
        contract().operations.iter().filter(|operation| operation.method == "PATCH").map(|operation| operation.path.as_str()).collect();
    let mut seen = 0;
    for operation in contract().operations.iter().filter(|one| one.method == "DELETE" && changed.contains(&one.path.as_str())) {
        findings.expect(operation.takes_version(), || format!("{operation} deletes what has versions without If-Match"));
        let Some(ready) = ready(&app, operation).await else { continue };
        let tag = findings.send(ready.actor.get(&ready.target)).await.header("etag").map(str::to_owned).unwrap_or_default();
        for (tag, status) in [("\"999\"", 412), ("\"nonsense\"", 412), (tag.as_str(), 204)] {
            let answer = findings.send(ready.call().if_match(tag)).await;
            findings
                .expect(answer.status == status, || format!("{operation} answers If-Match {tag} with {} {}", answer.status, answer.text()));
        }
        seen += 1;
    }
    findings.expect(seen >= 8, || format!("only {seen} deletions were tried"));
    findings.finish();
}

/// Changes of what nobody can read, and so nobody can have read an older version of.
const WITHOUT_VERSION: &[&str] = &["change_password"];

#[actix_web::test]
async fn an_answer_the_client_has_is_not_sent_again() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.method == "GET") {
        let Some(ready) = ready(&app, operation).await else { continue };
        let first = findings.send(ready.call()).await;
        let Some(tag) = first.header("etag") else {
            let single = operation.path.ends_with('}');
            findings.expect(!single || WITHOUT_TAG.contains(&operation.id.as_str()), || format!("{operation} gives no ETag"));
            continue;
        };
        for seen in [tag.to_owned(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let again = findings.send(ready.call().header("if-none-match", &seen)).await;
            findings.expect(again.status == 304 && again.bytes.is_empty(), || {
                format!("{operation} answers If-None-Match {seen} with {}", again.status)
            });
            findings.expect(again.header("etag") == Some(tag), || format!("{operation} gives no ETag with its 304"));
        }
        let other = findings.send(ready.call().header("if-none-match", "\"other\"")).await;
        findings.expect(other.status == 200, || format!("{operation} answers another version with {}", other.status));
    }
    findings.finish();
}

/// Single resources that carry no version: a list that is addressed by a code, and what is never kept.
const WITHOUT_TAG: &[&str] = &["list_craft_versions", "view_invitation", "view_outcome_link", "view_evaluation_link"];

#[actix_web::test]
async fn head_says_what_get_would_answer() {
    let app = TestApp::new().await;
    for (target, status) in [("/api/v1/wilayas/16", 200), ("/api/v1/wilayas", 200), ("/api/v1/people", 401), ("/api/v1/nothing", 404)] {
        let get = app.visitor().get(target).await.expect_status(status);
        let (answered, headers, _) = app.dispatch(&Method::HEAD, target, HeaderMap::new(), Bytes::new()).await;
        assert_eq!(answered, status, "{target}");
        for name in ["etag", "content-type", "link"] {
            assert_eq!(headers.get(name), get.headers.get(name), "{name} of {target}");
        }
    }
}

#[actix_web::test]
async fn the_same_key_gives_the_same_answer_and_does_the_work_once() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.method == "POST") {
        if operation.value["x-writes-nothing"] == true {
            continue;
        }
        if !operation.takes_key() {
            findings.expect(WITHOUT_KEY.contains(&operation.id.as_str()), || format!("{operation} takes no idempotency key"));
            continue;
        }
        let Some(ready) = ready(&app, operation).await else { continue };
        let key = format!("key of {}", operation.id);
        let first = findings.send(ready.call().key(&key)).await;
        findings.expect(first.status < 300, || format!("{operation} answers {} {}", first.status, first.text()));
        // Later, so that work done twice would show.
        app.advance(chrono::Duration::seconds(1));
        let again = findings.send(ready.call().key(&key)).await;
        let same = |name: &str| first.header(name) == again.header(name);
        findings.expect(first.status == again.status && first.bytes == again.bytes && same("etag") && same("location"), || {
            format!("{operation} answers the second time {} {} instead of {} {}", again.status, again.text(), first.status, first.text())
        });
        let body = ready.body.as_ref().map_or_else(|| b" ".to_vec(), |(_, body)| [body.as_slice(), b"\n"].concat());
        let other = findings.send(ready.call_with_body(body).key(&key)).await;
        findings.expect(other.code() == "idempotency_key_reused", || {
            format!("{operation} answers another body with {} {}", other.status, other.text())
        });
    }
    findings.finish();
}

/// Answers that set a cookie are not kept: they could be given again to somebody else.
const WITHOUT_KEY: &[&str] = &["sign_in", "refresh_session", "accept_invitation"];

#[actix_web::test]
async fn what_is_said_to_write_nothing_takes_no_key_and_writes_nothing() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    let mut seen = 0;
    for operation in contract().operations.iter().filter(|operation| operation.value["x-writes-nothing"] == true) {
        findings.expect(!operation.takes_key(), || format!("{operation} takes a key for nothing"));
        let Some(ready) = ready(&app, operation).await else { continue };
        tests::statements::take(app.url());
        let answer = findings.send(ready.call()).await;
        findings.expect(answer.status == 200, || format!("{operation} answers {} {}", answer.status, answer.text()));
        let reads = |statement: &String| ["SELECT", "WITH"].iter().any(|word| statement.trim_start().starts_with(word));
        let writes: Vec<String> = tests::statements::take(app.url()).into_iter().filter(|statement| !reads(statement)).collect();
        findings.expect(writes.is_empty(), || format!("{operation} writes:\n    {}", writes.join("\n    ")));
        seen += 1;
    }
    findings.finish();
    assert!(seen > 0);
}

#[actix_web::test]
async fn a_key_is_kept_for_a_day_and_belongs_to_its_caller() {
    let app = TestApp::new().await;
    let (ministry, other) = (app.ministry(), app.ministry());
    let body = serde_json::json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة" } });
    let create = async |actor: &tests::Actor<'_>| actor.post("/api/v1/institutions").json(&body).key("one").await;
    let first = create(&ministry).await.expect_status(201).str("/id");
    assert_eq!(create(&ministry).await.expect_status(201).str("/id"), first);
    assert_ne!(create(&other).await.expect_status(201).str("/id"), first);
    app.advance(chrono::Duration::hours(25));
    let tomorrow = tests::Actor::with_credentials(&app, &app.token(ministry.caller.as_ref().unwrap()), ministry.caller.clone());
    assert_ne!(create(&tomorrow).await.expect_status(201).str("/id"), first);
}

#[actix_web::test]
async fn a_key_that_is_none_is_refused() {
    let app = TestApp::new().await;
    let body = serde_json::json!({ "kind": "directorate", "name": { "ar": "مديرية السياحة" } });
    for key in ["", &"k".repeat(201)] {
        app.ministry()
            .post("/api/v1/institutions")
            .json(&body)
            .key(key)
            .await
            .expect_status(400)
            .expect_faults(&[("Idempotency-Key", "wrong_format")]);
    }
}

#[actix_web::test]
async fn of_two_requests_with_one_key_at_the_same_time_one_does_the_work_and_both_get_its_answer() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let file = tests::world::file("الطين");
    let call = || async { officer.post("/api/v1/associations").json(&file).key("at once").await };
    let (first, second) = futures_util::join!(call(), call());
    assert_eq!(first.expect_status(201).str("/id"), second.expect_status(201).str("/id"));
    assert_eq!(officer.get("/api/v1/associations?include_total=true").await.json()["total"], 1);
}
