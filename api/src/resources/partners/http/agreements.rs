use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::path::{self, Id};
use crate::kernel::http::query::Query;
use crate::resources::partners::may;
use crate::resources::partners::ops::agreements;
use crate::resources::partners::wire::{
    AgreementEntry, AgreementInput, AgreementList, EntryId, ObligationList, ObligationQuery, ProjectAgreement, RecordId, Settlement,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, get, patch, post};

/// The agreements of a project, last entered first.
#[utoipa::path(operation_id = "list_agreements", tag = "partners", params(("id" = ProjectId, Path)), responses((status = 200, body = AgreementList)))]
#[get("/api/v1/projects/{id}/agreements")]
pub async fn list_agreements(caller: Allowed<may::ListAgreements>, id: Id<ProjectId>) -> Result<Answer> {
    let items = caller.read(move |tx| agreements::list(tx, id.0)).await?;
    Answer::ok(&AgreementList { items })
}

/// Enters an agreement with a partner: parties, amount, obligations, renewal.
#[utoipa::path(operation_id = "add_agreement", tag = "partners", params(("id" = ProjectId, Path)), request_body = AgreementEntry, responses((status = 201, body = ProjectAgreement)))]
#[post("/api/v1/projects/{id}/agreements")]
pub async fn add_agreement(caller: Allowed<may::AddAgreement>, id: Id<ProjectId>, body: Body<AgreementEntry>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let made = agreements::add(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/agreements/{}", id.0, made.id), &made)?.version(made.version))
        })
        .await
}

/// One agreement, with what is overdue and when its renewal is decided.
#[utoipa::path(operation_id = "get_agreement", tag = "partners", params(("id" = ProjectId, Path), ("agreement_id" = RecordId, Path)), responses((status = 200, body = ProjectAgreement)))]
#[get("/api/v1/projects/{id}/agreements/{agreement_id}")]
pub async fn get_agreement(caller: Allowed<may::GetAgreement>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let record = path::part(&request, "agreement_id")?;
    let found = caller.read(move |tx| agreements::get(tx, id.0, record)).await?;
    Ok(Answer::ok(&found)?.version(found.version))
}

/// Changes an agreement, or renews it with a later end.
#[utoipa::path(operation_id = "update_agreement", tag = "partners", params(("id" = ProjectId, Path), ("agreement_id" = RecordId, Path)),
    request_body(content = AgreementInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectAgreement)))]
#[patch("/api/v1/projects/{id}/agreements/{agreement_id}")]
pub async fn update_agreement(
    caller: Allowed<may::UpdateAgreement>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let record = path::part(&request, "agreement_id")?;
    let changed = caller.write(move |tx| agreements::update(tx, id.0, record, expected, &patch)).await?;
    Ok(Answer::ok(&changed)?.version(changed.version))
}

/// Says that an obligation is met or waived.
#[utoipa::path(operation_id = "settle_obligation", tag = "partners", params(("id" = ProjectId, Path), ("agreement_id" = RecordId, Path), ("obligation_id" = EntryId, Path)), request_body = Settlement, responses((status = 200, body = ProjectAgreement)))]
#[post("/api/v1/projects/{id}/agreements/{agreement_id}/obligations/{obligation_id}/settlement")]
pub async fn settle_obligation(
    caller: Allowed<may::SettleObligation>,
    id: Id<ProjectId>,
    request: HttpRequest,
    body: Body<Settlement>,
) -> Result<Answer> {
    let record = path::part(&request, "agreement_id")?;
    let entry = path::part(&request, "obligation_id")?;
    caller
        .write_once(body.once, move |tx| {
            let changed = agreements::settle(tx, id.0, record, entry, &body.value)?;
            Ok(Answer::ok(&changed)?.version(changed.version))
        })
        .await
}

/// The obligations of all agreements of a project, by their days: what is due, and what is overdue.
#[utoipa::path(operation_id = "list_obligations", tag = "partners", params(("id" = ProjectId, Path), ObligationQuery), responses((status = 200, body = ObligationList)))]
#[get("/api/v1/projects/{id}/obligations")]
pub async fn list_obligations(caller: Allowed<may::ListObligations>, id: Id<ProjectId>, query: Query<ObligationQuery>) -> Result<Answer> {
    let items = caller.read(move |tx| agreements::obligations(tx, id.0, &query.0)).await?;
    Answer::ok(&ObligationList { items })
}
