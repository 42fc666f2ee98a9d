use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::resources::projects::wire::{CopyInput, Project, ProjectId, ProjectInput, ProjectQuery, ProjectSummary};
use crate::resources::projects::{may, ops};
use actix_web::{get, patch, post};

/// The projects the caller may know of: its own and shared ones, those of its wilayas, or all.
#[utoipa::path(operation_id = "list_projects", tag = "projects", params(ProjectQuery), responses((status = 200, body = Page<ProjectSummary>)))]
#[get("/api/v1/projects")]
pub async fn list_projects(caller: Allowed<may::ListProjects>, list: List<ProjectQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::view::list(tx, &list)).await?)
}

/// Enters a project of the caller's association, as an idea.
#[utoipa::path(operation_id = "create_project", tag = "projects", request_body = ProjectInput, responses((status = 201, body = Project)))]
#[post("/api/v1/projects")]
pub async fn create_project(caller: Allowed<may::CreateProject>, body: Body<ProjectInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let (project, tag) = ops::rows::create(tx, &body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}", project.id), &project)?.version(tag))
        })
        .await
}

/// One project.
#[utoipa::path(operation_id = "get_project", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Project)))]
#[get("/api/v1/projects/{id}")]
pub async fn get_project(caller: Allowed<may::GetProject>, id: Id<ProjectId>) -> Result<Answer> {
    let (project, tag) = caller.read(move |tx| ops::view::get(tx, id.0)).await?;
    Ok(Answer::ok(&project)?.version(tag))
}

/// Changes a project; a new start reschedules its network.
#[utoipa::path(operation_id = "update_project", tag = "projects", params(("id" = ProjectId, Path)),
    request_body(content = ProjectInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Project)))]
#[patch("/api/v1/projects/{id}")]
pub async fn update_project(
    caller: Allowed<may::UpdateProject>,
    id: Id<ProjectId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let (project, tag) = caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?;
    Ok(Answer::ok(&project)?.version(tag))
}

/// Copies a project the caller can see into a new one of its own: plan, costs and canvases, without progress and history.
#[utoipa::path(operation_id = "copy_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = CopyInput, responses((status = 201, body = Project)))]
#[post("/api/v1/projects/{id}/copies")]
pub async fn copy_project(caller: Allowed<may::CopyProject>, id: Id<ProjectId>, body: Body<CopyInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let (project, tag) = ops::rows::copy(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}", project.id), &project)?.version(tag))
        })
        .await
}

/// Puts a project away: it leaves the lists and no longer changes.
#[utoipa::path(operation_id = "archive_project", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/archival")]
pub async fn archive_project(caller: Allowed<may::ArchiveProject>, id: Id<ProjectId>, body: NoBody) -> Result<Answer> {
    caller
        .write_once(body.0, move |tx| {
            let (project, tag) = ops::rows::archive(tx, id.0, true)?;
            Ok(Answer::ok(&project)?.version(tag))
        })
        .await
}

/// Takes a project out of the archive.
#[utoipa::path(operation_id = "restore_project", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/restoration")]
pub async fn restore_project(caller: Allowed<may::RestoreProject>, id: Id<ProjectId>, body: NoBody) -> Result<Answer> {
    caller
        .write_once(body.0, move |tx| {
            let (project, tag) = ops::rows::archive(tx, id.0, false)?;
            Ok(Answer::ok(&project)?.version(tag))
        })
        .await
}
