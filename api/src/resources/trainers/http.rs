use super::wire::{TrainerProfile, TrainerQuery, TrainerView};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::PersonId;
use actix_web::{get, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_trainers).service(get_trainer).service(put_trainer);
}

fn shown(trainer: &TrainerView) -> Result<Answer> {
    Ok(Answer::ok(trainer)?.version(trainer.version))
}

/// The pool of trainers, by name.
#[utoipa::path(operation_id = "list_trainers", tag = "courses", params(TrainerQuery), responses((status = 200, body = Page<TrainerView>)))]
#[get("/api/v1/trainers")]
async fn list_trainers(caller: Allowed<may::ListTrainers>, list: List<TrainerQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// One trainer, with what they teach and in which languages.
#[utoipa::path(operation_id = "get_trainer", tag = "courses", params(("id" = PersonId, Path)), responses((status = 200, body = TrainerView)))]
#[get("/api/v1/trainers/{id}")]
async fn get_trainer(caller: Allowed<may::GetTrainer>, id: Id<PersonId>) -> Result<Answer> {
    shown(&caller.read(move |tx| ops::get(tx, id.0)).await?)
}

/// Says what a trainer teaches: the trainer alone, a national body or the ministry.
#[utoipa::path(operation_id = "put_trainer", tag = "courses", params(("id" = PersonId, Path)), request_body = TrainerProfile,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = TrainerView)))]
#[put("/api/v1/trainers/{id}")]
async fn put_trainer(caller: Allowed<may::PutTrainer>, id: Id<PersonId>, expected: IfMatch, body: Body<TrainerProfile>) -> Result<Answer> {
    shown(&caller.write(move |tx| ops::put(tx, id.0, expected, &body.value)).await?)
}
