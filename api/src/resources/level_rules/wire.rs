pub use super::model::LevelRule;
use super::model::{LegalRegime, Level};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a legal regime asks for at a level, as it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelRuleView {
    /// The regime.
    pub legal_regime: LegalRegime,
    /// The level.
    pub level: Level,
    /// Least number of founders.
    #[schema(examples(15))]
    pub founders: i64,
    /// Least number of communes they come from.
    #[schema(examples(2))]
    pub communes: i64,
    /// Least number of wilayas they come from.
    #[schema(examples(1))]
    pub wilayas: i64,
    /// The text it rests on.
    pub source: String,
    /// Version of the rule.
    pub version: i64,
}

/// Which rule.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Which {
    /// The regime.
    pub legal_regime: LegalRegime,
    /// The level.
    pub level: Level,
}
