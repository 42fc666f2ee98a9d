//! Wilayas and communes: reference data with versions and sources.
//!
//! A record keeps its commune; each commune knows its wilaya in the divisions of 69 (since 2026), 58 (2019–2026) and 48
//! (before 2019), so that figures can be shown in any of them.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use store::{CommuneFacts, Gazetteer, all_wilaya_names, commune_facts, find_communes, gazetteer, unknown_wilayas, wilaya_names};

crate::permissions! {
    ListWilayas ("list_wilayas") => public;
    GetWilaya ("get_wilaya") => public;
    UpdateWilaya ("update_wilaya") => roles [Ministry];
    ListWilayaVersions ("list_wilaya_versions") => roles [Chamber, National, Ministry, Admin];
    ListCommunes ("list_communes") => public;
    GetCommune ("get_commune") => public;
    UpdateCommune ("update_commune") => roles [Ministry];
    ListCommuneVersions ("list_commune_versions") => roles [Chamber, National, Ministry, Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "territory", permissions: PERMISSIONS, routes: http::routes };
