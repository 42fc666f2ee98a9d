//! Wilayas and communes: reference data for everybody, mended by the ministry.

use serde_json::{Value, json};
use tests::TestApp;

fn codes(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["code"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn there_are_sixty_nine_wilayas_and_every_commune_belongs_to_one() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let wilayas = visitor.get("/api/v1/wilayas").await.items();
    assert_eq!(wilayas.len(), 69);
    assert_eq!(wilayas.iter().map(|wilaya| wilaya["communes"].as_i64().unwrap()).sum::<i64>(), 1541);
    assert_eq!((wilayas[15]["code"].clone(), wilayas[15]["name"]["ar"].clone()), (json!("16"), json!("الجزائر")));
    assert!(wilayas.iter().all(|wilaya| wilaya["chamber_id"].is_string()), "a wilaya without a chamber");
    let communes = visitor.all("/api/v1/communes").await;
    assert_eq!(communes.len(), 1541);
    let known = codes(&wilayas);
    assert!(communes.iter().all(|commune| known.contains(&commune["wilaya_code"].as_str().unwrap())));
}

#[actix_web::test]
async fn figures_can_be_shown_in_each_division() {
    let app = TestApp::new().await;
    for (division, wilayas) in [("48", 48), ("58", 58), ("69", 69)] {
        let items = app.visitor().get(&format!("/api/v1/wilayas?division={division}")).await.items();
        assert_eq!(items.len(), wilayas);
        assert_eq!(items.iter().map(|wilaya| wilaya["communes"].as_i64().unwrap()).sum::<i64>(), 1541, "division of {division}");
    }
    app.visitor().get("/api/v1/wilayas?division=31").await.expect_status(400).expect_faults(&[("?division", "not_allowed")]);
}

#[actix_web::test]
async fn a_place_is_found_in_any_spelling() {
    let app = TestApp::new().await;
    for (spelling, code) in [
        ("alger", "16"),
        ("Alger", "16"),
        ("الجزائر", "16"),
        ("الجزاير", "16"),
        ("tamanghaset", "11"),
        ("تمنراست", "11"),
        ("bou saada", "68"),
        ("بوسعادة", "68"),
    ] {
        let found = app.visitor().get(&format!("/api/v1/wilayas?q={}", encode(spelling))).await.items();
        assert!(codes(&found).contains(&code), "{spelling} finds {found:?}");
    }
    let found = app.visitor().get(&format!("/api/v1/communes?q={}", encode("bou saada"))).await.items();
    assert!(found.iter().any(|commune| commune["name"]["ar"] == "بوسعادة"), "{found:?}");
}

#[actix_web::test]
async fn a_search_that_finds_nothing_is_an_empty_page() {
    let app = TestApp::new().await;
    for q in ["zzzzzzzz", "%25", "_", "'; DROP TABLE communes; --", "\\"] {
        let answer = app.visitor().get(&format!("/api/v1/communes?q={}", encode(q))).await.expect_status(200);
        assert!(answer.items().len() < 1541 || text_is_empty(q), "{q:?} finds everything");
    }
}

/// Whether folding leaves nothing to look for, so that the search says nothing.
fn text_is_empty(q: &str) -> bool {
    !q.chars().any(char::is_alphanumeric)
}

#[actix_web::test]
async fn communes_are_filtered_by_wilaya_and_flag() {
    let app = TestApp::new().await;
    let get = async |query: &str| app.visitor().all(&format!("/api/v1/communes?{query}")).await;
    let (algiers, oran, both) = (get("wilaya=16").await, get("wilaya=31").await, get("wilaya=16&wilaya=31").await);
    assert_eq!(both.len(), algiers.len() + oran.len());
    assert!(algiers.iter().all(|commune| commune["wilaya_code"] == "16"));
    let (border, inside) = (get("border=true").await, get("border=false").await);
    assert_eq!(border.len() + inside.len(), 1541);
    assert!(
        !border.is_empty() && border.iter().all(|commune| commune["border"]["value"] == true && commune["border"]["basis"].is_string())
    );
    assert_eq!(get("isolated=true").await.len(), 0);
    // Arabic-Indic digits are digits.
    assert_eq!(get(&format!("wilaya={}", encode("١٦"))).await, algiers);
}

#[actix_web::test]
async fn reference_data_is_kept_by_whoever_asked_and_checked_again_by_its_tag() {
    let app = TestApp::new().await;
    let first = app.visitor().get("/api/v1/wilayas").await.expect_status(200);
    assert_eq!(first.header("cache-control"), Some("public, max-age=300"));
    app.visitor().get("/api/v1/wilayas").header("if-none-match", &first.etag()).await.expect_status(304);
    let change = json!({ "name_source": "JO" });
    app.ministry().patch("/api/v1/wilayas/16").if_match("*").json(&change).await.expect_status(200);
    app.visitor().get("/api/v1/wilayas").header("if-none-match", &first.etag()).await.expect_status(200);
}

#[actix_web::test]
async fn the_ministry_mends_a_name_and_everybody_in_charge_sees_what_it_was() {
    let app = TestApp::new().await;
    let ministry = app.ministry();
    let before = ministry.get("/api/v1/communes/1601").await;
    let change = json!({ "name": { "fr": "Alger-Centre (mended)" }, "aliases": ["قلب العاصمة"], "isolated": { "value": false, "basis": "décret" }, "name_source": "JO 2026" });
    let after = ministry.patch("/api/v1/communes/1601").if_match(&before.etag()).json(&change).await.expect_status(200);
    assert_eq!(after.json()["name"]["ar"], before.json()["name"]["ar"], "what was not named stays");
    assert_eq!(after.json()["version"], 2);
    let found = app.visitor().get(&format!("/api/v1/communes?q={}", encode("قلب العاصمة"))).await.items();
    assert_eq!(codes(&found), ["1601"], "the new alias is searched");
    let versions = app.chamber("16").get("/api/v1/communes/1601/versions").await.items();
    assert_eq!(versions.iter().map(|version| version["version"].as_i64().unwrap()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(versions[0]["source"], "JO 2026");
    assert_eq!(versions[0]["person_id"], json!(ministry.person()));
    assert_eq!(versions[1]["document"]["name"]["fr"], before.json()["name"]["fr"]);
}

#[actix_web::test]
async fn what_is_decided_of_a_commune_rests_on_a_text() {
    let app = TestApp::new().await;
    let silent = json!({ "isolated": { "value": true, "basis": " " } });
    let answer = app.ministry().patch("/api/v1/communes/1601").if_match("*").json(&silent).await;
    answer.expect_status(422).expect_faults(&[("/isolated/basis", "required")]);
    assert_eq!(app.visitor().get("/api/v1/communes/1601").await.json()["isolated"]["value"], json!(null));
}

#[actix_web::test]
async fn a_wrong_change_of_a_commune_names_every_field() {
    let app = TestApp::new().await;
    let change = json!({ "name": { "ar": "" }, "point": { "longitude": 200, "latitude": "north" }, "name_source": null, "border": { "value": 1, "basis": null } });
    let answer = app.ministry().patch("/api/v1/communes/1601").if_match("*").json(&change).await.expect_status(422);
    let mut pointers: Vec<String> = answer.faults().into_iter().map(|(pointer, _)| pointer).collect();
    pointers.sort();
    assert_eq!(pointers, ["/border/value", "/name/ar", "/name_source", "/point/latitude", "/point/longitude"]);
    assert_eq!(app.visitor().get("/api/v1/communes/1601").await.json()["version"], 1);
}

fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
