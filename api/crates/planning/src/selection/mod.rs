//! Which projects to pay for: the best set under budgets, exactly, and why it differs from the ranking by index.
//!
//! Maximise the total net present value of the chosen projects within the budget of each period, with groups of which at most so many may be
//! chosen, prerequisites, required projects, and minimums per wilaya or craft (capital rationing: J. H. Lorie and L. J. Savage 1955; H. M. Weingartner 1963).
//!
//! - [`exact`]: the choice in whole numbers · [`lp`]: bounded dual simplex · [`branch`]: branch and bound, its bounds checked in exact
//!   arithmetic · [`knapsack`]: one budget and nothing else, by dynamic programming · [`ranking`]: the order by profitability index.
//!
//! A search is limited by counted work, never by the clock: the same request has the same answer on every machine, and one that does not
//! finish says `not_proven` with the gap that is left.

pub mod branch;
pub mod exact;
pub mod knapsack;
pub mod lp;
mod prepare;
pub mod ranking;

use serde::{Deserialize, Serialize};

use crate::amount::Amount;
use crate::problem::Problem;

pub use prepare::{Prepared, prepare};

/// A project that could be paid for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningCandidate))]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Its name; unique.
    pub id: String,
    /// What it is worth: its net present value in centimes.
    pub value: Amount,
    /// What it costs, one amount per budget in the same order; negative when it brings money in that period.
    pub outlays: Vec<Amount>,
    /// Projects without which it makes no sense.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<String>,
    /// Chosen whatever it is worth.
    #[serde(default)]
    pub required: bool,
    /// The code of the wilaya it takes place in, for `minimums`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wilaya: Option<String>,
    /// The code of the craft it serves, for `minimums`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craft: Option<String>,
}

/// Projects that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningExclusiveGroup))]
#[serde(deny_unknown_fields)]
pub struct ExclusiveGroup {
    /// The projects.
    pub projects: Vec<String>,
    /// How many of them may be chosen; one when absent.
    #[serde(default = "one")]
    pub at_most: u32,
}

fn one() -> u32 {
    1
}

/// The least to choose for a wilaya or a craft (or for projects that have both).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningMinimum))]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    /// Counts projects of this wilaya.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wilaya: Option<String>,
    /// Counts projects of this craft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craft: Option<String>,
    /// How many projects at least.
    pub at_least: u32,
}

/// How a choice ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningStatus))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No choice is better; `proof` says so.
    Optimal,
    /// A choice that meets every condition, perhaps not the best: the search reached its limit. `proof.gap` bounds what is missed.
    NotProven,
    /// No choice meets every condition: this is certain.
    Infeasible,
    /// The search reached its limit without any choice that meets every condition.
    Unknown,
}

/// How an optimum was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningMethod))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Dynamic programming over undominated states (Nemhauser and Ullmann).
    DynamicProgramming,
    /// Branch and bound on the linear relaxation, each bound checked in exact arithmetic.
    BranchAndBound,
}

/// Why nothing better exists.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningProof))]
pub struct Proof {
    /// Whether the choice is proven best.
    pub proven: bool,
    /// No choice is worth more than this; equal to the value when proven.
    pub bound: Option<Amount>,
    /// `bound` − value; 0 when proven.
    pub gap: Option<Amount>,
    /// The bound before any branching: the value if projects could be divided, to the least unit.
    pub root_bound: Option<Amount>,
    /// Branches or states examined.
    pub nodes: u64,
    /// How.
    pub method: Method,
}

/// The exact answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// How it ended.
    pub status: Status,
    /// Whether each project is chosen; all false without any choice.
    pub chosen: Vec<bool>,
    /// The value of the choice.
    pub value: Option<i128>,
    /// Why nothing better exists.
    pub proof: Proof,
}

/// Branches examined at most.
pub const MAX_NODES: u64 = 1_000_000;
/// Entries of the simplex dictionary updated at most: a few seconds.
pub const MAX_WORK: u64 = 4_000_000_000;
/// States of the dynamic programme at most; beyond, branch and bound takes over.
pub const MAX_STATES: usize = 6_000_000;

/// The best choice for a prepared request.
#[must_use]
pub fn choose(prepared: &Prepared) -> Choice {
    let model = &prepared.model;
    let simple = model.rows.len() == 1
        && prepared.budgets == 1
        && model.required.iter().all(|r| !r)
        && model.rows[0].limit >= 0
        && model.rows[0].coefficients.iter().all(|a| *a >= 0);
    let by_states = simple.then(|| knapsack::solve(&model.values, &model.rows[0].coefficients, model.rows[0].limit, MAX_STATES)).flatten();
    let (search, method) = match by_states {
        Some(search) => (search, Method::DynamicProgramming),
        None => {
            let limits = branch::Limits { nodes: MAX_NODES, work: MAX_WORK };
            (branch::search(model, limits), Method::BranchAndBound)
        }
    };
    let status = match (&search.best, search.complete) {
        (Some(_), _) if search.bound == search.value => Status::Optimal,
        (Some(_), _) => Status::NotProven,
        (None, true) => Status::Infeasible,
        (None, false) => Status::Unknown,
    };
    let amount = |n: i128| exact::Scaled::amount(n, prepared.decimals);
    let gap = search.bound.zip(search.value).map(|(bound, value)| amount(bound - value));
    let proof = Proof {
        proven: matches!(status, Status::Optimal | Status::Infeasible),
        bound: search.bound.map(amount),
        gap,
        root_bound: search.root_bound.map(amount),
        nodes: search.nodes,
        method,
    };
    let chosen = search.best.unwrap_or_else(|| vec![false; model.values.len()]);
    Choice { status, chosen, value: search.value, proof }
}

/// A choice that cannot be made; pointers are into the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// More entries than the calculation accepts.
    TooMany {
        /// The list.
        pointer: &'static str,
        /// The most it may hold.
        limit: usize,
    },
    /// Two projects with the same `id`.
    DuplicateProject {
        /// The field.
        pointer: String,
        /// Their `id`.
        project: String,
    },
    /// A name that is not a project.
    UnknownProject {
        /// The field.
        pointer: String,
        /// The name.
        project: String,
    },
    /// A project without exactly one outlay per budget.
    OutlaysMismatch {
        /// The field.
        pointer: String,
        /// The project.
        project: String,
        /// How many outlays it needs.
        budgets: usize,
    },
    /// An amount too large, or with too many decimals, to be exact.
    AmountOutOfRange {
        /// The field.
        pointer: String,
        /// The project; empty for a budget.
        project: String,
    },
    /// A minimum that names neither wilaya nor craft.
    MinimumWithoutSubject {
        /// The field.
        pointer: String,
    },
    /// No budget at all.
    NoBudget,
}

impl From<SelectionError> for Problem {
    fn from(error: SelectionError) -> Self {
        use SelectionError as E;
        match error {
            E::TooMany { pointer, limit } => Self::new("too_many_entries", pointer).with("limit", limit),
            E::DuplicateProject { pointer, project } => Self::new("duplicate_project", pointer).with("project", project),
            E::UnknownProject { pointer, project } => Self::new("unknown_project", pointer).with("project", project),
            E::OutlaysMismatch { pointer, project, budgets } => {
                Self::new("outlays_mismatch", pointer).with("project", project).with("budgets", budgets)
            }
            E::AmountOutOfRange { pointer, project } => Self::new("amount_out_of_range", pointer).with("project", project),
            E::MinimumWithoutSubject { pointer } => Self::new("minimum_without_subject", pointer),
            E::NoBudget => Self::new("budget_missing", "/budgets"),
        }
    }
}
