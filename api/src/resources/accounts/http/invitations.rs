use super::client::Browser;
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::resources::accounts::may;
use crate::resources::accounts::ops::invitations as ops;
use crate::resources::accounts::wire::{Acceptance, Invitation, InvitationId, InvitationInput, InvitationQuery, InvitationView, Session};
use actix_web::{HttpResponse, get, post, web};

/// The invitations into bodies one may invite into, newest first.
#[utoipa::path(operation_id = "list_invitations", tag = "accounts", params(InvitationQuery), responses((status = 200, body = Page<Invitation>)))]
#[get("/api/v1/invitations")]
pub async fn list_invitations(caller: Allowed<may::ListInvitations>, list: List<InvitationQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| ops::list(tx, &list)).await?)
}

/// Invites somebody to a role by a link that works once.
#[utoipa::path(operation_id = "invite", tag = "accounts", request_body = InvitationInput, responses((status = 201, body = Invitation)))]
#[post("/api/v1/invitations")]
pub async fn invite(caller: Allowed<may::Invite>, body: Body<InvitationInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let invitation = ops::invite(tx, &body.value)?;
            Ok(Answer::created("/api/v1/invitations".to_owned(), &invitation)?.secret())
        })
        .await
}

/// Withdraws an invitation.
#[utoipa::path(operation_id = "revoke_invitation", tag = "accounts", params(("id" = InvitationId, Path)), responses((status = 204)))]
#[post("/api/v1/invitations/{id}/revocation")]
pub async fn revoke_invitation(caller: Allowed<may::RevokeInvitation>, id: Id<InvitationId>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, move |tx| ops::revoke(tx, id.0).map(|()| Answer::no_content())).await
}

/// What the holder of a link is invited to.
#[utoipa::path(operation_id = "view_invitation", tag = "accounts", params(("token" = String, Path, description = "From the link")),
    responses((status = 200, body = InvitationView), (status = 410)))]
#[get("/api/v1/invitations/{token}")]
pub async fn view_invitation(public: Public<may::ViewInvitation>, token: web::Path<String>) -> Result<Answer> {
    Ok(Answer::ok(&public.read(move |tx| ops::look(tx, &token)).await?)?.secret())
}

/// Accepts an invitation and signs in: with a new password, or with that of the account there is already.
#[utoipa::path(operation_id = "accept_invitation", tag = "accounts", params(("token" = String, Path, description = "From the link")),
    request_body = Acceptance, extensions(("x-sets-cookie" = json!(true))), responses((status = 201, body = Session), (status = 410), (status = 429)))]
#[post("/api/v1/invitations/{token}/acceptance")]
pub async fn accept_invitation(
    public: Public<may::AcceptInvitation>,
    token: web::Path<String>,
    browser: Browser,
    body: Body<Acceptance>,
) -> Result<HttpResponse> {
    let signed = ops::accept(public, token.into_inner(), body.value, browser.client.clone()).await?;
    browser.keep(Answer::created("/api/v1/me".to_owned(), &signed.session)?.secret(), &signed)
}
