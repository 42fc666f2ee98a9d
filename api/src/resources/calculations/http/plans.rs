//! Floor plans as operations without storage: the check, numbers, import, and the allocation of stands.

use crate::kernel::access::allowed::Public;
use crate::kernel::access::permissions::May;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::RawJson;
use crate::kernel::http::routes::Routes;
use crate::kernel::language::Language;
use crate::resources::calculations::may;
use crate::resources::calculations::plan_words::{PlanProblem, plan_refused, plan_told};
use actix_web::post;
use floor::allocation::{AllocationRequest, AllocationResult};
use floor::check::check;
use floor::import::{ImportOptions, Skipped, from_geojson, from_svg};
use floor::numbering::{NumberingOptions, propose_numbers, renumber};
use floor::plan::Plan;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(calculate_plan_check).service(calculate_plan_numbers).service(calculate_plan_import).service(calculate_stand_allocation);
}

/// What is wrong with a plan.
#[derive(Debug, Serialize, ToSchema)]
struct PlanCheck {
    /// Errors first; empty when all is well.
    problems: Vec<PlanProblem>,
}

/// A plan to be numbered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlanNumbersRequest {
    /// The plan.
    plan: Plan,
    /// How.
    #[serde(default)]
    options: NumberingOptions,
}

/// A numbered plan.
#[derive(Debug, Serialize, ToSchema)]
struct PlanNumbersResult {
    /// The plan with its numbers; quarters list their stands by the new ones.
    plan: Plan,
    /// The numbers, in the order of the stands of the request.
    numbers: Vec<String>,
}

crate::text_enum! {
    /// What a drawing is written in.
    pub enum PlanFormat {
        /// SVG.
        Svg = "svg",
        /// GeoJSON.
        Geojson = "geojson",
    }
}

/// A drawing to be read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlanImportRequest {
    /// What it is written in.
    format: PlanFormat,
    /// The file as text.
    #[schema(max_length = 4_194_304)]
    text: String,
    /// How to read its coordinates.
    #[serde(default)]
    options: ImportOptions,
}

/// What came out of a drawing.
#[derive(Debug, Serialize, ToSchema)]
struct PlanImportResult {
    /// The plan, as it was drawn.
    plan: Plan,
    /// Elements that were not taken, in the order of the file; at most 1,000.
    skipped: Vec<Skipped>,
    /// How many elements were not taken.
    skipped_total: usize,
    /// What is wrong with the plan.
    problems: Vec<PlanProblem>,
}

/// Reads, computes and writes away from the workers.
async fn calculate<P, Q, A>(public: Public<P>, body: RawJson, compute: fn(Q, Language) -> Result<A>) -> Result<Answer>
where
    P: May,
    Q: DeserializeOwned + ToSchema + 'static,
    A: Serialize + 'static,
{
    let language = public.origin().language;
    public.kernel().blocking(move |_| Answer::ok(&compute(body.decode()?, language)?)).await
}

/// Checks a floor plan: every fault at once, with its place.
#[utoipa::path(operation_id = "calculate_plan_check", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = Plan, responses((status = 200, body = PlanCheck)))]
#[post("/api/v1/calculations/plan-check")]
async fn calculate_plan_check(public: Public<may::CalculatePlanCheck>, body: RawJson) -> Result<Answer> {
    calculate(public, body, |plan: Plan, language| Ok(PlanCheck { problems: plan_told(&check(&plan), language) })).await
}

/// Numbers the stands of a floor plan, row by row.
#[utoipa::path(operation_id = "calculate_plan_numbers", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = PlanNumbersRequest, responses((status = 200, body = PlanNumbersResult)))]
#[post("/api/v1/calculations/plan-numbers")]
async fn calculate_plan_numbers(public: Public<may::CalculatePlanNumbers>, body: RawJson) -> Result<Answer> {
    calculate(public, body, |request: PlanNumbersRequest, _| {
        let numbers = propose_numbers(&request.plan, &request.options).map_err(|problem| plan_refused(&[problem]))?;
        Ok(PlanNumbersResult { plan: renumber(&request.plan, &numbers), numbers })
    })
    .await
}

/// Reads a floor plan from a drawing, and tells what of it was not taken and what is wrong with it.
#[utoipa::path(operation_id = "calculate_plan_import", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = PlanImportRequest, responses((status = 200, body = PlanImportResult)))]
#[post("/api/v1/calculations/plan-import")]
async fn calculate_plan_import(public: Public<may::CalculatePlanImport>, body: RawJson) -> Result<Answer> {
    calculate(public, body, |request: PlanImportRequest, language| {
        let read = match request.format {
            PlanFormat::Svg => from_svg,
            PlanFormat::Geojson => from_geojson,
        };
        let import = read(&request.text, &request.options).map_err(|problem| plan_refused(&[problem]))?;
        let problems = plan_told(&check(&import.plan), language);
        Ok(PlanImportResult { plan: import.plan, skipped: import.skipped, skipped_total: import.skipped_total, problems })
    })
    .await
}

/// Gives out the stands of a floor plan: what is needed first, then craft quarters, wishes and neighbours; each decision is explained.
#[utoipa::path(operation_id = "calculate_stand_allocation", tag = "calculations", extensions(("x-writes-nothing" = json!(true))), request_body = AllocationRequest, responses((status = 200, body = AllocationResult)))]
#[post("/api/v1/calculations/stand-allocation")]
async fn calculate_stand_allocation(public: Public<may::CalculateStandAllocation>, body: RawJson) -> Result<Answer> {
    calculate(public, body, |request: AllocationRequest, _| {
        floor::allocation::propose(&request).map_err(|problem| plan_refused(&[problem]))
    })
    .await
}
