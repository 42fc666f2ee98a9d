//! Every line of SQL about projects. Each query starts from [`list::in_scope`].

pub mod list;
pub mod people;

use super::model::{Brief, PlanSummary, ProjectId, Stage, TransitionId};
use crate::kernel::access::Scope;
use crate::kernel::db::schema::{associations, project_associations, project_transitions, projects};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::kernel::language::Text;
use crate::resources::associations::Status;
use chrono::NaiveDate;
use diesel::prelude::*;

/// The association that owns a project.
pub fn owner(conn: &mut AnyConnection, id: ProjectId) -> Result<Option<AssociationId>> {
    Ok(projects::table.find(id).select(projects::association_id).first(conn).optional()?)
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = projects, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: ProjectId,
    pub association_id: AssociationId,
    pub name_ar: String,
    pub name_fr: Option<String>,
    pub name_en: Option<String>,
    pub name_sort: String,
    pub purpose: Option<Json>,
    pub stage: Stage,
    pub stage_since: Instant,
    pub starts_on: Option<NaiveDate>,
    pub starts_order: i64,
    pub threshold_percent: f64,
    pub archived_at: Option<Instant>,
    pub search: String,
    pub planned_finish: Option<NaiveDate>,
    pub activities: i64,
    pub percent_done: f64,
    pub plan_version: i64,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Row {
    pub fn name(&self) -> Text {
        Text { ar: self.name_ar.clone(), fr: self.name_fr.clone(), en: self.name_en.clone() }
    }
    pub fn brief(&self) -> Brief {
        Brief {
            id: self.id,
            association_id: self.association_id,
            name: self.name(),
            stage: self.stage,
            starts_on: self.starts_on,
            threshold_percent: self.threshold_percent,
        }
    }
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = project_transitions, treat_none_as_default_value = false)]
pub struct TransitionRow {
    pub id: TransitionId,
    pub project_id: ProjectId,
    pub at: Instant,
    pub decided_on: NaiveDate,
    pub from_stage: Option<Stage>,
    pub to_stage: Stage,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

/// A project the scope may know of.
pub fn find(conn: &mut AnyConnection, scope: &Scope, id: ProjectId) -> Result<Row> {
    let mut query = projects::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = list::in_scope(scope) {
        query = query.filter(condition);
    }
    query.first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Makes whoever else wants to change the project or a part of it wait until this transaction ends.
pub fn lock(conn: &mut AnyConnection, id: ProjectId) -> Result<()> {
    diesel::update(projects::table.find(id)).set(projects::plan_version.eq(projects::plan_version)).execute(conn)?;
    Ok(())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(projects::table).values(row).execute(conn)?;
    Ok(())
}

/// Saves the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(projects::table.find(row.id).filter(projects::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn set_plan(conn: &mut AnyConnection, id: ProjectId, plan: &PlanSummary) -> Result<()> {
    use projects as p;
    let set = (
        p::planned_finish.eq(plan.finish),
        p::activities.eq(plan.activities),
        p::percent_done.eq(plan.percent_done),
        p::plan_version.eq(p::plan_version + 1),
    );
    diesel::update(p::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

pub fn step(conn: &mut AnyConnection, row: &TransitionRow) -> Result<()> {
    diesel::insert_into(project_transitions::table).values(row).execute(conn)?;
    Ok(())
}

pub fn steps(conn: &mut AnyConnection, id: ProjectId) -> Result<Vec<TransitionRow>> {
    use project_transitions as t;
    Ok(t::table.filter(t::project_id.eq(id)).order(t::id).load(conn)?)
}

pub fn partners(conn: &mut AnyConnection, id: ProjectId) -> Result<Vec<AssociationId>> {
    use project_associations as p;
    Ok(p::table.filter(p::project_id.eq(id)).select(p::association_id).order(p::association_id).load(conn)?)
}

pub fn set_partners(conn: &mut AnyConnection, id: ProjectId, partners: &[AssociationId]) -> Result<()> {
    use project_associations as p;
    diesel::delete(p::table.filter(p::project_id.eq(id))).execute(conn)?;
    let rows: Vec<_> = partners.iter().map(|partner| (p::project_id.eq(id), p::association_id.eq(*partner))).collect();
    if !rows.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(p::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Which of some associations are in the register.
pub fn registered(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<Vec<AssociationId>> {
    use associations as a;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let there = a::table.filter(a::id.eq_any(ids)).filter(a::status.eq(Status::Verified)).filter(a::merged_into.is_null());
    Ok(there.select(a::id).load(conn)?)
}
