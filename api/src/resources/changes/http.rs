use super::wire::{ChangeQuery, Feed};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::query::Query;
use crate::kernel::http::routes::Routes;
use actix_web::get;

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_changes);
}

/// What happened since a place in the feed, oldest first, to the associations one is in charge of and to what is everybody's. The answer
/// always says where to go on; a place is good for 90 days.
#[utoipa::path(operation_id = "list_changes", tag = "changes", params(ChangeQuery), responses((status = 200, body = Feed), (status = 410)))]
#[get("/api/v1/changes")]
async fn list_changes(caller: Allowed<may::ListChanges>, query: Query<ChangeQuery>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| ops::list(tx, &query.0)).await?)
}
