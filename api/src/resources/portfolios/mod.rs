//! The choice of projects: the cash flows of each, their criteria side by side, and the best set under a budget.
//!
//! Everybody chooses among the projects they see: an association its own, a chamber those of its wilayas, the ministry all. Nothing is decided
//! here; the answer of the planning engine is given with its proof, beside the ranking. A body keeps choices under a name: what was asked and what
//! came out on that day, which no later change of a project touches.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::CashFlowsInput;
pub use ops::flows::flows_of as cash_flows;
pub use wire::CriteriaQuery;

crate::permissions! {
    GetCashFlows ("get_cash_flows") => roles [Association, Chamber, National, Ministry];
    PutCashFlows ("put_cash_flows") => roles [Association];
    GetProjectCriteria ("get_project_criteria") => roles [Association, Chamber, National, Ministry];
    GetPortfolio ("get_portfolio") => roles [Association, Chamber, National, Ministry];
    ChooseProjects ("choose_projects") => roles [Association, Chamber, National, Ministry];
    ListKeptPortfolios ("list_kept_portfolios") => roles [Association, Chamber, National, Ministry];
    KeepPortfolio ("keep_portfolio") => roles [Association, Chamber, National, Ministry];
    GetKeptPortfolio ("get_kept_portfolio") => roles [Association, Chamber, National, Ministry];
    DeleteKeptPortfolio ("delete_kept_portfolio") => roles [Association, Chamber, National, Ministry];
    ComputeKeptPortfolio ("compute_kept_portfolio") => roles [Association, Chamber, National, Ministry];
}

/// What a project copies of this.
pub const PART: super::projects::Part =
    super::projects::Part { copy: ops::flows::copy, restarted: ops::flows::restarted, forgotten: ops::flows::forgotten };

/// What cash flows are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{CashFlowComponent, CashFlowsInput};
    pub use super::store::save;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "portfolios", permissions: PERMISSIONS, routes: http::routes };
