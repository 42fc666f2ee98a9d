use super::PERSON;
use super::gate::Gate;
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Allowed;
use crate::kernel::access::password::Verdict;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::accounts::may;
use crate::resources::accounts::model::login::check_password;
use crate::resources::accounts::store::{people, sessions};
use crate::resources::accounts::wire::PasswordChange;

/// What became of a password that was typed.
#[derive(Clone)]
pub enum Checked {
    /// Not the password.
    Wrong,
    /// The password of this hash; and its hash with today's parameters, where the stored one has others.
    Right {
        /// The stored hash.
        stored: String,
        /// The hash to store instead.
        renewed: Option<String>,
    },
}

/// Checks a password away from any transaction; the same work for an account that does not exist.
pub async fn check(kernel: &Kernel, password: String, stored: Option<String>) -> Result<Checked> {
    kernel
        .blocking(move |kernel| {
            let verdict = kernel.passwords.verify(&password, stored.as_deref());
            Ok(match (verdict, stored) {
                (Verdict::Right, Some(stored)) => Checked::Right { stored, renewed: None },
                (Verdict::RightButOld, Some(stored)) => Checked::Right { stored, renewed: Some(kernel.passwords.hash(&password)?) },
                _ => Checked::Wrong,
            })
        })
        .await
}

/// Hashes a password away from any transaction.
pub async fn hash(kernel: &Kernel, password: String) -> Result<String> {
    kernel.blocking(move |kernel| kernel.passwords.hash(&password)).await
}

/// The refusal of a wrong password in a field.
pub fn wrong(pointer: &str) -> Error {
    Error::invalid(vec![FieldFault::new(pointer, Fault::Wrong)])
}

/// Changes one's password; other sessions end.
pub async fn change(caller: Allowed<may::ChangePassword>, input: PasswordChange) -> Result<()> {
    let mut faults = Faults::default();
    check_password(&input.new_password, "/new_password", &mut faults);
    faults.finish()?;
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
    let checked = check(&kernel, input.current_password, person.password_hash).await?;
    let new = match checked {
        Checked::Wrong => None,
        Checked::Right { .. } => Some(hash(&kernel, input.new_password).await?),
    };
    caller
        .write(move |tx| {
            let now = tx.now;
            let held = match gate.hold(tx.conn, now) {
                Ok(held) => held,
                Err(error) => return Ok(Err(error)),
            };
            let mut person = people::find(tx.conn, id)?;
            let (Checked::Right { stored, .. }, Some(new)) = (checked, new) else {
                held.fail(tx.conn, now)?;
                return Ok(Err(wrong("/current_password")));
            };
            if person.password_hash.as_ref() != Some(&stored) {
                return Ok(Err(wrong("/current_password")));
            }
            held.pass(tx.conn)?;
            person.password_hash = Some(new);
            person.save(tx.conn, now)?;
            let session = tx.session()?;
            sessions::end_all(tx.conn, id, Some(session), now)?;
            tx.audit((PERSON, &id.to_string()), None, Some(&serde_json::json!({ "password": "changed" })))?;
            Ok(Ok(()))
        })
        .await?
}
