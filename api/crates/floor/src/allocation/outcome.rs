//! What an allocation answers: enough for a page to explain every decision in plain words.

use serde::{Deserialize, Serialize};

use super::Wish;

/// An allocation with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationResult))]
pub struct AllocationResult {
    /// Those who get a stand, by application.
    pub allocations: Vec<Allocation>,
    /// Those who get none, by application.
    pub unplaced: Vec<Unplaced>,
    /// Numbers of the stands that are neither given out nor closed, ascending.
    pub free: Vec<String>,
    /// Counts and sums.
    pub totals: Totals,
}

/// An application and its stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationEntry))]
pub struct Allocation {
    /// The application.
    pub application: String,
    /// The number of its stand.
    pub stand: String,
    /// Whether it was locked.
    pub locked: bool,
    /// Σ of the points of its reasons.
    pub points: i64,
    /// What speaks for the stand, and what against.
    pub reasons: Vec<Reason>,
    /// Wishes that did not come true.
    pub unmet: Vec<Unmet>,
}

/// What speaks for a stand or against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationReason))]
pub struct Reason {
    /// What it is.
    pub code: ReasonCode,
    /// Its points.
    pub points: i64,
    /// The quarter, stand or application it is about; null when it is about none.
    pub about: Option<String>,
    /// Square centimetres, watts or metres, as the code says; null when nothing is measured.
    pub amount: Option<i64>,
}

/// What speaks for a stand or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationReasonCode))]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// It was locked.
    Locked,
    /// It is the stand that was wished for (`about`).
    WishStand,
    /// Its quarter (`about`) is for one of the craft sectors.
    QuarterMatched,
    /// Its quarter (`about`) was wished for.
    WishQuarter,
    /// A neighbour (`about`) was wished for.
    WishNextTo,
    /// A neighbour (`about`) belongs to the same association.
    SameGroup,
    /// It is a corner stand, as wished.
    WishCorner,
    /// The entrance is so many metres away (`amount`).
    WishNearEntrance,
    /// Its quarter (`about`) is for other craft sectors.
    QuarterOfOthers,
    /// So many square centimetres more than wanted (`amount`).
    AreaUnused,
    /// It has water that is not needed.
    WaterUnused,
    /// It has permission for fire that is not needed.
    FireUnused,
    /// Locked although so many square centimetres are lacking (`amount`).
    ShortOfArea,
    /// Locked although so many watts are lacking (`amount`).
    ShortOfPower,
    /// Locked although there is no water.
    WithoutWater,
    /// Locked although fire is not allowed.
    WithoutFire,
}

impl ReasonCode {
    /// Every code, so that whoever translates them can prove that none is missing.
    pub const ALL: [Self; 16] = [
        Self::Locked,
        Self::WishStand,
        Self::QuarterMatched,
        Self::WishQuarter,
        Self::WishNextTo,
        Self::SameGroup,
        Self::WishCorner,
        Self::WishNearEntrance,
        Self::QuarterOfOthers,
        Self::AreaUnused,
        Self::WaterUnused,
        Self::FireUnused,
        Self::ShortOfArea,
        Self::ShortOfPower,
        Self::WithoutWater,
        Self::WithoutFire,
    ];
}

/// A wish that did not come true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationUnmet))]
pub struct Unmet {
    /// The wish.
    pub wish: Wish,
    /// Why it did not.
    pub reason: UnmetReason,
    /// Who has the stand that was wished for, or the only one that would have done; null in all other cases.
    pub given_to: Option<String>,
}

/// Why a wish did not come true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationUnmetReason))]
#[serde(rename_all = "snake_case")]
pub enum UnmetReason {
    /// There is no such stand, or all are closed.
    NoStand,
    /// No such stand has what the application needs.
    Unsuitable,
    /// All such stands that have it are given to others.
    Given,
    /// The application that was wished for as a neighbour has no stand.
    NotPlaced,
    /// One was free, or could have been: another stand made the whole better.
    Elsewhere,
}

impl UnmetReason {
    /// Every reason, so that whoever translates them can prove that none is missing.
    pub const ALL: [Self; 5] = [Self::NoStand, Self::Unsuitable, Self::Given, Self::NotPlaced, Self::Elsewhere];
}

/// An application that gets no stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationUnplaced))]
pub struct Unplaced {
    /// The application.
    pub application: String,
    /// How many stands that are not closed have everything it needs.
    pub suitable: usize,
    /// What stood in the way.
    pub obstacles: Vec<Obstacle>,
}

/// What stood in the way of a stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationObstacle))]
pub struct Obstacle {
    /// What it is.
    pub code: ObstacleCode,
    /// What is needed, with the tolerance, in square centimetres or watts; null when nothing is measured.
    pub wanted: Option<i64>,
    /// The most that a stand has.
    pub best: Option<i64>,
}

/// What stood in the way of a stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationObstacleCode))]
#[serde(rename_all = "snake_case")]
pub enum ObstacleCode {
    /// There is no stand, or all are closed.
    NoStand,
    /// No stand is large enough.
    Area,
    /// No stand has the power.
    Power,
    /// No stand has water.
    Water,
    /// Fire is allowed on no stand.
    Fire,
    /// Each need is met by a stand, but no stand meets all of them.
    Combination,
    /// Every stand that would do is locked for others.
    Locked,
    /// Every stand that would do is given to others, and no exchange among them makes room for one more.
    Taken,
    /// A stand is free: nothing has been given out.
    NotGivenOut,
}

impl ObstacleCode {
    /// Every code, so that whoever translates them can prove that none is missing.
    pub const ALL: [Self; 9] =
        [Self::NoStand, Self::Area, Self::Power, Self::Water, Self::Fire, Self::Combination, Self::Locked, Self::Taken, Self::NotGivenOut];
}

/// Counts and sums of an allocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = AllocationTotals))]
pub struct Totals {
    /// Applications.
    pub applications: usize,
    /// Those with a stand.
    pub placed: usize,
    /// Those of them that were locked.
    pub locked: usize,
    /// Those without.
    pub unplaced: usize,
    /// Stands.
    pub stands: usize,
    /// Stands that are closed.
    pub closed: usize,
    /// Stands that are neither given out nor closed.
    pub free: usize,
    /// Σ of all points.
    pub points: i64,
    /// Points that depend on one application and its stand.
    pub points_apart: i64,
    /// Points for neighbours.
    pub points_together: i64,
    /// The most points of the first kind that any allocation of as many applications has.
    pub best_apart: i64,
    /// Applications whose stand was changed for the sake of neighbours.
    pub moved: usize,
}
