use super::wire::{ActivityImport, ActivityQuery, CraftActivity, CraftDomain, CraftLabelInput, CraftSector, SectorQuery};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::{Answer, REFERENCE_CACHE};
use crate::kernel::http::body::{Csv, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::kernel::reference::ReferenceVersion;
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::Deserialize;
use utoipa::ToSchema;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_craft_domains)
        .service(list_craft_sectors)
        .service(list_craft_activities)
        .service(update_craft_domain)
        .service(update_craft_sector)
        .service(import_craft_activities)
        .service(list_craft_versions);
}

/// The three domains.
#[utoipa::path(operation_id = "list_craft_domains", tag = "crafts", responses((status = 200, body = Page<CraftDomain>)))]
#[get("/api/v1/craft-domains")]
async fn list_craft_domains(public: Public<may::ListCraftDomains>) -> Result<Answer> {
    let page = Page::whole(public.read(ops::domains).await?);
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// The sectors, of one domain or all.
#[utoipa::path(operation_id = "list_craft_sectors", tag = "crafts", params(SectorQuery), responses((status = 200, body = Page<CraftSector>)))]
#[get("/api/v1/craft-sectors")]
async fn list_craft_sectors(public: Public<may::ListCraftSectors>, query: Query<SectorQuery>) -> Result<Answer> {
    let page = Page::whole(public.read(move |tx| ops::sectors(tx, query.0.domain.as_deref())).await?);
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// The single activities.
#[utoipa::path(operation_id = "list_craft_activities", tag = "crafts", params(ActivityQuery), responses((status = 200, body = Page<CraftActivity>)))]
#[get("/api/v1/craft-activities")]
async fn list_craft_activities(public: Public<may::ListCraftActivities>, list: List<ActivityQuery>) -> Result<Answer> {
    let page = public.read(move |tx| ops::list_activities(tx, &list)).await?;
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// Changes the label of a domain.
#[utoipa::path(operation_id = "update_craft_domain", tag = "crafts", params(("code" = String, Path, description = "One digit")),
    request_body(content = CraftLabelInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = CraftDomain)))]
#[patch("/api/v1/craft-domains/{code}")]
async fn update_craft_domain(
    caller: Allowed<may::UpdateCraftDomain>,
    code: Path<String>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let domain = caller.write(move |tx| ops::update_domain(tx, &code, expected, &patch)).await?;
    Ok(Answer::ok(&domain)?.version(domain.version))
}

/// Changes the label of a sector.
#[utoipa::path(operation_id = "update_craft_sector", tag = "crafts", params(("code" = String, Path, description = "Two digits")),
    request_body(content = CraftLabelInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = CraftSector)))]
#[patch("/api/v1/craft-sectors/{code}")]
async fn update_craft_sector(
    caller: Allowed<may::UpdateCraftSector>,
    code: Path<String>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let sector = caller.write(move |tx| ops::update_sector(tx, &code, expected, &patch)).await?;
    Ok(Answer::ok(&sector)?.version(sector.version))
}

/// Where a file of activities comes from.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ImportQuery {
    /// The text the activities come from.
    #[schema(min_length = 1, max_length = 300)]
    source: String,
}
crate::query_parameters!(ImportQuery);

/// Loads activities from a CSV file with the columns `code,name_ar,name_fr,name_en`: all of it or nothing; the same file again changes nothing.
#[utoipa::path(operation_id = "import_craft_activities", tag = "crafts", params(ImportQuery), request_body(content = String, content_type = "text/csv"),
    responses((status = 200, body = ActivityImport)))]
#[post("/api/v1/craft-activities/imports")]
async fn import_craft_activities(caller: Allowed<may::ImportCraftActivities>, query: Query<ImportQuery>, file: Csv) -> Result<Answer> {
    caller.write_once(file.once, move |tx| Answer::ok(&ops::import_activities(tx, &file.bytes, &query.0.source)?)).await
}

/// Every version a domain, sector or activity has had, newest first.
#[utoipa::path(operation_id = "list_craft_versions", tag = "crafts",
    params(("kind" = String, Path, description = "craft-domains, craft-sectors or craft-activities"), ("code" = String, Path, description = "Its code")),
    responses((status = 200, body = Page<ReferenceVersion>)))]
#[get("/api/v1/craft-versions/{kind}/{code}")]
async fn list_craft_versions(caller: Allowed<may::ListCraftVersions>, path: Path<(String, String)>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::history(tx, &path.0, &path.1)).await?)
}
