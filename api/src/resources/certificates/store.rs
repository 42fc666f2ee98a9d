//! Every line of SQL about certificates.

use super::model::CertificateId;
use crate::kernel::db::schema::certificates;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use diesel::prelude::*;
use std::collections::HashSet;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = certificates, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: CertificateId,
    pub code: String,
    pub enrolment_id: EnrolmentId,
    pub cohort_id: CohortId,
    pub association_id: AssociationId,
    pub document: Json,
    pub issued_at: Instant,
    pub issued_by: Option<PersonId>,
    pub key_id: Option<KeyId>,
    pub revoked_at: Option<Instant>,
    pub revoked_by: Option<PersonId>,
    pub revocation_reason: Option<String>,
    pub version: i64,
}

/// Those of some participants who hold a certificate in force.
///
/// # Errors
/// When the database does not answer.
pub fn in_force(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>> {
    use certificates as c;
    let held = c::table.filter(c::enrolment_id.eq_any(ids.to_vec())).filter(c::revoked_at.is_null()).select(c::enrolment_id);
    Ok(held.load::<EnrolmentId>(conn)?.into_iter().collect())
}

pub fn insert_all(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    crate::put_many!(conn, certificates::table, rows);
    Ok(())
}

pub fn find(conn: &mut AnyConnection, id: CertificateId) -> Result<Row> {
    certificates::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn by_code(conn: &mut AnyConnection, code: &str) -> Result<Option<Row>> {
    Ok(certificates::table.filter(certificates::code.eq(code)).select(Row::as_select()).first(conn).optional()?)
}

/// Certificates of some participants, as they were issued, at most `limit`.
pub fn page(conn: &mut AnyConnection, ids: &[EnrolmentId], after: Option<CertificateId>, limit: i64) -> Result<Vec<Row>> {
    use certificates as c;
    let mut query = c::table.filter(c::enrolment_id.eq_any(ids.to_vec())).order(c::id).select(Row::as_select()).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(c::id.gt(after));
    }
    Ok(query.load(conn)?)
}

/// How many certificates some participants were given.
pub fn total(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<i64> {
    use certificates as c;
    Ok(c::table.filter(c::enrolment_id.eq_any(ids.to_vec())).count().get_result(conn)?)
}

/// Those in force of a cohort, as they were issued.
pub fn of_cohort(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<Row>> {
    use certificates as c;
    let rows = c::table.filter(c::cohort_id.eq(id)).filter(c::revoked_at.is_null()).order(c::id);
    Ok(rows.select(Row::as_select()).load(conn)?)
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let before = certificates::table.find(row.id).filter(certificates::version.eq(row.version - 1));
    one_changed(diesel::update(before).set(row).execute(conn)?)
}
