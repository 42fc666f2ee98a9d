pub use super::model::{AssignmentId, CohortAssignmentInput, PeerReviewId, SubmissionId};
use super::model::{PieceItem, SubmissionCommentId, SubmissionPlace, SubmissionStatus};
use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{LongText, Text};
use crate::resources::assignments::model::AssignmentRubric;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::courses::ProjectTool;
use crate::resources::projects::Id as ProjectId;
use ::learning::grade::CriterionLevel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An assignment of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortAssignment {
    /// Identifier.
    pub id: AssignmentId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its content.
    #[serde(flatten)]
    pub assignment: CohortAssignmentInput,
    /// How many of the participants that the caller may know of have handed in.
    pub submissions: usize,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// The assignments of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortAssignmentList {
    /// First to last.
    pub items: Vec<CohortAssignment>,
}

/// What is handed in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionInput {
    /// The enrolment of the participant.
    pub enrolment_id: EnrolmentId,
    /// The association's own project.
    pub project_id: ProjectId,
    /// A word to the trainer.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S")]
    pub note: Option<String>,
}

/// A step a submission has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionStep {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<SubmissionStatus>,
    /// To which state.
    pub to_status: SubmissionStatus,
    /// Why.
    pub reason: Option<String>,
    /// Who, when it was a person.
    pub person_name: Option<String>,
}

/// What another participant says of a submission.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionReview {
    /// The participant who reviews; null for those who are reviewed.
    pub reviewer_name: Option<String>,
    /// When it was written; null while it is awaited.
    pub reviewed_at: Option<Instant>,
    /// The levels given.
    pub levels: Vec<CriterionLevel>,
    /// What they say.
    pub words: Option<String>,
}

/// What a participant handed in, as it was then.
#[derive(Debug, Serialize, ToSchema)]
pub struct Submission {
    /// Identifier.
    pub id: SubmissionId,
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// What it is called.
    pub assignment_name: Text,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// The project it is of.
    pub project_id: ProjectId,
    /// The tool of the project workshop whose content it is.
    pub tool: ProjectTool,
    /// Where it stands.
    pub status: SubmissionStatus,
    /// Since when.
    pub status_since: Instant,
    /// Why it was returned or refused.
    pub status_reason: Option<String>,
    /// How often it was handed in.
    pub number: i32,
    /// When it was handed in last.
    pub handed_in_at: Instant,
    /// Whether that was after it was due.
    pub late: bool,
    /// A word to the trainer.
    pub note: Option<String>,
    /// What was handed in last, as it was then.
    pub items: Vec<PieceItem>,
    /// How it is assessed.
    pub rubric: AssignmentRubric,
    /// The levels the trainer has given.
    pub levels: Vec<CriterionLevel>,
    /// What they come to in hundredths of 100, once every criterion has one.
    pub score: Option<u32>,
    /// What other participants say.
    pub reviews: Vec<SubmissionReview>,
    /// First to last.
    pub steps: Vec<SubmissionStep>,
    /// Whether the caller may return, accept, refuse and assess it now.
    pub judgeable: bool,
    /// Version of the row.
    pub version: i64,
}

/// A participant's submission in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionSummary {
    /// Identifier; null where nothing was handed in.
    pub id: Option<SubmissionId>,
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Where it stands; null where nothing was handed in.
    pub status: Option<SubmissionStatus>,
    /// Since when.
    pub status_since: Option<Instant>,
    /// When it was handed in last.
    pub handed_in_at: Option<Instant>,
    /// Whether that was after it was due; also where it is due and nothing was handed in.
    pub late: bool,
    /// What the trainer's levels come to in hundredths of 100, once every criterion has one.
    pub score: Option<u32>,
}

/// Who handed in and who did not.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionList {
    /// Every participant the caller may know of, as they came to the cohort.
    pub items: Vec<SubmissionSummary>,
}

/// The trainer's levels.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionAssessment {
    /// At most one for each criterion.
    #[schema(max_items = 20)]
    pub levels: Vec<CriterionLevel>,
}

/// A submission is accepted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionAcceptance {
    /// One for each criterion; those given before when absent.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub levels: Option<Vec<CriterionLevel>>,
    /// A word to the participant.
    #[serde(default)]
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("عمل متقن"))]
    pub words: Option<String>,
}

/// Why a submission is returned or refused.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionReason {
    /// In words; the association reads it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("أضيفوا أنشطة التسويق إلى الشبكة"))]
    pub reason: String,
}

/// A comment to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionCommentInput {
    /// Where it stands; at the submission as a whole when absent.
    #[serde(default)]
    pub place: Option<SubmissionPlace>,
    /// What is said.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S", examples("ما هي مدة هذا النشاط؟"))]
    pub text: String,
}

/// A comment on a submission.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionComment {
    /// Identifier.
    pub id: SubmissionCommentId,
    /// When it was made.
    pub at: Instant,
    /// Which of the times it was handed in it is about.
    pub number: i32,
    /// Where it stands.
    pub place: SubmissionPlace,
    /// What is said.
    pub text: String,
    /// The role of who said it.
    pub role: Role,
    /// Their name.
    pub person_name: Option<String>,
}

/// The comments on a submission.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionCommentList {
    /// First to last.
    pub items: Vec<SubmissionComment>,
}

/// A review that a participant is to write, or has written.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeerReviewSummary {
    /// Identifier.
    pub id: PeerReviewId,
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// What it is called.
    pub assignment_name: Text,
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its name.
    pub cohort_name: Text,
    /// The enrolment of the participant who reviews.
    pub enrolment_id: EnrolmentId,
    /// Who reviews.
    pub participant_name: String,
    /// When it was written; null while it is awaited.
    pub reviewed_at: Option<Instant>,
    /// When it was asked for.
    pub created_at: Instant,
}

/// Somebody else's submission to be reviewed, without names.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeerReview {
    /// What it is.
    #[serde(flatten)]
    pub summary: PeerReviewSummary,
    /// What was to be done.
    pub description: Option<LongText>,
    /// The tool of the project workshop whose content it is.
    pub tool: ProjectTool,
    /// How it is assessed.
    pub rubric: AssignmentRubric,
    /// What was handed in last, as it was then.
    pub items: Vec<PieceItem>,
    /// The levels given.
    pub levels: Vec<CriterionLevel>,
    /// What the reviewer says.
    pub words: Option<String>,
    /// Version of the row.
    pub version: i64,
}

/// What a participant says of somebody else's submission.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeerReviewInput {
    /// One for each criterion.
    #[schema(min_items = 1, max_items = 20)]
    pub levels: Vec<CriterionLevel>,
    /// What they say.
    #[serde(default)]
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S")]
    pub words: Option<String>,
}

/// Which page of the reviews.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeerReviewQuery {
    /// Those that are awaited, or those that are written.
    #[serde(default)]
    pub written: Option<bool>,
}
crate::list_parameters!(PeerReviewQuery);
