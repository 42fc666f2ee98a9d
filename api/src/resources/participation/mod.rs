//! Which associations took part in events of a year, distinct, as it was known on a day.
//!
//! Computed from the dated steps of applications, which are only ever added to: the same year as of the same day gives the same figures whenever it is asked.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;

crate::permissions! {
    ListParticipation ("list_participation") => roles [Chamber, National, Ministry];
    GetParticipationSummary ("get_participation_summary") => public;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "participation", permissions: PERMISSIONS, routes: http::routes };
