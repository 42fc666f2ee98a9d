//! Shares for reviewers, against every way there is on small cases.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use selection::reviewers::{Pair, Reviewer, ShareRequest, Shares, share_out};

fn pair(application: usize, reviewer: usize) -> Pair {
    Pair { application: format!("a{application}"), reviewer: format!("r{reviewer}") }
}

/// At most four applications and four reviewers, with conflicts, limits and fixed pairs that often leave something lacking.
fn request() -> impl Strategy<Value = ShareRequest> {
    let reviewers = vec(prop_oneof![2 => Just(None), 1 => (0..4_u32).prop_map(Some)], 0..5);
    let masks = vec((any::<u8>(), any::<u8>(), any::<u8>()), 0..5);
    (reviewers, masks, 2..4_u32, "[a-z]{1,3}").prop_map(|(limits, masks, per_application, seed)| {
        let (mut conflicts, mut fixed) = (Vec::new(), Vec::new());
        for (a, (first, second, third)) in masks.iter().enumerate() {
            for r in 0..limits.len() {
                match (first >> r & 3, (second & third) >> r & 1) {
                    (0, _) => conflicts.push(pair(a, r)),
                    (_, 1) => fixed.push(pair(a, r)),
                    _ => {}
                }
            }
        }
        ShareRequest {
            seed,
            per_application,
            applications: (0..masks.len()).map(|a| format!("a{a}")).collect(),
            reviewers: limits.iter().enumerate().map(|(r, at_most)| Reviewer { id: format!("r{r}"), at_most: *at_most }).collect(),
            conflicts,
            fixed,
        }
    })
}

/// What one way to share out comes to: shares given out, what is lacking and the loads, the largest first.
type Sums = (usize, Vec<usize>, Vec<usize>);

/// Every way to share out.
fn all_ways(request: &ShareRequest) -> BTreeSet<Sums> {
    let k = request.per_application as usize;
    let reviewers = request.reviewers.len();
    let mask = |pairs: &[Pair], a: usize| (0..reviewers).filter(|r| pairs.contains(&pair(a, *r))).map(|r| 1_usize << r).sum::<usize>();
    let fixed_load = |r: usize| request.fixed.iter().filter(|p| p.reviewer == format!("r{r}")).count();
    let most: Vec<usize> =
        (0..reviewers).map(|r| request.reviewers[r].at_most.map_or(usize::MAX, |limit| (limit as usize).max(fixed_load(r)))).collect();
    let mut ways: BTreeSet<(Vec<usize>, Vec<usize>)> = [(Vec::new(), vec![0; reviewers])].into();
    for a in 0..request.applications.len() {
        let (conflict, fixed) = (mask(&request.conflicts, a), mask(&request.fixed, a));
        let wanted = k.max(fixed.count_ones() as usize);
        let sets: Vec<usize> = (0..1_usize << reviewers)
            .filter(|set| set & conflict == 0 && set & fixed == fixed && set.count_ones() as usize <= wanted)
            .collect();
        let mut next = BTreeSet::new();
        for (lacks, loads) in &ways {
            for set in &sets {
                let loads: Vec<usize> = loads.iter().enumerate().map(|(r, load)| load + (set >> r & 1)).collect();
                let lacks = lacks.iter().copied().chain([k.saturating_sub(set.count_ones() as usize)]).collect();
                next.insert((lacks, loads));
            }
        }
        ways = next;
    }
    let fits = |loads: &[usize]| loads.iter().zip(&most).all(|(load, most)| load <= most);
    let descending = |mut list: Vec<usize>| {
        list.sort_unstable_by(|a, b| b.cmp(a));
        list
    };
    let fitting = ways.into_iter().filter(|(_, loads)| fits(loads));
    fitting.map(|(lacks, loads)| (loads.iter().sum(), descending(lacks), descending(loads))).collect()
}

fn sums(shares: &Shares) -> Sums {
    let mut lacks: Vec<usize> = shares.applications.iter().map(|a| a.lacking).collect();
    let mut loads: Vec<usize> = shares.reviewers.iter().map(|r| r.load).collect();
    lacks.sort_unstable_by(|a, b| b.cmp(a));
    loads.sort_unstable_by(|a, b| b.cmp(a));
    (shares.assigned, lacks, loads)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_way_gives_out_more_or_is_more_even(request in request()) {
        let (assigned, lacks, loads) = sums(&share_out(&request).unwrap());
        let ways = all_ways(&request);
        let most = ways.iter().map(|way| way.0).max().unwrap();
        prop_assert_eq!(assigned, most);
        let full = || ways.iter().filter(|way| way.0 == most);
        prop_assert_eq!(Some(&lacks), full().map(|way| &way.1).min());
        prop_assert_eq!(Some(&loads), full().map(|way| &way.2).min());
    }

    #[test]
    fn what_is_given_out_keeps_to_conflicts_limits_and_what_is_fixed(request in request()) {
        let shares = share_out(&request).unwrap();
        for share in &shares.applications {
            let distinct: BTreeSet<&String> = share.reviewers.iter().collect();
            prop_assert_eq!(distinct.len(), share.reviewers.len());
            prop_assert_eq!(share.lacking, (request.per_application as usize).saturating_sub(share.reviewers.len()));
            let own = |pairs: &[Pair]| pairs.iter().filter(|p| p.application == share.application).map(|p| p.reviewer.clone()).collect::<Vec<_>>();
            prop_assert!(own(&request.conflicts).iter().all(|r| !distinct.contains(r)));
            prop_assert!(own(&request.fixed).iter().all(|r| distinct.contains(r)));
            prop_assert_eq!(share.without_conflict, request.reviewers.len() - own(&request.conflicts).len());
            prop_assert!(share.reviewers.len() <= (request.per_application as usize).max(own(&request.fixed).len()));
        }
        for load in &shares.reviewers {
            let given = shares.applications.iter().filter(|a| a.reviewers.contains(&load.reviewer)).count();
            prop_assert_eq!(load.load, given);
            prop_assert_eq!(load.fixed, request.fixed.iter().filter(|p| p.reviewer == load.reviewer).count());
            let limit = request.reviewers.iter().find(|r| r.id == load.reviewer).unwrap().at_most;
            prop_assert!(limit.is_none_or(|limit| load.load <= (limit as usize).max(load.fixed)));
        }
        prop_assert_eq!(shares.lacking, shares.applications.iter().map(|a| a.lacking).sum::<usize>());
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(request in request()) {
        let mut other = request.clone();
        other.applications.reverse();
        other.reviewers.reverse();
        other.conflicts.reverse();
        other.fixed.reverse();
        prop_assert_eq!(share_out(&request).unwrap(), share_out(&other).unwrap());
    }

    #[test]
    fn shares_that_are_fixed_afterwards_stay_as_they_are(request in request()) {
        let shares = share_out(&request).unwrap();
        let mut again = request;
        let pairs = |a: &selection::reviewers::Share| a.reviewers.iter().map(|r| Pair { application: a.application.clone(), reviewer: r.clone() }).collect::<Vec<_>>();
        again.fixed = shares.applications.iter().flat_map(pairs).collect();
        let kept = share_out(&again).unwrap();
        prop_assert_eq!(kept.applications, shares.applications);
    }
}

/// More than fit into one word of bits, with many conflicts and limits.
fn large() -> impl Strategy<Value = ShareRequest> {
    (2..40_usize, 60..90_usize, 2..5_u32, vec(any::<u32>(), 64), any::<bool>()).prop_map(
        |(applications, reviewers, per_application, noise, scarce)| {
            let draw = |i: usize, j: usize| noise[(i * 7 + j) % 64].rotate_left((i + 3 * j) as u32 % 32) % 16;
            let pairs = || (0..applications).flat_map(|a| (0..reviewers).map(move |r| (a, r)));
            // Whole blocks in conflict, so that few can review some applications.
            let conflict = |a: usize, r: usize| draw(a, r / 9) < 9 || draw(a + 1, r) < 4;
            let of = |pairs: Vec<(usize, usize)>| pairs.into_iter().map(|(a, r)| pair(a, r)).collect();
            ShareRequest {
                conflicts: of(pairs().filter(|(a, r)| conflict(*a, *r)).collect()),
                fixed: of(pairs().filter(|(a, r)| !conflict(*a, *r) && draw(*a, r + 5) == 0).collect()),
                reviewers: (0..reviewers)
                    .map(|r| Reviewer { id: format!("r{r}"), at_most: (scarce || r % 3 == 0).then(|| draw(r, 0) / 6) })
                    .collect(),
                ..plain(applications, reviewers, per_application, "s")
            }
        },
    )
}

/// For each reviewer, whom it could hand something on to, and so on: all that would be relieved or burdened in its stead.
fn handing_on(request: &ShareRequest, shares: &Shares) -> BTreeMap<String, BTreeSet<String>> {
    let taboo: BTreeSet<(&str, &str)> = request.conflicts.iter().map(|p| (p.application.as_str(), p.reviewer.as_str())).collect();
    let fixed: BTreeSet<(&str, &str)> = request.fixed.iter().map(|p| (p.application.as_str(), p.reviewer.as_str())).collect();
    let mut reach: BTreeMap<String, BTreeSet<String>> = shares.reviewers.iter().map(|r| (r.reviewer.clone(), BTreeSet::new())).collect();
    for share in &shares.applications {
        for from in share.reviewers.iter().filter(|r| !fixed.contains(&(&share.application, r.as_str()))) {
            let could = shares.reviewers.iter().map(|r| &r.reviewer);
            let could = could.filter(|r| !share.reviewers.contains(r) && !taboo.contains(&(&share.application, r.as_str())));
            reach.get_mut(from).unwrap().extend(could.cloned());
        }
    }
    loop {
        let mut grown = false;
        for from in reach.keys().cloned().collect::<Vec<_>>() {
            let further: BTreeSet<String> = reach[&from].iter().flat_map(|middle| reach[middle].iter().cloned()).collect();
            let known = reach.get_mut(&from).unwrap();
            let before = known.len();
            known.extend(further);
            grown |= known.len() > before;
        }
        if !grown {
            return reach;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn in_large_cases_no_handing_on_would_help(request in large()) {
        let shares = share_out(&request).unwrap();
        let reach = handing_on(&request, &shares);
        let load: BTreeMap<&str, usize> = shares.reviewers.iter().map(|r| (r.reviewer.as_str(), r.load)).collect();
        let most = |id: &str| request.reviewers.iter().find(|r| r.id == id).unwrap().at_most.map_or(usize::MAX, |most| most as usize);
        let room = |id: &str| load[id] < most(id);
        for (from, others) in &reach {
            for to in others.iter().filter(|to| room(to)) {
                prop_assert!(load[from.as_str()] <= load[to.as_str()] + 1, "{} could relieve {}", to, from);
            }
        }
        for share in shares.applications.iter().filter(|share| share.lacking > 0) {
            let own = |r: &str| share.reviewers.iter().any(|other| other == r);
            let taboo = |r: &str| request.conflicts.iter().any(|p| p.application == share.application && p.reviewer == r);
            for reviewer in load.keys().filter(|r| !own(r) && !taboo(r)) {
                prop_assert!(!room(reviewer) && !reach[*reviewer].iter().any(|other| room(other)), "{} lacks {}", share.application, reviewer);
            }
        }
    }
}

fn plain(applications: usize, reviewers: usize, per_application: u32, seed: &str) -> ShareRequest {
    ShareRequest {
        seed: seed.into(),
        per_application,
        applications: (0..applications).map(|a| format!("a{a}")).collect(),
        reviewers: (0..reviewers).map(|r| Reviewer { id: format!("r{r}"), at_most: None }).collect(),
        ..ShareRequest::default()
    }
}

#[test]
fn loads_differ_by_one_at_most_where_nothing_stands_in_the_way() {
    let shares = share_out(&plain(100, 7, 3, "s")).unwrap();
    assert_eq!((shares.assigned, shares.lacking, shares.smallest_load, shares.largest_load), (300, 0, 42, 43));
}

#[test]
fn not_always_the_same_reviewers_sit_together() {
    let shares = share_out(&plain(60, 6, 3, "s")).unwrap();
    let panels: BTreeSet<&Vec<String>> = shares.applications.iter().map(|a| &a.reviewers).collect();
    assert!(panels.len() >= 15, "{} of the 20 panels there are", panels.len());
}

#[test]
fn another_seed_shares_out_otherwise() {
    let shares = |seed| share_out(&plain(20, 6, 2, seed)).unwrap();
    assert_ne!(shares("one").applications, shares("two").applications);
    assert_eq!(shares("one"), shares("one"));
}

#[test]
fn a_reviewer_with_much_on_the_desk_already_gets_nothing_more() {
    let mut request = plain(4, 3, 2, "s");
    request.fixed = (0..4).map(|a| pair(a, 0)).collect();
    let shares = share_out(&request).unwrap();
    let loads: Vec<(usize, usize)> = shares.reviewers.iter().map(|r| (r.load, r.fixed)).collect();
    assert_eq!(loads, [(4, 4), (2, 0), (2, 0)]);
}

#[test]
fn what_is_lacking_is_spread_and_named() {
    let mut request = plain(3, 2, 3, "s");
    request.reviewers[0].at_most = Some(2);
    request.conflicts = vec![pair(1, 1)];
    let shares = share_out(&request).unwrap();
    let lacking: Vec<(usize, usize)> = shares.applications.iter().map(|a| (a.lacking, a.without_conflict)).collect();
    // a1 can have nobody but r0, who takes two: it gets the first of them.
    assert_eq!((shares.assigned, shares.lacking), (4, 5));
    assert_eq!(lacking[1], (2, 1));
    let mut others = [lacking[0], lacking[2]];
    others.sort_unstable();
    assert_eq!(others, [(1, 2), (2, 2)]);
}
