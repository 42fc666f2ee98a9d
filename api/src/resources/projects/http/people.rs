use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::resources::projects::may;
use crate::resources::projects::ops::people;
use crate::resources::projects::wire::{Comment, CommentInput, ProjectId, Team, TeamInput};
use actix_web::{get, post, put};

/// Everybody of the project's associations, and what they may do in it.
#[utoipa::path(operation_id = "get_project_team", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Team)))]
#[get("/api/v1/projects/{id}/team")]
pub async fn get_project_team(caller: Allowed<may::GetProjectTeam>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| people::team(tx, id.0)).await?)
}

/// Says whose right does not follow from their association: readers of the owner, editors of a partner.
#[utoipa::path(operation_id = "set_project_team", tag = "projects", params(("id" = ProjectId, Path)), request_body = TeamInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Team)))]
#[put("/api/v1/projects/{id}/team")]
pub async fn set_project_team(
    caller: Allowed<may::SetProjectTeam>,
    id: Id<ProjectId>,
    expected: IfMatch,
    body: Body<TeamInput>,
) -> Result<Answer> {
    let team = caller.write(move |tx| people::set_team(tx, id.0, expected, &body.value)).await?;
    Ok(Answer::ok(&team)?.version(team.version))
}

/// What was said about a project, first to last.
#[utoipa::path(operation_id = "list_project_comments", tag = "projects", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<Comment>)))]
#[get("/api/v1/projects/{id}/comments")]
pub async fn list_project_comments(caller: Allowed<may::ListProjectComments>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| people::comments(tx, id.0)).await?))
}

/// Says something about a project: its chamber, or the association in answer.
#[utoipa::path(operation_id = "comment_on_project", tag = "projects", params(("id" = ProjectId, Path)), request_body = CommentInput, responses((status = 201, body = Comment)))]
#[post("/api/v1/projects/{id}/comments")]
pub async fn comment_on_project(caller: Allowed<may::CommentOnProject>, id: Id<ProjectId>, body: Body<CommentInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let comment = people::comment(tx, id.0, body.value)?;
            Answer::created(format!("/api/v1/projects/{}/comments", id.0), &comment)
        })
        .await
}
