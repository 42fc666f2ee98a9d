//! One function for each operation.

pub mod asking;
pub mod declare;
pub mod links;
pub mod report;

/// What a declaration is called in the audit log.
const SUBJECT: &str = "event_outcome";
