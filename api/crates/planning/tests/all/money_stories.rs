//! Budgets, cash flows, chances and choices as they are taught.

use planning::calculations::{
    CashFlowResult, EarnedValueResult, PertResult, ProjectSelectionResult, VarianceKind, cash_flow, earned_value, pert, project_selection,
};
use planning::cash_flow::roots::RootStatus;
use planning::cash_flow::sensitivity::FactorKind;
use planning::figures::Reason;
use planning::selection::Status;
use planning::selection::ranking::DifferenceReason;
use serde_json::{Value, json};

fn ev(request: Value) -> EarnedValueResult {
    earned_value(&serde_json::from_value(request).unwrap()).unwrap()
}

fn flows(request: Value) -> CashFlowResult {
    cash_flow(&serde_json::from_value(request).unwrap()).unwrap()
}

fn choice(request: Value) -> ProjectSelectionResult {
    project_selection(&serde_json::from_value(request).unwrap()).unwrap()
}

fn estimates(request: Value) -> PertResult {
    pert(&serde_json::from_value(request).unwrap()).unwrap()
}

/// A workshop of ten working days and a stand of five, in March 2026 (1 March is a Sunday).
fn workshop() -> Value {
    json!([
        {"id": "workshop", "start": "2026-03-01", "finish": "2026-03-12",
         "cost_lines": [{"label": "looms", "quantity": 2.5, "unit_price": 40_000}, {"amount": 100_000, "spread": "front"}],
         "progress": [{"date": "2026-03-03", "percent": 20.0}, {"date": "2026-03-05", "percent": 40.0}],
         "actual_costs": [{"date": "2026-03-01", "amount": 100_000}, {"date": "2026-03-05", "amount": 20_000}]},
        {"id": "stand", "start": "2026-03-08", "finish": "2026-03-12",
         "cost_lines": [{"amount": 50_000, "spread": "back"}]}
    ])
}

#[test]
fn a_project_is_measured_by_day_and_by_activity() {
    let result = ev(json!({"status_date": "2026-03-05", "activities": workshop(), "period": "week"}));
    let project = result.project.unwrap();
    let cost = &project.project.cost;
    // Planned by Thursday: half of the looms, all of the rent. Earned: 40 % of 200,000.
    assert_eq!((cost.pv, cost.ev, cost.ac), (Some(150_000.into()), Some(80_000.into()), Some(120_000.into())));
    assert_eq!((cost.bac, cost.cv, cost.sv), (Some(250_000.into()), Some((-40_000).into()), Some((-70_000).into())));
    assert_eq!((cost.cpi.unwrap() * 3.0).round(), 2.0);
    // Ten working days planned, five gone; 80,000 was planned to be earned within the first day.
    let time = &project.project.time;
    assert_eq!((time.pd, time.at), (Some(10.0), Some(5.0)));
    assert_eq!(time.es, Some(80_000.0 / 110_000.0));
    assert!(project.forecast_finish.unwrap() > project.planned_finish);
    let weeks: Vec<(i64, Option<i64>)> = project.periods.iter().map(|p| (p.pv, p.ev)).collect();
    assert_eq!(weeks, [(150_000, Some(80_000)), (100_000, None)]);
    assert_eq!(project.periods[0].to.to_string(), "2026-03-07");
}

#[test]
fn what_cannot_be_known_is_null_with_its_reason() {
    let result = ev(json!({"status_date": "2026-03-05", "activities": workshop()}));
    let project = result.project.unwrap();
    let stand = &project.activities[1].figures.cost;
    assert_eq!((stand.ac, stand.cpi, stand.spi), (None, None, None));
    let reason = |figure: &str| stand.unknown.iter().find(|u| u.figure == figure).unwrap().reason;
    assert_eq!(reason("cpi"), Reason::NoActualCost);
    assert_eq!(reason("spi"), Reason::NoPlannedValue);
    let text = serde_json::to_value(&project).unwrap();
    assert!(text["activities"][1]["figures"]["cost"]["cpi"].is_null());
}

#[test]
fn variances_beyond_the_threshold_ask_for_an_explanation() {
    let request = json!({"status_date": "2026-03-05", "activities": workshop(), "threshold_percent": 48.0});
    let found = ev(request).project.unwrap().variances;
    // The project is 50 % over cost, and 47 % behind.
    let kinds: Vec<(Option<&str>, VarianceKind)> = found.iter().map(|v| (v.activity.as_deref(), v.kind)).collect();
    assert_eq!(kinds, [(None, VarianceKind::Cost), (Some("workshop"), VarianceKind::Cost)]);
    assert_eq!((found[0].amount, found[0].percent), (-40_000, -50.0));
}

#[test]
fn a_baseline_does_not_move_when_the_plan_does() {
    let first = ev(json!({"status_date": "2026-03-05", "activities": workshop()})).project.unwrap();
    let mut replanned = workshop();
    replanned[0]["finish"] = "2026-04-30".into();
    replanned[1]["cost_lines"] = json!([{"amount": 900_000}]);
    replanned.as_array_mut().unwrap().push(json!({"id": "extra", "actual_costs": [{"date": "2026-03-02", "amount": 5_000}]}));
    let later = ev(json!({"status_date": "2026-03-05", "activities": replanned, "baseline": first.baseline}));
    let later = later.project.unwrap();
    assert_eq!(later.baseline, first.baseline);
    assert_eq!(later.project.cost.pv, first.project.cost.pv);
    assert_eq!(later.project.cost.bac, first.project.cost.bac);
    assert_eq!(later.project.cost.ac, Some(125_000.into()), "what was spent outside the plan counts");
}

#[test]
fn each_way_to_earn_value_earns_its_part() {
    let earned = |activity: Value, on: &str| {
        let mut activity = activity;
        activity["id"] = "a".into();
        activity["start"] = "2026-03-01".into();
        activity["finish"] = "2026-03-12".into();
        activity["cost_lines"] = json!([{"amount": 1_000}]);
        let result = ev(json!({"status_date": on, "activities": [activity]}));
        result.project.unwrap().project.cost.ev.unwrap().whole().unwrap()
    };
    let begun = json!({"actual_start": "2026-03-02", "actual_finish": "2026-03-10"});
    let by = |method: &str, more: Value| {
        let mut activity = begun.clone();
        activity["method"] = method.into();
        activity.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        activity
    };
    let zero_hundred = by("zero_hundred", json!({}));
    assert_eq!((earned(zero_hundred.clone(), "2026-03-09"), earned(zero_hundred, "2026-03-10")), (0, 1_000));
    let half = by("fifty_fifty", json!({}));
    let at = |on: &str| earned(half.clone(), on);
    assert_eq!((at("2026-03-01"), at("2026-03-02"), at("2026-03-10")), (0, 500, 1_000));
    let steps = json!({"milestones": [{"weight": 1.0, "achieved_on": "2026-03-03"}, {"weight": 3.0}]});
    assert_eq!(earned(by("milestones", steps), "2026-03-11"), 250);
    let units = json!({"units_planned": 40.0, "progress": [{"date": "2026-03-03", "units": 10.0}, {"date": "2026-03-05", "units": 50.0}]});
    assert_eq!(earned(by("units", units.clone()), "2026-03-04"), 250);
    assert_eq!(earned(by("units", units), "2026-03-05"), 1_000, "more than planned earns the budget, not more");
}

#[test]
fn a_cost_by_calendar_falls_on_its_dates() {
    let result = ev(json!({
        "status_date": "2026-03-05",
        "activities": [{"id": "a", "start": "2026-03-01", "finish": "2026-03-12", "cost_lines": [{
            "amount": 300, "spread": "calendar",
            "parts": [{"date": "2026-02-20", "amount": 100}, {"date": "2026-03-05", "amount": 50}, {"date": "2026-04-01", "amount": 150}]
        }]}]
    }));
    let project = result.project.unwrap();
    assert_eq!(project.project.cost.pv, Some(150.into()));
    assert_eq!((project.planned_start.to_string(), project.planned_finish.to_string()), ("2026-02-20".into(), "2026-04-01".into()));
}

#[test]
fn flows_that_change_sign_twice_have_two_rates_or_none() {
    let rates = |list: Value| {
        let figures = flows(json!({"flows": list})).by_period.unwrap();
        (figures.irr_status.unwrap(), figures.irrs.iter().map(|r| (r.rate * 1e6).round() / 1e6).collect::<Vec<_>>())
    };
    // A quarry: digging pays, restoring costs. 10 % and 25 %.
    assert_eq!(rates(json!([-10_000, 23_500, -13_750])), (RootStatus::Multiple, vec![0.1, 0.25]));
    assert_eq!(rates(json!([-100, 150, -100])), (RootStatus::None, vec![]));
    // Touches zero at 10 % without crossing it.
    let touching = flows(json!({"flows": [-100, 220, -121]})).by_period.unwrap();
    assert_eq!(touching.irrs.len(), 1);
    assert!((touching.irr.unwrap() - 0.1).abs() < 1e-6 && touching.irrs[0].touches);
}

#[test]
fn the_factor_that_matters_most_comes_first() {
    let result = flows(json!({
        "rate": 0.1,
        "components": [
            {"id": "looms", "flows": [-100_000]},
            {"id": "sales", "flows": [0, 90_000, 90_000]},
            {"id": "wool", "flows": [0, -30_000, -30_000]}
        ],
        "sensitivity": {"changes_percent": [-10.0, 10.0]}
    }));
    let npv = result.by_period.unwrap().npv.unwrap();
    let factors = result.sensitivity.unwrap();
    let names: Vec<&str> = factors.iter().map(|f| f.component.as_deref().unwrap_or("rate")).collect();
    assert_eq!(names, ["sales", "looms", "wool", "rate"]);
    assert_eq!(factors[3].kind, FactorKind::Rate);
    let sales = &factors[0];
    let value = 90_000.0 / 1.1 + 90_000.0 / 1.21;
    assert!((sales.swing.unwrap() - 0.2 * value).abs() < 1e-6);
    // At the break-even change the project is worth nothing.
    let change = sales.break_even_change_percent.unwrap();
    assert!((npv + value * change / 100.0).abs() < 1e-6 && change < 0.0);
    let rate = factors[3].break_even_rates[0];
    assert!((0.1 * (1.0 + factors[3].break_even_change_percent.unwrap() / 100.0) - rate).abs() < 1e-12);
}

#[test]
fn payback_interpolates_and_says_when_it_never_comes() {
    let figures = flows(json!({"flows": [-1_000, 400, 400, 400], "rate": 0.1})).by_period.unwrap();
    assert_eq!(figures.payback, Some(2.5));
    assert_eq!(figures.discounted_payback, None, "discounted, the last flow does not suffice");
    assert!(figures.unknown.iter().any(|u| u.figure == "discounted_payback" && u.reason == Reason::NeverPaidBack));
    assert!(figures.profitability_index.unwrap() < 1.0);
    assert_eq!(figures.npv_centimes, Some(-5));
}

#[test]
fn flows_worth_nothing_but_for_rounding_are_paid_back_with_the_last_of_them() {
    // At its own rate of return a project is worth nothing, on whichever side of it the last bits of the sum fall.
    for rate in [0.03, 0.07, 0.1, 0.11, 0.13, 0.2] {
        let due = |days: f64| 1_000_000.0 * (1.0_f64 + rate).powf(days / 365.0);
        for (date, days) in [("2026-03-17", 75.0), ("2027-01-01", 365.0), ("2028-12-31", 1_095.0)] {
            // As a person writes it: to the centime.
            for amount in [due(days), due(days).round()] {
                let dated = json!([{ "date": "2026-01-01", "amount": -1_000_000 }, { "date": date, "amount": amount }]);
                let figures = flows(json!({ "rate": rate, "dated_flows": dated })).by_date.unwrap();
                assert_eq!(figures.xnpv_centimes, Some(0), "{rate} {date}");
                let years = figures.discounted_payback_years.unwrap_or_else(|| panic!("never at {rate} by {date}: {:?}", figures.xnpv));
                assert!((years - days / 365.0).abs() < 1e-6, "{rate} {date}: {years}");
            }
        }
    }
    // A centime short is short, and so is what is short by much of a small amount.
    let short = |amounts: [f64; 2]| {
        let dated = json!([{ "date": "2026-01-01", "amount": amounts[0] }, { "date": "2027-01-01", "amount": amounts[1] }]);
        let figures = flows(json!({ "rate": 0.1, "dated_flows": dated })).by_date.unwrap();
        assert!(figures.unknown.iter().any(|u| u.figure == "discounted_payback_years" && u.reason == Reason::NeverPaidBack));
        figures.discounted_payback_years
    };
    assert_eq!(short([-1_000_000.0, 1_099_998.0]), None);
    assert_eq!(short([-10.0, 10.9]), None);
    // By period it is the same.
    let figures = flows(json!({ "rate": 0.07, "flows": [-1_000_000, 0, 0, 1_225_043] })).by_period.unwrap();
    assert_eq!((figures.npv_centimes, figures.discounted_payback), (Some(0), Some(3.0)));
}

#[test]
fn the_best_set_is_not_the_ranking_and_the_difference_is_explained() {
    let result = choice(json!({
        "budgets": [100],
        "projects": [
            {"id": "small", "value": 60, "outlays": [40]},
            {"id": "left", "value": 70, "outlays": [50]},
            {"id": "right", "value": 70, "outlays": [50]}
        ]
    }));
    assert_eq!(result.status, Status::Optimal);
    assert_eq!(result.optimum.unwrap().selected, ["left", "right"]);
    assert_eq!(result.by_ranking.selected, ["small", "left"]);
    assert_eq!(result.value_lost_by_ranking, Some(10.into()));
    let reasons: Vec<(&str, DifferenceReason)> = result.differences.iter().map(|d| (d.project.as_str(), d.reason)).collect();
    let expected = [("small", DifferenceReason::DisplacedByBetterSet), ("right", DifferenceReason::BudgetExhausted)];
    assert_eq!(reasons, expected);
    assert_eq!((result.proof.bound, result.proof.gap), (Some(140.into()), Some(0.into())));
}

#[test]
fn conditions_are_met_or_said_to_be_impossible() {
    let request = |minimum: u32| {
        json!({
            "budgets": [100, 60],
            "projects": [
                {"id": "tannery", "value": 90, "outlays": [60, 30], "wilaya": "16"},
                {"id": "kiln", "value": 80, "outlays": [40, 30], "wilaya": "16"},
                {"id": "dunes", "value": -5, "outlays": [30, 10], "wilaya": "33"},
                {"id": "road", "value": -10, "outlays": [10, 0], "wilaya": "33"},
                {"id": "salon", "value": 50, "outlays": [20, 20], "requires": ["road"]}
            ],
            "exclusive_groups": [{"projects": ["tannery", "kiln"]}],
            "minimums": [{"wilaya": "33", "at_least": minimum}]
        })
    };
    let free = choice(request(0));
    assert_eq!(free.optimum.unwrap().selected, ["tannery", "road", "salon"]);
    let served = choice(request(2));
    assert_eq!(served.optimum.unwrap().selected, ["kiln", "dunes", "road", "salon"]);
    let impossible = choice(request(3));
    assert_eq!((impossible.status, impossible.optimum), (Status::Infeasible, None));
    assert!(impossible.proof.proven);
}

#[test]
fn the_simulation_is_the_same_for_the_same_seed_and_sees_more_than_one_path() {
    let request = |seed: u64| {
        json!({
            "activities": [
                {"id": "a", "optimistic": 2.0, "most_likely": 5.0, "pessimistic": 14.0},
                {"id": "b", "optimistic": 2.0, "most_likely": 5.0, "pessimistic": 14.0},
                {"id": "end", "optimistic": 1.0, "most_likely": 1.0, "pessimistic": 1.0}
            ],
            "links": [{"from": "a", "to": "end"}, {"from": "b", "to": "end"}],
            "deadlines": [{"duration": 7.0}, {"duration": 15.0}, {"duration": 2.0}],
            "simulation": {"runs": 4_000, "seed": seed}
        })
    };
    let result = estimates(request(7));
    assert_eq!(result, estimates(request(7)));
    assert_ne!(result.simulation, estimates(request(8)).simulation);
    assert_eq!((result.duration, result.sigma), (7.0, 2.0));
    let [even, sure, never] = &result.deadlines[..] else { panic!() };
    assert_eq!(even.probability, 0.5);
    // Both activities must be quick: the single path of the normal approximation is too hopeful.
    assert!(even.simulated_probability.unwrap() < 0.4);
    assert!(result.simulation.as_ref().unwrap().mean > 7.5);
    assert_eq!((sure.simulated_probability, never.simulated_probability), (Some(1.0), Some(0.0)));
    let index: Vec<f64> = result.activities.iter().map(|a| a.criticality_index.unwrap()).collect();
    assert!((index[0] + index[1] - 1.0).abs() < 1e-9 && (index[0] - 0.5).abs() < 0.05);
    assert_eq!(index[2], 1.0);
    // The mean of a beta-PERT draw is the expected duration.
    assert!((result.activities[0].simulated_mean.unwrap() - 6.0).abs() < 0.1);
    let bins = &result.simulation.unwrap().histogram;
    assert_eq!(bins.iter().map(|b| b.count).sum::<usize>(), 4_000);
}

#[test]
fn a_deadline_by_date_counts_working_days() {
    let result = estimates(json!({
        "start": "2026-03-01",
        "activities": [{"id": "a", "optimistic": 4.0, "most_likely": 5.0, "pessimistic": 6.0}],
        "deadlines": [{"date": "2026-03-05"}, {"date": "2026-03-08"}]
    }));
    let days: Vec<f64> = result.deadlines.iter().map(|d| d.duration).collect();
    assert_eq!(days, [5.0, 6.0]);
    assert_eq!(result.deadlines[0].probability, 0.5);
    assert!(result.deadlines[1].probability > 0.99);
    let certain = estimates(json!({"normal": [{"mean": 5.0, "variance": 0.0, "deadline": 5.0}]}));
    assert_eq!(certain.normal[0].probability, 1.0);
}
