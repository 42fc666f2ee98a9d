use super::wire::{
    CalendarQuery, Event, EventCopyInput, EventId, EventInput, EventPublication, EventQuery, EventReason, EventSummary,
    EventTransitionList, LanguageQuery,
};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use actix_web::{get, patch, post};

/// The media type of calendars.
pub const CALENDAR: &str = "text/calendar; charset=utf-8";
const FEED: &str = "application/atom+xml; charset=utf-8";
/// Calendars are asked for again and again: an hour, then checked by their tag.
const AN_HOUR: &str = "public, max-age=3600";

pub fn routes(routes: &mut Routes<'_>) {
    // Fixed paths before those with an identifier.
    routes
        .service(list_events)
        .service(create_event)
        .service(get_event_calendar)
        .service(get_event_feed)
        .service(get_event)
        .service(update_event)
        .service(get_event_entry)
        .service(publish_event)
        .service(postpone_event)
        .service(cancel_event)
        .service(close_event)
        .service(copy_event)
        .service(list_event_transitions);
}

fn shown(event: &Event) -> Result<Answer> {
    Ok(Answer::ok(event)?.version(ops::view::tag(event)))
}

/// Exhibitions, salons and awareness days: those that were announced for everybody, drafts for their organisers.
#[utoipa::path(operation_id = "list_events", tag = "events", params(EventQuery), responses((status = 200, body = Page<EventSummary>)))]
#[get("/api/v1/events")]
async fn list_events(public: Public<may::ListEvents>, list: List<EventQuery>) -> Result<Answer> {
    Ok(Answer::page(&public.read(move |tx| ops::view::list(tx, &list)).await?)?.shared())
}

/// Announced events as an iCalendar feed, from a year ago on: an address to subscribe to.
#[utoipa::path(operation_id = "get_event_calendar", tag = "events", params(CalendarQuery),
    responses((status = 200, content_type = "text/calendar", body = String)))]
#[get("/api/v1/events/calendar")]
async fn get_event_calendar(public: Public<may::GetEventCalendar>, query: Query<CalendarQuery>) -> Result<Answer> {
    let text = public.read(move |tx| ops::calendar::all(tx, &query.0)).await?;
    Ok(Answer::text(CALENDAR, text).cacheable(AN_HOUR))
}

/// What was announced or changed last, as an Atom feed.
#[utoipa::path(operation_id = "get_event_feed", tag = "events", params(CalendarQuery),
    responses((status = 200, content_type = "application/atom+xml", body = String)))]
#[get("/api/v1/events/feed")]
async fn get_event_feed(public: Public<may::GetEventFeed>, query: Query<CalendarQuery>) -> Result<Answer> {
    let text = public.read(move |tx| ops::calendar::feed(tx, &query.0)).await?;
    Ok(Answer::text(FEED, text).cacheable(AN_HOUR))
}

/// One event, with its place, its hours and its programme.
#[utoipa::path(operation_id = "get_event", tag = "events", params(("id" = EventId, Path)), responses((status = 200, body = Event)))]
#[get("/api/v1/events/{id}")]
async fn get_event(public: Public<may::GetEvent>, id: Id<EventId>) -> Result<Answer> {
    Ok(shown(&public.read(move |tx| ops::view::get(tx, id.0)).await?)?.shared())
}

/// One event as an iCalendar file.
#[utoipa::path(operation_id = "get_event_entry", tag = "events", params(("id" = EventId, Path), LanguageQuery),
    responses((status = 200, content_type = "text/calendar", body = String)))]
#[get("/api/v1/events/{id}/calendar")]
async fn get_event_entry(public: Public<may::GetEventEntry>, id: Id<EventId>, query: Query<LanguageQuery>) -> Result<Answer> {
    let text = public.read(move |tx| ops::calendar::one(tx, id.0, query.0.language)).await?;
    Ok(Answer::text(CALENDAR, text).version_of_content())
}

/// Enters an event of the caller's institution as a draft.
#[utoipa::path(operation_id = "create_event", tag = "events", request_body = EventInput, responses((status = 201, body = Event)))]
#[post("/api/v1/events")]
async fn create_event(caller: Allowed<may::CreateEvent>, body: Body<EventInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let event = ops::rows::create(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/events/{}", event.id), &event)?.version(ops::view::tag(&event)))
        })
        .await
}

/// Changes an event that is not over.
#[utoipa::path(operation_id = "update_event", tag = "events", params(("id" = EventId, Path)),
    request_body(content = EventInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Event)))]
#[patch("/api/v1/events/{id}")]
async fn update_event(caller: Allowed<may::UpdateEvent>, id: Id<EventId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?)
}

/// Announces a draft, or an event that was put off, with its new dates.
#[utoipa::path(operation_id = "publish_event", tag = "events", params(("id" = EventId, Path)), request_body = EventPublication, responses((status = 200, body = Event)))]
#[post("/api/v1/events/{id}/publication")]
async fn publish_event(caller: Allowed<may::PublishEvent>, id: Id<EventId>, body: Body<EventPublication>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::steps::publish(tx, id.0, &body.value)?)).await
}

/// Puts an event off.
#[utoipa::path(operation_id = "postpone_event", tag = "events", params(("id" = EventId, Path)), request_body = EventReason, responses((status = 200, body = Event)))]
#[post("/api/v1/events/{id}/postponement")]
async fn postpone_event(caller: Allowed<may::PostponeEvent>, id: Id<EventId>, body: Body<EventReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::steps::postpone(tx, id.0, &body.value)?)).await
}

/// Calls an event off.
#[utoipa::path(operation_id = "cancel_event", tag = "events", params(("id" = EventId, Path)), request_body = EventReason, responses((status = 200, body = Event)))]
#[post("/api/v1/events/{id}/cancellation")]
async fn cancel_event(caller: Allowed<may::CancelEvent>, id: Id<EventId>, body: Body<EventReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&ops::steps::cancel(tx, id.0, &body.value)?)).await
}

/// Closes an event that has taken place.
#[utoipa::path(operation_id = "close_event", tag = "events", params(("id" = EventId, Path)), responses((status = 200, body = Event)))]
#[post("/api/v1/events/{id}/closure")]
async fn close_event(caller: Allowed<may::CloseEvent>, id: Id<EventId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::steps::close(tx, id.0)?)).await
}

/// A draft of the next edition: everything that has a day moves with the first one.
#[utoipa::path(operation_id = "copy_event", tag = "events", params(("id" = EventId, Path)), request_body = EventCopyInput, responses((status = 201, body = Event)))]
#[post("/api/v1/events/{id}/editions")]
async fn copy_event(caller: Allowed<may::CopyEvent>, id: Id<EventId>, body: Body<EventCopyInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let event = ops::rows::copy(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/events/{}", event.id), &event)?.version(ops::view::tag(&event)))
        })
        .await
}

/// The steps of an event from its announcement on, each dated and with its reason.
#[utoipa::path(operation_id = "list_event_transitions", tag = "events", params(("id" = EventId, Path)), responses((status = 200, body = EventTransitionList)))]
#[get("/api/v1/events/{id}/transitions")]
async fn list_event_transitions(public: Public<may::ListEventTransitions>, id: Id<EventId>) -> Result<Answer> {
    let items = public.read(move |tx| ops::steps::list(tx, id.0)).await?;
    Answer::ok(&EventTransitionList { items })
}
