//! The activity network of a project: activities with their predecessors, the project's calendar, the schedule that follows.
//!
//! A network is one document with a version of its own, so that it is read, changed and copied as a whole; each activity in it carries a version
//! too, so that two people who change different activities do not get in each other's way. Every change is scheduled before it is
//! kept: what cannot be scheduled is refused by the names of the activities, and the last good schedule stays.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::ActivityId as Id;
pub use model::measure::{Work, percent as percent_of_work};
pub use model::table::written as predecessors_in_words;
pub use ops::chances::Chances;
pub use ops::parts::{Done, Plan, PlannedActivity, plan, report};
pub use ops::reading::{Scheduled, scheduled_now};
pub use wire::ScheduleQuery;

crate::permissions! {
    GetNetwork ("get_network") => roles [Association, Chamber, National, Ministry];
    PutNetwork ("put_network") => roles [Association];
    SetProjectCalendar ("set_project_calendar") => roles [Association];
    ListActivities ("list_activities") => roles [Association, Chamber, National, Ministry];
    AddActivity ("add_activity") => roles [Association];
    GetActivity ("get_activity") => roles [Association, Chamber, National, Ministry];
    UpdateActivity ("update_activity") => roles [Association];
    DeleteActivity ("delete_activity") => roles [Association];
    GetSchedule ("get_schedule") => roles [Association, Chamber, National, Ministry];
    GetPert ("get_pert") => roles [Association, Chamber, National, Ministry];
    ImportNetwork ("import_network") => roles [Association];
    ListProjectTemplates ("list_project_templates") => roles [Association];
    ApplyTemplate ("apply_template") => roles [Association];
}

/// What a project copies and reschedules of this.
pub const PART: super::projects::Part =
    super::projects::Part { copy: ops::parts::copy, restarted: ops::parts::restarted, forgotten: ops::parts::forgotten };

/// What networks are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::plan::{Holding, lanes, percent_done};
    pub use super::model::{Activity, ActivityInput, Network};
    pub use super::ops::network::{scheduled, setting};
    pub use super::ops::parts::{Plan, planned};
    pub use super::ops::templates::list as templates;
    pub use super::store::save;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "activities", permissions: PERMISSIONS, routes: http::routes };
