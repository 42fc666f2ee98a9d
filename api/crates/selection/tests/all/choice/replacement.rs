//! Who moves up when others withdraw.

use std::collections::BTreeSet;

use proptest::prelude::*;
use selection::choice::{Candidate, ChoiceRequest, Decision, choose};
use selection::replacement::{ReplacementReason, ReplacementRequest, replace};

use super::small::{order, rank, request, selected};

/// The names a mask takes out of a list.
fn taken<'a>(names: impl Iterator<Item = &'a String>, mask: u16) -> Vec<String> {
    names.enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, name)| name.clone()).collect()
}

fn replacing(choice: &ChoiceRequest, selected: &BTreeSet<String>, withdrawn: &[String]) -> ReplacementRequest {
    ReplacementRequest { choice: choice.clone(), selected: selected.iter().cloned().collect(), withdrawn: withdrawn.to_vec() }
}

fn without(choice: &ChoiceRequest, withdrawn: &[String]) -> ChoiceRequest {
    let mut rest = choice.clone();
    rest.candidates.retain(|c| !withdrawn.contains(&c.id));
    rest
}

/// What these can fill.
fn filled<'a>(choice: &ChoiceRequest, names: impl Iterator<Item = &'a String>) -> usize {
    let all = order(choice);
    let named: Vec<&Candidate> = names.map(|name| *all.iter().find(|c| c.id == *name).unwrap()).collect();
    rank(choice, &named)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn whoever_moves_up_is_whom_a_new_choice_without_the_others_would_select(request in request(), mask in any::<u16>()) {
        let before = choose(&request).unwrap();
        let withdrawn = taken(request.candidates.iter().map(|c| &c.id), mask);
        let result = replace(&replacing(&request, &selected(&before), &withdrawn)).unwrap();
        let anew = choose(&without(&request, &withdrawn)).unwrap();
        prop_assert!(result.as_chosen_anew);
        let named = ChoiceRequest { withdrawn: withdrawn.clone(), ..request.clone() };
        prop_assert_eq!(&choose(&named).unwrap(), &result.outcome, "a call that names who has gone is decided as by replacing them");
        prop_assert_eq!(selected(&result.outcome), selected(&anew));
        prop_assert_eq!(&result.outcome.totals.reserved_filled, &anew.totals.reserved_filled);
        prop_assert_eq!(&result.outcome.draws, &anew.draws);
        prop_assert_eq!(&result.outcome.quotas, &anew.quotas);
        for candidate in &result.outcome.candidates {
            match anew.candidates.iter().find(|c| c.id == candidate.id) {
                None => prop_assert_eq!(&candidate.decision, &Decision::Withdrawn),
                Some(other) => prop_assert_eq!(&candidate.decision, &other.decision),
            }
        }
    }

    #[test]
    fn portions_and_their_order_do_not_matter(request in request(), first in any::<u16>(), second in any::<u16>()) {
        let before = selected(&choose(&request).unwrap());
        let names = || request.candidates.iter().map(|c| &c.id);
        let at_once = replace(&replacing(&request, &before, &taken(names(), first | second))).unwrap();
        let half = replace(&replacing(&request, &before, &taken(names(), second))).unwrap();
        let then = replace(&replacing(&request, &selected(&half.outcome), &taken(names(), first | second))).unwrap();
        prop_assert_eq!(then.outcome, at_once.outcome);
    }

    #[test]
    fn everybody_else_stays_and_quotas_stay_filled_as_far_as_possible(request in request(), chosen in any::<u16>(), mask in any::<u16>()) {
        // Any selected set, also one the rule would not have chosen.
        let all: Vec<String> = request.candidates.iter().map(|c| c.id.clone()).collect();
        let mut before: BTreeSet<String> = taken(all.iter(), chosen).into_iter().collect();
        while before.len() > request.capacity as usize {
            before.pop_first();
        }
        let withdrawn = taken(all.iter(), mask);
        let result = replace(&replacing(&request, &before, &withdrawn)).unwrap();
        let mut now = before.clone();
        let mut leaving: Vec<&str> = order(&request).iter().map(|c| c.id.as_str()).filter(|id| before.contains(*id)).collect();
        leaving.retain(|id| withdrawn.iter().any(|w| w == id));
        prop_assert_eq!(result.steps.iter().map(|s| s.withdrawn.as_str()).collect::<Vec<_>>(), leaving);
        for step in &result.steps {
            prop_assert_eq!(step.filled_before, filled(&request, now.iter()));
            now.remove(&step.withdrawn);
            prop_assert_eq!(step.filled_without, filled(&request, now.iter()));
            let waiting: Vec<&Candidate> =
                order(&request).into_iter().filter(|c| !before.contains(&c.id) && !now.contains(&c.id) && !withdrawn.contains(&c.id)).collect();
            let with = |c: &Candidate| filled(&request, now.iter().chain([&c.id]));
            let most = waiting.iter().map(|c| with(c)).max();
            let expected = waiting.iter().position(|c| Some(with(c)) == most);
            prop_assert_eq!(&step.replacement, &expected.map(|i| waiting[i].id.clone()));
            prop_assert_eq!(step.passed_over, expected.unwrap_or(0));
            prop_assert_eq!(step.filled_after, most.unwrap_or(step.filled_without));
            let reason = match expected {
                None => ReplacementReason::NobodyWaits,
                Some(_) if step.filled_after > step.filled_without => ReplacementReason::FillsReservedSeat,
                Some(_) => ReplacementReason::NextInOrder,
            };
            prop_assert_eq!(step.reason, reason);
            now.extend(step.replacement.clone());
        }
        prop_assert_eq!(&selected(&result.outcome), &now);
        prop_assert!(before.iter().all(|id| now.contains(id) || withdrawn.contains(id)));
        prop_assert_eq!(result.outcome.totals.reserved_filled, filled(&request, now.iter()));
        prop_assert_eq!(result.as_chosen_anew, now == selected(&choose(&without(&request, &withdrawn)).unwrap()));
    }

    #[test]
    fn those_who_moved_are_those_who_stay_on_another_seat(request in request(), mask in any::<u16>()) {
        let before = choose(&request).unwrap();
        let withdrawn = taken(request.candidates.iter().map(|c| &c.id), mask);
        let result = replace(&replacing(&request, &selected(&before), &withdrawn)).unwrap();
        let mut expected = Vec::new();
        for then in &before.candidates {
            let now = result.outcome.candidates.iter().find(|c| c.id == then.id).unwrap();
            if let (Decision::Selected { under: from }, Decision::Selected { under: to }) = (&then.decision, &now.decision)
                && from != to
            {
                expected.push((then.id.clone(), from.clone(), to.clone()));
            }
        }
        let moved: Vec<_> = result.moved.into_iter().map(|m| (m.id, m.from, m.to)).collect();
        prop_assert_eq!(moved, expected);
    }
}
