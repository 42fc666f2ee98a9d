//! Floor plans of exhibitions as pure functions.

pub mod check;
pub mod geometry;
pub mod import;
pub mod numbering;
pub mod plan;
pub mod problem;
