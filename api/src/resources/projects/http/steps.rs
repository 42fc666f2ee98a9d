use crate::kernel::access::allowed::{Allowed, Write};
use crate::kernel::access::permissions::May;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::resources::projects::may;
use crate::resources::projects::ops::steps;
use crate::resources::projects::wire::{Project, ProjectId, ProjectTransition, StageReason};
use actix_web::{get, post};

type Take = fn(&mut Write<'_>, ProjectId, &StageReason) -> Result<(Project, String)>;

async fn step<P: May>(caller: Allowed<P>, id: Id<ProjectId>, body: Body<StageReason>, take: Take) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let (project, tag) = take(tx, id.0, &body.value)?;
            Ok(Answer::ok(&project)?.version(tag))
        })
        .await
}

/// The idea has become a plan; it has a start date by now.
#[utoipa::path(operation_id = "plan_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = StageReason, responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/planning")]
pub async fn plan_project(caller: Allowed<may::PlanProject>, id: Id<ProjectId>, body: Body<StageReason>) -> Result<Answer> {
    step(caller, id, body, steps::plan).await
}

/// The association approves the plan.
#[utoipa::path(operation_id = "approve_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = StageReason, responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/approval")]
pub async fn approve_project(caller: Allowed<may::ApproveProject>, id: Id<ProjectId>, body: Body<StageReason>) -> Result<Answer> {
    step(caller, id, body, steps::approve).await
}

/// Work begins.
#[utoipa::path(operation_id = "launch_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = StageReason, responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/launch")]
pub async fn launch_project(caller: Allowed<may::LaunchProject>, id: Id<ProjectId>, body: Body<StageReason>) -> Result<Answer> {
    step(caller, id, body, steps::launch).await
}

/// Work is over: the project no longer changes.
#[utoipa::path(operation_id = "close_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = StageReason, responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/closure")]
pub async fn close_project(caller: Allowed<may::CloseProject>, id: Id<ProjectId>, body: Body<StageReason>) -> Result<Answer> {
    step(caller, id, body, steps::close).await
}

/// The project is given up: it no longer changes.
#[utoipa::path(operation_id = "drop_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = StageReason, responses((status = 200, body = Project)))]
#[post("/api/v1/projects/{id}/abandonment")]
pub async fn drop_project(caller: Allowed<may::DropProject>, id: Id<ProjectId>, body: Body<StageReason>) -> Result<Answer> {
    step(caller, id, body, steps::give_up).await
}

/// The steps a project has taken, first to last.
#[utoipa::path(operation_id = "list_project_transitions", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<ProjectTransition>)))]
#[get("/api/v1/projects/{id}/transitions")]
pub async fn list_project_transitions(caller: Allowed<may::ListProjectTransitions>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| steps::list(tx, id.0)).await?))
}
