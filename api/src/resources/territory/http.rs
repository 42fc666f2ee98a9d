use super::wire::{Commune, CommuneInput, CommuneQuery, Wilaya, WilayaInput, WilayaQuery};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::{Answer, REFERENCE_CACHE};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::kernel::reference::ReferenceVersion;
use actix_web::web::Path;
use actix_web::{get, patch};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_wilayas)
        .service(get_wilaya)
        .service(update_wilaya)
        .service(list_wilaya_versions)
        .service(list_communes)
        .service(get_commune)
        .service(update_commune)
        .service(list_commune_versions);
}

/// The wilayas, with their communes in the division asked for.
#[utoipa::path(operation_id = "list_wilayas", tag = "territory", params(WilayaQuery), responses((status = 200, body = Page<Wilaya>)))]
#[get("/api/v1/wilayas")]
async fn list_wilayas(public: Public<may::ListWilayas>, query: Query<WilayaQuery>) -> Result<Answer> {
    let page = public.read(move |tx| ops::list_wilayas(tx, &query.0)).await?;
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// One wilaya.
#[utoipa::path(operation_id = "get_wilaya", tag = "territory", params(("code" = String, Path, description = "Two digits")), responses((status = 200, body = Wilaya)))]
#[get("/api/v1/wilayas/{code}")]
async fn get_wilaya(public: Public<may::GetWilaya>, code: Path<String>) -> Result<Answer> {
    let wilaya = public.read(move |tx| ops::get_wilaya(tx, &code)).await?;
    Ok(Answer::ok(&wilaya)?.version(wilaya.version).cacheable(REFERENCE_CACHE))
}

/// Changes the names of a wilaya.
#[utoipa::path(operation_id = "update_wilaya", tag = "territory", params(("code" = String, Path, description = "Two digits")),
    request_body(content = WilayaInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Wilaya)))]
#[patch("/api/v1/wilayas/{code}")]
async fn update_wilaya(caller: Allowed<may::UpdateWilaya>, code: Path<String>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    let wilaya = caller.write(move |tx| ops::update_wilaya(tx, &code, expected, &patch)).await?;
    Ok(Answer::ok(&wilaya)?.version(wilaya.version))
}

/// Every version a wilaya has had, newest first.
#[utoipa::path(operation_id = "list_wilaya_versions", tag = "territory", params(("code" = String, Path, description = "Two digits")), responses((status = 200, body = Page<ReferenceVersion>)))]
#[get("/api/v1/wilayas/{code}/versions")]
async fn list_wilaya_versions(caller: Allowed<may::ListWilayaVersions>, code: Path<String>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::history(tx, ops::WILAYA, &code)).await?)
}

/// The communes, in the order of their codes.
#[utoipa::path(operation_id = "list_communes", tag = "territory", params(CommuneQuery), responses((status = 200, body = Page<Commune>)))]
#[get("/api/v1/communes")]
async fn list_communes(public: Public<may::ListCommunes>, list: List<CommuneQuery>) -> Result<Answer> {
    let page = public.read(move |tx| ops::list_communes(tx, &list)).await?;
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// One commune.
#[utoipa::path(operation_id = "get_commune", tag = "territory", params(("code" = String, Path, description = "Four digits")), responses((status = 200, body = Commune)))]
#[get("/api/v1/communes/{code}")]
async fn get_commune(public: Public<may::GetCommune>, code: Path<String>) -> Result<Answer> {
    let commune = public.read(move |tx| ops::get_commune(tx, &code)).await?;
    Ok(Answer::ok(&commune)?.version(commune.version).cacheable(REFERENCE_CACHE))
}

/// Changes names, aliases, point and flags of a commune.
#[utoipa::path(operation_id = "update_commune", tag = "territory", params(("code" = String, Path, description = "Four digits")),
    request_body(content = CommuneInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Commune)))]
#[patch("/api/v1/communes/{code}")]
async fn update_commune(caller: Allowed<may::UpdateCommune>, code: Path<String>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    let commune = caller.write(move |tx| ops::update_commune(tx, &code, expected, &patch)).await?;
    Ok(Answer::ok(&commune)?.version(commune.version))
}

/// Every version a commune has had, newest first.
#[utoipa::path(operation_id = "list_commune_versions", tag = "territory", params(("code" = String, Path, description = "Four digits")), responses((status = 200, body = Page<ReferenceVersion>)))]
#[get("/api/v1/communes/{code}/versions")]
async fn list_commune_versions(caller: Allowed<may::ListCommuneVersions>, code: Path<String>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::history(tx, ops::COMMUNE, &code)).await?)
}
