use super::wire::{
    CashFlowsInput, CriteriaQuery, Portfolio, PortfolioQuery, ProjectCashFlows, ProjectCriteria, SelectionAnswer, SelectionInput,
};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::path::Id;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::projects::Id as ProjectId;
use actix_web::{get, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_cash_flows).service(put_cash_flows).service(get_project_criteria).service(get_portfolio).service(choose_projects);
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
