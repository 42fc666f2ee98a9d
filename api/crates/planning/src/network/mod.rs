//! The activity network: activities, links, constraints, progress, and the critical path method over them.
//!
//! [`Activity`] and [`Link`] are the wire. [`compile`] checks them and turns names into indexes, [`graph`] holds the
//! network as arrays, [`pass`] runs the two passes over an [`axis::Axis`], [`explain`] reads critical paths and the causes of negative float
//! out of them. The whole is linear in activities and links. [`crash`] buys time at the least cost.

pub mod axis;
pub mod compile;
pub mod crash;
mod error;
pub mod explain;
pub mod graph;
pub mod names;
pub mod pass;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

pub use error::NetworkError;

/// Which ends of two activities a link ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningLinkKind))]
pub enum LinkKind {
    /// The successor starts after the predecessor finishes. Also read as `finish_to_start`.
    #[default]
    #[serde(rename = "fs", alias = "FS", alias = "finish_to_start")]
    FinishToStart,
    /// The successor starts after the predecessor starts. Also read as `start_to_start`.
    #[serde(rename = "ss", alias = "SS", alias = "start_to_start")]
    StartToStart,
    /// The successor finishes after the predecessor finishes. Also read as `finish_to_finish`.
    #[serde(rename = "ff", alias = "FF", alias = "finish_to_finish")]
    FinishToFinish,
    /// The successor finishes after the predecessor starts. Also read as `start_to_finish`.
    #[serde(rename = "sf", alias = "SF", alias = "start_to_finish")]
    StartToFinish,
}

/// A limit on an activity's dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningConstraintKind))]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// Raises the early start. Also read as `snet`.
    #[serde(alias = "snet", alias = "SNET", alias = "START_NO_EARLIER_THAN")]
    StartNoEarlierThan,
    /// Lowers the late start. Also read as `snlt`.
    #[serde(alias = "snlt", alias = "SNLT", alias = "START_NO_LATER_THAN")]
    StartNoLaterThan,
    /// Raises the early finish. Also read as `fnet`.
    #[serde(alias = "fnet", alias = "FNET", alias = "FINISH_NO_EARLIER_THAN")]
    FinishNoEarlierThan,
    /// Lowers the late finish. Also read as `fnlt`.
    #[serde(alias = "fnlt", alias = "FNLT", alias = "FINISH_NO_LATER_THAN")]
    FinishNoLaterThan,
    /// Raises the early start and lowers the late start to the same instant. Also read as `mso`.
    #[serde(alias = "mso", alias = "MSO", alias = "MUST_START_ON")]
    MustStartOn,
    /// Raises the early finish and lowers the late finish to the same instant. Also read as `mfo`.
    #[serde(alias = "mfo", alias = "MFO", alias = "MUST_FINISH_ON")]
    MustFinishOn,
    /// Schedules the activity as late as its successors' scheduled dates allow; early and late dates are untouched. Takes no date. Also read as `alap`.
    #[serde(alias = "alap", alias = "ALAP", alias = "AS_LATE_AS_POSSIBLE")]
    AsLateAsPossible,
    /// Lowers the late finish, like `finish_no_later_than`; the same as the activity's `deadline`.
    #[serde(alias = "DEADLINE")]
    Deadline,
}

/// A constraint of an activity. All but `as_late_as_possible` take an instant, as `at` or as `offset_minutes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningConstraint))]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// Which limit.
    pub kind: ConstraintKind,
    /// The instant as a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The instant as working minutes from the project's start, on the project's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i64>,
}

/// A piece of work, or a milestone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningActivity))]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its name in the links; unique.
    pub id: String,
    /// Working minutes. Exactly one of `duration_minutes` and `duration_days`, unless it is a milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_minutes: Option<i64>,
    /// Working days of `minutes_per_day` minutes; a fraction is rounded to the minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_days: Option<f64>,
    /// An event without duration.
    #[serde(default)]
    pub milestone: bool,
    /// The key in `calendars` of its own calendar; the project's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Limits on its dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// The date it should be finished by: lowers the late finish, so that being late shows as negative float.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Moment>,
    /// Work done, 0–100. Without reported dates, work done is placed where the network puts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_done: Option<f64>,
    /// Working minutes still to do, when it is not duration × (1 − `percent_done`/100).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining_minutes: Option<i64>,
    /// When work began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<Moment>,
    /// When work ended; the activity is then complete whatever `percent_done` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<Moment>,
    /// The least working minutes money can reduce it to, for `compression`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crash_minutes: Option<i64>,
    /// The least working days money can reduce it to, for `compression`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crash_days: Option<f64>,
    /// Centimes per working day gained, for `compression`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crash_cost_per_day: Option<i64>,
}

/// A dependency between two activities.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningLink))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The `id` of the predecessor.
    pub from: String,
    /// The `id` of the successor.
    pub to: String,
    /// Which ends are tied; `fs` when absent.
    #[serde(default, rename = "type")]
    pub kind: LinkKind,
    /// Working minutes of the project's calendar between the ends; negative lets them overlap. At most one of `lag_minutes` and `lag_days`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag_minutes: Option<i64>,
    /// The same in working days of `minutes_per_day` minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag_days: Option<f64>,
}
