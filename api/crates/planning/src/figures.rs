//! Figures that may be null, and the reasons beside them.

use serde::Serialize;

/// Why a figure is null: the quantity cannot be known from what was given. Never 0 or infinity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningReason))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No actual cost was reported, so nothing can be divided by it.
    NoActualCost,
    /// Nothing was planned up to the date.
    NoPlannedValue,
    /// No work was earned yet.
    NoEarnedValue,
    /// The budget at completion was not given or is zero.
    NoBudget,
    /// All the budget is spent: no money is left to do the remaining work.
    NothingLeftToSpend,
    /// The date of the report, or the number of elapsed periods, was not given.
    NoStatusDate,
    /// The planned duration was not given or is zero.
    NoPlannedDuration,
    /// No cash flow, or every flow is zero.
    NoCashFlow,
    /// Every cash flow has the same sign.
    NoSignChange,
    /// The equation has no real solution above −100 %.
    NoSolution,
    /// No discount rate was given.
    NoRate,
    /// The rate is −100 %: the discount factor does not exist.
    RateAtMinusOne,
    /// The flows never pay the outlay back.
    NeverPaidBack,
    /// There is no outlay to pay back or to compare with.
    NoOutlay,
    /// A rate or a duration this figure needs was not given.
    MissingInput,
    /// The figure is too large to be written as a number.
    TooLarge,
    /// The factor has no effect on the result.
    NoEffect,
}

/// A figure that is null and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningUnknown))]
pub struct Unknown {
    /// The name of the null field.
    pub figure: &'static str,
    /// Why it cannot be known.
    pub reason: Reason,
}

/// Collects the reasons of the figures that turn out to be null.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// The reasons so far.
    pub unknown: Vec<Unknown>,
}

impl Figures {
    /// The figure as it is answered; its reason is noted when it is null. Infinity and NaN are never answered.
    pub fn take(&mut self, figure: &'static str, value: Result<f64, Reason>) -> Option<f64> {
        match value.and_then(|x| if x.is_finite() { Ok(x) } else { Err(Reason::TooLarge) }) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.note(figure, reason);
                None
            }
        }
    }

    /// Notes why a figure is null, once.
    pub fn note(&mut self, figure: &'static str, reason: Reason) {
        if !self.unknown.iter().any(|u| u.figure == figure) {
            self.unknown.push(Unknown { figure, reason });
        }
    }
}
