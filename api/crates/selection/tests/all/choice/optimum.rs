//! What the choice answers is the best there is, and is explained by what is true.

use proptest::prelude::*;
use selection::choice::{Decision, choose};

use super::small::{best, decision, order, request, seats_by_the_steps, selected};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_choice_is_the_first_of_the_best_of_all_sets(request in request()) {
        let outcome = choose(&request).unwrap();
        let best = best(&request);
        let order = order(&request);
        prop_assert_eq!(outcome.totals.reserved_filled, best.filled);
        prop_assert_eq!(outcome.totals.score, best.score);
        let places: Vec<&str> = outcome.candidates.iter().map(|c| c.id.as_str()).collect();
        let expected: Vec<&str> = order.iter().map(|c| c.id.as_str()).collect();
        prop_assert_eq!(places, expected);
        let first = best.sets[0].iter().map(|place| order[*place].id.clone()).collect();
        prop_assert_eq!(selected(&outcome), first);
    }

    #[test]
    fn the_lottery_decided_about_those_whom_some_of_the_best_sets_hold_and_others_do_not(request in request()) {
        let outcome = choose(&request).unwrap();
        let best = best(&request);
        for (place, candidate) in outcome.candidates.iter().enumerate() {
            let holding = best.sets.iter().filter(|set| set.contains(&place)).count();
            prop_assert_eq!(candidate.by_lottery, 0 < holding && holding < best.sets.len(), "{}", candidate.id);
        }
        let drawn = |state: bool| outcome.candidates.iter().filter(|c| c.by_lottery && (state || matches!(c.decision, Decision::Selected { .. }))).count();
        prop_assert_eq!(outcome.totals.tied, drawn(true));
        prop_assert_eq!(outcome.draws.iter().map(|d| d.selected).sum::<usize>(), drawn(false));
        for draw in &outcome.draws {
            prop_assert!(0 < draw.selected && draw.selected < draw.tied, "a lottery has winners and losers: {:?}", draw);
        }
    }

    #[test]
    fn every_seat_is_held_by_one_who_may_hold_it(request in request()) {
        let outcome = choose(&request).unwrap();
        let totals = &outcome.totals;
        for quota in &outcome.quotas {
            let under: Vec<_> = outcome.candidates.iter().filter(|c| matches!(&c.decision, Decision::Selected { under: Some(q) } if *q == quota.id)).collect();
            prop_assert!(under.iter().all(|c| c.quotas.contains(&quota.id)));
            prop_assert_eq!(under.len(), quota.filled);
            prop_assert!(quota.filled <= quota.seats as usize);
            prop_assert_eq!(quota.lowest_score, under.iter().map(|c| c.score).min());
            let qualified: Vec<_> = outcome.candidates.iter().filter(|c| c.quotas.contains(&quota.id)).collect();
            prop_assert_eq!(quota.qualified, qualified.len());
            let chosen = qualified.iter().filter(|c| matches!(c.decision, Decision::Selected { .. })).count();
            prop_assert_eq!(quota.selected, chosen);
        }
        prop_assert_eq!(totals.reserved_filled, outcome.quotas.iter().map(|q| q.filled).sum::<usize>());
        prop_assert_eq!(totals.open, request.capacity as usize - totals.reserved_filled);
        prop_assert_eq!(totals.selected, totals.reserved_filled + totals.open_filled);
        prop_assert_eq!(totals.candidates, totals.selected + totals.waiting);
        let open = outcome.candidates.iter().filter(|c| c.decision == Decision::Selected { under: None });
        prop_assert_eq!(totals.open_lowest_score, open.map(|c| c.score).min());
        let owed = outcome.candidates.iter().filter(|c| c.place > request.capacity as usize && matches!(c.decision, Decision::Selected { .. }));
        prop_assert_eq!(totals.owed_to_quotas, owed.count());
    }

    #[test]
    fn the_reserved_seats_are_held_as_the_documented_steps_say(request in request()) {
        let outcome = choose(&request).unwrap();
        let held = outcome.candidates.iter().filter_map(|c| match &c.decision {
            Decision::Selected { under: Some(quota) } => Some((c.id.clone(), quota.clone())),
            _ => None,
        });
        prop_assert_eq!(held.collect::<std::collections::BTreeMap<_, _>>(), seats_by_the_steps(&request));
    }

    #[test]
    fn whoever_waits_stands_on_every_list_at_the_place_that_is_said(request in request()) {
        let outcome = choose(&request).unwrap();
        let mut before = 0;
        for candidate in &outcome.candidates {
            let Decision::Waiting { place, lists, .. } = &candidate.decision else { continue };
            before += 1;
            prop_assert_eq!(*place, before);
            let named: Vec<&String> = lists.iter().map(|list| &list.quota).collect();
            prop_assert_eq!(named, candidate.quotas.iter().collect::<Vec<_>>());
            for list in lists {
                let quota = outcome.quotas.iter().find(|quota| quota.id == list.quota).unwrap();
                prop_assert_eq!(&quota.waiting[list.place - 1], &candidate.id);
            }
        }
        let listed: usize = outcome.quotas.iter().map(|quota| quota.waiting.len()).sum();
        let waiting = outcome.candidates.iter().filter(|c| matches!(c.decision, Decision::Waiting { .. }));
        prop_assert_eq!(listed, waiting.map(|c| c.quotas.len()).sum::<usize>());
    }

    #[test]
    fn whoever_waits_is_selected_as_soon_as_it_passes_the_one_it_is_said_to_be_behind(request in request()) {
        let outcome = choose(&request).unwrap();
        for candidate in &outcome.candidates {
            let Decision::Waiting { behind, .. } = &candidate.decision else { continue };
            let with = |score: i64| {
                let mut other = request.clone();
                other.candidates.iter_mut().find(|c| c.id == candidate.id).unwrap().score = score;
                matches!(decision(&choose(&other).unwrap(), &candidate.id), Decision::Selected { .. })
            };
            let Some(ahead) = behind else {
                prop_assert!(!with(1_000), "{} can take nobody's seat", candidate.id);
                continue;
            };
            let key = |id: &str| &outcome.candidates.iter().find(|c| c.id == id).unwrap().lottery_key;
            prop_assert!(with(ahead.score + 1));
            prop_assert_eq!(with(ahead.score), key(&candidate.id) < key(&ahead.id));
            prop_assert!(!with(ahead.score - 1));
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(request in request(), turn in 0..9_usize) {
        let mut other = request.clone();
        other.candidates.reverse();
        other.quotas.reverse();
        if !other.candidates.is_empty() {
            let turn = turn % other.candidates.len();
            other.candidates.rotate_left(turn);
        }
        other.candidates.iter_mut().for_each(|c| c.quotas.reverse());
        prop_assert_eq!(choose(&request).unwrap(), choose(&other).unwrap());
    }
}
