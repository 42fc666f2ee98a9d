//! What the API says of what is to be done.

use crate::kernel::db::types::Instant;
use crate::kernel::language::Text;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::evaluations::Round;
use crate::resources::exams::Kind;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

crate::text_enum! {
    /// What is to be done.
    pub enum TrainingTaskKind {
        /// A test is to be sat.
        Exam = "exam",
        /// Work is to be handed in.
        Assignment = "assignment",
        /// Somebody else's work is to be reviewed.
        PeerReview = "peer_review",
        /// The course is to be evaluated.
        Evaluation = "evaluation",
    }
}

crate::text_enum! {
    /// How far it is.
    pub enum TrainingTaskState {
        /// Nothing is done yet.
        Open = "open",
        /// A test was begun, and its time runs.
        Begun = "begun",
        /// Work was returned, to be handed in again.
        Returned = "returned",
        /// The day work was due is past; it is still taken, as late.
        Overdue = "overdue",
    }
}

/// Something to be done for a participant.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingTask {
    /// What it is.
    pub kind: TrainingTaskKind,
    /// How far it is.
    pub state: TrainingTaskState,
    /// The test, the assignment or the review; of an evaluation the enrolment.
    pub id: Uuid,
    /// What the assignment is called.
    pub name: Option<Text>,
    /// When the test is sat: before the course or after it.
    pub exam_kind: Option<Kind>,
    /// The round of the evaluation.
    pub round: Option<Round>,
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its name.
    pub cohort_name: Text,
    /// The enrolment of the participant.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// Until when: a begun test ends then, work is due, an evaluation closes; reviews have none but the end of the cohort.
    pub due_at: Option<Instant>,
}
