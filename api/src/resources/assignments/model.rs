//! What an assignment asks for and how it is assessed; what is handed in. Pure.

use crate::kernel::db::types::Instant;
use crate::kernel::language::{LongText, Text};
use crate::kernel::money::Money;
use crate::resources::courses::ProjectTool;
use ::learning::grade::{
    AssignmentState, Criterion, CriterionLevel, Grade, GradeRequest, Level, Part, PartResult, Rubric, Scheme, Source, Work, grade,
};
use ::learning::problem::Problem;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

crate::id_type!(/// An assignment of a cohort.
    AssignmentId);
crate::id_type!(/// What a participant handed in.
    SubmissionId);
crate::id_type!(/// A step of a submission.
    SubmissionStepId);
crate::id_type!(/// A comment on a submission.
    SubmissionCommentId);
crate::id_type!(/// The review of a submission by another participant.
    PeerReviewId);

crate::id_type!(/// Something in a project that a comment stands at.
    SubmissionPlaceId);

crate::text_enum! {
    /// Where a submission stands.
    pub enum SubmissionStatus {
        /// Handed in; waits for the trainer.
        HandedIn = "handed_in",
        /// Returned to be worked over.
        Returned = "returned",
        /// Accepted.
        Accepted = "accepted",
        /// Refused for good.
        Refused = "refused",
    }
}

impl SubmissionStatus {
    /// The state as the crate grades it.
    pub fn state(self) -> AssignmentState {
        match self {
            Self::HandedIn => AssignmentState::HandedIn,
            Self::Returned => AssignmentState::Returned,
            Self::Accepted => AssignmentState::Accepted,
            Self::Refused => AssignmentState::Refused,
        }
    }
    /// Whether the participant may hand in again.
    pub fn open(self) -> bool {
        matches!(self, Self::HandedIn | Self::Returned)
    }
}

crate::text_enum! {
    /// What an item of a piece is.
    pub enum PieceKind {
        /// A note of the business model; its group is the block.
        Note = "note",
        /// An element of the value proposition; its group is its kind.
        Element = "element",
        /// An activity of the network; its group is its code.
        Activity = "activity",
        /// A cost line; its group is the code of its activity.
        CostLine = "cost_line",
        /// A part of the cash flows.
        CashFlow = "cash_flow",
        /// A partner; its group is its kind.
        Partner = "partner",
    }
}

/// How well a criterion is fulfilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentLevel {
    /// Its short name in the criterion.
    #[schema(min_length = 1, max_length = 20, pattern = "^[a-z0-9_-]+$", examples("good"))]
    pub id: String,
    /// What it means.
    pub name: Text,
    /// What it earns.
    #[schema(minimum = 0, maximum = 10_000)]
    pub points: u32,
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentCriterion {
    /// Its short name in the rubric.
    #[schema(min_length = 1, max_length = 20, pattern = "^[a-z0-9_-]+$", examples("complete"))]
    pub id: String,
    /// What it says.
    pub name: Text,
    /// Its levels. It weighs what the best has.
    #[schema(min_items = 1, max_items = 10)]
    pub levels: Vec<AssignmentLevel>,
}

/// How work is assessed: one level of each criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentRubric {
    /// The criteria.
    #[schema(min_items = 1, max_items = 20)]
    pub criteria: Vec<AssignmentCriterion>,
}

impl AssignmentRubric {
    /// The rubric as the crate counts it.
    pub fn counted(&self) -> Rubric {
        let level = |level: &AssignmentLevel| Level { id: level.id.clone(), points: level.points };
        let criterion = |one: &AssignmentCriterion| Criterion { id: one.id.clone(), levels: one.levels.iter().map(level).collect() };
        Rubric { criteria: self.criteria.iter().map(criterion).collect() }
    }

    /// Whether work can be assessed by it; pointers are into the rubric.
    ///
    /// # Errors
    /// A [`Problem`] naming the field.
    pub fn check(&self) -> Result<(), Problem> {
        let part = Part { id: "work".to_owned(), weight: 1, source: Source::Assignment { rubric: self.counted() } };
        let scheme = Scheme { parts: vec![part], ..Scheme::default() };
        scheme.check().map_err(|problem| Problem { pointer: problem.pointer.replacen("/parts/0/source/rubric", "", 1), ..problem })
    }

    /// What levels come to: the score in hundredths of 100, once every criterion has one.
    ///
    /// # Errors
    /// A [`Problem`] naming the level, its pointer into the list.
    pub fn assess(&self, state: AssignmentState, levels: &[CriterionLevel]) -> Result<Option<u32>, Problem> {
        let part = Part { id: "work".to_owned(), weight: 1, source: Source::Assignment { rubric: self.counted() } };
        let result = PartResult { part: "work".to_owned(), result: Work::Assignment { state, levels: levels.to_vec() } };
        let request =
            GradeRequest { scheme: Scheme { parts: vec![part], ..Scheme::default() }, results: vec![result], ..GradeRequest::default() };
        let Grade { parts, .. } = grade(&request)
            .map_err(|problem| Problem { pointer: problem.pointer.replacen("/results/0/result/levels", "", 1), ..problem })?;
        Ok(parts.first().and_then(|part| part.score))
    }

    /// How many criteria have no level among some.
    pub fn missing(&self, levels: &[CriterionLevel]) -> usize {
        self.criteria.iter().filter(|one| !levels.iter().any(|level| level.criterion == one.id)).count()
    }
}

/// What can be written of an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortAssignmentInput {
    /// What it is called.
    pub name: Text,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LongText>,
    /// Code of the module it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("activity-network"))]
    pub module: Option<String>,
    /// The tool of the project workshop whose content is handed in.
    pub tool: ProjectTool,
    /// What comes later is taken and told apart.
    #[schema(examples("2026-12-20T16:00:00Z"))]
    pub due_at: Instant,
    /// How it is assessed.
    pub rubric: AssignmentRubric,
    /// How many other participants review each submission, without names; 0 for none.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 10)]
    pub peer_reviews: u32,
}

/// Something in a piece of work, at which a comment can stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PieceItem {
    /// What it is.
    pub kind: PieceKind,
    /// Its identifier in the project; null for a part of the cash flows.
    pub id: Option<Uuid>,
    /// Where it lies: a block, a kind, the code of an activity.
    pub group: Option<String>,
    /// What it says.
    pub text: LongText,
    /// What it costs or brings.
    pub amount: Option<Money>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
}

crate::text_enum! {
    /// What a comment stands at.
    pub enum SubmissionPlaceKind {
        /// The submission as a whole.
        Submission = "submission",
        /// A note of the business model.
        Note = "note",
        /// An element of the value proposition.
        Element = "element",
        /// An activity of the network.
        Activity = "activity",
        /// A cost line.
        CostLine = "cost_line",
        /// A partner.
        Partner = "partner",
    }
}

/// Where a comment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionPlace {
    /// What it is.
    pub kind: SubmissionPlaceKind,
    /// The identifier of the item; none for the submission as a whole.
    #[serde(default)]
    pub id: Option<SubmissionPlaceId>,
}
