//! `Idempotency-Key`: the same key gives the same answer for a day; with another request it is refused.
//!
//! The key's row is inserted first in the transaction of the work itself: a second request with the same key waits for
//! the first and then reads its answer, and work that fails leaves no key behind.

use super::answer::Answer;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::idempotency_keys::{self, dsl};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use actix_web::HttpRequest;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

/// How long an answer is kept, in hours.
pub const KEPT_HOURS: i64 = 24;
/// The header.
pub const HEADER: &str = "idempotency-key";
const LONGEST: usize = 200;

/// A request's key, when it has one, and the fingerprint of what was asked.
#[derive(Debug, Clone, Default)]
pub struct Once {
    key: Option<String>,
    fingerprint: Vec<u8>,
}

impl Once {
    /// The key of a request with its body.
    ///
    /// # Errors
    /// `malformed_request` for a key that is empty, too long or not plain text.
    pub fn of(request: &HttpRequest, body: &[u8]) -> Result<Self> {
        let key = match request.headers().get(HEADER) {
            None => None,
            Some(value) => match value.to_str() {
                Ok(text) if !text.is_empty() && text.len() <= LONGEST => Some(text.to_owned()),
                _ => {
                    let fields = vec![FieldFault::expecting("Idempotency-Key", Fault::WrongFormat, format!("1–{LONGEST} ASCII"))];
                    return Err(Error { fields, ..Error::new(Kind::MalformedRequest) });
                }
            },
        };
        let fingerprint = match &key {
            None => Vec::new(),
            Some(_) => Sha256::new()
                .chain_update(request.method().as_str())
                .chain_update(request.uri().to_string())
                .chain_update([0])
                .chain_update(body)
                .finalize()
                .to_vec(),
        };
        Ok(Self { key, fingerprint })
    }
}

#[derive(Queryable)]
struct Kept {
    operation: String,
    fingerprint: Vec<u8>,
    status: i32,
    body: Vec<u8>,
    sealed: bool,
    etag: Option<String>,
    location: Option<String>,
    created_at: Instant,
}

/// Runs the work, or gives the answer it gave before.
///
/// # Errors
/// The work's, or `idempotency_key_reused`.
pub fn once(
    tx: &mut Write<'_>,
    operation: &'static str,
    once: &Once,
    work: impl FnOnce(&mut Write<'_>) -> Result<Answer>,
) -> Result<Answer> {
    let Some(key) = once.key.as_deref() else { return work(tx) };
    let caller = tx.caller.map_or_else(|| "visitor".to_owned(), crate::kernel::access::Caller::tag);
    let now = tx.now;
    let expired = now.plus(chrono::Duration::hours(-KEPT_HOURS));
    let mine = || idempotency_keys::table.find((caller.as_str(), key));
    diesel::delete(mine().filter(dsl::created_at.lt(expired))).execute(tx.conn)?;
    let inserted = Both(
        diesel::insert_into(idempotency_keys::table)
            .values((
                dsl::caller.eq(&caller),
                dsl::key.eq(key),
                dsl::operation.eq(operation),
                dsl::fingerprint.eq(&once.fingerprint),
                dsl::status.eq(0),
                dsl::body.eq(Vec::<u8>::new()),
                dsl::sealed.eq(false),
                dsl::created_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.conn)?;
    if inserted == 0 {
        let kept: Kept = mine()
            .select((dsl::operation, dsl::fingerprint, dsl::status, dsl::body, dsl::sealed, dsl::etag, dsl::location, dsl::created_at))
            .first(tx.conn)?;
        tracing::debug!(operation = kept.operation, at = %kept.created_at.utc(), "answer given again");
        if kept.operation != operation || kept.fingerprint != once.fingerprint {
            return Err(Error::new(Kind::KeyReused));
        }
        let body = if kept.sealed { tx.kernel.sealer.open(&kept.body)? } else { kept.body }.into();
        return Ok(Answer {
            status: u16::try_from(kept.status).map_err(Error::internal)?,
            body,
            etag: kept.etag,
            location: kept.location,
            secret: kept.sealed,
            ..Answer::no_content()
        });
    }
    let answer = work(tx)?;
    let body = if answer.secret { tx.kernel.sealer.seal(&answer.body)? } else { answer.body.to_vec() };
    diesel::update(mine())
        .set((
            dsl::status.eq(i32::from(answer.status)),
            dsl::body.eq(body),
            dsl::sealed.eq(answer.secret),
            dsl::etag.eq(&answer.etag),
            dsl::location.eq(&answer.location),
        ))
        .execute(tx.conn)?;
    Ok(answer)
}
