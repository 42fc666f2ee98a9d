//! How fast the crate is, in one run: prints each measure beside its target.
//!
//! `cargo bench -p selection`. With `-- --values` the measures are printed once more as `name=value`, in seconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use selection::choice::{Candidate, ChoiceRequest, Decision, Quota, choose};
use selection::comparison::compare;
use selection::replacement::{ReplacementRequest, replace};
use selection::reviewers::{Pair, Reviewer, ShareRequest, share_out};

/// The shortest of several runs.
fn best<T>(runs: u32, mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut shortest: Option<(Duration, T)> = None;
    for _ in 0..runs {
        let start = Instant::now();
        let result = black_box(work());
        let took = start.elapsed();
        if shortest.as_ref().is_none_or(|(s, _)| took < *s) {
            shortest = Some((took, result));
        }
    }
    shortest.unwrap()
}

/// Numbers that look random, the same in every run (a linear congruential generator).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// A call in which a candidate qualifies for up to `most` quotas, equal scores are frequent, and seats are scarce.
fn call(candidates: usize, quotas: usize, seats: u32, most: usize) -> ChoiceRequest {
    let mut sequence = Sequence(7);
    let candidate = |i: usize| {
        let count = sequence.below(most + 1);
        let mut qualified: Vec<usize> = (0..count).map(|_| sequence.below(quotas)).collect();
        qualified.sort_unstable();
        qualified.dedup();
        let score = 500 * sequence.below(200) as i64;
        Candidate { id: format!("C{i}"), score, quotas: qualified.iter().map(|q| format!("Q{q}")).collect() }
    };
    ChoiceRequest {
        capacity: quotas as u32 * seats * 5 / 4,
        seed: "speed".into(),
        candidates: (0..candidates).map(candidate).collect(),
        quotas: (0..quotas).map(|q| Quota { id: format!("Q{q}"), seats }).collect(),
        withdrawn: Vec::new(),
    }
}

fn choosing(request: ChoiceRequest) -> Duration {
    let (took, outcome) = best(5, || choose(&request).unwrap());
    let totals = &outcome.totals;
    println!(
        "{} candidates, {} quotas, {} seats, {} of {} reserved ones filled, {} tied",
        totals.candidates,
        request.quotas.len(),
        totals.capacity,
        totals.reserved_filled,
        totals.reserved,
        totals.tied
    );
    println!("  choose   {:>9.2} ms", 1e3 * took.as_secs_f64());
    let is_selected = |decision: &Decision| matches!(decision, Decision::Selected { .. });
    let selected: Vec<String> = outcome.candidates.iter().filter(|c| is_selected(&c.decision)).map(|c| c.id.clone()).collect();
    let withdrawn: Vec<String> = selected.iter().step_by(10).cloned().collect();
    let gone = withdrawn.len();
    let request = ReplacementRequest { choice: request, selected, withdrawn };
    let (replacing, result) = best(3, || replace(&request).unwrap());
    assert!(result.as_chosen_anew);
    println!("  replace  {:>9.2} ms   {gone} withdrawals", 1e3 * replacing.as_secs_f64());
    let (comparing, _) = best(3, || compare(&outcome, &result.outcome));
    println!("  compare  {:>9.2} ms", 1e3 * comparing.as_secs_f64());
    took
}

fn sharing(applications: usize, reviewers: usize, per_application: u32) -> Duration {
    let mut sequence = Sequence(11);
    let conflicts = (0..applications).flat_map(|a| {
        let first = sequence.below(reviewers);
        [first, (first + 1 + sequence.below(reviewers - 1)) % reviewers]
            .map(|r| Pair { application: format!("A{a}"), reviewer: format!("R{r}") })
    });
    let request = ShareRequest {
        seed: "speed".into(),
        per_application,
        conflicts: conflicts.collect(),
        applications: (0..applications).map(|a| format!("A{a}")).collect(),
        reviewers: (0..reviewers).map(|r| Reviewer { id: format!("R{r}"), at_most: (r % 4 == 0).then_some(50) }).collect(),
        fixed: Vec::new(),
    };
    let (took, shares) = best(3, || share_out(&request).unwrap());
    println!(
        "{applications} applications, {reviewers} reviewers, {per_application} each: loads of {} to {}, {} lacking",
        shares.smallest_load, shares.largest_load, shares.lacking
    );
    println!("  share    {:>9.2} ms", 1e3 * took.as_secs_f64());
    took
}

fn main() {
    let choice = choosing(call(5_000, 200, 4, 6));
    println!("           (target: at most 2,000 ms)");
    choosing(call(20_000, 1_000, 15, 49));
    let shares = sharing(5_000, 60, 3);
    println!("           (target: at most 1,000 ms)");
    sharing(20_000, 1_000, 3);
    if std::env::args().any(|argument| argument == "--values") {
        println!("choose={}\nshare={}", choice.as_secs_f64(), shares.as_secs_f64());
    }
}
