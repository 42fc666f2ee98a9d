//! Ways to be wrong about the timetable.

use learning::conflicts::{ClashRequest, MAX_SESSIONS, TimedSession, clashes};
use learning::problem::{Param, Problem};
use serde_json::{Value, json};

fn timetable() -> Value {
    json!({"sessions": [
        {"id": "a", "start": 0, "end": 60, "trainers": ["x", "y"], "room": "R"}, {"id": "b", "start": -60, "end": 0}
    ]})
}

fn clashing(request: Value) -> Result<(), Problem> {
    clashes(&serde_json::from_value(request).unwrap()).map(|_| ())
}

/// Requests without faults.
pub fn right() -> Vec<(Value, super::Room)> {
    vec![(timetable(), |request| super::tried(request, clashes))]
}

pub fn all() -> Vec<(Problem, &'static str, &'static str)> {
    let wrong = |pointer: &str, value: Value| clashing(super::with(&timetable(), pointer, value)).unwrap_err();
    let many = |count: usize, trainers: usize| {
        let trainers: Vec<String> = (0..trainers).map(|t| t.to_string()).collect();
        let session =
            |i: usize| TimedSession { id: i.to_string(), start: i as i64, end: i as i64 + 1, trainers: trainers.clone(), room: None };
        clashes(&ClashRequest { sessions: (0..count).map(session).collect() }).map(|_| ())
    };
    assert_eq!((many(MAX_SESSIONS, 4), many(1, 200_000)), (Ok(()), Ok(())));
    vec![
        (wrong("/sessions/1/id", json!("")), "required", "/sessions/1/id"),
        (wrong("/sessions/1/id", json!("a")), "duplicate_session", "/sessions/1/id"),
        (wrong("/sessions/1/start", json!(i64::MIN)), "out_of_range", "/sessions/1/start"),
        (wrong("/sessions/1/end", json!(10_000_000_001_i64)), "out_of_range", "/sessions/1/end"),
        (wrong("/sessions/0/end", json!(0)), "end_before_start", "/sessions/0/end"),
        (wrong("/sessions/0/trainers/1", json!("x")), "duplicate_trainer", "/sessions/0/trainers/1"),
        (wrong("/sessions/0/trainers/1", json!("")), "required", "/sessions/0/trainers/1"),
        (wrong("/sessions/0/room", json!(" ")), "required", "/sessions/0/room"),
        (many(MAX_SESSIONS + 1, 0).unwrap_err(), "too_many_entries", "/sessions"),
        (many(1, 200_001).unwrap_err(), "too_many_entries", "/sessions"),
    ]
}

#[test]
fn the_untouched_request_is_fine() {
    assert_eq!(clashing(timetable()), Ok(()));
}

#[test]
fn facts_go_with_the_problem() {
    let problem = clashing(super::with(&timetable(), "/sessions/0/end", json!(-5))).unwrap_err();
    assert_eq!(problem.params, [("session", Param::from("a")), ("start", 0_i64.into()), ("end", Param::from(-5_i64))].into());
}

#[test]
fn an_unknown_member_is_refused() {
    for pointer in ["/x", "/sessions/0/x"] {
        let error = serde_json::from_value::<ClashRequest>(super::with(&timetable(), pointer, json!(1))).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `x`"), "{error}");
    }
}
