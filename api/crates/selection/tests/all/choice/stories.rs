//! The rule told by examples.

use selection::choice::{Ahead, Decision, ListPlace, choose};
use selection::comparison::compare;
use selection::lottery::lottery_key;
use selection::replacement::{ReplacementReason, ReplacementRequest, replace};
use serde_json::{Value, json};

use super::small::{decision, selected};
use selection::choice::{ChoiceRequest, Outcome};

fn parsed(request: Value) -> ChoiceRequest {
    serde_json::from_value(request).unwrap()
}

fn under(quota: &str) -> Decision {
    Decision::Selected { under: Some(quota.into()) }
}

const OPEN: Decision = Decision::Selected { under: None };

/// The worked example of `docs/selection.md`.
fn example() -> ChoiceRequest {
    parsed(json!({
        "capacity": 5,
        "seed": "Salon 2026",
        "quotas": [{"id": "women", "seats": 2}, {"id": "border", "seats": 1}],
        "candidates": [
            {"id": "Amel", "score": 91000, "quotas": ["women", "border"]},
            {"id": "Badis", "score": 88000},
            {"id": "Chafia", "score": 85000, "quotas": ["women"]},
            {"id": "Djamel", "score": 81500},
            {"id": "Elyes", "score": 81500},
            {"id": "Farid", "score": 70000, "quotas": ["border"]}
        ]
    }))
}

#[test]
fn the_worked_example_is_as_the_guide_tells_it() {
    let outcome = choose(&example()).unwrap();
    let told = ["Amel", "Badis", "Chafia", "Elyes", "Djamel", "Farid"].map(|id| decision(&outcome, id).clone());
    let behind = Some(Ahead { id: "Elyes".into(), score: 81_500 });
    let waiting = Decision::Waiting { place: 1, lists: vec![], behind };
    assert_eq!(told, [under("women"), OPEN, under("women"), OPEN, waiting, under("border")]);
    assert!(lottery_key("Salon 2026", "Djamel").starts_with("a2f394d5") && lottery_key("Salon 2026", "Elyes").starts_with("2b52639a"));
    assert_eq!((outcome.draws.len(), outcome.draws[0].score, outcome.totals.tied), (1, 81_500, 2));
    assert_eq!((outcome.totals.score, outcome.totals.reserved_filled, outcome.totals.owed_to_quotas), (415_500, 3, 1));
    let gone =
        ReplacementRequest { choice: example(), selected: selected(&outcome).into_iter().collect(), withdrawn: vec!["Farid".into()] };
    let result = replace(&gone).unwrap();
    assert_eq!((result.steps[0].replacement.as_deref(), result.steps[0].reason), (Some("Djamel"), ReplacementReason::NextInOrder));
    assert_eq!((result.moved.len(), result.moved[0].id.as_str(), result.moved[0].to.as_deref()), (1, "Amel", Some("border")));
}

/// A call with one seat for women and one for the border.
fn salon() -> ChoiceRequest {
    let mut salon = example();
    salon.capacity = 4;
    salon.quotas[0].seats = 1;
    salon
}

#[test]
fn whoever_finds_nothing_left_to_fill_waits_behind_the_last_on_an_open_seat() {
    let outcome = choose(&salon()).unwrap();
    assert_eq!(names(&outcome), ["Amel", "Badis", "Chafia", "Elyes"]);
    assert_eq!((decision(&outcome, "Amel"), decision(&outcome, "Chafia")), (&under("border"), &under("women")));
    let behind = Some(Ahead { id: "Elyes".into(), score: 81_500 });
    let lists = vec![ListPlace { quota: "border".into(), place: 1 }];
    assert_eq!(decision(&outcome, "Farid"), &Decision::Waiting { place: 2, lists, behind });
}

#[test]
fn when_the_only_other_one_for_a_quota_withdraws_the_first_who_can_fill_it_passes_others() {
    let withdrawn = vec!["Amel".to_owned()];
    let before = choose(&salon()).unwrap();
    let request = ReplacementRequest { choice: salon(), selected: selected(&before).into_iter().collect(), withdrawn };
    let result = replace(&request).unwrap();
    let step = &result.steps[0];
    assert_eq!((step.replacement.as_deref(), step.reason, step.passed_over), (Some("Farid"), ReplacementReason::FillsReservedSeat, 1));
    assert_eq!((step.filled_before, step.filled_without, step.filled_after), (2, 1, 2));
    assert_eq!(decision(&result.outcome, "Farid"), &under("border"));
    assert_eq!(decision(&result.outcome, "Amel"), &Decision::Withdrawn);
    assert!(result.moved.is_empty());
    assert_eq!(result.outcome.totals.owed_to_quotas, 1, "without quotas the other of the draw would be in");
}

#[test]
fn when_no_reserved_seat_is_lost_the_first_in_the_order_moves_up() {
    let before = choose(&salon()).unwrap();
    let request =
        ReplacementRequest { choice: salon(), selected: selected(&before).into_iter().collect(), withdrawn: vec!["Badis".into()] };
    let result = replace(&request).unwrap();
    assert_eq!((result.steps[0].replacement.as_deref(), result.steps[0].reason), (Some("Djamel"), ReplacementReason::NextInOrder));
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.candidates.iter().filter(|c| matches!(c.decision, Decision::Selected { .. })).map(|c| c.id.as_str()).collect()
}

#[test]
fn one_who_qualifies_for_two_quotas_moves_over_to_let_another_in() {
    let outcome = choose(&parsed(json!({
        "capacity": 2, "seed": "s",
        "quotas": [{"id": "a", "seats": 1}, {"id": "b", "seats": 1}],
        "candidates": [
            {"id": "both", "score": 3, "quotas": ["b", "a"]}, {"id": "none", "score": 2}, {"id": "first", "score": 1, "quotas": ["a"]}
        ]
    })))
    .unwrap();
    assert_eq!(names(&outcome), ["both", "first"]);
    assert_eq!((decision(&outcome, "both"), decision(&outcome, "first")), (&under("b"), &under("a")));
    let behind = None;
    assert_eq!(decision(&outcome, "none"), &Decision::Waiting { place: 1, lists: vec![], behind }, "both seats are reserved and filled");
}

#[test]
fn of_several_who_could_move_over_the_first_in_the_order_does() {
    let outcome = choose(&parsed(json!({
        "capacity": 3, "seed": "s",
        "quotas": [{"id": "a", "seats": 2}, {"id": "b", "seats": 1}],
        "candidates": [
            {"id": "x", "score": 3, "quotas": ["a", "b"]}, {"id": "y", "score": 2, "quotas": ["a", "b"]}, {"id": "z", "score": 1, "quotas": ["a"]}
        ]
    })))
    .unwrap();
    assert_eq!(["x", "y", "z"].map(|id| decision(&outcome, id).clone()), [under("b"), under("a"), under("a")]);
}

#[test]
fn reserved_seats_that_nobody_can_fill_are_open() {
    let outcome = choose(&parsed(json!({
        "capacity": 3, "seed": "s", "quotas": [{"id": "a", "seats": 3}],
        "candidates": [{"id": "x", "score": 1, "quotas": ["a"]}, {"id": "y", "score": 5}, {"id": "z", "score": 4}, {"id": "w", "score": 3}]
    })))
    .unwrap();
    assert_eq!(names(&outcome), ["y", "z", "x"]);
    assert_eq!((outcome.totals.open, outcome.quotas[0].filled, outcome.quotas[0].seats), (2, 1, 3));
}

#[test]
fn no_seats_no_candidates_and_no_quotas_are_answered_too() {
    let none = choose(&parsed(json!({"capacity": 0, "seed": "s", "candidates": [{"id": "x", "score": 1}]}))).unwrap();
    assert_eq!(none.candidates[0].decision, Decision::Waiting { place: 1, lists: vec![], behind: None });
    let nobody = choose(&parsed(json!({"capacity": 5, "seed": "s", "quotas": [{"id": "a", "seats": 5}], "candidates": []}))).unwrap();
    assert_eq!((nobody.totals.selected, nobody.totals.open), (0, 5));
    let everybody = choose(&parsed(json!({"capacity": u32::MAX, "seed": "s", "candidates": [{"id": "x", "score": -1}]}))).unwrap();
    assert_eq!((everybody.totals.selected, everybody.totals.score), (1, -1));
}

#[test]
fn the_lottery_key_is_what_sha256sum_prints() {
    // printf '%s\n%s' 'معرض 2026' 'c1' | sha256sum
    assert_eq!(lottery_key("معرض 2026", "c1"), "9aeeeda2372d8028665eff4b4dd50155a9c036dd55a914651bc3280bae88ac64");
}

#[test]
fn what_if_says_who_comes_in_and_who_goes_out() {
    let before = choose(&salon()).unwrap();
    let mut stricter = salon();
    stricter.quotas[1].seats = 2;
    let comparison = compare(&before, &choose(&stricter).unwrap());
    let ids = |changes: &[selection::comparison::Change]| changes.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&comparison.come_in), ids(&comparison.go_out)), (vec!["Farid".to_owned()], vec!["Elyes".to_owned()]));
    assert_eq!((comparison.score_difference, comparison.reserved_filled_difference, comparison.stay), (-11_500, 1, 3));
    let border = &comparison.quotas[0];
    assert_eq!(
        (border.id.as_str(), border.seats_before, border.seats_after, border.filled_before, border.filled_after),
        ("border", 1, 2, 1, 2)
    );
}
