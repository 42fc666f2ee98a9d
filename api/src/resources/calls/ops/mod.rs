//! One function for each operation.

pub mod applications;
pub mod call;
pub mod commission;
pub mod duties;
pub mod findings;
pub mod history;
pub mod lists;
pub mod messages;

/// What an application is called in the audit log.
pub const SUBJECT: &str = "event_application";
