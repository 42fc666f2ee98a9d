//! The audit log, to be read: an administrator sees all of it, the ministry what is about the business and not about accounts.

mod http;
mod ops;
mod store;
mod wire;

use super::Resource;

crate::permissions! {
    ListAuditEntries ("list_audit_entries") => people [Ministry, Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "audit", permissions: PERMISSIONS, routes: http::routes };
