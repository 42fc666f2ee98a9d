//! The JSON of requests and answers.

use std::fmt::Debug;

use learning::attendance::{CohortRequest, CohortStanding, cohort};
use learning::conflicts::{ClashRequest, Clashes, clashes};
use learning::exam::statistics::{Statistics, StatisticsRequest, statistics};
use learning::exam::{Score, ScoreRequest, score};
use learning::grade::{Grade, GradeRequest, grade};
use learning::problem::Problem;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The answer as JSON, once it was read again.
fn answered<R: DeserializeOwned, A: serde::Serialize + DeserializeOwned + PartialEq + Debug>(
    request: Value,
    function: impl Fn(&R) -> Result<A, Problem>,
) -> Value {
    let answer = function(&serde_json::from_value(request).unwrap()).unwrap();
    let json = serde_json::to_value(&answer).unwrap();
    assert_eq!(serde_json::from_value::<A>(json.clone()).unwrap(), answer, "a kept answer can be read again");
    json
}

#[test]
fn attendance_says_its_state_and_why_a_figure_is_null() {
    let request = json!({
        "rules": {"threshold_percent": 80, "excused": "leaves_the_total"},
        "sessions": [{"id": "a", "minutes": 90, "state": "held"}],
        "participants": [{"id": "p", "marks": [{"session": "a", "mark": "excused"}]}, {"id": "q", "marks": [{"session": "a", "mark": "late", "minutes_missed": 30}]}]
    });
    let json = answered::<CohortRequest, CohortStanding>(request, cohort);
    let (first, second) = (&json["participants"][0]["standing"], &json["participants"][1]["standing"]);
    assert_eq!((&first["state"], &first["share"]), (&json!("nothing_counted"), &json!(null)));
    assert_eq!(first["unknown"][0], json!({"figure": "share", "reason": "nothing_counted"}));
    assert_eq!((&second["state"], &second["share"], &second["unreachable_after"]), (&json!("out_of_reach"), &json!(6_666), &json!("a")));
    assert_eq!(json["states"], json!({"reached": 0, "on_course": 0, "in_danger": 0, "out_of_reach": 1, "nothing_counted": 1}));
}

fn question() -> Value {
    json!({"id": "q", "points": 200, "task": {"kind": "multiple", "choices": ["a", "b", "c"], "correct": ["a", "b"]}})
}

#[test]
fn a_score_says_a_verdict_for_each_question() {
    let request = json!({"questions": [question()], "answers": [{"question": "q", "given": {"choices": ["a"]}}]});
    let json = answered::<ScoreRequest, Score>(request, score);
    assert_eq!(json["questions"], json!([{"id": "q", "points": 100, "out_of": 200, "verdict": "partial"}]));
    assert_eq!((&json["score"], &json["points"]), (&json!(5_000), &json!(100)));
}

#[test]
fn statistics_say_why_a_figure_is_null() {
    let json = answered::<StatisticsRequest, Statistics>(json!({"questions": [question()], "sheets": []}), statistics);
    assert_eq!(json["questions"][0]["unknown"][1], json!({"figure": "discrimination", "reason": "too_few_sheets"}));
}

#[test]
fn a_grade_says_what_is_missing_and_whether_a_certificate_is_due() {
    let request = json!({
        "scheme": {"parts": [{"id": "after", "weight": 1, "source": {"kind": "test_after"}}], "certificate": {"least_test_after": 5000}},
        "results": []
    });
    let json = answered::<GradeRequest, Grade>(request, grade);
    assert_eq!(json["parts"][0]["missing"], json!({"what": "test"}));
    let condition = json!({"condition": "least_test_after", "state": "not_yet_known", "wanted": 5000, "reached": 0, "possible": 10000});
    assert_eq!((&json["conditions"][0], &json["certificate"]), (&condition, &json!("not_yet_known")));
}

#[test]
fn a_clash_says_who_and_when() {
    let request = json!({"sessions": [{"id": "a", "start": 0, "end": 60, "trainers": ["x"]}, {"id": "b", "start": 30, "end": 90, "trainers": ["x"]}]});
    let json = answered::<ClashRequest, Clashes>(request, clashes);
    let clash = json!({"first": "a", "second": "b", "from": 30, "to": 60, "trainers": ["x"], "room": null});
    assert_eq!(json, json!({"clashes": [clash], "more": false}));
}
