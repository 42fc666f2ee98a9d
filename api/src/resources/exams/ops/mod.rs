//! One function for each operation.

pub mod attempts;
pub mod marks;
pub mod rows;
pub mod view;

/// What a test is called in the audit log.
const SUBJECT: &str = "exam";
/// What an attempt is called in the audit log.
pub const ATTEMPT: &str = "exam_attempt";
