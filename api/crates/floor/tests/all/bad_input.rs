//! What is refused before stands are given out, and that no code is missing. Nothing here may panic.

use std::collections::BTreeSet;

use floor::allocation::{AllocationRequest, Application, Lock, MAX_APPLICATIONS, Wish, assess, propose};
use floor::check::check;
use floor::import::{ImportOptions, from_geojson, from_svg};
use floor::plan::{MAX_STANDS, Plan, Stand};
use floor::problem::{CODES, Param, Problem};
use serde_json::{Value, json};

fn request() -> Value {
    let square = |x: i32| json!([{"x": x, "y": 0}, {"x": x + 300, "y": 0}, {"x": x + 300, "y": 300}, {"x": x, "y": 300}]);
    json!({
        "plan": {
            "halls": [{"id": "A", "polygon": [{"x": 0, "y": 0}, {"x": 900, "y": 0}, {"x": 900, "y": 900}, {"x": 0, "y": 900}]}],
            "stands": [{"number": "1", "hall": "A", "polygon": square(0)}, {"number": "2", "hall": "A", "polygon": square(300)}],
            "quarters": [{"id": "q", "stands": ["1"]}]
        },
        "applications": [
            {"id": "a", "wishes": [{"kind": "stand", "number": "1"}, {"kind": "quarter", "id": "q"}, {"kind": "next_to", "application": "b"}]},
            {"id": "b", "group": "g", "needs": {"area_cm2": 90_000, "power_w": 0, "water": false}, "sectors": ["02"], "wishes": [{"kind": "corner"}]}
        ],
        "locks": [{"application": "a", "stand": "1"}, {"application": "b", "stand": "2"}],
        "closed": [],
        "area_tolerance_percent": 10
    })
}

/// The request with one member replaced.
fn with(pointer: &str, value: Value) -> AllocationRequest {
    let mut request = request();
    *request.pointer_mut(pointer).unwrap() = value;
    serde_json::from_value(request).unwrap()
}

/// Every way for a request to be wrong, with what is answered.
fn wrong() -> Vec<(Problem, &'static str, &'static str)> {
    let refused = |pointer: &str, value: Value| {
        let request = with(pointer, value);
        let problem = propose(&request).unwrap_err();
        assert_eq!(assess(&request).unwrap_err(), problem);
        problem
    };
    vec![
        (refused("/plan/stands/1/number", json!("1")), "duplicate_number", "/plan/stands/1/number"),
        (refused("/plan/halls", json!([])), "unknown_hall", "/plan/stands/0/hall"),
        (refused("/applications/1/id", json!("")), "required", "/applications/1/id"),
        (refused("/applications/1/id", json!("a")), "duplicate_application", "/applications/1/id"),
        (refused("/applications/0/wishes/0/number", json!("9")), "unknown_stand", "/applications/0/wishes/0/number"),
        (refused("/applications/0/wishes/1/id", json!("p")), "unknown_quarter", "/applications/0/wishes/1/id"),
        (refused("/applications/0/wishes/2/application", json!("c")), "unknown_application", "/applications/0/wishes/2/application"),
        (refused("/applications/0/wishes/2/application", json!("a")), "beside_itself", "/applications/0/wishes/2/application"),
        (refused("/locks/1/application", json!("c")), "unknown_application", "/locks/1/application"),
        (refused("/locks/1/stand", json!("3")), "unknown_stand", "/locks/1/stand"),
        (refused("/locks/1/application", json!("a")), "duplicate_lock", "/locks/1/application"),
        (refused("/locks/1/stand", json!("1")), "duplicate_lock", "/locks/1/stand"),
        (refused("/closed", json!(["2"])), "locked_and_closed", "/locks/1/stand"),
        (refused("/closed", json!(["3"])), "unknown_stand", "/closed/0"),
        (refused("/area_tolerance_percent", json!(51)), "out_of_range", "/area_tolerance_percent"),
    ]
}

#[test]
fn every_wrong_field_is_named_with_what_was_expected() {
    for (problem, code, pointer) in wrong() {
        assert_eq!((problem.code, problem.pointer.as_str()), (code, pointer), "{problem:?}");
        assert!(problem.is_error() && !problem.expected.is_empty());
    }
    let untouched: AllocationRequest = serde_json::from_value(request()).unwrap();
    assert_eq!(propose(&untouched).unwrap().totals.locked, 2);
}

#[test]
fn facts_go_with_the_problem() {
    let facts: Vec<_> = wrong().into_iter().map(|(problem, ..)| problem.params).collect();
    assert_eq!(facts[3], [("application", Param::from("a")), ("first", Param::from(0_i64))].into());
    assert_eq!(facts[4], [("stand", Param::from("9"))].into());
    assert_eq!(facts[14], [("limit", Param::from(50_i64))].into());
}

/// Codes that plans and files are refused with; what brings each of them about is told elsewhere in the tests.
fn of_plans_and_files() -> BTreeSet<&'static str> {
    let point = |x: i32, y: i32| json!({"x": x, "y": y});
    let plan = json!({
        "halls": [
            {"id": "A", "polygon": [point(0, 0), point(900, 0), point(900, 900), point(0, 900)]},
            {"id": "A", "polygon": [point(0, 0), point(900, 0), point(0, 900), point(900, 900), point(5, 5)]}
        ],
        "aisles": [{"polygon": []}],
        "stands": [
            {"number": "1", "hall": "A", "polygon": [point(0, 0), point(9, 0), point(9, 9)]},
            {"number": "2", "hall": "A", "polygon": [point(0, 0), point(9, 0), point(9, 9)]},
            {"number": "3", "hall": "A", "polygon": [point(-9, 0), point(0, 0), point(0, 9)]},
            {"number": "4", "hall": "A", "polygon": [point(9, 0), point(9, 0), point(9, 9)]}
        ],
        "quarters": [{"id": "q"}, {"id": "q", "stands": ["1"]}]
    });
    let plan: Plan = serde_json::from_value(plan).unwrap();
    let open = Plan { aisles: Vec::new(), ..plan.clone() };
    let crowded = Plan { stands: vec![Stand::default(); MAX_STANDS + 1], ..Plan::default() };
    let mut codes: BTreeSet<_> = [plan, open, crowded].iter().flat_map(check).map(|problem| problem.code).collect();
    let deep = "<g>".repeat(100);
    for text in ["<svg><", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", &format!("<svg>{deep}"), &" ".repeat(5_000_000)] {
        codes.insert(from_svg(text, &ImportOptions::default()).unwrap_err().code);
    }
    codes.insert(from_geojson("[]", &ImportOptions::default()).unwrap_err().code);
    codes
}

#[test]
fn every_code_of_the_list_is_used_and_no_other() {
    let mut used: BTreeSet<&str> = wrong().iter().map(|(problem, ..)| problem.code).collect();
    used.extend(of_plans_and_files());
    assert_eq!(used, BTreeSet::from(CODES));
    assert!(CODES.is_sorted());
}

#[test]
fn sizes_have_limits() {
    let refused = |request: AllocationRequest| {
        let problem = propose(&request).unwrap_err();
        assert_eq!(problem.code, "too_many_entries");
        problem.pointer
    };
    let untouched = || with("/area_tolerance_percent", json!(0));
    assert_eq!(
        refused(AllocationRequest { applications: vec![Application::default(); MAX_APPLICATIONS + 1], ..untouched() }),
        "/applications"
    );
    assert_eq!(refused(AllocationRequest { locks: vec![Lock::default(); MAX_APPLICATIONS + 1], ..untouched() }), "/locks");
    assert_eq!(refused(AllocationRequest { closed: vec!["1".into(); MAX_STANDS + 1], ..untouched() }), "/closed");
    let mut many = untouched();
    many.applications[1].wishes = vec![Wish::Corner; 21];
    assert_eq!(refused(many), "/applications/1/wishes");
    let mut many = untouched();
    many.applications[1].sectors = vec!["02".into(); 101];
    assert_eq!(refused(many), "/applications/1/sectors");
}

#[test]
fn an_unknown_member_is_refused() {
    for (pointer, member) in
        [("", "x"), ("/plan", "x"), ("/plan/stands/0", "x"), ("/applications/0", "x"), ("/applications/1/needs", "gas"), ("/locks/0", "x")]
    {
        let mut request = request();
        request.pointer_mut(pointer).unwrap()[member] = json!(1);
        let error = serde_json::from_value::<AllocationRequest>(request).unwrap_err().to_string();
        assert!(error.starts_with(&format!("unknown field `{member}`")), "{pointer}: {error}");
    }
    assert!(serde_json::from_value::<Wish>(json!({"kind": "fountain"})).is_err());
}
