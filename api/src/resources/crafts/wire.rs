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

/// What the ministry may change of a domain or sector.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CraftLabelInput {
    /// Names; all three.
    pub name: Text,
    /// The text the label rests on.
    #[schema(min_length = 1, max_length = 300)]
    pub source: String,
}

/// Filter of the sectors.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SectorQuery {
    /// Code of a domain.
    #[serde(default)]
    #[schema(max_length = 1)]
    pub domain: Option<String>,
}
crate::query_parameters!(SectorQuery);

/// Filters of the activities.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityQuery {
    /// Code of a sector.
    #[serde(default)]
    #[schema(max_length = 2)]
    pub sector: Option<String>,
    /// Name in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
    /// Rows on a page.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 500)]
    pub limit: Option<i64>,
    /// Where the page starts.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub cursor: Option<String>,
}
crate::query_parameters!(ActivityQuery);

/// What an import of activities did.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityImport {
    /// Activities that are new.
    pub added: usize,
    /// Activities whose names changed.
    pub changed: usize,
    /// Activities that were the same already.
    pub unchanged: usize,
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
