//! One function for each operation: load, decide, save.

pub mod parts;
pub mod people;
pub mod rows;
pub mod steps;
pub mod view;

/// The kind of row in the audit log.
pub const SUBJECT: &str = "project";
