//! Versions of reference rows: every state a row has had, with what it rested on and who changed it.

use super::db::AnyConnection;
use super::db::schema::reference_versions;
use super::db::types::{Instant, Json};
use super::error::Result;
use super::ids::PersonId;
use diesel::prelude::*;

/// A version of a reference row.
#[derive(Debug, Queryable, Insertable, serde::Serialize, utoipa::ToSchema)]
#[diesel(table_name = reference_versions, treat_none_as_default_value = false)]
pub struct ReferenceVersion {
    /// Kind of row.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// Number, from 1.
    pub version: i64,
    /// The row as it was.
    #[schema(value_type = Object)]
    pub document: Json,
    /// What it rests on.
    pub source: String,
    /// Since when.
    pub at: Instant,
    /// Who changed it; nobody for the first loading.
    pub person_id: Option<PersonId>,
}

/// Keeps a version.
///
/// # Errors
/// When the database does not answer.
pub fn keep(conn: &mut AnyConnection, version: &ReferenceVersion) -> Result<()> {
    diesel::insert_into(reference_versions::table).values(version).execute(conn)?;
    Ok(())
}

/// Keeps many versions at once.
///
/// # Errors
/// When the database does not answer.
pub fn keep_all(conn: &mut AnyConnection, versions: &[ReferenceVersion]) -> Result<()> {
    for chunk in versions.chunks(500) {
        crate::on!(conn, |c| diesel::insert_into(reference_versions::table).values(chunk).execute(c))?;
    }
    Ok(())
}

/// A row as it stands; none where it never was.
///
/// # Errors
/// When the database does not answer.
pub fn latest(conn: &mut AnyConnection, kind: &str, code: &str) -> Result<Option<ReferenceVersion>> {
    Ok(reference_versions::table
        .filter(reference_versions::kind.eq(kind))
        .filter(reference_versions::code.eq(code))
        .order(reference_versions::version.desc())
        .first(conn)
        .optional()?)
}

/// The rows of a small kind as they stand.
///
/// # Errors
/// When the database does not answer.
pub fn latest_of_kind(conn: &mut AnyConnection, kind: &str) -> Result<Vec<ReferenceVersion>> {
    let mut versions: Vec<ReferenceVersion> = reference_versions::table
        .filter(reference_versions::kind.eq(kind))
        .order((reference_versions::code, reference_versions::version.desc()))
        .load(conn)?;
    versions.dedup_by(|older, newer| older.code == newer.code);
    Ok(versions)
}

/// The history of a row, newest first.
///
/// # Errors
/// When the database does not answer.
pub fn history(conn: &mut AnyConnection, kind: &str, code: &str) -> Result<Vec<ReferenceVersion>> {
    Ok(reference_versions::table
        .filter(reference_versions::kind.eq(kind))
        .filter(reference_versions::code.eq(code))
        .order(reference_versions::version.desc())
        .load(conn)?)
}
