//! Attendance as pure functions.
pub mod attendance;
pub mod figures;
pub mod problem;
