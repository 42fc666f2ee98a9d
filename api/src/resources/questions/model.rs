//! What a question is made of, and how the crate `learning` sees it. Pure.

use crate::kernel::error::Error;
use crate::kernel::language::{LongText, Text};
use crate::resources::calculations;
use crate::resources::courses::Id as CourseId;
use ::learning::exam::{self, MultipleScoring, OrderingScoring, Question, Task};
use ::learning::problem::Problem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A question of the bank.
    QuestionId);

crate::text_enum! {
    /// Whether a question is asked.
    pub enum QuestionStatus {
        /// It can be put into a test.
        Active = "active",
        /// Put away; tests that have it keep it.
        Archived = "archived",
    }
}

crate::text_enum! {
    /// What a question asks for.
    pub enum BankQuestionKind {
        /// One of the choices.
        Single = "single",
        /// Some of the choices; ticking wrong ones takes from what right ones earn.
        Multiple = "multiple",
        /// A number.
        Numeric = "numeric",
        /// The choices in their order; a blind order earns about nothing.
        Ordering = "ordering",
    }
}

/// A choice, or a thing to put in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionChoice {
    /// Its short name in the question.
    #[schema(min_length = 1, max_length = 20, pattern = "^[a-z0-9_-]+$", examples("a"))]
    pub id: String,
    /// What it says.
    pub text: Text,
}

/// What can be written of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionInput {
    /// The course it belongs to.
    pub course_id: CourseId,
    /// Code of the module it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("activity-network"))]
    pub module: Option<String>,
    /// What it asks for.
    pub kind: BankQuestionKind,
    /// What is asked.
    pub text: LongText,
    /// The choices, or the things to put in order, in the right order; none for a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub choices: Vec<QuestionChoice>,
    /// Names of the right choices: one of a single question, at least one of a multiple one, none of the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub correct: Vec<String>,
    /// The right number, in thousandths.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -1_000_000_000_000_000_i64, maximum = 1_000_000_000_000_000_i64, examples(12_500))]
    pub value: Option<i64>,
    /// How far from it is right too, in thousandths.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000_000_000_000_i64)]
    pub tolerance: i64,
    /// What the full answer earns, in hundredths of a point.
    #[schema(minimum = 1, maximum = 100_000, examples(100))]
    pub points: u32,
    /// Whether a paper keeps the order of the choices, as for steps of a scale.
    #[serde(default)]
    pub keep_order: bool,
    /// Why the right answer is right, read after the test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<LongText>,
}

impl QuestionInput {
    /// The question as the crate scores it.
    pub fn question(&self, id: QuestionId) -> Question {
        let names = || self.choices.iter().map(|choice| choice.id.clone()).collect();
        let task = match self.kind {
            BankQuestionKind::Single => {
                Task::Single { choices: names(), correct: self.correct.first().cloned().unwrap_or_default(), keep_order: self.keep_order }
            }
            BankQuestionKind::Multiple => Task::Multiple {
                choices: names(),
                correct: self.correct.clone(),
                scoring: MultipleScoring::Balanced,
                keep_order: self.keep_order,
            },
            BankQuestionKind::Numeric => Task::Numeric { value: self.value.unwrap_or_default(), tolerance: self.tolerance },
            BankQuestionKind::Ordering => Task::Ordering { order: names(), scoring: OrderingScoring::AboveChance },
        };
        Question { id: id.to_string(), points: self.points, task }
    }

    /// Whether the question can be asked.
    ///
    /// # Errors
    /// `invalid` naming the field.
    pub fn check(&self, id: QuestionId) -> Result<(), Error> {
        let refuse = |code, pointer: &str, expected| Err(calculations::learning_refused(&Problem::new(code, pointer, expected)));
        let choices = matches!(self.kind, BankQuestionKind::Single | BankQuestionKind::Multiple);
        match self.kind {
            BankQuestionKind::Numeric if self.value.is_none() => return refuse("required", "/value", "the right number"),
            BankQuestionKind::Numeric if !self.choices.is_empty() => return refuse("unexpected", "/choices", "no choices of a number"),
            BankQuestionKind::Numeric => {}
            _ if self.value.is_some() => return refuse("unexpected", "/value", "no number where choices are asked for"),
            _ => {}
        }
        match self.correct.len() {
            0 if choices => return refuse("required", "/correct", "the right choices"),
            0 => {}
            _ if !choices => return refuse("unexpected", "/correct", "no right choices beside the order or the number"),
            many if many > 1 && self.kind == BankQuestionKind::Single => return refuse("too_many_entries", "/correct", "one right choice"),
            _ => {}
        }
        exam::check(&[self.question(id)]).map_err(|problem| {
            let pointer = problem.pointer.replacen("/questions/0", "", 1).replacen("/task", "", 1).replacen("/order", "/choices", 1);
            let pointer = if self.kind == BankQuestionKind::Single { pointer.replacen("/correct", "/correct/0", 1) } else { pointer };
            calculations::learning_refused(&Problem { pointer, ..problem })
        })
    }
}
