//! Turns places and seats back into names, lists and sums.

use super::Standing;
use super::border::Border;
use super::outcome::{Ahead, CandidateOutcome, Decision, Draw, ListPlace, Outcome, QuotaOutcome, Totals};
use super::prepare::Prepared;
use super::seats::Seats;

/// The outcome of a set of selected candidates with their seats.
pub(crate) fn outcome(prepared: &Prepared<'_>, standings: &[Standing], seats: &Seats<'_>, border: Option<&Border>) -> Outcome {
    let mut quotas: Vec<QuotaOutcome> = prepared
        .quotas
        .iter()
        .enumerate()
        .map(|(q, quota)| {
            let holders = seats.holders(q);
            QuotaOutcome {
                id: quota.id.clone(),
                seats: quota.seats,
                filled: holders.len(),
                qualified: 0,
                selected: 0,
                lowest_score: holders.last().map(|c| prepared.candidates[*c].score),
                waiting: Vec::new(),
            }
        })
        .collect();
    let mut totals = totals(prepared, seats);
    let mut candidates = Vec::with_capacity(standings.len());
    // Who would be selected without quotas: the first so many of those who are there.
    let mut by_score_alone = prepared.capacity;
    for (c, (candidate, standing)) in prepared.candidates.iter().zip(standings).enumerate() {
        let decision = match standing {
            Standing::Selected => {
                let under = seats.under(c).map(|q| prepared.quotas[q].id.clone());
                totals.selected += 1;
                totals.score += candidate.score;
                totals.owed_to_quotas += usize::from(by_score_alone == 0);
                if under.is_none() {
                    totals.open_filled += 1;
                    totals.open_lowest_score = Some(candidate.score);
                }
                candidate.quotas.iter().for_each(|q| quotas[q].selected += 1);
                Decision::Selected { under }
            }
            Standing::Waiting => {
                totals.waiting += 1;
                let lists = candidate.quotas.iter().map(|q| {
                    quotas[q].waiting.push(candidate.id.to_owned());
                    ListPlace { quota: quotas[q].id.clone(), place: quotas[q].waiting.len() }
                });
                let ahead = border.and_then(|border| border.behind[c]).map(|other| &prepared.candidates[other]);
                let behind = ahead.map(|other| Ahead { id: other.id.to_owned(), score: other.score });
                Decision::Waiting { place: totals.waiting, lists: lists.collect(), behind }
            }
            Standing::Withdrawn => {
                totals.withdrawn += 1;
                Decision::Withdrawn
            }
        };
        if *standing != Standing::Withdrawn {
            by_score_alone = by_score_alone.saturating_sub(1);
            candidate.quotas.iter().for_each(|q| quotas[q].qualified += 1);
        }
        candidates.push(CandidateOutcome {
            place: c + 1,
            id: candidate.id.to_owned(),
            score: candidate.score,
            lottery_key: candidate.key.clone(),
            quotas: candidate.quotas.iter().map(|q| prepared.quotas[q].id.clone()).collect(),
            decision,
            by_lottery: border.is_some_and(|border| border.by_lottery[c]),
        });
    }
    let draws = draws(&candidates);
    totals.tied = draws.iter().map(|draw| draw.tied).sum();
    Outcome { candidates, quotas, totals, draws }
}

/// What is known before the candidates are looked at one by one.
fn totals(prepared: &Prepared<'_>, seats: &Seats<'_>) -> Totals {
    Totals {
        capacity: u32::try_from(prepared.capacity).unwrap_or(u32::MAX),
        candidates: prepared.candidates.len(),
        selected: 0,
        waiting: 0,
        withdrawn: 0,
        reserved: prepared.quotas.iter().map(|quota| quota.seats).sum(),
        reserved_filled: seats.filled(),
        open: prepared.capacity - seats.filled(),
        open_filled: 0,
        open_lowest_score: None,
        score: 0,
        owed_to_quotas: 0,
        tied: 0,
    }
}

/// Score by score, those the lottery decided between.
fn draws(candidates: &[CandidateOutcome]) -> Vec<Draw> {
    let mut draws: Vec<Draw> = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.by_lottery) {
        let selected = usize::from(matches!(candidate.decision, Decision::Selected { .. }));
        match draws.last_mut() {
            Some(draw) if draw.score == candidate.score => {
                draw.tied += 1;
                draw.selected += selected;
            }
            _ => draws.push(Draw { score: candidate.score, tied: 1, selected }),
        }
    }
    draws
}
