//! One function for each operation.

pub mod files;
pub mod published;
pub mod rows;
pub mod view;

/// What a course is called in the audit log.
const SUBJECT: &str = "course";
