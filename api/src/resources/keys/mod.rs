//! Keys for machines: a body's own software acts through one.
//!
//! An officer makes a key for the body they act for; it is shown once and kept as a hash. A key carries a list of operations
//! and can never do more than the role it was made in, in the scope of its body: both are read anew in every request.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use store::names as key_names;

/// Kind of row in the audit log.
pub const SUBJECT: &str = "key";

crate::permissions! {
    ListKeys ("list_keys") => people [Association, Chamber, National, Ministry, Admin];
    CreateKey ("create_key") => people [Association, Chamber, National, Ministry];
    RevokeKey ("revoke_key") => people [Association, Chamber, National, Ministry, Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "keys", permissions: PERMISSIONS, routes: http::routes };
