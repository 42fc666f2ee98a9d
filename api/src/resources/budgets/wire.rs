use super::model::Variance;
pub use super::model::{BaselineName, CostLineId, CostLineInput, ExplanationId, ProgressReportInput, ReportId};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use crate::resources::activities;
use crate::resources::projects::Id as ProjectId;
use chrono::NaiveDate;
use planning::calculations::{PeriodKind, ProjectEarnedValue};
use planning::cost::Baseline;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A planned cost of an activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectCostLine {
    /// Its content.
    #[serde(flatten)]
    pub line: CostLineInput,
    /// The cost.
    pub total: Money,
    /// Version of the line.
    pub version: i64,
}

/// What an activity is planned to cost.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivityBudget {
    /// The activity.
    pub activity_id: activities::Id,
    /// Its code.
    pub code: String,
    /// Its names.
    pub name: Text,
    /// The sum of its lines.
    pub total: Money,
}

/// The planned costs of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct CostLineList {
    /// The lines, in their order.
    pub items: Vec<ProjectCostLine>,
    /// Sums by activity, in the order of the network.
    pub by_activity: Vec<ActivityBudget>,
    /// The sum of all lines.
    pub total: Money,
    /// Version of the budget.
    pub version: i64,
}

/// All cost lines to be kept: what a table editor saves in one go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CostLinesInput {
    /// Every line, in order. One with an `id` changes that line; those not listed are deleted.
    #[schema(max_items = 5000)]
    pub lines: Vec<CostLineInput>,
}

/// Why a baseline is taken.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BaselineReason {
    /// In words; kept with it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("الخطة التي صادقت عليها الجمعية العامة"))]
    pub reason: String,
}

/// A baseline in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct BaselineSummary {
    /// 1, 2, 3…
    pub number: i64,
    /// When it was taken.
    pub at: Instant,
    /// Why.
    pub reason: String,
    /// Its budget at completion.
    pub budget: Money,
    /// Its planned finish.
    pub finish: Option<NaiveDate>,
    /// Who took it, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
}

/// A plan frozen with its costs: it never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectBaseline {
    /// 1, 2, 3…
    pub number: i64,
    /// When it was taken.
    pub at: Instant,
    /// Why.
    pub reason: String,
    /// Its budget at completion.
    pub budget: Money,
    /// Its planned finish.
    pub finish: Option<NaiveDate>,
    /// The activities by name, as they were then.
    pub activities: Vec<BaselineName>,
    /// Dates and costs by day; amounts are centimes.
    pub plan: Baseline,
}

/// A progress report.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressReport {
    /// Identifier.
    pub id: ReportId,
    /// Its content.
    #[serde(flatten)]
    pub report: ProgressReportInput,
    /// When it was entered.
    pub created_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// Progress reports, latest date first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressReportList {
    /// The reports.
    pub items: Vec<ProgressReport>,
}

crate::text_enum! {
    /// How long the periods of the table and of the curve are.
    pub enum Period {
        /// A day.
        Day = "day",
        /// Sunday to Saturday.
        Week = "week",
        /// A calendar month.
        Month = "month",
    }
}

impl From<Period> for PeriodKind {
    fn from(period: Period) -> Self {
        match period {
            Period::Day => Self::Day,
            Period::Week => Self::Week,
            Period::Month => Self::Month,
        }
    }
}

/// Which figures are wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EarnedValueQuery {
    /// The day the figures are for; today when absent.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Number of the baseline to measure against; the last one, or the present plan where there is none, when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub baseline: Option<i64>,
    /// Periods of the table and of the curve; months when absent.
    #[serde(default)]
    pub period: Option<Period>,
}
crate::query_parameters!(EarnedValueQuery);

crate::text_enum! {
    /// Why there are no figures.
    pub enum NoFigures {
        /// The project has no start.
        NoStart = "no_start",
        /// The project has no activities.
        NoActivities = "no_activities",
    }
}

/// A variance past the project's threshold.
#[derive(Debug, Serialize, ToSchema)]
pub struct VarianceState {
    /// The activity; null for the project.
    pub activity_id: Option<activities::Id>,
    /// Which variance.
    pub kind: Variance,
    /// How much, negative when bad.
    pub amount: Money,
    /// In per cent of earned or planned value.
    pub percent: f64,
    /// Its explanation for this date; null while one is due.
    pub explanation: Option<VarianceExplanation>,
}

/// The earned value of a project at a date. In `figures`, activities are called by their identifiers and amounts are centimes.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarnedValueReport {
    /// The project.
    pub project_id: ProjectId,
    /// The day the figures are for.
    pub date: NaiveDate,
    /// The baseline measured against; null for the present plan.
    pub baseline_number: Option<i64>,
    /// The activities by name.
    pub activities: Vec<BaselineName>,
    /// Figures of project, activities and periods; null when there are none.
    pub figures: Option<ProjectEarnedValue>,
    /// Why there are none.
    pub no_figures: Option<NoFigures>,
    /// Variances past the project's threshold.
    pub variances: Vec<VarianceState>,
    /// How many of them still want an explanation.
    pub unexplained: usize,
}

/// Why a variance came about.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VarianceExplanationInput {
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// The activity; the whole project when absent.
    #[serde(default)]
    pub activity_id: Option<activities::Id>,
    /// Which variance.
    pub kind: Variance,
    /// Why.
    #[schema(min_length = 3, max_length = 5000, pattern = r"\S", examples("ارتفع سعر الصوف بعد الموسم"))]
    pub cause: String,
    /// What is done about it.
    #[serde(default)]
    #[schema(max_length = 5000)]
    pub action: Option<String>,
}

/// An explanation of a variance.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VarianceExplanation {
    /// Identifier.
    pub id: ExplanationId,
    /// The date of the figures.
    pub as_of: NaiveDate,
    /// The activity; null for the project.
    pub activity_id: Option<activities::Id>,
    /// Which variance.
    pub kind: Variance,
    /// Why.
    pub cause: String,
    /// What is done about it.
    pub action: Option<String>,
    /// When it was given.
    pub at: Instant,
    /// Who gave it, when it was a person.
    pub person_id: Option<PersonId>,
}
