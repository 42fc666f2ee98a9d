//! Legal regimes, levels, and what a regime asks for at a level.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// Level of an association under law 12-06.
    pub enum Level {
        /// One commune.
        Communal = "communal",
        /// One wilaya.
        Wilaya = "wilaya",
        /// Several wilayas.
        InterWilaya = "inter_wilaya",
        /// The country.
        National = "national",
    }
}

crate::text_enum! {
    /// The law an association is registered under.
    pub enum LegalRegime {
        /// Law 12-06 of 12 January 2012.
        Law1206 = "law_12_06",
        /// Law 90-31 of 4 December 1990, for associations that have not yet been brought into line.
        Law9031 = "law_90_31",
    }
}

/// What a legal regime asks for at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelRule {
    /// Least number of founders.
    #[schema(minimum = 1, maximum = 1000, examples(15))]
    pub founders: i64,
    /// Least number of communes they come from.
    #[schema(minimum = 1, maximum = 1541, examples(2))]
    pub communes: i64,
    /// Least number of wilayas they come from.
    #[schema(minimum = 1, maximum = 69, examples(1))]
    pub wilayas: i64,
    /// The text it rests on.
    #[schema(min_length = 1, max_length = 300, pattern = r"\S", examples("القانون 12-06 المؤرخ في 12 يناير 2012، المادة 6"))]
    pub source: String,
}

/// The code a rule's versions are kept under.
pub fn code(regime: LegalRegime, level: Level) -> String {
    format!("{}/{}", regime.as_str(), level.as_str())
}
