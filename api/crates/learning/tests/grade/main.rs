//! Grades: stories, and what holds whatever still comes in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod properties;
mod small;
mod stories;
