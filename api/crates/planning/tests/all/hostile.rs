//! Requests nobody would send in good faith: every one is answered or refused, none panics or overflows.

use planning::calculations::{cash_flow, earned_value, pert, project_selection, schedule};
use planning::problem::CODES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn whole() -> impl Strategy<Value = i64> {
    prop_oneof![
        select(vec![i64::MIN, i64::MIN + 1, -1, 0, 1, 480, 52_704_000, -52_704_000, 1 << 53, 1 << 62, i64::MAX]),
        -2_000..2_000_i64,
        any::<i64>(),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        select(vec![-1e308, -1e15, -1.0, -0.999_999, 0.0, 5e-324, 1e-9, 0.1, 1.0, 100.0, 1e9, 1e15, 1e308]),
        -200.0..200.0,
        any::<i32>().prop_map(f64::from),
    ]
}

fn date() -> impl Strategy<Value = String> {
    let odd = select(vec!["0001-01-01", "0101-01-01", "1900-02-28", "2126-01-01", "9999-12-31"]).prop_map(str::to_owned);
    let usual = (2020..2035_i32, 1..13_u32, 1..29_u32, 0..24_u32, any::<bool>())
        .prop_map(|(y, m, d, h, time)| if time { format!("{y}-{m:02}-{d:02}T{h:02}:30") } else { format!("{y}-{m:02}-{d:02}") });
    prop_oneof![1 => odd, 6 => usual]
}

fn day() -> impl Strategy<Value = String> {
    date().prop_map(|d| d[..10].to_owned())
}

/// The object without the members that are left out.
fn some_of(members: Vec<(&'static str, Value, bool)>) -> Value {
    Value::Object(members.into_iter().filter(|(_, _, keep)| *keep).map(|(k, v, _)| (k.to_owned(), v)).collect())
}

/// Runs a calculation on any JSON that fits its request; a refusal must carry a listed code.
macro_rules! answer {
    ($function:ident, $request:expr) => {
        if let Ok(request) = serde_json::from_value($request) {
            if let Err(problem) = $function(&request) {
                prop_assert!(CODES.contains(&problem.code), "{:?}", problem);
            }
        }
    };
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn schedules(
        start in date(),
        status in date(),
        rows in vec((whole(), number(), any::<[bool; 9]>(), date(), date(), number(), whole(), whole(), 0..9_usize), 1..7),
        links in vec((0..7_usize, 0..7_usize, 0..4_usize, whole(), any::<bool>()), 0..9),
        dated in any::<[bool; 3]>(),
    ) {
        const KINDS: [&str; 9] = ["snet", "snlt", "fnet", "fnlt", "mso", "mfo", "alap", "DEADLINE", "snet"];
        let activities: Vec<Value> = rows.iter().enumerate().map(|(i, (minutes, days, on, first, second, percent, left, offset, kind))| {
            let constraint = some_of(vec![
                ("kind", KINDS[*kind].into(), true), ("at", first.clone().into(), on[6]), ("offset_minutes", (*offset).into(), !on[6]),
            ]);
            some_of(vec![
                ("id", i.to_string().into(), true), ("duration_minutes", (*minutes).into(), on[0]),
                ("duration_days", (*days).into(), !on[0]), ("milestone", true.into(), on[0] && on[1] && on[2]),
                ("actual_start", first.clone().into(), on[1]), ("actual_finish", second.clone().into(), on[2] && on[3]),
                ("percent_done", percent.abs().into(), on[3] && on[4]), ("remaining_minutes", (*left).into(), on[4] && on[5]),
                ("deadline", second.clone().into(), on[5] && on[7]), ("constraints", json!([constraint]), on[8]),
                ("calendar", "own".into(), on[7] && on[8]),
            ])
        }).collect();
        let links: Vec<Value> = links.iter().map(|(a, b, kind, minutes, lag)| some_of(vec![
            ("from", a.min(b).to_string().into(), true), ("to", a.max(b).to_string().into(), true),
            ("type", ["fs", "ss", "ff", "sf"][*kind].into(), true), ("lag_minutes", (*minutes).into(), *lag),
        ])).collect();
        answer!(schedule, some_of(vec![
            ("start", start.into(), dated[0]), ("status_date", status.into(), dated[0] && dated[1]),
            ("calendars", json!({"own": {"weekend": ["monday"], "hours": [{"from": "00:00", "to": "24:00"}]}}), true),
            ("activities", activities.into(), true), ("links", links.into(), true),
            ("layout", json!({"previous": {"0": u32::MAX, "1": 3}}), dated[2]),
            ("compression", json!({"target_days": [-1e308, 0.0, 3.5, 1e308]}), dated[2]),
        ]));
    }

    #[test]
    fn cash_flows(
        flows in vec(prop_oneof![whole().prop_map(Value::from), number().prop_map(Value::from)], 0..12),
        dated in vec((day(), number()), 0..12), rate in number(), first in 0..3_u32, change in number(),
        tvm in vec((number(), number(), number(), number(), 0..7_usize), 0..4),
    ) {
        let functions: Vec<Value> = tvm.iter().map(|(a, b, c, d, f)| match f {
            0 => json!({"function": "pv", "rate": a, "nper": b, "pmt": c, "fv": d}),
            1 => json!({"function": "fv", "rate": a, "nper": b, "pmt": c, "pv": d, "when": "begin"}),
            2 => json!({"function": "pmt", "rate": a, "nper": b, "pv": c, "fv": d}),
            3 => json!({"function": "nper", "rate": a, "pmt": b, "pv": c, "fv": d}),
            4 => json!({"function": "rate", "nper": a, "pmt": b, "pv": c, "fv": d}),
            5 => json!({"function": "rri", "nper": a, "pv": b, "fv": c}),
            _ => json!({"function": "pduration", "rate": a, "pv": b, "fv": c}),
        }).collect();
        let dated: Vec<Value> = dated.iter().map(|(date, amount)| json!({"date": date, "amount": amount})).collect();
        let request = json!({"flows": flows, "dated_flows": dated, "rate": rate, "first_period": first, "time_value": functions,
            "profile_rates": [change, -1.0], "finance_rate": change, "sensitivity": {"changes_percent": [change, -100.0]}});
        if let Ok(request) = serde_json::from_value(request)
            && let Ok(result) = cash_flow(&request)
        {
                // What is written as JSON is null rather than infinite.
                let text = serde_json::to_string(&result).unwrap();
                prop_assert!(serde_json::from_str::<Value>(&text).is_ok());
                for value in result.time_value {
                    prop_assert!(value.value.is_none_or(f64::is_finite));
                }
        }
    }

    #[test]
    fn earned_values(
        rows in vec((day(), day(), prop_oneof![whole().prop_map(Value::from), Just(Value::Null)], number(), whole(), 0..5_usize, number(), whole(), 0..4_usize), 0..6),
        status in day(), period in 0..3_usize, snapshot in vec(number(), 8), planned in vec(number(), 0..6),
    ) {
        let activities: Vec<Value> = rows.iter().enumerate().map(|(i, (first, second, amount, quantity, price, method, percent, spent, spread))| {
            let line = if amount.is_null() { json!({"quantity": quantity, "unit_price": price}) } else { json!({"amount": amount}) };
            let mut line = line;
            line["spread"] = ["linear", "front", "back", "calendar"][*spread].into();
            json!({"id": i.to_string(), "start": first, "finish": second, "cost_lines": [line, {"amount": 5}],
                "method": (["percent", "zero_hundred", "fifty_fifty", "milestones", "units"][*method]),
                "progress": [{"date": second, "percent": percent.abs(), "units": percent}],
                "units_planned": percent, "milestones": [{"weight": percent, "achieved_on": first}],
                "actual_costs": [{"date": first, "amount": spent}, {"date": second, "amount": spent}]})
        }).collect();
        let [pv, ev, ac, bac, at, pd, length, threshold] = snapshot[..] else { unreachable!() };
        answer!(earned_value, json!({"activities": activities, "status_date": status, "threshold_percent": threshold.abs(),
            "period": (["day", "week", "month"][period])}));
        answer!(earned_value, json!({"snapshot": {"pv": pv, "ev": ev, "ac": ac, "bac": bac, "at": at, "pd": pd, "period_length": length, "pv_cumulative": planned}}));
    }

    #[test]
    fn chances(
        rows in vec((number(), number(), number()), 1..6), links in vec((0..6_usize, 0..6_usize, 0..4_usize, number()), 0..8),
        deadline in number(), mean in number(), variance in number(), runs in 0..50_u32,
    ) {
        let activities: Vec<Value> = rows.iter().enumerate().map(|(i, (a, b, c))| {
            let mut sorted = [a.abs(), b.abs(), c.abs()];
            sorted.sort_by(f64::total_cmp);
            json!({"id": i.to_string(), "optimistic": sorted[0], "most_likely": sorted[1], "pessimistic": sorted[2]})
        }).collect();
        let links: Vec<Value> = links.iter().map(|(a, b, kind, lag)| json!({"from": a.min(b).to_string(), "to": a.max(b).to_string(),
            "type": (["fs", "ss", "ff", "sf"][*kind]), "lag": lag})).collect();
        answer!(pert, json!({"activities": activities, "links": links, "deadlines": [{"duration": deadline}],
            "normal": [{"mean": mean, "variance": variance, "deadline": deadline}], "simulation": {"runs": runs, "shape": "triangular"}}));
        answer!(pert, json!({"activities": activities, "links": links, "simulation": {"runs": runs}}));
    }

    #[test]
    fn choices(
        rows in vec((whole(), vec(whole(), 2), 0..8_usize), 0..8), budgets in vec(whole(), 2), at_most in any::<u32>(), at_least in any::<u32>(),
        fraction in number(),
    ) {
        let projects: Vec<Value> = rows.iter().enumerate().map(|(i, (value, outlays, needs))| {
            let value = if i == 0 { json!(fraction) } else { json!(value) };
            json!({"id": i.to_string(), "value": value, "outlays": outlays, "wilaya": "16",
                "requires": if *needs < rows.len() { vec![needs.to_string()] } else { vec![] }})
        }).collect();
        let members: Vec<String> = (0..rows.len()).map(|i| i.to_string()).collect();
        answer!(project_selection, json!({"budgets": budgets, "projects": projects,
            "exclusive_groups": [{"projects": members, "at_most": at_most}],
            "minimums": [{"wilaya": "16", "at_least": at_least % 4}]}));
    }
}
