//! Whether the server lives, whether it can work, its figures, and the public keys of its tokens.

mod http;

use super::Resource;

crate::permissions! {
    Livez ("livez") => public;
    Readyz ("readyz") => public;
    Metrics ("metrics") => public;
    Jwks ("jwks") => public;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "health", permissions: PERMISSIONS, routes: http::routes };
