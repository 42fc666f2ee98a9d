use super::model::{LegalRegime, Level, LevelRule, code};
use super::store::{self, KIND};
use super::wire::{LevelRuleView, Which};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::Page;
use crate::kernel::reference::{self, ReferenceVersion};

fn view(legal_regime: LegalRegime, level: Level, (rule, version): store::Versioned) -> LevelRuleView {
    let LevelRule { founders, communes, wilayas, source } = rule;
    LevelRuleView { legal_regime, level, founders, communes, wilayas, source, version }
}

/// The rule of a regime and level, for other resources.
///
/// # Errors
/// When the database does not answer.
pub fn rule(conn: &mut AnyConnection, regime: LegalRegime, level: Level) -> Result<Option<LevelRule>> {
    Ok(store::find(conn, regime, level)?.map(|(rule, _)| rule))
}

pub fn list(tx: &mut Read<'_>) -> Result<Page<LevelRuleView>> {
    Ok(Page::whole(store::all(tx.conn)?.into_iter().map(|(regime, level, rule)| view(regime, level, rule)).collect()))
}

pub fn update(tx: &mut Write<'_>, which: Which, expected: IfMatch, patch: &MergePatch) -> Result<LevelRuleView> {
    let Which { legal_regime, level } = which;
    let (before, version) = store::find(tx.conn, legal_regime, level)?.ok_or_else(Error::not_found)?;
    expected.check(version)?;
    let after: LevelRule = patch.apply(&before)?;
    let code = code(legal_regime, level);
    let kept = ReferenceVersion {
        kind: KIND.to_owned(),
        code: code.clone(),
        version: version + 1,
        document: Json::of(&after)?,
        source: after.source.clone(),
        at: tx.now,
        person_id: tx.caller.and_then(Caller::person),
    };
    reference::keep(tx.conn, &kept)?;
    tx.audit((KIND, &code), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    Ok(view(legal_regime, level, (after, version + 1)))
}

pub fn versions(tx: &mut Read<'_>, which: Which) -> Result<Page<ReferenceVersion>> {
    let history = reference::history(tx.conn, KIND, &code(which.legal_regime, which.level))?;
    if history.is_empty() { Err(Error::not_found()) } else { Ok(Page::whole(history)) }
}
