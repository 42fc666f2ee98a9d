use super::may;
use super::ops::{giving, lists, proposal};
use super::wire::{
    ApplicationStand, CandidateQuery, EventStand, StandCandidate, StandGift, StandProposal, StandProposalInput, StandQuery, StandsInput,
    StandsState,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use actix_web::{delete, get, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_stands)
        .service(list_stand_candidates)
        .service(propose_stands)
        .service(put_stands)
        .service(get_application_stand)
        .service(give_stand)
        .service(free_stand);
}

/// The stands of an event by number, with who has each: for its organisers, and for everybody once the plan is public.
#[utoipa::path(operation_id = "list_stands", tag = "plans", params(("id" = EventId, Path), StandQuery), responses((status = 200, body = Page<EventStand>)))]
#[get("/api/v1/events/{id}/stands")]
async fn list_stands(public: Public<may::ListStands>, id: Id<EventId>, list: List<StandQuery>) -> Result<Answer> {
    Answer::page(&public.read(move |tx| lists::stands(tx, id.0, &list)).await?)
}

/// The applications with a seat by number, with what each needs and the stand it has, for the organisers.
#[utoipa::path(operation_id = "list_stand_candidates", tag = "plans", params(("id" = EventId, Path), CandidateQuery), responses((status = 200, body = Page<StandCandidate>)))]
#[get("/api/v1/events/{id}/stand-candidates")]
async fn list_stand_candidates(caller: Allowed<may::ListStandCandidates>, id: Id<EventId>, list: List<CandidateQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| lists::candidates(tx, id.0, &list)).await?)
}

/// What the machine would give out: what is needed first, then craft quarters, wishes and neighbours, each explained. Nothing is kept.
#[utoipa::path(operation_id = "propose_stands", tag = "plans", extensions(("x-writes-nothing" = json!(true))), params(("id" = EventId, Path)), request_body = StandProposalInput, responses((status = 200, body = StandProposal)))]
#[post("/api/v1/events/{id}/stand-proposals")]
async fn propose_stands(caller: Allowed<may::ProposeStands>, id: Id<EventId>, body: Body<StandProposalInput>) -> Result<Answer> {
    let (asked, version) = caller.read(move |tx| proposal::gather(tx, id.0, body.value)).await?;
    caller.kernel().blocking(move |_| Answer::ok(&proposal::answer(&asked, version)?)).await
}

/// Keeps who has which stand as a whole, such as what the machine proposed: all of it or nothing.
#[utoipa::path(operation_id = "put_stands", tag = "plans", params(("id" = EventId, Path)), request_body = StandsInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = StandsState)))]
#[put("/api/v1/events/{id}/stands")]
async fn put_stands(caller: Allowed<may::PutStands>, id: Id<EventId>, expected: IfMatch, body: Body<StandsInput>) -> Result<Answer> {
    let state = caller.write(move |tx| proposal::put(tx, id.0, expected, &body.value)).await?;
    Ok(Answer::ok(&state)?.version(state.version))
}

/// The stand of an application and why it is that one: for its association once the plan is public, and for the organisers.
#[utoipa::path(operation_id = "get_application_stand", tag = "plans", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationStand)))]
#[get("/api/v1/event-applications/{id}/stand")]
async fn get_application_stand(caller: Allowed<may::GetApplicationStand>, id: Id<ApplicationId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| giving::get(tx, id.0)).await?)?.version_of_content())
}

/// Gives an application a stand, moves it to another, or exchanges two. A stand that somebody has is refused with whose it is.
#[utoipa::path(operation_id = "give_stand", tag = "plans", params(("id" = ApplicationId, Path)), request_body = StandGift, responses((status = 200, body = ApplicationStand)))]
#[post("/api/v1/event-applications/{id}/stand")]
async fn give_stand(caller: Allowed<may::GiveStand>, id: Id<ApplicationId>, body: Body<StandGift>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&giving::give(tx, id.0, &body.value)?)).await
}

/// Takes the stand of an application back.
#[utoipa::path(operation_id = "free_stand", tag = "plans", params(("id" = ApplicationId, Path)), responses((status = 204, description = "Free")))]
#[delete("/api/v1/event-applications/{id}/stand")]
async fn free_stand(caller: Allowed<may::FreeStand>, id: Id<ApplicationId>) -> Result<Answer> {
    caller.write(move |tx| giving::free(tx, id.0)).await?;
    Ok(Answer::no_content())
}
