//! Recipes of the commission of an event: reviewers, reviews, the selection and what follows it.

use super::Ready;
use super::events::{announced, application, call, called};
use super::register::{president, verified};
use crate::actor::Actor;
use crate::app::TestApp;
use chrono::Duration;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    let seed = json!({ "seed": "7 12 23 31 40 44", "source": "السحب العمومي" });
    Ok(match operation {
        "list_reviewers" | "list_reviewer_candidates" => {
            let commission = reviewed(app, 1).await;
            base.by(officer).at(&commission.event)
        }
        "put_reviewer" => {
            let commission = reviewed(app, 1).await;
            let path = format!("/api/v1/events/{}/reviewers/{}", commission.event, commission.reviewers[0].person());
            base.by(officer).at(&commission.event).to(&path).send(&json!({ "at_most": 20 }))
        }
        "remove_reviewer" => {
            let commission = reviewed(app, 1).await;
            let path = format!("/api/v1/events/{}/reviewers/{}", commission.event, commission.reviewers[0].person());
            base.by(officer).at(&commission.event).to(&path)
        }
        "assign_reviews" => {
            let commission = closed(app, 2).await;
            for reviewer in [app.trainer(), app.national()] {
                appoint(&officer, &commission.event, &reviewer).await;
            }
            base.by(officer).at(&commission.event).send(&json!({ "per_application": 2 }))
        }
        "list_scores" => {
            let commission = reviewed(app, 3).await;
            base.by(officer).at(&commission.event)
        }
        "list_application_reviews" => {
            let commission = reviewed(app, 1).await;
            base.by(officer).at(&commission.applications[0])
        }
        "list_own_reviews" => {
            let mut commission = reviewed(app, 3).await;
            base.by(commission.reviewers.remove(0))
        }
        "list_reviewed_events" => {
            let reviewer = app.trainer();
            for _ in 0..3 {
                appoint(&officer, &called(app).await, &reviewer).await;
            }
            base.by(reviewer)
        }
        "get_review" | "score_review" | "decline_review" => {
            let mut commission = reviewed(app, 1).await;
            let reviewer = commission.reviewers.remove(0);
            let base = base.at(&own_reviews(&reviewer).await[0]);
            match operation {
                "score_review" => base.send(&points(7)),
                "decline_review" => base.send(&json!({ "because": "conflict", "reason": "تربطني صلة قرابة" })),
                _ => base,
            }
            .by(reviewer)
        }
        "get_own_conflicts" => {
            let mut commission = reviewed(app, 1).await;
            base.at(&commission.event).by(commission.reviewers.remove(0))
        }
        "put_own_conflicts" => {
            let mut commission = reviewed(app, 1).await;
            base.at(&commission.event).send(&json!({ "association_ids": [verified(app).await] })).by(commission.reviewers.remove(0))
        }
        "get_selection" | "get_selection_request" => base.at(&decided(app, 2).await.event),
        "list_exhibitors" => base.at(&decided(app, 3).await.event),
        "publish_selection_seed" => base.by(officer).at(&closed(app, 1).await.event).send(&seed),
        "try_selection" => base.by(officer).at(&scored(app, 2).await.event).send(&json!({ "capacity": 10 })),
        "publish_selection" => {
            let commission = scored(app, 2).await;
            officer.post(&format!("/api/v1/events/{}/selection/seed", commission.event)).json(&seed).await.expect_status(200);
            base.by(officer).at(&commission.event)
        }
        "list_selection_decisions" | "get_selection_minutes" => base.by(officer).at(&decided(app, 3).await.event),
        "get_follow_up" | "put_follow_up" => {
            let commission = closed(app, 1).await;
            follow_up(app, &commission.event).await;
            base.by(officer).at(&commission.event).send(&questions())
        }
        "list_follow_up_answers" => {
            let commission = decided(app, 3).await;
            follow_up(app, &commission.event).await;
            for (owner, application) in commission.owners.iter().zip(&commission.applications) {
                confirm(owner, application).await.expect_status(200);
            }
            base.by(officer).at(&commission.event)
        }
        "get_seat" => {
            let commission = decided(app, 1).await;
            base.by(officer).at(&commission.applications[0])
        }
        "confirm_seat" => {
            let mut commission = decided(app, 1).await;
            base.at(&commission.applications[0]).send(&json!({ "answers": [] })).by(commission.owners.remove(0))
        }
        "release_seat" => {
            let commission = decided(app, 2).await;
            follow_up(app, &commission.event).await;
            app.advance(Duration::seconds(2));
            base.by(officer).at(&commission.applications[0]).send(&json!({ "reason": "لم يؤكد المقعد" }))
        }
        "record_attendance" => {
            let commission = decided(app, 1).await;
            let begun = json!({ "starts_on": "2026-05-04", "ends_on": "2026-08-20" });
            officer.patch(&format!("/api/v1/events/{}", commission.event)).if_match("*").json(&begun).await.expect_status(200);
            base.by(officer).at(&commission.applications[0]).send(&json!({ "attended": true }))
        }
        _ => return Err(base),
    })
}

/// An event whose call has closed, with what was handed in and who reads it.
pub struct Commission<'a> {
    /// The event, of the chamber of Algiers.
    pub event: String,
    /// The presidents of the associations.
    pub owners: Vec<Actor<'a>>,
    /// Their applications, all eligible, in the order of their numbers.
    pub applications: Vec<String>,
    /// The reviewers.
    pub reviewers: Vec<Actor<'a>>,
}

/// A call that takes applications for one second more.
pub async fn closing(app: &TestApp, officer: &Actor<'_>, event: &str, other: &Value) {
    let mut call = call();
    for (name, value) in other.as_object().unwrap() {
        call[name] = value.clone();
    }
    let end = app.kernel.clock.now().utc() + Duration::seconds(1);
    call["closes_at"] = json!(end.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    officer.put(&format!("/api/v1/events/{event}/call")).if_match("*").json(&call).await.expect_status(200);
}

/// A closed call with so many eligible applications.
pub async fn closed(app: &TestApp, count: usize) -> Commission<'_> {
    closed_with(app, count, &json!({})).await
}

/// The same with other values in the call.
pub async fn closed_with<'a>(app: &'a TestApp, count: usize, other: &Value) -> Commission<'a> {
    let (officer, event) = (app.chamber("16"), announced(app).await);
    closing(app, &officer, &event, other).await;
    let (mut owners, mut applications) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let owner = president(app, &verified(app).await);
        let id = owner.post(&format!("/api/v1/events/{event}/applications")).json(&application()).await.expect_status(201).str("/id");
        owner.post(&format!("/api/v1/event-applications/{id}/submission")).await.expect_status(200);
        owners.push(owner);
        applications.push(id);
    }
    app.advance(Duration::seconds(2));
    Commission { event, owners, applications, reviewers: Vec::new() }
}

/// Makes somebody a reviewer.
pub async fn appoint(officer: &Actor<'_>, event: &str, reviewer: &Actor<'_>) {
    officer.put(&format!("/api/v1/events/{event}/reviewers/{}", reviewer.person())).if_match("*").json(&json!({})).await.expect_status(200);
}

/// Two reviewers, and the applications shared out to both.
pub async fn reviewed(app: &TestApp, count: usize) -> Commission<'_> {
    reviewed_with(app, count, &json!({})).await
}

/// The same with other values in the call.
pub async fn reviewed_with<'a>(app: &'a TestApp, count: usize, other: &Value) -> Commission<'a> {
    let (officer, mut commission) = (app.chamber("16"), closed_with(app, count, other).await);
    for reviewer in [app.trainer(), app.national()] {
        appoint(&officer, &commission.event, &reviewer).await;
        commission.reviewers.push(reviewer);
    }
    let share = json!({ "per_application": 2 });
    officer.post(&format!("/api/v1/events/{}/review-assignments", commission.event)).json(&share).await.expect_status(200);
    commission
}

/// What a reviewer has been given, in order.
pub async fn own_reviews(reviewer: &Actor<'_>) -> Vec<String> {
    let items = reviewer.get("/api/v1/event-reviews?limit=200").await.expect_status(200).items();
    items.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// As many points for each criterion of the call.
pub fn points(points: u32) -> Value {
    json!({ "points": [{ "criterion": "quality", "points": points }], "remark": "عمل متقن" })
}

/// Every review written: the application with the number `n` gets `of(n)` points from each.
pub async fn score_all(commission: &Commission<'_>, of: impl Fn(i64) -> u32) {
    for reviewer in &commission.reviewers {
        let items = reviewer.get(&format!("/api/v1/event-reviews?event_id={}&limit=200", commission.event)).await.items();
        for review in items {
            let path = format!("/api/v1/event-reviews/{}/points", review["id"].as_str().unwrap());
            reviewer.put(&path).if_match("*").json(&points(of(review["number"].as_i64().unwrap()))).await.expect_status(200);
        }
    }
}

/// Applications that are all scored alike.
pub async fn scored(app: &TestApp, count: usize) -> Commission<'_> {
    let commission = reviewed(app, count).await;
    score_all(&commission, |_| 7).await;
    commission
}

/// The seed made known and the selection published.
pub async fn decide(app: &TestApp, event: &str) {
    let (officer, seed) = (app.chamber("16"), json!({ "seed": "7 12 23 31 40 44", "source": "السحب العمومي" }));
    officer.post(&format!("/api/v1/events/{event}/selection/seed")).json(&seed).await.expect_status(200);
    officer.post(&format!("/api/v1/events/{event}/selection/publication")).await.expect_status(200);
}

/// A published selection in which everybody has a seat.
pub async fn decided(app: &TestApp, count: usize) -> Commission<'_> {
    let commission = scored(app, count).await;
    decide(app, &commission.event).await;
    commission
}

fn questions() -> Value {
    json!({ "due_at": "2026-09-01T16:00:00Z", "questions": [
        { "code": "beds", "question": { "ar": "كم سريرا تحتاجون؟" }, "kind": "number", "required": true }
    ] })
}

/// What those who are selected are asked, for one second from now.
pub async fn follow_up(app: &TestApp, event: &str) {
    let mut asked = questions();
    asked["due_at"] = json!((app.kernel.clock.now().utc() + Duration::seconds(1)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    app.chamber("16").put(&format!("/api/v1/events/{event}/follow-up")).if_match("*").json(&asked).await.expect_status(200);
}

/// Takes a seat and answers.
pub fn confirm<'a>(owner: &Actor<'a>, application: &str) -> crate::actor::Call<'a> {
    let answers = json!({ "answers": [{ "question": "beds", "answer": "2" }] });
    owner.post(&format!("/api/v1/event-applications/{application}/confirmation")).json(&answers)
}
