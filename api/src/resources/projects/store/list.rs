use super::Row;
use crate::kernel::access::Scope;
use crate::kernel::db::schema::{associations, project_associations, projects};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::projects::model::{ProjectId, Stage};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

/// A condition on projects.
pub type Condition = Box<dyn BoxableExpression<projects::table, MultiBackend, SqlType = Bool>>;

/// The projects a scope may know of; every one when there is no condition.
pub fn in_scope(scope: &Scope) -> Option<Condition> {
    match scope {
        Scope::All => None,
        Scope::Public => Some(Box::new(projects::version.lt(0))),
        Scope::Wilayas(codes) => Some(in_wilayas(codes)),
        Scope::Association(id) => Some(of_association(*id)),
    }
}

fn in_wilayas(codes: &[String]) -> Condition {
    let owners = associations::table.filter(associations::wilaya_code.eq_any(codes.to_vec())).select(associations::id);
    Box::new(projects::association_id.eq_any(owners))
}

fn of_association(id: AssociationId) -> Condition {
    let shared = project_associations::table.filter(project_associations::association_id.eq(id)).select(project_associations::project_id);
    Box::new(projects::association_id.eq(id).or(projects::id.eq_any(shared)))
}

/// What is asked of a list.
#[derive(Debug, Default)]
pub struct Filter {
    pub words: Vec<String>,
    pub stages: Vec<Stage>,
    pub wilayas: Vec<String>,
    pub association: Option<AssociationId>,
    pub archived: bool,
}

pub fn conditions(scope: &Scope, filter: &Filter) -> Vec<Condition> {
    let mut all: Vec<Condition> = in_scope(scope).into_iter().collect();
    if filter.archived {
        all.push(Box::new(projects::archived_at.is_not_null()));
    } else {
        all.push(Box::new(projects::archived_at.is_null()));
    }
    if !filter.stages.is_empty() {
        all.push(Box::new(projects::stage.eq_any(filter.stages.clone())));
    }
    if !filter.wilayas.is_empty() {
        all.push(in_wilayas(&filter.wilayas));
    }
    if let Some(id) = filter.association {
        all.push(of_association(id));
    }
    for word in &filter.words {
        all.push(Box::new(projects::search.like(format!("%{word}%"))));
    }
    all
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Name,
    Starts,
    Created,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    value: KeyValue,
    id: ProjectId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum KeyValue {
    Text(String),
    Number(i64),
    Instant(Instant),
}

impl Key {
    pub fn of(row: &Row, order: Order) -> Self {
        let value = match order {
            Order::Name => KeyValue::Text(row.name_sort.clone()),
            Order::Starts => KeyValue::Number(row.starts_order),
            Order::Created => KeyValue::Instant(row.created_at),
        };
        Self { value, id: row.id }
    }
}

/// A page in an order, one row more than the limit to know whether there is another.
pub fn page(
    conn: &mut AnyConnection,
    conditions: Vec<Condition>,
    (order, down): (Order, bool),
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<Row>> {
    use projects as p;
    let mut query = p::table.select(Row::as_select()).limit(limit).into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    let (mut text, mut number, mut instant) = (None, None, None);
    match after {
        Some(Key { value: KeyValue::Text(value), id }) => text = Some((value, id)),
        Some(Key { value: KeyValue::Number(value), id }) => number = Some((value, id)),
        Some(Key { value: KeyValue::Instant(value), id }) => instant = Some((value, id)),
        None => {}
    }
    let query = match order {
        Order::Name => crate::in_order!(query, (p::name_sort, p::id), down, text),
        Order::Starts => crate::in_order!(query, (p::starts_order, p::id), down, number),
        Order::Created => crate::in_order!(query, (p::created_at, p::id), down, instant),
    };
    Ok(query.load(conn)?)
}

/// How many match.
pub fn total(conn: &mut AnyConnection, conditions: Vec<Condition>) -> Result<i64> {
    let mut query = projects::table.into_boxed();
    for condition in conditions {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(conn)?)
}
