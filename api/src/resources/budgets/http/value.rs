use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::Page;
use crate::kernel::http::path::{self, Id};
use crate::kernel::http::query::Query;
use crate::resources::budgets::may;
use crate::resources::budgets::ops::{baselines, figures, reports};
use crate::resources::budgets::wire::{
    BaselineReason, BaselineSummary, EarnedValueQuery, EarnedValueReport, ProgressReport, ProgressReportInput, ProgressReportList,
    ProjectBaseline, ReportId, VarianceExplanation, VarianceExplanationInput,
};
use crate::resources::projects::Id as ProjectId;
use actix_web::{HttpRequest, get, post, put};

/// The baselines of a project, last first.
#[utoipa::path(operation_id = "list_baselines", tag = "budgets", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<BaselineSummary>)))]
#[get("/api/v1/projects/{id}/baselines")]
pub async fn list_baselines(caller: Allowed<may::ListBaselines>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| baselines::list(tx, id.0)).await?))
}

/// Freezes the plan as it is now, with its costs and a reason.
#[utoipa::path(operation_id = "take_baseline", tag = "budgets", params(("id" = ProjectId, Path)), request_body = BaselineReason, responses((status = 201, body = ProjectBaseline)))]
#[post("/api/v1/projects/{id}/baselines")]
pub async fn take_baseline(caller: Allowed<may::TakeBaseline>, id: Id<ProjectId>, body: Body<BaselineReason>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let baseline = baselines::keep(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/baselines/{}", id.0, baseline.number), &baseline)?.version(baseline.number))
        })
        .await
}

/// One baseline: it never changes.
#[utoipa::path(operation_id = "get_baseline", tag = "budgets", params(("id" = ProjectId, Path), ("number" = i64, Path)), responses((status = 200, body = ProjectBaseline)))]
#[get("/api/v1/projects/{id}/baselines/{number}")]
pub async fn get_baseline(caller: Allowed<may::GetBaseline>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let number = path::part(&request, "number")?;
    let baseline = caller.read(move |tx| baselines::get(tx, id.0, number)).await?;
    Ok(Answer::ok(&baseline)?.version(baseline.number))
}

/// The progress reports of a project, latest date first.
#[utoipa::path(operation_id = "list_progress_reports", tag = "budgets", params(("id" = ProjectId, Path)), responses((status = 200, body = ProgressReportList)))]
#[get("/api/v1/projects/{id}/progress-reports")]
pub async fn list_progress_reports(caller: Allowed<may::ListProgressReports>, id: Id<ProjectId>) -> Result<Answer> {
    let items = caller.read(move |tx| reports::list(tx, id.0)).await?;
    Answer::ok(&ProgressReportList { items })
}

/// Reports how far activities are and what was spent. The latest report moves the network on; variances of the one before must be explained first.
#[utoipa::path(operation_id = "add_progress_report", tag = "budgets", params(("id" = ProjectId, Path)), request_body = ProgressReportInput, responses((status = 201, body = ProgressReport)))]
#[post("/api/v1/projects/{id}/progress-reports")]
pub async fn add_progress_report(
    caller: Allowed<may::AddProgressReport>,
    id: Id<ProjectId>,
    body: Body<ProgressReportInput>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let report = reports::add(tx, id.0, body.value)?;
            Ok(Answer::created(format!("/api/v1/projects/{}/progress-reports/{}", id.0, report.id), &report)?.version(report.version))
        })
        .await
}

/// One progress report.
#[utoipa::path(operation_id = "get_progress_report", tag = "budgets", params(("id" = ProjectId, Path), ("report_id" = ReportId, Path)), responses((status = 200, body = ProgressReport)))]
#[get("/api/v1/projects/{id}/progress-reports/{report_id}")]
pub async fn get_progress_report(caller: Allowed<may::GetProgressReport>, id: Id<ProjectId>, request: HttpRequest) -> Result<Answer> {
    let report_id = path::part(&request, "report_id")?;
    let report = caller.read(move |tx| reports::get(tx, id.0, report_id)).await?;
    Ok(Answer::ok(&report)?.version(report.version))
}

/// Puts another content in the place of a progress report.
#[utoipa::path(operation_id = "correct_progress_report", tag = "budgets", params(("id" = ProjectId, Path), ("report_id" = ReportId, Path)),
    request_body = ProgressReportInput, extensions(("x-if-match" = json!(true))), responses((status = 200, body = ProgressReport)))]
#[put("/api/v1/projects/{id}/progress-reports/{report_id}")]
pub async fn correct_progress_report(
    caller: Allowed<may::CorrectProgressReport>,
    id: Id<ProjectId>,
    request: HttpRequest,
    expected: IfMatch,
    body: Body<ProgressReportInput>,
) -> Result<Answer> {
    let report_id = path::part(&request, "report_id")?;
    let report = caller.write(move |tx| reports::correct(tx, id.0, report_id, expected, body.value)).await?;
    Ok(Answer::ok(&report)?.version(report.version))
}

/// Earned value at a date: planned value, earned value, actual cost and all that follows, for project, activities and periods (the S-curve).
#[utoipa::path(operation_id = "get_earned_value", tag = "budgets", params(("id" = ProjectId, Path), EarnedValueQuery), responses((status = 200, body = EarnedValueReport)))]
#[get("/api/v1/projects/{id}/earned-value")]
pub async fn get_earned_value(caller: Allowed<may::GetEarnedValue>, id: Id<ProjectId>, query: Query<EarnedValueQuery>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| figures::earned_value(tx, id.0, &query.0)).await?)
}

/// The explanations of variances, latest first.
#[utoipa::path(operation_id = "list_variance_explanations", tag = "budgets", params(("id" = ProjectId, Path)), responses((status = 200, body = Page<VarianceExplanation>)))]
#[get("/api/v1/projects/{id}/variance-explanations")]
pub async fn list_variance_explanations(caller: Allowed<may::ListVarianceExplanations>, id: Id<ProjectId>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(move |tx| figures::explanations(tx, id.0)).await?))
}

/// Explains a variance of cost or time at a date.
#[utoipa::path(operation_id = "explain_variance", tag = "budgets", params(("id" = ProjectId, Path)), request_body = VarianceExplanationInput, responses((status = 201, body = VarianceExplanation)))]
#[post("/api/v1/projects/{id}/variance-explanations")]
pub async fn explain_variance(
    caller: Allowed<may::ExplainVariance>,
    id: Id<ProjectId>,
    body: Body<VarianceExplanationInput>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let explanation = figures::explain(tx, id.0, body.value)?;
            Answer::created(format!("/api/v1/projects/{}/variance-explanations", id.0), &explanation)
        })
        .await
}
