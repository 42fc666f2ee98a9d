use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch, NoBody};
use crate::kernel::http::etag::{self, IfMatch};
use crate::resources::accounts::may;
use crate::resources::accounts::ops::{me, passwords, second_factor};
use crate::resources::accounts::wire::{Me, MeInput, PasswordChange, PasswordProof, RecoveryCodes, SecondFactorCode, SecondFactorStart};
use actix_web::{delete, get, patch, post, put};

/// Version of the account, and what else of the answer may change: roles come and go without a change of the person.
fn tagged(me: &Me) -> Result<Answer> {
    let answer = Answer::ok(me)?;
    let content = etag::of_content(&answer.body);
    Ok(answer.version(format!("{}-{content}", me.version)))
}

/// Who is signed in.
#[utoipa::path(operation_id = "get_me", tag = "accounts", responses((status = 200, body = Me)))]
#[get("/api/v1/me")]
pub async fn get_me(caller: Allowed<may::GetMe>) -> Result<Answer> {
    tagged(&caller.read(me::get).await?)
}

/// Changes one's own name or language.
#[utoipa::path(operation_id = "amend_me", tag = "accounts", request_body(content = MeInput, content_type = "application/merge-patch+json"),
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Me)))]
#[patch("/api/v1/me")]
pub async fn amend_me(caller: Allowed<may::AmendMe>, expected: IfMatch, patch: MergePatch) -> Result<Answer> {
    tagged(&caller.write(move |tx| me::amend(tx, expected, &patch)).await?)
}

/// Changes one's password; other sessions end.
#[utoipa::path(operation_id = "change_password", tag = "accounts", request_body = PasswordChange, responses((status = 204), (status = 429)))]
#[put("/api/v1/me/password")]
pub async fn change_password(caller: Allowed<may::ChangePassword>, body: Body<PasswordChange>) -> Result<Answer> {
    passwords::change(caller, body.value).await?;
    Ok(Answer::no_content())
}

/// Makes a second factor, to be confirmed with a first code.
#[utoipa::path(operation_id = "start_second_factor", tag = "accounts", responses((status = 200, body = SecondFactorStart)))]
#[post("/api/v1/me/second-factor")]
pub async fn start_second_factor(caller: Allowed<may::StartSecondFactor>, body: NoBody) -> Result<Answer> {
    caller.write_once(body.0, |tx| Ok(Answer::ok(&second_factor::start(tx)?)?.secret())).await
}

/// Turns the second factor on; the recovery codes are shown once.
#[utoipa::path(operation_id = "confirm_second_factor", tag = "accounts", request_body = SecondFactorCode, responses((status = 200, body = RecoveryCodes)))]
#[post("/api/v1/me/second-factor/confirmation")]
pub async fn confirm_second_factor(caller: Allowed<may::ConfirmSecondFactor>, body: Body<SecondFactorCode>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Ok(Answer::ok(&second_factor::confirm(tx, &body.value.code)?)?.secret())).await
}

/// Turns the second factor off, against the password.
#[utoipa::path(operation_id = "remove_second_factor", tag = "accounts", request_body = PasswordProof, responses((status = 204), (status = 429)))]
#[delete("/api/v1/me/second-factor")]
pub async fn remove_second_factor(caller: Allowed<may::RemoveSecondFactor>, body: Body<PasswordProof>) -> Result<Answer> {
    second_factor::remove(caller, body.value).await?;
    Ok(Answer::no_content())
}
