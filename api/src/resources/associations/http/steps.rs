use crate::kernel::access::allowed::{Allowed, Write};
use crate::kernel::access::permissions::May;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::idempotency::Once;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::wire::{Association, Reason, ReturnInput, Transition};
use crate::resources::associations::{may, ops};
use actix_web::{get, post};

async fn step<P: May>(
    caller: Allowed<P>,
    once: Once,
    work: impl FnOnce(&mut Write<'_>) -> Result<Association> + Send + 'static,
) -> Result<Answer> {
    caller
        .write_once(once, move |tx| {
            let association = work(tx)?;
            Ok(Answer::ok(&association)?.version(ops::view::tag(&association)?))
        })
        .await
}

/// Hands a file in.
#[utoipa::path(operation_id = "submit_association", tag = "associations", params(("id" = AssociationId, Path)), responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/submission")]
pub async fn submit_association(caller: Allowed<may::SubmitAssociation>, id: Id<AssociationId>, body: NoBody) -> Result<Answer> {
    step(caller, body.0, move |tx| ops::steps::submit(tx, id.0)).await
}

/// Sends a file back with remarks.
#[utoipa::path(operation_id = "return_association", tag = "associations", params(("id" = AssociationId, Path)), request_body = ReturnInput, responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/return")]
pub async fn return_association(caller: Allowed<may::ReturnAssociation>, id: Id<AssociationId>, body: Body<ReturnInput>) -> Result<Answer> {
    step(caller, body.once, move |tx| ops::steps::send_back(tx, id.0, &body.value)).await
}

/// Enters a file into the register and gives it its number.
#[utoipa::path(operation_id = "verify_association", tag = "associations", params(("id" = AssociationId, Path)), responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/verification")]
pub async fn verify_association(caller: Allowed<may::VerifyAssociation>, id: Id<AssociationId>, body: NoBody) -> Result<Answer> {
    step(caller, body.0, move |tx| ops::steps::verify(tx, id.0)).await
}

/// Suspends an association.
#[utoipa::path(operation_id = "suspend_association", tag = "associations", params(("id" = AssociationId, Path)), request_body = Reason, responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/suspension")]
pub async fn suspend_association(caller: Allowed<may::SuspendAssociation>, id: Id<AssociationId>, body: Body<Reason>) -> Result<Answer> {
    step(caller, body.once, move |tx| ops::steps::suspend(tx, id.0, &body.value.reason)).await
}

/// Ends a suspension.
#[utoipa::path(operation_id = "reinstate_association", tag = "associations", params(("id" = AssociationId, Path)), request_body = Reason, responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/reinstatement")]
pub async fn reinstate_association(
    caller: Allowed<may::ReinstateAssociation>,
    id: Id<AssociationId>,
    body: Body<Reason>,
) -> Result<Answer> {
    step(caller, body.once, move |tx| ops::steps::reinstate(tx, id.0, &body.value.reason)).await
}

/// Records that an association no longer exists.
#[utoipa::path(operation_id = "dissolve_association", tag = "associations", params(("id" = AssociationId, Path)), request_body = Reason, responses((status = 200, body = Association)))]
#[post("/api/v1/associations/{id}/dissolution")]
pub async fn dissolve_association(caller: Allowed<may::DissolveAssociation>, id: Id<AssociationId>, body: Body<Reason>) -> Result<Answer> {
    step(caller, body.once, move |tx| ops::steps::dissolve(tx, id.0, &body.value.reason)).await
}

/// The steps a file has taken, first to last.
#[utoipa::path(operation_id = "list_transitions", tag = "associations", params(("id" = AssociationId, Path)), responses((status = 200, body = Page<Transition>)))]
#[get("/api/v1/associations/{id}/transitions")]
pub async fn list_transitions(caller: Allowed<may::ListTransitions>, id: Id<AssociationId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| ops::steps::list(tx, id.0)).await?))
}
