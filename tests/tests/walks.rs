//! Two walks through an event from its call to its report: six people in their roles, and somebody who cheats at every step.

use chrono::{Duration, SecondsFormat};
use serde_json::{Value, json};
use tests::world::{Commission, closed, reviewed};
use tests::world::{
    announced, application, appoint, batch, call, check_in, confirm, decide, declare, draw, follow_up, outcome, own_reviews, points,
    president, score_all, verified,
};
use tests::{Actor, TestApp};

fn of(event: &str, what: &str) -> String {
    format!("/api/v1/events/{event}/{what}")
}

fn apply(id: &str, what: &str) -> String {
    format!("/api/v1/event-applications/{id}/{what}")
}

/// The event begins today and lasts three days.
async fn begins(app: &TestApp, officer: &Actor<'_>, event: &str) {
    let today = app.kernel.clock.now().day();
    let days = json!({ "starts_on": today, "ends_on": today + Duration::days(2) });
    officer.patch(&format!("/api/v1/events/{event}")).if_match("*").json(&days).await.expect_status(200);
}

async fn codes(officer: &Actor<'_>, event: &str, application: &str) -> Vec<String> {
    let badges = officer.get(&of(event, "badges?limit=200")).await.expect_status(200).items();
    let own = badges.iter().filter(|badge| badge["application_id"] == application);
    own.map(|badge| badge["code"].as_str().unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn six_people_walk_from_the_call_to_the_report() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let mut commission: Commission<'_> = reviewed(&app, 5).await;
    let event = commission.event.clone();
    score_all(&commission, |number| u32::try_from(number).unwrap() + 3).await;
    decide(&app, &event).await;
    follow_up(&app, &event).await;
    for (owner, id) in commission.owners.iter().zip(&commission.applications) {
        confirm(owner, id).await.expect_status(200);
    }
    draw(&app, &event).await;
    let proposal = officer.post(&of(&event, "stand-proposals")).json(&json!({})).await.expect_status(200).json();
    let given = proposal["allocation"]["allocations"].as_array().unwrap().clone();
    assert_eq!((given.len(), proposal["allocation"]["unplaced"].as_array().unwrap().len()), (4, 1), "four stands for five");
    let taken: Vec<Value> = given.iter().map(|one| json!({ "application_id": one["application"], "stand": one["stand"] })).collect();
    let tag = format!("\"{}\"", proposal["version"]);
    officer.put(&of(&event, "stands")).if_match(&tag).json(&json!({ "allocations": taken })).await.expect_status(200);
    officer.post(&of(&event, "plan/publication")).json(&json!({ "published": true })).await.expect_status(200);
    assert_eq!(app.visitor().get(&of(&event, "stands?given=true")).await.items().len(), 4);

    begins(&app, &officer, &event).await;
    let absent = commission.applications.pop().unwrap();
    for id in &commission.applications {
        let entries: Vec<Value> = codes(&officer, &event, id).await.iter().map(|code| check_in(&app, code, "in")).collect();
        officer.post(&of(&event, "check-ins")).json(&batch(&app, &entries)).await.expect_status(200);
    }
    for (owner, id) in commission.owners.iter().zip(&commission.applications) {
        declare(owner, id, &outcome(90_000)).await.expect_status(200);
    }
    app.advance(Duration::days(2));
    let officer = app.chamber("16");
    assert_eq!(officer.post(&of(&event, "absences")).await.expect_status(200).json()["absent"], 1);
    assert_eq!(officer.get(&format!("/api/v1/event-applications/{absent}")).await.str("/status"), "absent");
    officer.post(&of(&event, "closure")).await.expect_status(200);
    let report = app.ministry().get(&of(&event, "report")).await.expect_status(200).text();
    assert!(report.contains("36000000"), "four times 90,000 dinars: {report}");
    let printed = officer.get(&of(&event, "report/print")).await.expect_status(200);
    assert!(printed.bytes.starts_with(b"%PDF-"));
}

#[actix_web::test]
async fn whoever_cheats_is_refused_at_every_step() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let event = announced(&app).await;
    officer.put(&of(&event, "call")).if_match("*").json(&call()).await.expect_status(200);
    let (honest, cheat) = (president(&app, &verified(&app).await), president(&app, &verified(&app).await));

    // Applying for somebody else: naming another association, or working on its application.
    let mut foreign = application();
    foreign["association_id"] = json!("01890000-0000-7000-8000-000000000000");
    cheat.post(&of(&event, "applications")).json(&foreign).await.expect_status(422);
    let theirs = honest.post(&of(&event, "applications")).json(&application()).await.expect_status(201).str("/id");
    cheat.patch(&format!("/api/v1/event-applications/{theirs}")).if_match("*").json(&json!({ "wishes": "لا شيء" })).await.expect_status(404);
    cheat.post(&apply(&theirs, "submission")).await.expect_status(404);
    // Applying twice.
    cheat.post(&of(&event, "applications")).json(&application()).await.expect_status(201);
    cheat.post(&of(&event, "applications")).json(&application()).await.expect_status(409);

    let commission = closed(&app, 3).await;
    let (event, owner, id) = (commission.event.as_str(), &commission.owners[0], &commission.applications[0]);
    // Editing after the close, and coming late.
    owner
        .patch(&format!("/api/v1/event-applications/{id}"))
        .if_match("*")
        .json(&json!({ "wishes": "قرب المدخل" }))
        .await
        .expect_status(409);
    cheat.post(&of(event, "applications")).json(&application()).await.expect_status(409);
    // Scoring one's own, and scoring what was given to somebody else.
    let reviewers = [app.trainer(), app.national()];
    for reviewer in &reviewers {
        appoint(&officer, event, reviewer).await;
    }
    let share = json!({ "per_application": 2 });
    officer.post(&of(event, "review-assignments")).json(&share).await.expect_status(200);
    let reviews = own_reviews(&reviewers[0]).await;
    let score = format!("/api/v1/event-reviews/{}/points", reviews[0]);
    owner.put(&score).if_match("*").json(&points(10)).await.expect_status(403);
    reviewers[1].put(&score).if_match("*").json(&points(10)).await.expect_status(404);
    // Deciding without being of the commission, and deciding twice.
    let seed = json!({ "seed": "1 2 3 4 5 6", "source": "من عندي" });
    app.chamber("31").post(&of(event, "selection/seed")).json(&seed).await.expect_status(403);
    for reviewer in &reviewers {
        for review in own_reviews(reviewer).await {
            let path = format!("/api/v1/event-reviews/{review}/points");
            reviewer.put(&path).if_match("*").json(&points(7)).await.expect_status(200);
        }
    }
    decide(&app, event).await;
    officer.post(&of(event, "selection/publication")).await.expect_status(409);
    reviewers[0].put(&score).if_match("*").json(&points(10)).await.expect_status(409);

    // Taking a stand oneself, and looking at that of another.
    draw(&app, event).await;
    owner.post(&apply(id, "stand")).json(&json!({ "stand": "A01" })).await.expect_status(403);
    officer.post(&apply(id, "stand")).json(&json!({ "stand": "A01" })).await.expect_status(200);
    commission.owners[1].get(&apply(id, "stand")).await.expect_status(404);
    // Selling before the opening; coming before it.
    declare(owner, id, &outcome(90_000)).await.expect_status(409);
    officer.post(&apply(id, "attendance")).json(&json!({ "attended": true })).await.expect_status(409);
    let code = codes(&officer, event, id).await.remove(0);
    let early = officer.post(&of(event, "check-ins")).json(&batch(&app, &[check_in(&app, &code, "in")])).await.expect_status(200).json();
    assert_eq!(early["refused"][0]["reason"], "not_during_event");

    begins(&app, &officer, event).await;
    // Checking oneself in, checking in twice, declaring for another, reading what another has sold.
    let body = batch(&app, &[check_in(&app, &code, "in")]);
    owner.post(&of(event, "check-ins")).json(&body).await.expect_status(403);
    for recorded in [1, 0] {
        let told = officer.post(&of(event, "check-ins")).json(&body).await.expect_status(200).json();
        assert_eq!(told["recorded"], recorded);
    }
    declare(&commission.owners[1], id, &outcome(1)).await.expect_status(404);
    declare(owner, id, &outcome(90_000)).await.expect_status(200);
    commission.owners[1].get(&apply(id, "outcomes")).await.expect_status(404);
    commission.owners[1].get(&of(event, "outcomes")).await.expect_status(403);
    app.visitor().get(&of(event, "report")).await.expect_status(404);
    // After the close the plan stays as it is.
    officer.post(&of(event, "closure")).await.expect_status(200);
    officer.post(&apply(id, "stand")).json(&json!({ "stand": "A02", "from": "A01" })).await.expect_status(409);
    let at = app.kernel.clock.now().utc().to_rfc3339_opts(SecondsFormat::Secs, true);
    officer.patch(&format!("/api/v1/events/{event}")).if_match("*").json(&json!({ "starts_on": &at[..10] })).await.expect_status(409);
}
