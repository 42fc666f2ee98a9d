//! What is refused, and how: a code, the field, what was expected, the facts. Nothing here may panic.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use selection::choice::{Candidate, ChoiceRequest, MAX_CANDIDATES, MAX_QUOTAS, Quota, choose};
use selection::problem::{CODES, Param, Problem};
use selection::replacement::replace;
use selection::reviewers::{MAX_APPLICATIONS, MAX_REVIEWERS, Pair, Reviewer, ShareRequest, share_out};
use serde_json::{Value, json};

fn choosing(request: Value) -> Problem {
    choose(&serde_json::from_value(request).unwrap()).unwrap_err()
}

fn replacing(request: Value) -> Problem {
    replace(&serde_json::from_value(request).unwrap()).unwrap_err()
}

fn sharing(request: Value) -> Problem {
    share_out(&serde_json::from_value(request).unwrap()).unwrap_err()
}

/// The request with one member replaced.
fn with(request: &Value, pointer: &str, value: Value) -> Value {
    let mut request = request.clone();
    *request.pointer_mut(pointer).unwrap() = value;
    request
}

fn call() -> Value {
    json!({
        "capacity": 3, "seed": "s",
        "quotas": [{"id": "q", "seats": 1}, {"id": "p", "seats": 2}],
        "candidates": [{"id": "a", "score": 1, "quotas": ["q", "p"]}, {"id": "b", "score": 2, "quotas": []}]
    })
}

fn shares() -> Value {
    json!({
        "seed": "s", "per_application": 2, "applications": ["a", "b"], "reviewers": [{"id": "r"}, {"id": "t", "at_most": 1}],
        "conflicts": [{"application": "a", "reviewer": "r"}], "fixed": [{"application": "b", "reviewer": "r"}]
    })
}

/// Every way to be wrong, with what is answered.
fn wrong() -> Vec<(Problem, &'static str, &'static str)> {
    let call = |pointer: &str, value: Value| choosing(with(&call(), pointer, value));
    let again = |pointer: &str, value: Value| {
        let request = json!({"choice": self::call(), "selected": ["a"], "withdrawn": ["a", "b"]});
        replacing(with(&request, pointer, value))
    };
    let share = |pointer: &str, value: Value| sharing(with(&shares(), pointer, value));
    vec![
        (call("/seed", json!("")), "required", "/seed"),
        (call("/seed", json!(" \n")), "required", "/seed"),
        (call("/quotas/1/id", json!("")), "required", "/quotas/1/id"),
        (call("/candidates/1/id", json!("")), "required", "/candidates/1/id"),
        (call("/quotas/1/id", json!("q")), "duplicate_quota", "/quotas/1/id"),
        (call("/candidates/1/id", json!("a")), "duplicate_candidate", "/candidates/1/id"),
        (call("/candidates/0/quotas/1", json!("x")), "unknown_quota", "/candidates/0/quotas/1"),
        (call("/candidates/0/quotas/1", json!("q")), "duplicate_quota", "/candidates/0/quotas/1"),
        (call("/quotas/1/seats", json!(4)), "quota_over_capacity", "/quotas/1/seats"),
        (call("/quotas/1/seats", json!(3)), "reserved_over_capacity", "/quotas"),
        (call("/candidates/0/score", json!(100_000_000_001_i64)), "out_of_range", "/candidates/0/score"),
        (call("/candidates/0/score", json!(i64::MIN)), "out_of_range", "/candidates/0/score"),
        (again("/choice/seed", json!("")), "required", "/choice/seed"),
        (again("/selected/0", json!("x")), "unknown_candidate", "/selected/0"),
        (again("/withdrawn/1", json!("x")), "unknown_candidate", "/withdrawn/1"),
        (again("/withdrawn/1", json!("a")), "duplicate_candidate", "/withdrawn/1"),
        (
            again("/choice", json!({"capacity": 0, "seed": "s", "candidates": [{"id": "a", "score": 1}, {"id": "b", "score": 1}]})),
            "selected_over_capacity",
            "/selected",
        ),
        (share("/seed", json!("")), "required", "/seed"),
        (share("/per_application", json!(1)), "out_of_range", "/per_application"),
        (share("/per_application", json!(21)), "out_of_range", "/per_application"),
        (share("/applications/1", json!("a")), "duplicate_application", "/applications/1"),
        (share("/applications/1", json!("")), "required", "/applications/1"),
        (share("/reviewers/1/id", json!("r")), "duplicate_reviewer", "/reviewers/1/id"),
        (share("/conflicts/0/application", json!("x")), "unknown_application", "/conflicts/0/application"),
        (share("/conflicts/0/reviewer", json!("x")), "unknown_reviewer", "/conflicts/0/reviewer"),
        (share("/fixed/0/reviewer", json!("x")), "unknown_reviewer", "/fixed/0/reviewer"),
        (share("/fixed/0/application", json!("a")), "fixed_in_conflict", "/fixed/0"),
        (
            share("/fixed", json!([{"application": "b", "reviewer": "r"}, {"application": "b", "reviewer": "r"}])),
            "duplicate_pair",
            "/fixed/1",
        ),
    ]
}

#[test]
fn every_wrong_field_is_named_with_what_was_expected() {
    for (problem, code, pointer) in wrong() {
        assert_eq!((problem.code, problem.pointer.as_str()), (code, pointer), "{problem:?}");
        assert!(!problem.expected.is_empty());
        assert_eq!(problem.to_string(), format!("{code} at {pointer}: expected {}", problem.expected));
    }
}

#[test]
fn every_code_of_the_list_is_used_and_no_other() {
    let used: BTreeSet<&str> = wrong().iter().map(|(problem, _, _)| problem.code).chain([too_many().code]).collect();
    assert_eq!(used, BTreeSet::from(CODES));
}

#[test]
fn the_untouched_requests_are_fine() {
    assert!(choose(&serde_json::from_value(call()).unwrap()).is_ok());
    assert!(share_out(&serde_json::from_value(shares()).unwrap()).is_ok());
    let all = json!({"choice": call(), "selected": ["a", "b"], "withdrawn": ["a"]});
    assert!(replace(&serde_json::from_value(all).unwrap()).is_ok());
}

#[test]
fn facts_go_with_the_problem() {
    let problem = choosing(with(&call(), "/quotas/1/seats", json!(4)));
    let facts = [("capacity", Param::from(3_u32)), ("quota", Param::from("p")), ("seats", Param::from(4_u32))];
    assert_eq!(problem.params, facts.into());
    let problem = choosing(with(&call(), "/quotas/1/seats", json!(3)));
    assert_eq!(problem.params, [("capacity", Param::from(3_u32)), ("reserved", Param::from(4_u32))].into());
    let problem = choosing(with(&call(), "/candidates/1/id", json!("a")));
    assert_eq!(problem.params, [("candidate", Param::from("a")), ("first", Param::from(0_u32))].into());
}

fn many(quotas: usize, candidates: usize, each: usize) -> Result<(), Problem> {
    let names: Vec<String> = (0..each).map(|q| q.to_string()).collect();
    let request = ChoiceRequest {
        capacity: 1,
        seed: "s".into(),
        quotas: (0..quotas).map(|q| Quota { id: q.to_string(), seats: 0 }).collect(),
        candidates: (0..candidates).map(|c| Candidate { id: c.to_string(), score: 0, quotas: names.clone() }).collect(),
        withdrawn: Vec::new(),
    };
    choose(&request).map(|_| ())
}

fn too_many() -> Problem {
    many(MAX_QUOTAS + 1, 1, 0).unwrap_err()
}

#[test]
fn sizes_have_limits() {
    assert_eq!((too_many().pointer.as_str(), &too_many().params["limit"]), ("/quotas", &Param::from(MAX_QUOTAS)));
    assert_eq!(many(0, MAX_CANDIDATES + 1, 0).unwrap_err().pointer, "/candidates");
    assert_eq!(many(1_000, 1_001, 1_000).unwrap_err().pointer, "/candidates/1000/quotas");
    assert!(many(1_000, 1_000, 1_000).is_ok());
    assert!(many(0, MAX_CANDIDATES, 0).is_ok());
    let sharing = |applications: usize, reviewers: usize, pairs: usize| {
        share_out(&ShareRequest {
            seed: "s".into(),
            per_application: 2,
            applications: (0..applications).map(|a| a.to_string()).collect(),
            reviewers: (0..reviewers).map(|r| Reviewer { id: r.to_string(), at_most: None }).collect(),
            conflicts: vec![Pair::default(); pairs],
            fixed: Vec::new(),
        })
        .unwrap_err()
    };
    assert_eq!(sharing(MAX_APPLICATIONS + 1, 0, 0).pointer, "/applications");
    assert_eq!(sharing(0, MAX_REVIEWERS + 1, 0).pointer, "/reviewers");
    assert_eq!(sharing(0, 0, 1_000_001).code, "too_many_entries");
}

#[test]
fn an_unknown_member_is_refused() {
    for (text, member) in [
        (r#"{"capacity": 1, "seed": "s", "candidates": [], "x": 1}"#, "x"),
        (r#"{"capacity": 1, "seed": "s", "candidates": [{"id": "a", "score": 1, "y": 1}]}"#, "y"),
        (r#"{"capacity": 1, "seed": "s", "quotas": [{"id": "a", "seats": 1, "z": 1}], "candidates": []}"#, "z"),
    ] {
        let error = serde_json::from_str::<ChoiceRequest>(text).unwrap_err().to_string();
        assert!(error.starts_with(&format!("unknown field `{member}`")), "{error}");
    }
    assert!(
        serde_json::from_str::<ShareRequest>(r#"{"seed": "s", "per_application": 2, "applications": [], "reviewers": [], "x": 1}"#)
            .is_err()
    );
}

proptest! {
    #[test]
    fn whatever_comes_in_there_is_an_answer(
        capacity in 0..6_u32,
        seed in "[a ]{0,2}",
        quotas in vec(("[qr]{0,2}", 0..4_u32), 0..4),
        candidates in vec(("[ab]{0,2}", any::<i64>(), vec("[qr]{0,2}", 0..3)), 0..4),
        withdrawn in vec("[ab]{0,2}", 0..3),
    ) {
        let request = ChoiceRequest {
            capacity,
            seed,
            quotas: quotas.into_iter().map(|(id, seats)| Quota { id, seats }).collect(),
            candidates: candidates.into_iter().map(|(id, score, quotas)| Candidate { id, score, quotas }).collect(),
            withdrawn,
        };
        match choose(&request) {
            Ok(outcome) => prop_assert_eq!(outcome.candidates.len(), request.candidates.len()),
            Err(problem) => {
                prop_assert!(CODES.contains(&problem.code));
                let document = serde_json::to_value(&request).unwrap();
                prop_assert!(document.pointer(&problem.pointer).is_some(), "{} is nowhere", problem.pointer);
            }
        }
    }
}
