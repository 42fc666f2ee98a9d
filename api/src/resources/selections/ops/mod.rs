//! One function for each operation.

pub mod decision;
pub mod demonstration;
pub mod lists;
pub mod minutes;
pub mod replacement;
pub mod seats;
pub mod trial;

use crate::kernel::error::Error;

/// What a selection is called in the audit log.
pub const SUBJECT: &str = "event_selection";

/// What the crate finds wrong though everything was checked before.
fn unexpected(problem: &::selection::problem::Problem) -> Error {
    Error::internal(format!("{} at {}", problem.code, problem.pointer))
}
