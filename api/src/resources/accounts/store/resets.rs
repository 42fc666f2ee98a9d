use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::password_resets as table;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use diesel::prelude::*;

/// Adds a link; earlier ones of the person are worth nothing from now on.
pub fn insert(conn: &mut AnyConnection, person: PersonId, digest: &[u8], now: Instant, expires_at: Instant) -> Result<()> {
    diesel::delete(table::table.filter(table::person_id.eq(person))).execute(conn)?;
    diesel::insert_into(table::table)
        .values((table::token_hash.eq(digest), table::person_id.eq(person), table::created_at.eq(now), table::expires_at.eq(expires_at)))
        .execute(conn)?;
    Ok(())
}

/// Whose link this is, while it is good.
pub fn holder(conn: &mut AnyConnection, digest: &[u8], now: Instant) -> Result<Option<PersonId>> {
    Ok(table::table
        .find(digest)
        .filter(table::used_at.is_null())
        .filter(table::expires_at.gt(now))
        .select(table::person_id)
        .first(conn)
        .optional()?)
}

/// Uses a link; false when another request was quicker.
pub fn take(conn: &mut AnyConnection, digest: &[u8], now: Instant) -> Result<bool> {
    let row = table::table.find(digest).filter(table::used_at.is_null()).filter(table::expires_at.gt(now));
    Ok(diesel::update(row).set(table::used_at.eq(now)).execute(conn)? == 1)
}
