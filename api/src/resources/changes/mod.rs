//! The change feed: what happened, in the order of the commits, for programs that follow along.
//!
//! A reader asks from a cursor on and goes on from `next_cursor`, which is always there; nothing is lost or repeated, whatever is
//! being written at the same time. An event belongs to an association or to none: the first kind is read by whoever is in charge of the
//! association today, the second by everybody who may read the feed.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{Place, Topic};
pub use ops::head;
pub use store::{Event, now, page};

crate::permissions! {
    ListChanges ("list_changes") => roles [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "changes", permissions: PERMISSIONS, routes: http::routes };
