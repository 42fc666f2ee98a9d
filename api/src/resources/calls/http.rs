use super::may;
use super::ops::{SUBJECT, applications, call, lists, messages};
use super::wire::{
    Application, ApplicationId, ApplicationInput, ApplicationMessage, ApplicationMessageInput, ApplicationMessageList, ApplicationQuery,
    ApplicationStepList, ApplicationSummary, Call, CallInput, OwnApplicationQuery, WithdrawalReason,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::events::Id as EventId;
use actix_web::{delete, get, patch, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(get_call)
        .service(put_call)
        .service(list_event_applications)
        .service(create_application)
        .service(list_own_applications)
        .service(get_application)
        .service(update_application)
        .service(delete_application)
        .service(submit_application)
        .service(withdraw_application)
        .service(list_application_steps)
        .service(list_application_messages)
        .service(send_application_message);
}

fn shown(application: &Application) -> Result<Answer> {
    Ok(Answer::ok(application)?.version(applications::tag(application)))
}

/// The call for participation in an event: when it is open, for whom, with which quotas and criteria.
#[utoipa::path(operation_id = "get_call", tag = "calls", params(("id" = EventId, Path)), responses((status = 200, body = Call)))]
#[get("/api/v1/events/{id}/call")]
async fn get_call(public: Public<may::GetCall>, id: Id<EventId>) -> Result<Answer> {
    let found = public.read(move |tx| call::get(tx, id.0)).await?;
    Ok(Answer::ok(&found)?.version(call::tag(&found)))
}

/// Writes the call of an event.
#[utoipa::path(operation_id = "put_call", tag = "calls", params(("id" = EventId, Path)), request_body = CallInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Call)))]
#[put("/api/v1/events/{id}/call")]
async fn put_call(caller: Allowed<may::PutCall>, id: Id<EventId>, expected: IfMatch, body: Body<CallInput>) -> Result<Answer> {
    let written = caller.write(move |tx| call::put(tx, id.0, expected, &body.value)).await?;
    Ok(Answer::ok(&written)?.version(call::tag(&written)))
}

/// The applications to an event that were handed in, first first, for its organisers.
#[utoipa::path(operation_id = "list_event_applications", tag = "calls", params(("id" = EventId, Path), ApplicationQuery), responses((status = 200, body = Page<ApplicationSummary>)))]
#[get("/api/v1/events/{id}/applications")]
async fn list_event_applications(
    caller: Allowed<may::ListEventApplications>,
    id: Id<EventId>,
    list: List<ApplicationQuery>,
) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| lists::of_event(tx, id.0, &list)).await?)
}

/// Begins the application of the caller's association to an event whose call is open, as a draft.
#[utoipa::path(operation_id = "create_application", tag = "calls", params(("id" = EventId, Path)), request_body = ApplicationInput, responses((status = 201, body = Application)))]
#[post("/api/v1/events/{id}/applications")]
async fn create_application(caller: Allowed<may::CreateApplication>, id: Id<EventId>, body: Body<ApplicationInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let made = applications::create(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/event-applications/{}", made.id), &made)?.version(applications::tag(&made)))
        })
        .await
}

/// The applications of the caller's association, first first.
#[utoipa::path(operation_id = "list_own_applications", tag = "calls", params(OwnApplicationQuery), responses((status = 200, body = Page<ApplicationSummary>)))]
#[get("/api/v1/event-applications")]
async fn list_own_applications(caller: Allowed<may::ListOwnApplications>, list: List<OwnApplicationQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| lists::of_own(tx, &list)).await?)
}

/// One application, for its association and, once it is handed in, for the organisers.
#[utoipa::path(operation_id = "get_application", tag = "calls", params(("id" = ApplicationId, Path)), responses((status = 200, body = Application)))]
#[get("/api/v1/event-applications/{id}")]
async fn get_application(caller: Allowed<may::GetApplication>, id: Id<ApplicationId>) -> Result<Answer> {
    let application = caller.read(move |tx| applications::get(tx, id.0)).await?;
    caller.note_reading((SUBJECT, id.0.to_string()));
    shown(&application)
}

/// Changes an application while the call is open; one that was handed in is checked again.
#[utoipa::path(operation_id = "update_application", tag = "calls", params(("id" = ApplicationId, Path)),
    request_body(content = ApplicationInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Application)))]
#[patch("/api/v1/event-applications/{id}")]
async fn update_application(
    caller: Allowed<may::UpdateApplication>,
    id: Id<ApplicationId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    shown(&caller.write(move |tx| applications::update(tx, id.0, expected, &patch)).await?)
}

/// Deletes a draft that was never handed in, with its pictures. What was handed in is taken back instead.
#[utoipa::path(operation_id = "delete_application", tag = "calls", params(("id" = ApplicationId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/event-applications/{id}")]
async fn delete_application(caller: Allowed<may::DeleteApplication>, id: Id<ApplicationId>, expected: IfMatchGiven) -> Result<Answer> {
    let keys = caller.write(move |tx| applications::delete(tx, id.0, expected.0)).await?;
    caller.kernel().blocking(move |kernel| keys.iter().try_for_each(|key| kernel.storage.remove(key))).await?;
    Ok(Answer::no_content())
}

/// Hands an application in; the answer says which conditions of the call it does not meet.
#[utoipa::path(operation_id = "submit_application", tag = "calls", params(("id" = ApplicationId, Path)), responses((status = 200, body = Application)))]
#[post("/api/v1/event-applications/{id}/submission")]
async fn submit_application(caller: Allowed<may::SubmitApplication>, id: Id<ApplicationId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&applications::submit(tx, id.0)?)).await
}

/// Takes an application back.
#[utoipa::path(operation_id = "withdraw_application", tag = "calls", params(("id" = ApplicationId, Path)), request_body = WithdrawalReason, responses((status = 200, body = Application)))]
#[post("/api/v1/event-applications/{id}/withdrawal")]
async fn withdraw_application(
    caller: Allowed<may::WithdrawApplication>,
    id: Id<ApplicationId>,
    body: Body<WithdrawalReason>,
) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&applications::withdraw(tx, id.0, &body.value.reason)?)).await
}

/// The steps of an application, each dated, with who and why.
#[utoipa::path(operation_id = "list_application_steps", tag = "calls", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationStepList)))]
#[get("/api/v1/event-applications/{id}/steps")]
async fn list_application_steps(caller: Allowed<may::ListApplicationSteps>, id: Id<ApplicationId>) -> Result<Answer> {
    let items = caller.read(move |tx| applications::steps(tx, id.0)).await?;
    Answer::ok(&ApplicationStepList { items })
}

/// What the association and the organisers have written to each other about an application, first to last.
#[utoipa::path(operation_id = "list_application_messages", tag = "calls", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationMessageList)))]
#[get("/api/v1/event-applications/{id}/messages")]
async fn list_application_messages(caller: Allowed<may::ListApplicationMessages>, id: Id<ApplicationId>) -> Result<Answer> {
    let items = caller.read(move |tx| messages::list(tx, id.0)).await?;
    Answer::ok(&ApplicationMessageList { items })
}

/// Writes to the other side about an application: its association to the organisers, or they to it.
#[utoipa::path(operation_id = "send_application_message", tag = "calls", params(("id" = ApplicationId, Path)), request_body = ApplicationMessageInput, responses((status = 201, body = ApplicationMessage)))]
#[post("/api/v1/event-applications/{id}/messages")]
async fn send_application_message(
    caller: Allowed<may::SendApplicationMessage>,
    id: Id<ApplicationId>,
    body: Body<ApplicationMessageInput>,
) -> Result<Answer> {
    let place = format!("/api/v1/event-applications/{}/messages", id.0);
    caller.write_once(body.once, move |tx| Answer::created(place, &messages::send(tx, id.0, body.value)?)).await
}
