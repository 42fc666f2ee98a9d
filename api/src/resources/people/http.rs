use super::wire::{Person, PersonInput, PersonQuery};
use super::{may, ops};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{self, IfMatch};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::{Id, part};
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::{GrantId, PersonId};
use crate::resources::accounts::{Grant, GrantInput};
use actix_web::{HttpRequest, delete, get, patch, post};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_people)
        .service(get_person)
        .service(update_person)
        .service(add_grant)
        .service(withdraw_grant)
        .service(forget_second_factor)
        .service(end_person_sessions);
}

/// Version of the account, and what else of the answer may change: roles come and go without a change of the person.
fn tagged(person: &Person) -> Result<Answer> {
    let answer = Answer::ok(person)?;
    let content = etag::of_content(&answer.body);
    Ok(answer.version(format!("{}-{content}", person.version)))
}

/// The people with an account, by name.
#[utoipa::path(operation_id = "list_people", tag = "people", params(PersonQuery), responses((status = 200, body = Page<Person>)))]
#[get("/api/v1/people")]
async fn list_people(caller: Allowed<may::ListPeople>, list: List<PersonQuery>) -> Result<Answer> {
    Answer::page(&caller.write(move |tx| ops::list(tx, &list)).await?)
}

/// One person.
#[utoipa::path(operation_id = "get_person", tag = "people", params(("id" = PersonId, Path)), responses((status = 200, body = Person)))]
#[get("/api/v1/people/{id}")]
async fn get_person(caller: Allowed<may::GetPerson>, id: Id<PersonId>) -> Result<Answer> {
    tagged(&caller.write(move |tx| ops::get(tx, id.0)).await?)
}

/// Changes a person, closes or opens their account.
#[utoipa::path(operation_id = "update_person", tag = "people", params(("id" = PersonId, Path)),
    request_body(content = PersonInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))), responses((status = 200, body = Person)))]
#[patch("/api/v1/people/{id}")]
async fn update_person(caller: Allowed<may::UpdatePerson>, id: Id<PersonId>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    tagged(&caller.write(move |tx| ops::update(tx, id.0, expected, &patch)).await?)
}

/// Gives a person a role in a body.
#[utoipa::path(operation_id = "add_grant", tag = "people", params(("id" = PersonId, Path)), request_body = GrantInput, responses((status = 201, body = Grant)))]
#[post("/api/v1/people/{id}/grants")]
async fn add_grant(caller: Allowed<may::AddGrant>, id: Id<PersonId>, body: Body<GrantInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let grant = ops::add_grant(tx, id.0, &body.value)?;
            Answer::created(format!("/api/v1/people/{}", id.0), &grant)
        })
        .await
}

/// Withdraws a role: its holder writes nothing more with it.
#[utoipa::path(operation_id = "withdraw_grant", tag = "people", params(("id" = PersonId, Path), ("grant_id" = GrantId, Path)),
    responses((status = 204), (status = 409)))]
#[delete("/api/v1/people/{id}/grants/{grant_id}")]
async fn withdraw_grant(caller: Allowed<may::WithdrawGrant>, id: Id<PersonId>, request: HttpRequest) -> Result<Answer> {
    let grant: GrantId = part(&request, "grant_id")?;
    caller.write(move |tx| ops::withdraw_grant(tx, id.0, grant)).await?;
    Ok(Answer::no_content())
}

/// Turns off the second factor of somebody who has lost telephone and recovery codes.
#[utoipa::path(operation_id = "forget_second_factor", tag = "people", params(("id" = PersonId, Path)), responses((status = 204)))]
#[delete("/api/v1/people/{id}/second-factor")]
async fn forget_second_factor(caller: Allowed<may::ForgetSecondFactor>, id: Id<PersonId>) -> Result<Answer> {
    caller.write(move |tx| ops::forget_second_factor(tx, id.0)).await?;
    Ok(Answer::no_content())
}

/// Ends every session of a person.
#[utoipa::path(operation_id = "end_person_sessions", tag = "people", params(("id" = PersonId, Path)), responses((status = 204)))]
#[delete("/api/v1/people/{id}/sessions")]
async fn end_person_sessions(caller: Allowed<may::EndPersonSessions>, id: Id<PersonId>) -> Result<Answer> {
    caller.write(move |tx| ops::end_sessions(tx, id.0)).await?;
    Ok(Answer::no_content())
}
