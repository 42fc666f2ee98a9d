use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::may;
use crate::resources::cohorts::ops::{self, ENROLMENT};
use crate::resources::cohorts::wire::{
    CohortId, Enrolment, EnrolmentId, EnrolmentInput, EnrolmentQuery, EnrolmentStepList, ReplacementInput, TrainingReason,
};
use actix_web::{get, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(enrol_participant)
        .service(list_enrolments)
        .service(get_enrolment)
        .service(list_enrolment_steps)
        .service(approve_enrolment)
        .service(refuse_enrolment)
        .service(withdraw_enrolment)
        .service(replace_participant);
}

fn shown(enrolment: &Enrolment) -> Result<Answer> {
    Ok(Answer::ok(enrolment)?.version(enrolment.version))
}

/// Nominates a participant (the chamber of the association, or the organiser), or enrols one of the caller's own association.
#[utoipa::path(operation_id = "enrol_participant", tag = "cohorts", params(("id" = CohortId, Path)), request_body = EnrolmentInput, responses((status = 201, body = Enrolment)))]
#[post("/api/v1/cohorts/{id}/enrolments")]
async fn enrol_participant(caller: Allowed<may::EnrolParticipant>, id: Id<CohortId>, body: Body<EnrolmentInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let enrolment = ops::enrolling::enrol(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/enrolments/{}", enrolment.id), &enrolment)?.version(enrolment.version))
        })
        .await
}

/// Enrolments as they came: of the caller's association, of its wilayas, of the cohorts it organises or teaches.
#[utoipa::path(operation_id = "list_enrolments", tag = "cohorts", params(EnrolmentQuery), responses((status = 200, body = Page<Enrolment>)))]
#[get("/api/v1/enrolments")]
async fn list_enrolments(caller: Allowed<may::ListEnrolments>, list: List<EnrolmentQuery>) -> Result<Answer> {
    let page = caller.read(move |tx| ops::lists::list(tx, &list)).await?;
    let read: Vec<String> = page.items.iter().map(|enrolment| enrolment.id.to_string()).collect();
    caller.note_list(ENROLMENT, &read)?;
    Answer::page(&page)
}

/// One enrolment.
#[utoipa::path(operation_id = "get_enrolment", tag = "cohorts", params(("id" = EnrolmentId, Path)), responses((status = 200, body = Enrolment)))]
#[get("/api/v1/enrolments/{id}")]
async fn get_enrolment(caller: Allowed<may::GetEnrolment>, id: Id<EnrolmentId>) -> Result<Answer> {
    let enrolment = caller.read(move |tx| ops::lists::get(tx, id.0)).await?;
    caller.note_reading((ENROLMENT, id.0.to_string()));
    Ok(Answer::ok(&enrolment)?.version_of_content())
}

/// The steps of an enrolment, each dated and with its reason.
#[utoipa::path(operation_id = "list_enrolment_steps", tag = "cohorts", params(("id" = EnrolmentId, Path)), responses((status = 200, body = EnrolmentStepList)))]
#[get("/api/v1/enrolments/{id}/steps")]
async fn list_enrolment_steps(caller: Allowed<may::ListEnrolmentSteps>, id: Id<EnrolmentId>) -> Result<Answer> {
    let items = caller.read(move |tx| ops::lists::steps(tx, id.0)).await?;
    Answer::ok(&EnrolmentStepList { items })
}

/// The chamber or the organiser agrees to what an association has asked for: a seat where there is one, the waiting list otherwise.
#[utoipa::path(operation_id = "approve_enrolment", tag = "cohorts", params(("id" = EnrolmentId, Path)), responses((status = 200, body = Enrolment)))]
#[post("/api/v1/enrolments/{id}/approval")]
async fn approve_enrolment(caller: Allowed<may::ApproveEnrolment>, id: Id<EnrolmentId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::enrolling::approve(tx, id.0)?)).await
}

/// The chamber or the organiser does not agree, or takes a participant out; the association is written to.
#[utoipa::path(operation_id = "refuse_enrolment", tag = "cohorts", params(("id" = EnrolmentId, Path)), request_body = TrainingReason, responses((status = 200, body = Enrolment)))]
#[post("/api/v1/enrolments/{id}/refusal")]
async fn refuse_enrolment(caller: Allowed<may::RefuseEnrolment>, id: Id<EnrolmentId>, body: Body<TrainingReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::enrolling::refuse(tx, id.0, &body.value.reason)?)).await
}

/// Takes an enrolment back; the next who waits and fits the quotas moves up at once.
#[utoipa::path(operation_id = "withdraw_enrolment", tag = "cohorts", params(("id" = EnrolmentId, Path)), request_body = TrainingReason, responses((status = 200, body = Enrolment)))]
#[post("/api/v1/enrolments/{id}/withdrawal")]
async fn withdraw_enrolment(caller: Allowed<may::WithdrawEnrolment>, id: Id<EnrolmentId>, body: Body<TrainingReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::enrolling::withdraw(tx, id.0, &body.value.reason)?)).await
}

/// Somebody else comes instead, also after nominations have closed: they have the seat where the quotas allow it.
#[utoipa::path(operation_id = "replace_participant", tag = "cohorts", params(("id" = EnrolmentId, Path)), request_body = ReplacementInput, responses((status = 201, body = Enrolment)))]
#[post("/api/v1/enrolments/{id}/replacement")]
async fn replace_participant(
    caller: Allowed<may::ReplaceParticipant>,
    id: Id<EnrolmentId>,
    body: Body<ReplacementInput>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let enrolment = ops::enrolling::replace(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/enrolments/{}", enrolment.id), &enrolment)?.version(enrolment.version))
        })
        .await
}
