//! What waits for an association in the cohorts its people are in: tests to sit, work to hand in, reviews to write, evaluations to give.
//!
//! Nothing is kept: each room says what is open now, and whoever looks sees it gone once it is done.

mod http;
mod ops;
mod wire;

use super::Resource;

crate::permissions! {
    ListTrainingTasks ("list_training_tasks") => roles [Association];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "training_tasks", permissions: PERMISSIONS, routes: http::routes };
