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
