//! Recipes of questions, tests, assignments and grades.

use super::Ready;
use super::cohorts::{announced_cohort, nominate, participant};
use super::courses::taught;
use super::projects::{plan, project_of};
use super::register::president;
use crate::actor::Actor;
use crate::app::TestApp;
use serde_json::{Value, json};

pub async fn recipe<'a>(app: &'a TestApp, operation: &str, base: Ready<'a>) -> Result<Ready<'a>, Ready<'a>> {
    let officer = app.chamber("16");
    Ok(match operation {
        "list_questions" => {
            bank(app, &taught(app).await).await;
            base.by(officer)
        }
        "create_question" => base.by(officer).send(&single(&taught(app).await)),
        "get_question" | "archive_question" => base.by(officer).at(&bank(app, &taught(app).await).await[0]),
        "update_question" => base.by(officer).at(&bank(app, &taught(app).await).await[0]).send(&json!({ "points": 300 })),
        "create_exam" => {
            let cohort = announced_cohort(app, &json!({})).await;
            base.by(officer).at(&cohort).send(&exam(&bank_of(app, &cohort).await))
        }
        "update_exam" | "delete_exam" | "publish_exam" => {
            let cohort = announced_cohort(app, &json!({})).await;
            let id = drafted_exam(app, &cohort, &json!({})).await;
            base.by(officer).at(&id).send(&json!({ "minutes": 30 }))
        }
        "list_exams" | "get_gradebook" | "get_cohort_progress" | "get_grade_scheme" | "list_assignments" | "create_assignment" => {
            let (owner, submission) = handed_in(app, &json!({})).await;
            let cohort = owner.get(&format!("/api/v1/submissions/{submission}")).await.expect_status(200).str("/cohort_id");
            published_exam(app, &cohort, &json!({})).await;
            base.by(officer).at(&cohort).send(&assignment())
        }
        "put_grade_scheme" => {
            let cohort = announced_cohort(app, &json!({})).await;
            let scheme = json!({ "parts": [{ "source": "attendance", "weight": 1 }], "certificate": { "least_attendance": 8000 } });
            officer.put(&format!("/api/v1/cohorts/{cohort}/scheme")).if_match("*").json(&scheme).await.expect_status(200);
            base.by(officer).at(&cohort).send(&scheme)
        }
        "get_exam" | "get_exam_statistics" | "list_exam_attempts" => {
            let (owner, attempt) = begun(app, &json!({})).await;
            let exam = owner.get(&format!("/api/v1/exam-attempts/{attempt}")).await.expect_status(200).str("/exam_id");
            base.by(officer).at(&exam)
        }
        "begin_exam_attempt" => {
            let cohort = announced_cohort(app, &json!({})).await;
            let (owner, enrolment) = seat(app, &cohort, "نادية").await;
            base.by(owner).at(&published_exam(app, &cohort, &json!({})).await).send(&json!({ "enrolment_id": enrolment }))
        }
        "get_exam_attempt" | "save_exam_answers" | "hand_in_exam_attempt" => {
            let (owner, attempt) = begun(app, &json!({})).await;
            let paper = owner.get(&format!("/api/v1/exam-attempts/{attempt}")).await.expect_status(200).json();
            let answers = json!({ "answers": [answer(&find(&paper, "numeric"), 1, json!({ "value": 12_000 }))] });
            base.by(owner).at(&attempt).send(&answers)
        }
        "get_assignment" | "update_assignment" | "delete_assignment" | "list_submissions" => {
            let id = assigned(app, &announced_cohort(app, &json!({})).await, &json!({})).await;
            base.by(officer).at(&id).send(&json!({ "due_at": "2026-05-30T16:00:00Z" }))
        }
        "hand_in_assignment" => {
            let cohort = announced_cohort(app, &json!({})).await;
            let (owner, enrolment) = seat(app, &cohort, "نادية").await;
            let work = json!({ "enrolment_id": enrolment, "project_id": piece(&owner).await });
            base.by(owner).at(&assigned(app, &cohort, &json!({})).await).send(&work)
        }
        "list_submission_comments" | "comment_on_submission" => {
            let (owner, id) = handed_in(app, &json!({})).await;
            let comment = json!({ "text": "ما هي مدة هذا النشاط؟" });
            owner.post(&format!("/api/v1/submissions/{id}/comments")).json(&comment).await.expect_status(201);
            base.by(officer).at(&id).send(&comment)
        }
        "get_submission" | "return_submission" | "accept_submission" | "refuse_submission" | "assess_submission" => {
            let (_, id) = handed_in(app, &json!({})).await;
            let body = match operation {
                "accept_submission" | "assess_submission" => json!({ "levels": levels("good") }),
                _ => json!({ "reason": "أضيفوا أنشطة التسويق" }),
            };
            base.by(officer).at(&id).send(&body)
        }
        "list_peer_reviews" | "list_training_tasks" => base.by(reviewing(app).await.0),
        "get_peer_review" => {
            let (reviewer, id) = reviewing(app).await;
            base.by(reviewer).at(&id)
        }
        "write_peer_review" => {
            let (reviewer, id) = reviewing(app).await;
            base.by(reviewer).at(&id).send(&json!({ "levels": levels("good"), "words": "عمل واضح" }))
        }
        _ => return Err(base),
    })
}

/// One more cohort with a bank, a test that somebody sits, and work that somebody has handed in.
pub async fn grow(app: &TestApp) {
    bank(app, &taught(app).await).await;
}

/// A question with one right choice, the first.
pub fn single(course: &str) -> Value {
    json!({
        "course_id": course, "module": "network", "kind": "single", "points": 200,
        "text": { "ar": "ما هو المسار الحرج؟", "fr": "Qu’est-ce que le chemin critique ?", "en": "What is the critical path?" },
        "choices": [{ "id": "a", "text": { "ar": "أطول مسار" } }, { "id": "b", "text": { "ar": "أقصر مسار" } }, { "id": "c", "text": { "ar": "أرخص مسار" } }],
        "correct": ["a"], "explanation": { "ar": "هو الذي يحدد مدة المشروع" }
    })
}

/// Questions of every kind.
pub fn questions(course: &str) -> Vec<Value> {
    let mut all = vec![single(course)];
    for change in [
        json!({ "kind": "multiple", "correct": ["a", "b"] }),
        json!({ "kind": "numeric", "choices": [], "correct": [], "value": 12_000, "tolerance": 500 }),
        json!({ "kind": "ordering", "correct": [] }),
    ] {
        let mut question = single(course);
        for (name, value) in change.as_object().unwrap() {
            question[name] = value.clone();
        }
        all.push(question);
    }
    all
}

/// A bank of four questions of the chamber of Algiers: single, multiple, numeric, ordering.
pub async fn bank(app: &TestApp, course: &str) -> Vec<String> {
    let officer = app.chamber("16");
    let mut ids = Vec::new();
    for question in questions(course) {
        ids.push(officer.post("/api/v1/questions").json(&question).await.expect_status(201).str("/id"));
    }
    ids
}

async fn bank_of(app: &TestApp, cohort: &str) -> Vec<String> {
    let course = app.visitor().get(&format!("/api/v1/cohorts/{cohort}")).await.expect_status(200).str("/course_id");
    bank(app, &course).await
}

/// A test after the course that is open today, an hour long.
pub fn exam(questions: &[String]) -> Value {
    json!({
        "kind": "after", "question_ids": questions, "opens_at": "2026-05-04T08:00:00Z", "closes_at": "2026-05-04T17:00:00Z", "minutes": 60
    })
}

/// The identifier of a test that is being prepared.
pub async fn drafted_exam(app: &TestApp, cohort: &str, change: &Value) -> String {
    let mut input = exam(&bank_of(app, cohort).await);
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    app.chamber("16").post(&format!("/api/v1/cohorts/{cohort}/exams")).json(&input).await.expect_status(201).str("/id")
}

/// The identifier of a published test.
pub async fn published_exam(app: &TestApp, cohort: &str, change: &Value) -> String {
    let id = drafted_exam(app, cohort, change).await;
    app.chamber("16").post(&format!("/api/v1/exams/{id}/publication")).await.expect_status(200);
    id
}

/// Somebody of a new association with a seat: who speaks for the association, and the enrolment.
pub async fn seat<'a>(app: &'a TestApp, cohort: &str, name: &str) -> (Actor<'a>, String) {
    let enrolled = nominate(app, &app.chamber("16"), cohort, &participant(name)).await;
    let text = |name: &str| enrolled[name].as_str().unwrap().to_owned();
    (president(app, &text("association_id")), text("id"))
}

/// An attempt under way at the test of a new cohort, and who is at it.
pub async fn begun<'a>(app: &'a TestApp, change: &Value) -> (Actor<'a>, String) {
    let cohort = announced_cohort(app, &json!({})).await;
    let (owner, enrolment) = seat(app, &cohort, "نادية").await;
    let exam = published_exam(app, &cohort, change).await;
    let attempt = owner.post(&format!("/api/v1/exams/{exam}/attempts")).json(&json!({ "enrolment_id": enrolment }));
    let attempt = attempt.await.expect_status(201).str("/id");
    (owner, attempt)
}

/// The identifier of the question of a kind on a paper.
pub fn find(paper: &Value, kind: &str) -> String {
    let question = paper["questions"].as_array().unwrap().iter().find(|question| question["kind"] == kind);
    question.unwrap()["id"].as_str().unwrap().to_owned()
}

/// An answer with its counter.
pub fn answer(question: &str, counter: u32, given: Value) -> Value {
    json!({ "question_id": question, "counter": counter, "given": given })
}

/// An assignment on the activity network, assessed by one criterion.
pub fn assignment() -> Value {
    let level = |id: &str, points: u32| json!({ "id": id, "name": { "ar": id }, "points": points });
    json!({
        "name": { "ar": "شبكة الأنشطة", "fr": "Réseau d’activités" }, "description": { "ar": "أدخلوا أنشطة مشروعكم" }, "module": "network",
        "tool": "activity_network", "due_at": "2026-05-20T16:00:00Z",
        "rubric": { "criteria": [{ "id": "complete", "name": { "ar": "الاكتمال" }, "levels": [level("poor", 0), level("good", 75), level("full", 100)] }] }
    })
}

/// A level of the only criterion.
pub fn levels(level: &str) -> Value {
    json!([{ "criterion": "complete", "level": level }])
}

/// The identifier of an assignment of a cohort.
pub async fn assigned(app: &TestApp, cohort: &str, change: &Value) -> String {
    let mut input = assignment();
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    app.chamber("16").post(&format!("/api/v1/cohorts/{cohort}/assignments")).json(&input).await.expect_status(201).str("/id")
}

/// The identifier of a project of somebody's association with a network.
pub async fn piece(owner: &Actor<'_>) -> String {
    let project = project_of(owner).await;
    plan(owner, &project).await;
    project
}

/// Hands in a project; the submission.
pub async fn hand_in(owner: &Actor<'_>, assignment: &str, enrolment: &str, project: &str) -> Value {
    let work = json!({ "enrolment_id": enrolment, "project_id": project });
    owner.post(&format!("/api/v1/assignments/{assignment}/submissions")).json(&work).await.expect_status(201).json()
}

/// A submission that waits for the trainer, and who has handed it in.
pub async fn handed_in<'a>(app: &'a TestApp, change: &Value) -> (Actor<'a>, String) {
    let cohort = announced_cohort(app, &json!({})).await;
    let (owner, enrolment) = seat(app, &cohort, "نادية").await;
    let assignment = assigned(app, &cohort, change).await;
    let project = piece(&owner).await;
    let id = hand_in(&owner, &assignment, &enrolment, &project).await["id"].as_str().unwrap().to_owned();
    (owner, id)
}

/// Somebody who is to review two submissions, and the first of these reviews.
pub async fn reviewing(app: &TestApp) -> (Actor<'_>, String) {
    let cohort = announced_cohort(app, &json!({ "capacity": 3 })).await;
    let mut seats = Vec::new();
    for name in ["نادية", "سعاد", "ليلى"] {
        seats.push(seat(app, &cohort, name).await);
    }
    let assignment = assigned(app, &cohort, &json!({ "peer_reviews": 2 })).await;
    for (owner, enrolment) in &seats[..2] {
        let project = piece(owner).await;
        hand_in(owner, &assignment, enrolment, &project).await;
    }
    let (reviewer, _) = seats.pop().unwrap();
    let id = reviewer.get("/api/v1/peer-reviews").await.expect_status(200).str("/items/0/id");
    (reviewer, id)
}
