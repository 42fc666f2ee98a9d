use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::path::{self, Id};
use crate::resources::partners::may;
use crate::resources::partners::ops::partners;
use crate::resources::partners::wire::{ContactInput, ContactList, PartnerContact, PartnerInput, PartnerList, ProjectPartner, RecordId};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, delete, get, patch, post};

/// The partners of a project with their power and interest: its stakeholder map.
#[utoipa::path(operation_id = "list_partners", tag = "partners", params(("id" = ProjectId, Path)), responses((status = 200, body = PartnerList)))]
#[get("/api/v1/projects/{id}/partners")]
pub async fn list_partners(caller: Allowed<may::ListPartners>, id: Id<ProjectId>) -> Result<Answer> {
    let items = caller.read(move |tx| partners::list(tx, id.0)).await?;
    Answer::ok(&PartnerList { items })
}

/// Adds a partner.
#[utoipa::path(operation_id = "add_partner", tag = "partners", params(("id" = ProjectId, Path)), request_body = PartnerInput, responses((status = 201, body = ProjectPartner)))]
#[post("/api/v1/projects/{id}/partners")]
pub async fn add_partner(caller: Allowed<may::AddPartner>, id: Id<ProjectId>, body: Body<PartnerInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let made = partners::add(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/partners/{}", id.0, made.id), &made)?.version(made.version))
        })
        .await
}

/// One partner.
#[utoipa::path(operation_id = "get_partner", tag = "partners", params(("id" = ProjectId, Path), ("partner_id" = RecordId, Path)), responses((status = 200, body = ProjectPartner)))]
#[get("/api/v1/projects/{id}/partners/{partner_id}")]
pub async fn get_partner(caller: Allowed<may::GetPartner>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let record = path::part(&request, "partner_id")?;
    let found = caller.read(move |tx| partners::get(tx, id.0, record)).await?;
    Ok(Answer::ok(&found)?.version(found.version))
}

/// Changes a partner.
#[utoipa::path(operation_id = "update_partner", tag = "partners", params(("id" = ProjectId, Path), ("partner_id" = RecordId, Path)),
    request_body(content = PartnerInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectPartner)))]
#[patch("/api/v1/projects/{id}/partners/{partner_id}")]
pub async fn update_partner(
    caller: Allowed<may::UpdatePartner>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let record = path::part(&request, "partner_id")?;
    let changed = caller.write(move |tx| partners::update(tx, id.0, record, expected, &patch)).await?;
    Ok(Answer::ok(&changed)?.version(changed.version))
}

/// Deletes a partner with what was said to it; not one with a negotiation or an agreement.
#[utoipa::path(operation_id = "delete_partner", tag = "partners", params(("id" = ProjectId, Path), ("partner_id" = RecordId, Path)),
    extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted"), (status = 409, description = "It has a negotiation or an agreement")))]
#[delete("/api/v1/projects/{id}/partners/{partner_id}")]
pub async fn delete_partner(
    caller: Allowed<may::DeletePartner>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatchGiven,
) -> Result<Answer> {
    let record = path::part(&request, "partner_id")?;
    caller.write(move |tx| partners::delete(tx, id.0, record, expected.0)).await?;
    Ok(Answer::no_content())
}

/// What was said to a partner, latest first.
#[utoipa::path(operation_id = "list_contacts", tag = "partners", params(("id" = ProjectId, Path), ("partner_id" = RecordId, Path)), responses((status = 200, body = ContactList)))]
#[get("/api/v1/projects/{id}/partners/{partner_id}/contacts")]
pub async fn list_contacts(caller: Allowed<may::ListContacts>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let record = path::part(&request, "partner_id")?;
    let items = caller.read(move |tx| partners::contacts(tx, id.0, record)).await?;
    Answer::ok(&ContactList { items })
}

/// Notes a contact with a partner.
#[utoipa::path(operation_id = "log_contact", tag = "partners", params(("id" = ProjectId, Path), ("partner_id" = RecordId, Path)), request_body = ContactInput, responses((status = 201, body = PartnerContact)))]
#[post("/api/v1/projects/{id}/partners/{partner_id}/contacts")]
pub async fn log_contact(
    caller: Allowed<may::LogContact>,
    id: Id<ProjectId>,
    request: HttpRequest,
    body: Body<ContactInput>,
) -> Result<Answer> {
    let record: RecordId = path::part(&request, "partner_id")?;
    caller
        .write_once(body.once, move |tx| {
            let contact = partners::log(tx, id.0, record, &body.value)?;
            Answer::created(format!("/api/v1/projects/{}/partners/{record}/contacts", id.0), &contact)
        })
        .await
}
