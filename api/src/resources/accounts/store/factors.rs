use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::recovery_codes;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use diesel::prelude::*;

/// Replaces the recovery codes of a person.
pub fn replace_codes(conn: &mut AnyConnection, person: PersonId, digests: &[Vec<u8>]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::person_id.eq(person))).execute(conn)?;
    for digest in digests {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::hash.eq(digest), recovery_codes::person_id.eq(person)))
            .execute(conn)?;
    }
    Ok(())
}

/// Uses a recovery code; false when it is none or was used.
pub fn use_code(conn: &mut AnyConnection, person: PersonId, digest: &[u8], now: Instant) -> Result<bool> {
    let row = recovery_codes::table.find(digest).filter(recovery_codes::person_id.eq(person)).filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(row).set(recovery_codes::used_at.eq(now)).execute(conn)? == 1)
}
