//! Reports to be printed: a project, and its earned value.

use chrono::Duration;
use lopdf::Document;
use serde_json::json;
use tests::world::{agreement, cash_flows, costs, money, plan, progress, project};
use tests::{Actor, TestApp};

/// A report in a language.
async fn report(actor: &Actor<'_>, place: &str, language: &str) -> Vec<u8> {
    let answer = actor.get(place).header("accept-language", language).await.expect_status(200);
    assert_eq!(answer.header("content-type"), Some("application/pdf"));
    assert!(answer.header("vary").is_some_and(|vary| vary.contains("Accept-Language")));
    answer.bytes.to_vec()
}

/// The words of all pages, as a reading program finds them, without spaces: lines break where there is room.
fn words(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("text");
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2066}'..='\u{2069}')).collect()
}

/// What the file says of itself to programs.
fn told(pdf: &[u8]) -> String {
    String::from_utf8_lossy(pdf).into_owned()
}

/// A project with something in every part, and a name that would be code if it were not text.
async fn full(app: &TestApp) -> (Actor<'_>, String) {
    let (owner, id) = project(app).await;
    let place = format!("/api/v1/projects/{id}");
    let name = json!({ "name": { "ar": "ورشة الزرابي", "fr": "Atelier #panic[de] *tapis* $x_1$" } });
    owner.patch(&place).if_match("*").json(&name).await.expect_status(200);
    plan(&owner, &id).await;
    costs(&owner, &id).await;
    owner.post(&format!("{place}/baselines")).json(&json!({ "reason": "الخطة الأولى" })).await.expect_status(201);
    owner.post(&format!("{place}/agreements")).json(&agreement(&owner, &id).await).await.expect_status(201);
    let mut flows = cash_flows();
    flows["dated_flows"] = json!([{ "date": "2026-06-01", "amount": money(-50_000), "label": { "ar": "إيجار", "fr": "Loyer d’avance" } },
        { "date": "2027-06-01", "amount": money(60_000) }]);
    owner.put(&format!("{place}/cash-flows")).if_match("*").json(&flows).await.expect_status(200);
    owner.post(&format!("{place}/canvas/notes")).json(&json!({ "block": "costs", "text": "Laine #1 [brute]" })).await.expect_status(201);
    let people = json!({ "kind": "segment", "text": "Tisseuses à domicile" });
    let people = owner.post(&format!("{place}/value-proposition/elements")).json(&people).await.expect_status(201).str("/id");
    let task = json!({ "kind": "task", "parent_id": people, "text": "Vendre au juste prix", "weight": 4 });
    owner.post(&format!("{place}/value-proposition/elements")).json(&task).await.expect_status(201);
    (owner, id)
}

#[actix_web::test]
async fn a_president_prints_the_project_in_the_language_asked_for() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    let place = format!("/api/v1/projects/{id}/report");
    let french = report(&owner, &place, "fr").await;
    let text = words(&french);
    for part in [
        // The name, as text, and the facts.
        "Atelier#panic[de]*tapis*$x_1$",
        "Ministère",
        "Rapportduprojet",
        // Notes, people and what they need.
        "Laine#1[brute]",
        "Tisseusesàdomicile",
        "Vendreaujusteprix(Importance4/5)",
        "sansréponse",
        // Schedule, budget, figures with the reason of those that are not known.
        "22/06/2026",
        "340000",
        "Coûtréel(AC)",
        "aucuncoûtréeldéclaré",
        // Cash flows, obligations.
        "Valeuractuellenette(VAN)",
        "Loyerd’avance",
        "20%",
        "01/05/2026",
        "Page1sur",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(told(&french).contains("Rapport du projet — Atelier #panic[de] *tapis* $x_1$"));
    let arabic = report(&owner, &place, "ar-DZ").await;
    assert!(told(&arabic).contains("تقرير المشروع — ورشة الزرابي"));
    assert!(told(&arabic).contains("<rdf:li>ar-DZ</rdf:li>"));
    // Letters read one by one come from right to left; each of them is there.
    let letters: String = words(&arabic).chars().rev().collect();
    assert!(words(&arabic).contains("ورشة") || letters.contains("ورشة"), "{letters}");
}

#[actix_web::test]
async fn the_same_project_on_the_same_day_is_the_same_file() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    let place = format!("/api/v1/projects/{id}/report");
    let first = report(&owner, &place, "ar").await;
    app.advance(Duration::minutes(5));
    assert_eq!(first, report(&owner, &place, "ar").await);
    // The chamber of the wilaya reads the same.
    assert_eq!(first, report(&app.chamber("16"), &place, "ar").await);
}

#[actix_web::test]
async fn an_empty_project_has_a_report_and_that_of_others_is_not_found() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    for (place, empty) in [("report", "Nocashflowsenteredyet."), ("earned-value/report", "Theprojecthasnoactivities")] {
        let place = format!("/api/v1/projects/{id}/{place}");
        let text = words(&report(&owner, &place, "en").await);
        assert!(text.contains(empty), "{text}");
        app.chamber("31").get(&place).await.expect_status(404);
        let (stranger, _) = project(&app).await;
        stranger.get(&place).await.expect_status(404);
    }
}

#[actix_web::test]
async fn earned_value_is_printed_as_of_a_day_with_its_variances_explained() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    app.advance(Duration::days(29));
    let caller = owner.caller.clone();
    let owner = Actor::with_credentials(&app, &app.token(caller.as_ref().unwrap()), caller);
    let place = format!("/api/v1/projects/{id}");
    // A tenth of the wool for a third of its money.
    owner.post(&format!("{place}/progress-reports")).json(&progress(&owner, &id, "2026-06-01", 10, 30_000).await).await.expect_status(201);
    let as_of = format!("{place}/earned-value/report?date=2026-06-01");
    let before = words(&report(&owner, &as_of, "en").await);
    for part in ["Tobeexplained", "Thewholeproject", "30,000", "01/06/2026", "S-curve", "Earnedvaluebymonth", "0.33"] {
        assert!(before.contains(part), "no {part} in {before}");
    }
    let why = json!({ "as_of": "2026-06-01", "kind": "cost", "cause": "Wool #went up", "action": "Buy together" });
    owner.post(&format!("{place}/variance-explanations")).json(&why).await.expect_status(201);
    let after = words(&report(&owner, &as_of, "en").await);
    assert!(after.contains("Wool#wentup") && after.contains("Buytogether"), "{after}");
    // Before anything was spent there is nothing to divide by, and it says so.
    let earlier = words(&report(&owner, &format!("{place}/earned-value/report?date=2026-05-31"), "en").await);
    assert!(earlier.contains("Noactualcostreported"), "{earlier}");
    owner.get(&format!("{place}/earned-value/report?baseline=7")).await.expect_status(400);
}
