//! Choice of projects under one budget and under several.

use planning::amount::Amount;
use planning::calculations::{ProjectSelectionRequest, ProjectSelectionResult, project_selection};
use planning::selection::{Candidate, Status};
use serde_json::Value;

use super::{cases, numbers};

fn choose(values: &Value, outlays: &[Vec<f64>], budgets: &[f64]) -> ProjectSelectionResult {
    let projects = numbers(values).into_iter().enumerate().map(|(j, value)| Candidate {
        id: j.to_string(),
        value: value.into(),
        outlays: outlays.iter().map(|period| period[j].into()).collect(),
        requires: Vec::new(),
        required: false,
        wilaya: None,
        craft: None,
    });
    let request = ProjectSelectionRequest {
        budgets: budgets.iter().map(|b| Amount::from(*b)).collect(),
        projects: projects.collect(),
        ..ProjectSelectionRequest::default()
    };
    project_selection(&request).unwrap()
}

fn assert_optimum(case: &Value, result: &ProjectSelectionResult) {
    let id = &case["id"];
    assert_eq!(result.status, Status::Optimal, "{id}");
    let value = result.total_value.unwrap().to_f64();
    assert_eq!(value, case["expected"]["max_npv"].as_f64().unwrap(), "{id}");
    assert_eq!(result.proof.bound, result.total_value, "{id}");
    assert_eq!(result.proof.gap, Some(Amount::Whole(0)), "{id}");
    assert!(result.by_ranking.total_value.to_f64() <= value, "{id}");
    let optimum = result.optimum.as_ref().unwrap();
    assert!(optimum.left.iter().all(|left| left.to_f64() >= 0.0), "{id}");
}

#[test]
fn one_budget_reaches_every_published_optimum() {
    for case in cases("cap_rationing_single.json") {
        let inputs = &case["inputs"];
        let result = choose(&inputs["npv"], &[numbers(&inputs["outlay"])], &[inputs["budget"].as_f64().unwrap()]);
        assert_optimum(&case, &result);
    }
}

#[test]
fn several_budgets_reach_every_published_optimum() {
    for case in cases("cap_rationing_multi.json") {
        let inputs = &case["inputs"];
        let outlays: Vec<Vec<f64>> = inputs["outlays"].as_array().unwrap().iter().map(numbers).collect();
        let result = choose(&inputs["npv"], &outlays, &numbers(&inputs["budgets"]));
        assert_optimum(&case, &result);
        println!("{} nodes {}", case["id"], result.proof.nodes);
    }
}

/// The one worked example with the set and the indexes printed.
#[test]
fn the_worked_example_has_its_set_and_its_indexes() {
    for case in cases("cap_worked_examples.json").iter().filter(|c| c["kind"] == "rationing") {
        let (inputs, expected) = (&case["inputs"], &case["expected"]);
        let result = choose(&inputs["npv"], &[numbers(&inputs["outlay"])], &[inputs["budget"].as_f64().unwrap()]);
        assert_eq!(result.total_value.unwrap().to_f64(), expected["max_npv"].as_f64().unwrap());
        if !expected["selected"].is_null() {
            let selected: Vec<u64> = result.optimum.unwrap().selected.iter().map(|s| s.parse().unwrap()).collect();
            assert_eq!(serde_json::to_value(selected).unwrap(), expected["selected"]);
        }
        for (j, pi) in expected["pi"].as_array().into_iter().flatten().enumerate() {
            let found = result.ranking.iter().find(|r| r.id == j.to_string()).unwrap().profitability_index.unwrap();
            assert!((found - pi.as_f64().unwrap()).abs() <= 1e-9, "{} {found} {pi}", case["id"]);
        }
    }
}
