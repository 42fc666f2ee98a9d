use super::wire::{EventPlan, PlanPublication, PlanSource};
use super::{may, ops};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, RawJson};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::kernel::language::Language;
use crate::resources::events::Id as EventId;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, VARY};
use actix_web::{HttpResponse, get, post, put};
use floor::import::to_geojson;
use floor::plan::Plan;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(get_event_plan)
        .service(get_event_plan_geojson)
        .service(put_event_plan)
        .service(copy_event_plan)
        .service(publish_event_plan);
}

/// What is shown of a plan depends on the language and on who asks.
fn tagged(plan: &EventPlan, language: Language) -> Result<Answer> {
    let rights = if plan.editable { "edit" } else { "read" };
    Ok(Answer::ok(plan)?.version(format!("{}-{language}-{rights}", plan.version)))
}

/// The floor plan of an event, in whole centimetres: for its organisers, and for everybody once they publish it.
#[utoipa::path(operation_id = "get_event_plan", tag = "plans", params(("id" = EventId, Path)), responses((status = 200, body = EventPlan)))]
#[get("/api/v1/events/{id}/plan")]
async fn get_event_plan(public: Public<may::GetEventPlan>, id: Id<EventId>) -> Result<Answer> {
    let language = public.origin().language;
    tagged(&public.read(move |tx| ops::get(tx, id.0)).await?, language)
}

/// The floor plan of an event as GeoJSON, for other tools; its coordinates are centimetres of the plan.
#[utoipa::path(operation_id = "get_event_plan_geojson", tag = "plans", params(("id" = EventId, Path)), responses((status = 200, content((Object = "application/geo+json")))))]
#[get("/api/v1/events/{id}/plan/geojson")]
async fn get_event_plan_geojson(public: Public<may::GetEventPlanGeojson>, id: Id<EventId>) -> Result<HttpResponse> {
    let drawn = public.read(move |tx| ops::shown(tx, id.0)).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/geo+json")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"plan.geojson\""))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .insert_header((VARY, "Authorization"))
        .body(serde_json::to_vec(&to_geojson(&drawn.plan))?))
}

/// Writes the floor plan of an event. A plan with an error is refused with the place of each; stands that are given out must still be there.
#[utoipa::path(operation_id = "put_event_plan", tag = "plans", params(("id" = EventId, Path)), request_body = Plan,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = EventPlan)))]
#[put("/api/v1/events/{id}/plan")]
async fn put_event_plan(caller: Allowed<may::PutEventPlan>, id: Id<EventId>, expected: IfMatch, body: RawJson) -> Result<Answer> {
    let plan = caller.kernel().blocking(move |_| body.decode::<Plan>()).await?;
    let language = caller.origin().language;
    tagged(&caller.write(move |tx| ops::put(tx, id.0, expected, &plan)).await?, language)
}

/// Takes over the floor plan of the edition before, or of another event, where there is none yet.
#[utoipa::path(operation_id = "copy_event_plan", tag = "plans", params(("id" = EventId, Path)), request_body = PlanSource, responses((status = 200, body = EventPlan)))]
#[post("/api/v1/events/{id}/plan/copy")]
async fn copy_event_plan(caller: Allowed<may::CopyEventPlan>, id: Id<EventId>, body: Body<PlanSource>) -> Result<Answer> {
    let language = caller.origin().language;
    caller.write_once(body.once, move |tx| tagged(&ops::copy(tx, id.0, body.value.from_event_id)?, language)).await
}

/// Makes the floor plan public with who has which stand, or takes it back.
#[utoipa::path(operation_id = "publish_event_plan", tag = "plans", params(("id" = EventId, Path)), request_body = PlanPublication, responses((status = 200, body = EventPlan)))]
#[post("/api/v1/events/{id}/plan/publication")]
async fn publish_event_plan(caller: Allowed<may::PublishEventPlan>, id: Id<EventId>, body: Body<PlanPublication>) -> Result<Answer> {
    let language = caller.origin().language;
    caller.write_once(body.once, move |tx| tagged(&ops::publish(tx, id.0, body.value.published)?, language)).await
}
