use super::may;
use super::ops::{figures, file, list, paths};
use super::wire::{
    PresidentCoverage, TrainingCoverageQuery, TrainingCoverageSummary, TrainingCoverageSummaryQuery, TrainingPath, TrainingPathQuery,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::export::{CHUNK, Format, Wanted, stream};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::kernel::language::Language;
use actix_web::{HttpRequest, HttpResponse, Responder, get};
use std::rc::Rc;
use std::sync::Arc;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_training_coverage_summary).service(list_training_paths).service(list_training_coverage);
}

/// The associations in the register that have a president in office, each with whether that person is trained, enrolled or neither, as of a day; a chamber
/// reads those of its wilayas. With another `Accept`, a file of all that match.
#[utoipa::path(operation_id = "list_training_coverage", tag = "coverage", params(TrainingCoverageQuery),
    responses((status = 200, content((Page<PresidentCoverage> = "application/json"), (String = "text/csv"), (String = "application/x-ndjson"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/training-coverage")]
async fn list_training_coverage(
    caller: Allowed<may::ListTrainingCoverage>,
    request: HttpRequest,
    wanted: Wanted,
    list: List<TrainingCoverageQuery>,
) -> Result<HttpResponse> {
    match wanted {
        Wanted::Json => {
            let page = caller.read(move |tx| list::list(tx, &list)).await?;
            let seen: Vec<String> = page.items.iter().map(|one| one.association_id.to_string()).collect();
            caller.note_list(list::SUBJECT, &seen)?;
            Ok(Answer::page(&page)?.respond_to(&request))
        }
        Wanted::File(format) => presidents_file(caller, list.query, format).await,
    }
}

/// Streams everything that matches.
async fn presidents_file(caller: Allowed<may::ListTrainingCoverage>, query: TrainingCoverageQuery, format: Format) -> Result<HttpResponse> {
    let kernel = caller.kernel().get_ref().clone();
    let right_to_left = caller.origin().language == Language::Arabic;
    let (caller, query) = (Rc::new(caller), Arc::new(query));
    let next = move |after: Option<_>| {
        let (caller, query) = (caller.clone(), query.clone());
        async move {
            let chunk = caller.read(move |tx| list::rows_after(tx, &query, after.as_ref(), CHUNK)).await?;
            let seen: Vec<String> = chunk.0.iter().map(|one| one.association_id.to_string()).collect();
            caller.note_list(list::SUBJECT, &seen)?;
            Ok(chunk)
        }
    };
    stream(kernel, format, "training-coverage", file::COLUMNS, right_to_left, next, file::row).await
}

/// How many presidents in office are trained, enrolled, or ended without a certificate, as of a day, by wilaya, level or craft sector, and how it was computed.
/// Figures of few are hidden from whoever is not in charge.
#[utoipa::path(operation_id = "get_training_coverage_summary", tag = "coverage", params(TrainingCoverageSummaryQuery), responses((status = 200, body = TrainingCoverageSummary)))]
#[get("/api/v1/training-coverage/summary")]
async fn get_training_coverage_summary(
    public: Public<may::GetTrainingCoverageSummary>,
    query: Query<TrainingCoverageSummaryQuery>,
) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| figures::summary(tx, &query.0)).await?)?.version_of_content())
}

/// What became of training, association by association: the certificates its people hold, the projects begun, the events taken part in and the sales declared
/// since the first of them. An association reads its own, a chamber those of its wilayas; sales are for the association, the organisers of the event and
/// the ministry.
#[utoipa::path(operation_id = "list_training_paths", tag = "coverage", params(TrainingPathQuery), responses((status = 200, body = Page<TrainingPath>)))]
#[get("/api/v1/training-coverage/paths")]
async fn list_training_paths(caller: Allowed<may::ListTrainingPaths>, list: List<TrainingPathQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| paths::list(tx, &list)).await?)
}
