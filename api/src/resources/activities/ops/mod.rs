//! One function for each operation: load, decide, schedule, save.

pub mod chances;
pub mod files;
pub mod network;
pub mod parts;
pub mod reading;
pub mod templates;
pub mod words;

/// The kind of row in the audit log.
pub const SUBJECT: &str = "network";
