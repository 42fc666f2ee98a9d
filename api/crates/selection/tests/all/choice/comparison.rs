//! What if: two outcomes side by side.

use proptest::prelude::*;
use selection::choice::choose;
use selection::comparison::compare;

use super::small::{request, selected};

proptest! {
    #[test]
    fn a_comparison_adds_up(one in request(), two in request()) {
        let (before, after) = (choose(&one).unwrap(), choose(&two).unwrap());
        let comparison = compare(&before, &after);
        let (then, now) = (selected(&before), selected(&after));
        let ids = |changes: &[selection::comparison::Change]| changes.iter().map(|c| c.id.clone()).collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(ids(&comparison.come_in), now.difference(&then).cloned().collect());
        prop_assert_eq!(ids(&comparison.go_out), then.difference(&now).cloned().collect());
        prop_assert_eq!(comparison.stay, then.intersection(&now).count());
        prop_assert_eq!(comparison.selected_difference, now.len() as i64 - then.len() as i64);
        prop_assert_eq!(comparison.score_difference, after.totals.score - before.totals.score);
        prop_assert_eq!(comparison.reserved_filled_difference, after.totals.reserved_filled as i64 - before.totals.reserved_filled as i64);
        for moved in &comparison.moved {
            prop_assert!(moved.before.as_ref().unwrap().decision != moved.after.as_ref().unwrap().decision);
        }
        prop_assert_eq!(comparison.quotas.len(), one.quotas.len().max(two.quotas.len()), "the quotas of both are numbered alike");
    }

    #[test]
    fn nothing_changes_from_an_outcome_to_itself(request in request()) {
        let outcome = choose(&request).unwrap();
        let same = compare(&outcome, &outcome);
        prop_assert!(same.come_in.is_empty() && same.go_out.is_empty() && same.moved.is_empty());
        prop_assert_eq!((same.stay, same.score_difference), (outcome.totals.selected, 0));
    }
}
