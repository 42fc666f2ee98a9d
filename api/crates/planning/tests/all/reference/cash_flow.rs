//! Financial functions: pyxirr, numpy-financial, LibreOffice, worked examples.

use planning::amount::Amount;
use planning::calculations::{CashFlowRequest, CashFlowResult, DateFigures, PeriodFigures, cash_flow};
use planning::cash_flow::DatedFlow;
use planning::cash_flow::roots::{RateRoot, RootStatus};
use serde_json::{Value, json};

use super::{cases, numbers};

const FILES: [&str; 7] =
    ["cap_irr.json", "cap_xirr.json", "cap_npv.json", "cap_mirr.json", "cap_tvm.json", "cap_libreoffice.json", "cap_worked_examples.json"];

/// A bare number is absolute or relative, `rtol` relative.
fn close(found: f64, expected: f64, tolerance: &Value) -> bool {
    let error = (found - expected).abs();
    match tolerance.as_f64() {
        Some(t) => error <= t || error <= t * expected.abs(),
        None => error <= tolerance["rtol"].as_f64().unwrap() * expected.abs(),
    }
}

fn request(inputs: &Value) -> CashFlowRequest {
    let amounts = |list: &Value| numbers(list).into_iter().map(Amount::from).collect();
    let dated = inputs["flows"].as_array().into_iter().flatten();
    CashFlowRequest {
        flows: if inputs["cashflows"].is_null() { Vec::new() } else { amounts(&inputs["cashflows"]) },
        dated_flows: dated
            .map(|f| DatedFlow { date: f[0].as_str().unwrap().parse().unwrap(), amount: f[1].as_f64().unwrap().into() })
            .collect(),
        rate: inputs["rate"].as_f64(),
        first_period: inputs["first_period"].as_u64().unwrap_or(0) as u32,
        finance_rate: inputs["finance_rate"].as_f64(),
        reinvest_rate: inputs["reinvest_rate"].as_f64(),
        ..CashFlowRequest::default()
    }
}

fn period(result: &CashFlowResult) -> &PeriodFigures {
    result.by_period.as_ref().unwrap()
}

fn date(result: &CashFlowResult) -> &DateFigures {
    result.by_date.as_ref().unwrap()
}

fn assert_figure(case: &Value, figure: &str, found: Option<f64>) {
    let expected = &case["expected"][figure];
    match (found, expected.as_f64()) {
        (None, None) => {}
        (Some(found), Some(expected)) => {
            assert!(close(found, expected, &case["tolerance"]), "{} {figure} {found} {expected}", case["id"]);
        }
        _ => panic!("{} {figure}: found {found:?}, expected {expected}", case["id"]),
    }
}

/// Every published root is found, and nothing else within the range the collection searched.
fn assert_roots(case: &Value, figure: &str, found: Option<f64>, status: Option<RootStatus>, roots: &[RateRoot]) {
    let id = &case["id"];
    let all = numbers(&case["expected"]["all_roots"]);
    let searched: Vec<f64> = roots.iter().map(|r| r.rate).filter(|r| *r > -0.999_999_999_9 && *r <= 1000.0).collect();
    assert_eq!(searched.len(), all.len(), "{id}: found {searched:?}, published {all:?}");
    for (found, expected) in searched.iter().zip(&all) {
        assert!(close(*found, *expected, &json!(1e-9)), "{id}: {found} {expected}");
    }
    let status_expected = match roots.len() {
        0 => RootStatus::None,
        1 => RootStatus::Unique,
        _ => RootStatus::Multiple,
    };
    assert_eq!(status, Some(status_expected), "{id}");
    assert_eq!(found.is_none(), roots.is_empty(), "{id}");
    if let (Some(found), Some(published)) = (found, case["expected"][figure].as_f64()) {
        let ok = |root: &f64| close(found, *root, &json!(1e-9));
        assert!(all.iter().any(ok) || close(found, published, &case["tolerance"]), "{id} {found} {published}");
        let by_source = |root: &RateRoot| close(root.rate, published, &case["tolerance"]);
        assert!(roots.iter().any(by_source), "{id}: the published rate {published} is not among {roots:?}");
    }
    for root in roots {
        assert!(root.bracket_low <= root.rate && root.rate <= root.bracket_high, "{id}");
    }
}

#[test]
fn every_published_figure_is_reproduced() {
    for case in FILES.iter().flat_map(|file| cases(file)) {
        let kind = case["kind"].as_str().unwrap();
        let (inputs, expected) = (&case["inputs"], &case["expected"]);
        let answer = |inputs: &Value| cash_flow(&request(inputs)).unwrap();
        match kind {
            "irr" => {
                let result = answer(inputs);
                let figures = period(&result);
                assert_roots(&case, "irr", figures.irr, figures.irr_status, &figures.irrs);
            }
            "xirr" => {
                let result = answer(inputs);
                let figures = date(&result);
                assert_roots(&case, "xirr", figures.xirr, figures.xirr_status, &figures.xirrs);
            }
            "npv" if !expected["discounted"].is_null() => {
                let result = answer(inputs);
                let flows = &period(&result).discounted;
                let found: Vec<f64> = flows.iter().copied().filter(|d| *d != 0.0).collect();
                let published = numbers(&expected["discounted"]);
                assert_eq!(found.len(), published.len());
                for (f, p) in found.iter().zip(&published) {
                    assert!((f - p).abs() <= case["tolerance"].as_f64().unwrap(), "{} {f} {p}", case["id"]);
                }
            }
            "npv" => assert_figure(&case, "npv", period(&answer(inputs)).npv),
            "xnpv" => assert_figure(&case, "xnpv", date(&answer(inputs)).xnpv),
            "mirr" => assert_figure(&case, "mirr", period(&answer(inputs)).mirr),
            "payback" => assert_figure(&case, "payback", period(&answer(inputs)).payback),
            "discounted_payback" => {
                assert_figure(&case, "discounted_payback", period(&answer(inputs)).discounted_payback);
            }
            "eaa" => {
                let result = answer(inputs);
                let tolerance = case["tolerance"].as_f64().unwrap();
                let eaa = period(&result).equivalent_annuity.unwrap();
                assert!((eaa - expected["eaa"].as_f64().unwrap()).abs() <= tolerance, "{} {eaa}", case["id"]);
                if let Some(npv) = expected["npv"].as_f64() {
                    assert!((period(&result).npv.unwrap() - npv).abs() <= tolerance, "{}", case["id"]);
                }
            }
            "pi" => assert_figure(&case, "pi", period(&answer(inputs)).profitability_index),
            "rationing" => {}
            function => {
                let mut query = inputs.clone();
                query["function"] = function.into();
                let request = CashFlowRequest { time_value: vec![serde_json::from_value(query).unwrap()], ..CashFlowRequest::default() };
                let result = cash_flow(&request).unwrap();
                let value = &result.time_value[0];
                assert_eq!(value.value.is_none(), value.reason.is_some());
                assert_figure(&case, function, value.value);
            }
        }
    }
}

#[test]
fn a_null_figure_always_says_why() {
    for case in ["cap_irr.json", "cap_mirr.json"].iter().flat_map(|file| cases(file)) {
        let result = cash_flow(&request(&case["inputs"])).unwrap();
        let figures = period(&result);
        for (name, value) in [("irr", figures.irr), ("mirr", figures.mirr), ("npv", figures.npv)] {
            assert_eq!(value.is_none(), figures.unknown.iter().any(|u| u.figure == name), "{} {name}", case["id"]);
        }
    }
}
