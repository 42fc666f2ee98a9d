//! A scheme, and what there is of a participant.

use learning::grade::GradeRequest;
use serde_json::{Value, json};

pub fn rubric() -> Value {
    json!({"criteria": [
        {"id": "logic", "levels": [{"id": "weak", "points": 0}, {"id": "fair", "points": 3}, {"id": "good", "points": 6}]},
        {"id": "cost", "levels": [{"id": "weak", "points": 1}, {"id": "good", "points": 4}]}
    ]})
}

/// Attendance 20, test after 30, two assignments of 20 each, peers 10, test before 0.
pub fn scheme() -> Value {
    json!({
        "parts": [
            {"id": "attendance", "weight": 20, "source": {"kind": "attendance"}},
            {"id": "before", "weight": 0, "source": {"kind": "test_before"}},
            {"id": "after", "weight": 30, "source": {"kind": "test_after"}},
            {"id": "canvas", "weight": 20, "source": {"kind": "assignment", "rubric": rubric()}},
            {"id": "network", "weight": 20, "source": {"kind": "assignment", "rubric": rubric()}},
            {"id": "peers", "weight": 10, "source": {"kind": "peer_review", "rubric": rubric(), "least_reviews": 2}}
        ],
        "certificate": {
            "least_attendance": 8000, "least_test_after": 5000, "assignments_accepted": {"at_least": 1}, "evaluation": true, "least_grade": 5000
        }
    })
}

pub fn levels(logic: &str, cost: &str) -> Value {
    json!([{"criterion": "logic", "level": logic}, {"criterion": "cost", "level": cost}])
}

pub fn review(reviewer: &str, logic: &str, cost: &str) -> Value {
    json!({"reviewer": reviewer, "levels": levels(logic, cost)})
}

pub fn everything() -> Value {
    json!([
        {"part": "attendance", "result": {"kind": "attendance", "share": 9000, "best_share": 9000}},
        {"part": "before", "result": {"kind": "test", "score": 2000}},
        {"part": "after", "result": {"kind": "test", "score": 7000}},
        {"part": "canvas", "result": {"kind": "assignment", "state": "accepted", "levels": levels("good", "good")}},
        {"part": "network", "result": {"kind": "assignment", "state": "returned", "levels": levels("fair", "weak")}},
        {"part": "peers", "result": {"kind": "peer_review", "reviews": [review("a", "good", "weak"), review("b", "fair", "good")]}}
    ])
}

pub fn request(results: Value, closed: bool) -> GradeRequest {
    let request = json!({"scheme": scheme(), "closed": closed, "results": results, "evaluation_handed_in": true});
    serde_json::from_value(request).unwrap()
}
