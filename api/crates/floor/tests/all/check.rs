//! What is wrong with a plan, and where.

use floor::check::{MAX_PROBLEMS, check, is_sound};
use floor::geometry::overlap;
use floor::plan::{Aisle, Hall, MAX_ALL_CORNERS, MAX_CORNERS, MAX_ENTRANCES, MAX_HALLS, MAX_STANDS, Plan, Point, Quarter, Stand};
use floor::problem::{Param, Problem, Severity};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn rectangle(x: i32, y: i32, w: i32, h: i32) -> Vec<Point> {
    vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)]
}

fn stand(number: &str, x: i32, y: i32) -> Stand {
    Stand { number: number.into(), hall: "A".into(), polygon: rectangle(x, y, 300, 300), ..Stand::default() }
}

/// A hall of 12 × 9 metres: a row of stands, an aisle, a row of stands.
fn plan() -> Plan {
    Plan {
        halls: vec![Hall { id: "A".into(), polygon: rectangle(0, 0, 1200, 900), entrances: vec![Point::new(0, 450)], ..Hall::default() }],
        aisles: vec![Aisle { polygon: rectangle(0, 300, 1200, 300) }],
        stands: vec![stand("1", 0, 0), stand("2", 300, 0), stand("3", 0, 600), stand("4", 300, 600)],
        quarters: vec![Quarter { id: "clay".into(), sectors: vec!["02".into()], stands: vec!["1".into()], ..Quarter::default() }],
    }
}

/// The codes and pointers after one member has been replaced.
fn with(pointer: &str, value: Value) -> Vec<(&'static str, String)> {
    let mut document = serde_json::to_value(plan()).unwrap();
    match document.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            document.pointer_mut(parent).unwrap()[key] = value;
        }
    }
    let changed: Plan = serde_json::from_value(document.clone()).unwrap();
    let problems = check(&changed);
    for problem in &problems {
        assert!(document.pointer(&problem.pointer).is_some(), "{} is nowhere", problem.pointer);
        assert_eq!(problem.to_string(), format!("{} at {}: expected {}", problem.code, problem.pointer, problem.expected));
    }
    problems.into_iter().map(|p| (p.code, p.pointer)).collect()
}

fn points(list: &[(i32, i32)]) -> Value {
    list.iter().map(|(x, y)| json!({"x": x, "y": y})).collect()
}

/// The only problem after one member has been replaced.
fn only(pointer: &str, value: Value) -> (&'static str, String) {
    let found = with(pointer, value);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

#[test]
fn a_sound_plan_has_no_problem() {
    assert_eq!(check(&plan()), []);
    assert!(is_sound(&plan()));
    assert_eq!(check(&Plan::default()), []);
}

#[test]
fn a_polygon_that_is_none_is_told_why() {
    let at = "/stands/2/polygon";
    assert_eq!(only(at, points(&[])), ("no_area", at.into()));
    assert_eq!(only(at, points(&[(0, 600), (300, 900)])), ("no_area", at.into()));
    assert_eq!(only(at, points(&[(0, 600), (100, 700), (200, 800)])), ("no_area", at.into()));
    assert_eq!(only(at, points(&[(0, 600), (300, 600), (300, 600), (0, 900)])), ("repeated_point", format!("{at}/2")));
    assert_eq!(only(at, points(&[(0, 600), (300, 600), (0, 900), (0, 600)])), ("repeated_point", format!("{at}/0")));
    assert_eq!(only(at, points(&[(0, 600), (300, 800), (300, 600), (0, 900)])), ("crossing_itself", at.into()));
    assert_eq!(
        only(at, points(&[(0, 600), (300, 900), (300, 600), (0, 900)])),
        ("crossing_itself", at.into()),
        "its two halves cancel out"
    );
    assert_eq!(only(at, points(&[(0, 600), (300, 600), (0, 1_000_001)])), ("out_of_range", format!("{at}/2")));
    assert_eq!(only("/halls/0/polygon", points(&[])), ("no_area", "/halls/0/polygon".into()));
    assert_eq!(with("/aisles/0/polygon", points(&[]))[0], ("no_area", "/aisles/0/polygon".into()));
    assert_eq!(only("/quarters/0/polygon", points(&[(0, 0)])), ("no_area", "/quarters/0/polygon".into()));
}

#[test]
fn names_are_there_and_unique() {
    assert_eq!(only("/stands/3/number", json!("1")), ("duplicate_number", "/stands/3/number".into()));
    assert_eq!(only("/stands/3/number", json!(" ")), ("required", "/stands/3/number".into()));
    assert_eq!(only("/stands/3/number", json!("ع".repeat(101))), ("out_of_range", "/stands/3/number".into()));
    assert_eq!(with("/stands/3/number", json!("ع".repeat(100))), [], "200 bytes");
}

#[test]
fn names_refer_to_what_is_there() {
    assert_eq!(only("/stands/3/hall", json!("B")), ("unknown_hall", "/stands/3/hall".into()));
    assert_eq!(only("/quarters/0/stands", json!(["1", "9"])), ("unknown_stand", "/quarters/0/stands/1".into()));
    assert_eq!(only("/quarters/0/id", json!("")), ("required", "/quarters/0/id".into()));
    assert_eq!(only("/quarters/0/sectors", json!(["02", ""])), ("required", "/quarters/0/sectors/1".into()));
    assert_eq!(only("/quarters/0/stands", json!([])), ("empty_quarter", "/quarters/0".into()));
}

#[test]
fn stands_and_entrances_belong_into_their_hall() {
    assert_eq!(only("/stands/3/polygon", points(&[(901, 600), (1201, 600), (1201, 900)])), ("outside_hall", "/stands/3/polygon".into()));
    assert_eq!(only("/halls/0/entrances", points(&[(0, 0), (-1, 0)])), ("outside_hall", "/halls/0/entrances/1".into()));
    assert_eq!(only("/halls/0/entrances", points(&[(i32::MAX, 0)])), ("out_of_range", "/halls/0/entrances/0".into()));
}

#[test]
fn a_stand_takes_no_ground_of_another_nor_of_an_aisle() {
    let mut overlapping = plan();
    overlapping.stands[3].polygon = rectangle(299, 599, 300, 300);
    let found = check(&overlapping);
    assert_eq!(
        found.iter().map(|p| (p.code, p.pointer.as_str())).collect::<Vec<_>>(),
        [("overlapping", "/stands/3/polygon"), ("overlapping", "/stands/3/polygon"), ("not_reachable", "/stands/3/polygon"),]
    );
    let facts = |problem: &Problem| problem.params.clone();
    let (aisle, other) = if found[0].params.contains_key("aisle") { (&found[0], &found[1]) } else { (&found[1], &found[0]) };
    assert_eq!(facts(aisle), [("aisle", Param::from(0_i64)), ("stand", Param::from("4"))].into());
    assert_eq!(facts(other), [("first", Param::from(2_i64)), ("other", Param::from("3")), ("stand", Param::from("4"))].into());
    assert_eq!(found[2].severity, Severity::Warning);
}

#[test]
fn halls_do_not_overlap_but_aisles_may() {
    let mut two = plan();
    two.aisles.push(Aisle { polygon: rectangle(600, 0, 300, 900) });
    two.halls.push(Hall { id: "B".into(), polygon: rectangle(1200, 0, 100, 100), ..Hall::default() });
    assert_eq!(check(&two), []);
    two.halls[1].polygon = rectangle(1199, 0, 100, 100);
    two.halls.push(Hall { id: "A".into(), polygon: rectangle(5000, 0, 100, 100), ..Hall::default() });
    let found: Vec<_> = check(&two).into_iter().map(|p| (p.code, p.pointer)).collect();
    assert_eq!(found, [("overlapping", "/halls/1/polygon".into()), ("duplicate_hall", "/halls/2/id".into())]);
    two.quarters.push(two.quarters[0].clone());
    assert_eq!(check(&two)[2].code, "duplicate_quarter");
}

#[test]
fn a_stand_nobody_can_get_to_is_a_warning() {
    let mut walled = plan();
    walled.stands.push(stand("5", 900, 0));
    walled.stands[4].polygon = rectangle(900, 0, 300, 299);
    let found = check(&walled);
    assert_eq!((found.len(), found[0].code, found[0].is_error()), (1, "not_reachable", false));
    assert!(is_sound(&walled));
    walled.aisles.clear();
    let found = check(&walled);
    assert_eq!(
        found.iter().map(|p| (p.code, p.pointer.as_str(), p.severity)).collect::<Vec<_>>(),
        [("no_aisles", "/aisles", Severity::Warning)]
    );
}

#[test]
fn services_keep_to_what_is_possible() {
    assert_eq!(only("/stands/0/services/power_w", json!(1_000_001)), ("out_of_range", "/stands/0/services/power_w".into()));
    assert_eq!(only("/stands/0/open_sides", json!(9)), ("out_of_range", "/stands/0/open_sides".into()));
}

#[test]
fn sizes_have_limits() {
    let only = |plan: Plan| {
        let found = check(&plan);
        assert_eq!((found.len(), found[0].code), (1, "too_many_entries"));
        found[0].pointer.clone()
    };
    assert_eq!(only(Plan { halls: vec![Hall::default(); MAX_HALLS + 1], ..plan() }), "/halls");
    assert_eq!(only(Plan { aisles: vec![Aisle::default(); 1_001], ..plan() }), "/aisles");
    assert_eq!(only(Plan { stands: vec![Stand::default(); MAX_STANDS + 1], ..plan() }), "/stands");
    assert_eq!(only(Plan { quarters: vec![Quarter::default(); 201], ..plan() }), "/quarters");
    let crowded = Stand { polygon: vec![Point::default(); MAX_CORNERS], ..Stand::default() };
    let over = Stand { polygon: vec![Point::default(); MAX_CORNERS + 1], ..Stand::default() };
    assert_eq!(only(Plan { stands: vec![over], ..plan() }), "/stands/0/polygon");
    let full = MAX_ALL_CORNERS / MAX_CORNERS;
    assert_eq!(only(Plan { stands: vec![crowded.clone(); full + 1], ..Plan::default() }), format!("/stands/{full}/polygon"));
    assert!(check(&Plan { stands: vec![crowded; full], ..Plan::default() }).iter().all(|p| p.code != "too_many_entries"));
    let mut many = plan();
    many.halls[0].entrances = vec![Point::default(); MAX_ENTRANCES + 1];
    assert_eq!(only(many), "/halls/0/entrances");
    let mut many = plan();
    many.quarters[0].sectors = vec!["1".into(); 101];
    assert_eq!(only(many), "/quarters/0/sectors");
    let mut many = plan();
    many.quarters[0].stands = vec!["1".into(); MAX_STANDS + 1];
    assert_eq!(only(many), "/quarters/0/stands");
}

#[test]
fn of_too_many_problems_the_warnings_are_left_out_first() {
    // None of them is along the aisle: two thousand warnings besides.
    let small = |i: usize| Stand { polygon: rectangle(0, 0, 100, 100), ..stand(&i.to_string(), 0, 0) };
    let stands = (0..MAX_STANDS).map(small).collect();
    let found = check(&Plan { stands, ..plan() });
    assert_eq!(found.len(), MAX_PROBLEMS);
    assert!(found.iter().all(Problem::is_error));
}

proptest! {
    #[test]
    fn the_sweep_finds_the_overlaps_that_all_pairs_show(places in vec((0..12_i32, 0..12_i32, 1..4_i32, 1..4_i32), 1..40), aisles in 0..5_usize) {
        let polygons: Vec<_> = places.iter().map(|(x, y, w, h)| rectangle(*x, *y, *w, *h)).collect();
        let aisles = aisles.min(polygons.len());
        let mut plan = Plan { halls: vec![Hall { id: "A".into(), polygon: rectangle(0, 0, 100, 100), ..Hall::default() }], ..Plan::default() };
        plan.aisles = polygons[..aisles].iter().map(|polygon| Aisle { polygon: polygon.clone() }).collect();
        let stand = |(i, polygon): (usize, &Vec<Point>)| Stand { number: i.to_string(), hall: "A".into(), polygon: polygon.clone(), ..Stand::default() };
        plan.stands = polygons[aisles..].iter().enumerate().map(stand).collect();
        let mut expected = vec![0; plan.stands.len()];
        for (i, stand) in plan.stands.iter().enumerate() {
            let before = plan.stands[..i].iter().map(|s| &s.polygon);
            expected[i] = before.chain(plan.aisles.iter().map(|a| &a.polygon)).filter(|other| overlap(&stand.polygon, other)).count();
        }
        let mut found = vec![0; plan.stands.len()];
        let problems = check(&plan);
        for problem in problems.iter().filter(|p| p.code == "overlapping") {
            found[problem.pointer.split('/').nth(2).unwrap().parse::<usize>().unwrap()] += 1;
        }
        prop_assert_eq!(found, expected);
        prop_assert!(problems.iter().filter(|p| p.is_error()).all(|p| p.code == "overlapping"));
    }

    #[test]
    fn whatever_comes_in_there_is_an_answer_with_places_that_exist(
        polygons in vec(vec((-3..9_i32, -3..9_i32), 0..6), 1..12),
        names in vec("[ab]{0,2}", 12),
    ) {
        let corners = |list: &Vec<(i32, i32)>| -> Vec<Point> { list.iter().map(|(x, y)| Point::new(*x, *y)).collect() };
        let mut plan = Plan::default();
        for (i, (list, name)) in polygons.iter().zip(&names).enumerate() {
            let polygon = corners(list);
            match i % 4 {
                0 => plan.halls.push(Hall { id: name.clone(), entrances: polygon.clone(), polygon, ..Hall::default() }),
                1 => plan.aisles.push(Aisle { polygon }),
                2 => plan.stands.push(Stand { number: name.clone(), hall: names[0].clone(), polygon, ..Stand::default() }),
                _ => plan.quarters.push(Quarter { id: name.clone(), stands: vec![name.clone()], polygon: Some(polygon), ..Quarter::default() }),
            }
        }
        let document = serde_json::to_value(&plan).unwrap();
        for problem in check(&plan) {
            prop_assert!(document.pointer(&problem.pointer).is_some(), "{} is nowhere", problem.pointer);
            prop_assert!(floor::problem::CODES.contains(&problem.code));
        }
    }
}
