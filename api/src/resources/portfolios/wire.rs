pub use super::model::{CashFlowsInput, KeptPortfolioId, SelectionStatus};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::projects::{Id as ProjectId, Stage};
use planning::calculations::{CashFlowResult, ProjectSelectionResult};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The cash flows of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectCashFlows {
    /// The project.
    pub project_id: ProjectId,
    /// The flows; null while nobody has written any.
    pub cash_flows: Option<CashFlowsInput>,
    /// Version of the flows.
    pub version: i64,
}

/// How the flows are judged.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CriteriaQuery {
    /// Changes of one factor at a time in per cent, for the tornado, up and down; 10 and 20 when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 100)]
    pub change_percent: Option<i64>,
}
crate::query_parameters!(CriteriaQuery);

/// The criteria of a project: amounts are centimes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectCriteria {
    /// The project.
    pub project_id: ProjectId,
    /// The rate they are computed at.
    pub rate: Option<f64>,
    /// Net present value, rates of return, paybacks, index, curve and sensitivity; null without flows.
    pub criteria: Option<CashFlowResult>,
}

/// Which projects.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PortfolioQuery {
    /// Stages; repeat for several. All that are not over when absent.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub stage: Vec<Stage>,
    /// Codes of wilayas of the owner; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
}
crate::query_parameters!(PortfolioQuery);

/// A project with its criteria.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortfolioItem {
    /// The project.
    pub project_id: ProjectId,
    /// Its names.
    pub name: Text,
    /// The association it belongs to.
    pub association_id: AssociationId,
    /// That association's names.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Code of the craft sector that association names first.
    #[schema(required = true)]
    pub craft_sector: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// What has to be found at the start.
    pub outlay: Money,
    /// Net present value.
    pub npv: Option<Money>,
    /// Internal rate of return nearest to zero.
    pub irr: Option<f64>,
    /// Periods until the money is back.
    pub payback: Option<f64>,
    /// The same on discounted flows.
    pub discounted_payback: Option<f64>,
    /// Profitability index.
    pub profitability_index: Option<f64>,
}

/// The projects with cash flows that the caller sees, best index first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Portfolio {
    /// The projects.
    pub items: Vec<PortfolioItem>,
    /// Whether there are more than can be shown side by side.
    pub more: bool,
}

/// Projects that exclude each other.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The projects.
    #[schema(min_items = 2, max_items = 200)]
    pub projects: Vec<ProjectId>,
    /// How many of them may be chosen; one when absent.
    #[serde(default = "one")]
    #[schema(minimum = 1, maximum = 200)]
    pub at_most: i64,
}

fn one() -> i64 {
    1
}

/// A project that makes no sense without others.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The project.
    pub project: ProjectId,
    /// Chosen only together with all of these.
    #[schema(min_items = 1, max_items = 50)]
    pub requires: Vec<ProjectId>,
}

/// The least to choose in a wilaya, for a craft, or for a craft in a wilaya.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectionMinimum {
    /// Code of the wilaya; any when absent.
    #[serde(default)]
    #[schema(min_length = 2, max_length = 2, examples("16"))]
    pub wilaya: Option<String>,
    /// Code of the craft sector the association names first; any when absent.
    #[serde(default)]
    #[schema(min_length = 2, max_length = 2, examples("02"))]
    pub craft_sector: Option<String>,
    /// How many projects at least.
    #[schema(minimum = 1, maximum = 500)]
    pub at_least: i64,
}

/// A choice to be made among the projects the caller sees.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SelectionInput {
    /// The money there is, one amount per period, the first today.
    #[schema(min_items = 1, max_items = 24)]
    pub budgets: Vec<Money>,
    /// The projects to choose among; all with cash flows when absent.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub projects: Vec<ProjectId>,
    /// Stages of the projects; all that are not over when absent.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub stages: Vec<Stage>,
    /// Codes of wilayas of their owners; all when absent.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilayas: Vec<String>,
    /// The same discount rate for all; each project's own when absent.
    #[serde(default)]
    #[schema(exclusive_minimum = -1.0, maximum = 10.0)]
    pub rate: Option<f64>,
    /// Projects chosen whatever they are worth.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub required: Vec<ProjectId>,
    /// Projects that exclude each other.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub exclusions: Vec<Exclusion>,
    /// Projects that make no sense without others.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub prerequisites: Vec<Prerequisite>,
    /// The least to choose per wilaya or craft.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub minimums: Vec<SelectionMinimum>,
}

/// The best set of projects. In `result`, projects are called by their identifiers and amounts are centimes.
#[derive(Debug, Serialize, ToSchema)]
pub struct SelectionAnswer {
    /// The projects that were chosen among, best index first.
    pub projects: Vec<PortfolioItem>,
    /// The optimum with its proof, beside the ranking; null when there was nothing to choose among.
    pub result: Option<ProjectSelectionResult>,
}

/// A choice of projects to be made and kept.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptPortfolioInput {
    /// What it is called.
    #[schema(min_length = 1, max_length = 120, pattern = r"\S", examples("مشاريع سنة 2027"))]
    pub name: String,
    /// A remark.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
    /// What is asked.
    pub request: SelectionInput,
}

/// A kept choice of projects in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptPortfolioSummary {
    /// Identifier.
    pub id: KeptPortfolioId,
    /// The institution that keeps it.
    #[schema(required = true)]
    pub institution_id: Option<InstitutionId>,
    /// The association that keeps it.
    #[schema(required = true)]
    pub association_id: Option<AssociationId>,
    /// What it is called.
    pub name: String,
    /// A remark.
    #[schema(required = true)]
    pub note: Option<String>,
    /// The money of all periods.
    pub budget: Money,
    /// How many projects were chosen among.
    pub candidates: i64,
    /// How many were chosen.
    pub chosen: i64,
    /// How the choice ended; null when there was nothing to choose among.
    #[schema(required = true)]
    pub status: Option<SelectionStatus>,
    /// Net present value of those chosen.
    #[schema(required = true)]
    pub total_value: Option<Money>,
    /// Who has kept it.
    #[schema(required = true)]
    pub created_by: Option<PersonId>,
    /// Their name.
    #[schema(required = true)]
    pub created_by_name: Option<String>,
    /// When it was computed and kept.
    pub created_at: Instant,
}

/// A kept choice of projects: what was asked, and what came out on that day, whatever has become of the projects since.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptPortfolio {
    /// The choice in short.
    #[serde(flatten)]
    pub summary: KeptPortfolioSummary,
    /// What was asked.
    pub request: SelectionInput,
    /// What came out.
    #[schema(value_type = SelectionAnswer)]
    pub outcome: Json,
}
