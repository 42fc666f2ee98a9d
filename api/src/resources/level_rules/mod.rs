//! What the law asks of the founders of an association, by legal regime and level: reference data with versions and sources.
//!
//! A file that does not meet its rule gets a warning and is never refused for it.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{LegalRegime, Level, LevelRule};
pub use ops::rule;

crate::permissions! {
    ListLevelRules ("list_level_rules") => public;
    UpdateLevelRule ("update_level_rule") => roles [Ministry];
    ListLevelRuleVersions ("list_level_rule_versions") => roles [Chamber, National, Ministry, Admin];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "level_rules", permissions: PERMISSIONS, routes: http::routes };
