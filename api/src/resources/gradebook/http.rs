use super::may;
use super::ops::{GRADEBOOK, book, progress, scheme};
use super::wire::{CohortGradebook, CohortProgress, GradeScheme, GradeSchemeInput};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::export::{self, Wanted};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::kernel::language::Language;
use crate::resources::cohorts::Id as CohortId;
use actix_web::{HttpRequest, HttpResponse, Responder, get, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_grade_scheme).service(put_grade_scheme).service(get_gradebook).service(get_cohort_progress);
}

/// What a cohort is graded by: what was written, or what follows from its tests and assignments.
#[utoipa::path(operation_id = "get_grade_scheme", tag = "gradebook", params(("id" = CohortId, Path)), responses((status = 200, body = GradeScheme)))]
#[get("/api/v1/cohorts/{id}/scheme")]
async fn get_grade_scheme(caller: Allowed<may::GetGradeScheme>, id: Id<CohortId>) -> Result<Answer> {
    let scheme = caller.read(move |tx| scheme::get(tx, id.0)).await?;
    Ok(Answer::ok(&scheme)?.version(scheme::tag(&scheme)))
}

/// Says what a cohort is graded by; grades follow at once.
#[utoipa::path(operation_id = "put_grade_scheme", tag = "gradebook", params(("id" = CohortId, Path)), request_body = GradeSchemeInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = GradeScheme)))]
#[put("/api/v1/cohorts/{id}/scheme")]
async fn put_grade_scheme(
    caller: Allowed<may::PutGradeScheme>,
    id: Id<CohortId>,
    expected: IfMatch,
    body: Body<GradeSchemeInput>,
) -> Result<Answer> {
    let scheme = caller.write(move |tx| scheme::put(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&scheme)?.version(scheme::tag(&scheme)))
}

/// The grades of the participants the caller may know of, part by part, with what is missing and whether a certificate is due. With another `Accept`, a file.
#[utoipa::path(operation_id = "get_gradebook", tag = "gradebook", params(("id" = CohortId, Path)),
    responses((status = 200, content((CohortGradebook = "application/json"), (String = "text/csv"), (String = "application/x-ndjson"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/cohorts/{id}/gradebook")]
async fn get_gradebook(caller: Allowed<may::GetGradebook>, request: HttpRequest, wanted: Wanted, id: Id<CohortId>) -> Result<HttpResponse> {
    let grades = caller.read(move |tx| book::read(tx, id.0)).await?;
    let read: Vec<String> = grades.participants.iter().map(|one| one.enrolment_id.to_string()).collect();
    caller.note_list(GRADEBOOK, &read)?;
    match wanted {
        Wanted::Json => Ok(Answer::ok(&grades)?.version_of_content().respond_to(&request)),
        Wanted::File(format) => {
            let language = caller.origin().language;
            let (columns, lines) = book::file(grades, language);
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            let kernel = caller.kernel().get_ref().clone();
            export::whole(kernel, format, "gradebook", &columns, language == Language::Arabic, lines, book::cells).await
        }
    }
}

/// How a cohort is getting on: who has sat the tests, what waits for the trainer, who is in danger.
#[utoipa::path(operation_id = "get_cohort_progress", tag = "gradebook", params(("id" = CohortId, Path)), responses((status = 200, body = CohortProgress)))]
#[get("/api/v1/cohorts/{id}/progress")]
async fn get_cohort_progress(caller: Allowed<may::GetCohortProgress>, id: Id<CohortId>) -> Result<Answer> {
    let progress = caller.read(move |tx| progress::of(tx, id.0)).await?;
    caller.note_reading((GRADEBOOK, id.0.to_string()));
    Ok(Answer::ok(&progress)?.version_of_content())
}
