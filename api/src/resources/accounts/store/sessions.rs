use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::sessions;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::{GrantId, PersonId, SessionId};
use diesel::prelude::*;

/// Days an ended session is kept.
const KEPT_DAYS: i64 = 30;

/// A signed-in browser.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions, treat_none_as_default_value = false)]
pub struct Row {
    pub id: SessionId,
    pub person_id: PersonId,
    pub grant_id: Option<GrantId>,
    pub refresh_hash: Vec<u8>,
    pub previous_hash: Option<Vec<u8>>,
    pub rotated_at: Instant,
    pub user_agent: String,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub ended_at: Option<Instant>,
}

/// Adds a session and forgets those of the person that ended long ago.
pub fn insert(conn: &mut AnyConnection, row: &Row, now: Instant) -> Result<()> {
    let forgotten = now.plus(chrono::Duration::days(-KEPT_DAYS));
    diesel::delete(sessions::table.filter(sessions::person_id.eq(row.person_id)).filter(sessions::expires_at.lt(forgotten)))
        .execute(conn)?;
    diesel::insert_into(sessions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn find(conn: &mut AnyConnection, id: SessionId) -> Result<Option<Row>> {
    Ok(sessions::table.find(id).select(Row::as_select()).first(conn).optional()?)
}

/// A session of a person that lives.
pub fn live(conn: &mut AnyConnection, person: PersonId, now: Instant) -> Result<Vec<Row>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::ended_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .select(Row::as_select())
        .order(sessions::id.desc())
        .load(conn)?)
}

/// Replaces the refresh token; false when another request was quicker.
pub fn rotate(conn: &mut AnyConnection, id: SessionId, old: &[u8], new: &[u8], now: Instant, expires_at: Instant) -> Result<bool> {
    let row = sessions::table.find(id).filter(sessions::refresh_hash.eq(old)).filter(sessions::ended_at.is_null());
    let changed = diesel::update(row)
        .set((
            sessions::refresh_hash.eq(new),
            sessions::previous_hash.eq(Some(old)),
            sessions::rotated_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

pub fn act_for(conn: &mut AnyConnection, id: SessionId, grant: Option<GrantId>) -> Result<()> {
    diesel::update(sessions::table.find(id)).set(sessions::grant_id.eq(grant)).execute(conn)?;
    Ok(())
}

/// Ends a session of a person; false when there is none that lives.
pub fn end(conn: &mut AnyConnection, person: PersonId, id: SessionId, now: Instant) -> Result<bool> {
    let row = sessions::table.find(id).filter(sessions::person_id.eq(person)).filter(sessions::ended_at.is_null());
    Ok(diesel::update(row).set(sessions::ended_at.eq(now)).execute(conn)? == 1)
}

/// Ends the sessions of a person, all but one that may be spared.
///
/// # Errors
/// When the database does not answer.
pub fn end_all(conn: &mut AnyConnection, person: PersonId, spared: Option<SessionId>, now: Instant) -> Result<()> {
    let query = diesel::update(sessions::table).filter(sessions::person_id.eq(person)).filter(sessions::ended_at.is_null());
    match spared {
        Some(spared) => query.filter(sessions::id.ne(spared)).set(sessions::ended_at.eq(now)).execute(conn)?,
        None => query.set(sessions::ended_at.eq(now)).execute(conn)?,
    };
    Ok(())
}
