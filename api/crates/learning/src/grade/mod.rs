//! Grades: parts with weights, what is missing of them, and whether a certificate is due.
//!
//! # Parts
//!
//! All scores are hundredths of 100, to the nearest, halves up. Since a course is graded while it runs, a part is known between a least and a most:
//!
//! | part | score | while it is missing |
//! |---|---|---|
//! | attendance | the share that is sure | up to the best share still possible, while sessions remain |
//! | test before, test after | the score of the test | 0 to 100 |
//! | assignment | Σ points of the levels given / Σ points of the best levels | criteria without a level count 0 at least, their best level at most |
//! | peer review | the median of the reviews' scores, each as of an assignment; of an even number the mean of the two in the middle | 0 to 100, with fewer reviews than asked for |
//!
//! An assignment that was refused is not missing: its criteria without a level count 0. The median keeps one strict or generous reviewer from deciding.
//!
//! # The grade
//!
//! ```text
//! grade = Σ weight · score / Σ weight
//! ```
//!
//! from the rounded scores of the parts, rounded once. `least` takes the least of each part, `most` the most; `grade` is known when nothing that weighs is missing;
//! `so_far` is the grade over the parts that are known. A part with weight 0 counts for the certificate only. No part that gets better makes the grade worse.
//!
//! Once the course is **closed** nothing more comes in: what is missing counts 0, and is told all the same. Peer reviews that came in, fewer than asked for, count then as if they
//! were enough: the participant cannot help it.
//!
//! # The certificate
//!
//! Each condition has what is wanted, what is sure (`reached`) and what is still possible (`possible`): it is met when reached ≥ wanted, unmet when possible < wanted, else not yet
//! known. The certificate is due when all conditions are met, and not due when one is unmet. Without conditions it is due. The figures compared are those that are shown,
//! so nobody reads 50.00 and misses 50.
//!
//! What is met stays met whatever is still missing comes in. A correction of what is there is another matter: a mark changed, a test sat again, one more review.

mod certificate;
mod check;
mod outcome;
mod part;

use serde::{Deserialize, Serialize};

use crate::attendance::Standing;
use crate::exam::Score;
use crate::problem::Problem;

pub use outcome::{
    Certificate, CertificateCounts, Condition, ConditionResult, ConditionState, Grade, Gradebook, Missing, PartGrade, PartSummary,
    ParticipantGrade,
};

/// Parts at most.
pub const MAX_PARTS: usize = 100;
/// Criteria of a rubric at most.
pub const MAX_CRITERIA: usize = 50;
/// Levels of a criterion at most.
pub const MAX_LEVELS: usize = 20;
/// The largest weight of a part, and the most points of a level.
pub const MAX_WEIGHT: u32 = 10_000;
/// Reviews of one participant's work at most, and reviews that can be asked for.
pub const MAX_REVIEWS: usize = 100;
/// Participants at most.
pub const MAX_PARTICIPANTS: usize = 20_000;
/// Results at most, counted over all participants.
pub const MAX_RESULTS: usize = 1_000_000;

/// What a course is graded by. At most 100 parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningScheme))]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// The parts; at most one attendance, one test before and one test after.
    pub parts: Vec<Part>,
    /// What a certificate asks for.
    #[serde(default)]
    pub certificate: Conditions,
}

/// A part of the grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPart))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name; unique.
    pub id: String,
    /// How much it weighs beside the others: 0 to 10,000. The sum can be anything.
    pub weight: u32,
    /// Where its score comes from.
    pub source: Source,
}

/// Where the score of a part comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPartSource))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// The share of attendance.
    Attendance {},
    /// The test before the course.
    TestBefore {},
    /// The test after the course.
    TestAfter {},
    /// A piece of work, assessed by the trainer.
    Assignment {
        /// How it is assessed.
        rubric: Rubric,
    },
    /// A piece of work, assessed by other participants.
    PeerReview {
        /// How it is assessed.
        rubric: Rubric,
        /// From how many reviews on the score is known: 1 to 100.
        least_reviews: u32,
    },
}

/// How work is assessed: one level of each criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningRubric))]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// The criteria: 1 to 50, together with points to earn. A criterion weighs what its best level has.
    pub criteria: Vec<Criterion>,
}

/// What is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCriterion))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name; unique in the rubric.
    pub id: String,
    /// The levels: 1 to 20.
    pub levels: Vec<Level>,
}

/// How well a criterion is fulfilled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningLevel))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its name; unique in the criterion.
    pub id: String,
    /// What it earns: 0 to 10,000.
    pub points: u32,
}

/// What a certificate asks for; what is null or false is not asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCertificateConditions))]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// The least attendance, in basis points. The scheme has that part.
    #[serde(default)]
    pub least_attendance: Option<u32>,
    /// The least score in the test after, in hundredths of 100. The scheme has that part.
    #[serde(default)]
    pub least_test_after: Option<u32>,
    /// How many assignments must be accepted. The scheme has as many.
    #[serde(default)]
    pub assignments_accepted: Option<Accepted>,
    /// Whether the evaluation of the course must be handed in.
    #[serde(default)]
    pub evaluation: bool,
    /// The least grade, in hundredths of 100. Some part weighs.
    #[serde(default)]
    pub least_grade: Option<u32>,
}

/// How many assignments must be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAccepted))]
#[serde(rename_all = "snake_case")]
pub enum Accepted {
    /// All there are: at least one.
    All,
    /// So many or more: at least 1, at most as many as there are.
    AtLeast(u32),
}

/// What there is of one part, of one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPartResult))]
#[serde(deny_unknown_fields)]
pub struct PartResult {
    /// The part.
    pub part: String,
    /// What there is; its kind is that of the part.
    pub result: Work,
}

/// What there is of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningWork))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Work {
    /// Where the participant stands ([`crate::attendance::Standing`]). When no share is known there is no result.
    Attendance {
        /// The share that is sure, in basis points.
        share: u32,
        /// The best share still possible, in basis points; not less.
        best_share: u32,
    },
    /// A test that was sat, before or after.
    Test {
        /// The score, in hundredths of 100.
        score: u32,
    },
    /// An assignment.
    Assignment {
        /// How far it is.
        state: AssignmentState,
        /// The levels given, at most one for each criterion; none while it is not handed in.
        #[serde(default)]
        levels: Vec<CriterionLevel>,
    },
    /// The reviews of other participants.
    PeerReview {
        /// The reviews: at most 100.
        reviews: Vec<Review>,
    },
}

/// How far an assignment is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAssignmentState))]
#[serde(rename_all = "snake_case")]
pub enum AssignmentState {
    /// Nothing was handed in.
    #[default]
    NotHandedIn,
    /// It was handed in.
    HandedIn,
    /// It was returned to be worked over.
    Returned,
    /// It was accepted.
    Accepted,
    /// It was refused for good.
    Refused,
}

/// The level given for a criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCriterionLevel))]
#[serde(deny_unknown_fields)]
pub struct CriterionLevel {
    /// The criterion.
    pub criterion: String,
    /// Its level.
    pub level: String,
}

/// What one reviewer says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningReview))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Who reviewed; each once.
    pub reviewer: String,
    /// The levels given, one for each criterion.
    pub levels: Vec<CriterionLevel>,
}

/// One participant to be graded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGradeRequest))]
#[serde(deny_unknown_fields)]
pub struct GradeRequest {
    /// What is graded.
    pub scheme: Scheme,
    /// Whether nothing more comes in.
    #[serde(default)]
    pub closed: bool,
    /// What there is, at most once for each part.
    pub results: Vec<PartResult>,
    /// Whether the evaluation of the course was handed in.
    #[serde(default)]
    pub evaluation_handed_in: bool,
    /// Whether it can be handed in even though the course is closed.
    #[serde(default)]
    pub evaluation_open: bool,
}

/// A cohort to be graded. At most 20,000 participants, 1,000,000 results.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningGradebookRequest))]
#[serde(deny_unknown_fields)]
pub struct GradebookRequest {
    /// What is graded.
    pub scheme: Scheme,
    /// Whether nothing more comes in.
    #[serde(default)]
    pub closed: bool,
    /// Whether evaluations can be handed in even though the course is closed.
    #[serde(default)]
    pub evaluation_open: bool,
    /// The participants.
    pub participants: Vec<ParticipantWork>,
}

/// What there is of one participant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningParticipantWork))]
#[serde(deny_unknown_fields)]
pub struct ParticipantWork {
    /// The participant; each once.
    pub id: String,
    /// What there is, at most once for each part.
    pub results: Vec<PartResult>,
    /// Whether the evaluation of the course was handed in.
    #[serde(default)]
    pub evaluation_handed_in: bool,
}

impl Work {
    /// Attendance, from where the participant stands; none when no share is known.
    #[must_use]
    pub fn of_standing(standing: &Standing) -> Option<Self> {
        Some(Self::Attendance { share: standing.share?, best_share: standing.best_share? })
    }

    /// A test, from what its answers earned.
    #[must_use]
    pub fn of_score(score: &Score) -> Self {
        Self::Test { score: score.score }
    }
}

impl Scheme {
    /// Whether a course can be graded by this; pointers are into the scheme.
    ///
    /// # Errors
    /// A [`Problem`] naming the field.
    pub fn check(&self) -> Result<(), Problem> {
        check::Prepared::new(self).map(|_| ())
    }
}

/// Grades one participant.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn grade(request: &GradeRequest) -> Result<Grade, Problem> {
    let prepared = check::Prepared::new(&request.scheme).map_err(|problem| problem.under("/scheme"))?;
    let known = prepared.read(&request.results, request.closed)?;
    let evaluation = (request.evaluation_handed_in, request.evaluation_open || !request.closed);
    Ok(certificate::grade(&prepared, &known, evaluation, request.closed))
}

/// Grades everybody.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn gradebook(request: &GradebookRequest) -> Result<Gradebook, Problem> {
    certificate::gradebook(request)
}
