use super::model::InstitutionKind;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An institution.
#[derive(Debug, Serialize, ToSchema)]
pub struct Institution {
    /// Identifier.
    pub id: InstitutionId,
    /// What it is.
    pub kind: InstitutionKind,
    /// Names.
    pub name: Text,
    /// Usual short name.
    #[schema(examples("CNAM"))]
    pub acronym: Option<String>,
    /// Public e-mail.
    pub email: Option<String>,
    /// Public telephone.
    pub phone: Option<String>,
    /// Web site.
    pub website: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Codes of the wilayas it covers.
    pub wilayas: Vec<String>,
    /// Version of the row.
    pub version: i64,
}

/// What can be written of an institution.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionInput {
    /// What it is.
    pub kind: InstitutionKind,
    /// Names.
    pub name: Text,
    /// Usual short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub acronym: Option<String>,
    /// Public e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, format = "email")]
    pub email: Option<String>,
    /// Public telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub phone: Option<String>,
    /// Web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, pattern = "^https?://[^\\s]+$")]
    pub website: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300)]
    pub address: Option<String>,
}

/// The wilayas an institution covers, all of them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverageInput {
    /// Codes. A wilaya named here leaves the institution of the same kind that had it.
    #[schema(max_items = 69)]
    pub wilayas: Vec<String>,
}

/// Filters of the institutions.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstitutionQuery {
    /// What they are.
    #[serde(default)]
    pub kind: Option<InstitutionKind>,
    /// Code of a wilaya they cover.
    #[serde(default)]
    #[schema(max_length = 2)]
    pub wilaya: Option<String>,
    /// Name in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
}
crate::list_parameters!(InstitutionQuery);

/// An institution by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NamedInstitution {
    /// The institution.
    pub id: InstitutionId,
    /// Its name.
    pub name: Text,
}
