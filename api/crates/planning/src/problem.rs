//! What is wrong with an input: a stable code, the field as a JSON pointer, and the facts a
//! message needs. The engine has no words of its own; whoever speaks to people translates the code.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// A fact that belongs in the message about a [`Problem`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A name or identifier taken from the input.
    Text(String),
    /// A whole number: a count, minutes or centimes.
    Whole(i64),
    /// A fractional number.
    Number(f64),
    /// Several names, in the order that matters (the activities of a cycle, for instance).
    List(Vec<String>),
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Param {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Vec<String>> for Param {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Every code a [`Problem`] can carry, so that whoever translates them can prove that none is missing.
pub const CODES: [&str; 44] = [
    "actual_dates_reversed",
    "amount_missing",
    "amount_out_of_range",
    "amount_overflow",
    "budget_missing",
    "calculation_too_long",
    "calendar_without_working_time",
    "cycle",
    "date_before_project_start",
    "date_out_of_range",
    "dates_missing",
    "dates_not_ascending",
    "dates_reversed",
    "duplicate_activity",
    "duplicate_component",
    "duplicate_project",
    "duration_missing",
    "duration_too_long",
    "estimates_out_of_order",
    "flows_and_components",
    "hours_overlap",
    "hours_reversed",
    "instant_missing",
    "lag_too_long",
    "milestone_with_duration",
    "milestones_missing",
    "minimum_without_subject",
    "negative_amount",
    "negative_duration",
    "not_cumulative",
    "out_of_range",
    "outlays_mismatch",
    "parts_mismatch",
    "percent_out_of_range",
    "range_reversed",
    "required",
    "schedule_too_long",
    "start_missing",
    "too_many_entries",
    "too_many_periods",
    "units_missing",
    "unknown_activity",
    "unknown_calendar",
    "unknown_project",
];

/// One refused input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// Stable, in `snake_case`, one of [`CODES`]: what is wrong.
    pub code: &'static str,
    /// Where: an RFC 6901 JSON pointer into the request.
    pub pointer: String,
    /// The facts of the message, by name: the activity, the limit, the cycle.
    pub params: BTreeMap<&'static str, Param>,
}

impl Problem {
    /// A problem with this code at this JSON pointer.
    #[must_use]
    pub fn new(code: &'static str, pointer: impl Into<String>) -> Self {
        Self { code, pointer: pointer.into(), params: BTreeMap::new() }
    }

    /// The same problem with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.insert(name, value.into());
        self
    }

    /// The same problem seen from a document that holds the input under `prefix`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.code, self.pointer)
    }
}

impl std::error::Error for Problem {}

/// A key of an input as one step of a JSON pointer (RFC 6901: `~` is `~0`, `/` is `~1`).
#[must_use]
pub fn pointer_step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
