use super::client::Browser;
use crate::kernel::access::allowed::{Allowed, Public};
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, NoBody};
use crate::kernel::http::page::Page;
use crate::kernel::http::path::Id;
use crate::kernel::ids::SessionId;
use crate::resources::accounts::may;
use crate::resources::accounts::ops::{resets, sessions, sign_in as signing, signing_keys};
use crate::resources::accounts::wire::{ActingRole, NewPassword, OpenSession, PasswordResetRequest, Session, SignIn};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, delete, get, post, web};

/// Signs in with e-mail address or telephone number and password. The refresh token comes in a cookie.
#[utoipa::path(operation_id = "sign_in", tag = "accounts", request_body = SignIn, extensions(("x-sets-cookie" = json!(true))),
    responses((status = 201, body = Session), (status = 429)))]
#[post("/api/v1/auth/session")]
pub async fn sign_in(public: Public<may::SignIn>, browser: Browser, body: Body<SignIn>) -> Result<HttpResponse> {
    let signed = signing::sign_in(public, body.value, browser.client.clone()).await?;
    browser.keep(Answer::created("/api/v1/me".to_owned(), &signed.session)?.secret(), &signed)
}

/// A new access token against the cookie, which is replaced. A cookie used twice ends the session.
#[utoipa::path(operation_id = "refresh_session", tag = "accounts", extensions(("x-sets-cookie" = json!(true))), responses((status = 200, body = Session)))]
#[post("/api/v1/auth/session/refresh")]
pub async fn refresh_session(public: Public<may::RefreshSession>, browser: Browser) -> Result<HttpResponse> {
    let signed = sessions::refresh(public, browser.refresh.clone()).await?;
    browser.keep(Answer::ok(&signed.session)?.secret(), &signed)
}

/// Ends this session.
#[utoipa::path(operation_id = "sign_out", tag = "accounts", extensions(("x-sets-cookie" = json!(true))), responses((status = 204)))]
#[delete("/api/v1/auth/session")]
pub async fn sign_out(caller: Allowed<may::SignOut>, browser: Browser) -> Result<HttpResponse> {
    caller.write(sessions::end_this).await?;
    browser.forget(Answer::no_content())
}

/// Ends every session.
#[utoipa::path(operation_id = "sign_out_everywhere", tag = "accounts", extensions(("x-sets-cookie" = json!(true))), responses((status = 204)))]
#[delete("/api/v1/auth/sessions")]
pub async fn sign_out_everywhere(caller: Allowed<may::SignOutEverywhere>, browser: Browser) -> Result<HttpResponse> {
    caller.write(sessions::end_everywhere).await?;
    browser.forget(Answer::no_content())
}

/// The browsers one is signed in with.
#[utoipa::path(operation_id = "list_sessions", tag = "accounts", responses((status = 200, body = Page<OpenSession>)))]
#[get("/api/v1/auth/sessions")]
pub async fn list_sessions(caller: Allowed<may::ListSessions>) -> Result<Answer> {
    Answer::page(&Page::whole(caller.read(sessions::list).await?))
}

/// Ends one of one's sessions.
#[utoipa::path(operation_id = "end_session", tag = "accounts", params(("id" = SessionId, Path)), responses((status = 204)))]
#[delete("/api/v1/auth/sessions/{id}")]
pub async fn end_session(caller: Allowed<may::EndSession>, id: Id<SessionId>) -> Result<Answer> {
    caller.write(move |tx| sessions::end(tx, id.0)).await?;
    Ok(Answer::no_content())
}

/// Acts in another of one's roles from now on: a new access token.
#[utoipa::path(operation_id = "choose_acting_role", tag = "accounts", request_body = ActingRole, responses((status = 200, body = Session), (status = 404)))]
#[post("/api/v1/auth/acting-body")]
pub async fn choose_acting_role(caller: Allowed<may::ChooseActingRole>, body: Body<ActingRole>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Ok(Answer::ok(&sessions::choose(tx, body.value.grant_id)?)?.secret())).await
}

/// Sends a link to choose a new password. The answer is the same whether there is such an account or not.
#[utoipa::path(operation_id = "request_password_reset", tag = "accounts", request_body = PasswordResetRequest,
    responses((status = 202, description = "If there is such an account, a link is on its way."), (status = 429)))]
#[post("/api/v1/auth/password-resets")]
pub async fn request_password_reset(
    public: Public<may::RequestPasswordReset>,
    browser: Browser,
    body: Body<PasswordResetRequest>,
) -> Result<Answer> {
    let client = browser.client;
    public
        .write_once(body.once, move |tx| {
            resets::request(tx, &body.value.login, &client)?;
            Ok(Answer { status: StatusCode::ACCEPTED.as_u16(), ..Answer::no_content() })
        })
        .await
}

/// Sets a new password against a link; every session ends.
#[utoipa::path(operation_id = "reset_password", tag = "accounts", params(("token" = String, Path, description = "From the link")),
    request_body = NewPassword, responses((status = 204), (status = 410)))]
#[post("/api/v1/auth/password-resets/{token}")]
pub async fn reset_password(public: Public<may::ResetPassword>, token: web::Path<String>, body: Body<NewPassword>) -> Result<Answer> {
    resets::reset(public, token.into_inner(), body.value.password, body.once).await
}

/// Signs with a new key from now on; nobody is signed out.
#[utoipa::path(operation_id = "rotate_signing_key", tag = "accounts", responses((status = 204)))]
#[post("/api/v1/auth/signing-keys")]
pub async fn rotate_signing_key(caller: Allowed<may::RotateSigningKey>, body: NoBody) -> Result<Answer> {
    signing_keys::rotate(caller, body.0).await
}
