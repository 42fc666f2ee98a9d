//! What the law asks of founders: kept as data, changed by the ministry, a warning and never a refusal.

use serde_json::json;
use tests::TestApp;
use tests::world::{file, step};

const WILAYA: &str = "/api/v1/level-rules/law_12_06/wilaya";

#[actix_web::test]
async fn every_level_of_both_laws_has_its_rule_with_the_text_it_rests_on() {
    let app = TestApp::new().await;
    let rules = app.visitor().get("/api/v1/level-rules").await.expect_status(200).items();
    let founders = |regime: &str| -> Vec<i64> {
        rules.iter().filter(|rule| rule["legal_regime"] == regime).map(|rule| rule["founders"].as_i64().unwrap()).collect()
    };
    assert_eq!((founders("law_12_06"), founders("law_90_31")), (vec![10, 15, 21, 25], vec![15, 15, 15, 15]));
    assert!(rules.iter().all(|rule| !rule["source"].as_str().unwrap().is_empty()));
}

#[actix_web::test]
async fn too_few_founders_are_a_warning_that_follows_the_rule_and_no_refusal() {
    let app = TestApp::new().await;
    let mut input = file("الطين");
    input["level"] = json!("wilaya");
    input["founders"] = json!({ "count": 15, "communes": 2, "wilayas": 1 });
    let officer = app.chamber("16");
    let id = officer.post("/api/v1/associations").json(&input).await.expect_status(201).str("/id");
    let warnings = async || officer.get(&format!("/api/v1/associations/{id}")).await.json()["warnings"].clone();
    assert_eq!(warnings().await, json!([]));
    let change = json!({ "founders": 18, "source": "القانون 27-01" });
    let ministry = app.ministry();
    ministry.patch(WILAYA).json(&change).await.expect_status(428);
    ministry.patch(WILAYA).if_match("\"7\"").json(&change).await.expect_status(412);
    let changed = ministry.patch(WILAYA).if_match("\"1\"").json(&change).await.expect_status(200);
    assert_eq!((changed.json()["founders"].clone(), changed.etag()), (json!(18), "\"2\"".to_owned()));
    assert_eq!(warnings().await, json!([{ "code": "few_founders", "pointer": "/founders/count", "expected": 18, "found": 15 }]));
    step(&app, &id, "submission", None).await;
    step(&app, &id, "verification", None).await;
    let versions = ministry.get(&format!("{WILAYA}/versions")).await.items();
    assert_eq!((versions[0]["document"]["founders"].clone(), versions[1]["document"]["founders"].clone()), (json!(18), json!(15)));
}

#[actix_web::test]
async fn a_rule_that_is_none_is_refused_with_its_fields() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let wrong = json!({ "founders": 0, "wilayas": 70, "source": " " });
    let answer = ministry.patch(WILAYA).if_match("*").json(&wrong).await.expect_status(422);
    answer.expect_faults(&[("/founders", "too_small"), ("/source", "required"), ("/wilayas", "too_large")]);
    ministry.patch("/api/v1/level-rules/law_12_06/village").if_match("*").json(&json!({ "founders": 3 })).await.expect_status(404);
    ministry.get("/api/v1/level-rules/code_civil/wilaya/versions").await.expect_status(404);
}
