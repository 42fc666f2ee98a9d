//! What is refused, and how: a code, the field, the activity. Nothing here may panic.

use planning::calculations::{cash_flow, earned_value, pert, project_selection, schedule};
use planning::problem::{CODES, Param, Problem};
use serde_json::{Value, json};

fn scheduling(request: Value) -> Problem {
    schedule(&serde_json::from_value(request).unwrap()).unwrap_err()
}

fn assert_problem(problem: &Problem, code: &str, pointer: &str, activity: Option<&str>) {
    assert_eq!((problem.code, problem.pointer.as_str()), (code, pointer), "{problem:?}");
    assert!(CODES.contains(&code), "{code} is not in the list of codes");
    if let Some(activity) = activity {
        assert_eq!(problem.params.get("activity"), Some(&Param::from(activity)), "{problem:?}");
    }
}

#[test]
fn a_cycle_is_refused_by_name() {
    let problem = scheduling(json!({
        "activities": [
            {"id": "start", "duration_minutes": 1}, {"id": "a", "duration_minutes": 1},
            {"id": "b", "duration_minutes": 1}, {"id": "c", "duration_minutes": 1}, {"id": "d", "duration_minutes": 1}
        ],
        "links": [
            {"from": "start", "to": "a"}, {"from": "b", "to": "c"}, {"from": "a", "to": "b"},
            {"from": "c", "to": "a"}, {"from": "c", "to": "d"}
        ]
    }));
    assert_eq!(problem.code, "cycle");
    let cycle: Vec<String> = ["a", "b", "c", "a"].map(str::to_owned).to_vec();
    assert_eq!(problem.params["activities"], Param::from(cycle));
    let own = scheduling(json!({
        "activities": [{"id": "a", "duration_minutes": 1}], "links": [{"from": "a", "to": "a"}]
    }));
    assert_problem(&own, "cycle", "/links/0", None);
}

#[test]
fn every_wrong_field_of_a_network_is_named() {
    let one = |activity: Value| json!({"start": "2026-03-01T08:00", "activities": [activity]});
    let fine = json!({"id": "a", "duration_minutes": 1});
    for (request, code, pointer, activity) in [
        (one(json!({"id": "a", "duration_minutes": -1})), "negative_duration", "/activities/0/duration_minutes", Some("a")),
        (one(json!({"id": "a", "duration_days": -0.5})), "negative_duration", "/activities/0/duration_days", Some("a")),
        (one(json!({"id": "a"})), "duration_missing", "/activities/0/duration_minutes", Some("a")),
        (
            one(json!({"id": "a", "duration_days": 1, "duration_minutes": 1})),
            "duration_missing",
            "/activities/0/duration_minutes",
            Some("a"),
        ),
        (one(json!({"id": "a", "duration_minutes": i64::MAX})), "duration_too_long", "/activities/0/duration_minutes", Some("a")),
        (one(json!({"id": "a", "duration_days": 1e300})), "duration_too_long", "/activities/0/duration_days", Some("a")),
        (
            one(json!({"id": "a", "duration_minutes": 5, "milestone": true})),
            "milestone_with_duration",
            "/activities/0/duration_minutes",
            Some("a"),
        ),
        (one(json!({"id": "a", "duration_days": 300_000})), "duration_too_long", "/activities/0/duration_days", Some("a")),
        (one(json!({"id": "a", "duration_days": 100_000})), "schedule_too_long", "/activities/0", Some("a")),
        (
            one(json!({"id": "a", "duration_minutes": 1, "percent_done": 101})),
            "percent_out_of_range",
            "/activities/0/percent_done",
            Some("a"),
        ),
        (one(json!({"id": "a", "duration_minutes": 1, "calendar": "none"})), "unknown_calendar", "/activities/0/calendar", Some("a")),
        (
            one(json!({"id": "a", "duration_minutes": 1, "deadline": "2026-02-28"})),
            "date_before_project_start",
            "/activities/0/deadline",
            Some("a"),
        ),
        (
            one(json!({"id": "a", "duration_minutes": 1, "actual_start": "2025-01-01"})),
            "date_before_project_start",
            "/activities/0/actual_start",
            Some("a"),
        ),
        (
            one(json!({"id": "a", "duration_minutes": 1, "actual_start": "2026-03-05", "actual_finish": "2026-03-04"})),
            "actual_dates_reversed",
            "/activities/0/actual_finish",
            Some("a"),
        ),
        (
            one(json!({"id": "a", "duration_minutes": 1, "constraints": [{"kind": "snet"}]})),
            "instant_missing",
            "/activities/0/constraints/0",
            Some("a"),
        ),
        (
            one(json!({"id": "a", "duration_minutes": 1, "constraints": [{"kind": "snet", "at": "2026-02-01"}]})),
            "date_before_project_start",
            "/activities/0/constraints/0/at",
            Some("a"),
        ),
        (
            one(json!({"id": "a", "duration_minutes": 1, "constraints": [{"kind": "snet", "at": "9999-01-01"}]})),
            "date_out_of_range",
            "/activities/0/constraints/0/at",
            Some("a"),
        ),
        (json!({"activities": [{"id": "a", "duration_minutes": 1, "deadline": "2026-03-01"}]}), "start_missing", "/start", None),
        (json!({"activities": [fine, fine]}), "duplicate_activity", "/activities/1/id", Some("a")),
        (json!({"activities": [fine], "links": [{"from": "a", "to": "ghost"}]}), "unknown_activity", "/links/0/to", Some("ghost")),
        (
            json!({"activities": [fine], "links": [{"from": "a", "to": "a", "lag_minutes": i64::MIN}]}),
            "lag_too_long",
            "/links/0/lag_minutes",
            Some("a"),
        ),
        (json!({"activities": [fine], "minutes_per_day": 0}), "out_of_range", "/minutes_per_day", None),
        (
            json!({"start": "2026-03-01", "activities": [fine], "calendar": {"hours": []}}),
            "calendar_without_working_time",
            "/calendar",
            None,
        ),
        (
            json!({"start": "2026-03-01", "activities": [fine], "calendar": {"hours": [{"from": "09:00", "to": "08:00"}]}}),
            "hours_reversed",
            "/calendar/hours/0",
            None,
        ),
        (
            json!({"start": "2026-03-01", "activities": [fine], "calendar": {"weekdays": {"monday": [{"from": "08:00", "to": "12:00"}, {"from": "11:00", "to": "13:00"}]}}}),
            "hours_overlap",
            "/calendar/weekdays/monday/1",
            None,
        ),
        (
            json!({"start": "2026-03-01", "activities": [fine], "calendar": {"holidays": [{"date": "2026-03-02", "until": "2026-03-01"}]}}),
            "range_reversed",
            "/calendar/holidays/0/until",
            None,
        ),
        (json!({"start": "0002-01-01", "activities": [fine]}), "date_out_of_range", "/start", None),
        (json!({"start": "9999-12-30", "activities": [fine]}), "date_out_of_range", "/start", None),
    ] {
        assert_problem(&scheduling(request), code, pointer, activity);
    }
}

#[test]
fn a_chain_that_leaves_the_century_names_the_activity_that_does() {
    let activities: Vec<Value> = (0..30).map(|i| json!({"id": i.to_string(), "duration_days": 2_000})).collect();
    let links: Vec<Value> = (1..30).map(|i| json!({"from": (i - 1).to_string(), "to": i.to_string()})).collect();
    let problem = scheduling(json!({"start": "2026-03-01", "activities": activities, "links": links}));
    assert_eq!(problem.code, "schedule_too_long");
    assert!(matches!(&problem.params["activity"], Param::Text(id) if !id.is_empty()));
}

#[test]
fn dates_and_hours_that_are_not_are_refused_on_reading() {
    for text in ["2026-02-30", "2026-3-1", "2026-03-01T25:00", "2026-03-01T24:00", "yesterday", "2026-03-01T8:00", ""] {
        assert!(text.parse::<planning::moment::Moment>().is_err(), "{text}");
    }
    for text in ["2026-03-01T08:00:59", "2026-03-01 08:00", "2026-03-01T23:59:00.000"] {
        assert!(text.parse::<planning::moment::Moment>().is_ok(), "{text}");
    }
    assert!(serde_json::from_value::<planning::amount::Amount>(json!("12")).is_err());
    assert!(serde_json::from_str::<planning::amount::Amount>("18446744073709551615").is_err());
}

#[test]
fn wrong_money_is_named() {
    let ev = |activity: Value| {
        let request = json!({"status_date": "2026-03-10", "activities": [activity]});
        earned_value(&serde_json::from_value(request).unwrap()).unwrap_err()
    };
    let base = |lines: Value| json!({"id": "a", "start": "2026-03-01", "finish": "2026-03-05", "cost_lines": lines});
    assert_problem(&ev(base(json!([{"amount": -1}]))), "negative_amount", "/activities/0/cost_lines/0", None);
    assert_problem(&ev(base(json!([{"quantity": 2}]))), "amount_missing", "/activities/0/cost_lines/0", None);
    let huge = json!([{"quantity": 1e12, "unit_price": 1_000_000_000_000_i64}]);
    assert_problem(&ev(base(huge)), "amount_overflow", "/activities/0/cost_lines/0", None);
    let twice = json!([{"amount": i64::MAX}, {"amount": 1}]);
    assert_problem(&ev(base(twice)), "amount_overflow", "/activities/0/cost_lines/1", None);
    let parts = json!([{"amount": 10, "spread": "calendar", "parts": [{"date": "2026-03-01", "amount": 9}]}]);
    assert_problem(&ev(base(parts)), "parts_mismatch", "/activities/0/cost_lines/0/parts", None);
    assert_problem(&ev(json!({"id": "a"})), "dates_missing", "/activities/0", Some("a"));
    let reversed = json!({"id": "a", "start": "2026-03-05", "finish": "2026-03-01"});
    assert_problem(&ev(reversed), "dates_reversed", "/activities/0", Some("a"));
    let undated = json!({"activities": [{"id": "a", "start": "2026-03-01", "finish": "2026-03-02"}]});
    let problem = earned_value(&serde_json::from_value(undated).unwrap()).unwrap_err();
    assert_problem(&problem, "required", "/status_date", None);
    let spent = json!({"id": "a", "start": "2026-03-01", "finish": "2026-03-02",
        "actual_costs": [{"date": "2026-03-01", "amount": i64::MIN}]});
    assert_problem(&ev(spent), "amount_overflow", "/activities/0/actual_costs", Some("a"));
}

#[test]
fn the_other_calculations_name_their_fields_too() {
    let flows = |request: Value| cash_flow(&serde_json::from_value(request).unwrap()).unwrap_err();
    assert_problem(&flows(json!({})), "required", "/flows", None);
    assert_problem(&flows(json!({"flows": [1], "first_period": 2})), "out_of_range", "/first_period", None);
    assert_problem(&flows(json!({"flows": vec![1; 1_201]})), "too_many_entries", "/flows", None);
    assert_problem(&flows(json!({"flows": [1], "sensitivity": {}})), "required", "/rate", None);
    let estimates = |o: f64, m: f64, p: f64| {
        let request = json!({"activities": [{"id": "a", "optimistic": o, "most_likely": m, "pessimistic": p}]});
        pert(&serde_json::from_value(request).unwrap()).unwrap_err()
    };
    assert_problem(&estimates(2.0, 1.0, 3.0), "estimates_out_of_order", "/activities/0/most_likely", Some("a"));
    assert_problem(&estimates(-1.0, 1.0, 3.0), "out_of_range", "/activities/0/optimistic", Some("a"));
    let choice = |request: Value| project_selection(&serde_json::from_value(request).unwrap()).unwrap_err();
    let project = |id: &str| json!({"id": id, "value": 1, "outlays": [1]});
    assert_problem(&choice(json!({"budgets": [], "projects": []})), "budget_missing", "/budgets", None);
    let twice = json!({"budgets": [1], "projects": [project("a"), project("a")]});
    assert_problem(&choice(twice), "duplicate_project", "/projects/1/id", None);
    let mismatch = json!({"budgets": [1, 2], "projects": [project("a")]});
    assert_problem(&choice(mismatch), "outlays_mismatch", "/projects/0/outlays", None);
    let ghost = json!({"budgets": [1], "projects": [{"id": "a", "value": 1, "outlays": [1], "requires": ["ghost"]}]});
    assert_problem(&choice(ghost), "unknown_project", "/projects/0/requires/0", None);
    let fine = json!({"budgets": [1], "projects": [{"id": "a", "value": 1e300, "outlays": [1]}]});
    assert_problem(&choice(fine), "amount_out_of_range", "/projects/0/value", None);
}

/// Every code written in the sources is in the list, and every code of the list is written somewhere.
#[test]
fn the_list_of_codes_is_complete() {
    fn read(folder: &std::path::Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if !path.ends_with("problem.rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    for code in CODES {
        assert!(text.contains(&format!("\"{code}\"")), "{code} is never used");
    }
    for call in ["Problem::new(", "Self::new(", "wrong(", "code: "] {
        for rest in text.split(call).skip(1).map(str::trim_start).filter(|r| r.starts_with('"')) {
            let code = rest[1..].split('"').next().unwrap();
            let field = ["crash_cost_per_day"].contains(&code);
            assert!(field || CODES.contains(&code), "{code} is not in the list");
        }
    }
    assert!(CODES.is_sorted());
}

#[test]
fn a_calendar_that_would_take_long_to_read_is_refused() {
    let holidays = vec![json!({"date": "1950-01-01", "until": "2100-01-01"}); 10];
    let request = json!({"start": "2026-03-01", "activities": [], "calendar": {"holidays": holidays}});
    assert_problem(&scheduling(request), "too_many_entries", "/calendar/holidays", None);
}
