use super::wire::{Job, JobId, JobQuery, JobRowQuery, JobRowView};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::NoBody;
use crate::kernel::http::etag;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use actix_web::{get, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_jobs).service(get_job).service(list_job_rows).service(cancel_job);
}

/// Jobs of the caller's institution, the latest first; the ministry sees everybody's.
#[utoipa::path(operation_id = "list_jobs", tag = "jobs", params(JobQuery), responses((status = 200, body = Page<Job>)))]
#[get("/api/v1/jobs")]
pub async fn list_jobs(caller: Allowed<may::ListJobs>, list: List<JobQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// One job: its state, its progress and what it has come to.
#[utoipa::path(operation_id = "get_job", tag = "jobs", params(("id" = JobId, Path)), responses((status = 200, body = Job)))]
#[get("/api/v1/jobs/{id}")]
pub async fn get_job(caller: Allowed<may::GetJob>, id: Id<JobId>) -> Result<Answer> {
    let answer = Answer::ok(&caller.read(move |tx| ops::get(tx, id.0)).await?)?;
    let tag = etag::of_content(&answer.body);
    Ok(answer.version(tag))
}

/// The rows of a job's file and what became of them, in the order of the file.
#[utoipa::path(operation_id = "list_job_rows", tag = "jobs", params(("id" = JobId, Path), JobRowQuery), responses((status = 200, body = Page<JobRowView>)))]
#[get("/api/v1/jobs/{id}/rows")]
pub async fn list_job_rows(caller: Allowed<may::ListJobRows>, id: Id<JobId>, list: List<JobRowQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::rows(tx, id.0, &list)).await?)
}

/// Asks for the end of a job. One that waits ends at once, one under way soon after; what is written already stays.
#[utoipa::path(operation_id = "cancel_job", tag = "jobs", params(("id" = JobId, Path)), responses((status = 202, body = Job)))]
#[post("/api/v1/jobs/{id}/cancellation")]
pub async fn cancel_job(caller: Allowed<may::CancelJob>, id: Id<JobId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| Answer::accepted(None, &ops::cancel(tx, id.0)?)).await
}
