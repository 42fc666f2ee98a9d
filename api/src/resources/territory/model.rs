//! The territorial division, and what may be changed of wilayas and communes. Pure.

use crate::kernel::language::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// The territorial division figures are shown in.
    pub enum Division {
        /// Since law 26-06 of 2026.
        SixtyNine = "69",
        /// From 2019 to 2026.
        FiftyEight = "58",
        /// Before 2019.
        FortyEight = "48",
    }
}

/// What the ministry may change of a wilaya.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WilayaInput {
    /// Names; all three.
    pub name: Text,
    /// The Arabic form printed in the Journal officiel.
    #[schema(min_length = 1, max_length = 100)]
    pub name_ar_official: String,
    /// The text the names rest on.
    #[schema(min_length = 1, max_length = 300)]
    pub name_source: String,
}

/// A point (WGS 84).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180, examples(3.06))]
    pub longitude: f64,
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90, examples(36.75))]
    pub latitude: f64,
}

/// A flag with the text it rests on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Null until somebody decides.
    pub value: Option<bool>,
    /// The text or computation it rests on.
    #[schema(max_length = 500)]
    pub basis: Option<String>,
}

/// What the ministry may change of a commune.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommuneInput {
    /// Names; Arabic and French.
    pub name: Text,
    /// Other spellings.
    #[schema(max_items = 20)]
    pub aliases: Vec<String>,
    /// A point inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// Whether it counts as a border commune.
    pub border: Flag,
    /// Whether it counts as isolated.
    pub isolated: Flag,
    /// The text the names rest on.
    #[schema(min_length = 1, max_length = 300)]
    pub name_source: String,
}
