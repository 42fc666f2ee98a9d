//! One function for each operation: load, decide, save.

pub mod baselines;
pub mod figures;
pub mod lines;
pub mod reports;

/// The kind of row in the audit log.
pub const SUBJECT: &str = "budget";
