use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::path::{self, Id};
use crate::resources::budgets::may;
use crate::resources::budgets::ops::lines;
use crate::resources::budgets::wire::{CostLineId, CostLineInput, CostLineList, CostLinesInput, ProjectCostLine};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, delete, get, patch, post, put};

/// The planned costs of a project: lines, sums by activity, total.
#[utoipa::path(operation_id = "list_cost_lines", tag = "budgets", params(("id" = ProjectId, Path)), responses((status = 200, body = CostLineList)))]
#[get("/api/v1/projects/{id}/cost-lines")]
pub async fn list_cost_lines(caller: Allowed<may::ListCostLines>, id: Id<ProjectId>) -> Result<Answer> {
    let list = caller.read(move |tx| lines::list(tx, id.0)).await?;
    Answer::ok(&list)
}

/// Writes all cost lines at once, as a table editor does.
#[utoipa::path(operation_id = "put_cost_lines", tag = "budgets", params(("id" = ProjectId, Path)), request_body = CostLinesInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = CostLineList)))]
#[put("/api/v1/projects/{id}/cost-lines")]
pub async fn put_cost_lines(
    caller: Allowed<may::PutCostLines>,
    id: Id<ProjectId>,
    expected: IfMatch,
    body: Body<CostLinesInput>,
) -> Result<Answer> {
    let list = caller.write(move |tx| lines::put(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&list)?.version(list.version))
}

/// Adds a cost line to an activity.
#[utoipa::path(operation_id = "add_cost_line", tag = "budgets", params(("id" = ProjectId, Path)), request_body = CostLineInput, responses((status = 201, body = ProjectCostLine)))]
#[post("/api/v1/projects/{id}/cost-lines")]
pub async fn add_cost_line(caller: Allowed<may::AddCostLine>, id: Id<ProjectId>, body: Body<CostLineInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let line = lines::add(tx, id.0, body.value)?;
            let place = line.line.id.map(|one| one.to_string()).unwrap_or_default();
            Ok(Answer::created(format!("/api/v1/projects/{}/cost-lines/{place}", id.0), &line)?.version(line.version))
        })
        .await
}

/// One cost line.
#[utoipa::path(operation_id = "get_cost_line", tag = "budgets", params(("id" = ProjectId, Path), ("line_id" = CostLineId, Path)), responses((status = 200, body = ProjectCostLine)))]
#[get("/api/v1/projects/{id}/cost-lines/{line_id}")]
pub async fn get_cost_line(caller: Allowed<may::GetCostLine>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let line_id = path::part(&request, "line_id")?;
    let line = caller.read(move |tx| lines::get(tx, id.0, line_id)).await?;
    Ok(Answer::ok(&line)?.version(line.version))
}

/// Changes a cost line.
#[utoipa::path(operation_id = "update_cost_line", tag = "budgets", params(("id" = ProjectId, Path), ("line_id" = CostLineId, Path)),
    request_body(content = CostLineInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectCostLine)))]
#[patch("/api/v1/projects/{id}/cost-lines/{line_id}")]
pub async fn update_cost_line(
    caller: Allowed<may::UpdateCostLine>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let line_id = path::part(&request, "line_id")?;
    let line = caller.write(move |tx| lines::update(tx, id.0, line_id, expected, &patch)).await?;
    Ok(Answer::ok(&line)?.version(line.version))
}

/// Deletes a cost line.
#[utoipa::path(operation_id = "delete_cost_line", tag = "budgets", params(("id" = ProjectId, Path), ("line_id" = CostLineId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/projects/{id}/cost-lines/{line_id}")]
pub async fn delete_cost_line(
    caller: Allowed<may::DeleteCostLine>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatchGiven,
) -> Result<Answer> {
    let line_id = path::part(&request, "line_id")?;
    caller.write(move |tx| lines::delete(tx, id.0, line_id, expected.0)).await?;
    Ok(Answer::no_content())
}
