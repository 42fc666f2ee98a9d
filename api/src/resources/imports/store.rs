//! What columns meant before, per institution.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::import_mappings::{self, dsl};
use crate::kernel::error::Result;
use crate::kernel::ids::InstitutionId;
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::HashMap;

/// Headers and the names of their fields; an empty name for a column that is left out.
pub fn remembered(conn: &mut AnyConnection, institution: InstitutionId) -> Result<HashMap<String, String>> {
    let rows: Vec<(String, String)> =
        import_mappings::table.filter(dsl::institution_id.eq(institution)).select((dsl::header, dsl::field)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Remembers what headers mean, in one statement.
pub fn remember(conn: &mut AnyConnection, institution: InstitutionId, mapping: &HashMap<String, String>) -> Result<()> {
    if mapping.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> =
        mapping.iter().map(|(header, field)| (dsl::institution_id.eq(institution), dsl::header.eq(header), dsl::field.eq(field))).collect();
    crate::on!(conn, |c| diesel::insert_into(import_mappings::table)
        .values(&rows)
        .on_conflict((dsl::institution_id, dsl::header))
        .do_update()
        .set(dsl::field.eq(excluded(dsl::field)))
        .execute(c))?;
    Ok(())
}
