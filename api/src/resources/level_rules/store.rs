use super::model::{LegalRegime, Level, LevelRule, code};
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::reference;

/// Kind of row in the versions and in the audit log.
pub const KIND: &str = "level_rule";

/// A rule and its version.
pub type Versioned = (LevelRule, i64);

/// The rule of a regime and level as it stands; none where there is none.
pub fn find(conn: &mut AnyConnection, regime: LegalRegime, level: Level) -> Result<Option<Versioned>> {
    let version = reference::latest(conn, KIND, &code(regime, level))?;
    version.map(|version| Ok((version.document.read()?, version.version))).transpose()
}

/// Every rule as it stands.
pub fn all(conn: &mut AnyConnection) -> Result<Vec<(LegalRegime, Level, Versioned)>> {
    let versions = reference::latest_of_kind(conn, KIND)?;
    let mut rules = Vec::new();
    for regime in LegalRegime::ALL {
        for level in Level::ALL {
            let code = code(*regime, *level);
            let Some(version) = versions.iter().find(|version| version.code == code) else { continue };
            rules.push((*regime, *level, (version.document.read().map_err(Error::internal)?, version.version)));
        }
    }
    Ok(rules)
}
