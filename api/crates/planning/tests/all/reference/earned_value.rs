//! Earned value and earned schedule from published snapshots.

use planning::amount::Amount;
use planning::calculations::{EarnedValueFigures, EarnedValueRequest, earned_value};
use serde_json::{Value, json};

use super::cases;

/// Which tolerance of the case a figure takes.
fn tolerance(case: &Value, figure: &str) -> f64 {
    let kind = match figure {
        "cpi" | "spi" | "csi" | "tcpi_bac" | "tcpi_eac" => "ratio",
        "percent_complete" | "percent_spent" => "percent",
        _ => "money",
    };
    let tolerance = &case["tolerance"];
    tolerance.as_f64().or(tolerance[kind].as_f64()).or(tolerance["money"].as_f64()).unwrap()
}

fn assert_figures(case: &Value, figures: &EarnedValueFigures) {
    let mut found = serde_json::to_value(&figures.cost).unwrap();
    let time = serde_json::to_value(&figures.time).unwrap();
    found.as_object_mut().unwrap().extend(time.as_object().unwrap().clone());
    let expected = case["expected"].as_object().unwrap();
    assert!(!expected.is_empty());
    for (figure, published) in expected {
        let value = found.get(figure).unwrap_or_else(|| panic!("{}: no figure {figure}", case["id"]));
        match published.as_f64() {
            None => assert!(value.is_null(), "{} {figure} {value}", case["id"]),
            Some(published) => {
                let value = value.as_f64().unwrap_or_else(|| panic!("{} {figure} is null", case["id"]));
                // Relative for large numbers: an absolute 1e-9 is below the resolution of a double there.
                let allowed = tolerance(case, figure).max(1e-13 * published.abs());
                assert!((value - published).abs() <= allowed, "{} {figure} {value} {published}", case["id"]);
            }
        }
    }
    let explained = |name: &str| figures.cost.unknown.iter().chain(&figures.time.unknown).any(|u| u.figure == name);
    for (figure, value) in found.as_object().unwrap() {
        assert!(!value.is_null() || explained(figure), "{} {figure} is null without reason", case["id"]);
    }
}

#[test]
fn snapshots_have_their_published_figures() {
    for case in ["evm_snapshots.json", "evm_earned_schedule.json"].iter().flat_map(|file| cases(file)) {
        let request: EarnedValueRequest = serde_json::from_value(json!({"snapshot": case["inputs"]})).unwrap();
        let figures = earned_value(&request).unwrap().snapshot.unwrap();
        assert_figures(&case, &figures);
        assert_eq!(figures.cost.ev, case["inputs"]["ev"].as_f64().map(Amount::from));
    }
}
