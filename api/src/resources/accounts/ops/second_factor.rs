use super::PERSON;
use super::gate::Gate;
use super::passwords::{self, Checked};
use crate::kernel::access::allowed::{Allowed, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use crate::resources::accounts::may;
use crate::resources::accounts::model::second_factor::{enrolment, new_recovery_codes, new_secret, recovery_digest, step_of};
use crate::resources::accounts::store::{factors, people};
use crate::resources::accounts::wire::{PasswordProof, RecoveryCodes, SecondFactorStart};

fn enrolled_already() -> Error {
    Error::say(
        Kind::WrongState,
        "التحقق بخطوتين مفعّل، أوقفه أولا لتغييره.",
        "Le second facteur est actif : désactivez-le d’abord.",
        "The second factor is on: remove it first.",
    )
}

/// Makes a secret that counts once a code of it has been given.
pub fn start(tx: &mut Write<'_>) -> Result<SecondFactorStart> {
    let now = tx.now;
    let id = tx.person()?;
    let mut person = people::find(tx.conn, id)?;
    if person.second_factor() {
        return Err(enrolled_already());
    }
    let secret = new_secret()?;
    let account = person.email.as_deref().or(person.phone.as_deref()).unwrap_or(&person.name);
    let shown = enrolment(&secret, account)?;
    person.totp_sealed = Some(tx.kernel.sealer.seal(&secret)?);
    person.totp_last_step = None;
    person.save(tx.conn, now)?;
    Ok(SecondFactorStart { secret: shown.secret, otpauth_uri: shown.uri, qr_svg: shown.qr_svg })
}

/// Turns the second factor on.
pub fn confirm(tx: &mut Write<'_>, code: &str) -> Result<RecoveryCodes> {
    let now = tx.now;
    let id = tx.person()?;
    let mut person = people::find(tx.conn, id)?;
    if person.second_factor() {
        return Err(enrolled_already());
    }
    let Some(sealed) = &person.totp_sealed else {
        return Err(Error::say(
            Kind::WrongState,
            "اطلب رمز التفعيل أولا.",
            "Demandez d’abord le code d’activation.",
            "Ask for the secret first.",
        ));
    };
    let secret = tx.kernel.sealer.open(sealed)?;
    let step = step_of(&secret, code, person.totp_last_step, now)?.ok_or_else(|| passwords::wrong("/code"))?;
    person.totp_confirmed_at = Some(now);
    person.totp_last_step = Some(step);
    person.save(tx.conn, now)?;
    let recovery_codes = new_recovery_codes()?;
    let digests: Vec<Vec<u8>> = recovery_codes.iter().map(|code| recovery_digest(code)).collect();
    factors::replace_codes(tx.conn, person.id, &digests)?;
    tx.audit((PERSON, &person.id.to_string()), None, Some(&serde_json::json!({ "second_factor": "on" })))?;
    Ok(RecoveryCodes { recovery_codes })
}

/// Turns a person's second factor off.
///
/// # Errors
/// `not_found`.
pub fn forget(tx: &mut Write<'_>, id: PersonId) -> Result<()> {
    let now = tx.now;
    let mut person = people::find(tx.conn, id)?;
    person.totp_sealed = None;
    person.totp_confirmed_at = None;
    person.totp_last_step = None;
    person.save(tx.conn, now)?;
    factors::replace_codes(tx.conn, id, &[])?;
    tx.audit((PERSON, &id.to_string()), None, Some(&serde_json::json!({ "second_factor": "off" })))
}

/// Turns one's own second factor off, against the password.
pub async fn remove(caller: Allowed<may::RemoveSecondFactor>, input: PasswordProof) -> Result<()> {
    let kernel = caller.kernel();
    let id = caller.caller().and_then(crate::kernel::access::Caller::person).ok_or_else(|| Error::new(Kind::Forbidden))?;
    let gate = Gate::proof(id);
    let early = gate.clone();
    let person = caller
        .clone()
        .read(move |tx| {
            early.check(tx.conn, tx.now)?;
            people::find(tx.conn, id)
        })
        .await?;
    let checked = passwords::check(&kernel, input.password, person.password_hash).await?;
    caller
        .write(move |tx| {
            let now = tx.now;
            let held = match gate.hold(tx.conn, now) {
                Ok(held) => held,
                Err(error) => return Ok(Err(error)),
            };
            if matches!(checked, Checked::Wrong) {
                held.fail(tx.conn, now)?;
                return Ok(Err(passwords::wrong("/password")));
            }
            held.pass(tx.conn)?;
            forget(tx, id).map(Ok)
        })
        .await?
}
