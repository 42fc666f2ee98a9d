//! Institutions: ministry, agency, national chamber, chambers, directorates; and which wilayas each covers.
//!
//! A wilaya has exactly one chamber. Moving it to another chamber moves the rights with it at once, since a chamber's
//! scope is read from the coverage in every transaction.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::InstitutionKind;
pub use ops::named;
pub use store::{body_names, chamber_of, exists, first_of, kind_of};
pub use wire::NamedInstitution;

crate::permissions! {
    ListInstitutions ("list_institutions") => public;
    GetInstitution ("get_institution") => public;
    CreateInstitution ("create_institution") => roles [Ministry];
    UpdateInstitution ("update_institution") => roles [Ministry];
    SetCoverage ("set_coverage") => roles [Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "institutions", permissions: PERMISSIONS, routes: http::routes };
