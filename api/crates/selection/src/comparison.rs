//! What changes from one outcome to another: the same call with other numbers, or after replacements.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::choice::{CandidateOutcome, Decision, Outcome};

/// The difference between two outcomes. Differences are after − before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionComparison))]
pub struct Comparison {
    /// Selected after and not before, in the order after.
    pub come_in: Vec<Change>,
    /// Selected before and not after, in the order before.
    pub go_out: Vec<Change>,
    /// Selected both times, on another seat, in the order after.
    pub moved: Vec<Change>,
    /// How many are selected both times.
    pub stay: usize,
    /// Difference of the number selected.
    pub selected_difference: i64,
    /// Difference of the total score.
    pub score_difference: i64,
    /// Difference of the reserved seats filled.
    pub reserved_filled_difference: i64,
    /// Every quota of either outcome, by id.
    pub quotas: Vec<QuotaChange>,
}

/// One candidate in two outcomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionChange))]
pub struct Change {
    /// The candidate.
    pub id: String,
    /// Before; null when it was not a candidate.
    pub before: Option<Stand>,
    /// After; null when it is not a candidate.
    pub after: Option<Stand>,
}

/// How a candidate stands in one outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionStand))]
pub struct Stand {
    /// Its place in the order.
    pub place: usize,
    /// Its score.
    pub score: i64,
    /// What was decided.
    pub decision: Decision,
}

/// One quota in two outcomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionQuotaChange))]
pub struct QuotaChange {
    /// The quota.
    pub id: String,
    /// Seats reserved before; 0 when it did not exist.
    pub seats_before: u32,
    /// Seats reserved after; 0 when it does not exist.
    pub seats_after: u32,
    /// Seats filled before.
    pub filled_before: usize,
    /// Seats filled after.
    pub filled_after: usize,
    /// Candidates who qualify for it and are selected on whatever seat, before.
    pub selected_before: usize,
    /// Candidates who qualify for it and are selected on whatever seat, after.
    pub selected_after: usize,
}

/// Who comes in, who goes out, and what it makes of the score and the quotas.
#[must_use]
pub fn compare(before: &Outcome, after: &Outcome) -> Comparison {
    let (then, now) = (by_id(before), by_id(after));
    let selected = |candidate: &CandidateOutcome| matches!(candidate.decision, Decision::Selected { .. });
    let selected_in = |id: &str, outcome: &HashMap<&str, &CandidateOutcome>| outcome.get(id).is_some_and(|c| selected(c));
    let change = |id: &str| Change { id: id.to_owned(), before: then.get(id).map(|c| stand(c)), after: now.get(id).map(|c| stand(c)) };
    let (mut come_in, mut moved, mut stay) = (Vec::new(), Vec::new(), 0);
    for candidate in after.candidates.iter().filter(|c| selected(c)) {
        match then.get(candidate.id.as_str()).filter(|c| selected(c)) {
            None => come_in.push(change(&candidate.id)),
            Some(other) => {
                stay += 1;
                if other.decision != candidate.decision {
                    moved.push(change(&candidate.id));
                }
            }
        }
    }
    let go_out = before.candidates.iter().filter(|c| selected(c) && !selected_in(&c.id, &now)).map(|c| change(&c.id)).collect();
    let (old, new) = (&before.totals, &after.totals);
    Comparison {
        come_in,
        go_out,
        moved,
        stay,
        selected_difference: difference(old.selected, new.selected),
        score_difference: new.score - old.score,
        reserved_filled_difference: difference(old.reserved_filled, new.reserved_filled),
        quotas: quotas(before, after),
    }
}

fn by_id(outcome: &Outcome) -> HashMap<&str, &CandidateOutcome> {
    outcome.candidates.iter().map(|candidate| (candidate.id.as_str(), candidate)).collect()
}

fn stand(candidate: &CandidateOutcome) -> Stand {
    Stand { place: candidate.place, score: candidate.score, decision: candidate.decision.clone() }
}

/// After − before, of counts no larger than the number of candidates.
fn difference(before: usize, after: usize) -> i64 {
    let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
    whole(after).saturating_sub(whole(before))
}

fn quotas(before: &Outcome, after: &Outcome) -> Vec<QuotaChange> {
    let find = |outcome: &Outcome| -> HashMap<String, (u32, usize, usize)> {
        outcome.quotas.iter().map(|quota| (quota.id.clone(), (quota.seats, quota.filled, quota.selected))).collect()
    };
    let (then, now) = (find(before), find(after));
    let ids: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let change = |id: &String| {
        let (seats_before, filled_before, selected_before) = then.get(id).copied().unwrap_or_default();
        let (seats_after, filled_after, selected_after) = now.get(id).copied().unwrap_or_default();
        QuotaChange { id: id.clone(), seats_before, seats_after, filled_before, filled_after, selected_before, selected_after }
    };
    ids.into_iter().map(change).collect()
}
