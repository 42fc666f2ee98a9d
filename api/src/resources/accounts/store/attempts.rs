use crate::kernel::access::secret;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::sign_in_attempts::{self as table, dsl};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::resources::accounts::model::throttle::{Attempts, Limit};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;

/// Hours after which attempts are forgotten.
const KEPT_HOURS: i64 = 24;

/// Whose attempts are counted; stored as a hash, so the table holds no addresses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject(String);

impl Subject {
    pub fn new(kind: &str, name: &str) -> Self {
        Self(format!("{kind}:{}", URL_SAFE_NO_PAD.encode(secret::digest(name))))
    }
}

pub fn find(conn: &mut AnyConnection, subject: &Subject) -> Result<Option<Attempts>> {
    let row: Option<(i32, Instant, Option<Instant>)> =
        table::table.find(&subject.0).select((dsl::failures, dsl::last_at, dsl::blocked_until)).first(conn).optional()?;
    Ok(row.map(|(failures, last_at, blocked_until)| Attempts { failures, last_at, blocked_until }))
}

/// The attempts of a subject, held so that attempts at the same moment are counted one after the other.
pub fn hold(conn: &mut AnyConnection, subject: &Subject, now: Instant) -> Result<Attempts> {
    Both(
        diesel::insert_into(table::table)
            .values((dsl::subject.eq(&subject.0), dsl::failures.eq(0), dsl::last_at.eq(now)))
            .on_conflict(dsl::subject)
            .do_update()
            .set(dsl::subject.eq(&subject.0)),
    )
    .execute(conn)?;
    Ok(find(conn, subject)?.unwrap_or(Attempts { failures: 0, last_at: now, blocked_until: None }))
}

pub fn fail(conn: &mut AnyConnection, subject: &Subject, so_far: Attempts, limit: Limit, now: Instant) -> Result<()> {
    let after = so_far.failed(limit, now);
    diesel::update(table::table.find(&subject.0))
        .set((dsl::failures.eq(after.failures), dsl::last_at.eq(after.last_at), dsl::blocked_until.eq(after.blocked_until)))
        .execute(conn)?;
    diesel::delete(table::table.filter(dsl::last_at.lt(now.plus(chrono::Duration::hours(-KEPT_HOURS))))).execute(conn)?;
    Ok(())
}

pub fn forget(conn: &mut AnyConnection, subject: &Subject) -> Result<()> {
    diesel::delete(table::table.find(&subject.0)).execute(conn)?;
    Ok(())
}
