use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::wire::review::{
    DecisionInput, DuplicateCheck, Likely, LikelyPair, Merge, MergeId, MergeInput, MergePreview, MergeQuery, Proposal, ProposalId,
    ProposalInput, ProposalQuery, Verification,
};
use crate::resources::associations::{may, ops};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use std::collections::BTreeSet;

/// Asks for changes in a verified file.
#[utoipa::path(operation_id = "propose_changes", tag = "associations", params(("id" = AssociationId, Path)), request_body = ProposalInput, responses((status = 201, body = Proposal)))]
#[post("/api/v1/associations/{id}/proposals")]
pub async fn propose_changes(caller: Allowed<may::ProposeChanges>, id: Id<AssociationId>, body: Body<ProposalInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let proposal = ops::proposals::propose(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/proposals/{}", proposal.id), &proposal)?.version(proposal.version))
        })
        .await
}

/// Proposals for the files the caller is in charge of, newest first.
#[utoipa::path(operation_id = "list_proposals", tag = "associations", params(ProposalQuery), responses((status = 200, body = Page<Proposal>)))]
#[get("/api/v1/proposals")]
pub async fn list_proposals(caller: Allowed<may::ListProposals>, list: List<ProposalQuery>) -> Result<Answer> {
    let page = caller.read(move |tx| ops::proposals::list(tx, &list)).await?;
    let read: BTreeSet<String> = page.items.iter().map(|proposal| proposal.association_id.to_string()).collect();
    caller.note_list(ops::files::SUBJECT, &Vec::from_iter(read))?;
    Answer::page(&page)
}

/// One proposal, against the file of today.
#[utoipa::path(operation_id = "get_proposal", tag = "associations", params(("id" = ProposalId, Path)), responses((status = 200, body = Proposal)))]
#[get("/api/v1/proposals/{id}")]
pub async fn get_proposal(caller: Allowed<may::GetProposal>, id: Id<ProposalId>) -> Result<Answer> {
    let proposal = caller.read(move |tx| ops::proposals::get(tx, id.0)).await?;
    caller.note_reading((ops::files::SUBJECT, proposal.association_id.to_string()));
    Ok(Answer::ok(&proposal)?.version(proposal.version))
}

/// Decides on a proposal, field by field; accepted fields change the file at once.
#[utoipa::path(operation_id = "decide_proposal", tag = "associations", params(("id" = ProposalId, Path)), request_body = DecisionInput, responses((status = 200, body = Proposal)))]
#[post("/api/v1/proposals/{id}/decision")]
pub async fn decide_proposal(caller: Allowed<may::DecideProposal>, id: Id<ProposalId>, body: Body<DecisionInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let proposal = ops::proposals::decide(tx, id.0, &body.value)?;
            Ok(Answer::ok(&proposal)?.version(proposal.version))
        })
        .await
}

/// Files that may be the association somebody is typing in, likeliest first.
#[utoipa::path(operation_id = "check_duplicates", tag = "duplicates", extensions(("x-writes-nothing" = json!(true))), request_body = DuplicateCheck, responses((status = 200, body = Page<Likely>)))]
#[post("/api/v1/duplicate-checks")]
pub async fn check_duplicates(public: Public<may::CheckDuplicates>, body: Body<DuplicateCheck>) -> Result<Answer> {
    Answer::page(&Page::whole(public.read(move |tx| ops::duplicates::check(tx, &body.value)).await?))
}

/// Files that may be the same association as this one, likeliest first.
#[utoipa::path(operation_id = "list_likely_duplicates", tag = "duplicates", params(("id" = AssociationId, Path)), responses((status = 200, body = Page<Likely>)))]
#[get("/api/v1/associations/{id}/duplicates")]
pub async fn list_likely_duplicates(caller: Allowed<may::ListLikelyDuplicates>, id: Id<AssociationId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::duplicates::of(tx, id.0)).await?))
}

/// Pairs of files that may be the same association, likeliest first; at most 200.
#[utoipa::path(operation_id = "list_duplicate_pairs", tag = "duplicates", responses((status = 200, body = Page<LikelyPair>)))]
#[get("/api/v1/duplicate-pairs")]
pub async fn list_duplicate_pairs(caller: Allowed<may::ListDuplicatePairs>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(ops::duplicates::pairs).await?))
}

/// What merging another file into this one would do.
#[utoipa::path(operation_id = "preview_merge", tag = "duplicates", params(("id" = AssociationId, Path), MergeQuery), responses((status = 200, body = MergePreview), (status = 422, description = "")))]
#[get("/api/v1/associations/{id}/merge-preview")]
pub async fn preview_merge(caller: Allowed<may::PreviewMerge>, id: Id<AssociationId>, query: Query<MergeQuery>) -> Result<Answer> {
    let other = query.0.other_id;
    let preview = caller.read(move |tx| ops::duplicates::preview(tx, id.0, other)).await?;
    [id.0, other].into_iter().for_each(|id| caller.note_reading((ops::files::SUBJECT, id.to_string())));
    Answer::ok(&preview)
}

/// Merges another file into this one.
#[utoipa::path(operation_id = "merge_associations", tag = "duplicates", params(("id" = AssociationId, Path)), request_body = MergeInput, responses((status = 201, body = Merge)))]
#[post("/api/v1/associations/{id}/merges")]
pub async fn merge_associations(caller: Allowed<may::MergeAssociations>, id: Id<AssociationId>, body: Body<MergeInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let merge = ops::duplicates::merge(tx, id.0, &body.value)?;
            Answer::created(format!("/api/v1/associations/{}/merges", merge.kept_id), &merge)
        })
        .await
}

/// The merges this file was kept in, newest first.
#[utoipa::path(operation_id = "list_merges", tag = "duplicates", params(("id" = AssociationId, Path)), responses((status = 200, body = Page<Merge>)))]
#[get("/api/v1/associations/{id}/merges")]
pub async fn list_merges(caller: Allowed<may::ListMerges>, id: Id<AssociationId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::duplicates::merges(tx, id.0)).await?))
}

/// Undoes a merge: the other file comes back.
#[utoipa::path(operation_id = "undo_merge", tag = "duplicates", params(("id" = MergeId, Path)), responses((status = 200, body = Merge)))]
#[post("/api/v1/merges/{id}/undoing")]
pub async fn undo_merge(caller: Allowed<may::UndoMerge>, id: Id<MergeId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| Answer::ok(&ops::duplicates::undo(tx, id.0)?)).await
}

/// Whether a number of the register is good today, and since when its president is in office.
#[utoipa::path(operation_id = "verify_number", tag = "verification", params(("number" = String, Path, description = "Registration number")), responses((status = 200, body = Verification)))]
#[get("/api/v1/verifications/{number}")]
pub async fn verify_number(public: Public<may::VerifyNumber>, number: Path<String>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| ops::verification::verify(tx, &number)).await?)?.cacheable("public, no-cache"))
}

/// A QR code that leads to the verification page of a number.
#[utoipa::path(operation_id = "verification_qr", tag = "verification", params(("number" = String, Path, description = "Registration number")),
    responses((status = 200, content_type = "image/svg+xml", body = String)))]
#[get("/api/v1/verifications/{number}/qr")]
pub async fn verification_qr(public: Public<may::VerificationQr>, number: Path<String>) -> Result<HttpResponse> {
    let svg = public.read(move |tx| ops::verification::qr(tx, &number)).await?;
    Ok(HttpResponse::Ok().content_type("image/svg+xml").insert_header(("cache-control", "public, max-age=86400")).body(svg))
}
