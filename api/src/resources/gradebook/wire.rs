pub use super::model::GradeSchemeInput;
use super::model::GradeSource;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::assignments::Id as AssignmentId;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::exams::{Id as ExamId, Kind as ExamKind};
use ::learning::exam::gain::Band;
use ::learning::grade::{CertificateCounts, Grade};
use serde::Serialize;
use utoipa::ToSchema;

/// What a cohort is graded by.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradeScheme {
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its content.
    #[serde(flatten)]
    pub scheme: GradeSchemeInput,
    /// Whether nobody has written one: then it follows from the tests and assignments there are.
    pub usual: bool,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// Whether nothing but a certificate that rests on it keeps the caller from changing it.
    pub certified: bool,
    /// Last change.
    pub updated_at: Option<Instant>,
    /// Version of the row; 0 where nobody has written one.
    pub version: i64,
}

/// A column of the gradebook.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradebookPart {
    /// Its name in the grades.
    pub id: String,
    /// Where the score comes from.
    pub source: GradeSource,
    /// The assignment, where it is one.
    pub assignment_id: Option<AssignmentId>,
    /// What it is called.
    pub name: Text,
    /// How much it weighs.
    pub weight: u32,
    /// Of how many participants the score is known.
    pub known: u32,
    /// The mean of the known scores, in hundredths of 100.
    pub mean: Option<u32>,
}

/// A line of the gradebook.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradebookParticipant {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Whether they hold a certificate; then nothing it rests on changes.
    pub certified: bool,
    /// The grade, its parts in the order of the columns.
    pub grade: Grade,
}

/// The grades of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortGradebook {
    /// The cohort.
    pub cohort_id: CohortId,
    /// Whether nothing more comes in: then what is missing counts 0.
    pub closed: bool,
    /// The columns.
    pub parts: Vec<GradebookPart>,
    /// The participants the caller may know of, as they came; columns and counts are of these.
    pub participants: Vec<GradebookParticipant>,
    /// How many grades are known.
    pub known: u32,
    /// The mean of the known grades, in hundredths of 100.
    pub mean: Option<u32>,
    /// How many certificates are due.
    pub certificates: CertificateCounts,
}

/// How a test of a cohort is getting on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamProgress {
    /// The test.
    pub exam_id: ExamId,
    /// When it is sat.
    pub kind: ExamKind,
    /// It can be begun from then on.
    pub opens_at: Instant,
    /// Nothing is taken from then on.
    pub closes_at: Instant,
    /// Who is at it now.
    pub under_way: usize,
    /// Who has sat it.
    pub sat: usize,
    /// Mean score of these, in hundredths of 100.
    pub mean: Option<u32>,
}

/// How an assignment of a cohort is getting on.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssignmentProgress {
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// What it is called.
    pub name: Text,
    /// When it is due.
    pub due_at: Instant,
    /// Submissions that wait for the trainer.
    pub handed_in: usize,
    /// Returned to be worked over.
    pub returned: usize,
    /// Accepted.
    pub accepted: usize,
    /// Refused.
    pub refused: usize,
    /// Participants who have handed in nothing.
    pub missing: usize,
}

/// How a cohort is getting on, of the participants the caller may know of.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortProgress {
    /// The cohort.
    pub cohort_id: CohortId,
    /// Participants.
    pub participants: usize,
    /// The tests, before and after.
    pub exams: Vec<ExamProgress>,
    /// Normalised gain from the test before to the test after, in basis points; null where nobody sat both or nothing was left to gain.
    pub gain: Option<i32>,
    /// What that is called.
    pub gain_band: Option<Band>,
    /// The assignments, first to last.
    pub assignments: Vec<AssignmentProgress>,
    /// Participants who owe something that is due, or can no longer meet a condition of the certificate.
    pub in_danger: Vec<EnrolmentId>,
    /// How many certificates are due.
    pub certificates: CertificateCounts,
}
