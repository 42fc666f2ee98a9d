//! Finds out who is calling, once per request, before any handler: a token is checked in memory, a key in the database.

use super::permissions::Who;
use super::{Body, Caller, Identity, Role, secret, token};
use crate::kernel::Kernel;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, machine_keys, people, sessions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, KeyId};
use crate::kernel::problem::Kind;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{HttpMessage, HttpRequest};
use diesel::prelude::*;

/// What every key starts with, so that a leaked one is recognised by people and scanners.
pub const KEY_PREFIX: &str = "hirfa_";

/// The result of authentication, kept with the request.
#[derive(Debug, Clone)]
pub enum Authentication {
    /// No credentials were sent.
    Visitor,
    /// Valid credentials.
    Known(Box<Caller>),
    /// Credentials were sent and are not valid.
    Refused,
    /// The database could not be asked.
    Unavailable,
}

/// Reads the `Authorization` header and keeps the result with the request.
pub async fn authenticate(request: &HttpRequest, kernel: &Kernel) {
    let header = request.headers().get(AUTHORIZATION).map(|value| value.to_str().unwrap_or_default().to_owned());
    let outcome = match header {
        None => Authentication::Visitor,
        Some(header) => match header.split_once(' ') {
            Some((scheme, bearer)) if scheme.eq_ignore_ascii_case("bearer") => bearer_caller(kernel, bearer.trim().to_owned()).await,
            _ => Authentication::Refused,
        },
    };
    request.extensions_mut().insert(outcome);
}

async fn bearer_caller(kernel: &Kernel, bearer: String) -> Authentication {
    if !bearer.starts_with(KEY_PREFIX) {
        let known = |kernel: &Kernel| token::verify(&kernel.keyring, &kernel.config.public_url, &bearer, kernel.clock.now());
        // A token with a key id we have not seen may come from a replica that has just rotated.
        let unseen = token::key_id(&bearer).is_some_and(|id| kernel.keyring.find(&id).is_none());
        if unseen {
            let kernel = kernel.clone();
            let refreshed = kernel.blocking(|kernel| kernel.keyring.refresh(&kernel.db, &kernel.sealer)).await;
            if refreshed.is_err() {
                return Authentication::Unavailable;
            }
        }
        return known(kernel).map_or(Authentication::Refused, |caller| Authentication::Known(Box::new(caller)));
    }
    match kernel.blocking(move |kernel| machine(kernel, &bearer)).await {
        Ok(Some(caller)) => Authentication::Known(Box::new(caller)),
        Ok(None) => Authentication::Refused,
        Err(error) if error.kind == Kind::DatabaseUnavailable => Authentication::Unavailable,
        Err(error) => {
            tracing::error!(%error, "a key could not be checked");
            Authentication::Refused
        }
    }
}

type KeyRow = (KeyId, Option<InstitutionId>, Option<AssociationId>, Role, Json, chrono::NaiveDate, Option<Instant>, Option<Instant>);

fn machine(kernel: &Kernel, bearer: &str) -> Result<Option<Caller>> {
    let row: Option<KeyRow> = machine_keys::table
        .filter(machine_keys::hash.eq(secret::digest(bearer)))
        .select((
            machine_keys::id,
            machine_keys::institution_id,
            machine_keys::association_id,
            machine_keys::role,
            machine_keys::scopes,
            machine_keys::expires_on,
            machine_keys::revoked_at,
            machine_keys::last_used_at,
        ))
        .first(&mut *kernel.db.reader()?)
        .optional()?;
    let Some((id, institution, association, role, scopes, expires_on, revoked_at, last_used_at)) = row else { return Ok(None) };
    let now = kernel.clock.now();
    if revoked_at.is_some() || expires_on < now.day() {
        return Ok(None);
    }
    if last_used_at.is_none_or(|at| at.plus(chrono::Duration::minutes(1)) < now) {
        let used = || diesel::update(machine_keys::table.find(id)).set(machine_keys::last_used_at.eq(now));
        let noted = kernel.db.writer().and_then(|mut conn| Ok(used().execute(&mut *conn)?));
        if let Err(error) = noted {
            // Reading goes on while somebody writes for long; the next request notes it.
            tracing::debug!(%error, "the use of a key was not noted");
        }
    }
    Ok(Some(Caller {
        identity: Identity::Machine { key: id, scopes: scopes.read()? },
        role: Some(role),
        body: match (institution, association) {
            (Some(id), _) => Body::Institution(id),
            (None, Some(id)) => Body::Association(id),
            (None, None) => Body::None,
        },
    }))
}

/// Checks, inside a write transaction, that the caller still is what its token says: a withdrawn role, an ended session, a
/// disabled account and a revoked key stop writing at once. What everybody signed in may do, such as signing out, does not
/// ask for the role.
///
/// # Errors
/// `unauthenticated` or `forbidden`.
pub fn still_valid(conn: &mut AnyConnection, caller: &Caller, who: Who, now: Instant) -> Result<()> {
    match &caller.identity {
        Identity::Machine { key, .. } => {
            let alive: i64 = machine_keys::table
                .find(key)
                .filter(machine_keys::revoked_at.is_null())
                .filter(machine_keys::expires_on.ge(now.day()))
                .count()
                .get_result(conn)?;
            if alive == 0 { Err(Error::new(Kind::Unauthenticated)) } else { Ok(()) }
        }
        Identity::Person { person, session, grant, .. } => {
            let row: Option<(Option<Instant>, Option<Instant>)> = people::table
                .inner_join(sessions::table)
                .filter(people::id.eq(person))
                .filter(sessions::id.eq(session))
                .select((people::disabled_at, sessions::ended_at))
                .first(conn)
                .optional()?;
            match row {
                Some((None, None)) => {}
                _ => return Err(Error::new(Kind::Unauthenticated)),
            }
            if let Some(grant) = grant
                && who != Who::Person
            {
                let held: i64 = grants::table
                    .find(grant)
                    .filter(grants::person_id.eq(person))
                    .filter(grants::ended_at.is_null())
                    .count()
                    .get_result(conn)?;
                if held == 0 {
                    return Err(Error::say(
                        Kind::Forbidden,
                        "سُحبت صلاحيتك، سجل الدخول من جديد.",
                        "Votre rôle a été retiré : reconnectez-vous.",
                        "Your role was withdrawn: sign in again.",
                    ));
                }
            }
            Ok(())
        }
    }
}

/// Checks that whoever started work in the background still may have it done: the account is not disabled, the role not withdrawn, the key
/// not revoked. Signing out, and a key that has run out since, do not stop what was started before.
///
/// # Errors
/// `forbidden`.
pub fn still_entrusted(conn: &mut AnyConnection, caller: &Caller) -> Result<()> {
    let entrusted: i64 = match &caller.identity {
        Identity::Machine { key, .. } => {
            machine_keys::table.find(key).filter(machine_keys::revoked_at.is_null()).count().get_result(conn)?
        }
        Identity::Person { person, grant: None, .. } => {
            people::table.find(person).filter(people::disabled_at.is_null()).count().get_result(conn)?
        }
        Identity::Person { person, grant: Some(grant), .. } => people::table
            .inner_join(grants::table)
            .filter(people::id.eq(person).and(people::disabled_at.is_null()))
            .filter(grants::id.eq(grant).and(grants::ended_at.is_null()))
            .count()
            .get_result(conn)?,
    };
    if entrusted == 0 { Err(Error::new(Kind::Forbidden)) } else { Ok(()) }
}
