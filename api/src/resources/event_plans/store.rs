//! Every line of SQL about floor plans.

use crate::kernel::db::schema::{event_plans, event_stands};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::Result;
use crate::resources::events::Id as EventId;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_plans, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub event_id: EventId,
    pub document: Json,
    pub published_at: Option<Instant>,
    /// Changes with whoever has which stand.
    pub stands_version: i64,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

pub fn find(conn: &mut AnyConnection, event: EventId) -> Result<Option<Row>> {
    Ok(event_plans::table.find(event).select(Row::as_select()).first(conn).optional()?)
}

pub fn add(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(event_plans::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a plan.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let there = event_plans::table.find(row.event_id).filter(event_plans::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// Makes whoever else gives out stands wait until this transaction ends, and counts one change more.
pub fn next_stands_version(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    let next = event_plans::stands_version.eq(event_plans::stands_version + 1);
    diesel::update(event_plans::table.find(event)).set(next).execute(conn)?;
    Ok(())
}

/// The numbers of the stands that somebody has.
pub fn given(conn: &mut AnyConnection, event: EventId) -> Result<Vec<String>> {
    use event_stands as s;
    Ok(s::table.filter(s::event_id.eq(event)).select(s::stand).order(s::stand).load(conn)?)
}
