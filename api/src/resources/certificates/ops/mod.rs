//! One function for each operation.

pub mod issue;
pub mod read;
pub mod revoke;

/// What a certificate is called in the audit log and in the log of who read what.
pub const SUBJECT: &str = "certificate";
