//! What can be done with accounts.

pub mod administrators;
pub mod gate;
pub mod grants;
pub mod invitations;
pub mod me;
pub mod passwords;
pub mod resets;
pub mod second_factor;
pub mod sessions;
pub mod sign_in;
pub mod signing_keys;

/// Kind of row in the audit log.
pub const PERSON: &str = "person";
/// Kind of row in the audit log.
pub const GRANT: &str = "grant";
/// Kind of row in the audit log.
pub const INVITATION: &str = "invitation";
/// Kind of row in the audit log.
pub const SIGNING_KEY: &str = "signing_key";
