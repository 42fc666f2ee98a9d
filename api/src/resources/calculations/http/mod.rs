mod plans;

use super::{may, words};
use crate::kernel::access::allowed::Public;
use crate::kernel::access::permissions::May;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::RawJson;
use crate::kernel::http::routes::Routes;
use actix_web::post;
use planning::calculations::{
    CashFlowRequest, CashFlowResult, EarnedValueRequest, EarnedValueResult, PertRequest, PertResult, ProjectSelectionRequest,
    ProjectSelectionResult, ScheduleRequest, ScheduleResult,
};
use planning::problem::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(calculate_schedule)
        .service(calculate_pert)
        .service(calculate_earned_value)
        .service(calculate_cash_flow)
        .service(select_projects);
    plans::routes(routes);
}

/// Reads, computes and writes away from the workers: a large network takes its time.
async fn calculate<P: May, Q, A>(public: Public<P>, body: RawJson, compute: fn(&Q) -> std::result::Result<A, Problem>) -> Result<Answer>
where
    Q: DeserializeOwned + ToSchema + 'static,
    A: Serialize + 'static,
{
    public
        .kernel()
        .blocking(move |_| {
            let request: Q = body.decode()?;
            Answer::ok(&compute(&request).map_err(|problem| words::refused(&problem))?)
        })
        .await
}

/// Schedules a network: early and late dates, floats, critical paths, drawing.
#[utoipa::path(operation_id = "calculate_schedule", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = ScheduleRequest, responses((status = 200, body = ScheduleResult)))]
#[post("/api/v1/calculations/schedule")]
async fn calculate_schedule(public: Public<may::CalculateSchedule>, body: RawJson) -> Result<Answer> {
    calculate(public, body, planning::calculations::schedule).await
}

/// Judges three-point estimates: expected durations, chance to finish in time, simulation.
#[utoipa::path(operation_id = "calculate_pert", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = PertRequest, responses((status = 200, body = PertResult)))]
#[post("/api/v1/calculations/pert")]
async fn calculate_pert(public: Public<may::CalculatePert>, body: RawJson) -> Result<Answer> {
    calculate(public, body, planning::calculations::pert).await
}

/// Computes planned value, earned value, actual cost and all that follows.
#[utoipa::path(operation_id = "calculate_earned_value", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = EarnedValueRequest, responses((status = 200, body = EarnedValueResult)))]
#[post("/api/v1/calculations/earned-value")]
async fn calculate_earned_value(public: Public<may::CalculateEarnedValue>, body: RawJson) -> Result<Answer> {
    calculate(public, body, planning::calculations::earned_value).await
}

/// Judges cash flows: net present value, every internal rate of return, paybacks, index, sensitivity.
#[utoipa::path(operation_id = "calculate_cash_flow", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = CashFlowRequest, responses((status = 200, body = CashFlowResult)))]
#[post("/api/v1/calculations/cash-flows")]
async fn calculate_cash_flow(public: Public<may::CalculateCashFlow>, body: RawJson) -> Result<Answer> {
    calculate(public, body, planning::calculations::cash_flow).await
}

/// Chooses the best set of projects under budgets, with a proof, beside the ranking by index.
#[utoipa::path(operation_id = "select_projects", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = ProjectSelectionRequest, responses((status = 200, body = ProjectSelectionResult)))]
#[post("/api/v1/calculations/project-selection")]
async fn select_projects(public: Public<may::SelectProjects>, body: RawJson) -> Result<Answer> {
    calculate(public, body, planning::calculations::project_selection).await
}
