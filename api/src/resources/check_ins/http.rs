use super::may;
use super::ops::{SUBJECT, badges, print, record};
use super::wire::{Absences, BadgeQuery, CheckIn, CheckInBatch, CheckInReceipt, EventBadge, EventPresence};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::routes::Routes;
use crate::resources::events::Id as EventId;
use ::print::Template;
use actix_web::{HttpResponse, get, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_badges)
        .service(get_badges)
        .service(get_stand_cards)
        .service(record_check_ins)
        .service(list_check_ins)
        .service(get_presence)
        .service(record_absences);
}

/// The badges of an event with their codes, and who has come and is inside: what a device needs to check people in without a connection.
#[utoipa::path(operation_id = "list_badges", tag = "check_ins", params(("id" = EventId, Path), BadgeQuery), responses((status = 200, body = Page<EventBadge>)))]
#[get("/api/v1/events/{id}/badges")]
async fn list_badges(caller: Allowed<may::ListBadges>, id: Id<EventId>, list: List<BadgeQuery>) -> Result<Answer> {
    let page = caller.read(move |tx| badges::list(tx, id.0, &list)).await?;
    let seen: Vec<String> = page.items.iter().map(|badge| format!("{}/{}", badge.application_id, badge.exhibitor)).collect();
    caller.note_list(SUBJECT, &seen)?;
    Answer::page(&page)
}

/// A badge with its QR code for every artisan with a seat, to print and cut.
#[utoipa::path(operation_id = "get_badges", tag = "check_ins", params(("id" = EventId, Path)), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/events/{id}/badges/print")]
async fn get_badges(caller: Allowed<may::GetBadges>, id: Id<EventId>) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let sheet = caller.read(move |tx| print::badges(tx, id.0)).await?;
    caller.note_reading((SUBJECT, id.0.to_string()));
    pdf::answer(&caller.kernel(), "badges", Template::Labels, move || Ok(print::compose(sheet, language))).await
}

/// A card with a QR code for every stand that somebody has, to print and cut.
#[utoipa::path(operation_id = "get_stand_cards", tag = "check_ins", params(("id" = EventId, Path)), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/events/{id}/stand-cards")]
async fn get_stand_cards(caller: Allowed<may::GetStandCards>, id: Id<EventId>) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let sheet = caller.read(move |tx| print::stand_cards(tx, id.0)).await?;
    pdf::answer(&caller.kernel(), "stand-cards", Template::Labels, move || Ok(print::compose(sheet, language))).await
}

/// Records who came in and went out, as a device has seen it, also later and more than once: each entry counts once, and the clock of the device is set right.
#[utoipa::path(operation_id = "record_check_ins", tag = "check_ins", params(("id" = EventId, Path)), request_body = CheckInBatch, responses((status = 200, body = CheckInReceipt)))]
#[post("/api/v1/events/{id}/check-ins")]
async fn record_check_ins(caller: Allowed<may::RecordCheckIns>, id: Id<EventId>, body: Body<CheckInBatch>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&record::record(tx, id.0, &body.value)?)).await
}

/// Who came in and went out, first first.
#[utoipa::path(operation_id = "list_check_ins", tag = "check_ins", params(("id" = EventId, Path), Unfiltered), responses((status = 200, body = Page<CheckIn>)))]
#[get("/api/v1/events/{id}/check-ins")]
async fn list_check_ins(caller: Allowed<may::ListCheckIns>, id: Id<EventId>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| badges::entries(tx, id.0, &list)).await?)
}

/// How many have come, are inside, and came on each day.
#[utoipa::path(operation_id = "get_presence", tag = "check_ins", params(("id" = EventId, Path)), responses((status = 200, body = EventPresence)))]
#[get("/api/v1/events/{id}/presence")]
async fn get_presence(caller: Allowed<may::GetPresence>, id: Id<EventId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| badges::presence(tx, id.0)).await?)?.version_of_content())
}

/// Marks every association with a seat of which nobody came as absent, from the last day of the event on.
#[utoipa::path(operation_id = "record_absences", tag = "check_ins", params(("id" = EventId, Path)), responses((status = 200, body = Absences)))]
#[post("/api/v1/events/{id}/absences")]
async fn record_absences(caller: Allowed<may::RecordAbsences>, id: Id<EventId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| Answer::ok(&record::absences(tx, id.0)?)).await
}
