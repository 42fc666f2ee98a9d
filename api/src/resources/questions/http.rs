use super::wire::{BankQuestion, BankQuestionSummary, QuestionId, QuestionInput, QuestionQuery};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use actix_web::{get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_questions).service(create_question).service(get_question).service(update_question).service(archive_question);
}

fn shown(question: &BankQuestion) -> Result<Answer> {
    Ok(Answer::ok(question)?.version(question.version))
}

/// The bank of questions: shared ones, those of the caller's institution, and for a trainer those of whoever organises what they teach.
#[utoipa::path(operation_id = "list_questions", tag = "questions", params(QuestionQuery), responses((status = 200, body = Page<BankQuestionSummary>)))]
#[get("/api/v1/questions")]
async fn list_questions(caller: Allowed<may::ListQuestions>, list: List<QuestionQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// Enters a question: of the caller's institution, or shared with all when the ministry, a national body or a trainer writes it.
#[utoipa::path(operation_id = "create_question", tag = "questions", request_body = QuestionInput, responses((status = 201, body = BankQuestion)))]
#[post("/api/v1/questions")]
async fn create_question(caller: Allowed<may::CreateQuestion>, body: Body<QuestionInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let question = ops::create(tx, &body.value)?;
            Ok(Answer::created(format!("/api/v1/questions/{}", question.id), &question)?.version(question.version))
        })
        .await
}

/// One question, with its key.
#[utoipa::path(operation_id = "get_question", tag = "questions", params(("id" = QuestionId, Path)), responses((status = 200, body = BankQuestion)))]
#[get("/api/v1/questions/{id}")]
async fn get_question(caller: Allowed<may::GetQuestion>, id: Id<QuestionId>) -> Result<Answer> {
    shown(&caller.read(move |tx| ops::get(tx, id.0)).await?)
}

/// Changes a question; published tests keep it as it was.
#[utoipa::path(operation_id = "update_question", tag = "questions", params(("id" = QuestionId, Path)),
    request_body(content = QuestionInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = BankQuestion)))]
#[patch("/api/v1/questions/{id}")]
async fn update_question(caller: Allowed<may::UpdateQuestion>, id: Id<QuestionId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::update(tx, id.0, expected, &patch)).await?)
}

/// Puts a question away; published tests keep it.
#[utoipa::path(operation_id = "archive_question", tag = "questions", params(("id" = QuestionId, Path)), responses((status = 200, body = BankQuestion)))]
#[post("/api/v1/questions/{id}/archive")]
async fn archive_question(caller: Allowed<may::ArchiveQuestion>, id: Id<QuestionId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| shown(&ops::archive(tx, id.0)?)).await
}
