//! What a choice answers: enough for a page to explain every decision in plain words.

use serde::{Deserialize, Serialize};

/// A choice with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionOutcome))]
pub struct Outcome {
    /// Every candidate, in the order.
    pub candidates: Vec<CandidateOutcome>,
    /// Every quota, by id.
    pub quotas: Vec<QuotaOutcome>,
    /// Counts and sums.
    pub totals: Totals,
    /// Where the lottery decided, the highest score first. Usually none or one; several when quotas have borders of their own.
    pub draws: Vec<Draw>,
}

/// What became of one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionCandidateOutcome))]
pub struct CandidateOutcome {
    /// 1, 2, 3… in the order: by score, equals by lottery key.
    pub place: usize,
    /// The candidate.
    pub id: String,
    /// Its score.
    pub score: i64,
    /// Its lottery key, 64 hexadecimal digits; among equal scores the lower one comes first.
    pub lottery_key: String,
    /// The quotas it qualifies for, by id.
    pub quotas: Vec<String>,
    /// What was decided.
    pub decision: Decision,
    /// Whether the lottery decided: with another seed, and everything else the same, the decision could be the opposite.
    pub by_lottery: bool,
}

/// A decision about a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionDecision))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Decision {
    /// It gets a seat.
    Selected {
        /// The quota whose reserved seat it occupies; null on an open seat.
        under: Option<String>,
    },
    /// It gets none for now.
    Waiting {
        /// 1, 2, 3… on the list of all who wait.
        place: usize,
        /// Its place on the list of each quota it qualifies for, by id.
        lists: Vec<ListPlace>,
        /// The selected candidate it would have to come before to be selected in its stead; null when it can take nobody's seat.
        behind: Option<Ahead>,
    },
    /// It has withdrawn.
    Withdrawn,
}

/// A place on the waiting list of a quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionListPlace))]
pub struct ListPlace {
    /// The quota.
    pub quota: String,
    /// 1, 2, 3… among those who wait and qualify for it.
    pub place: usize,
}

/// The last selected candidate before one who waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionAhead))]
pub struct Ahead {
    /// The candidate.
    pub id: String,
    /// Its score: more would have been enough, and as much with a lower lottery key.
    pub score: i64,
}

/// What became of a quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionQuotaOutcome))]
pub struct QuotaOutcome {
    /// The quota.
    pub id: String,
    /// Seats reserved.
    pub seats: u32,
    /// Seats filled under it. The others could not be filled by anybody and were open.
    pub filled: usize,
    /// Candidates who qualify for it and have not withdrawn.
    pub qualified: usize,
    /// Those of them who are selected, on whatever seat.
    pub selected: usize,
    /// The lowest score of those selected under it; null when there is none.
    pub lowest_score: Option<i64>,
    /// Those who wait and qualify for it, in the order.
    pub waiting: Vec<String>,
}

/// Counts and sums of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionTotals))]
pub struct Totals {
    /// Seats.
    pub capacity: u32,
    /// Candidates, withdrawn ones included.
    pub candidates: usize,
    /// Selected.
    pub selected: usize,
    /// Waiting.
    pub waiting: usize,
    /// Withdrawn.
    pub withdrawn: usize,
    /// Seats reserved by all quotas.
    pub reserved: u32,
    /// Reserved seats filled: no choice can fill more.
    pub reserved_filled: usize,
    /// Open seats: the capacity − the reserved seats filled.
    pub open: usize,
    /// Open seats filled.
    pub open_filled: usize,
    /// The lowest score on an open seat; null when there is none.
    pub open_lowest_score: Option<i64>,
    /// Σ of the scores of the selected.
    pub score: i64,
    /// Selected ones that owe it to the quotas: without any they would wait. As many others wait because of them.
    pub owed_to_quotas: usize,
    /// Candidates the lottery decided between: Σ over the draws.
    pub tied: usize,
}

/// Candidates of one score among whom the lottery decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = SelectionDraw))]
pub struct Draw {
    /// The score they have in common.
    pub score: i64,
    /// How many the lottery decided between.
    pub tied: usize,
    /// How many of them are selected.
    pub selected: usize,
}
