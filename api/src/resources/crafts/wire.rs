pub use super::model::{CraftActivity, CraftDomain, CraftSector};
use crate::kernel::language::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
}
crate::list_parameters!(ActivityQuery);

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
