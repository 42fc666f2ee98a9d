//! One function for each operation.

pub mod brief;
pub mod calendar;
pub mod rows;
pub mod steps;
pub mod view;

/// What an event is called in the audit log.
pub const SUBJECT: &str = "event";
