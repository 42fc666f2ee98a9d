use super::PERSON;
use super::gate::Gate;
use super::passwords::{self, Checked};
use super::sessions::{self, SignedIn};
use crate::kernel::access::allowed::{Public, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::accounts::may;
use crate::resources::accounts::model::login::Login;
use crate::resources::accounts::model::second_factor::{recovery_digest, step_of};
use crate::resources::accounts::store::people::{self, Person};
use crate::resources::accounts::store::{factors, grants};
use crate::resources::accounts::wire::SignIn;

/// The browser that asks.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its address; one network for a whole IPv6 subscriber.
    pub address: String,
    /// What it calls itself.
    pub user_agent: String,
}

/// The second factor, as it was given.
#[derive(Clone, Default)]
pub struct Factor {
    /// Code of the application.
    pub otp: Option<String>,
    /// A recovery code.
    pub recovery_code: Option<String>,
}

/// What a second factor is worth.
pub enum Second {
    /// None is asked for, or it is right.
    Fine,
    /// It is still to be given.
    Missing,
    /// It is wrong, with the field.
    Wrong(&'static str),
}

impl Second {
    /// The refusal.
    pub fn refusal(&self) -> Error {
        let mut error = Error::new(Kind::SecondFactorRequired);
        if let Self::Wrong(pointer) = self {
            error.fields.push(FieldFault::new(*pointer, Fault::Wrong));
        }
        error
    }
}

/// Takes the second factor of a person: a code is worth nothing the second time.
pub fn second(tx: &mut Write<'_>, person: &Person, factor: &Factor) -> Result<Second> {
    let Some(sealed) = person.totp_sealed.as_ref().filter(|_| person.second_factor()) else { return Ok(Second::Fine) };
    let now = tx.now;
    if let Some(code) = &factor.recovery_code {
        let used = factors::use_code(tx.conn, person.id, &recovery_digest(code), now)?;
        return Ok(if used { Second::Fine } else { Second::Wrong("/recovery_code") });
    }
    let Some(code) = &factor.otp else { return Ok(Second::Missing) };
    let secret = tx.kernel.sealer.open(sealed)?;
    let taken = match step_of(&secret, code, person.totp_last_step, now)? {
        Some(step) => people::take_step(tx.conn, person.id, step)?,
        None => false,
    };
    Ok(if taken { Second::Fine } else { Second::Wrong("/otp") })
}

/// Signs somebody in.
pub async fn sign_in(public: Public<may::SignIn>, input: SignIn, client: Client) -> Result<SignedIn> {
    let login = Login::parse(&input.login);
    let gate = Gate::sign_in(&login, &input.login, &client.address);
    let early = gate.clone();
    let found = public
        .clone()
        .read(move |tx| {
            early.check(tx.conn, tx.now)?;
            people::by_login(tx.conn, &login)
        })
        .await?;
    let stored = found.as_ref().and_then(|person| person.password_hash.clone());
    let checked = passwords::check(&public.kernel(), input.password, stored).await?;
    let factor = Factor { otp: input.otp, recovery_code: input.recovery_code };
    // A refusal is written too, so it comes back as a value and the transaction commits.
    public
        .write(move |tx| {
            let now = tx.now;
            let held = match gate.hold(tx.conn, now) {
                Ok(held) => held,
                Err(error) => return Ok(Err(error)),
            };
            let person = match found {
                Some(person) => Some(people::find(tx.conn, person.id)?),
                None => None,
            };
            let (person, renewed) = match (person, checked) {
                (Some(person), Checked::Right { stored, renewed })
                    if person.disabled_at.is_none() && person.password_hash.as_ref() == Some(&stored) =>
                {
                    (person, renewed.map(|renewed| (stored, renewed)))
                }
                _ => {
                    held.fail(tx.conn, now)?;
                    return Ok(Err(Error::new(Kind::InvalidCredentials)));
                }
            };
            match second(tx, &person, &factor)? {
                Second::Fine => held.pass(tx.conn)?,
                missing @ Second::Missing => return Ok(Err(missing.refusal())),
                wrong @ Second::Wrong(_) => {
                    held.fail(tx.conn, now)?;
                    return Ok(Err(wrong.refusal()));
                }
            }
            if let Some((old, new)) = renewed {
                people::rehash(tx.conn, person.id, &old, &new)?;
            }
            let held = grants::held(tx.conn, &[person.id])?;
            let acting = match input.body_id {
                None => sessions::usual(tx.conn, person.id, &held, now)?,
                Some(body) => {
                    let chosen = held.iter().find(|grant| {
                        grant.institution_id.is_some_and(|id| id.0 == body) || grant.association_id.is_some_and(|id| id.0 == body)
                    });
                    match chosen {
                        Some(grant) => Some(*grant),
                        None => return Err(Error::invalid(vec![FieldFault::expecting("/body_id", Fault::NoSuch, body)])),
                    }
                }
            };
            let signed = sessions::open(tx, &person, held, acting, &client)?;
            tx.audit_of(person.id, (PERSON, &person.id.to_string()), &serde_json::json!({ "session": signed.session_id }))?;
            Ok(Ok(signed))
        })
        .await?
}
