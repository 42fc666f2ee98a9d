//! Ways to be wrong about grades.

use learning::grade::{
    GradeRequest, GradebookRequest, MAX_PARTICIPANTS, MAX_PARTS, PartResult, ParticipantWork, Scheme, Work, grade, gradebook,
};
use learning::problem::{Param, Problem};
use serde_json::{Value, json};

fn rubric() -> Value {
    json!({"criteria": [
        {"id": "logic", "levels": [{"id": "weak", "points": 0}, {"id": "good", "points": 6}]},
        {"id": "cost", "levels": [{"id": "weak", "points": 1}, {"id": "good", "points": 4}]}
    ]})
}

fn scheme() -> Value {
    json!({
        "parts": [
            {"id": "attendance", "weight": 20, "source": {"kind": "attendance"}},
            {"id": "after", "weight": 30, "source": {"kind": "test_after"}},
            {"id": "canvas", "weight": 20, "source": {"kind": "assignment", "rubric": rubric()}},
            {"id": "peers", "weight": 10, "source": {"kind": "peer_review", "rubric": rubric(), "least_reviews": 2}}
        ],
        "certificate": {"assignments_accepted": {"at_least": 1}}
    })
}

fn results() -> Value {
    json!([
        {"part": "attendance", "result": {"kind": "attendance", "share": 9000, "best_share": 9500}},
        {"part": "after", "result": {"kind": "test", "score": 7000}},
        {"part": "canvas", "result": {"kind": "assignment", "state": "accepted", "levels": [
            {"criterion": "logic", "level": "good"}, {"criterion": "cost", "level": "weak"}]}},
        {"part": "peers", "result": {"kind": "peer_review", "reviews": [
            {"reviewer": "a", "levels": [{"criterion": "logic", "level": "good"}, {"criterion": "cost", "level": "weak"}]},
            {"reviewer": "b", "levels": [{"criterion": "logic", "level": "good"}, {"criterion": "cost", "level": "weak"}]}]}}
    ])
}

fn one() -> Value {
    json!({"scheme": scheme(), "results": results()})
}

fn book() -> Value {
    json!({"scheme": scheme(), "participants": [{"id": "p", "results": results()}, {"id": "q", "results": []}]})
}

fn graded(request: Value) -> Result<(), Problem> {
    grade(&serde_json::from_value(request).unwrap()).map(|_| ())
}

fn booked(request: Value) -> Result<(), Problem> {
    gradebook(&serde_json::from_value(request).unwrap()).map(|_| ())
}

/// A scheme of so many tests of this kind.
fn tests(count: usize) -> Value {
    let part = |i: usize| json!({"id": i.to_string(), "weight": 1, "source": {"kind": "assignment", "rubric": rubric()}});
    json!((0..count).map(part).collect::<Vec<_>>())
}

/// Requests without faults.
pub fn right() -> Vec<(Value, super::Room)> {
    vec![(one(), |request| super::tried(request, grade)), (book(), |request| super::tried(request, gradebook))]
}

pub fn all() -> Vec<(Problem, &'static str, &'static str)> {
    let one = |pointer: &str, value: Value| graded(super::with(&one(), pointer, value)).unwrap_err();
    let book = |pointer: &str, value: Value| booked(super::with(&book(), pointer, value)).unwrap_err();
    let many = |participants: usize, results: usize| {
        let result = PartResult { part: "x".into(), result: Work::Test { score: 0 } };
        let participant =
            |i: usize| ParticipantWork { id: i.to_string(), results: vec![result.clone(); results], evaluation_handed_in: false };
        gradebook(&GradebookRequest { participants: (0..participants).map(participant).collect(), ..GradebookRequest::default() })
            .map(|_| ())
    };
    assert_eq!(many(MAX_PARTICIPANTS, 0), Ok(()));
    let parts = |count: usize| graded(json!({"scheme": {"parts": tests(count)}, "results": []}));
    assert_eq!(parts(MAX_PARTS), Ok(()));
    let copies = |value: Value, count: usize| Value::Array(vec![value; count]);
    let nobody = json!({"reviewer": "a", "levels": []});
    let mut found = vec![
        (one("/scheme/parts/1/id", json!("")), "required", "/scheme/parts/1/id"),
        (one("/scheme/parts/1/id", json!("attendance")), "duplicate_part", "/scheme/parts/1/id"),
        (one("/scheme/parts/1/source", json!({"kind": "attendance"})), "duplicate_part", "/scheme/parts/1/source"),
        (one("/scheme/parts/1/weight", json!(10_001)), "out_of_range", "/scheme/parts/1/weight"),
        (one("/scheme/parts/3/source/least_reviews", json!(0)), "out_of_range", "/scheme/parts/3/source/least_reviews"),
        (one("/scheme/parts/3/source/least_reviews", json!(101)), "out_of_range", "/scheme/parts/3/source/least_reviews"),
        (parts(MAX_PARTS + 1).unwrap_err(), "too_many_entries", "/scheme/parts"),
    ];
    const CRITERIA: &str = "/scheme/parts/2/source/rubric/criteria";
    let rubric = |pointer: &str, value: Value| one(&format!("{CRITERIA}{pointer}"), value);
    let free = json!([{"id": "a", "levels": [{"id": "x", "points": 0}]}]);
    found.extend([
        (rubric("", json!([])), "required", CRITERIA),
        (rubric("", free), "out_of_range", CRITERIA),
        (rubric("", copies(rubric_criterion(), 51)), "too_many_entries", CRITERIA),
        (rubric("/1/id", json!("")), "required", "/scheme/parts/2/source/rubric/criteria/1/id"),
        (rubric("/1/id", json!("logic")), "duplicate_criterion", "/scheme/parts/2/source/rubric/criteria/1/id"),
        (rubric("/1/levels", json!([])), "required", "/scheme/parts/2/source/rubric/criteria/1/levels"),
        (
            rubric("/1/levels", copies(json!({"id": "x", "points": 1}), 21)),
            "too_many_entries",
            "/scheme/parts/2/source/rubric/criteria/1/levels",
        ),
        (rubric("/1/levels/1/id", json!(" ")), "required", "/scheme/parts/2/source/rubric/criteria/1/levels/1/id"),
        (rubric("/1/levels/1/id", json!("weak")), "duplicate_level", "/scheme/parts/2/source/rubric/criteria/1/levels/1/id"),
        (rubric("/1/levels/1/points", json!(10_001)), "out_of_range", "/scheme/parts/2/source/rubric/criteria/1/levels/1/points"),
    ]);
    let asked = |name: &str, value: Value| one(&format!("/scheme/certificate/{name}"), value);
    let nothing_weighs = json!({"scheme": {"parts": [], "certificate": {"least_grade": 1}}, "results": []});
    let without =
        |name: &str, value: Value| graded(json!({"scheme": {"parts": [], "certificate": {name: value}}, "results": []})).unwrap_err();
    found.extend([
        (asked("least_attendance", json!(10_001)), "out_of_range", "/scheme/certificate/least_attendance"),
        (asked("least_test_after", json!(10_001)), "out_of_range", "/scheme/certificate/least_test_after"),
        (asked("least_grade", json!(10_001)), "out_of_range", "/scheme/certificate/least_grade"),
        (asked("assignments_accepted/at_least", json!(0)), "out_of_range", "/scheme/certificate/assignments_accepted/at_least"),
        (asked("assignments_accepted/at_least", json!(2)), "out_of_range", "/scheme/certificate/assignments_accepted/at_least"),
        (without("least_attendance", json!(1)), "missing_part", "/scheme/certificate/least_attendance"),
        (without("least_test_after", json!(1)), "missing_part", "/scheme/certificate/least_test_after"),
        (without("assignments_accepted", json!("all")), "missing_part", "/scheme/certificate/assignments_accepted"),
        (graded(nothing_weighs).unwrap_err(), "nothing_weighs", "/scheme/certificate/least_grade"),
    ]);
    let result = |pointer: &str, value: Value| one(&format!("/results{pointer}"), value);
    found.extend([
        (result("/1/part", json!("x")), "unknown_part", "/results/1/part"),
        (result("/1/part", json!("attendance")), "duplicate_result", "/results/1/part"),
        (result("/0/result", json!({"kind": "test", "score": 1})), "wrong_kind", "/results/0/result"),
        (result("/1/result", json!({"kind": "peer_review", "reviews": []})), "wrong_kind", "/results/1/result"),
        (result("/0/result/share", json!(9_501)), "out_of_range", "/results/0/result/share"),
        (result("/0/result/best_share", json!(10_001)), "out_of_range", "/results/0/result/best_share"),
        (result("/1/result/score", json!(10_001)), "out_of_range", "/results/1/result/score"),
        (result("/2/result/state", json!("not_handed_in")), "unexpected", "/results/2/result/levels"),
        (result("/2/result/levels/1/criterion", json!("x")), "unknown_criterion", "/results/2/result/levels/1/criterion"),
        (result("/2/result/levels/1/criterion", json!("logic")), "duplicate_criterion", "/results/2/result/levels/1/criterion"),
        (result("/2/result/levels/1/level", json!("x")), "unknown_level", "/results/2/result/levels/1/level"),
        (result("/3/result/reviews/1/reviewer", json!("")), "required", "/results/3/result/reviews/1/reviewer"),
        (result("/3/result/reviews/1/reviewer", json!("a")), "duplicate_reviewer", "/results/3/result/reviews/1/reviewer"),
        (result("/3/result/reviews/1/levels", json!([])), "required", "/results/3/result/reviews/1/levels"),
        (result("/3/result/reviews/1/levels/0/level", json!("x")), "unknown_level", "/results/3/result/reviews/1/levels/0/level"),
        (result("/3/result/reviews", copies(nobody, 101)), "too_many_entries", "/results/3/result/reviews"),
        (book("/scheme/parts/1/id", json!("")), "required", "/scheme/parts/1/id"),
        (book("/participants/1/id", json!("")), "required", "/participants/1/id"),
        (book("/participants/1/id", json!("p")), "duplicate_participant", "/participants/1/id"),
        (book("/participants/0/results/1/part", json!("x")), "unknown_part", "/participants/0/results/1/part"),
        (many(MAX_PARTICIPANTS + 1, 0).unwrap_err(), "too_many_entries", "/participants"),
        (many(2, 500_001).unwrap_err(), "too_many_entries", "/participants"),
    ]);
    found
}

fn rubric_criterion() -> Value {
    rubric()["criteria"][0].clone()
}

#[test]
fn the_untouched_requests_are_fine() {
    assert_eq!((graded(one()), booked(book())), (Ok(()), Ok(())));
}

#[test]
fn a_scheme_can_be_checked_before_anybody_is_graded() {
    let scheme = |value: Value| serde_json::from_value::<Scheme>(value).unwrap();
    assert_eq!(scheme(scheme_with("/parts/0/weight", json!(5))).check(), Ok(()));
    let problem = scheme(scheme_with("/parts/0/weight", json!(10_001))).check().unwrap_err();
    assert_eq!((problem.code, problem.pointer.as_str()), ("out_of_range", "/parts/0/weight"));
}

fn scheme_with(pointer: &str, value: Value) -> Value {
    super::with(&scheme(), pointer, value)
}

#[test]
fn facts_go_with_the_problem() {
    let problem = graded(super::with(&one(), "/results/2/result/levels/1/level", json!("x"))).unwrap_err();
    let expected = [("part", Param::from("canvas")), ("criterion", "cost".into()), ("level", "x".into())];
    assert_eq!(problem.params, expected.into());
    let problem = graded(super::with(&one(), "/scheme/certificate/assignments_accepted/at_least", json!(2))).unwrap_err();
    assert_eq!(problem.params, [("least", Param::from(1_u32)), ("most", 1_u32.into()), ("found", 2_u32.into())].into());
}

#[test]
fn an_unknown_member_is_refused() {
    let places = [
        "/x",
        "/scheme/x",
        "/scheme/parts/0/x",
        "/scheme/parts/0/source/x",
        "/scheme/parts/2/source/x",
        "/scheme/parts/2/source/rubric/x",
        "/scheme/parts/2/source/rubric/criteria/0/x",
        "/scheme/parts/2/source/rubric/criteria/0/levels/0/x",
        "/scheme/certificate/x",
        "/results/0/x",
        "/results/0/result/x",
        "/results/2/result/levels/0/x",
        "/results/3/result/reviews/0/x",
    ];
    for pointer in places {
        let error = serde_json::from_value::<GradeRequest>(super::with(&one(), pointer, json!(1))).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `x`"), "{pointer}: {error}");
    }
    assert!(serde_json::from_value::<GradebookRequest>(super::with(&book(), "/participants/0/x", json!(1))).is_err());
}
