//! Reports to be printed: a project as a whole, and its earned value as of a day, as PDF in the language asked for.

mod http;
mod model;
mod ops;

use super::Resource;

crate::permissions! {
    GetProjectReport ("get_project_report") => roles [Association, Chamber, National, Ministry];
    GetEarnedValueReport ("get_earned_value_report") => roles [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "reports", permissions: PERMISSIONS, routes: http::routes };
