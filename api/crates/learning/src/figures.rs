//! Figures that may be null with the reasons beside them, and how fractions become whole numbers.

use serde::{Deserialize, Serialize};

/// All of something in basis points, and a full score in hundredths of 100.
pub const FULL: u32 = 10_000;

/// Why a figure is null: the quantity cannot be known from what was given. Never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningReason))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No minute counts: no session is planned, or the participant is excused from all of them.
    NothingCounted,
    /// No session that counts was held so far.
    NothingHeld,
    /// There are no sheets.
    NoSheets,
    /// There are fewer than three sheets.
    TooFewSheets,
    /// The points of the question, or those of all others, are the same on all sheets.
    NoVariation,
    /// The test before was not sat.
    NoTestBefore,
    /// The test after was not sat.
    NoTestAfter,
    /// Nobody sat both tests.
    NobodySatBoth,
    /// The score before was full, so nothing was left to gain.
    NothingToGain,
    /// Something that weighs is missing.
    PartsMissing,
    /// Nothing that weighs is known yet.
    NothingKnown,
    /// No part weighs anything.
    NothingWeighs,
}

/// A figure that is null and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningUnknown))]
pub struct Unknown {
    /// The name of the null field.
    pub figure: String,
    /// Why it cannot be known.
    pub reason: Reason,
}

/// The figure as it is answered; its reason is noted when it is null.
pub(crate) fn take<T>(unknown: &mut Vec<Unknown>, figure: &str, value: Result<T, Reason>) -> Option<T> {
    value.map_err(|reason| unknown.push(Unknown { figure: figure.to_owned(), reason })).ok()
}

/// `part` of `whole` in basis points, rounded down: it is at least a whole percentage exactly when the fraction is. 0 of 0 is null.
pub(crate) fn floor_share(part: u32, whole: u32) -> Option<u32> {
    let share = (u64::from(part) * u64::from(FULL)).checked_div(whole.into())?;
    Some(u32::try_from(share).unwrap_or(u32::MAX))
}

/// The nearest whole number to a fraction, halves up; 0 of nothing.
pub(crate) fn nearest(part: u128, whole: u128) -> u32 {
    let twice = part.saturating_mul(2).saturating_add(whole).checked_div(whole.saturating_mul(2)).unwrap_or(0);
    u32::try_from(twice).unwrap_or(u32::MAX)
}

/// The nearest whole number to a fraction, halves away from zero; 0 of nothing.
pub(crate) fn nearest_signed(part: i128, whole: u128) -> i32 {
    let size = i32::try_from(nearest(part.unsigned_abs(), whole)).unwrap_or(i32::MAX);
    if part < 0 { -size } else { size }
}
