use super::may;
use super::ops::{asking, declare, links, report};
use super::wire::{
    ApplicationOutcomes, EventOutcome, EventReport, OutcomeDeclaration, OutcomeLink, OutcomeQuery, OutcomeRequest, OutcomeRequestInput,
};
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::routes::Routes;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use actix_web::{HttpResponse, get, post, web};
use print::Template;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(get_application_outcomes)
        .service(declare_outcome)
        .service(list_event_outcomes)
        .service(request_outcomes)
        .service(view_outcome_link)
        .service(declare_by_link)
        .service(get_event_report)
        .service(print_event_report);
}

/// What was declared of an application, round by round with its days, for its association and the organisers.
#[utoipa::path(operation_id = "get_application_outcomes", tag = "outcomes", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationOutcomes)))]
#[get("/api/v1/event-applications/{id}/outcomes")]
async fn get_application_outcomes(caller: Allowed<may::GetApplicationOutcomes>, id: Id<ApplicationId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| declare::get(tx, id.0)).await?)?.version_of_content())
}

/// The association declares what came out of a round, while it is open; what was declared before is replaced. An organiser declares for an association that told
/// them, without judging the event in its name, and not over what it declared itself.
#[utoipa::path(operation_id = "declare_outcome", tag = "outcomes", params(("id" = ApplicationId, Path)), request_body = OutcomeDeclaration, responses((status = 200, body = ApplicationOutcomes)))]
#[post("/api/v1/event-applications/{id}/outcomes")]
async fn declare_outcome(caller: Allowed<may::DeclareOutcome>, id: Id<ApplicationId>, body: Body<OutcomeDeclaration>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&declare::declare(tx, id.0, &body.value)?)).await
}

/// What the exhibitors of an event have declared, by number, for its organisers alone.
#[utoipa::path(operation_id = "list_event_outcomes", tag = "outcomes", params(("id" = EventId, Path), OutcomeQuery), responses((status = 200, body = Page<EventOutcome>)))]
#[get("/api/v1/events/{id}/outcomes")]
async fn list_event_outcomes(caller: Allowed<may::ListEventOutcomes>, id: Id<EventId>, list: List<OutcomeQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| declare::list(tx, id.0, &list)).await?)
}

/// Asks the exhibitors that have not answered for a round that is open, by a letter with a link that needs no password. It can be sent again.
#[utoipa::path(operation_id = "request_outcomes", tag = "outcomes", params(("id" = EventId, Path)), request_body = OutcomeRequestInput, responses((status = 200, body = OutcomeRequest)))]
#[post("/api/v1/events/{id}/outcome-requests")]
async fn request_outcomes(caller: Allowed<may::RequestOutcomes>, id: Id<EventId>, body: Body<OutcomeRequestInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&asking::request(tx, id.0, body.value.round)?)).await
}

/// What the link of a letter is for: the event, the association, the round, and what was declared.
#[utoipa::path(operation_id = "view_outcome_link", tag = "outcomes", params(("token" = String, Path, description = "From the link")), responses((status = 200, body = OutcomeLink)))]
#[get("/api/v1/outcome-links/{token}")]
async fn view_outcome_link(public: Public<may::ViewOutcomeLink>, token: web::Path<String>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| links::look(tx, &token)).await?)?.secret())
}

/// Declares the round of a link, without a password; what was declared before is replaced.
#[utoipa::path(operation_id = "declare_by_link", tag = "outcomes", params(("token" = String, Path, description = "From the link")), request_body = OutcomeDeclaration, responses((status = 200, body = OutcomeLink)))]
#[post("/api/v1/outcome-links/{token}")]
async fn declare_by_link(public: Public<may::DeclareByLink>, token: web::Path<String>, body: Body<OutcomeDeclaration>) -> Result<Answer> {
    public.write_once(body.once, move |tx| Ok(Answer::ok(&links::declare(tx, &token, &body.value)?)?.secret())).await
}

/// The report of an edition: applications, exhibitors, what came out of it, and earlier editions beside it. Everybody reads it once the event is closed,
/// without figures of few associations; the organisers and those who read everything see all of it at any time.
#[utoipa::path(operation_id = "get_event_report", tag = "outcomes", params(("id" = EventId, Path)), responses((status = 200, body = EventReport)))]
#[get("/api/v1/events/{id}/report")]
async fn get_event_report(public: Public<may::GetEventReport>, id: Id<EventId>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| report::get(tx, id.0)).await?)?.version_of_content())
}

/// The same as PDF, in the language of the request.
#[utoipa::path(operation_id = "print_event_report", tag = "outcomes", params(("id" = EventId, Path)), responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/events/{id}/report/print")]
async fn print_event_report(public: Public<may::PrintEventReport>, id: Id<EventId>) -> Result<HttpResponse> {
    let language = public.origin().language;
    let (report, names) = public.read(move |tx| report::gather(tx, id.0, language)).await?;
    pdf::answer(&public.kernel(), "report", Template::Report, move || Ok(report::compose(&report, &names, language))).await
}
