//! Long work: what a request starts and a background thread does, with progress that survives a closed browser and a restarted server.
//!
//! A job is a row. A server's runner ([`runner`]) takes it by a conditional update and keeps a lease on it; when the server
//! dies the lease runs out and the job is taken again. Work goes in transactions that carry their own progress, so what is
//! counted as done is done, and nothing else is.

mod http;
mod model;
mod ops;
mod reasons;
mod runner;
mod store;
mod wire;

use super::Resource;
pub use model::{Failure, Finding, Findings, JobId, JobState, Match, Outcome, Report};
pub use ops::{Started, start, view, visible_job};
pub use reasons::{phrase, sentence};
pub use runner::{Ending, Halt, Runner, Running, Worker, run_all, wake};
pub use store::{JobRow, NewRow, RowRecord, rows_after};
pub use wire::Job;

crate::permissions! {
    ListJobs ("list_jobs") => roles [Chamber, Ministry];
    GetJob ("get_job") => roles [Chamber, Ministry];
    ListJobRows ("list_job_rows") => roles [Chamber, Ministry];
    CancelJob ("cancel_job") => roles [Chamber, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "jobs", permissions: PERMISSIONS, routes: http::routes };
