use super::wire::{CoverageInput, Institution, InstitutionInput, InstitutionQuery};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::{Answer, REFERENCE_CACHE};
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::InstitutionId;
use actix_web::{get, patch, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_institutions)
        .service(get_institution)
        .service(create_institution)
        .service(update_institution)
        .service(set_coverage);
}

/// The institutions of the sector.
#[utoipa::path(operation_id = "list_institutions", tag = "institutions", params(InstitutionQuery), responses((status = 200, body = Page<Institution>)))]
#[get("/api/v1/institutions")]
async fn list_institutions(public: Public<may::ListInstitutions>, list: List<InstitutionQuery>) -> Result<Answer> {
    let page = public.read(move |tx| ops::list(tx, &list)).await?;
    Ok(Answer::page(&page)?.cacheable(REFERENCE_CACHE))
}

/// One institution.
#[utoipa::path(operation_id = "get_institution", tag = "institutions", params(("id" = InstitutionId, Path)), responses((status = 200, body = Institution)))]
#[get("/api/v1/institutions/{id}")]
async fn get_institution(public: Public<may::GetInstitution>, id: Id<InstitutionId>) -> Result<Answer> {
    let institution = public.read(move |tx| ops::get(tx, id.0)).await?;
    Ok(Answer::ok(&institution)?.version(institution.version).cacheable("public, no-cache"))
}

/// Adds an institution.
#[utoipa::path(operation_id = "create_institution", tag = "institutions", request_body = InstitutionInput, responses((status = 201, body = Institution)))]
#[post("/api/v1/institutions")]
async fn create_institution(caller: Allowed<may::CreateInstitution>, body: Body<InstitutionInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let institution = ops::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/institutions/{}", institution.id), &institution)?.version(institution.version))
        })
        .await
}

/// Changes an institution.
#[utoipa::path(operation_id = "update_institution", tag = "institutions", params(("id" = InstitutionId, Path)),
    request_body(content = InstitutionInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Institution)))]
#[patch("/api/v1/institutions/{id}")]
async fn update_institution(
    caller: Allowed<may::UpdateInstitution>,
    id: Id<InstitutionId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let institution = caller.write(move |tx| ops::update(tx, id.0, expected, &patch)).await?;
    Ok(Answer::ok(&institution)?.version(institution.version))
}

/// Says which wilayas a chamber or directorate covers; a wilaya moves here from the one that had it, and the rights with it.
#[utoipa::path(operation_id = "set_coverage", tag = "institutions", params(("id" = InstitutionId, Path)), request_body = CoverageInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Institution)))]
#[put("/api/v1/institutions/{id}/coverage")]
async fn set_coverage(
    caller: Allowed<may::SetCoverage>,
    id: Id<InstitutionId>,
    expected: IfMatch,
    body: Body<CoverageInput>,
) -> Result<Answer> {
    let institution = caller.write(move |tx| ops::set_coverage(tx, id.0, expected, &body.value)).await?;
    Ok(Answer::ok(&institution)?.version(institution.version))
}
