//! Numbers for stands.

use std::collections::BTreeSet;

use floor::numbering::{Direction, NumberingOptions, Rows, propose_numbers, renumber};
use floor::plan::{Aisle, Hall, Plan, Point, Quarter, Stand};
use proptest::prelude::*;

fn rectangle(x: i32, y: i32, w: i32, h: i32) -> Vec<Point> {
    vec![Point::new(x, y), Point::new(x + w, y), Point::new(x + w, y + h), Point::new(x, y + h)]
}

/// Stands of 3 × 3 metres at these places of a grid, counted in stands, in a hall with an aisle.
fn hall(places: &[(i32, i32)], aisle: Vec<Point>) -> Plan {
    let stand = |(x, y): &(i32, i32)| Stand { hall: "A".into(), polygon: rectangle(300 * x, 300 * y, 300, 300), ..Stand::default() };
    Plan {
        halls: vec![Hall { id: "A".into(), prefix: "A".into(), polygon: rectangle(0, 0, 3_000, 3_000), ..Hall::default() }],
        aisles: vec![Aisle { polygon: aisle }],
        stands: places.iter().map(stand).collect(),
        ..Plan::default()
    }
}

fn across() -> Vec<Point> {
    rectangle(0, 300, 3_000, 300)
}

fn numbers(plan: &Plan, options: &NumberingOptions) -> Vec<String> {
    propose_numbers(plan, options).unwrap()
}

fn left_to_right() -> NumberingOptions {
    NumberingOptions { direction: Direction::LeftToRight, ..NumberingOptions::default() }
}

#[test]
fn rows_follow_one_another_from_the_top_in_the_reading_direction() {
    let plan = hall(&[(0, 2), (1, 0), (0, 0), (1, 2)], across());
    assert_eq!(numbers(&plan, &NumberingOptions::default()), ["A04", "A01", "A02", "A03"]);
    assert_eq!(numbers(&plan, &left_to_right()), ["A03", "A02", "A01", "A04"]);
}

#[test]
fn rows_run_down_along_an_aisle_that_does() {
    let plan = hall(&[(0, 0), (2, 0), (0, 1), (2, 1)], rectangle(300, 0, 300, 3_000));
    assert_eq!(numbers(&plan, &NumberingOptions::default()), ["A03", "A01", "A04", "A02"]);
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A03", "A02", "A04"]);
    assert_eq!(numbers(&plan, &NumberingOptions { rows: Rows::Across, ..left_to_right() }), ["A01", "A02", "A03", "A04"]);
    let plan = hall(&[(0, 0), (1, 0), (0, 2)], across());
    assert_eq!(numbers(&plan, &NumberingOptions { rows: Rows::Down, ..left_to_right() }), ["A01", "A03", "A02"]);
    let mut other = hall(&[(0, 0), (2, 0), (0, 1), (2, 1)], rectangle(300, 0, 300, 3_000));
    other.aisles.push(Aisle { polygon: rectangle(3_000, 0, 9_000, 300) });
    assert_eq!(numbers(&other, &left_to_right()), ["A01", "A03", "A02", "A04"], "an aisle elsewhere does not count");
}

#[test]
fn rows_run_across_where_no_aisle_says_otherwise() {
    let mut plan = hall(&[(0, 0), (1, 0), (0, 1)], across());
    plan.aisles.clear();
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A02", "A03"]);
    plan.aisles = vec![Aisle { polygon: rectangle(0, 0, 300, 900) }, Aisle { polygon: rectangle(0, 0, 900, 300) }];
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A02", "A03"]);
}

#[test]
fn stands_around_the_same_centre_are_told_apart_by_their_ground() {
    let mut plan = hall(&[(0, 0), (0, 0)], across());
    plan.stands[1].polygon = rectangle(100, 100, 100, 100);
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A02"]);
    plan.stands.reverse();
    assert_eq!(numbers(&plan, &left_to_right()), ["A02", "A01"]);
}

#[test]
fn a_row_need_not_be_quite_straight() {
    let mut plan = hall(&[(0, 0), (1, 0), (2, 0)], across());
    plan.stands[0].polygon = rectangle(0, 140, 300, 300);
    plan.stands[2].polygon = rectangle(600, 0, 300, 200);
    assert_eq!(numbers(&plan, &left_to_right()), ["A03", "A01", "A02"], "the middle of the first is beyond the extent of the last");
    plan.stands[0].polygon = rectangle(0, 40, 300, 300);
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A02", "A03"]);
}

#[test]
fn each_prefix_has_its_sequence_and_halls_without_one_share_theirs() {
    let mut plan = hall(&[(0, 0), (1, 0), (2, 0)], across());
    plan.halls.insert(0, Hall { id: "C".into(), polygon: rectangle(3_000, 0, 900, 900), ..Hall::default() });
    plan.halls.insert(0, Hall { id: "B".into(), polygon: rectangle(4_000, 0, 900, 900), ..Hall::default() });
    plan.stands[1].hall = "C".into();
    plan.stands[2].hall = "B".into();
    let options = NumberingOptions { first: 9, digits: 1, ..left_to_right() };
    assert_eq!(numbers(&plan, &options), ["A9", "10", "9"]);
}

#[test]
fn numbers_that_are_there_are_kept_when_asked() {
    let mut plan = hall(&[(0, 0), (1, 0), (2, 0), (3, 0)], across());
    plan.stands[1].number = "A01".into();
    plan.stands[2].number = "VIP".into();
    let keeping = NumberingOptions { keep: true, ..left_to_right() };
    assert_eq!(numbers(&plan, &keeping), ["A02", "A01", "VIP", "A03"]);
    assert_eq!(numbers(&plan, &left_to_right()), ["A01", "A02", "A03", "A04"]);
}

#[test]
fn quarters_follow_the_new_numbers() {
    let mut plan = hall(&[(0, 0), (1, 0)], across());
    (plan.stands[0].number, plan.stands[1].number) = ("x".into(), "A01".into());
    plan.quarters = vec![Quarter { stands: vec!["A01".into(), "gone".into()], ..Quarter::default() }];
    let after = renumber(&plan, &numbers(&plan, &left_to_right()));
    assert_eq!(after.stands.iter().map(|s| s.number.as_str()).collect::<Vec<_>>(), ["A01", "A02"]);
    assert_eq!(after.quarters[0].stands, ["A02", "gone"]);
    assert_eq!((&after.halls, &after.aisles), (&plan.halls, &plan.aisles));
}

#[test]
fn what_cannot_be_numbered_is_told() {
    let refused = |plan: &Plan, options: &NumberingOptions| {
        let problem = propose_numbers(plan, options).unwrap_err();
        (problem.code, problem.pointer)
    };
    let mut plan = hall(&[(0, 0), (1, 0)], across());
    assert_eq!(refused(&plan, &NumberingOptions { digits: 7, ..left_to_right() }), ("out_of_range", "/digits".into()));
    assert_eq!(refused(&plan, &NumberingOptions { first: 1_000_001, ..left_to_right() }), ("out_of_range", "/first".into()));
    plan.stands[1].hall = "B".into();
    assert_eq!(refused(&plan, &left_to_right()), ("unknown_hall", "/stands/1/hall".into()));
    plan.halls[0].prefix = "A".repeat(51);
    assert_eq!(refused(&plan, &left_to_right()), ("out_of_range", "/halls/0/prefix".into()));
    plan.stands = vec![Stand::default(); 2_001];
    assert_eq!(refused(&plan, &left_to_right()), ("too_many_entries", "/stands".into()));
}

proptest! {
    #[test]
    fn every_stand_gets_its_own_number_whatever_order_the_list_has(
        places in proptest::collection::btree_set((0..8_i32, 0..8_i32), 1..30),
        turn in 0..30_usize,
        direction in prop_oneof![Just(Direction::LeftToRight), Just(Direction::RightToLeft)],
        rows in prop_oneof![Just(Rows::Across), Just(Rows::Down), Just(Rows::AlongAisles)],
    ) {
        let places: Vec<_> = places.into_iter().collect();
        let options = NumberingOptions { direction, rows, ..NumberingOptions::default() };
        let plan = hall(&places, across());
        let proposed = numbers(&plan, &options);
        let expected: BTreeSet<String> = (1..=places.len()).map(|n| format!("A{n:02}")).collect();
        prop_assert_eq!(proposed.iter().cloned().collect::<BTreeSet<_>>(), expected);
        let mut other = plan.clone();
        other.stands.reverse();
        other.stands.rotate_left(turn % places.len());
        let mut found = numbers(&other, &options);
        found.rotate_right(turn % places.len());
        found.reverse();
        prop_assert_eq!(&found, &proposed);
        let keeping = NumberingOptions { keep: true, ..options };
        prop_assert_eq!(numbers(&renumber(&plan, &proposed), &keeping), proposed, "a second time changes nothing");
    }
}
