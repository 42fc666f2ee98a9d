use super::wire::{
    Exam, ExamAnswersInput, ExamAttempt, ExamAttemptId, ExamAttemptInput, ExamAttemptList, ExamHandIn, ExamId, ExamInput, ExamList,
    ExamReceipt, ExamStatistics,
};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::{IfMatch, IfMatchGiven};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::Id as CohortId;
use actix_web::{delete, get, patch, post};
use ops::ATTEMPT;

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_exams)
        .service(create_exam)
        .service(get_exam)
        .service(update_exam)
        .service(delete_exam)
        .service(publish_exam)
        .service(get_exam_statistics)
        .service(list_exam_attempts)
        .service(begin_exam_attempt)
        .service(get_exam_attempt)
        .service(save_exam_answers)
        .service(hand_in_exam_attempt);
}

fn shown(exam: &Exam) -> Result<Answer> {
    Ok(Answer::ok(exam)?.version(ops::view::tag(exam)))
}

/// The tests of a cohort: published ones for those who have to do with it, drafts for those who run and teach it.
#[utoipa::path(operation_id = "list_exams", tag = "exams", params(("id" = CohortId, Path)), responses((status = 200, body = ExamList)))]
#[get("/api/v1/cohorts/{id}/exams")]
async fn list_exams(caller: Allowed<may::ListExams>, id: Id<CohortId>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::view::list(tx, id.0)).await?)
}

/// Enters a test before or after the course as a draft.
#[utoipa::path(operation_id = "create_exam", tag = "exams", params(("id" = CohortId, Path)), request_body = ExamInput, responses((status = 201, body = Exam)))]
#[post("/api/v1/cohorts/{id}/exams")]
async fn create_exam(caller: Allowed<may::CreateExam>, id: Id<CohortId>, body: Body<ExamInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let exam = ops::rows::create(tx, id.0, &body.value)?;
            Ok(Answer::created(format!("/api/v1/exams/{}", exam.id), &exam)?.version(ops::view::tag(&exam)))
        })
        .await
}

/// One test: when it opens and closes, how long it takes, how many questions it has.
#[utoipa::path(operation_id = "get_exam", tag = "exams", params(("id" = ExamId, Path)), responses((status = 200, body = Exam)))]
#[get("/api/v1/exams/{id}")]
async fn get_exam(caller: Allowed<may::GetExam>, id: Id<ExamId>) -> Result<Answer> {
    shown(&caller.read(move |tx| ops::view::get(tx, id.0)).await?)
}

/// Changes a draft; the end of a published test can be put off.
#[utoipa::path(operation_id = "update_exam", tag = "exams", params(("id" = ExamId, Path)),
    request_body(content = ExamInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = Exam)))]
#[patch("/api/v1/exams/{id}")]
async fn update_exam(caller: Allowed<may::UpdateExam>, id: Id<ExamId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::rows::update(tx, id.0, expected, &patch)).await?)
}

/// Deletes a draft.
#[utoipa::path(operation_id = "delete_exam", tag = "exams", params(("id" = ExamId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/exams/{id}")]
async fn delete_exam(caller: Allowed<may::DeleteExam>, id: Id<ExamId>, expected: IfMatchGiven) -> Result<Answer> {
    caller.write(move |tx| ops::rows::delete(tx, id.0, expected.0)).await?;
    Ok(Answer::no_content())
}

/// Fixes the questions as they are now and publishes the test.
#[utoipa::path(operation_id = "publish_exam", tag = "exams", params(("id" = ExamId, Path)), responses((status = 200, body = Exam)))]
#[post("/api/v1/exams/{id}/publication")]
async fn publish_exam(caller: Allowed<may::PublishExam>, id: Id<ExamId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::rows::publish(tx, id.0)?)).await
}

/// How hard and how telling each question was, and what was gained from the test before to the test after.
#[utoipa::path(operation_id = "get_exam_statistics", tag = "exams", params(("id" = ExamId, Path)), responses((status = 200, body = ExamStatistics)))]
#[get("/api/v1/exams/{id}/statistics")]
async fn get_exam_statistics(caller: Allowed<may::GetExamStatistics>, id: Id<ExamId>) -> Result<Answer> {
    let statistics = caller.read(move |tx| ops::marks::of(tx, id.0)).await?;
    caller.note_reading((ATTEMPT, id.0.to_string()));
    Ok(Answer::ok(&statistics)?.version_of_content())
}

/// Every participant the caller may know of, with what they sat and scored.
#[utoipa::path(operation_id = "list_exam_attempts", tag = "exams", params(("id" = ExamId, Path)), responses((status = 200, body = ExamAttemptList)))]
#[get("/api/v1/exams/{id}/attempts")]
async fn list_exam_attempts(caller: Allowed<may::ListExamAttempts>, id: Id<ExamId>) -> Result<Answer> {
    let list = caller.read(move |tx| ops::attempts::list(tx, id.0)).await?;
    let read: Vec<String> = list.items.iter().map(|item| item.enrolment_id.to_string()).collect();
    caller.note_list(ATTEMPT, &read)?;
    Answer::ok(&list)
}

/// Begins a participant's attempt and draws the paper. Sent again, it gives the same attempt with the answers so far and the seconds left: so one resumes after a lost connection.
#[utoipa::path(operation_id = "begin_exam_attempt", tag = "exams", params(("id" = ExamId, Path)), request_body = ExamAttemptInput,
    responses((status = 201, body = ExamAttempt), (status = 200, body = ExamAttempt)))]
#[post("/api/v1/exams/{id}/attempts")]
async fn begin_exam_attempt(caller: Allowed<may::BeginExamAttempt>, id: Id<ExamId>, body: Body<ExamAttemptInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let (attempt, new) = ops::attempts::begin(tx, id.0, body.value.enrolment_id)?;
            match new {
                true => Answer::created(format!("/api/v1/exam-attempts/{}", attempt.id), &attempt),
                false => Answer::ok(&attempt),
            }
        })
        .await
}

/// One attempt: the paper, the answers so far, the seconds left; once it is over, what it earned.
#[utoipa::path(operation_id = "get_exam_attempt", tag = "exams", params(("id" = ExamAttemptId, Path)), responses((status = 200, body = ExamAttempt)))]
#[get("/api/v1/exam-attempts/{id}")]
async fn get_exam_attempt(caller: Allowed<may::GetExamAttempt>, id: Id<ExamAttemptId>) -> Result<Answer> {
    let attempt = caller.read(move |tx| ops::attempts::get(tx, id.0)).await?;
    caller.note_reading((ATTEMPT, id.0.to_string()));
    Ok(Answer::ok(&attempt)?.version_of_content())
}

/// Saves answers, one or more: the highest counter of each question wins, so that they may come late, twice or from two devices without anything lost or doubled.
#[utoipa::path(operation_id = "save_exam_answers", tag = "exams", params(("id" = ExamAttemptId, Path)), request_body = ExamAnswersInput, responses((status = 200, body = ExamReceipt)))]
#[post("/api/v1/exam-attempts/{id}/answers")]
async fn save_exam_answers(caller: Allowed<may::SaveExamAnswers>, id: Id<ExamAttemptId>, body: Body<ExamAnswersInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&ops::attempts::save(tx, id.0, body.value.answers)?)).await
}

/// Hands an attempt in, with what was not saved yet. Twice is once; nobody has to: at the deadline what was saved counts.
#[utoipa::path(operation_id = "hand_in_exam_attempt", tag = "exams", params(("id" = ExamAttemptId, Path)), request_body = ExamHandIn, responses((status = 200, body = ExamReceipt)))]
#[post("/api/v1/exam-attempts/{id}/submission")]
async fn hand_in_exam_attempt(caller: Allowed<may::HandInExamAttempt>, id: Id<ExamAttemptId>, body: Body<ExamHandIn>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&ops::attempts::hand_in(tx, id.0, body.value.answers)?)).await
}
