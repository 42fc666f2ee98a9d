//! Every line of SQL about schemes of grades. Whoever reads one has found its cohort.

use crate::kernel::db::schema::grade_schemes;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use crate::resources::cohorts::Id as CohortId;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = grade_schemes, primary_key(cohort_id), treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub cohort_id: CohortId,
    pub document: Json,
    pub version: i64,
    pub updated_by: Option<PersonId>,
    pub updated_at: Instant,
}

/// The scheme of a cohort, where somebody has written one.
pub fn find(conn: &mut AnyConnection, id: CohortId) -> Result<Option<Row>> {
    Ok(grade_schemes::table.find(id).select(Row::as_select()).first(conn).optional()?)
}

/// Keeps the first or the next version of a scheme.
pub fn put(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    if row.version == 1 {
        diesel::insert_into(grade_schemes::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = grade_schemes::table.find(row.cohort_id).filter(grade_schemes::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}
