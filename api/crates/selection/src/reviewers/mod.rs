//! Shares: which reviewers read which applications, so that everybody has about as much to do.
//!
//! # The rule
//!
//! Each application gets `per_application` distinct reviewers, none in conflict with it, none with more than the reviewer takes. What is fixed
//! already is kept, and counted. Among all ways to do so the largest load is as small as possible, then the number of reviewers who carry it, then the
//! next largest, and so on (the loads are least majorised). Where there are not enough reviewers, as many shares as possible are given out, and what is
//! lacking is spread as evenly as possible in the same sense.
//!
//! # The steps
//!
//! 1. Applications and reviewers are put in the order of their [lottery keys](crate::lottery::lottery_key).
//! 2. In rounds: every application gets its first reviewer, in that order; then its second, and so on. One that has one by what is fixed sits out the round.
//! 3. A share goes to the reviewer with the smallest load among those it can reach: directly, or by handing an application of one reviewer on to
//!    another (fixed ones never). Among equals the fewest hands decide, then a number drawn from the keys of the application and the reviewer, so that
//!    not always the same reviewers sit together.
//!
//! # Why this is exact
//!
//! Each share is a cheapest augmenting path for the convex cost Σ load², which keeps a flow of least cost at every step (successive shortest paths; Jewell
//! 1958, Busacker and Gowen 1960); a flow of least Σ load² has least majorised loads (Frank and Murota, “Decreasing minimization on M-convex
//! sets”, Mathematical Programming 2022). The rounds are the greedy algorithm of a polymatroid, so what is lacking is least majorised too, and both go
//! together as the two sides of a bipartite graph do (Mendelsohn and Dulmage 1958).

mod prepare;
mod share;

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// Applications at most.
pub const MAX_APPLICATIONS: usize = 20_000;
/// Reviewers at most.
pub const MAX_REVIEWERS: usize = 1_000;
/// Reviewers of one application at most.
pub const MAX_PER_APPLICATION: u32 = 20;
/// Pairs in a list at most.
pub const MAX_PAIRS: usize = 1_000_000;

/// What is to be shared out. At most 20,000 applications, 1,000 reviewers, 1,000,000 conflicts, 1,000,000 fixed pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewShareRequest))]
#[serde(deny_unknown_fields)]
pub struct ShareRequest {
    /// The text the order of equals is drawn from; not empty.
    pub seed: String,
    /// How many reviewers each application gets: 2 to 20.
    pub per_application: u32,
    /// The applications, each once.
    pub applications: Vec<String>,
    /// Those who review.
    pub reviewers: Vec<Reviewer>,
    /// Who must not review what.
    #[serde(default)]
    pub conflicts: Vec<Pair>,
    /// Who reviews what already. Kept even where it is more than `per_application` or more than the reviewer takes.
    #[serde(default)]
    pub fixed: Vec<Pair>,
}

/// One who reviews.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewReviewer))]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    /// Its name; unique.
    pub id: String,
    /// How many applications it takes at most, fixed ones included; any number when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// An application and a reviewer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewPair))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The application.
    pub application: String,
    /// The reviewer.
    pub reviewer: String,
}

/// Who reviews what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewShares))]
pub struct Shares {
    /// Every application, by id.
    pub applications: Vec<Share>,
    /// Every reviewer, by id.
    pub reviewers: Vec<Load>,
    /// Shares given out, fixed ones included.
    pub assigned: usize,
    /// Reviewers lacking, over all applications; 0 when all is well. No other way lacks fewer.
    pub lacking: usize,
    /// The largest load; 0 without reviewers.
    pub largest_load: usize,
    /// The smallest load; 0 without reviewers.
    pub smallest_load: usize,
}

/// The reviewers of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewShare))]
pub struct Share {
    /// The application.
    pub application: String,
    /// Its reviewers, by id, fixed ones included.
    pub reviewers: Vec<String>,
    /// How many more it needs.
    pub lacking: usize,
    /// Reviewers without a conflict with it, whether they have room or not: when fewer than it needs, no reviewer who takes more would help.
    pub without_conflict: usize,
}

/// What a reviewer has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReviewLoad))]
pub struct Load {
    /// The reviewer.
    pub reviewer: String,
    /// Applications it reviews, fixed ones included.
    pub load: usize,
    /// Those of them that were fixed.
    pub fixed: usize,
    /// Applications it has no conflict with.
    pub without_conflict: usize,
}

/// Shares out.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn share_out(request: &ShareRequest) -> Result<Shares, Problem> {
    let prepared = prepare::prepare(request)?;
    Ok(share::share(&prepared))
}
