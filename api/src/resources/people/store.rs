use super::wire::PersonQuery;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{grants, people};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::kernel::search;
use crate::resources::accounts::Person;
use diesel::prelude::*;

pub fn find(conn: &mut AnyConnection, id: PersonId) -> Result<Person> {
    people::table.find(id).select(Person::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// By name.
pub fn list(conn: &mut AnyConnection, filter: &PersonQuery, after: Option<(String, PersonId)>, limit: i64) -> Result<Vec<Person>> {
    let mut query = people::table.select(Person::as_select()).order((people::name, people::id)).limit(limit).into_boxed();
    for word in search::words(filter.q.as_deref()) {
        query = query.filter(people::search.like(format!("%{word}%")));
    }
    match filter.disabled {
        Some(true) => query = query.filter(people::disabled_at.is_not_null()),
        Some(false) => query = query.filter(people::disabled_at.is_null()),
        None => {}
    }
    if let Some(role) = filter.role {
        let holders = grants::table.filter(grants::role.eq(role)).filter(grants::ended_at.is_null()).select(grants::person_id);
        query = query.filter(people::id.eq_any(holders));
    }
    if let Some((name, id)) = after {
        query = query.filter(people::name.gt(name.clone()).or(people::name.eq(name).and(people::id.gt(id))));
    }
    Ok(query.load(conn)?)
}
