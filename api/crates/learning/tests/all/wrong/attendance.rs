//! Ways to be wrong about attendance.

use learning::attendance::{
    CohortRequest, MAX_PARTICIPANTS, MAX_SESSIONS, Participant, Session, SessionMark, StandingRequest, cohort, standing,
};
use learning::problem::{Param, Problem};
use serde_json::{Value, json};

fn one() -> Value {
    json!({
        "rules": {"threshold_percent": 80, "excused": "counts_as_absent"},
        "sessions": [{"id": "a", "minutes": 90, "state": "held"}, {"id": "b", "minutes": 60, "state": "planned"}],
        "marks": [{"session": "a", "mark": "late", "minutes_missed": 10}, {"session": "b", "mark": "excused"}]
    })
}

fn many() -> Value {
    let mut request = one();
    let marks = request.as_object_mut().unwrap().remove("marks").unwrap();
    request["participants"] = json!([{"id": "p", "marks": marks}, {"id": "q", "marks": []}]);
    request
}

fn stands(request: Value) -> Result<(), Problem> {
    standing(&serde_json::from_value(request).unwrap()).map(|_| ())
}

fn all_stand(request: Value) -> Result<(), Problem> {
    cohort(&serde_json::from_value(request).unwrap()).map(|_| ())
}

/// Requests without faults.
pub fn right() -> Vec<(Value, super::Room)> {
    vec![(one(), |request| super::tried(request, standing)), (many(), |request| super::tried(request, cohort))]
}

pub fn all() -> Vec<(Problem, &'static str, &'static str)> {
    let one = |pointer: &str, value: Value| stands(super::with(&one(), pointer, value)).unwrap_err();
    let many = |pointer: &str, value: Value| all_stand(super::with(&many(), pointer, value)).unwrap_err();
    let sessions = |count: usize| {
        let sessions = (0..count).map(|i| Session { id: i.to_string(), minutes: 1, ..Session::default() }).collect();
        standing(&StandingRequest { sessions, ..StandingRequest::default() })
    };
    assert!(sessions(MAX_SESSIONS).is_ok());
    let participants = |count: usize, marks: usize| {
        let marks = vec![SessionMark::default(); marks];
        let participants = (0..count).map(|i| Participant { id: i.to_string(), marks: marks.clone() }).collect();
        cohort(&CohortRequest { participants, ..CohortRequest::default() })
    };
    assert!(participants(MAX_PARTICIPANTS, 0).is_ok());
    vec![
        (one("/rules/threshold_percent", json!(101)), "out_of_range", "/rules/threshold_percent"),
        (one("/rules/absent_from_minutes_late", json!(0)), "out_of_range", "/rules/absent_from_minutes_late"),
        (one("/sessions/1/id", json!(" ")), "required", "/sessions/1/id"),
        (one("/sessions/1/id", json!("a")), "duplicate_session", "/sessions/1/id"),
        (one("/sessions/1/minutes", json!(0)), "out_of_range", "/sessions/1/minutes"),
        (one("/sessions/1/minutes", json!(10_081)), "out_of_range", "/sessions/1/minutes"),
        (one("/marks/1/session", json!("x")), "unknown_session", "/marks/1/session"),
        (one("/marks/1/session", json!("a")), "duplicate_mark", "/marks/1/session"),
        (one("/marks/0/minutes_missed", json!(91)), "out_of_range", "/marks/0/minutes_missed"),
        (one("/marks/0/minutes_missed", json!(null)), "required", "/marks/0"),
        (one("/marks/1/minutes_missed", json!(5)), "unexpected", "/marks/1/minutes_missed"),
        (many("/participants/1/id", json!("")), "required", "/participants/1/id"),
        (many("/participants/1/id", json!("p")), "duplicate_participant", "/participants/1/id"),
        (many("/participants/0/marks/1/session", json!("x")), "unknown_session", "/participants/0/marks/1/session"),
        (sessions(MAX_SESSIONS + 1).unwrap_err(), "too_many_entries", "/sessions"),
        (participants(MAX_PARTICIPANTS + 1, 0).unwrap_err(), "too_many_entries", "/participants"),
        (participants(2, 2_000_001).unwrap_err(), "too_many_entries", "/participants"),
    ]
}

#[test]
fn the_untouched_requests_are_fine() {
    assert_eq!((stands(one()), all_stand(many())), (Ok(()), Ok(())));
}

#[test]
fn facts_go_with_the_problem() {
    let problem = stands(super::with(&one(), "/marks/0/minutes_missed", json!(91))).unwrap_err();
    let expected = [("session", Param::from("a")), ("least", 0_u32.into()), ("most", 90_u32.into()), ("found", 91_u32.into())];
    assert_eq!(problem.params, expected.into());
}

#[test]
fn an_unknown_member_is_refused() {
    for pointer in ["/x", "/rules/x", "/sessions/0/x", "/marks/0/x"] {
        let error = serde_json::from_value::<StandingRequest>(super::with(&one(), pointer, json!(1))).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `x`"), "{error}");
    }
    assert!(serde_json::from_value::<CohortRequest>(super::with(&many(), "/participants/0/x", json!(1))).is_err());
}
