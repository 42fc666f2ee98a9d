//! Public holidays, as data: fixed ones every year, moving ones by date, provisional until the ministry confirms them.
//!
//! The calendars of projects follow this table unless they say otherwise, so a date that is confirmed moves their schedules.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::Occurrence;
pub use ops::between;

crate::permissions! {
    ListHolidays ("list_holidays") => public;
    GetHoliday ("get_holiday") => public;
    AddHoliday ("add_holiday") => roles [Ministry];
    AmendHoliday ("amend_holiday") => roles [Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "holidays", permissions: PERMISSIONS, routes: http::routes };
