pub use super::model::figures::{CourseUseFigures, JudgementFigures};
pub use super::model::{CourseEvaluation, EvaluationRound};
use crate::kernel::db::types::Instant;
use crate::kernel::language::Text;
use crate::kernel::rounds::RoundState;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::courses::ProjectTool;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A round, as the participant who is asked sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationTurn {
    /// The round.
    pub round: EvaluationRound,
    /// First day it is answered.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
    /// Whether it can be answered.
    pub state: RoundState,
    /// The day the answer was handed in; null when it was not. What was said cannot be shown again: nobody knows whose it is.
    pub handed_in_on: Option<NaiveDate>,
    /// Whether it may be handed in now.
    pub due: bool,
}

/// What a participant is asked of a course.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentEvaluations {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Its cohort.
    pub cohort_id: CohortId,
    /// The name of the cohort.
    pub cohort_name: Text,
    /// The participant.
    pub participant_name: String,
    /// The tools of the course, in its order.
    pub tools: Vec<ProjectTool>,
    /// The rounds, in order.
    pub rounds: Vec<EvaluationTurn>,
}

/// What a link is for. It names no person.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvaluationLink {
    /// The name of the cohort.
    pub cohort_name: Text,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// The name of the association.
    pub association_name: Text,
    /// The tools of the course, in its order.
    pub tools: Vec<ProjectTool>,
    /// The round.
    #[serde(flatten)]
    pub turn: EvaluationTurn,
}

crate::text_enum! {
    /// Why a round is not shown.
    pub enum EvaluationWithheld {
        /// It is not over: not everybody has answered, or more may still come.
        NotOver = "not_over",
        /// Fewer than five have answered.
        TooFew = "too_few",
    }
}

/// A round of a cohort, as those who run it read it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvaluationResult {
    /// The round.
    pub round: EvaluationRound,
    /// First day it is answered.
    pub opens_on: NaiveDate,
    /// Last day.
    pub closes_on: NaiveDate,
    /// Whether it is answered now.
    pub state: RoundState,
    /// When it was last asked for; null when it was not.
    pub asked_at: Option<Instant>,
    /// Those with a seat.
    pub participants: usize,
    /// How many have answered, also those who gave up their seat since.
    pub answered: usize,
    /// Why nothing of it is shown; null when it is.
    pub withheld: Option<EvaluationWithheld>,
    /// How the course was.
    pub judgement: Option<JudgementFigures>,
    /// What came of it.
    pub course_use: Option<CourseUseFigures>,
    /// What should be better, in their words; the order says nothing.
    pub comments: Vec<String>,
}

/// What the participants of a cohort think.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortEvaluation {
    /// The cohort.
    pub cohort_id: CohortId,
    /// Its name.
    pub cohort_name: Text,
    /// Fewer answers than this are not shown.
    pub least_shown: usize,
    /// Whether the caller may ask participants.
    pub may_ask: bool,
    /// The rounds, in order.
    pub rounds: Vec<EvaluationResult>,
}

/// Which round the participants are asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationRequestInput {
    /// The round; it is open.
    pub round: EvaluationRound,
}

/// How many were asked for a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct EvaluationRequest {
    /// The round.
    pub round: EvaluationRound,
    /// When.
    pub asked_at: Instant,
    /// Until when the links are good.
    pub expires_at: Instant,
    /// Those with a seat.
    pub participants: usize,
    /// Those of them that have answered and are not asked again.
    pub answered: usize,
    /// Those that were asked less than a day ago and are not asked again yet.
    pub asked_lately: usize,
    /// Those that were written to now.
    pub asked: usize,
    /// Those for whose association nobody with an e-mail address speaks.
    pub unreachable: usize,
}
