//! The JSON of requests and answers.

use std::collections::BTreeSet;

use floor::allocation::{AllocationRequest, AllocationResult, ObstacleCode, ReasonCode, UnmetReason, Wish, propose};
use floor::import::{Import, ImportOptions, SkipReason, from_svg};
use floor::numbering::NumberingOptions;
use floor::plan::{Plan, Point, Stand};
use floor::problem::Problem;
use serde::Serialize;
use serde_json::{Value, json};

fn result() -> AllocationResult {
    let square = [Point::new(0, 0), Point::new(300, 0), Point::new(300, 300), Point::new(0, 300)];
    let request: AllocationRequest = serde_json::from_value(json!({
        "plan": {"halls": [{"id": "A", "polygon": square}], "stands": [{"number": "1", "hall": "A", "polygon": square}]},
        "applications": [{"id": "a", "wishes": [{"kind": "stand", "number": "1"}, {"kind": "near_entrance"}]}, {"id": "b"}]
    }))
    .unwrap();
    propose(&request).unwrap()
}

#[test]
fn an_allocation_is_told_with_its_reasons() {
    let json = serde_json::to_value(result()).unwrap();
    assert_eq!(
        json["allocations"][0],
        json!({
            "application": "a", "stand": "1", "locked": false, "points": 282,
            "reasons": [
                {"code": "wish_stand", "points": 300, "about": "1", "amount": null},
                {"code": "area_unused", "points": -18, "about": null, "amount": 90_000}
            ],
            "unmet": [{"wish": {"kind": "near_entrance"}, "reason": "no_stand", "given_to": null}]
        })
    );
    assert_eq!(
        json["unplaced"],
        json!([{"application": "b", "suitable": 1, "obstacles": [{"code": "taken", "wanted": null, "best": null}]}])
    );
    assert_eq!(serde_json::from_value::<AllocationResult>(json).unwrap(), result());
}

#[test]
fn a_wish_says_its_kind() {
    let wishes = [
        (Wish::Stand { number: "1".into() }, json!({"kind": "stand", "number": "1"})),
        (Wish::Quarter { id: "q".into() }, json!({"kind": "quarter", "id": "q"})),
        (Wish::NextTo { application: "a".into() }, json!({"kind": "next_to", "application": "a"})),
        (Wish::NearEntrance, json!({"kind": "near_entrance"})),
        (Wish::Corner, json!({"kind": "corner"})),
    ];
    for (wish, json) in wishes {
        assert_eq!(serde_json::to_value(&wish).unwrap(), json);
        assert_eq!(serde_json::from_value::<Wish>(json).unwrap(), wish);
    }
}

#[test]
fn what_is_left_out_has_its_default() {
    assert_eq!(serde_json::from_value::<Plan>(json!({})).unwrap(), Plan::default());
    assert_eq!(serde_json::from_value::<NumberingOptions>(json!({})).unwrap(), NumberingOptions::default());
    assert_eq!(serde_json::from_value::<ImportOptions>(json!({})).unwrap(), ImportOptions::default());
    let stand = json!({"number": "1", "hall": "A", "polygon": [{"x": 1, "y": 2}]});
    let expected = Stand { number: "1".into(), hall: "A".into(), polygon: vec![Point::new(1, 2)], ..Stand::default() };
    assert_eq!(serde_json::from_value::<Stand>(stand).unwrap(), expected);
}

#[test]
fn an_import_can_be_kept_and_read_again() {
    let import = from_svg("<svg><rect class='stand' width='3' height='3'/><image id='i'/></svg>", &ImportOptions::default()).unwrap();
    let json = serde_json::to_value(&import).unwrap();
    assert_eq!(json["skipped"], json!([{"position": 3, "element": "image", "id": "i", "reason": "unsupported_element"}]));
    assert_eq!(serde_json::from_value::<Import>(json).unwrap(), import);
}

#[test]
fn a_problem_says_how_bad_it_is() {
    let json = serde_json::to_value(Problem::warning("no_aisles", "/aisles", "an aisle").with("stand", "1").under("/plan")).unwrap();
    let expected =
        json!({"code": "no_aisles", "pointer": "/plan/aisles", "expected": "an aisle", "severity": "warning", "params": {"stand": "1"}});
    assert_eq!(json, expected);
}

/// The words of codes, each once and in lower case.
fn words<T: Serialize>(all: &[T]) -> usize {
    let words: BTreeSet<String> = all.iter().map(|code| serde_json::to_value(code).unwrap().as_str().unwrap().to_owned()).collect();
    assert!(words.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_')), "{words:?}");
    words.len()
}

#[test]
fn every_code_has_its_own_word() {
    assert_eq!(words(&SkipReason::ALL), SkipReason::ALL.len());
    assert_eq!(words(&ReasonCode::ALL), ReasonCode::ALL.len());
    assert_eq!(words(&UnmetReason::ALL), UnmetReason::ALL.len());
    assert_eq!(words(&ObstacleCode::ALL), ObstacleCode::ALL.len());
    assert_eq!(serde_json::to_value(ReasonCode::WishNextTo).unwrap(), Value::from("wish_next_to"));
}
