//! Every line of SQL about cash flows and kept choices. Whoever reads the flows of one project has found it first; a body reads the choices
//! it has kept.

use super::model::{CashFlowsInput, KeptPortfolioId, SelectionStatus};
use crate::kernel::access::{Body, Scope};
use crate::kernel::db::schema::{associations, kept_portfolios, project_cash_flows, projects};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Text;
use crate::resources::projects::{Id as ProjectId, Stage, in_scope};
use diesel::prelude::*;
use std::collections::HashMap;

/// Version of flows nobody has written yet.
const UNWRITTEN: i64 = 1;

/// The flows of a project and their version.
pub fn find(conn: &mut AnyConnection, project: ProjectId) -> Result<(Option<CashFlowsInput>, i64)> {
    use project_cash_flows as f;
    let row: Option<(Json, i64)> = f::table.find(project).select((f::document, f::version)).first(conn).optional()?;
    match row {
        Some((document, version)) => Ok((Some(document.read()?), version)),
        None => Ok((None, UNWRITTEN)),
    }
}

/// Keeps flows as the next version.
pub fn save(conn: &mut AnyConnection, project: ProjectId, flows: &CashFlowsInput, version: i64, now: Instant) -> Result<()> {
    use project_cash_flows as f;
    let document = Json::of(flows)?;
    if version == UNWRITTEN + 1 {
        let row = (f::project_id.eq(project), f::document.eq(document), f::version.eq(version), f::updated_at.eq(now));
        diesel::insert_into(f::table).values(row).execute(conn)?;
        return Ok(());
    }
    let there = f::table.find(project).filter(f::version.eq(version - 1));
    let set = (f::document.eq(document), f::version.eq(version), f::updated_at.eq(now));
    one_changed(diesel::update(there).set(set).execute(conn)?)
}

/// A project that has cash flows.
pub struct WithFlows {
    pub id: ProjectId,
    pub association_id: AssociationId,
    pub name: Text,
    pub stage: Stage,
    pub flows: CashFlowsInput,
    /// The craft sector its association names first.
    pub craft_sector: Option<String>,
}

/// The projects with cash flows that a scope sees, in some stages and wilayas (all when none is named), last entered first.
pub fn with_flows(
    conn: &mut AnyConnection,
    scope: &Scope,
    stages: &[Stage],
    wilayas: &[String],
    only: &[ProjectId],
    limit: i64,
) -> Result<Vec<WithFlows>> {
    use projects as p;
    type Found = (ProjectId, AssociationId, String, Option<String>, Option<String>, Stage);
    let having = project_cash_flows::table.select(project_cash_flows::project_id);
    let mut query = p::table
        .filter(p::archived_at.is_null())
        .filter(p::id.eq_any(having))
        .select((p::id, p::association_id, p::name_ar, p::name_fr, p::name_en, p::stage))
        .order(p::id.desc())
        .limit(limit)
        .into_boxed();
    if let Some(condition) = in_scope(scope) {
        query = query.filter(condition);
    }
    let open = [Stage::Idea, Stage::Planned, Stage::Approved, Stage::Running];
    query = query.filter(p::stage.eq_any(if stages.is_empty() { open.to_vec() } else { stages.to_vec() }));
    if !wilayas.is_empty() {
        let owners = associations::table.filter(associations::wilaya_code.eq_any(wilayas.to_vec())).select(associations::id);
        query = query.filter(p::association_id.eq_any(owners));
    }
    if !only.is_empty() {
        query = query.filter(p::id.eq_any(only.to_vec()));
    }
    let found: Vec<Found> = query.load(conn)?;
    let ids: Vec<ProjectId> = found.iter().map(|(id, ..)| *id).collect();
    let documents: Vec<(ProjectId, Json)> = project_cash_flows::table
        .filter(project_cash_flows::project_id.eq_any(&ids))
        .select((project_cash_flows::project_id, project_cash_flows::document))
        .load(conn)?;
    let mut documents: HashMap<ProjectId, Json> = documents.into_iter().collect();
    let owners: Vec<AssociationId> = found.iter().map(|one| one.1).collect();
    let sectors: Vec<(AssociationId, Json)> =
        associations::table.filter(associations::id.eq_any(owners)).select((associations::id, associations::sectors)).load(conn)?;
    let sectors: HashMap<AssociationId, Json> = sectors.into_iter().collect();
    let mut all = Vec::with_capacity(found.len());
    for (id, association_id, ar, fr, en, stage) in found {
        if let Some(document) = documents.remove(&id) {
            let named: Vec<String> = sectors.get(&association_id).map(Json::read).transpose()?.unwrap_or_default();
            let craft_sector = named.into_iter().next();
            all.push(WithFlows { id, association_id, name: Text { ar, fr, en }, stage, flows: document.read()?, craft_sector });
        }
    }
    Ok(all)
}

/// A kept choice without what was asked and what came out.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = kept_portfolios, treat_none_as_default_value = false)]
pub struct KeptHead {
    pub id: KeptPortfolioId,
    pub institution_id: Option<InstitutionId>,
    pub association_id: Option<AssociationId>,
    pub name: String,
    pub note: Option<String>,
    pub budget: i64,
    pub candidates: i64,
    pub chosen: i64,
    pub status: Option<SelectionStatus>,
    pub total_value: Option<i64>,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
}

/// A kept choice.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = kept_portfolios, treat_none_as_default_value = false)]
pub struct KeptRow {
    #[diesel(embed)]
    pub head: KeptHead,
    pub request: Json,
    pub outcome: Json,
}

/// The choices a body has kept.
fn kept(body: Body) -> kept_portfolios::BoxedQuery<'static, MultiBackend> {
    use kept_portfolios as k;
    let query = k::table.into_boxed();
    match body {
        Body::Institution(id) => query.filter(k::institution_id.eq(id)),
        Body::Association(id) => query.filter(k::association_id.eq(id)),
        Body::None => query.filter(k::institution_id.is_null().and(k::association_id.is_null())),
    }
}

/// Newest first.
pub fn kept_list(conn: &mut AnyConnection, body: Body, before: Option<KeptPortfolioId>, limit: i64) -> Result<Vec<KeptHead>> {
    use kept_portfolios as k;
    let mut query = kept(body).order(k::id.desc()).limit(limit);
    if let Some(id) = before {
        query = query.filter(k::id.lt(id));
    }
    Ok(query.select(KeptHead::as_select()).load(conn)?)
}

/// How many a body has kept.
pub fn kept_count(conn: &mut AnyConnection, body: Body) -> Result<i64> {
    Ok(kept(body).count().get_result(conn)?)
}

/// One that a body has kept.
pub fn kept_one(conn: &mut AnyConnection, body: Body, id: KeptPortfolioId) -> Result<KeptRow> {
    let query = kept(body).filter(kept_portfolios::id.eq(id));
    query.select(KeptRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn keep(conn: &mut AnyConnection, row: &KeptRow) -> Result<()> {
    diesel::insert_into(kept_portfolios::table).values(row).execute(conn)?;
    Ok(())
}

pub fn forget(conn: &mut AnyConnection, id: KeptPortfolioId) -> Result<()> {
    one_changed(diesel::delete(kept_portfolios::table.find(id)).execute(conn)?)
}
