//! What must hold for every cash flow, every earned value and every choice of projects.

use planning::amount::Amount;
use planning::calculations::{CashFlowRequest, EarnedValueRequest, ProjectSelectionRequest, cash_flow, earned_value, project_selection};
use planning::cash_flow::present_value::npv;
use planning::selection::{Candidate, ExclusiveGroup, Minimum, Status};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Flows that vanish at the given growth factors 1 + r and nowhere else: Π (1 + r)(1 − f/(1 + r)) by coefficients.
fn flows_with_factors(factors: &[f64]) -> Vec<f64> {
    let mut flows = vec![-1000.0];
    for factor in factors {
        let mut next = vec![0.0; flows.len() + 1];
        for (i, a) in flows.iter().enumerate() {
            next[i] += a;
            next[i + 1] -= a * factor;
        }
        flows = next;
    }
    flows
}

fn rates_of(flows: &[f64]) -> Vec<f64> {
    let request = CashFlowRequest { flows: flows.iter().map(|a| Amount::from(*a)).collect(), ..CashFlowRequest::default() };
    cash_flow(&request).unwrap().by_period.unwrap().irrs.iter().map(|r| r.rate).collect()
}

proptest! {
    #[test]
    fn npv_is_zero_at_every_rate_of_return(flows in vec(-1_000_000..1_000_000_i64, 2..40)) {
        let flows: Vec<f64> = flows.into_iter().map(|a| a as f64).collect();
        for rate in rates_of(&flows) {
            let size = npv(rate, &flows.iter().map(|a| a.abs()).collect::<Vec<_>>(), 0).unwrap();
            prop_assert!(npv(rate, &flows, 0).unwrap().abs() <= 1e-9 * size, "{} {:?}", rate, flows);
        }
    }

    #[test]
    fn every_planted_rate_is_found_and_no_other(steps in vec(3..30_u32, 1..7)) {
        let mut factor = 0.4;
        let factors: Vec<f64> = steps.iter().map(|s| { factor += f64::from(*s) / 20.0; factor }).collect();
        let found = rates_of(&flows_with_factors(&factors));
        prop_assert_eq!(found.len(), factors.len(), "{:?} {:?}", found, factors);
        for (rate, factor) in found.iter().zip(&factors) {
            prop_assert!((rate + 1.0 - factor).abs() < 1e-6, "{:?} {:?}", found, factors);
        }
    }

    #[test]
    fn a_rate_exists_whenever_the_first_and_the_last_flow_differ_in_sign(
        first in 1..1_000_000_i64, middle in vec(-1_000_000..1_000_000_i64, 0..20), last in 1..1_000_000_i64,
    ) {
        let flows: Vec<f64> =
            [-first].into_iter().chain(middle).chain([last]).map(|a| a as f64).collect();
        prop_assert!(rates_of(&flows).len() % 2 == 1, "an odd number of them");
    }

    #[test]
    fn a_cost_spread_over_days_adds_up_to_the_centime(
        amount in 0..i64::MAX / 4, days in 1..400_u64, spread in 0..3_usize, offset in 0..30_u64,
    ) {
        let start = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(offset);
        let spread = ["linear", "front", "back"][spread];
        let request: EarnedValueRequest = serde_json::from_value(json!({
            "status_date": start,
            "activities": [{"id": "a", "start": start, "finish": start + chrono::Days::new(days - 1),
                "cost_lines": [{"amount": amount, "spread": spread}]}]
        })).unwrap();
        let baseline = earned_value(&request).unwrap().project.unwrap().baseline;
        let activity = &baseline.activities[0];
        prop_assert_eq!(activity.planned.iter().map(|c| c.amount).sum::<i64>(), amount);
        prop_assert_eq!(activity.budget, amount);
        if spread == "linear" {
            let shares: Vec<i64> = activity.planned.iter().map(|c| c.amount).collect();
            prop_assert!(shares.iter().max().unwrap() - shares.iter().min().unwrap() <= 1);
        }
    }

    #[test]
    fn the_project_earns_what_its_activities_earn(
        activities in vec((0..10_000_000_i64, 1..60_u64, 0..60_u64, 0..=1000_u32, vec(0..1_000_000_i64, 0..4)), 1..12),
        day in 0..90_u64,
    ) {
        let zero = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let rows: Vec<Value> = activities.iter().enumerate().map(|(i, (budget, length, start, percent, costs))| {
            let start = zero + chrono::Days::new(*start);
            json!({"id": i.to_string(), "start": start, "finish": start + chrono::Days::new(*length),
                "cost_lines": [{"amount": budget}],
                "progress": [{"date": start + chrono::Days::new(3), "percent": f64::from(*percent) / 10.0}],
                "actual_costs": costs.iter().map(|c| json!({"date": start, "amount": c})).collect::<Vec<_>>()})
        }).collect();
        let request: EarnedValueRequest = serde_json::from_value(json!({
            "status_date": zero + chrono::Days::new(day), "activities": rows, "period": "week"
        })).unwrap();
        let result = earned_value(&request).unwrap().project.unwrap();
        let sum = |f: &dyn Fn(&planning::earned_value::CostFigures) -> Option<Amount>| -> Option<i64> {
            result.activities.iter().filter_map(|a| f(&a.figures.cost)).map(|a| a.whole().unwrap()).reduce(|a, b| a + b)
        };
        let project = &result.project.cost;
        prop_assert_eq!(sum(&|c| c.pv), project.pv.unwrap().whole());
        prop_assert_eq!(sum(&|c| c.ev), project.ev.unwrap().whole());
        prop_assert_eq!(sum(&|c| c.bac), project.bac.unwrap().whole());
        prop_assert_eq!(sum(&|c| c.ac), project.ac.and_then(Amount::whole));
        let last = result.periods.last().unwrap();
        prop_assert_eq!(result.periods.iter().map(|p| p.pv).sum::<i64>(), last.cumulative_pv);
        prop_assert_eq!(Some(result.periods.iter().filter_map(|p| p.ev).sum::<i64>()), project.ev.unwrap().whole());
        prop_assert_eq!(Some(last.cumulative_pv), project.bac.unwrap().whole(), "all is planned by the end");
        let es = result.project.time.es;
        prop_assert!(es.is_none_or(|es| es >= 0.0 && es <= result.project.time.pd.unwrap()));
    }
}

/// A small choice with every kind of condition.
fn choice() -> impl Strategy<Value = ProjectSelectionRequest> {
    let project = (-40..100_i64, vec(-5..40_i64, 3), 0..4_u8, 0..3_u8, 0..12_usize, prop::bool::weighted(0.06));
    (vec(project, 1..11), vec(0..120_i64, 1..4), vec((vec(0..11_usize, 2..4), 1..3_u32), 0..3), vec((0..4_u8, 0..3_u32), 0..2)).prop_map(
        |(projects, budgets, groups, minimums)| {
            let n = projects.len();
            let candidates = projects.into_iter().enumerate().map(|(i, (value, outlays, wilaya, craft, needs, required))| Candidate {
                id: i.to_string(),
                value: value.into(),
                outlays: outlays[..budgets.len()].iter().map(|o| Amount::from(*o)).collect(),
                requires: if needs < n && needs != i && needs % 3 == 0 { vec![needs.to_string()] } else { Vec::new() },
                required,
                wilaya: Some(wilaya.to_string()),
                craft: Some(craft.to_string()),
            });
            ProjectSelectionRequest {
                projects: candidates.collect(),
                budgets: budgets.iter().map(|b| Amount::from(*b)).collect(),
                exclusive_groups: groups
                    .into_iter()
                    .map(|(members, at_most)| ExclusiveGroup {
                        projects: members.into_iter().filter(|m| *m < n).map(|m| m.to_string()).collect(),
                        at_most,
                    })
                    .collect(),
                minimums: minimums
                    .into_iter()
                    .map(|(wilaya, at_least)| Minimum { wilaya: Some(wilaya.to_string()), craft: None, at_least })
                    .collect(),
            }
        },
    )
}

/// The optimum by trying every set.
fn brute_force(request: &ProjectSelectionRequest) -> Option<i64> {
    let n = request.projects.len();
    let whole = |a: &Amount| a.whole().unwrap();
    (0..1_u32 << n)
        .filter(|set| {
            let chosen = |i: usize| set >> i & 1 == 1;
            let index = |id: &String| id.parse::<usize>().unwrap();
            let within = request.budgets.iter().enumerate().all(|(b, budget)| {
                (0..n).filter(|i| chosen(*i)).map(|i| whole(&request.projects[i].outlays[b])).sum::<i64>() <= whole(budget)
            });
            within
                && (0..n).all(|i| !request.projects[i].required || chosen(i))
                && (0..n).filter(|i| chosen(*i)).all(|i| request.projects[i].requires.iter().all(|r| chosen(index(r))))
                && request.exclusive_groups.iter().all(|g| {
                    let mut members: Vec<usize> = g.projects.iter().map(index).collect();
                    members.sort_unstable();
                    members.dedup();
                    members.into_iter().filter(|i| chosen(*i)).count() <= g.at_most as usize
                })
                && request
                    .minimums
                    .iter()
                    .all(|m| (0..n).filter(|i| chosen(*i) && request.projects[*i].wilaya == m.wilaya).count() >= m.at_least as usize)
        })
        .map(|set| (0..n).filter(|i| set >> i & 1 == 1).map(|i| whole(&request.projects[i].value)).sum())
        .max()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_choice_equals_the_best_of_all_sets(request in choice()) {
        let result = project_selection(&request).unwrap();
        let best = brute_force(&request);
        prop_assert_eq!(result.total_value.map(|v| v.whole().unwrap()), best);
        prop_assert_eq!(result.status, if best.is_some() { Status::Optimal } else { Status::Infeasible });
        prop_assert!(result.proof.proven);
        if result.ranking_feasible {
            prop_assert!(result.value_lost_by_ranking.unwrap().to_f64() >= 0.0);
        }
    }

    #[test]
    fn one_budget_alone_equals_the_best_of_all_sets(
        projects in vec((0..60_i64, 0..40_i64), 1..14), budget in 0..200_i64, cents in 0..3_u32,
    ) {
        // The same with decimals: nothing is rounded on the way.
        let unit = 10_f64.powi(cents as i32);
        let amount = |n: i64| Amount::from(n as f64 / unit);
        let request = ProjectSelectionRequest {
            budgets: vec![amount(budget)],
            projects: projects.iter().enumerate().map(|(i, (value, cost))| Candidate {
                id: i.to_string(), value: amount(*value), outlays: vec![amount(*cost)],
                requires: Vec::new(), required: false, wilaya: None, craft: None,
            }).collect(),
            ..ProjectSelectionRequest::default()
        };
        let result = project_selection(&request).unwrap();
        let whole = ProjectSelectionRequest {
            budgets: vec![budget.into()],
            projects: request.projects.iter().zip(&projects).map(|(c, (value, cost))| Candidate {
                value: (*value).into(), outlays: vec![(*cost).into()], ..c.clone()
            }).collect(),
            ..ProjectSelectionRequest::default()
        };
        let best = brute_force(&whole).unwrap();
        prop_assert_eq!(result.total_value.unwrap(), amount(best));
        prop_assert_eq!(result.proof.gap, Some(Amount::Whole(0)));
    }
}
