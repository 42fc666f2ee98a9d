//! Every line of SQL about files of courses.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::course_files;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::courses::model::{CourseFileId, CourseId};
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = course_files, treat_none_as_default_value = false)]
pub struct Row {
    pub id: CourseFileId,
    pub course_id: CourseId,
    pub file_name: String,
    pub media_type: String,
    pub size: i64,
    pub storage_key: String,
    /// When it first came with a published version; it stays from then on.
    pub published_at: Option<Instant>,
    pub uploaded_by: Option<PersonId>,
    pub created_at: Instant,
}

/// The files of a course, oldest first.
pub fn of_course(conn: &mut AnyConnection, id: CourseId) -> Result<Vec<Row>> {
    use course_files as f;
    Ok(f::table.filter(f::course_id.eq(id)).order(f::id).select(Row::as_select()).load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: CourseFileId) -> Result<Row> {
    course_files::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(course_files::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps those of a version that is published, for good.
pub fn publish(conn: &mut AnyConnection, ids: &[CourseFileId], at: Instant) -> Result<()> {
    use course_files as f;
    let new = f::table.filter(f::id.eq_any(ids.to_vec())).filter(f::published_at.is_null());
    diesel::update(new).set(f::published_at.eq(at)).execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut AnyConnection, id: CourseFileId) -> Result<()> {
    diesel::delete(course_files::table.find(id)).execute(conn)?;
    Ok(())
}
