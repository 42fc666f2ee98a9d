//! Every line of SQL about courses. Each query of a caller starts from [`visible`].

pub mod files;

use super::model::{CourseId, CourseStatus, ProjectTool};
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Scope};
use crate::kernel::db::schema::{course_sectors, course_subjects, course_versions, courses};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{InstitutionId, PersonId};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = courses, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: CourseId,
    pub owner_id: InstitutionId,
    pub status: CourseStatus,
    pub name_sort: String,
    pub search: String,
    /// What is being written.
    pub document: Json,
    /// What others are shown: the last published version, or the draft before the first.
    pub shown: Json,
    pub published_number: Option<i32>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = course_versions, treat_none_as_default_value = false)]
pub struct VersionRow {
    pub course_id: CourseId,
    pub number: i32,
    pub document: Json,
    pub published_at: Instant,
    pub published_by: Option<PersonId>,
}

/// A condition on courses.
pub type Condition = Box<dyn BoxableExpression<courses::table, MultiBackend, SqlType = Bool>>;

/// The courses a caller may know of; every one when there is no condition.
fn visible(tx: &Read<'_>) -> Option<Condition> {
    let published = courses::status.ne(CourseStatus::Draft);
    match (&tx.scope, tx.caller.and_then(Caller::institution)) {
        (Scope::All, _) => None,
        (_, Some(institution)) => Some(Box::new(published.or(courses::owner_id.eq(institution)))),
        _ => Some(Box::new(published)),
    }
}

/// What is asked of a list.
#[derive(Debug, Default)]
pub struct Filter {
    pub words: Vec<String>,
    pub statuses: Vec<CourseStatus>,
    pub tools: Vec<ProjectTool>,
    pub sectors: Vec<String>,
    pub owner: Option<InstitutionId>,
}

fn conditions(tx: &Read<'_>, filter: &Filter) -> Vec<Condition> {
    let mut all: Vec<Condition> = visible(tx).into_iter().collect();
    if filter.statuses.is_empty() {
        all.push(Box::new(courses::status.ne(CourseStatus::Archived)));
    } else {
        all.push(Box::new(courses::status.eq_any(filter.statuses.clone())));
    }
    if !filter.tools.is_empty() {
        let tools: Vec<&'static str> = filter.tools.iter().map(|tool| tool.as_str()).collect();
        let with = course_subjects::table.filter(course_subjects::subject.eq_any(tools)).select(course_subjects::course_id);
        all.push(Box::new(courses::id.eq_any(with)));
    }
    if !filter.sectors.is_empty() {
        // A course that names no craft is for all of them.
        let named =
            course_sectors::table.filter(course_sectors::sector_code.eq_any(filter.sectors.clone())).select(course_sectors::course_id);
        let any = course_sectors::table.select(course_sectors::course_id);
        all.push(Box::new(courses::id.eq_any(named).or(diesel::dsl::not(courses::id.eq_any(any)))));
    }
    if let Some(institution) = filter.owner {
        all.push(Box::new(courses::owner_id.eq(institution)));
    }
    for word in &filter.words {
        all.push(Box::new(courses::search.like(format!("%{word}%"))));
    }
    all
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Name,
    Updated,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    value: KeyValue,
    id: CourseId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum KeyValue {
    Text(String),
    At(Instant),
}

impl Key {
    pub fn of(row: &Row, order: Order) -> Self {
        let value = match order {
            Order::Name => KeyValue::Text(row.name_sort.clone()),
            Order::Updated => KeyValue::At(row.updated_at),
        };
        Self { value, id: row.id }
    }
}

/// Courses in an order, at most `limit`.
pub fn page(tx: &mut Read<'_>, filter: &Filter, (order, down): (Order, bool), after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use courses as c;
    let mut query = c::table.select(Row::as_select()).limit(limit).into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    let (mut text, mut at) = (None, None);
    match after {
        Some(Key { value: KeyValue::Text(value), id }) => text = Some((value, id)),
        Some(Key { value: KeyValue::At(value), id }) => at = Some((value, id)),
        None => {}
    }
    let query = match order {
        Order::Name => crate::in_order!(query, (c::name_sort, c::id), down, text),
        Order::Updated => crate::in_order!(query, (c::updated_at, c::id), down, at),
    };
    Ok(query.load(tx.conn)?)
}

/// How many match.
pub fn total(tx: &mut Read<'_>, filter: &Filter) -> Result<i64> {
    let mut query = courses::table.into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(tx.conn)?)
}

/// A course the caller may know of.
pub fn find(tx: &mut Read<'_>, id: CourseId) -> Result<Row> {
    let mut query = courses::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    query.first(tx.conn).optional()?.ok_or_else(Error::not_found)
}

/// Whether a course is there, whoever asks.
pub fn exists(conn: &mut AnyConnection, id: CourseId) -> Result<bool> {
    Ok(courses::table.find(id).select(courses::id).first::<CourseId>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(courses::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(courses::table.find(row.id).filter(courses::version.eq(row.version - 1))).set(row).execute(conn)?)
}

/// The tools and crafts of what is shown of a course.
pub fn set_links(conn: &mut AnyConnection, id: CourseId, tools: &[ProjectTool], sectors: &[String]) -> Result<()> {
    use {course_sectors as s, course_subjects as t};
    diesel::delete(t::table.filter(t::course_id.eq(id))).execute(conn)?;
    diesel::delete(s::table.filter(s::course_id.eq(id))).execute(conn)?;
    let tools: Vec<_> = tools.iter().map(|tool| (t::subject.eq(tool.as_str()), t::course_id.eq(id))).collect();
    let sectors: Vec<_> = sectors.iter().map(|code| (s::sector_code.eq(code), s::course_id.eq(id))).collect();
    if !tools.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(t::table).values(&tools).execute(c))?;
    }
    if !sectors.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(s::table).values(&sectors).execute(c))?;
    }
    Ok(())
}

pub fn add_version(conn: &mut AnyConnection, row: &VersionRow) -> Result<()> {
    diesel::insert_into(course_versions::table).values(row).execute(conn)?;
    Ok(())
}

/// The published versions of a course, latest first, at most `limit`.
pub fn versions(conn: &mut AnyConnection, id: CourseId, before: Option<i32>, limit: i64) -> Result<Vec<VersionRow>> {
    use course_versions as v;
    let mut query = v::table.filter(v::course_id.eq(id)).order(v::number.desc()).limit(limit).select(VersionRow::as_select()).into_boxed();
    if let Some(number) = before {
        query = query.filter(v::number.lt(number));
    }
    Ok(query.load(conn)?)
}

/// How many versions of a course were published.
pub fn version_total(conn: &mut AnyConnection, id: CourseId) -> Result<i64> {
    Ok(course_versions::table.filter(course_versions::course_id.eq(id)).count().get_result(conn)?)
}

/// One published version of a course.
pub fn version(conn: &mut AnyConnection, id: CourseId, number: i32) -> Result<Option<VersionRow>> {
    Ok(course_versions::table.find((id, number)).select(VersionRow::as_select()).first(conn).optional()?)
}

/// What was published of some courses.
pub fn version_documents(conn: &mut AnyConnection, ids: &[CourseId]) -> Result<Vec<(CourseId, i32, Json)>> {
    use course_versions as v;
    Ok(v::table.filter(v::course_id.eq_any(ids)).select((v::course_id, v::number, v::document)).load(conn)?)
}
