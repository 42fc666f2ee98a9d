pub use super::model::{CommuneInput, Division, Flag, Point, WilayaInput};

use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A wilaya.
#[derive(Debug, Serialize, ToSchema)]
pub struct Wilaya {
    /// Two digits.
    #[schema(examples("16"))]
    pub code: String,
    /// Names.
    pub name: Text,
    /// The Arabic form printed in the Journal officiel.
    pub name_ar_official: String,
    /// The text that created it.
    #[schema(examples("loi 84-09"))]
    pub created_by: String,
    /// Where the names come from.
    pub name_source: String,
    /// Communes it has in the division asked for.
    pub communes: i64,
    /// The chamber of traditional crafts in charge.
    pub chamber_id: Option<InstitutionId>,
    /// Version of the row.
    pub version: i64,
}

/// A commune.
#[derive(Debug, Serialize, ToSchema)]
pub struct Commune {
    /// Four digits.
    #[schema(examples("1601"))]
    pub code: String,
    /// Names.
    pub name: Text,
    /// Its wilaya today.
    pub wilaya_code: String,
    /// Its wilaya from 2019 to 2026.
    pub wilaya_code_58: String,
    /// Its wilaya before 2019.
    pub wilaya_code_48: String,
    /// Its daïra of 1991.
    pub daira_1991: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// A point inside it.
    pub point: Option<Point>,
    /// Whether it counts as a border commune.
    pub border: Flag,
    /// Whether it counts as isolated.
    pub isolated: Flag,
    /// Where the names come from.
    pub name_source: String,
    /// Version of the row.
    pub version: i64,
}

/// Filters of the wilayas.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WilayaQuery {
    /// The division the communes are counted in.
    #[serde(default)]
    pub division: Option<Division>,
    /// Name in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
}
crate::query_parameters!(WilayaQuery);

/// Filters of the communes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommuneQuery {
    /// Codes of wilayas of today; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// Name in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
    /// Border communes only, or the others.
    #[serde(default)]
    pub border: Option<bool>,
    /// Isolated communes only, or those decided not to be.
    #[serde(default)]
    pub isolated: Option<bool>,
}
crate::list_parameters!(CommuneQuery);
