//! What participants think of a course at its end, and after six months what came of it: handed in once, by the association or the link of a letter.
//!
//! An answer is kept without whose it is and without when it came; that somebody has handed in is kept apart from it. The answers are read as figures, once a
//! round is over and at least five have answered, so that no answer can be told by reading before and after it.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::EvaluationRound as Round;
pub use ops::asking::ask_due;
pub use ops::hand_in::{due, still_open};
pub use store::handed_in;

crate::permissions! {
    GetCohortEvaluation ("get_cohort_evaluation") => roles [Trainer, Chamber, National, Ministry];
    RequestEvaluations ("request_evaluations") => roles [Chamber, National, Ministry];
    GetEnrolmentEvaluations ("get_enrolment_evaluations") => roles [Association];
    HandInEvaluation ("hand_in_evaluation") => roles [Association];
    ViewEvaluationLink ("view_evaluation_link") => public;
    EvaluateByLink ("evaluate_by_link") => public;
}

/// What evaluations are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{CourseEvaluation, CourseJudgement, CourseUse, EvaluationRound, Frequency, ToolUse};
    pub use super::store::{AnswerRow, ReceiptRow, note_request, put_answers, put_receipts};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "evaluations", permissions: PERMISSIONS, routes: http::routes };
