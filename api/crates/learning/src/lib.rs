//! Attendance as pure functions.
pub mod attendance;
pub mod exam;
pub mod figures;
pub mod grade;
pub mod problem;
