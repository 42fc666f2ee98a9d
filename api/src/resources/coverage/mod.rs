//! Which presidents in office are trained, and what became of those who were: course, project, exhibition, sales.
//!
//! Computed from what is kept elsewhere: files and mandates of the register, enrolments, certificates, projects, applications and declared outcomes. Nobody
//! who is taught needs an account, so a president and a participant are the same person by their name: [`model::same_person`].

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;

crate::permissions! {
    ListTrainingCoverage ("list_training_coverage") => roles [Chamber, National, Ministry];
    GetTrainingCoverageSummary ("get_training_coverage_summary") => public;
    ListTrainingPaths ("list_training_paths") => roles [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "coverage", permissions: PERMISSIONS, routes: http::routes };
