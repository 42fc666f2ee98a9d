//! A course from the first session to the certificate, through all the rooms.

use learning::attendance::{Standing, StandingRequest, standing};
use learning::exam::{Score, ScoreRequest, score};
use learning::grade::{Certificate, Grade, GradeRequest, Missing, PartResult, Work, grade};
use serde_json::{Value, json};

/// Where a president stands who was there in the first sessions of four, missed the rest of those held, and whose other sessions are planned.
fn stands(present: usize, held: usize) -> Standing {
    let session = |i: usize| json!({"id": i.to_string(), "minutes": 180, "state": if i < held { "held" } else { "planned" }});
    let marks: Vec<Value> = (0..present).map(|i| json!({"session": i.to_string(), "mark": "present"})).collect();
    let rules = json!({"threshold_percent": 75, "excused": "counts_as_absent"});
    let request = json!({"rules": rules, "sessions": (0..4).map(session).collect::<Vec<_>>(), "marks": marks});
    standing(&serde_json::from_value::<StandingRequest>(request).unwrap()).unwrap()
}

fn sits(value: i64) -> Score {
    let questions = json!([
        {"id": "cpi", "points": 100, "task": {"kind": "numeric", "value": 800, "tolerance": 5}},
        {"id": "steps", "points": 100, "task": {"kind": "ordering", "order": ["plan", "baseline", "report"]}}
    ]);
    let answers = json!([
        {"question": "cpi", "given": {"value": value}}, {"question": "steps", "given": {"order": ["plan", "report", "baseline"]}}
    ]);
    score(&serde_json::from_value::<ScoreRequest>(json!({"questions": questions, "answers": answers})).unwrap()).unwrap()
}

fn graded(standing: &Standing, after: Option<Score>) -> Grade {
    let scheme = json!({
        "parts": [
            {"id": "presence", "weight": 1, "source": {"kind": "attendance"}},
            {"id": "exam", "weight": 3, "source": {"kind": "test_after"}}
        ],
        "certificate": {"least_attendance": 7500, "least_test_after": 6000}
    });
    let presence = Work::of_standing(standing).map(|result| PartResult { part: "presence".into(), result });
    let exam = after.map(|score| PartResult { part: "exam".into(), result: Work::of_score(&score) });
    let results = presence.into_iter().chain(exam).collect();
    grade(&GradeRequest { scheme: serde_json::from_value(scheme).unwrap(), results, ..GradeRequest::default() }).unwrap()
}

#[test]
fn the_certificate_is_open_during_the_course_and_due_at_its_end() {
    let during = graded(&stands(2, 2), None);
    assert_eq!(
        (during.certificate, during.parts[0].missing, during.parts[1].missing),
        (Certificate::NotYetKnown, Some(Missing::Sessions), Some(Missing::Test))
    );
    let end = graded(&stands(3, 4), Some(sits(800)));
    // Presence 75, exam 1 of 1 and 2 of 3 pairs: 83.5; (75 + 3 · 83.5) / 4.
    assert_eq!((end.certificate, end.grade), (Certificate::Due, Some(8_138)));
}

#[test]
fn the_certificate_is_lost_as_soon_as_attendance_is_out_of_reach() {
    assert_eq!(graded(&stands(0, 1), None).certificate, Certificate::NotYetKnown);
    assert_eq!(graded(&stands(0, 2), None).certificate, Certificate::NotDue);
}

#[test]
fn attendance_that_is_not_known_is_missing() {
    let nothing =
        StandingRequest { rules: learning::attendance::Rules { threshold_percent: 75, ..Default::default() }, ..Default::default() };
    let grade = graded(&standing(&nothing).unwrap(), None);
    assert_eq!(grade.parts[0].missing, Some(Missing::Attendance));
}

#[test]
fn rules_and_questions_can_be_checked_before_the_course_begins() {
    let rules = learning::attendance::Rules { threshold_percent: 101, ..Default::default() };
    assert_eq!(rules.check().unwrap_err().pointer, "/threshold_percent");
    assert_eq!(learning::exam::check(&[]).unwrap_err().pointer, "/questions");
}
