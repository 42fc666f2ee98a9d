//! Exams: questions scored by published rules, papers drawn from a seed, and what a group's sheets say about the questions and the course.
//!
//! # Scores
//!
//! Points are whole numbers of hundredths of a point. Each question earns a fraction of its points, rounded once to the nearest hundredth, halves up:
//!
//! | question | rule | fraction |
//! |---|---|---|
//! | single | | 1 for the right choice, else 0 |
//! | multiple | `balanced` | max(0, h / c − f / w): h of the c right choices were taken, f of the w wrong ones |
//! | multiple | `all_or_nothing` | 1 when exactly the right choices were taken, else 0 |
//! | numeric | | 1 when abs(answer − value) ≤ tolerance, else 0 |
//! | ordering | `pairs` | C / N: of the N = n·(n − 1) / 2 pairs of things, C are in the right order |
//! | ordering | `above_chance` | max(0, 2·C / N − 1): Kendall's τ, never negative |
//! | ordering | `all_or_nothing` | 1 when all of it is in order, else 0 |
//!
//! `balanced` gives whoever takes every choice, or half of each kind, nothing: blind ticking does not pay, and a wrong tick never takes points from another question.
//! `pairs` gives a blind order half the points on average; `above_chance` gives it about none. τ: M. G. Kendall, “A New Measure of Rank Correlation”, Biometrika 30 (1938),
//! 81–93. An unanswered question earns 0 and is told apart from a wrong one; so is a multiple question with nothing taken.
//!
//! # The rooms
//!
//! [`score`] is here; [`paper`] draws the order of questions and choices; [`statistics`] says how hard and how telling each question was; [`gain`] compares before and after.

mod check;
pub mod gain;
pub mod paper;
mod score;
pub mod statistics;

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

pub(crate) use check::{Exam, Given};

/// Questions at most.
pub const MAX_QUESTIONS: usize = 500;
/// Choices of a question, or things to put in order, at most.
pub const MAX_CHOICES: usize = 50;
/// The most points of one question, in hundredths: 1,000 points.
pub const MAX_POINTS: u32 = 100_000;
/// The largest right value or tolerance, in thousandths, and with a minus the smallest value: whole in every JSON reader.
pub const MAX_VALUE: i64 = 1_000_000_000_000_000;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningQuestion))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name; unique.
    pub id: String,
    /// Hundredths of a point for the full answer: 1 to 100,000.
    pub points: u32,
    /// What is asked, and what is right.
    pub task: Task,
}

/// What is asked, and what is right. Choices are named by ids; words for people are elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningTask))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Task {
    /// One of the choices is right.
    Single {
        /// The choices: 2 to 50, each once.
        choices: Vec<String>,
        /// The right one.
        correct: String,
        /// Whether a paper keeps the order of the choices, as for steps of a scale.
        #[serde(default)]
        keep_order: bool,
    },
    /// Some of the choices are right.
    Multiple {
        /// The choices: 2 to 50, each once.
        choices: Vec<String>,
        /// The right ones: at least one.
        correct: Vec<String>,
        /// What a partly right answer earns.
        #[serde(default)]
        scoring: MultipleScoring,
        /// Whether a paper keeps the order of the choices.
        #[serde(default)]
        keep_order: bool,
    },
    /// A number.
    Numeric {
        /// The right number, in thousandths; within ±10^15.
        value: i64,
        /// How far from it is right too, in thousandths; 0 to 10^15.
        tolerance: i64,
    },
    /// Things to be put in order.
    Ordering {
        /// The things in the right order: 2 to 50, each once.
        order: Vec<String>,
        /// What a partly right order earns.
        #[serde(default)]
        scoring: OrderingScoring,
    },
}

/// What a partly right answer to a multiple question earns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningMultipleScoring))]
#[serde(rename_all = "snake_case")]
pub enum MultipleScoring {
    /// The share of the right choices taken − the share of the wrong ones taken, never negative.
    #[default]
    Balanced,
    /// All the points for exactly the right choices, else none.
    AllOrNothing,
}

/// What a partly right order earns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningOrderingScoring))]
#[serde(rename_all = "snake_case")]
pub enum OrderingScoring {
    /// The share of pairs in the right order.
    #[default]
    Pairs,
    /// Kendall's τ, never negative: a blind order earns about nothing.
    AboveChance,
    /// All the points for the whole order, else none.
    AllOrNothing,
}

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAnswer))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// The answer; null, as if the question were not listed: unanswered.
    #[serde(default)]
    pub given: Option<Reply>,
}

/// An answer; its kind is that of the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningReply))]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// To a single question: the choice taken.
    Choice(String),
    /// To a multiple question: the choices taken, each once; none: unanswered.
    Choices(Vec<String>),
    /// To a numeric question: the number, in thousandths.
    Value(i64),
    /// To an ordering question: all the things, each once.
    Order(Vec<String>),
}

/// One participant's answers. At most 500 questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningScoreRequest))]
#[serde(deny_unknown_fields)]
pub struct ScoreRequest {
    /// The questions: at least one.
    pub questions: Vec<Question>,
    /// The answers, at most one to each question.
    pub answers: Vec<Answer>,
}

/// What one participant's answers earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningScore))]
pub struct Score {
    /// Hundredths of a point earned.
    pub points: u32,
    /// Hundredths of a point there were to earn.
    pub out_of: u32,
    /// The score in hundredths of 100: 0 to 10,000, to the nearest, halves up.
    pub score: u32,
    /// Questions answered.
    pub answered: u32,
    /// Questions not answered.
    pub unanswered: u32,
    /// The questions, in the order they came.
    pub questions: Vec<QuestionScore>,
}

/// What the answer to one question earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningQuestionScore))]
pub struct QuestionScore {
    /// The question.
    pub id: String,
    /// Hundredths of a point earned.
    pub points: u32,
    /// Hundredths of a point there were to earn.
    pub out_of: u32,
    /// How right the answer is.
    pub verdict: Verdict,
}

/// How right an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningVerdict))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It earns all the points.
    Correct,
    /// It earns some of the points.
    Partial,
    /// It earns none.
    Wrong,
    /// There is none.
    Unanswered,
}

/// Whether questions can be asked; pointers are into a document that holds them as `questions`.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn check(questions: &[Question]) -> Result<(), Problem> {
    Exam::new(questions).map(|_| ())
}

/// Scores one participant's answers.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn score(request: &ScoreRequest) -> Result<Score, Problem> {
    let exam = Exam::new(&request.questions)?;
    let given = exam.read(&request.answers)?;
    Ok(score::sheet(&exam, &given))
}
