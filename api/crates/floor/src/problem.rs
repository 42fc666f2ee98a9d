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
    /// A whole number: a count, a limit or a length.
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

impl From<i32> for Param {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
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

/// Whether a plan can be used in spite of a [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// Every code a [`Problem`] can carry, so that whoever translates them can prove that none is missing.
pub const CODES: [&str; 27] = [
    "beside_itself",
    "crossing_itself",
    "document_type",
    "duplicate_application",
    "duplicate_hall",
    "duplicate_lock",
    "duplicate_number",
    "duplicate_quarter",
    "empty_quarter",
    "locked_and_closed",
    "no_aisles",
    "no_area",
    "not_geojson",
    "not_reachable",
    "not_svg",
    "out_of_range",
    "outside_hall",
    "overlapping",
    "repeated_point",
    "required",
    "too_deep",
    "too_large",
    "too_many_entries",
    "unknown_application",
    "unknown_hall",
    "unknown_quarter",
    "unknown_stand",
];

/// One fault of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable, in `snake_case`, one of [`CODES`]: what is wrong.
    pub code: &'static str,
    /// Where: an RFC 6901 JSON pointer into the request.
    pub pointer: String,
    /// What was expected there, for those who write programs; people get the translation of the code.
    pub expected: &'static str,
    /// An error unless a check says otherwise.
    pub severity: Severity,
    /// The facts of the message, by name: the stand, the limit, the number found.
    pub params: BTreeMap<&'static str, Param>,
}

impl Problem {
    /// An error with this code at this JSON pointer, where something else was expected.
    #[must_use]
    pub fn new(code: &'static str, pointer: impl Into<String>, expected: &'static str) -> Self {
        Self { code, pointer: pointer.into(), expected, severity: Severity::Error, params: BTreeMap::new() }
    }

    /// A warning with this code at this JSON pointer.
    #[must_use]
    pub fn warning(code: &'static str, pointer: impl Into<String>, expected: &'static str) -> Self {
        Self { severity: Severity::Warning, ..Self::new(code, pointer, expected) }
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

    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
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

/// A text that must say something, within the limit.
pub(crate) fn filled(text: &str, pointer: &str) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::new("required", pointer, "a text that is not empty"));
    }
    match text.len() <= crate::plan::MAX_TEXT {
        true => Ok(()),
        false => Err(Problem::new("out_of_range", pointer, "a text of at most 200 bytes").with("limit", crate::plan::MAX_TEXT)),
    }
}
