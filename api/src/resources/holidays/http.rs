use super::wire::{Holiday, HolidayId, HolidayInput, HolidayOccurrence, HolidayQuery};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::{Answer, REFERENCE_CACHE};
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use actix_web::{get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_holidays).service(get_holiday).service(add_holiday).service(amend_holiday);
}

/// The public holidays of a year; moving ones are provisional until they are confirmed.
#[utoipa::path(operation_id = "list_holidays", tag = "holidays", params(HolidayQuery), responses((status = 200, body = Page<HolidayOccurrence>)))]
#[get("/api/v1/holidays")]
async fn list_holidays(public: Public<may::ListHolidays>, query: Query<HolidayQuery>) -> Result<Answer> {
    let holidays = public.read(move |tx| ops::list(tx, &query.0)).await?;
    Ok(Answer::page(&Page::whole(holidays))?.cacheable(REFERENCE_CACHE))
}

/// One public holiday.
#[utoipa::path(operation_id = "get_holiday", tag = "holidays", params(("id" = HolidayId, Path)), responses((status = 200, body = Holiday)))]
#[get("/api/v1/holidays/{id}")]
async fn get_holiday(public: Public<may::GetHoliday>, id: Id<HolidayId>) -> Result<Answer> {
    let holiday = public.read(move |tx| ops::get(tx, id.0)).await?;
    Ok(Answer::ok(&holiday)?.version(holiday.version).cacheable("public, no-cache"))
}

/// Adds a public holiday.
#[utoipa::path(operation_id = "add_holiday", tag = "holidays", request_body = HolidayInput, responses((status = 201, body = Holiday)))]
#[post("/api/v1/holidays")]
async fn add_holiday(caller: Allowed<may::AddHoliday>, body: Body<HolidayInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let holiday = ops::add(tx, body.value)?;
            Ok(Answer::created(format!("/api/v1/holidays/{}", holiday.id), &holiday)?.version(holiday.version))
        })
        .await
}

/// Changes a public holiday, or confirms its date: schedules of projects move with it.
#[utoipa::path(operation_id = "amend_holiday", tag = "holidays", params(("id" = HolidayId, Path)),
    request_body(content = HolidayInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Holiday)))]
#[patch("/api/v1/holidays/{id}")]
async fn amend_holiday(caller: Allowed<may::AmendHoliday>, id: Id<HolidayId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    let holiday = caller.write(move |tx| ops::amend(tx, id.0, expected, &patch)).await?;
    Ok(Answer::ok(&holiday)?.version(holiday.version))
}
