use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use crate::resources::accounts::model::login::Login;
use crate::resources::accounts::model::throttle::{ACCOUNT, ADDRESS, Attempts, LETTERS, LETTERS_FROM_ADDRESS, Limit};
use crate::resources::accounts::store::attempts::{self, Subject};

/// Slows down those who try again and again: an account (the same for one that does not exist) and an address.
#[derive(Clone)]
pub struct Gate(Vec<(Subject, Limit)>);

/// A gate that is held: attempts at the same moment wait for each other.
pub struct Held(Vec<(Subject, Limit, Attempts)>);

fn name(login: &Login, typed: &str) -> String {
    match login {
        Login::Email(known) | Login::Phone(known) => known.clone(),
        Login::Neither => typed.trim().to_lowercase(),
    }
}

impl Gate {
    /// Before a password.
    pub fn sign_in(login: &Login, typed: &str, address: &str) -> Self {
        Self(vec![(Subject::new("account", &name(login, typed)), ACCOUNT), (Subject::new("address", address), ADDRESS)])
    }
    /// Before a letter to an account.
    pub fn letters(login: &Login, typed: &str) -> Self {
        Self(vec![(Subject::new("letters", &name(login, typed)), LETTERS)])
    }
    /// Before a letter asked for from an address.
    pub fn letters_from(address: &str) -> Self {
        Self(vec![(Subject::new("letters-from", address), LETTERS_FROM_ADDRESS)])
    }
    /// Before the password of somebody who is signed in.
    pub fn proof(person: PersonId) -> Self {
        Self(vec![(Subject::new("proof", &person.to_string()), ACCOUNT)])
    }

    /// Fine when nobody has to wait.
    ///
    /// # Errors
    /// `throttled`.
    pub fn check(&self, conn: &mut AnyConnection, now: Instant) -> Result<()> {
        for (subject, _) in &self.0 {
            if let Some(seconds) = attempts::find(conn, subject)?.and_then(|so_far| so_far.wait(now)) {
                return Err(Error::new(Kind::Throttled).retry_after(seconds));
            }
        }
        Ok(())
    }

    /// Holds the gate in a write transaction.
    ///
    /// # Errors
    /// `throttled`.
    pub fn hold(&self, conn: &mut AnyConnection, now: Instant) -> Result<Held> {
        let mut held = Vec::with_capacity(self.0.len());
        for (subject, limit) in &self.0 {
            let so_far = attempts::hold(conn, subject, now)?;
            if let Some(seconds) = so_far.wait(now) {
                return Err(Error::new(Kind::Throttled).retry_after(seconds));
            }
            held.push((subject.clone(), *limit, so_far));
        }
        Ok(Held(held))
    }

    /// Forgets the attempts on the account.
    pub fn forget(&self, conn: &mut AnyConnection) -> Result<()> {
        match self.0.first() {
            Some((account, _)) => attempts::forget(conn, account),
            None => Ok(()),
        }
    }
}

impl Held {
    /// The attempt was wrong.
    pub fn fail(self, conn: &mut AnyConnection, now: Instant) -> Result<()> {
        for (subject, limit, so_far) in self.0 {
            attempts::fail(conn, &subject, so_far, limit, now)?;
        }
        Ok(())
    }
    /// The attempt was right: the account starts afresh, the address does not, or one's own account would open it for
    /// guesses at others.
    pub fn pass(self, conn: &mut AnyConnection) -> Result<()> {
        match self.0.first() {
            Some((account, ..)) => attempts::forget(conn, account),
            None => Ok(()),
        }
    }
}
