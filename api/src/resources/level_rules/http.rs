use super::wire::{LevelRule, LevelRuleView, Which};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::{Answer, REFERENCE_CACHE};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::Page;
use crate::kernel::http::routes::Routes;
use crate::kernel::reference::ReferenceVersion;
use actix_web::{HttpRequest, get, patch};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_level_rules).service(update_level_rule).service(list_level_rule_versions);
}

/// The rule a path names; not found for words that are no regime or level.
fn which(request: &HttpRequest) -> Result<Which> {
    let step = |name| serde_json::Value::String(request.match_info().get(name).unwrap_or_default().to_owned());
    serde_json::from_value(serde_json::json!({ "legal_regime": step("legal_regime"), "level": step("level") }))
        .map_err(|_| Error::not_found())
}

/// What the law asks of founders, by legal regime and level.
#[utoipa::path(operation_id = "list_level_rules", tag = "level rules", responses((status = 200, body = Page<LevelRuleView>)))]
#[get("/api/v1/level-rules")]
async fn list_level_rules(public: Public<may::ListLevelRules>) -> Result<Answer> {
    Ok(Answer::page(&public.read(ops::list).await?)?.cacheable(REFERENCE_CACHE))
}

/// Changes a rule. Files that are there keep their states; their warnings follow the new rule.
#[utoipa::path(operation_id = "update_level_rule", tag = "level rules",
    params(("legal_regime" = String, Path, description = "law_12_06 or law_90_31"), ("level" = String, Path, description = "communal, wilaya, inter_wilaya or national")),
    request_body(content = LevelRule, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = LevelRuleView)))]
#[patch("/api/v1/level-rules/{legal_regime}/{level}")]
async fn update_level_rule(
    caller: Allowed<may::UpdateLevelRule>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let which = which(&request)?;
    let rule = caller.write(move |tx| ops::update(tx, which, expected, &patch)).await?;
    Ok(Answer::ok(&rule)?.version(rule.version))
}

/// Every version a rule has had, newest first.
#[utoipa::path(operation_id = "list_level_rule_versions", tag = "level rules",
    params(("legal_regime" = String, Path, description = "law_12_06 or law_90_31"), ("level" = String, Path, description = "communal, wilaya, inter_wilaya or national")),
    responses((status = 200, body = Page<ReferenceVersion>)))]
#[get("/api/v1/level-rules/{legal_regime}/{level}/versions")]
async fn list_level_rule_versions(caller: Allowed<may::ListLevelRuleVersions>, request: HttpRequest) -> Result<Answer> {
    let which = which(&request)?;
    Answer::page(&caller.read(move |tx| ops::versions(tx, which)).await?)
}
