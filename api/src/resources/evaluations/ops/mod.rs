//! One function for each operation.

pub mod asking;
pub mod hand_in;
pub mod links;
pub mod results;

/// What an evaluation is called in the audit log.
const SUBJECT: &str = "course_evaluation";
