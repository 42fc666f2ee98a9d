//! Loads the rules into a database that has none, as version 1 of each.

use super::model::{LegalRegime, Level, LevelRule, code};
use super::store::{self, KIND};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::reference::keep_all;
use crate::resources::territory::load::{first_version, lines};
use serde::Deserialize;

const RULES: &str = include_str!("../../../reference/level_rules.csv");

#[derive(Deserialize)]
struct Line {
    legal_regime: LegalRegime,
    level: Level,
    founders: i64,
    communes: i64,
    wilayas: i64,
    source: String,
}

/// Loads the rules when there are none.
///
/// # Errors
/// When the file or the database fails.
pub fn load(conn: &mut AnyConnection, now: Instant) -> Result<()> {
    if !store::all(conn)?.is_empty() {
        return Ok(());
    }
    let version = |line: Line| {
        let Line { legal_regime, level, founders, communes, wilayas, source } = line;
        let rule = LevelRule { founders, communes, wilayas, source };
        first_version(KIND, &code(legal_regime, level), &rule, &rule.source, now)
    };
    let versions = lines::<Line>(RULES)?.into_iter().map(version).collect::<Result<Vec<_>>>()?;
    keep_all(conn, &versions)
}
