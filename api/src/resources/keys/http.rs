use super::wire::{Key, KeyInput};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::page::{List, Page, Unfiltered};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::KeyId;
use actix_web::{delete, get, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes.service(list_keys).service(create_key).service(revoke_key);
}

/// The keys of the body one acts for, newest first; an administrator sees everybody's.
#[utoipa::path(operation_id = "list_keys", tag = "keys", params(Unfiltered), responses((status = 200, body = Page<Key>)))]
#[get("/api/v1/keys")]
async fn list_keys(caller: Allowed<may::ListKeys>, list: List<Unfiltered>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// Makes a key for the body one acts for. It is shown in this answer and never again.
#[utoipa::path(operation_id = "create_key", tag = "keys", request_body = KeyInput, responses((status = 201, body = Key)))]
#[post("/api/v1/keys")]
async fn create_key(caller: Allowed<may::CreateKey>, body: Body<KeyInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Ok(Answer::created("/api/v1/keys".to_owned(), &ops::create(tx, body.value)?)?.secret())).await
}

/// Revokes a key: it does nothing from now on.
#[utoipa::path(operation_id = "revoke_key", tag = "keys", params(("id" = KeyId, Path)), responses((status = 204), (status = 409)))]
#[delete("/api/v1/keys/{id}")]
async fn revoke_key(caller: Allowed<may::RevokeKey>, id: Id<KeyId>) -> Result<Answer> {
    caller.write(move |tx| ops::revoke(tx, id.0)).await?;
    Ok(Answer::no_content())
}
