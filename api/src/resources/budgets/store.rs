//! Every line of SQL about budgets. Whoever reads one has found its project first.

use super::model::{Budget, ExplanationId, ReportId, Variance};
use crate::kernel::db::schema::{progress_reports, project_baselines, project_budgets, variance_explanations};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::activities;
use crate::resources::projects::Id as ProjectId;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Version of a budget nobody has written yet.
const UNWRITTEN: i64 = 1;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = project_baselines, treat_none_as_default_value = false)]
pub struct BaselineRow {
    pub project_id: ProjectId,
    pub number: i64,
    pub at: Instant,
    pub reason: String,
    pub budget: i64,
    pub finish: Option<NaiveDate>,
    pub document: Json,
    pub person_id: Option<PersonId>,
}

#[derive(Queryable)]
pub struct BaselineHead {
    pub number: i64,
    pub at: Instant,
    pub reason: String,
    pub budget: i64,
    pub finish: Option<NaiveDate>,
    pub person_id: Option<PersonId>,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = progress_reports, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct ReportRow {
    pub id: ReportId,
    pub project_id: ProjectId,
    pub date: NaiveDate,
    pub document: Json,
    pub version: i64,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = variance_explanations, treat_none_as_default_value = false)]
pub struct ExplanationRow {
    pub id: ExplanationId,
    pub project_id: ProjectId,
    pub as_of: NaiveDate,
    pub activity_id: Option<activities::Id>,
    pub kind: Variance,
    pub cause: String,
    pub action: Option<String>,
    pub person_id: Option<PersonId>,
    pub at: Instant,
}

/// The cost lines of a project and the version of its budget.
pub fn find(conn: &mut AnyConnection, project: ProjectId) -> Result<(Budget, i64)> {
    use project_budgets as b;
    let row: Option<(Json, i64)> = b::table.find(project).select((b::document, b::version)).first(conn).optional()?;
    match row {
        Some((document, version)) => Ok((document.read()?, version)),
        None => Ok((Budget::default(), UNWRITTEN)),
    }
}

/// Keeps cost lines as the next version.
pub fn save(conn: &mut AnyConnection, project: ProjectId, budget: &Budget, version: i64, now: Instant) -> Result<()> {
    use project_budgets as b;
    let document = Json::of(budget)?;
    if version == UNWRITTEN + 1 {
        let row = (b::project_id.eq(project), b::document.eq(document), b::version.eq(version), b::updated_at.eq(now));
        diesel::insert_into(b::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = b::table.find(project).filter(b::version.eq(version - 1));
    let set = (b::document.eq(document), b::version.eq(version), b::updated_at.eq(now));
    one_changed(diesel::update(there).set(set).execute(conn)?)
}

/// The number of the last baseline; 0 when there is none.
pub fn last_number(conn: &mut AnyConnection, project: ProjectId) -> Result<i64> {
    use project_baselines as b;
    let last: Option<i64> = b::table.filter(b::project_id.eq(project)).select(diesel::dsl::max(b::number)).first(conn)?;
    Ok(last.unwrap_or(0))
}

pub fn keep_baseline(conn: &mut AnyConnection, row: &BaselineRow) -> Result<()> {
    diesel::insert_into(project_baselines::table).values(row).execute(conn)?;
    Ok(())
}

pub fn baselines(conn: &mut AnyConnection, project: ProjectId) -> Result<Vec<BaselineHead>> {
    use project_baselines as b;
    let heads = b::table.filter(b::project_id.eq(project)).order(b::number.desc());
    Ok(heads.select((b::number, b::at, b::reason, b::budget, b::finish, b::person_id)).load(conn)?)
}

/// A baseline by number, or the last one.
pub fn baseline(conn: &mut AnyConnection, project: ProjectId, number: Option<i64>) -> Result<Option<BaselineRow>> {
    use project_baselines as b;
    let mut query = b::table.filter(b::project_id.eq(project)).select(BaselineRow::as_select()).order(b::number.desc()).into_boxed();
    if let Some(number) = number {
        query = query.filter(b::number.eq(number));
    }
    Ok(query.first(conn).optional()?)
}

/// The reports of a project, latest date first.
pub fn reports(conn: &mut AnyConnection, project: ProjectId) -> Result<Vec<ReportRow>> {
    use progress_reports as r;
    Ok(r::table.filter(r::project_id.eq(project)).select(ReportRow::as_select()).order(r::date.desc()).load(conn)?)
}

pub fn report(conn: &mut AnyConnection, project: ProjectId, id: ReportId) -> Result<ReportRow> {
    use progress_reports as r;
    let row = r::table.find(id).filter(r::project_id.eq(project)).select(ReportRow::as_select());
    row.first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn has_report(conn: &mut AnyConnection, project: ProjectId, id: ReportId) -> Result<bool> {
    use progress_reports as r;
    let row = r::table.find(id).filter(r::project_id.eq(project)).select(r::id);
    Ok(row.first::<ReportId>(conn).optional()?.is_some())
}

pub fn add_report(conn: &mut AnyConnection, row: &ReportRow) -> Result<()> {
    diesel::insert_into(progress_reports::table).values(row).execute(conn)?;
    Ok(())
}

pub fn save_report(conn: &mut AnyConnection, row: &ReportRow) -> Result<()> {
    use progress_reports as r;
    one_changed(diesel::update(r::table.find(row.id).filter(r::version.eq(row.version - 1))).set(row).execute(conn)?)
}

/// The explanations of a project, last first.
pub fn explanations(conn: &mut AnyConnection, project: ProjectId) -> Result<Vec<ExplanationRow>> {
    use variance_explanations as e;
    Ok(e::table.filter(e::project_id.eq(project)).order((e::as_of.desc(), e::id.desc())).load(conn)?)
}

pub fn explain(conn: &mut AnyConnection, row: &ExplanationRow) -> Result<()> {
    diesel::insert_into(variance_explanations::table).values(row).execute(conn)?;
    Ok(())
}
