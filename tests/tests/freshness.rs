//! Answers to visitors are given again while nothing changes, and never one moment longer.

use serde_json::json;
use tests::world::{self, step};
use tests::{TestApp, statements};

#[actix_web::test]
async fn a_question_asked_again_costs_one_look_at_the_database_or_none() {
    let app = TestApp::new().await;
    world::verified(&app).await;
    let first = app.visitor().get("/api/v1/associations").await.expect_status(200);
    statements::take(app.url());
    let again = app.visitor().get("/api/v1/associations").await.expect_status(200);
    assert_eq!(again.bytes, first.bytes);
    let asked = statements::take(app.url());
    // A server that other tests write to has another stamp at every look.
    if !app.url().starts_with("sqlite") {
        return;
    }
    assert!(asked.len() <= 1, "{asked:?}");
    app.visitor().get("/api/v1/associations").header("cache-control", "no-cache").await.expect_status(200);
    let anew = statements::take(app.url());
    let reads = |statements: &[String]| {
        statements.iter().any(|statement| statement.contains("FROM \"associations\"") || statement.contains("FROM `associations`"))
    };
    assert!(!reads(&asked) && reads(&anew), "no-cache asks the database for the rows: {asked:?} {anew:?}");
}

#[actix_web::test]
async fn a_visitor_sees_every_change_at_once() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let place = format!("/api/v1/associations/{id}");
    let paths = [place.as_str(), "/api/v1/associations?include_total=true", "/api/v1/associations/counts"];
    let ask = async || {
        let mut answers = Vec::new();
        for path in paths {
            answers.push(app.visitor().get(path).await);
        }
        answers
    };
    let before = ask().await;
    let tag = before[0].header("etag").unwrap().to_owned();
    app.visitor().get(&place).header("if-none-match", &tag).await.expect_status(304);
    app.chamber("16").patch(&place).if_match("*").json(&json!({ "acronym": "ANAMIL" })).await.expect_status(200);
    let changed = app.visitor().get(&place).header("if-none-match", &tag).await.expect_status(200);
    assert_eq!(changed.json()["acronym"], "ANAMIL");
    assert_eq!(ask().await[1].json()["items"][0]["acronym"], "ANAMIL");
    step(&app, &id, "suspension", Some(json!({ "reason": "انتهت العهدة" }))).await;
    let after = ask().await;
    assert_eq!((after[0].status, after[1].json()["total"].clone(), after[2].json()["total"].clone()), (404, json!(0), json!(0)));
}

#[actix_web::test]
async fn a_change_by_another_process_is_seen_too() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let place = format!("/api/v1/associations/{id}");
    assert_eq!(app.visitor().get(&place).await.expect_status(200).json()["acronym"], json!(null));
    let replica = app.replica().await;
    replica.chamber("16").patch(&place).if_match("*").json(&json!({ "acronym": "ANAMIL" })).await.expect_status(200);
    assert_eq!(app.visitor().get(&place).await.json()["acronym"], "ANAMIL");
}

#[actix_web::test]
async fn what_depends_on_the_day_changes_with_the_day() {
    let app = TestApp::new().await;
    let id = world::verified(&app).await;
    let place = format!("/api/v1/associations/{id}");
    let day = |answer: serde_json::Value| answer["computed"]["women_led"]["facts"]["day"].clone();
    assert_eq!(day(app.visitor().get(&place).await.json()), "2026-05-04");
    app.advance(chrono::Duration::days(1));
    assert_eq!(day(app.visitor().get(&place).await.json()), "2026-05-05");
}

#[actix_web::test]
async fn what_somebody_may_see_is_not_given_to_another() {
    let app = TestApp::new().await;
    let draft = world::draft(&app).await;
    let total = "/api/v1/associations?include_total=true";
    assert_eq!(app.visitor().get(total).await.json()["total"], 0);
    assert_eq!(app.chamber("16").get(total).await.json()["total"], 1);
    assert_eq!(app.visitor().get(total).await.json()["total"], 0);
    app.chamber("16").get(&format!("/api/v1/associations/{draft}")).await.expect_status(200);
    app.visitor().get(&format!("/api/v1/associations/{draft}")).await.expect_status(404);
    // The same address as a file is another answer.
    let file = app.visitor().get("/api/v1/associations").header("accept", "text/csv").await.expect_status(200);
    assert!(file.header("content-type").unwrap().starts_with("text/csv"));
}
