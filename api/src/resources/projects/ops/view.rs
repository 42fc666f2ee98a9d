//! A project as a caller sees it.

use super::parts::may_edit;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::AssociationId;
use crate::resources::accounts;
use crate::resources::projects::model::{Brief, ProjectId};
use crate::resources::projects::store::list::{self as rows, Filter, Key, Order};
use crate::resources::projects::store::{self, Row};
use crate::resources::projects::wire::{NamedAssociation, Project, ProjectPlan, ProjectQuery, ProjectSort, ProjectSummary};

/// The tag of a view: the version, and what else it shows.
pub fn tag(project: &Project, plan: i64) -> String {
    format!("{}-{plan}-{}", project.version, if project.editable { "edit" } else { "read" })
}

fn plan(row: &Row) -> ProjectPlan {
    ProjectPlan { finish: row.planned_finish, activities: row.activities, percent_done: row.percent_done }
}

pub fn view(tx: &mut Read<'_>, row: Row) -> Result<Project> {
    let partners = store::partners(tx.conn, row.id)?;
    let editable = row.archived_at.is_none() && !row.stage.over() && may_edit(tx, &row)?;
    let bodies: Vec<Body> = [row.association_id].iter().chain(&partners).map(|id| Body::Association(*id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let named = |id: AssociationId| NamedAssociation { id, name: names(Body::Association(id)).0 };
    let wilayas = names(Body::Association(row.association_id)).1;
    Ok(Project {
        id: row.id,
        association: named(row.association_id),
        wilaya_code: wilayas.into_iter().next().unwrap_or_default(),
        partners: partners.into_iter().map(named).collect(),
        name: row.name(),
        purpose: row.purpose.as_ref().map(Json::read).transpose()?,
        stage: row.stage,
        stage_since: row.stage_since,
        starts_on: row.starts_on,
        variance_threshold_percent: row.threshold_percent,
        archived_at: row.archived_at,
        plan: plan(&row),
        editable,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// A project the caller may read: what its parts ask for, and the view.
///
/// # Errors
/// `not_found`.
pub fn whole(tx: &mut Read<'_>, id: ProjectId) -> Result<(Brief, Project)> {
    let row = store::find(tx.conn, &tx.scope, id)?;
    Ok((row.brief(), view(tx, row)?))
}

/// A project the caller may read, with the tag of what it shows.
pub fn get(tx: &mut Read<'_>, id: ProjectId) -> Result<(Project, String)> {
    let row = store::find(tx.conn, &tx.scope, id)?;
    tagged(tx, row)
}

/// A view with its tag.
pub fn tagged(tx: &mut Read<'_>, row: Row) -> Result<(Project, String)> {
    let plan = row.plan_version;
    let project = view(tx, row)?;
    let tag = tag(&project, plan);
    Ok((project, tag))
}

fn order(sort: Option<ProjectSort>) -> (Order, bool) {
    match sort.unwrap_or(ProjectSort::CreatedDown) {
        ProjectSort::Name => (Order::Name, false),
        ProjectSort::NameDown => (Order::Name, true),
        ProjectSort::Starts => (Order::Starts, false),
        ProjectSort::StartsDown => (Order::Starts, true),
        ProjectSort::Created => (Order::Created, false),
        ProjectSort::CreatedDown => (Order::Created, true),
    }
}

pub fn list(tx: &mut Read<'_>, list: &List<ProjectQuery>) -> Result<Page<ProjectSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let filter = Filter {
        words: text::search_words(query.q.as_deref().unwrap_or_default()),
        stages: query.stage.clone(),
        wilayas: query.wilaya.clone(),
        association: query.association_id,
        archived: query.archived == Some(true),
    };
    let order = order(query.sort);
    let found = rows::page(tx.conn, rows::conditions(&tx.scope, &filter), order, after, list.limit + 1)?;
    let total = list.total(|| rows::total(tx.conn, rows::conditions(&tx.scope, &filter)))?;
    let page = list.page(found, total, |row| Key::of(row, order.0))?;
    let owners: Vec<Body> = page.items.iter().map(|row| Body::Association(row.association_id)).collect();
    let names = accounts::body_names(tx.conn, &owners)?;
    let items = page.items.into_iter().map(|row| {
        let (name, wilayas) = names(Body::Association(row.association_id));
        ProjectSummary {
            id: row.id,
            association: NamedAssociation { id: row.association_id, name },
            wilaya_code: wilayas.into_iter().next().unwrap_or_default(),
            name: row.name(),
            stage: row.stage,
            stage_since: row.stage_since,
            starts_on: row.starts_on,
            archived_at: row.archived_at,
            plan: plan(&row),
            created_at: row.created_at,
        }
    });
    Ok(Page { items: items.collect(), next_cursor: page.next_cursor, total })
}
