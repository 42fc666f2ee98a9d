//! The choice: which candidates get the seats, under which quota, and why.
//!
//! # The rule
//!
//! A selected candidate occupies exactly one seat: a reserved seat of one quota it qualifies for, or an open seat. First, as many reserved
//! seats as possible are filled; among all sets that do so and fill the capacity as far as there are candidates, the total score is the
//! largest; among equals the set that is first in the order decides, candidate by candidate.
//!
//! It is the meritorious horizontal choice rule, each selected candidate counting for one quota: Tayfun Sönmez and M. Bumin Yenmez,
//! “Affirmative Action in India via Vertical, Horizontal, and Overlapping Reservations”, Econometrica 90 (2022), 1143–1176.
//!
//! # The steps
//!
//! 1. **Order**: score descending, then [lottery key](crate::lottery::lottery_key) ascending.
//! 2. **Reserved seats**: down the order, a candidate that lets one more reserved seat be filled takes one. Search breadth first: its quotas in the
//!    order of their ids; a quota with a free seat ends the search; from a full one it goes on, in the order of ids, to each quota that a holder
//!    of a seat of the full one qualifies for. Along the path found, from its end, the holder who is first in the order and qualifies moves on by
//!    one; the candidate takes the seat that has become free.
//! 3. **Open seats**: all others, down the order, take the seats that are left: the capacity − the reserved seats filled. What nobody can fill is
//!    therefore open. The rest waits, in the order.
//!
//! # Why this is exact
//!
//! The sets that can hold reserved seats together are the independent sets of a transversal matroid of rank R; the sets that are allowed to be selected,
//! spanning it with the capacity full, are the bases of its elongation, a matroid too. Going down the order and taking whatever stays independent gives the
//! best base of a matroid (Rado 1957, Edmonds 1971): nothing is better in the total, in the order, or place by place. Whoever
//! could not be seated in its turn never can be later, so in step 2 only holders of reserved seats move.
//!
//! # What follows
//!
//! - A better score, or one more quota, never hurts its owner.
//! - One more seat, open or reserved for a quota beside those there are, never unselects anybody. Reserving a seat that was open can: at most one
//!   candidate for each seat.
//! - When selected candidates withdraw, [`crate::replacement`] keeps all others and ends where a new choice without them would.

mod border;
mod explain;
mod outcome;
mod prepare;
mod seats;

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

pub use outcome::{Ahead, CandidateOutcome, Decision, Draw, ListPlace, Outcome, QuotaOutcome, Totals};
pub(crate) use prepare::{Prepared, prepare};
pub(crate) use seats::Seats;

/// Candidates at most.
pub const MAX_CANDIDATES: usize = 20_000;
/// Quotas at most.
pub const MAX_QUOTAS: usize = 1_000;
/// Quotas that candidates qualify for at most, counted over all candidates.
pub const MAX_QUALIFICATIONS: usize = 1_000_000;
/// The largest score, and with a minus the smallest: totals stay whole numbers in every JSON reader.
pub const MAX_SCORE: i64 = 100_000_000_000;

/// A call to be decided. At most 20,000 candidates, 1,000 quotas, 1,000,000 qualifications. Published as it is, anybody can compute it again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionRequest))]
#[serde(deny_unknown_fields)]
pub struct ChoiceRequest {
    /// The seats there are, reserved ones included.
    pub capacity: u32,
    /// The published text the lottery keys are made of; not empty.
    pub seed: String,
    /// The quotas; together at most the capacity.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// Those who want a seat.
    pub candidates: Vec<Candidate>,
    /// The ids of those who have given back what they had, first to go first. They keep their place in the order and get nothing; everybody else gets what
    /// replacing them one after another gives.
    #[serde(default)]
    pub withdrawn: Vec<String>,
}

/// Seats reserved for those who qualify.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionQuota))]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Its name; unique.
    pub id: String,
    /// How many seats are reserved.
    pub seats: u32,
}

/// One who wants a seat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionCandidate))]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Its name; unique.
    pub id: String,
    /// The higher the better; thousandths of a point, for instance. Within ±100,000,000,000.
    pub score: i64,
    /// The quotas it qualifies for, as many as there are.
    #[serde(default)]
    pub quotas: Vec<String>,
}

/// Chooses, and explains each decision.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn choose(request: &ChoiceRequest) -> Result<Outcome, Problem> {
    let prepared = prepare(request)?;
    let withdrawn = prepared.marked(&request.withdrawn, "/withdrawn")?;
    Ok(chosen(&prepared, &withdrawn))
}

/// Where a candidate stands, known by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Selected,
    Waiting,
    Withdrawn,
}

/// The rule over those who have not withdrawn.
pub(crate) fn rule<'p>(prepared: &'p Prepared<'_>, withdrawn: &[bool]) -> (Vec<Standing>, Seats<'p>) {
    let there = (0..prepared.candidates.len()).filter(|c| !withdrawn[*c]);
    let seats = Seats::fill(prepared, there);
    let mut open = prepared.capacity - seats.filled();
    let standings = withdrawn.iter().enumerate().map(|(c, gone)| match (gone, seats.under(c)) {
        (true, _) => Standing::Withdrawn,
        (_, Some(_)) => Standing::Selected,
        (_, None) if open > 0 => {
            open -= 1;
            Standing::Selected
        }
        _ => Standing::Waiting,
    });
    (standings.collect(), seats)
}

/// The rule with its explanation.
fn chosen(prepared: &Prepared<'_>, withdrawn: &[bool]) -> Outcome {
    let (standings, seats) = rule(prepared, withdrawn);
    explained(prepared, &standings, &seats, true)
}

/// The explanation of a set; `by_rule` when it is what the rule selects, so that a border can be drawn.
pub(crate) fn explained(prepared: &Prepared<'_>, standings: &[Standing], seats: &Seats<'_>, by_rule: bool) -> Outcome {
    let border = by_rule.then(|| border::border(prepared, standings, seats));
    explain::outcome(prepared, standings, seats, border.as_ref())
}
