use super::wire::TrainingTask;
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::page::Page;
use crate::kernel::http::routes::Routes;
use actix_web::get;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_training_tasks);
}

/// What is to be done for the cohorts the participants of the caller's association are in, soonest first; what has no last moment comes last.
#[utoipa::path(operation_id = "list_training_tasks", tag = "training_tasks", responses((status = 200, body = Page<TrainingTask>)))]
#[get("/api/v1/training-tasks")]
async fn list_training_tasks(caller: Allowed<may::ListTrainingTasks>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(ops::list).await?))
}
