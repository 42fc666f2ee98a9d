//! One function for each operation.

pub mod calendar;
pub mod clashes;
pub mod code;
pub mod plan;
pub mod record;
pub mod register;
pub mod rows;
pub mod sheet;
pub mod view;

/// What a session is called in the audit log.
const SESSION: &str = "cohort_session";
/// What attendance is called in the audit log and in the log of who read what.
pub const ATTENDANCE: &str = "attendance";
