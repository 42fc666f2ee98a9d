//! Choice, admission and reviewers, as they are used from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod admission;
mod bad_input;
mod choice;
mod reviewers;
mod schema;
mod wire;
