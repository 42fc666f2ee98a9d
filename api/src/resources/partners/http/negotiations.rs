use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::path::{self, Id};
use crate::resources::partners::may;
use crate::resources::partners::ops::negotiations;
use crate::resources::partners::wire::{
    NegotiationInput, NegotiationList, NegotiationOpening, OfferInput, OutcomeInput, ProjectNegotiation, RecordId,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, get, patch, post};

/// The negotiations of a project, last opened first.
#[utoipa::path(operation_id = "list_negotiations", tag = "partners", params(("id" = ProjectId, Path)), responses((status = 200, body = NegotiationList)))]
#[get("/api/v1/projects/{id}/negotiations")]
pub async fn list_negotiations(caller: Allowed<may::ListNegotiations>, id: Id<ProjectId>) -> Result<Answer> {
    let items = caller.read(move |tx| negotiations::list(tx, id.0)).await?;
    Answer::ok(&NegotiationList { items })
}

/// Opens a negotiation with a partner.
#[utoipa::path(operation_id = "open_negotiation", tag = "partners", params(("id" = ProjectId, Path)), request_body = NegotiationOpening, responses((status = 201, body = ProjectNegotiation)))]
#[post("/api/v1/projects/{id}/negotiations")]
pub async fn open_negotiation(caller: Allowed<may::OpenNegotiation>, id: Id<ProjectId>, body: Body<NegotiationOpening>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let made = negotiations::open(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/negotiations/{}", id.0, made.id), &made)?.version(made.version))
        })
        .await
}

/// One negotiation: interests, offers by round, zone of agreement, concessions.
#[utoipa::path(operation_id = "get_negotiation", tag = "partners", params(("id" = ProjectId, Path), ("negotiation_id" = RecordId, Path)), responses((status = 200, body = ProjectNegotiation)))]
#[get("/api/v1/projects/{id}/negotiations/{negotiation_id}")]
pub async fn get_negotiation(caller: Allowed<may::GetNegotiation>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let record = path::part(&request, "negotiation_id")?;
    let found = caller.read(move |tx| negotiations::get(tx, id.0, record)).await?;
    Ok(Answer::ok(&found)?.version(found.version))
}

/// Changes what is known of a negotiation: interests, alternatives, limits.
#[utoipa::path(operation_id = "update_negotiation", tag = "partners", params(("id" = ProjectId, Path), ("negotiation_id" = RecordId, Path)),
    request_body(content = NegotiationInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectNegotiation)))]
#[patch("/api/v1/projects/{id}/negotiations/{negotiation_id}")]
pub async fn update_negotiation(
    caller: Allowed<may::UpdateNegotiation>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let record = path::part(&request, "negotiation_id")?;
    let changed = caller.write(move |tx| negotiations::update(tx, id.0, record, expected, &patch)).await?;
    Ok(Answer::ok(&changed)?.version(changed.version))
}

/// Notes an offer of either side.
#[utoipa::path(operation_id = "add_offer", tag = "partners", params(("id" = ProjectId, Path), ("negotiation_id" = RecordId, Path)), request_body = OfferInput, responses((status = 200, body = ProjectNegotiation)))]
#[post("/api/v1/projects/{id}/negotiations/{negotiation_id}/offers")]
pub async fn add_offer(caller: Allowed<may::AddOffer>, id: Id<ProjectId>, request: HttpRequest, body: Body<OfferInput>) -> Result<Answer> {
    let record = path::part(&request, "negotiation_id")?;
    caller
        .write_once(body.once, move |tx| {
            let changed = negotiations::offer(tx, id.0, record, body.value)?;
            Ok(Answer::ok(&changed)?.version(changed.version))
        })
        .await
}

/// Ends a negotiation: agreed or failed.
#[utoipa::path(operation_id = "conclude_negotiation", tag = "partners", params(("id" = ProjectId, Path), ("negotiation_id" = RecordId, Path)), request_body = OutcomeInput, responses((status = 200, body = ProjectNegotiation)))]
#[post("/api/v1/projects/{id}/negotiations/{negotiation_id}/outcome")]
pub async fn conclude_negotiation(
    caller: Allowed<may::ConcludeNegotiation>,
    id: Id<ProjectId>,
    request: HttpRequest,
    body: Body<OutcomeInput>,
) -> Result<Answer> {
    let record = path::part(&request, "negotiation_id")?;
    caller
        .write_once(body.once, move |tx| {
            let changed = negotiations::conclude(tx, id.0, record, body.value)?;
            Ok(Answer::ok(&changed)?.version(changed.version))
        })
        .await
}
