//! The JSON of requests and answers.

use selection::choice::{ChoiceRequest, Outcome, choose};
use serde_json::{Value, json};

fn outcome() -> (Value, Outcome) {
    let request: ChoiceRequest = serde_json::from_value(json!({
        "capacity": 2, "seed": "s", "quotas": [{"id": "q", "seats": 1}],
        "candidates": [{"id": "a", "score": 3}, {"id": "b", "score": 2}, {"id": "c", "score": 1, "quotas": ["q"]}]
    }))
    .unwrap();
    let outcome = choose(&request).unwrap();
    (serde_json::to_value(&outcome).unwrap(), outcome)
}

#[test]
fn a_decision_says_its_state() {
    let (json, _) = outcome();
    assert_eq!(json["candidates"][0]["decision"], json!({"state": "selected", "under": null}));
    let behind = json!({"id": "a", "score": 3});
    assert_eq!(json["candidates"][1]["decision"], json!({"state": "waiting", "place": 1, "lists": [], "behind": behind}));
    assert_eq!(json["candidates"][2]["decision"], json!({"state": "selected", "under": "q"}));
    assert_eq!(json["quotas"][0]["lowest_score"], json!(1));
}

#[test]
fn a_kept_outcome_can_be_read_again() {
    let (json, outcome) = outcome();
    assert_eq!(serde_json::from_value::<Outcome>(json).unwrap(), outcome);
}
