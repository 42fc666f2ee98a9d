//! Projects of associations, from idea to close: who owns and who shares them, their team, their stages, the chamber's comments.
//!
//! An association's people edit their project unless its team lists them as readers; people of a partner association read it unless the
//! team lists them as editors. The chamber of the owner's wilaya, the national bodies and the ministry read. What else belongs to a project (its network,
//! its budget, its canvases) lies in resources of its own, each a [`Part`] that is copied and rescheduled with it.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{Access, Brief, PlanSummary, ProjectId as Id, Stage};
pub use ops::parts::{Part, forget, open, publish, read, set_plan};
pub use ops::people::{members, told};
pub use ops::view::whole;
pub use store::list::in_scope;
pub use wire::{Project, TeamMember};

crate::permissions! {
    ListProjects ("list_projects") => roles [Association, Chamber, National, Ministry];
    GetProject ("get_project") => roles [Association, Chamber, National, Ministry];
    CreateProject ("create_project") => roles [Association];
    UpdateProject ("update_project") => roles [Association];
    CopyProject ("copy_project") => roles [Association];
    PlanProject ("plan_project") => roles [Association];
    ApproveProject ("approve_project") => roles [Association];
    LaunchProject ("launch_project") => roles [Association];
    CloseProject ("close_project") => roles [Association];
    DropProject ("drop_project") => roles [Association];
    ArchiveProject ("archive_project") => roles [Association];
    RestoreProject ("restore_project") => roles [Association];
    ListProjectTransitions ("list_project_transitions") => roles [Association, Chamber, National, Ministry];
    GetProjectTeam ("get_project_team") => roles [Association, Chamber, National, Ministry];
    SetProjectTeam ("set_project_team") => roles [Association];
    ListProjectComments ("list_project_comments") => roles [Association, Chamber, National, Ministry];
    CommentOnProject ("comment_on_project") => roles [Association, Chamber];
}

/// What projects are made of, for demonstration data.
pub(crate) mod material {
    pub use super::ops::rows::{blank, fill};
    pub use super::store::people::{CommentRow, add_comment};
    pub use super::store::{TransitionRow, insert, set_plan, step};
    pub use super::wire::ProjectInput;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "projects", permissions: PERMISSIONS, routes: http::routes };
