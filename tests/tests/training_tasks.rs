//! What waits for an association in its cohorts: there while it is open, gone once it is done.

use serde_json::{Value, json};
use tests::world::{YESTERDAY, announced_cohort, assigned, evaluate, finished, hand_in, judgement, piece, published_exam, reviewing, seat};
use tests::{Actor, TestApp};

/// Kinds and states of what waits, soonest first.
async fn waiting(actor: &Actor<'_>) -> Vec<(String, String)> {
    let tasks = actor.get("/api/v1/training-tasks").await.expect_status(200).items();
    let text = |task: &Value, field: &str| task[field].as_str().unwrap().to_owned();
    tasks.iter().map(|task| (text(task, "kind"), text(task, "state"))).collect()
}

fn told(tasks: &[(&str, &str)]) -> Vec<(String, String)> {
    tasks.iter().map(|(kind, state)| ((*kind).to_owned(), (*state).to_owned())).collect()
}

#[actix_web::test]
async fn a_test_and_work_wait_until_they_are_handed_in() {
    let app = TestApp::new().await;
    let cohort = announced_cohort(&app, &json!({})).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    assert_eq!(waiting(&owner).await, []);
    let exam = published_exam(&app, &cohort, &json!({})).await;
    let assignment = assigned(&app, &cohort, &json!({})).await;
    assert_eq!(waiting(&owner).await, told(&[("exam", "open"), ("assignment", "open")]));
    let first = owner.get("/api/v1/training-tasks").await.items().remove(0);
    assert_eq!((&first["id"], &first["exam_kind"], &first["participant_name"]), (&json!(exam), &json!("after"), &json!("نادية")));
    assert_eq!(
        (&first["cohort_id"], &first["enrolment_id"], &first["due_at"]),
        (&json!(cohort), &json!(enrolment), &json!("2026-05-04T17:00:00Z"))
    );

    let attempts = format!("/api/v1/exams/{exam}/attempts");
    let begun = owner.post(&attempts).json(&json!({ "enrolment_id": enrolment })).await.expect_status(201);
    assert_eq!(waiting(&owner).await[0], ("exam".to_owned(), "begun".to_owned()));
    owner.post(&format!("/api/v1/exam-attempts/{}/submission", begun.str("/id"))).json(&json!({ "answers": [] })).await.expect_status(200);
    let submission = hand_in(&owner, &assignment, &enrolment, &piece(&owner).await).await;
    assert_eq!(waiting(&owner).await, []);

    let back = format!("/api/v1/submissions/{}/return", submission["id"].as_str().unwrap());
    app.chamber("16").post(&back).json(&json!({ "reason": "أضيفوا المدد" })).await.expect_status(200);
    assert_eq!(waiting(&owner).await, told(&[("assignment", "returned")]));
    // Nobody else reads it.
    let (other, _) = seat(&app, &announced_cohort(&app, &json!({})).await, "فاطمة").await;
    assert_eq!(waiting(&other).await, []);
    // Nothing is taken in a cohort that was called off.
    let why = json!({ "reason": "تعذر توفير القاعة" });
    app.chamber("16").post(&format!("/api/v1/cohorts/{cohort}/cancellation")).json(&why).await.expect_status(200);
    assert_eq!(waiting(&owner).await, []);
}

#[actix_web::test]
async fn reviews_and_evaluations_wait_for_those_who_are_asked() {
    let app = TestApp::new().await;
    let (reviewer, review) = reviewing(&app).await;
    let tasks = reviewer.get("/api/v1/training-tasks").await.expect_status(200).items();
    let asked = tasks.iter().find(|task| task["kind"] == "peer_review").unwrap();
    assert_eq!((&asked["id"], &asked["due_at"]), (&json!(review), &Value::Null));

    let over = finished(&app, 1, YESTERDAY).await;
    let owner = &over.owners[0];
    assert_eq!(waiting(owner).await, told(&[("evaluation", "open")]));
    evaluate(owner, &over.enrolments[0], &judgement(4)).await.expect_status(200);
    assert_eq!(waiting(owner).await, []);
}
