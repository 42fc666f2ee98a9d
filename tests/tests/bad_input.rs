//! Bad input to every operation: refused with a problem that names what is wrong, and nothing is written.

use serde_json::json;
use tests::actor::Call;
use tests::contract::Operation;
use tests::world::{self, Ready, ready};
use tests::{Findings, TestApp, contract};
use uuid::Uuid;

#[actix_web::test]
async fn every_operation_has_a_request_that_succeeds_and_paths_that_lead_nowhere() {
    // The sweeps send bad variations of these requests, so the requests themselves have to be good.
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in &contract().operations {
        let Some(ready) = ready(&app, operation).await else {
            findings.expect(world::WITHOUT_RECIPE.contains(&operation.id.as_str()), || {
                format!("{operation} needs a recipe in tests/src/world.rs, so that the sweeps reach it")
            });
            continue;
        };
        if operation.has_path_parameter() {
            paths_that_lead_nowhere(operation, &ready, &mut findings).await;
        }
        let answer = findings.send(current(operation, ready.call())).await;
        let good = answer.status < 300;
        findings.expect(good, || format!("the recipe of {operation} gives {}: {}", answer.status, answer.text()));
        let exempt = world::WITHOUT_RECIPE.contains(&operation.id.as_str());
        findings.expect(!exempt, || format!("{operation} has a recipe: take it off the list of those without"));
    }
    findings.finish();
}

#[actix_web::test]
async fn what_is_wrong_in_a_request_is_refused_by_name() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in &contract().operations {
        // One for all: what is refused changes nothing.
        let Some(ready) = ready(&app, operation).await else { continue };
        an_unknown_query_parameter(operation, &ready, &mut findings).await;
        wrong_query_parameters(operation, &ready, &mut findings).await;
        if operation.body().is_some() {
            another_content_type(operation, &ready, &mut findings).await;
        }
        if operation.takes_json() {
            broken_bodies(operation, &ready, &mut findings).await;
            an_unknown_member(operation, &ready, &mut findings).await;
            a_member_that_is_there_twice(operation, &ready, &mut findings).await;
            a_body_that_is_too_large(operation, &ready, &mut findings, app.kernel.config.max_body_bytes).await;
        }
    }
    findings.finish();
}

/// A request that is about whatever version there is, where the operation asks for one.
fn current<'a>(operation: &Operation, call: Call<'a>) -> Call<'a> {
    if operation.takes_version() { call.if_match("*") } else { call }
}

async fn paths_that_lead_nowhere(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    let nowhere = [
        &Uuid::new_v4().to_string(),
        "zz",
        "0",
        "-1",
        "%D9%A1%D9%A6",
        "1601%00",
        "%FF",
        "..%2F..%2Fetc",
        "x%27%20OR%201=1--",
        &"9".repeat(300),
    ];
    for part in nowhere {
        let query = ready.target.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
        let call = ready.call_to(&format!("{}{query}", operation.path_with(|_| part.to_owned())));
        let answer = findings.send(current(operation, call)).await;
        let gone = answer.status == 410 && operation.path.contains("{token}");
        findings.expect(answer.status == 404 || gone, || format!("{operation} answers {part:?} with {} {}", answer.status, answer.text()));
    }
}

async fn an_unknown_query_parameter(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    let call = ready.call_with("no_such_parameter=1");
    let answer = findings.send(current(operation, call)).await;
    let named = answer.faults() == [("?no_such_parameter".to_owned(), "unknown_field".to_owned())];
    findings.expect(answer.status == 400 && named, || format!("{operation} answers {} {}", answer.status, answer.text()));
}

async fn wrong_query_parameters(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    for parameter in operation.query() {
        let wrong: &[&str] = match parameter.schema["type"].as_str() {
            Some("integer") => &["many", "1.5", "99999999999999999999", "-1", ""],
            Some("boolean") => &["yes", "1", ""],
            Some("string") if parameter.schema["enum"].is_array() => &["no_such_value", ""],
            Some("string") if parameter.schema["format"] == "date" => &["04/03/2021", "2021-02-30", "yesterday"],
            Some("string") if parameter.schema["format"] == "uuid" => &["1", "no-uuid"],
            _ => &["%00"],
        };
        for value in wrong {
            // The same parameter twice would be another fault.
            let bare = ready.target.split('?').next().unwrap_or_default();
            let answer = findings.send(ready.call_to(&format!("{bare}?{}={value}", parameter.name))).await;
            let named = answer.faults().iter().any(|(pointer, _)| *pointer == format!("?{}", parameter.name));
            findings.expect(answer.status == 400 && named, || {
                format!("{operation} answers {}={value} with {} {}", parameter.name, answer.status, answer.text())
            });
        }
    }
}

async fn another_content_type(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    for media in ["application/xml", "text/plain", "application/x-www-form-urlencoded", "image/gif", ""] {
        let call = ready.call_with_media(media);
        let answer = findings.send(current(operation, call)).await;
        findings.expect(answer.status == 415, || format!("{operation} answers {media:?} with {} {}", answer.status, answer.text()));
    }
}

async fn broken_bodies(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    let deep = format!("{}{}", "{\"a\":".repeat(2000), "[".repeat(2000));
    let text_in_utf_16: Vec<u8> = "{\"name\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bodies: [(&str, Vec<u8>, u16, &str); 14] = [
        ("cut short", b"{\"name\": {\"ar\": \"".to_vec(), 400, "malformed_request"),
        ("empty", Vec::new(), 400, "malformed_request"),
        ("no JSON", b"name=nadia".to_vec(), 400, "malformed_request"),
        ("two documents", b"{} {}".to_vec(), 400, "malformed_request"),
        ("not a number", b"{\"name\": NaN}".to_vec(), 400, "malformed_request"),
        ("UTF-16", text_in_utf_16, 400, "malformed_request"),
        ("broken UTF-8", b"{\"name\": \"\xff\xfe\"}".to_vec(), 400, "malformed_request"),
        ("half a surrogate pair", b"{\"name\": \"\\ud800\"}".to_vec(), 400, "malformed_request"),
        ("deep", deep.into_bytes(), 400, "malformed_request"),
        ("NUL", json!({ "name": { "ar": "a\u{0}b" } }).to_string().into_bytes(), 422, "invalid"),
        ("right-to-left override", json!({ "name": { "ar": "a\u{202e}b" } }).to_string().into_bytes(), 422, "invalid"),
        ("isolate", json!({ "name": { "ar": "a\u{2066}b" } }).to_string().into_bytes(), 422, "invalid"),
        ("escape in a name", json!({ "na\u{1b}me": 1 }).to_string().into_bytes(), 422, "invalid"),
        ("a list", b"[]".to_vec(), 422, "invalid"),
    ];
    for (what, body, status, code) in &bodies {
        let call = ready.call_with_body(body.clone());
        let answer = findings.send(current(operation, call)).await;
        findings.expect((answer.status, answer.code().as_str()) == (*status, *code), || {
            format!("{operation} answers a body that is {what} with {} {}", answer.status, answer.text())
        });
        if *status == 422 {
            findings.expect(!answer.faults().is_empty(), || format!("{operation} names no field of a body that is {what}"));
        }
    }
}

async fn an_unknown_member(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    let mut body = ready.json();
    body["no_such~member/here"] = json!(1);
    let call = ready.call_with_body(body.to_string());
    let answer = findings.send(current(operation, call)).await;
    let named = answer.faults() == [("/no_such~0member~1here".to_owned(), "unknown_field".to_owned())];
    findings.expect(answer.status == 422 && named, || format!("{operation} answers {} {}", answer.status, answer.text()));
}

async fn a_member_that_is_there_twice(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings) {
    let body = ready.json();
    let Some((name, value)) = body.as_object().and_then(|members| members.iter().next()) else { return };
    let twice = body.to_string().replacen('{', &format!("{{{}:{value},", json!(name)), 1);
    let call = ready.call_with_body(twice);
    let answer = findings.send(current(operation, call)).await;
    let named = answer.faults() == [(format!("/{name}"), "repeated".to_owned())];
    findings.expect(answer.status == 422 && named, || format!("{operation} answers {} {}", answer.status, answer.text()));
}

async fn a_body_that_is_too_large(operation: &Operation, ready: &Ready<'_>, findings: &mut Findings, limit: usize) {
    let call = ready.call_with_body(vec![b' '; limit + 1]);
    let answer = findings.send(current(operation, call)).await;
    findings.expect(answer.status == 413, || format!("{operation} answers {} bytes with {} {}", limit + 1, answer.status, answer.text()));
}

#[actix_web::test]
async fn a_refused_request_writes_nothing() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let before = officer.get("/api/v1/associations?include_total=true").await.json()["total"].clone();
    let mut body = world::file("الطين");
    body["seat"]["commune_code"] = json!("9999");
    body["headcounts"] = json!([{ "year": 1200, "members": -3 }]);
    officer.post("/api/v1/associations").json(&body).key("twice").await.expect_status(422);
    assert_eq!(officer.get("/api/v1/associations?include_total=true").await.json()["total"], before);
    // Work that fails leaves no key behind either.
    officer.post("/api/v1/associations").json(&world::file("الطين")).key("twice").await.expect_status(201);
}
