//! Every refusal is a problem in the language asked for. The harness holds each one against the table of problems and its schema;
//! here every operation is made to refuse, in every language.

use api::kernel::language::Language;
use api::kernel::problem::Kind;
use api::kernel::validate::Fault;
use serde_json::json;
use tests::world::ready;
use tests::{Findings, TestApp, contract};

#[actix_web::test]
async fn every_operation_refuses_in_three_languages() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in &contract().operations {
        let Some(ready) = ready(&app, operation).await else { continue };
        let mut details = Vec::new();
        for language in Language::ALL {
            let actor = ready.actor.clone().speaking(*language);
            let call = if operation.takes_json() {
                let call = actor.request(&ready.method, &ready.target).json(&json!({ "no_such_member": 1 }));
                if operation.takes_version() { call.if_match("*") } else { call }
            } else {
                actor.request(&ready.method, &format!("{}?no_such_parameter=1", operation.path_with(|_| "x".to_owned())))
            };
            let answer = findings.send(call).await;
            findings.expect((400..500).contains(&answer.status), || format!("{operation} does not refuse but answers {}", answer.status));
            details.push(answer.json()["errors"][0]["detail"].clone());
        }
        let distinct = details[0] != details[1] && details[1] != details[2] && details[0] != details[2];
        findings.expect(distinct || details[0].is_null(), || format!("{operation} says the same in every language: {details:?}"));
    }
    findings.finish();
}

#[actix_web::test]
async fn the_language_follows_the_weights_of_the_header() {
    let app = TestApp::new().await;
    let nowhere = "/api/v1/no-such-thing";
    for (header, language) in [
        ("fr", Language::French),
        ("fr-DZ", Language::French),
        ("en-GB,fr;q=0.9", Language::English),
        ("de, fr;q=0.4, en;q=0.7", Language::English),
        ("de", Language::Arabic),
        ("*", Language::Arabic),
        ("fr;q=0", Language::Arabic),
        ("", Language::Arabic),
        (";;;,,q=", Language::Arabic),
    ] {
        let answer = app.visitor().get(nowhere).header("accept-language", header).await.expect_status(404);
        assert_eq!(answer.str("/title"), Kind::NotFound.title().in_language(language), "{header}");
    }
}

#[actix_web::test]
async fn a_path_that_has_other_methods_says_which() {
    let app = TestApp::new().await;
    let mut findings = Findings::default();
    for operation in contract().operations.iter().filter(|operation| operation.path.starts_with("/api/")) {
        let path = operation.path_with(|_| uuid::Uuid::new_v4().to_string());
        for method in ["DELETE", "PUT", "PATCH", "POST", "GET"].into_iter().filter(|method| contract().find(method, &path).is_none()) {
            let answer = findings.send(app.visitor().request(method, &path)).await;
            let allow = answer.header("allow").unwrap_or_default();
            findings.expect(answer.status == 405 && allow.contains(&operation.method), || {
                format!("{method} {path} gives {} {allow:?}", answer.status)
            });
        }
    }
    findings.finish();
}

#[actix_web::test]
async fn what_is_not_there_is_a_problem_too() {
    let app = TestApp::new().await;
    for path in [
        "/api",
        "/api/v1",
        "/api/v2/wilayas",
        "/api/v1/wilayas/16/nothing",
        "/nothing",
        "/api/v1/%2e%2e/%2e%2e/etc/passwd",
        "/.git/config",
        "//",
    ] {
        app.visitor().get(path).await.expect_status(404).expect_problem("not_found");
    }
}

#[test]
fn codes_are_stable_and_told_apart() {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let faults: Vec<&str> = Fault::ALL.iter().map(|fault| fault.as_str()).collect();
    for codes in [kinds, faults] {
        let mut distinct = codes.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), codes.len());
        assert!(codes.iter().all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_')), "{codes:?}");
    }
}

#[actix_web::test]
async fn what_is_not_there_and_what_is_not_allowed_are_named_in_the_language_of_the_reader() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let refused = async |language: Language, change: &dyn Fn(&mut serde_json::Value)| {
        let mut file = tests::world::file("1601");
        change(&mut file);
        let actor = officer.clone().speaking(language);
        let answer = actor.post("/api/v1/associations").json(&file).await.expect_status(422);
        answer.json()["errors"][0]["detail"].as_str().unwrap().to_owned()
    };
    let nowhere = |file: &mut serde_json::Value| file["seat"]["commune_code"] = json!("9999");
    assert_eq!(refused(Language::Arabic, &nowhere).await, "لم يُعثر على بلدية بهذا الرمز: 9999.");
    assert_eq!(refused(Language::French, &nowhere).await, "Introuvable\u{202f}: commune 9999.");
    assert_eq!(refused(Language::English, &nowhere).await, "There is no such commune: 9999.");
    let far = |file: &mut serde_json::Value| file["level"] = json!("galactic");
    let level = refused(Language::English, &far).await;
    assert!(
        level.starts_with("Allowed values of the level: communal, ") && level.ends_with(" Received: \u{2068}galactic\u{2069}."),
        "{level}"
    );
    assert!(refused(Language::Arabic, &far).await.starts_with("القيم المقبولة في «المستوى»: "));
    assert!(refused(Language::French, &far).await.starts_with("Valeurs admises pour le niveau\u{202f}: "));
    // What was sent is repeated, though not at any length.
    let endless = |file: &mut serde_json::Value| file["level"] = json!("y".repeat(5_000));
    let level = refused(Language::English, &endless).await;
    assert!(level.ends_with(&format!(" Received: \u{2068}{}…\u{2069}.", "y".repeat(60))), "{level}");
    // Nor with what would turn the sentence around.
    let turned = app.visitor().speaking(Language::English).get("/api/v1/associations?level=%E2%80%AEx%E2%80%8Fy").await.expect_status(400);
    assert!(turned.str("/errors/0/detail").ends_with(" Received: \u{2068}xy\u{2069}."), "{}", turned.text());
    // A field that must not be there says so, instead of "null".
    let (owner, id) = tests::world::project(&app).await;
    let activity = json!({ "id": id, "code": "A", "name": { "ar": "شراء" }, "duration_days": 1 });
    let answer = owner.speaking(Language::English).post(&format!("/api/v1/projects/{id}/activities")).json(&activity).await;
    assert_eq!(answer.expect_status(422).str("/errors/0/detail"), "This field is not accepted here: leave it out.");
}
