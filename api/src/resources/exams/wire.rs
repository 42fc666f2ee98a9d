use super::model::{ExamAnswerOutcome, ExamAttemptState, ExamKind, ExamStatus, KeptAnswer};
pub use super::model::{ExamAttemptId, ExamId, ExamInput};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{LongText, Text};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::questions::{BankQuestionKind, Id as QuestionId, QuestionChoice, QuestionInput};
use ::learning::exam::gain::Gain;
use ::learning::exam::statistics::Statistics;
use ::learning::exam::{QuestionScore, Reply};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A test of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct Exam {
    /// Identifier.
    pub id: ExamId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// When it is sat.
    pub kind: ExamKind,
    /// Where it stands.
    pub status: ExamStatus,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// It can be begun from then on.
    pub opens_at: Instant,
    /// Nothing is taken from then on, but for `grace_seconds`.
    pub closes_at: Instant,
    /// How long a participant has, in minutes; null: until it closes.
    pub minutes: Option<u32>,
    /// Whether everybody is asked in the same order.
    pub keep_order: bool,
    /// How many questions it has.
    pub questions: usize,
    /// What there is to earn, in hundredths of a point.
    pub points: u32,
    /// The questions of the bank, for those who run and teach the cohort; empty for others.
    pub question_ids: Vec<QuestionId>,
    /// Whether it can be begun now.
    pub open: bool,
    /// Seconds past a deadline in which what was under way is still taken.
    pub grace_seconds: i64,
    /// What papers are drawn from, once the test has closed.
    pub seed: Option<String>,
    /// How many of the participants that the caller may know of have begun.
    pub begun: usize,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// The tests of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamList {
    /// Before, after.
    pub items: Vec<Exam>,
}

/// Whose attempt is begun.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamAttemptInput {
    /// The enrolment of the participant.
    pub enrolment_id: EnrolmentId,
}

/// An answer to be saved.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamAnswerInput {
    /// The question.
    pub question_id: QuestionId,
    /// Counts the changes of this answer on this device, beginning above the one that is kept: the highest wins, so that answers can come late and more than once.
    #[schema(minimum = 1, maximum = 1_000_000_000)]
    pub counter: u32,
    /// The answer; null takes it back.
    #[serde(default)]
    pub given: Option<Reply>,
}

/// Answers to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamAnswersInput {
    /// One or more, each question once.
    #[schema(min_items = 1, max_items = 200)]
    pub answers: Vec<ExamAnswerInput>,
}

/// An attempt is handed in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamHandIn {
    /// What was not saved yet.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub answers: Vec<ExamAnswerInput>,
}

/// What became of the answers that were sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamReceipt {
    /// By answer, in the order they came.
    pub outcomes: Vec<ExamAnswerReceipt>,
    /// The attempt after it.
    pub attempt: ExamAttempt,
}

/// What became of one answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamAnswerReceipt {
    /// The question.
    pub question_id: QuestionId,
    /// What became of it.
    pub outcome: ExamAnswerOutcome,
}

/// A question on a participant's paper. It does not tell what is right.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamPaperQuestion {
    /// The question.
    pub id: QuestionId,
    /// What it asks for.
    pub kind: BankQuestionKind,
    /// What is asked.
    pub text: LongText,
    /// The choices, or the things to put in order, as they are shown.
    pub choices: Vec<QuestionChoice>,
    /// What the full answer earns, in hundredths of a point.
    pub points: u32,
}

/// What an attempt earned.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamResult {
    /// Hundredths of a point earned.
    pub points: u32,
    /// Hundredths of a point there were to earn.
    pub out_of: u32,
    /// The score in hundredths of 100.
    pub score: u32,
    /// Questions answered.
    pub answered: u32,
    /// Questions not answered.
    pub unanswered: u32,
    /// How right each answer was; null for the association until the test has closed.
    pub questions: Option<Vec<QuestionScore>>,
    /// The questions with their keys and explanations; null for the association until the test has closed.
    pub key: Option<Vec<ExamKeyQuestion>>,
}

/// A question of a test with its key.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamKeyQuestion {
    /// The question.
    pub id: QuestionId,
    /// What it was when the test was published.
    #[serde(flatten)]
    pub question: QuestionInput,
}

/// A participant's attempt at a test.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamAttempt {
    /// Identifier.
    pub id: ExamAttemptId,
    /// The test.
    pub exam_id: ExamId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The name of the cohort.
    pub cohort_name: Text,
    /// When the test is sat.
    pub kind: ExamKind,
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Where it stands.
    pub state: ExamAttemptState,
    /// When it was begun.
    pub begun_at: Instant,
    /// When it ends.
    pub deadline_at: Instant,
    /// Seconds until then, by the clock of the server; 0 when it is over.
    pub seconds_left: i64,
    /// When it was handed in.
    pub handed_in_at: Option<Instant>,
    /// The paper, in the order it is asked.
    pub questions: Vec<ExamPaperQuestion>,
    /// The answers that are kept.
    pub answers: Vec<KeptAnswer>,
    /// What it earned, once it is over.
    pub result: Option<ExamResult>,
    /// Version of the row.
    pub version: i64,
}

/// An attempt in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamAttemptSummary {
    /// Identifier; null where the participant has not begun.
    pub id: Option<ExamAttemptId>,
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Where it stands; null where the participant has not begun.
    pub state: Option<ExamAttemptState>,
    /// When it was begun.
    pub begun_at: Option<Instant>,
    /// When it was handed in.
    pub handed_in_at: Option<Instant>,
    /// How many questions are answered.
    pub answered: usize,
    /// The score in hundredths of 100, once it is over.
    pub score: Option<u32>,
}

/// Who sat a test and who did not.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamAttemptList {
    /// Every participant the caller may know of, as they came to the cohort.
    pub items: Vec<ExamAttemptSummary>,
}

/// What a test says about its questions and the course.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExamStatistics {
    /// The test.
    pub exam_id: ExamId,
    /// Mean and median, how hard and how telling each question was; of the attempts that are over.
    pub statistics: Statistics,
    /// What was gained from the test before to the test after; null for the test before.
    pub gain: Option<Gain>,
}
