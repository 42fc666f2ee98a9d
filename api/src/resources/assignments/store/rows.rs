//! Assignments.

use crate::kernel::db::schema::{assignments, submissions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::assignments::model::AssignmentId;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::courses::ProjectTool;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = assignments, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: AssignmentId,
    pub cohort_id: CohortId,
    pub tool: ProjectTool,
    pub due_at: Instant,
    pub document: Json,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// The assignments of a cohort, first to last.
pub fn of_cohort(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<Row>> {
    use assignments as a;
    Ok(a::table.filter(a::cohort_id.eq(id)).order((a::created_at, a::id)).select(Row::as_select()).load(conn)?)
}

/// The assignments of some cohorts.
pub fn of_cohorts(conn: &mut AnyConnection, ids: &[CohortId]) -> Result<Vec<Row>> {
    Ok(assignments::table.filter(assignments::cohort_id.eq_any(ids.to_vec())).select(Row::as_select()).load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: AssignmentId) -> Result<Row> {
    assignments::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Some assignments, whoever asks.
pub fn some(conn: &mut AnyConnection, ids: &[AssignmentId]) -> Result<HashMap<AssignmentId, Row>> {
    let rows: Vec<Row> = assignments::table.filter(assignments::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(assignments::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(assignments::table.find(row.id).filter(assignments::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn delete(conn: &mut AnyConnection, id: AssignmentId) -> Result<()> {
    one_changed(diesel::delete(assignments::table.find(id)).execute(conn)?)
}

/// How many of some participants handed in, by assignment of a cohort.
pub fn counts(conn: &mut AnyConnection, cohort: CohortId, who: &[EnrolmentId]) -> Result<HashMap<AssignmentId, i64>> {
    use submissions as s;
    let theirs = s::table.filter(s::cohort_id.eq(cohort)).filter(s::enrolment_id.eq_any(who.to_vec()));
    let rows: Vec<(AssignmentId, i64)> = theirs.group_by(s::assignment_id).select((s::assignment_id, count_star())).load(conn)?;
    Ok(rows.into_iter().collect())
}
