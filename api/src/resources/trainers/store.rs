//! Every line of SQL about trainers.

use crate::kernel::access::Role;
use crate::kernel::db::schema::{grants, people, trainer_languages, trainer_profiles, trainer_subjects};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::Result;
use crate::kernel::ids::{InstitutionId, PersonId};
use crate::kernel::language::Language;
use crate::kernel::search;
use crate::resources::courses::ProjectTool;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = trainer_profiles, treat_none_as_default_value = false)]
pub struct Row {
    pub person_id: PersonId,
    pub document: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// A holder of the role, with the institution it is held in and what they have said of themselves.
pub type Found = (PersonId, String, Option<InstitutionId>, Option<Row>);

/// What is asked of a list.
#[derive(Debug, Default)]
pub struct Filter<'q> {
    pub q: Option<&'q str>,
    pub subject: Option<ProjectTool>,
    pub language: Option<Language>,
    pub one: Option<PersonId>,
}

macro_rules! matching {
    ($trainers:expr, $filter:expr) => {{
        use {trainer_languages as l, trainer_subjects as s};
        let mut query = $trainers
            .filter(grants::role.eq(Role::Trainer))
            .filter(grants::ended_at.is_null())
            .filter(people::disabled_at.is_null())
            .into_boxed();
        for word in search::words($filter.q) {
            query = query.filter(people::search.like(format!("%{word}%")));
        }
        if let Some(subject) = $filter.subject {
            query = query.filter(people::id.eq_any(s::table.filter(s::subject.eq(subject.as_str())).select(s::person_id)));
        }
        if let Some(language) = $filter.language {
            query = query.filter(people::id.eq_any(l::table.filter(l::language.eq(language.as_str())).select(l::person_id)));
        }
        if let Some(person) = $filter.one {
            query = query.filter(people::id.eq(person));
        }
        query
    }};
}

/// Trainers by name, at most `limit`.
pub fn page(conn: &mut AnyConnection, filter: &Filter<'_>, after: Option<(String, PersonId)>, limit: i64) -> Result<Vec<Found>> {
    let trainers =
        grants::table.inner_join(people::table).left_join(trainer_profiles::table.on(trainer_profiles::person_id.eq(grants::person_id)));
    let mut query = matching!(trainers, filter).order((people::name, people::id)).limit(limit);
    if let Some((name, id)) = after {
        query = query.filter(people::name.gt(name.clone()).or(people::name.eq(name).and(people::id.gt(id))));
    }
    Ok(query.select((people::id, people::name, grants::institution_id, Option::<Row>::as_select())).load(conn)?)
}

/// How many trainers match, each counted once.
pub fn total(conn: &mut AnyConnection, filter: &Filter<'_>) -> Result<i64> {
    let trainers = grants::table.inner_join(people::table);
    Ok(matching!(trainers, filter).select(diesel::dsl::count(people::id).aggregate_distinct()).get_result(conn)?)
}

/// Those of some people who are trainers now.
///
/// # Errors
/// When the database does not answer.
pub fn among(conn: &mut AnyConnection, ids: &[PersonId]) -> Result<Vec<PersonId>> {
    let trainers = grants::table
        .inner_join(people::table)
        .filter(grants::person_id.eq_any(ids))
        .filter(grants::role.eq(Role::Trainer))
        .filter(grants::ended_at.is_null())
        .filter(people::disabled_at.is_null());
    Ok(trainers.select(grants::person_id).distinct().load(conn)?)
}

/// Keeps what a trainer says of themselves, the first or the next version.
///
/// # Errors
/// `precondition_failed` when somebody else was quicker.
pub fn put(conn: &mut AnyConnection, row: &Row, subjects: &[ProjectTool], languages: &[Language]) -> Result<()> {
    use {trainer_languages as l, trainer_subjects as s};
    if row.version == 1 {
        diesel::insert_into(trainer_profiles::table).values(row).execute(conn)?;
    } else {
        let there = trainer_profiles::table.find(row.person_id).filter(trainer_profiles::version.eq(row.version - 1));
        one_changed(diesel::update(there).set(row).execute(conn)?)?;
    }
    diesel::delete(s::table.filter(s::person_id.eq(row.person_id))).execute(conn)?;
    diesel::delete(l::table.filter(l::person_id.eq(row.person_id))).execute(conn)?;
    let subjects: Vec<_> = subjects.iter().map(|subject| (s::subject.eq(subject.as_str()), s::person_id.eq(row.person_id))).collect();
    let languages: Vec<_> = languages.iter().map(|one| (l::language.eq(one.as_str()), l::person_id.eq(row.person_id))).collect();
    if !subjects.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(s::table).values(&subjects).execute(c))?;
    }
    if !languages.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(l::table).values(&languages).execute(c))?;
    }
    Ok(())
}
