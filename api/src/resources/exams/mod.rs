//! Tests before and after a course: a paper drawn for each participant, answers kept one by one, resumed after a lost connection.
//!
//! The time is the server's. An attempt ends when it is handed in, or at its deadline; what was saved counts also when nobody hands it in. What was under way at
//! the deadline is taken for [`GRACE_SECONDS`] more. Nothing runs in the background: whoever looks sees it ended. Participants have no account: their association's acts.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{ExamId as Id, ExamKind as Kind, GRACE_SECONDS};
pub use ops::marks::{Sat, Test, open, sat, tests};

crate::permissions! {
    ListExams ("list_exams") => roles [Association, Trainer, Chamber, National, Ministry];
    CreateExam ("create_exam") => roles [Trainer, Chamber, National, Ministry];
    GetExam ("get_exam") => roles [Association, Trainer, Chamber, National, Ministry];
    UpdateExam ("update_exam") => roles [Trainer, Chamber, National, Ministry];
    DeleteExam ("delete_exam") => roles [Trainer, Chamber, National, Ministry];
    PublishExam ("publish_exam") => roles [Trainer, Chamber, National, Ministry];
    GetExamStatistics ("get_exam_statistics") => roles [Trainer, Chamber, National, Ministry];
    ListExamAttempts ("list_exam_attempts") => roles [Association, Trainer, Chamber, National, Ministry];
    BeginExamAttempt ("begin_exam_attempt") => roles [Association];
    GetExamAttempt ("get_exam_attempt") => roles [Association, Trainer, Chamber, National, Ministry];
    SaveExamAnswers ("save_exam_answers") => roles [Association];
    HandInExamAttempt ("hand_in_exam_attempt") => roles [Association];
}

/// What tests are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{ExamInput, ExamKind, ExamStatus, FrozenQuestion, KeptAnswer};
    pub use super::store::{AttemptRow, Row, insert, insert_attempts};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "exams", permissions: PERMISSIONS, routes: http::routes };
