//! Small cases, and what is true of them by trying every set.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use selection::choice::{Candidate, ChoiceRequest, Decision, Outcome, Quota};
use sha2::{Digest, Sha256};

/// At most nine candidates and four overlapping quotas; four different scores, so that equals are frequent.
pub fn request() -> impl Strategy<Value = ChoiceRequest> {
    let quotas = vec(0..4_u32, 0..5);
    let candidates = vec((-1..3_i64, any::<u8>(), any::<u8>()), 0..10);
    (quotas, candidates, 0..5_u32, any::<bool>(), "[a-zء-ي]{1,3}").prop_map(|(quotas, candidates, open, dense, seed)| {
        // Two masks make candidates qualify for a quarter of the quotas or for three quarters.
        let mask = |first: u8, second: u8| {
            let both = if dense { first | second } else { first & second };
            (0..quotas.len()).filter(move |q| both >> q & 1 == 1)
        };
        let candidates = candidates.iter().enumerate().map(|(i, (score, first, second))| Candidate {
            id: format!("c{i}"),
            score: *score,
            quotas: mask(*first, *second).map(|q| format!("q{q}")).collect(),
        });
        ChoiceRequest {
            capacity: quotas.iter().sum::<u32>() + open,
            seed,
            candidates: candidates.collect(),
            quotas: quotas.iter().enumerate().map(|(q, seats)| Quota { id: format!("q{q}"), seats: *seats }).collect(),
            withdrawn: Vec::new(),
        }
    })
}

/// A set of candidates, by their places in [`order`].
pub type Set = Vec<usize>;

/// The candidates in the order, computed with nothing of the crate.
pub fn order(request: &ChoiceRequest) -> Vec<&Candidate> {
    let key = |candidate: &Candidate| Sha256::digest(format!("{}\n{}", request.seed, candidate.id)).to_vec();
    let mut order: Vec<&Candidate> = request.candidates.iter().collect();
    order.sort_by_key(|candidate| (-candidate.score, key(candidate)));
    order
}

/// How many reserved seats these candidates can fill: each in turn takes any free seat or none.
pub fn rank(request: &ChoiceRequest, candidates: &[&Candidate]) -> usize {
    fn most(candidates: &[&Candidate], left: &mut [(String, u32)]) -> usize {
        let Some((first, rest)) = candidates.split_first() else { return 0 };
        let mut best = most(rest, left);
        for q in 0..left.len() {
            if left[q].1 > 0 && first.quotas.contains(&left[q].0) {
                left[q].1 -= 1;
                best = best.max(1 + most(rest, left));
                left[q].1 += 1;
            }
        }
        best
    }
    let mut left: Vec<(String, u32)> = request.quotas.iter().map(|quota| (quota.id.clone(), quota.seats)).collect();
    most(candidates, &mut left)
}

/// What trying every set finds.
pub struct Best {
    /// The most reserved seats that can be filled.
    pub filled: usize,
    /// The largest total score of the sets that fill them and the capacity.
    pub score: i64,
    /// All sets of that score, the first in the order first.
    pub sets: Vec<Set>,
}

/// Tries every set.
pub fn best(request: &ChoiceRequest) -> Best {
    let order = order(request);
    let size = order.len().min(request.capacity as usize);
    let sets = (0..1_usize << order.len()).filter(|mask| mask.count_ones() as usize == size);
    let mut judged: Vec<(usize, i64, Set)> = sets
        .map(|mask| {
            let places: Set = (0..order.len()).filter(|place| mask >> place & 1 == 1).collect();
            let candidates: Vec<&Candidate> = places.iter().map(|place| order[*place]).collect();
            (rank(request, &candidates), candidates.iter().map(|c| c.score).sum(), places)
        })
        .collect();
    let (filled, score) = judged.iter().map(|(filled, score, _)| (*filled, *score)).max().unwrap();
    judged.retain(|(f, s, _)| (*f, *s) == (filled, score));
    let mut sets: Vec<Set> = judged.into_iter().map(|(_, _, places)| places).collect();
    sets.sort();
    Best { filled, score, sets }
}

/// The names of those selected.
pub fn selected(outcome: &Outcome) -> BTreeSet<String> {
    outcome.candidates.iter().filter(|c| matches!(c.decision, Decision::Selected { .. })).map(|c| c.id.clone()).collect()
}

/// The decision about one candidate.
pub fn decision<'o>(outcome: &'o Outcome, id: &str) -> &'o Decision {
    &outcome.candidates.iter().find(|c| c.id == id).unwrap().decision
}

/// Who holds a reserved seat of which quota after the documented steps, done in words rather than fast.
pub fn seats_by_the_steps(request: &ChoiceRequest) -> BTreeMap<String, String> {
    let order = order(request);
    let seats: BTreeMap<&str, usize> = request.quotas.iter().map(|quota| (quota.id.as_str(), quota.seats as usize)).collect();
    let mut holders: BTreeMap<&str, BTreeSet<usize>> = seats.keys().map(|quota| (*quota, BTreeSet::new())).collect();
    let quotas = |place: usize| order[place].quotas.iter().map(String::as_str).collect::<BTreeSet<&str>>();
    for place in 0..order.len() {
        let mut ways: Vec<Vec<&str>> = quotas(place).into_iter().map(|quota| vec![quota]).collect();
        let mut next = 0;
        while next < ways.len() && holders[ways[next].last().unwrap()].len() == seats[ways[next].last().unwrap()] {
            let onward: BTreeSet<&str> = holders[ways[next].last().unwrap()].iter().flat_map(|holder| quotas(*holder)).collect();
            for quota in onward {
                if ways.iter().all(|way| *way.last().unwrap() != quota) {
                    ways.push([&ways[next][..], &[quota]].concat());
                }
            }
            next += 1;
        }
        let Some(way) = ways.get(next) else { continue };
        for pair in way.windows(2).rev() {
            let mover = *holders[pair[0]].iter().find(|holder| quotas(**holder).contains(pair[1])).unwrap();
            holders.get_mut(pair[0]).unwrap().remove(&mover);
            holders.get_mut(pair[1]).unwrap().insert(mover);
        }
        holders.get_mut(way[0]).unwrap().insert(place);
    }
    holders.iter().flat_map(|(quota, places)| places.iter().map(|place| (order[*place].id.clone(), (*quota).to_owned()))).collect()
}
