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

#[actix_web::test]
async fn progress_reports_and_the_chances_to_finish_in_time_are_printed() {
    let app = TestApp::new().await;
    let (owner, id) = full(&app).await;
    let place = format!("/api/v1/projects/{id}");
    // Without three estimates there is nothing to say of chances.
    let ids = tests::world::activity_ids(&owner, &id).await;
    let certain = json!({ "duration_days": 5, "estimate": null });
    owner.patch(&format!("{place}/activities/{}", ids[0])).if_match("*").json(&certain).await.expect_status(200);
    let without = words(&report(&owner, &format!("{place}/report"), "en").await);
    assert!(without.contains("Progressreports") && !without.contains("PERT"), "{without}");
    let estimate =
        json!({ "duration_days": null, "estimate": { "optimistic": 4, "most_likely": 5, "pessimistic": 12 }, "deadline": "2026-06-08" });
    owner.patch(&format!("{place}/activities/{}", ids[0])).if_match("*").json(&estimate).await.expect_status(200);
    app.advance(Duration::days(28));
    let caller = owner.caller.clone();
    let owner = Actor::with_credentials(&app, &app.token(caller.as_ref().unwrap()), caller);
    owner
        .patch(&place)
        .if_match("*")
        .json(&json!({ "variance_threshold_percent": 1000, "starts_on": "2026-05-24" }))
        .await
        .expect_status(200);
    for (date, percent, spent) in [("2026-05-28", 40, 30_000), ("2026-06-01", 100, 55_000)] {
        let said = progress(&owner, &id, date, percent, spent).await;
        owner.post(&format!("{place}/progress-reports")).json(&said).await.expect_status(201);
    }
    let text = words(&report(&owner, &format!("{place}/report"), "en").await);
    let pert = owner.get(&format!("{place}/pert?by=2026-06-22")).await.expect_status(200).json()["pert"].clone();
    let number =
        |value: &serde_json::Value| format!("{:.2}", value.as_f64().unwrap()).trim_end_matches('0').trim_end_matches('.').to_owned();
    for part in [
        // Six is what is expected of 4, 5 and 12; (12 − 4) / 6 squared is the variance.
        format!("Expecteddurationinworkingdays{}", number(&pert["duration"])),
        "Varianceoftheduration1.78".to_owned(),
        "451261.78".to_owned(),
        // The whole by the finish of the baseline, and the first activity by its deadline.
        format!("Thewholeproject(Baselinefinish)22/06/2026{:.1}%", pert["deadlines"][0]["probability"].as_f64().unwrap() * 100.0),
        "08/06/2026".to_owned(),
        // The first report is about the days since the start, the second about those since the first.
        "28/05/2026from24/05/2026to28/05/2026".to_owned(),
        "01/06/2026from29/05/2026to01/06/2026".to_owned(),
        "30,000".to_owned(),
        "Total85,000".to_owned(),
    ] {
        assert!(text.contains(&part), "no {part} in {text}");
    }
    // In the team, and behind each report.
    let author = owner.get("/api/v1/me").await.expect_status(200).json()["name"].as_str().unwrap().replace(' ', "");
    assert_eq!(text.matches(&author).count(), 3, "{author} in {text}");
}
