//! The planning engine as operations without storage: schedules, chances, earned value, cash flows, choice of projects.
//!
//! Open to everybody, so that a chamber's own tool can compute without keeping a project here; sizes are limited and the work of
//! a request is counted, so it cannot take long.

mod http;
mod words;

use super::Resource;
pub use words::refused;

crate::permissions! {
    CalculateSchedule ("calculate_schedule") => public;
    CalculatePert ("calculate_pert") => public;
    CalculateEarnedValue ("calculate_earned_value") => public;
    CalculateCashFlow ("calculate_cash_flow") => public;
    SelectProjects ("select_projects") => public;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "calculations", permissions: PERMISSIONS, routes: http::routes };
