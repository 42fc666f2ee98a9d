use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::path::{self, Id};
use crate::resources::activities::may;
use crate::resources::activities::ops::{network as changing, reading};
use crate::resources::activities::wire::{
    ActivityId, ActivityInput, ActivityList, NetworkInput, ProjectActivity, ProjectNetwork, WorkingTime,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, delete, get, patch, post, put};

/// The network of a project: its activities with their predecessors, and its calendar.
#[utoipa::path(operation_id = "get_network", tag = "activities", params(("id" = ProjectId, Path)), responses((status = 200, body = ProjectNetwork)))]
#[get("/api/v1/projects/{id}/network")]
pub async fn get_network(caller: Allowed<may::GetNetwork>, id: Id<ProjectId>) -> Result<Answer> {
    let network = caller.read(move |tx| reading::network(tx, id.0)).await?;
    Ok(Answer::ok(&network)?.version(network.version))
}

/// Writes the whole network at once, as a table editor does; refused, with the last good one kept, when it cannot be scheduled.
#[utoipa::path(operation_id = "put_network", tag = "activities", params(("id" = ProjectId, Path)), request_body = NetworkInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectNetwork)))]
#[put("/api/v1/projects/{id}/network")]
pub async fn put_network(
    caller: Allowed<may::PutNetwork>,
    id: Id<ProjectId>,
    expected: IfMatch,
    body: Body<NetworkInput>,
) -> Result<Answer> {
    let network = caller.write(move |tx| changing::put(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&network)?.version(network.version))
}

/// Says when people of a project work: weekend, hours, days off, calendars of single activities. The schedule follows at once.
#[utoipa::path(operation_id = "set_project_calendar", tag = "activities", params(("id" = ProjectId, Path)), request_body = WorkingTime,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectNetwork)))]
#[put("/api/v1/projects/{id}/calendar")]
pub async fn set_project_calendar(
    caller: Allowed<may::SetProjectCalendar>,
    id: Id<ProjectId>,
    expected: IfMatch,
    body: Body<WorkingTime>,
) -> Result<Answer> {
    let network = caller.write(move |tx| changing::set_calendar(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&network)?.version(network.version))
}

/// The activities of a project, in their order.
#[utoipa::path(operation_id = "list_activities", tag = "activities", params(("id" = ProjectId, Path)), responses((status = 200, body = ActivityList)))]
#[get("/api/v1/projects/{id}/activities")]
pub async fn list_activities(caller: Allowed<may::ListActivities>, id: Id<ProjectId>) -> Result<Answer> {
    let network = caller.read(move |tx| reading::network(tx, id.0)).await?;
    Ok(Answer::ok(&ActivityList { items: network.activities, version: network.version })?.version(network.version))
}

/// Adds an activity at the end.
#[utoipa::path(operation_id = "add_activity", tag = "activities", params(("id" = ProjectId, Path)), request_body = ActivityInput, responses((status = 201, body = ProjectActivity)))]
#[post("/api/v1/projects/{id}/activities")]
pub async fn add_activity(caller: Allowed<may::AddActivity>, id: Id<ProjectId>, body: Body<ActivityInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let activity = changing::add(tx, id.0, body.value)?;
            let place = activity.activity.id.map(|one| one.to_string()).unwrap_or_default();
            Ok(Answer::created(format!("/api/v1/projects/{}/activities/{place}", id.0), &activity)?.version(activity.version))
        })
        .await
}

/// One activity.
#[utoipa::path(operation_id = "get_activity", tag = "activities", params(("id" = ProjectId, Path), ("activity_id" = ActivityId, Path)), responses((status = 200, body = ProjectActivity)))]
#[get("/api/v1/projects/{id}/activities/{activity_id}")]
pub async fn get_activity(caller: Allowed<may::GetActivity>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let activity_id = path::part(&request, "activity_id")?;
    let activity = caller.read(move |tx| reading::activity(tx, id.0, activity_id)).await?;
    Ok(Answer::ok(&activity)?.version(activity.version))
}

/// Changes an activity; a new code is taken over by the links that name it.
#[utoipa::path(operation_id = "update_activity", tag = "activities", params(("id" = ProjectId, Path), ("activity_id" = ActivityId, Path)),
    request_body(content = ActivityInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectActivity)))]
#[patch("/api/v1/projects/{id}/activities/{activity_id}")]
pub async fn update_activity(
    caller: Allowed<may::UpdateActivity>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    let activity_id = path::part(&request, "activity_id")?;
    let activity = caller.write(move |tx| changing::update(tx, id.0, activity_id, expected, &patch)).await?;
    Ok(Answer::ok(&activity)?.version(activity.version))
}

/// Deletes an activity; what waited for it waits for what it waited for.
#[utoipa::path(operation_id = "delete_activity", tag = "activities", params(("id" = ProjectId, Path), ("activity_id" = ActivityId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/projects/{id}/activities/{activity_id}")]
pub async fn delete_activity(
    caller: Allowed<may::DeleteActivity>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatchGiven,
) -> Result<Answer> {
    let activity_id = path::part(&request, "activity_id")?;
    caller.write(move |tx| changing::delete(tx, id.0, activity_id, expected.0)).await?;
    Ok(Answer::no_content())
}
