//! Assignments of a cohort: participants hand in a piece of their own project; the trainer comments at the place, returns, accepts or refuses, by a rubric.
//!
//! What is handed in is kept as it was then, each time; whoever runs or teaches the cohort reads that, not the project. Other participants may review without
//! names: each hands over to those who came before them to the cohort.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{AssignmentId as Id, SubmissionId};
pub use ops::marks::{Done, Reviewed, Task, done, reviewed, tasks, waiting};

crate::permissions! {
    ListAssignments ("list_assignments") => roles [Association, Trainer, Chamber, National, Ministry];
    CreateAssignment ("create_assignment") => roles [Trainer, Chamber, National, Ministry];
    GetAssignment ("get_assignment") => roles [Association, Trainer, Chamber, National, Ministry];
    UpdateAssignment ("update_assignment") => roles [Trainer, Chamber, National, Ministry];
    DeleteAssignment ("delete_assignment") => roles [Trainer, Chamber, National, Ministry];
    ListSubmissions ("list_submissions") => roles [Association, Trainer, Chamber, National, Ministry];
    HandInAssignment ("hand_in_assignment") => roles [Association];
    GetSubmission ("get_submission") => roles [Association, Trainer, Chamber, National, Ministry];
    ReturnSubmission ("return_submission") => roles [Trainer, Chamber, National, Ministry];
    AcceptSubmission ("accept_submission") => roles [Trainer, Chamber, National, Ministry];
    RefuseSubmission ("refuse_submission") => roles [Trainer, Chamber, National, Ministry];
    AssessSubmission ("assess_submission") => roles [Trainer, Chamber, National, Ministry];
    ListSubmissionComments ("list_submission_comments") => roles [Association, Trainer, Chamber, National, Ministry];
    CommentOnSubmission ("comment_on_submission") => roles [Association, Trainer, Chamber, National, Ministry];
    ListPeerReviews ("list_peer_reviews") => roles [Association];
    GetPeerReview ("get_peer_review") => roles [Association];
    WritePeerReview ("write_peer_review") => roles [Association];
}

/// What assignments are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{AssignmentCriterion, AssignmentLevel, AssignmentRubric, CohortAssignmentInput, SubmissionStatus};
    pub use super::ops::pieces::of as piece;
    pub use super::store::peers::{ReviewRow, insert_all as insert_reviews};
    pub use super::store::rows::{Row, insert};
    pub use super::store::submissions::{PieceRow, StepRow, SubmissionRow, insert_all, keep_pieces, keep_steps};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "assignments", permissions: PERMISSIONS, routes: http::routes };
