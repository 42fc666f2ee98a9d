//! The engines as operations without storage: schedules, chances, earned value, cash flows, choice of projects; floor plans and their stands.
//!
//! Open to everybody, so that a chamber's own tool can compute without keeping a project here; sizes are limited and the work of
//! a request is counted, so it cannot take long.

mod facts;
mod http;
mod learning_words;
mod plan_words;
mod words;

use super::Resource;
pub use learning_words::learning_refused;
pub use plan_words::{PlanProblem, plan_refused, plan_told};
pub use words::{refused, refused_naming};

crate::permissions! {
    CalculateSchedule ("calculate_schedule") => public;
    CalculatePert ("calculate_pert") => public;
    CalculateEarnedValue ("calculate_earned_value") => public;
    CalculateCashFlow ("calculate_cash_flow") => public;
    SelectProjects ("select_projects") => public;
    CalculatePlanCheck ("calculate_plan_check") => public;
    CalculatePlanNumbers ("calculate_plan_numbers") => public;
    CalculatePlanImport ("calculate_plan_import") => public;
    CalculateStandAllocation ("calculate_stand_allocation") => public;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "calculations", permissions: PERMISSIONS, routes: http::routes };
