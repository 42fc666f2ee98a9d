use super::model::{BankQuestionKind, QuestionChoice, QuestionStatus};
pub use super::model::{QuestionId, QuestionInput};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::{LongText, Text};
use crate::resources::courses::Id as CourseId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A question of the bank, with its key.
#[derive(Debug, Serialize, ToSchema)]
pub struct BankQuestion {
    /// Identifier.
    pub id: QuestionId,
    /// Whether it is asked.
    pub status: QuestionStatus,
    /// The institution it belongs to; null for one that a trainer wrote.
    pub owner_id: Option<InstitutionId>,
    /// Its name.
    pub owner_name: Option<Text>,
    /// Whether every chamber and trainer reads it.
    pub shared: bool,
    /// Its content.
    #[serde(flatten)]
    pub question: QuestionInput,
    /// Whether the caller may change it.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// A question in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct BankQuestionSummary {
    /// Identifier.
    pub id: QuestionId,
    /// Whether it is asked.
    pub status: QuestionStatus,
    /// The course it belongs to.
    pub course_id: CourseId,
    /// Code of the module it is about.
    pub module: Option<String>,
    /// What it asks for.
    pub kind: BankQuestionKind,
    /// What is asked.
    pub text: LongText,
    /// The choices, or the things to put in order, in the right order.
    pub choices: Vec<QuestionChoice>,
    /// What the full answer earns, in hundredths of a point.
    pub points: u32,
    /// The institution it belongs to; null for one that a trainer wrote.
    pub owner_id: Option<InstitutionId>,
    /// Its name.
    pub owner_name: Option<Text>,
    /// Whether every chamber and trainer reads it.
    pub shared: bool,
    /// Whether the caller may change it.
    pub editable: bool,
}

/// Filters of the questions.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionQuery {
    /// Words of the question, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// Its course.
    #[serde(default)]
    pub course_id: Option<CourseId>,
    /// Code of its module.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub module: Option<String>,
    /// Kinds; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub kind: Vec<BankQuestionKind>,
    /// Active ones when absent.
    #[serde(default)]
    pub status: Option<QuestionStatus>,
}
crate::list_parameters!(QuestionQuery);
