//! One function for each operation.

pub mod assignment;
pub mod demonstration;
pub mod own;
pub mod reviewers;
pub mod scores;

/// What a review is called in the audit log.
pub const SUBJECT: &str = "event_review";
