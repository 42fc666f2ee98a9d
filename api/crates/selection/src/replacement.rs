//! Who moves up when selected candidates withdraw.
//!
//! # The rule
//!
//! Everybody else stays selected. The withdrawals are taken one after another, in the order (best score first, equals by lottery key); nobody who
//! has withdrawn moves up. For each, the first in the order moves up who lets one more reserved seat be filled than those who stay can fill (they may move
//! between quotas they qualify for, and from open seats to reserved ones); when nobody does, the first in the order. So the number of reserved seats filled is
//! kept wherever it can be. Afterwards the reserved seats are given out anew among the selected, by step 2 of the [choice](crate::choice).
//!
//! # What follows
//!
//! Starting from what the choice selected, the result is what a new choice without those who withdrew would select, however many withdrew and in
//! whatever order or portions: taking an element out of a matroid changes its best base by that element alone. `as_chosen_anew` says whether it is so; it
//! is not when the selected ones had been changed by other means, and then there is no border to explain (`behind`, `draws`).

use serde::{Deserialize, Serialize};

use crate::choice::{ChoiceRequest, Outcome, Prepared, Seats, Standing, explained, prepare, rule};
use crate::problem::Problem;

/// A decided call, who was selected, and who does not come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionReplacementRequest))]
#[serde(deny_unknown_fields)]
pub struct ReplacementRequest {
    /// The call, as it was decided.
    pub choice: ChoiceRequest,
    /// Those selected until now, the ones who have moved up included; at most the capacity.
    pub selected: Vec<String>,
    /// All who have withdrawn so far, beside those the call names: a selected one is replaced, any other just is no longer on the lists.
    pub withdrawn: Vec<String>,
}

/// Who moved up, and how everything stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionReplacementResult))]
pub struct ReplacementResult {
    /// One for each selected candidate that has withdrawn, in the order they were handled.
    pub steps: Vec<ReplacementStep>,
    /// Those who stay selected and occupy another seat than before, in the order.
    pub moved: Vec<Move>,
    /// How everything stands now; places in the order are the published ones.
    pub outcome: Outcome,
    /// Whether a new choice without those who withdrew would select the same.
    pub as_chosen_anew: bool,
}

/// One withdrawal and what it led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionReplacementStep))]
pub struct ReplacementStep {
    /// Who has withdrawn.
    pub withdrawn: String,
    /// Who moves up; null when nobody waits.
    pub replacement: Option<String>,
    /// Why this one.
    pub reason: ReplacementReason,
    /// How many who wait come before it in the order and were passed over, since none of them lets the reserved seat be filled.
    pub passed_over: usize,
    /// Reserved seats filled before the withdrawal.
    pub filled_before: usize,
    /// Reserved seats those who stay can fill.
    pub filled_without: usize,
    /// Reserved seats filled with the replacement.
    pub filled_after: usize,
}

/// Why somebody moves up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionReplacementReason))]
#[serde(rename_all = "snake_case")]
pub enum ReplacementReason {
    /// The first in the order who lets one more reserved seat be filled.
    FillsReservedSeat,
    /// The first in the order: nobody who waits could fill one more reserved seat, or none was lost.
    NextInOrder,
    /// Nobody waits.
    NobodyWaits,
}

/// Another seat for one who stays selected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionMove))]
pub struct Move {
    /// The candidate.
    pub id: String,
    /// The quota whose seat it occupied; null for an open seat.
    pub from: Option<String>,
    /// The quota whose seat it occupies now; null for an open seat.
    pub to: Option<String>,
}

/// Replaces those who have withdrawn, and explains each step.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn replace(request: &ReplacementRequest) -> Result<ReplacementResult, Problem> {
    let prepared = prepare(&request.choice).map_err(|problem| problem.under("/choice"))?;
    let gone = prepared.marked(&request.choice.withdrawn, "/choice/withdrawn")?;
    let selected = prepared.marked(&request.selected, "/selected")?;
    let withdrawn = prepared.marked(&request.withdrawn, "/withdrawn")?;
    let withdrawn: Vec<bool> = withdrawn.iter().zip(gone).map(|(now, before)| *now || before).collect();
    if request.selected.len() > prepared.capacity {
        let problem = Problem::new("selected_over_capacity", "/selected", "no more selected candidates than the capacity");
        return Err(problem.with("selected", request.selected.len()).with("capacity", prepared.capacity));
    }
    let mut standings: Vec<Standing> = selected.iter().map(|s| if *s { Standing::Selected } else { Standing::Waiting }).collect();
    let before = Seats::fill(&prepared, (0..standings.len()).filter(|c| selected[*c]));
    let mut seats = Seats::fill(&prepared, (0..standings.len()).filter(|c| selected[*c]));
    let mut steps = Vec::new();
    // None of them may move up, whenever their turn comes.
    (0..standings.len()).filter(|c| withdrawn[*c] && !selected[*c]).for_each(|c| standings[c] = Standing::Withdrawn);
    for c in (0..standings.len()).filter(|c| withdrawn[*c] && selected[*c]) {
        standings[c] = Standing::Withdrawn;
        steps.push(step(&prepared, &mut standings, &mut seats, c));
    }
    let seats = Seats::fill(&prepared, (0..standings.len()).filter(|c| standings[*c] == Standing::Selected));
    let name = |quota: Option<usize>| quota.map(|q| prepared.quotas[q].id.clone());
    let stayed = (0..standings.len()).filter(|c| selected[*c] && !withdrawn[*c] && before.under(*c) != seats.under(*c));
    let moved = stayed.map(|c| Move { id: prepared.candidates[c].id.to_owned(), from: name(before.under(c)), to: name(seats.under(c)) });
    let as_chosen_anew = rule(&prepared, &withdrawn).0 == standings;
    Ok(ReplacementResult {
        steps,
        moved: moved.collect(),
        outcome: explained(&prepared, &standings, &seats, as_chosen_anew),
        as_chosen_anew,
    })
}

/// One withdrawal: `gone` has left, somebody moves up.
fn step(prepared: &Prepared<'_>, standings: &mut [Standing], seats: &mut Seats<'_>, gone: usize) -> ReplacementStep {
    let filled_before = seats.filled();
    seats.release(gone);
    // One on an open seat may fill the reserved one.
    if seats.filled() < filled_before {
        _ = (0..standings.len()).find(|c| standings[*c] == Standing::Selected && seats.under(*c).is_none() && seats.admit(*c));
    }
    let filled_without = seats.filled();
    let waiting: Vec<usize> = (0..standings.len()).filter(|c| standings[*c] == Standing::Waiting).collect();
    let filling = waiting.iter().position(|c| seats.admit(*c));
    let passed_over = filling.unwrap_or(0);
    let replacement = waiting.get(passed_over).copied();
    if let Some(next) = replacement {
        standings[next] = Standing::Selected;
    }
    let name = |c: usize| prepared.candidates[c].id.to_owned();
    ReplacementStep {
        withdrawn: name(gone),
        replacement: replacement.map(name),
        reason: match (filling, replacement) {
            (Some(_), _) => ReplacementReason::FillsReservedSeat,
            (None, Some(_)) => ReplacementReason::NextInOrder,
            (None, None) => ReplacementReason::NobodyWaits,
        },
        passed_over,
        filled_before,
        filled_without,
        filled_after: seats.filled(),
    }
}
