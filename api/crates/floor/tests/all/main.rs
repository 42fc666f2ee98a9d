//! Plans, drawings and allocations, as they are used from outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod allocation;
mod bad_input;
mod check;
mod geometry;
mod import;
mod numbering;
mod schema;
mod wire;
