use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::path::Id;
use crate::kernel::http::pdf;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use crate::resources::budgets::EarnedValueQuery;
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpResponse, get};
use print::Template;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(get_project_report).service(get_earned_value_report);
}

/// A project as a report to print, in the language of the request, right to left in Arabic: facts and team, business model, value proposition, schedule with
/// its Gantt chart and, where there are three estimates, the expected duration and the chances to finish in time, budget, progress reports, earned value of
/// today with the S-curve and the explanations of variances, cash flows with their criteria, partners and agreements. What cannot be known says why.
#[utoipa::path(operation_id = "get_project_report", tag = "projects", params(("id" = ProjectId, Path)),
    responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/projects/{id}/report")]
async fn get_project_report(caller: Allowed<may::GetProjectReport>, id: Id<ProjectId>) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let contents = caller.read(move |tx| ops::gather(tx, id.0)).await?;
    pdf::answer(&caller.kernel(), "project", Template::Report, move || ops::project(&contents, language)).await
}

/// The earned value of a project as of a day as a report to print, in the language of the request: figures with the reason of each that is not
/// known, S-curve, tables by activity and by period, variances with their explanations.
#[utoipa::path(operation_id = "get_earned_value_report", tag = "budgets", params(("id" = ProjectId, Path), EarnedValueQuery),
    responses((status = 200, content((String = "application/pdf")))))]
#[get("/api/v1/projects/{id}/earned-value/report")]
async fn get_earned_value_report(
    caller: Allowed<may::GetEarnedValueReport>,
    id: Id<ProjectId>,
    query: Query<EarnedValueQuery>,
) -> Result<HttpResponse> {
    let language = caller.origin().language;
    let (project, value) = caller.read(move |tx| ops::measured(tx, id.0, &query.0)).await?;
    pdf::answer(&caller.kernel(), "earned-value", Template::Report, move || Ok(ops::earned_value(&project, &value, language))).await
}
