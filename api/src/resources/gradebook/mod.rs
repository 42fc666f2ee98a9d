//! Grades of a cohort: the scheme they follow, the gradebook, how the cohort is getting on.
//!
//! Nothing is kept but the scheme, and that only where somebody has written one: grades follow from attendance, tests and assignments whenever somebody looks.
//! What a certificate rests on does not change while it is held ([`super::CERTIFIED`]).

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use ops::book::of;

crate::permissions! {
    GetGradeScheme ("get_grade_scheme") => roles [Association, Trainer, Chamber, National, Ministry];
    PutGradeScheme ("put_grade_scheme") => roles [Trainer, Chamber, National, Ministry];
    GetGradebook ("get_gradebook") => roles [Association, Trainer, Chamber, National, Ministry];
    GetCohortProgress ("get_cohort_progress") => roles [Trainer, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "gradebook", permissions: PERMISSIONS, routes: http::routes };
