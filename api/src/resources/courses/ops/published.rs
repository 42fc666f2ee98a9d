//! What the parts of a course may ask of it.

use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::resources::courses::model::{CourseId, CourseInput, CourseModule, CourseStatus, ProjectTool};
use crate::resources::courses::store;
use std::collections::HashMap;

/// A version of a course that is taught.
#[derive(Debug, Clone)]
pub struct Published {
    /// The course.
    pub id: CourseId,
    /// Who wrote it.
    pub owner_id: InstitutionId,
    /// Number of the version.
    pub number: i32,
    /// Whether cohorts may be made of it now.
    pub taught: bool,
    /// Its content.
    pub content: CourseInput,
}

/// A version of a course; the last one where none is named.
///
/// # Errors
/// `not_found`, also for a version that was never published.
pub fn published(tx: &mut Read<'_>, id: CourseId, number: Option<i32>) -> Result<Published> {
    let row = store::find(tx, id)?;
    let number = number.or(row.published_number).ok_or_else(Error::not_found)?;
    let version = store::version(tx.conn, id, number)?.ok_or_else(Error::not_found)?;
    Ok(Published { id, owner_id: row.owner_id, number, taught: row.status == CourseStatus::Published, content: version.document.read()? })
}

/// What is taught in a version of a course, whoever asks.
///
/// # Errors
/// `not_found` for a version that was never published.
pub fn modules(conn: &mut AnyConnection, id: CourseId, number: i32) -> Result<Vec<CourseModule>> {
    let version = store::version(conn, id, number)?.ok_or_else(Error::not_found)?;
    let CourseInput { modules, .. } = version.document.read()?;
    Ok(modules)
}

/// The tools the modules of a version of a course work with, each once, whoever asks.
///
/// # Errors
/// `not_found` for a version that was never published.
pub fn tools(conn: &mut AnyConnection, id: CourseId, number: i32) -> Result<Vec<ProjectTool>> {
    let version = store::version(conn, id, number)?.ok_or_else(Error::not_found)?;
    Ok(version.document.read::<CourseInput>()?.tools())
}

/// The names of some versions of courses, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn version_names(conn: &mut AnyConnection, versions: &[(CourseId, i32)]) -> Result<HashMap<(CourseId, i32), Text>> {
    let ids: Vec<CourseId> = versions.iter().map(|(id, _)| *id).collect();
    let named = |(id, number, document): (CourseId, i32, Json)| {
        let CourseInput { name, .. } = document.read()?;
        Ok(((id, number), name))
    };
    store::version_documents(conn, &ids)?.into_iter().map(named).collect()
}
