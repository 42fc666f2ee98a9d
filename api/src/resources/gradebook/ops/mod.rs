//! One function for each operation.

pub mod book;
pub mod progress;
pub mod scheme;

/// What a scheme of grades is called in the audit log.
const SUBJECT: &str = "grade_scheme";
/// What a gradebook is called in the audit log.
pub const GRADEBOOK: &str = "gradebook";
