use super::may;
use super::ops::{decision, lists, minutes, seats, trial};
use super::wire::{
    AttendanceInput, ConfirmationInput, DecisionQuery, EventExhibitor, EventSeat, EventSelection, FollowUp, FollowUpInput, ReleaseReason,
    SeatAnswers, SeedInput, SelectionEntry, Trial, TrialInput,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::routes::Routes;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use ::selection::choice::ChoiceRequest;
use actix_web::{HttpResponse, get, post, put};
use print::Template;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(get_selection)
        .service(get_selection_request)
        .service(list_exhibitors)
        .service(publish_selection_seed)
        .service(try_selection)
        .service(publish_selection)
        .service(list_selection_decisions)
        .service(get_selection_minutes)
        .service(get_follow_up)
        .service(put_follow_up)
        .service(list_follow_up_answers)
        .service(get_seat)
        .service(confirm_seat)
        .service(release_seat)
        .service(record_attendance);
}

fn shown(selection: &EventSelection) -> Result<Answer> {
    Ok(Answer::ok(selection)?.version(selection.version))
}

/// How the seats of an event are given: the seed of the lottery, and, once it is published, what became of the quotas.
#[utoipa::path(operation_id = "get_selection", tag = "selections", params(("id" = EventId, Path)), responses((status = 200, body = EventSelection)))]
#[get("/api/v1/events/{id}/selection")]
async fn get_selection(public: Public<may::GetSelection>, id: Id<EventId>) -> Result<Answer> {
    shown(&public.read(move |tx| decision::get(tx, id.0)).await?)
}

/// What a published selection was decided upon, without names, and who has given a seat or a place on the lists back since: whoever has it can compute
/// again who has which seat now, and, leaving `withdrawn` out, what was decided on the day.
#[utoipa::path(operation_id = "get_selection_request", tag = "selections", params(("id" = EventId, Path)), responses((status = 200, body = ChoiceRequest)))]
#[get("/api/v1/events/{id}/selection/request")]
async fn get_selection_request(public: Public<may::GetSelectionRequest>, id: Id<EventId>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| decision::request(tx, id.0)).await?)?.version_of_content())
}

/// The associations with a seat at an event, by number.
#[utoipa::path(operation_id = "list_exhibitors", tag = "selections", params(("id" = EventId, Path), Unfiltered), responses((status = 200, body = Page<EventExhibitor>)))]
#[get("/api/v1/events/{id}/exhibitors")]
async fn list_exhibitors(public: Public<may::ListExhibitors>, id: Id<EventId>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&public.read(move |tx| lists::exhibitors(tx, id.0, &list)).await?)
}

/// Makes the seed of the lottery known, after the call has closed; it does not change any more.
#[utoipa::path(operation_id = "publish_selection_seed", tag = "selections", params(("id" = EventId, Path)), request_body = SeedInput, responses((status = 200, body = EventSelection)))]
#[post("/api/v1/events/{id}/selection/seed")]
async fn publish_selection_seed(caller: Allowed<may::PublishSelectionSeed>, id: Id<EventId>, body: Body<SeedInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&decision::put_seed(tx, id.0, body.value)?)).await
}

/// What the selection would be with other seats, quotas or least score, against the call as it is. Nothing is kept.
#[utoipa::path(operation_id = "try_selection", tag = "selections", extensions(("x-writes-nothing" = json!(true))), params(("id" = EventId, Path)), request_body = TrialInput, responses((status = 200, body = Trial)))]
#[post("/api/v1/events/{id}/selection/trials")]
async fn try_selection(caller: Allowed<may::TrySelection>, id: Id<EventId>, body: Body<TrialInput>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| trial::run(tx, id.0, body.value)).await?)
}

/// Decides who gets the seats and makes it known, once; everybody who applied is written to.
#[utoipa::path(operation_id = "publish_selection", tag = "selections", params(("id" = EventId, Path)), responses((status = 200, body = EventSelection)))]
#[post("/api/v1/events/{id}/selection/publication")]
async fn publish_selection(caller: Allowed<may::PublishSelection>, id: Id<EventId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&decision::publish(tx, id.0)?)).await
}

/// What was decided about every application, each explained, by number, for the organisers.
#[utoipa::path(operation_id = "list_selection_decisions", tag = "selections", params(("id" = EventId, Path), DecisionQuery), responses((status = 200, body = Page<SelectionEntry>)))]
#[get("/api/v1/events/{id}/selection/decisions")]
async fn list_selection_decisions(
    caller: Allowed<may::ListSelectionDecisions>,
    id: Id<EventId>,
    list: List<DecisionQuery>,
) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| lists::decisions(tx, id.0, &list)).await?)
}

/// The minutes of the commission, to print and sign, in the language of the request: who reviewed, criteria, seed, quotas, and every application with its score and
/// what was decided about it.
#[utoipa::path(operation_id = "get_selection_minutes", tag = "selections", params(("id" = EventId, Path)), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/events/{id}/selection/minutes")]
async fn get_selection_minutes(caller: Allowed<may::GetSelectionMinutes>, id: Id<EventId>) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let contents = caller.read(move |tx| minutes::gather(tx, id.0)).await?;
    pdf::answer(&caller.kernel(), "minutes", Template::Report, move || Ok(minutes::compose(&contents, language))).await
}

/// What those who are selected are asked, and until when seats are to be taken.
#[utoipa::path(operation_id = "get_follow_up", tag = "selections", params(("id" = EventId, Path)), responses((status = 200, body = FollowUp)))]
#[get("/api/v1/events/{id}/follow-up")]
async fn get_follow_up(caller: Allowed<may::GetFollowUp>, id: Id<EventId>) -> Result<Answer> {
    let asked = caller.read(move |tx| seats::follow_up(tx, id.0)).await?;
    Ok(Answer::ok(&asked)?.version(asked.version))
}

/// Writes what those who are selected are asked, and until when seats are to be taken.
#[utoipa::path(operation_id = "put_follow_up", tag = "selections", params(("id" = EventId, Path)), request_body = FollowUpInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = FollowUp)))]
#[put("/api/v1/events/{id}/follow-up")]
async fn put_follow_up(caller: Allowed<may::PutFollowUp>, id: Id<EventId>, expected: IfMatch, body: Body<FollowUpInput>) -> Result<Answer> {
    let asked = caller.write(move |tx| seats::put_follow_up(tx, id.0, expected, &body.value)).await?;
    Ok(Answer::ok(&asked)?.version(asked.version))
}

/// What those with a seat have answered, by number, for the organisers.
#[utoipa::path(operation_id = "list_follow_up_answers", tag = "selections", params(("id" = EventId, Path), Unfiltered), responses((status = 200, body = Page<SeatAnswers>)))]
#[get("/api/v1/events/{id}/follow-up/answers")]
async fn list_follow_up_answers(caller: Allowed<may::ListFollowUpAnswers>, id: Id<EventId>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| seats::answers(tx, id.0, &list)).await?)
}

/// Where the seat of an application stands, and what was answered, for its association and the organisers.
#[utoipa::path(operation_id = "get_seat", tag = "selections", params(("id" = ApplicationId, Path)), responses((status = 200, body = EventSeat)))]
#[get("/api/v1/event-applications/{id}/confirmation")]
async fn get_seat(caller: Allowed<may::GetSeat>, id: Id<ApplicationId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| seats::get(tx, id.0)).await?)?.version_of_content())
}

/// The association takes the seat it was given, with the answers to what it is asked.
#[utoipa::path(operation_id = "confirm_seat", tag = "selections", params(("id" = ApplicationId, Path)), request_body = ConfirmationInput, responses((status = 200, body = EventSeat)))]
#[post("/api/v1/event-applications/{id}/confirmation")]
async fn confirm_seat(caller: Allowed<may::ConfirmSeat>, id: Id<ApplicationId>, body: Body<ConfirmationInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&seats::confirm(tx, id.0, body.value)?)).await
}

/// Gives a seat that was not taken in time to the next one.
#[utoipa::path(operation_id = "release_seat", tag = "selections", params(("id" = ApplicationId, Path)), request_body = ReleaseReason, responses((status = 200, body = EventSeat)))]
#[post("/api/v1/event-applications/{id}/release")]
async fn release_seat(caller: Allowed<may::ReleaseSeat>, id: Id<ApplicationId>, body: Body<ReleaseReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&seats::release(tx, id.0, &body.value)?)).await
}

/// Keeps whether an association with a seat was there, from the first day of the event on; it can be corrected.
#[utoipa::path(operation_id = "record_attendance", tag = "selections", params(("id" = ApplicationId, Path)), request_body = AttendanceInput, responses((status = 200, body = EventSeat)))]
#[post("/api/v1/event-applications/{id}/attendance")]
async fn record_attendance(caller: Allowed<may::RecordAttendance>, id: Id<ApplicationId>, body: Body<AttendanceInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&seats::attend(tx, id.0, &body.value)?)).await
}
