//! What is refused, and how: a code, the field, what was expected, the facts. Nothing here may panic.

use super::wrong;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use learning::problem::{CODES, Problem};
use proptest::prelude::*;
use serde_json::{Value, json};

type Wrong = (Problem, &'static str, &'static str);

/// Every way to be wrong, with what is answered.
static ALL: LazyLock<Vec<Wrong>> = LazyLock::new(|| {
    [wrong::attendance::all(), wrong::conflicts::all(), wrong::exam::all(), wrong::grade::all()].into_iter().flatten().collect()
});

#[test]
fn every_wrong_field_is_named_with_what_was_expected() {
    for (problem, code, pointer) in ALL.iter() {
        assert_eq!((problem.code, problem.pointer.as_str()), (*code, *pointer), "{problem:?}");
        assert!(!problem.expected.is_empty());
        assert_eq!(problem.to_string(), format!("{code} at {pointer}: expected {}", problem.expected));
    }
}

#[test]
fn every_code_of_the_list_is_used_and_no_other() {
    let used: BTreeSet<&str> = ALL.iter().map(|(problem, _, _)| problem.code).collect();
    assert_eq!(used, BTreeSet::from(CODES));
    assert!(CODES.is_sorted());
}

/// Every place in a document.
fn places(document: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match document {
        Value::Object(members) => members.iter().for_each(|(name, value)| places(value, &format!("{here}/{name}"), found)),
        Value::Array(list) => list.iter().enumerate().for_each(|(i, value)| places(value, &format!("{here}/{i}"), found)),
        _ => {}
    }
}

/// What can stand where something else was expected.
fn junk() -> impl Strategy<Value = Value> {
    let words = ["", " ", "a", "b", "logic", "good", "a\nb", "late", "excused", "held", "cancelled", "all", "refused", "not_handed_in"];
    let numbers = [i64::MIN, -10_000_000_000, -1, 0, 1, 2, 60, 100, 10_000, 10_001, u32::MAX.into(), i64::MAX];
    prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(|word| json!(word)),
        prop::sample::select(numbers.to_vec()).prop_map(|number| json!(number)),
        Just(json!(null)),
        Just(json!([])),
        Just(json!(true)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn whatever_comes_in_there_is_an_answer_or_a_problem_that_points_into_the_request(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), junk()), 1..4),
    ) {
        let rooms: Vec<_> = [wrong::attendance::right(), wrong::conflicts::right(), wrong::exam::right(), wrong::grade::right()].concat();
        let (mut request, room) = which.get(&rooms).clone();
        for (place, other, value) in changes {
            let mut all = Vec::new();
            places(&request, "", &mut all);
            // Something else, or what stands elsewhere in the request.
            let value = if other.index(3) == 0 { request.pointer(&all[other.index(all.len())]).cloned().unwrap() } else { value };
            *request.pointer_mut(&all[place.index(all.len())]).unwrap() = value;
        }
        if let Some(Err(problem)) = room(&request) {
            prop_assert!(CODES.contains(&problem.code));
            prop_assert!(request.pointer(&problem.pointer).is_some(), "{} is nowhere in {request}", problem.pointer);
        }
    }
}
