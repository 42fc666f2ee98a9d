//! The allocation: which application gets which stand, and why.
//!
//! # The rules that are never broken
//!
//! - A stand goes to one application at most, an application gets one stand at most.
//! - A stand is at least as large as wanted less the tolerance, has the power, and the water and the permission for fire where they are needed.
//! - What is locked stays, even where it breaks the rule before; then it says so. Closed stands are given to nobody.
//!
//! # What is aimed at
//!
//! As many applications as possible get a stand; among the ways to do so, as many points as possible:
//!
//! | reason | points | for |
//! |---|---|---|
//! | `wish_stand` | 300 | the stand that was wished for |
//! | `quarter_matched` | 200 | a stand in a quarter for one of the application's craft sectors |
//! | `wish_quarter` | 150 | a stand in a quarter that was wished for |
//! | `wish_next_to` | 100 | each application that was wished for as a neighbour and is one |
//! | `same_group` | 100 | each neighbour of the same association: both get them |
//! | `wish_corner` | 100 | a corner stand that was wished for |
//! | `wish_near_entrance` | 100 − 2 for each full metre to the nearest entrance | a wish to be near one, up to 49 metres |
//! | `quarter_of_others` | −50 | a stand in quarters for other craft sectors only |
//! | `area_unused` | −2 for each full square metre beyond what was wanted, −100 at most | large stands for large wishes |
//! | `water_unused`, `fire_unused` | −20 each | water and permission for fire for those who need them |
//!
//! Neighbours share at least 50 cm of an edge ([`crate::geometry::neighbours`]); a quarter has the stands it lists and those whose centroid it covers.
//!
//! # The steps
//!
//! 1. Applications in the order of their ids, stands in the order of their numbers: nothing depends on the order of the lists.
//! 2. **Points that depend on one application and its stand** are an assignment problem, solved exactly by shortest augmenting paths (R. Jonker and
//!    A. Volgenant, “A shortest augmenting path algorithm for dense and sparse linear assignment problems”, Computing 38 (1987), 325–340). No allocation
//!    places more applications, and none that places as many has more of these points.
//! 3. **Points for neighbours** make the problem quadratic, for which no fast exact method is known. So application by application in the order, again and
//!    again, the change that adds the most points is made, until none adds any: a move to a free stand or an exchange of two; a move to a stand beside
//!    a partner whose holder goes to a free one; a move together with a partner to two free stands side by side. The number of trials is limited,
//!    so that time is. Nobody who has a stand loses it.
//!
//! 500 applications on 600 stands take 0.1 to 0.9 s, the more the wishes for neighbours are entangled; 1,000 on 2,000 up to 2 s (`cargo bench -p floor`).

mod assignment;
mod explain;
mod improve;
mod outcome;
mod prepare;
mod score;

use serde::{Deserialize, Serialize};

use crate::plan::{Plan, Stand};
use crate::problem::Problem;

pub use outcome::{Allocation, AllocationResult, Obstacle, ObstacleCode, Reason, ReasonCode, Totals, Unmet, UnmetReason, Unplaced};

/// Applications at most.
pub const MAX_APPLICATIONS: usize = 1_000;
/// Wishes of an application at most.
pub const MAX_WISHES: usize = 20;
/// Craft sectors of an application at most.
pub const MAX_SECTORS: usize = 100;
/// The tolerance at most, in percent.
pub const MAX_TOLERANCE: u8 = 50;

/// Points for the stand that was wished for.
pub const WISH_STAND: i64 = 300;
/// Points for a stand in a quarter for one of the application's craft sectors.
pub const QUARTER_MATCHED: i64 = 200;
/// Points for a stand in a quarter that was wished for.
pub const WISH_QUARTER: i64 = 150;
/// Points for each neighbour that was wished for.
pub const WISH_NEXT_TO: i64 = 100;
/// Points for each neighbour of the same association, to both.
pub const SAME_GROUP: i64 = 100;
/// Points for a corner stand that was wished for.
pub const WISH_CORNER: i64 = 100;
/// Points for a stand at an entrance where one near it was wished for.
pub const WISH_NEAR_ENTRANCE: i64 = 100;
/// Fewer points for each full metre to the entrance.
pub const PER_METRE: i64 = 2;
/// Points for a stand in quarters for other craft sectors only.
pub const QUARTER_OF_OTHERS: i64 = -50;
/// Points for each full square metre beyond what was wanted.
pub const PER_UNUSED_M2: i64 = -2;
/// The least points for area beyond what was wanted.
pub const AREA_UNUSED_AT_WORST: i64 = -100;
/// Points for water nobody needs, and for permission for fire nobody needs.
pub const SERVICE_UNUSED: i64 = -20;

/// Stands to be given out. At most 1,000 applications, beside the limits of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationRequest))]
#[serde(deny_unknown_fields)]
pub struct AllocationRequest {
    /// The plan, without errors.
    pub plan: Plan,
    /// Those who want a stand.
    pub applications: Vec<Application>,
    /// What is fixed already.
    #[serde(default)]
    pub locks: Vec<Lock>,
    /// Numbers of stands that are given to nobody.
    #[serde(default)]
    pub closed: Vec<String>,
    /// By how many percent a stand may be smaller than wanted; at most 50.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(maximum = 50))]
    pub area_tolerance_percent: u8,
}

/// One who wants a stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationApplication))]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Unique.
    pub id: String,
    /// The association, so that its applications come side by side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What the stand must have.
    #[serde(default)]
    pub needs: Needs,
    /// Codes of its craft sectors, at most 100.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// What it would like, at most 20; a wish that is there twice counts once.
    #[serde(default)]
    pub wishes: Vec<Wish>,
}

/// What a stand must have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationNeeds))]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// The area in square centimetres; 0 when any will do. A square metre has 10,000.
    #[serde(default)]
    pub area_cm2: u32,
    /// Electrical power in watts.
    #[serde(default)]
    pub power_w: u32,
    /// Water.
    #[serde(default)]
    pub water: bool,
    /// Open fire or a kiln.
    #[serde(default)]
    pub fire: bool,
}

/// What an application would like.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationWish))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Wish {
    /// This stand.
    Stand {
        /// Its number.
        number: String,
    },
    /// A stand of this quarter.
    Quarter {
        /// Its id.
        id: String,
    },
    /// A stand beside that of another application.
    NextTo {
        /// Its id.
        application: String,
    },
    /// A stand near an entrance of the hall.
    NearEntrance,
    /// A corner stand.
    Corner,
}

/// An application that has its stand already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationLock))]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The application.
    pub application: String,
    /// The number of its stand.
    pub stand: String,
}

/// Gives out the stands, and explains each decision.
///
/// # Errors
/// A [`Problem`] naming the field; the first error of the plan if it has one.
pub fn propose(request: &AllocationRequest) -> Result<AllocationResult, Problem> {
    let prepared = prepare::prepare(request)?;
    let table = score::Table::of(&prepared);
    let assigned = assignment::assign(&prepared, &table);
    let improved = improve::improve(&prepared, &table, assigned.clone());
    Ok(explain::explain(&prepared, &assigned, &improved))
}

/// Explains what is locked as [`propose`] would, and gives nothing out: for an allocation made by hand.
///
/// # Errors
/// As [`propose`].
pub fn assess(request: &AllocationRequest) -> Result<AllocationResult, Problem> {
    let prepared = prepare::prepare(request)?;
    let locked: Vec<Option<usize>> = prepared.applicants.iter().map(|applicant| applicant.lock).collect();
    Ok(explain::explain(&prepared, &locked, &locked))
}

/// What a stand lacks for these needs: `short_of_area`, `short_of_power`, `without_water`, `without_fire`; nothing when it will do.
#[must_use]
pub fn shortfalls(needs: &Needs, stand: &Stand, area_tolerance_percent: u8) -> Vec<ReasonCode> {
    let doubled = crate::geometry::doubled_area(&stand.polygon);
    score::lacks(needs, doubled, &stand.services, area_tolerance_percent).into_iter().map(|(code, _)| code).collect()
}
