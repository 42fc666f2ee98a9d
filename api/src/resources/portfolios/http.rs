use super::wire::{
    CashFlowsInput, CriteriaQuery, KeptPortfolio, KeptPortfolioId, KeptPortfolioInput, KeptPortfolioSummary, Portfolio, PortfolioQuery,
    ProjectCashFlows, ProjectCriteria, SelectionAnswer, SelectionInput,
};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::projects::Id as ProjectId;
use actix_web::{delete, get, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_cash_flows).service(put_cash_flows).service(get_project_criteria).service(get_portfolio).service(choose_projects);
    routes
        .service(list_kept_portfolios)
        .service(keep_portfolio)
        .service(get_kept_portfolio)
        .service(delete_kept_portfolio)
        .service(compute_kept_portfolio);
}

/// The cash flows of a project by period.
#[utoipa::path(operation_id = "get_cash_flows", tag = "portfolios", params(("id" = ProjectId, Path)), responses((status = 200, body = ProjectCashFlows)))]
#[get("/api/v1/projects/{id}/cash-flows")]
async fn get_cash_flows(caller: Allowed<may::GetCashFlows>, id: Id<ProjectId>) -> Result<Answer> {
    let flows = caller.read(move |tx| ops::flows::get(tx, id.0)).await?;
    Ok(Answer::ok(&flows)?.version(flows.version))
}

/// Writes the cash flows of a project.
#[utoipa::path(operation_id = "put_cash_flows", tag = "portfolios", params(("id" = ProjectId, Path)), request_body = CashFlowsInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProjectCashFlows)))]
#[put("/api/v1/projects/{id}/cash-flows")]
async fn put_cash_flows(
    caller: Allowed<may::PutCashFlows>,
    id: Id<ProjectId>,
    expected: IfMatch,
    body: Body<CashFlowsInput>,
) -> Result<Answer> {
    let flows = caller.write(move |tx| ops::flows::put(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&flows)?.version(flows.version))
}

/// The criteria of a project: net present value, every internal rate of return, paybacks, index, curve, sensitivity.
#[utoipa::path(operation_id = "get_project_criteria", tag = "portfolios", params(("id" = ProjectId, Path), CriteriaQuery), responses((status = 200, body = ProjectCriteria)))]
#[get("/api/v1/projects/{id}/criteria")]
async fn get_project_criteria(caller: Allowed<may::GetProjectCriteria>, id: Id<ProjectId>, query: Query<CriteriaQuery>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::flows::criteria(tx, id.0, &query.0)).await?)
}

/// The projects with cash flows that the caller sees, their criteria side by side.
#[utoipa::path(operation_id = "get_portfolio", tag = "portfolios", params(PortfolioQuery), responses((status = 200, body = Portfolio)))]
#[get("/api/v1/portfolio")]
async fn get_portfolio(caller: Allowed<may::GetPortfolio>, query: Query<PortfolioQuery>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::choice::portfolio(tx, &query.0)).await?)
}

/// Chooses the best set of the projects that the caller sees under budgets, with a proof, beside the ranking. Nothing is kept.
#[utoipa::path(operation_id = "choose_projects", tag = "portfolios", extensions(("x-writes-nothing" = json!(true))), request_body = SelectionInput, responses((status = 200, body = SelectionAnswer)))]
#[post("/api/v1/portfolio/selections")]
async fn choose_projects(caller: Allowed<may::ChooseProjects>, body: Body<SelectionInput>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::choice::choose(tx, &body.value)).await?)
}

/// The choices of projects that the body one acts for keeps, newest first.
#[utoipa::path(operation_id = "list_kept_portfolios", tag = "portfolios", params(Unfiltered), responses((status = 200, body = Page<KeptPortfolioSummary>)))]
#[get("/api/v1/kept-portfolios")]
async fn list_kept_portfolios(caller: Allowed<may::ListKeptPortfolios>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::kept::list(tx, &list)).await?)
}

/// Chooses the best set of the projects that the caller sees, as `choose_projects` does, and keeps request and outcome under a name.
///
/// What is kept never changes, whatever becomes of the projects.
#[utoipa::path(operation_id = "keep_portfolio", tag = "portfolios", request_body = KeptPortfolioInput, responses((status = 201, body = KeptPortfolio)))]
#[post("/api/v1/kept-portfolios")]
async fn keep_portfolio(caller: Allowed<may::KeepPortfolio>, body: Body<KeptPortfolioInput>) -> Result<Answer> {
    let (input, once) = (body.value, body.once);
    let asked = input.request.clone();
    // What went wrong is told inside, where a request that is sent again gets the answer it got.
    let answer = caller.read(move |tx| ops::kept::computed(tx, &asked)).await;
    caller
        .write_once(once, move |tx| {
            let kept = ops::kept::keep(tx, &input, &answer?)?;
            Ok(Answer::created(format!("/api/v1/kept-portfolios/{}", kept.summary.id), &kept)?.version(1))
        })
        .await
}

/// A kept choice: what was asked, and what came out on its day.
#[utoipa::path(operation_id = "get_kept_portfolio", tag = "portfolios", params(("id" = KeptPortfolioId, Path)), responses((status = 200, body = KeptPortfolio)))]
#[get("/api/v1/kept-portfolios/{id}")]
async fn get_kept_portfolio(caller: Allowed<may::GetKeptPortfolio>, id: Id<KeptPortfolioId>) -> Result<Answer> {
    Ok(Answer::ok(&caller.read(move |tx| ops::kept::get(tx, id.0)).await?)?.version(1))
}

/// Deletes a kept choice.
#[utoipa::path(operation_id = "delete_kept_portfolio", tag = "portfolios", params(("id" = KeptPortfolioId, Path)), responses((status = 204)))]
#[delete("/api/v1/kept-portfolios/{id}")]
async fn delete_kept_portfolio(caller: Allowed<may::DeleteKeptPortfolio>, id: Id<KeptPortfolioId>) -> Result<Answer> {
    caller.write(move |tx| ops::kept::delete(tx, id.0)).await?;
    Ok(Answer::no_content())
}

/// What a kept request gives today, with the projects the caller sees now as they are now. Nothing is kept.
#[utoipa::path(operation_id = "compute_kept_portfolio", tag = "portfolios", params(("id" = KeptPortfolioId, Path)),
    extensions(("x-writes-nothing" = json!(true))), responses((status = 200, body = SelectionAnswer)))]
#[post("/api/v1/kept-portfolios/{id}/computations")]
async fn compute_kept_portfolio(caller: Allowed<may::ComputeKeptPortfolio>, id: Id<KeptPortfolioId>, _body: NoBody) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::kept::again(tx, id.0)).await?)
}
