//! What is refused, and how: a code, the field, what was expected, the facts. Nothing here may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod wrong;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use learning::problem::{CODES, Problem};

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
