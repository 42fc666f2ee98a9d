//! Craft domains, sectors and activities: reference data with versions and sources.
//!
//! The three domains and the labels of the 24 sectors are loaded; the single activities (seven digits: two for the sector,
//! five for the activity) come by CSV when the ministry supplies them.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use store::{activity_names, activity_sectors, sector_domains, sector_names};

crate::permissions! {
    ListCraftDomains ("list_craft_domains") => public;
    ListCraftSectors ("list_craft_sectors") => public;
    ListCraftActivities ("list_craft_activities") => public;
    UpdateCraftDomain ("update_craft_domain") => roles [Ministry];
    UpdateCraftSector ("update_craft_sector") => roles [Ministry];
    ImportCraftActivities ("import_craft_activities") => roles [Ministry];
    ListCraftVersions ("list_craft_versions") => roles [Chamber, National, Ministry, Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "crafts", permissions: PERMISSIONS, routes: http::routes };
