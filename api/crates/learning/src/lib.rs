//! Attendance as pure functions.
pub mod attendance;
pub mod conflicts;
pub mod exam;
pub mod figures;
pub mod grade;
pub mod problem;
