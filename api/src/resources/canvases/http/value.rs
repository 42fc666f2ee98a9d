use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::path::{self, Id};
use crate::resources::canvases::may;
use crate::resources::canvases::ops::value;
use crate::resources::canvases::wire::{CardId, Element, ElementInput, ValueProposition};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, delete, get, patch, post};

/// The value proposition of a project: segments and offers, what answers what, and how well it fits.
#[utoipa::path(operation_id = "get_value_proposition", tag = "canvases", params(("id" = ProjectId, Path)), responses((status = 200, body = ValueProposition)))]
#[get("/api/v1/projects/{id}/value-proposition")]
pub async fn get_value_proposition(caller: Allowed<may::GetValueProposition>, id: Id<ProjectId>) -> Result<Answer> {
    let proposition = caller.read(move |tx| value::proposition(tx, id.0)).await?;
    Ok(Answer::ok(&proposition)?.version(proposition.version))
}

/// Adds a segment, an offer, or an element of one.
#[utoipa::path(operation_id = "add_element", tag = "canvases", params(("id" = ProjectId, Path)), request_body = ElementInput, responses((status = 201, body = Element)))]
#[post("/api/v1/projects/{id}/value-proposition/elements")]
pub async fn add_element(caller: Allowed<may::AddElement>, id: Id<ProjectId>, body: Body<ElementInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let element = value::add(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/value-proposition/elements/{}", id.0, element.id), &element)?
                .version(element.version))
        })
        .await
}

/// One element of the value proposition.
#[utoipa::path(operation_id = "get_element", tag = "canvases", params(("id" = ProjectId, Path), ("element_id" = CardId, Path)), responses((status = 200, body = Element)))]
#[get("/api/v1/projects/{id}/value-proposition/elements/{element_id}")]
pub async fn get_element(caller: Allowed<may::GetElement>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let card = path::part(&request, "element_id")?;
    let element = caller.read(move |tx| value::get(tx, id.0, card)).await?;
    Ok(Answer::ok(&element)?.version(element.version))
}

/// Changes an element, or what it answers.
#[utoipa::path(operation_id = "update_element", tag = "canvases", params(("id" = ProjectId, Path), ("element_id" = CardId, Path)),
    request_body(content = ElementInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Element)))]
#[patch("/api/v1/projects/{id}/value-proposition/elements/{element_id}")]
pub async fn update_element(
    caller: Allowed<may::UpdateElement>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let card = path::part(&request, "element_id")?;
    let element = caller.write(move |tx| value::update(tx, id.0, card, expected, &patch)).await?;
    Ok(Answer::ok(&element)?.version(element.version))
}

/// Deletes an element with what lies in it.
#[utoipa::path(operation_id = "delete_element", tag = "canvases", params(("id" = ProjectId, Path), ("element_id" = CardId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/projects/{id}/value-proposition/elements/{element_id}")]
pub async fn delete_element(
    caller: Allowed<may::DeleteElement>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatchGiven,
) -> Result<Answer> {
    let card = path::part(&request, "element_id")?;
    caller.write(move |tx| value::delete(tx, id.0, card, expected.0)).await?;
    Ok(Answer::no_content())
}
