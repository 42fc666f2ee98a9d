//! The money of a project: cost lines by activity, baselines that never change, progress reports, earned value, explanations of variances.
//!
//! Cost lines are one document with a version for each line. A baseline freezes dates and costs with a reason. A progress report says by date how far each
//! activity is and what was spent; it also moves the network on. Figures are the planning engine's.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{ReportId, Spread, Variance};
pub use ops::baselines::list_of as baselines;
pub use ops::figures::of as earned_value;
pub use ops::lines::{lines_of, list_of as cost_lines};
pub use ops::reports::{has as has_report, list_of as progress_reports, signed as signed_reports};
pub use wire::{BaselineSummary, CostLineList, EarnedValueQuery, EarnedValueReport, NoFigures, ProgressReport, VarianceState};

crate::permissions! {
    ListCostLines ("list_cost_lines") => roles [Association, Chamber, National, Ministry];
    PutCostLines ("put_cost_lines") => roles [Association];
    AddCostLine ("add_cost_line") => roles [Association];
    GetCostLine ("get_cost_line") => roles [Association, Chamber, National, Ministry];
    UpdateCostLine ("update_cost_line") => roles [Association];
    DeleteCostLine ("delete_cost_line") => roles [Association];
    ListBaselines ("list_baselines") => roles [Association, Chamber, National, Ministry];
    TakeBaseline ("take_baseline") => roles [Association];
    GetBaseline ("get_baseline") => roles [Association, Chamber, National, Ministry];
    ListProgressReports ("list_progress_reports") => roles [Association, Chamber, National, Ministry];
    AddProgressReport ("add_progress_report") => roles [Association];
    GetProgressReport ("get_progress_report") => roles [Association, Chamber, National, Ministry];
    CorrectProgressReport ("correct_progress_report") => roles [Association];
    GetEarnedValue ("get_earned_value") => roles [Association, Chamber, National, Ministry];
    ListVarianceExplanations ("list_variance_explanations") => roles [Association, Chamber, National, Ministry];
    ExplainVariance ("explain_variance") => roles [Association];
}

/// What a project copies of this and forgets with its activities.
pub const PART: super::projects::Part =
    super::projects::Part { copy: ops::lines::copy, restarted: ops::lines::restarted, forgotten: ops::lines::forget };

/// What budgets are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{ActivityProgress, ActualCost, Budget, CostLineInput, KeptLine, ProgressReportInput, Spread, Variance};
    pub use super::ops::baselines::freeze;
    pub use super::store::{BaselineRow, ExplanationRow, ReportRow, add_report, explain, keep_baseline, save};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "budgets", permissions: PERMISSIONS, routes: http::routes };
