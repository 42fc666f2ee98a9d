use super::may;
use super::ops;
use super::wire::{Participant, ParticipationQuery, ParticipationSummary, ParticipationSummaryQuery};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use actix_web::get;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_participation_summary).service(list_participation);
}

/// The associations that took part in events of a year, each once with its events, as of a day; a chamber reads those of its wilayas.
#[utoipa::path(operation_id = "list_participation", tag = "participation", params(ParticipationQuery), responses((status = 200, body = Page<Participant>)))]
#[get("/api/v1/participation")]
async fn list_participation(caller: Allowed<may::ListParticipation>, list: List<ParticipationQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// How many distinct associations took part in events of a year, as of a day, beside the aim, and how it was computed. Counts of few are hidden from
/// whoever does not read everything.
#[utoipa::path(operation_id = "get_participation_summary", tag = "participation", params(ParticipationSummaryQuery), responses((status = 200, body = ParticipationSummary)))]
#[get("/api/v1/participation/summary")]
async fn get_participation_summary(
    public: Public<may::GetParticipationSummary>,
    query: Query<ParticipationSummaryQuery>,
) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| ops::summary(tx, &query.0)).await?)?.version_of_content())
}
