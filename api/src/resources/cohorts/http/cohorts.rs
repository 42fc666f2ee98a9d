use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::wire::{Cohort, CohortId, CohortInput, CohortQuery, CohortStepList, CohortSummary, TrainingReason};
use crate::resources::cohorts::{may, ops};
use actix_web::{get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_cohorts)
        .service(create_cohort)
        .service(get_cohort)
        .service(update_cohort)
        .service(publish_cohort)
        .service(cancel_cohort)
        .service(close_cohort)
        .service(list_cohort_steps);
}

fn shown(cohort: &Cohort) -> Result<Answer> {
    Ok(Answer::ok(cohort)?.version(ops::view::tag(cohort)))
}

/// Cohorts of courses: those that were announced for everybody, drafts for their organiser.
#[utoipa::path(operation_id = "list_cohorts", tag = "cohorts", params(CohortQuery), responses((status = 200, body = Page<CohortSummary>)))]
#[get("/api/v1/cohorts")]
async fn list_cohorts(public: Public<may::ListCohorts>, list: List<CohortQuery>) -> Result<Answer> {
    Answer::page(&public.read(move |tx| ops::view::list(tx, &list)).await?)
}

/// One cohort, with its days, its place, its trainers and its seats.
#[utoipa::path(operation_id = "get_cohort", tag = "cohorts", params(("id" = CohortId, Path)), responses((status = 200, body = Cohort)))]
#[get("/api/v1/cohorts/{id}")]
async fn get_cohort(public: Public<may::GetCohort>, id: Id<CohortId>) -> Result<Answer> {
    shown(&public.read(move |tx| ops::view::get(tx, id.0)).await?)
}

/// Enters a cohort of the caller's institution as a draft, taught from the last published version of a course.
#[utoipa::path(operation_id = "create_cohort", tag = "cohorts", request_body = CohortInput, responses((status = 201, body = Cohort)))]
#[post("/api/v1/cohorts")]
async fn create_cohort(caller: Allowed<may::CreateCohort>, body: Body<CohortInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let cohort = ops::rows::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/cohorts/{}", cohort.id), &cohort)?.version(ops::view::tag(&cohort)))
        })
        .await
}

/// Changes a cohort that is not over; more seats are given out at once.
#[utoipa::path(operation_id = "update_cohort", tag = "cohorts", params(("id" = CohortId, Path)),
    request_body(content = CohortInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Cohort)))]
#[patch("/api/v1/cohorts/{id}")]
async fn update_cohort(caller: Allowed<may::UpdateCohort>, id: Id<CohortId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?)
}

/// Announces a draft.
#[utoipa::path(operation_id = "publish_cohort", tag = "cohorts", params(("id" = CohortId, Path)), responses((status = 200, body = Cohort)))]
#[post("/api/v1/cohorts/{id}/publication")]
async fn publish_cohort(caller: Allowed<may::PublishCohort>, id: Id<CohortId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::steps::publish(tx, id.0)?)).await
}

/// Calls a cohort off; everybody in it is written to.
#[utoipa::path(operation_id = "cancel_cohort", tag = "cohorts", params(("id" = CohortId, Path)), request_body = TrainingReason, responses((status = 200, body = Cohort)))]
#[post("/api/v1/cohorts/{id}/cancellation")]
async fn cancel_cohort(caller: Allowed<may::CancelCohort>, id: Id<CohortId>, body: Body<TrainingReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::steps::cancel(tx, id.0, &body.value.reason)?)).await
}

/// Closes a cohort that has been taught.
#[utoipa::path(operation_id = "close_cohort", tag = "cohorts", params(("id" = CohortId, Path)), responses((status = 200, body = Cohort)))]
#[post("/api/v1/cohorts/{id}/closure")]
async fn close_cohort(caller: Allowed<may::CloseCohort>, id: Id<CohortId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::steps::close(tx, id.0)?)).await
}

/// The steps of a cohort, each dated and with its reason.
#[utoipa::path(operation_id = "list_cohort_steps", tag = "cohorts", params(("id" = CohortId, Path)), responses((status = 200, body = CohortStepList)))]
#[get("/api/v1/cohorts/{id}/steps")]
async fn list_cohort_steps(public: Public<may::ListCohortSteps>, id: Id<CohortId>) -> Result<Answer> {
    let items = public.read(move |tx| ops::steps::list(tx, id.0)).await?;
    Answer::ok(&CohortStepList { items })
}
