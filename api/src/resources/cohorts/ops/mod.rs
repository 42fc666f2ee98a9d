//! One function for each operation.

pub mod calendar;
pub mod due;
pub mod enrolling;
pub mod inside;
pub mod lists;
pub mod parts;
pub mod places;
pub mod rows;
pub mod steps;
pub mod teachers;
pub mod view;

/// What a cohort is called in the audit log.
const SUBJECT: &str = "cohort";
/// What an enrolment is called in the audit log.
pub const ENROLMENT: &str = "enrolment";
