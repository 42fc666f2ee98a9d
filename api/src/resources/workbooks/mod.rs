//! A project as a workbook: everything its parts say of it, a sheet each, in the language asked for.

mod http;
mod model;
mod ops;

use super::Resource;
pub(crate) use model::{figures, words};

crate::permissions! {
    GetProjectWorkbook ("get_project_workbook") => roles [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "workbooks", permissions: PERMISSIONS, routes: http::routes };
