use crate::kernel::access::Role;
use crate::kernel::db::schema::{grants, people};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::accounts::Person;
use diesel::prelude::*;

pub fn find(conn: &mut AnyConnection, id: PersonId) -> Result<Person> {
    people::table.find(id).select(Person::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Which people: all where nothing is named.
pub struct Filter {
    /// Words of a name, an address or a number.
    pub words: Vec<String>,
    pub role: Option<Role>,
    pub disabled: Option<bool>,
}

fn matching(filter: &Filter) -> people::BoxedQuery<'static, MultiBackend> {
    let mut query = people::table.into_boxed();
    for word in &filter.words {
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
    query
}

/// By name.
pub fn list(conn: &mut AnyConnection, filter: &Filter, after: Option<(String, PersonId)>, limit: i64) -> Result<Vec<Person>> {
    let mut query = matching(filter).order((people::name, people::id)).limit(limit);
    if let Some((name, id)) = after {
        query = query.filter(people::name.gt(name.clone()).or(people::name.eq(name).and(people::id.gt(id))));
    }
    Ok(query.select(Person::as_select()).load(conn)?)
}

pub fn total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    Ok(matching(filter).count().get_result(conn)?)
}
