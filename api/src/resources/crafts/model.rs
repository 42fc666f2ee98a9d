use crate::kernel::language::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A domain of craft activities.
#[derive(Debug, Serialize, ToSchema)]
pub struct CraftDomain {
    /// One digit.
    #[schema(examples("1"))]
    pub code: String,
    /// Names.
    pub name: Text,
    /// Version of the row.
    pub version: i64,
}

/// A sector of craft activities.
#[derive(Debug, Serialize, ToSchema)]
pub struct CraftSector {
    /// Two digits.
    #[schema(examples("02"))]
    pub code: String,
    /// Its domain.
    pub domain_code: String,
    /// Names.
    pub name: Text,
    /// Where the label comes from; `provisional` until the annex of the Journal officiel is loaded.
    pub label_source: String,
    /// Version of the row.
    pub version: i64,
}

/// A single craft activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct CraftActivity {
    /// Seven digits.
    #[schema(examples("0200001"))]
    pub code: String,
    /// Its sector.
    pub sector_code: String,
    /// Names.
    pub name: Text,
    /// The text it comes from.
    pub source: String,
    /// Version of the row.
    pub version: i64,
}

/// A line of the file: `code,name_ar,name_fr,name_en`.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityLine {
    pub code: String,
    pub name_ar: String,
    #[serde(default)]
    pub name_fr: Option<String>,
    #[serde(default)]
    pub name_en: Option<String>,
}
