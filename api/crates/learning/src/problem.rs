//! What is wrong with an input: a stable code, the field as a JSON pointer, what was expected there, and the facts a message needs.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// A fact that belongs in the message about a [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A name or identifier taken from the input.
    Text(String),
    /// A whole number: a count or a limit.
    Whole(i64),
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Param {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<u32> for Param {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Every code a [`Problem`] can carry, so that whoever translates them can prove that none is missing.
pub const CODES: [&str; 28] = [
    "duplicate_answer",
    "duplicate_choice",
    "duplicate_criterion",
    "duplicate_level",
    "duplicate_mark",
    "duplicate_part",
    "duplicate_participant",
    "duplicate_question",
    "duplicate_result",
    "duplicate_reviewer",
    "duplicate_session",
    "duplicate_trainer",
    "end_before_start",
    "incomplete_order",
    "line_feed",
    "missing_part",
    "nothing_weighs",
    "out_of_range",
    "required",
    "too_many_entries",
    "unexpected",
    "unknown_choice",
    "unknown_criterion",
    "unknown_level",
    "unknown_part",
    "unknown_question",
    "unknown_session",
    "wrong_kind",
];

/// One refused input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable, in `snake_case`, one of [`CODES`]: what is wrong.
    pub code: &'static str,
    /// Where: an RFC 6901 JSON pointer into the request.
    pub pointer: String,
    /// What was expected there, for those who write programs; people get the translation of the code.
    pub expected: &'static str,
    /// The facts of the message, by name: the session, the limit, the number found.
    pub params: BTreeMap<&'static str, Param>,
}

impl Problem {
    /// A problem with this code at this JSON pointer, where something else was expected.
    #[must_use]
    pub fn new(code: &'static str, pointer: impl Into<String>, expected: &'static str) -> Self {
        Self { code, pointer: pointer.into(), expected, params: BTreeMap::new() }
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
        write!(f, "{} at {}: expected {}", self.code, self.pointer, self.expected)
    }
}

impl std::error::Error for Problem {}

/// A list with more entries than its limit.
pub(crate) fn at_most(limit: usize, found: usize, pointer: &str) -> Result<(), Problem> {
    match found <= limit {
        true => Ok(()),
        false => Err(Problem::new("too_many_entries", pointer, "no more entries than the limit").with("limit", limit).with("found", found)),
    }
}

/// A text that must say something.
pub(crate) fn filled(text: &str, pointer: impl FnOnce() -> String) -> Result<(), Problem> {
    match text.trim().is_empty() {
        false => Ok(()),
        true => Err(Problem::new("required", pointer(), "a text that is not empty")),
    }
}

/// A whole number between two others.
pub(crate) fn within(least: u32, most: u32, found: u32, pointer: impl FnOnce() -> String, expected: &'static str) -> Result<(), Problem> {
    match (least..=most).contains(&found) {
        true => Ok(()),
        false => Err(Problem::new("out_of_range", pointer(), expected).with("least", least).with("most", most).with("found", found)),
    }
}
