//! Attendance, tests, grades and timetables, as they are used from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attendance;
mod bad_input;
mod conflicts;
mod course;
mod exam;
mod grade;
mod schema;
mod statistics;
mod wire;
mod wrong;
