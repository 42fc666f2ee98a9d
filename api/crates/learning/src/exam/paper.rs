//! Papers: the order of questions and choices, drawn for each participant, so that anybody can draw it again.
//!
//! The **key** of a thing is the SHA-256 of a UTF-8 text, as 64 lower-case hexadecimal digits; the lower key comes first. The text is, with line feeds between:
//!
//! | of | text |
//! |---|---|
//! | a question | seed, participant, question |
//! | a choice | seed, participant, question, choice |
//!
//! `printf '%s\n%s\n%s' "$SEED" "$PARTICIPANT" "$QUESTION" | sha256sum` prints the key of a question. So that one text says one thing, neither the seed nor a name has a
//! line feed. Who knows the seed before the exam knows the order: publish it after, or its hash before.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Exam, Question, Task};
use crate::problem::{Problem, filled};

/// Whose paper is drawn from what. At most 500 questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPaperRequest))]
#[serde(deny_unknown_fields)]
pub struct PaperRequest {
    /// The text the keys are made of; not empty, no line feed.
    pub seed: String,
    /// Whose paper it is; not empty, no line feed.
    pub participant: String,
    /// Whether the questions keep their order.
    #[serde(default)]
    pub keep_order: bool,
    /// The questions: at least one.
    pub questions: Vec<Question>,
}

/// A participant's paper. It does not tell what is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPaper))]
pub struct Paper {
    /// The questions, in the order they are asked.
    pub questions: Vec<PaperQuestion>,
}

/// A question on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningPaperQuestion))]
pub struct PaperQuestion {
    /// The question.
    pub id: String,
    /// The choices, or the things to put in order, as they are shown. Things to put in order are always drawn. None for a number.
    pub choices: Vec<String>,
}

/// The key of a question, or of one of its choices, as 64 lower-case hexadecimal digits.
#[must_use]
pub fn draw_key(seed: &str, participant: &str, question: &str, choice: Option<&str>) -> String {
    digest(seed, participant, question, choice).iter().fold(String::with_capacity(64), |mut key, byte| {
        // Writing to a string cannot fail.
        let _ = write!(key, "{byte:02x}");
        key
    })
}

/// The same as bytes: they are in the same order.
fn digest(seed: &str, participant: &str, question: &str, choice: Option<&str>) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(seed).chain_update("\n").chain_update(participant);
    hash = hash.chain_update("\n").chain_update(question);
    if let Some(choice) = choice {
        hash = hash.chain_update("\n").chain_update(choice);
    }
    hash.finalize().into()
}

/// Draws a participant's paper.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn draw(request: &PaperRequest) -> Result<Paper, Problem> {
    let PaperRequest { seed, participant, keep_order, questions } = request;
    one_line(seed, || "/seed".into())?;
    one_line(participant, || "/participant".into())?;
    Exam::new(questions)?;
    let mut asked: Vec<&Question> = questions.iter().collect();
    for (i, question) in questions.iter().enumerate() {
        one_line(&question.id, || format!("/questions/{i}/id"))?;
        let (choices, name) = shown(&question.task);
        for (j, choice) in choices.iter().enumerate() {
            one_line(choice, || format!("/questions/{i}/task/{name}/{j}"))?;
        }
    }
    if !keep_order {
        asked.sort_by_cached_key(|question| digest(seed, participant, &question.id, None));
    }
    let questions = asked.into_iter().map(|question| {
        let mut choices = shown(&question.task).0.to_vec();
        if !matches!(&question.task, Task::Single { keep_order: true, .. } | Task::Multiple { keep_order: true, .. }) {
            choices.sort_by_cached_key(|choice| digest(seed, participant, &question.id, Some(choice)));
        }
        PaperQuestion { id: question.id.clone(), choices }
    });
    Ok(Paper { questions: questions.collect() })
}

/// What a paper shows of a task, and the member it stands in.
fn shown(task: &Task) -> (&[String], &'static str) {
    match task {
        Task::Single { choices, .. } | Task::Multiple { choices, .. } => (choices, "choices"),
        Task::Ordering { order, .. } => (order, "order"),
        Task::Numeric { .. } => (&[], "choices"),
    }
}

/// A text that says something, on one line.
fn one_line(text: &str, pointer: impl Fn() -> String) -> Result<(), Problem> {
    filled(text, &pointer)?;
    match text.contains('\n') {
        false => Ok(()),
        true => Err(Problem::new("line_feed", pointer(), "a text without a line feed")),
    }
}
