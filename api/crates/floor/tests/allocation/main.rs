//! Who gets which stand, and why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod properties;
mod small;
mod stories;
mod table;
