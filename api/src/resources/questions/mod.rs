//! The bank of questions: single and multiple choice, numbers, things to put in order, in three languages.
//!
//! A question belongs to a course. What the ministry, the national bodies and trainers write is shared with every chamber; what a chamber writes is its
//! own, and that of the trainers of its cohorts. A question is archived, never deleted. Whoever is taught never reads one here: the key is beside it.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{BankQuestionKind, QuestionChoice, QuestionId as Id, QuestionInput};
pub use ops::{Asked, some};

crate::permissions! {
    ListQuestions ("list_questions") => roles [Trainer, Chamber, National, Ministry];
    CreateQuestion ("create_question") => roles [Trainer, Chamber, National, Ministry];
    GetQuestion ("get_question") => roles [Trainer, Chamber, National, Ministry];
    UpdateQuestion ("update_question") => roles [Trainer, Chamber, National, Ministry];
    ArchiveQuestion ("archive_question") => roles [Trainer, Chamber, National, Ministry];
}

/// What questions are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{BankQuestionKind, QuestionChoice, QuestionInput};
    pub use super::ops::new_row;
    pub use super::store::insert_all;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "questions", permissions: PERMISSIONS, routes: http::routes };
