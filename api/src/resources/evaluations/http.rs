use super::may;
use super::ops::{asking, hand_in, links, results};
use super::wire::{CohortEvaluation, CourseEvaluation, EnrolmentEvaluations, EvaluationLink, EvaluationRequest, EvaluationRequestInput};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use actix_web::{get, post, web};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(get_cohort_evaluation)
        .service(request_evaluations)
        .service(get_enrolment_evaluations)
        .service(hand_in_evaluation)
        .service(view_evaluation_link)
        .service(evaluate_by_link);
}

/// What the participants of a cohort think, round by round, as figures: once a round is over, and when at least five have answered.
#[utoipa::path(operation_id = "get_cohort_evaluation", tag = "evaluations", params(("id" = CohortId, Path)), responses((status = 200, body = CohortEvaluation)))]
#[get("/api/v1/cohorts/{id}/evaluation")]
async fn get_cohort_evaluation(caller: Allowed<may::GetCohortEvaluation>, id: Id<CohortId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| results::get(tx, id.0)).await?)?.version_of_content())
}

/// Asks the participants that have not answered for a round that is open, by a letter with a link that needs no password. It can be sent again.
#[utoipa::path(operation_id = "request_evaluations", tag = "evaluations", params(("id" = CohortId, Path)), request_body = EvaluationRequestInput, responses((status = 200, body = EvaluationRequest)))]
#[post("/api/v1/cohorts/{id}/evaluation-requests")]
async fn request_evaluations(
    caller: Allowed<may::RequestEvaluations>,
    id: Id<CohortId>,
    body: Body<EvaluationRequestInput>,
) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&asking::request(tx, id.0, body.value.round)?)).await
}

/// What a participant of one's association is asked, and whether it was answered.
#[utoipa::path(operation_id = "get_enrolment_evaluations", tag = "evaluations", params(("id" = EnrolmentId, Path)), responses((status = 200, body = EnrolmentEvaluations)))]
#[get("/api/v1/enrolments/{id}/evaluations")]
async fn get_enrolment_evaluations(caller: Allowed<may::GetEnrolmentEvaluations>, id: Id<EnrolmentId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| hand_in::get(tx, id.0)).await?)?.version_of_content())
}

/// Hands in what a participant thinks, once for each round while it is open. The answer is kept without whose it is.
#[utoipa::path(operation_id = "hand_in_evaluation", tag = "evaluations", params(("id" = EnrolmentId, Path)), request_body = CourseEvaluation, responses((status = 200, body = EnrolmentEvaluations)))]
#[post("/api/v1/enrolments/{id}/evaluations")]
async fn hand_in_evaluation(caller: Allowed<may::HandInEvaluation>, id: Id<EnrolmentId>, body: Body<CourseEvaluation>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&hand_in::hand_in(tx, id.0, &body.value)?)).await
}

/// What the link of a letter is for: the cohort, the association and the round.
#[utoipa::path(operation_id = "view_evaluation_link", tag = "evaluations", params(("token" = String, Path, description = "From the link")), responses((status = 200, body = EvaluationLink)))]
#[get("/api/v1/evaluation-links/{token}")]
async fn view_evaluation_link(public: Public<may::ViewEvaluationLink>, token: web::Path<String>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| links::look(tx, &token)).await?)?.secret())
}

/// Hands in the round of a link, without a password, once.
#[utoipa::path(operation_id = "evaluate_by_link", tag = "evaluations", params(("token" = String, Path, description = "From the link")), request_body = CourseEvaluation, responses((status = 200, body = EvaluationLink)))]
#[post("/api/v1/evaluation-links/{token}")]
async fn evaluate_by_link(public: Public<may::EvaluateByLink>, token: web::Path<String>, body: Body<CourseEvaluation>) -> Result<Answer> {
    public.write_once(body.once, move |tx| Ok(Answer::ok(&links::hand_in(tx, &token, &body.value)?)?.secret())).await
}
