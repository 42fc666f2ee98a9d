//! Files that modules give to read: uploaded to a course, named by its materials, public with the versions they come in.

use super::rows::editable;
use super::view::may_edit;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::storage::unavailable;
use crate::resources::courses::model::{CourseFileId, CourseId, CourseInput};
use crate::resources::courses::store::{self, files};
use crate::resources::courses::wire::{CourseFile, CourseUploadQuery};
use crate::resources::documents::Clean;
use serde_json::{Value, json};
use std::io::Read as _;

/// What a file is called in the audit log.
const SUBJECT: &str = "course_file";
/// Most files of a course.
const MOST: usize = 200;

fn view(row: files::Row) -> CourseFile {
    CourseFile {
        id: row.id,
        url: row.id.url(),
        file_name: row.file_name,
        media_type: row.media_type,
        size: row.size,
        published_at: row.published_at,
        created_at: row.created_at,
    }
}

fn told(row: &files::Row) -> Value {
    json!({ "course_id": row.course_id, "file_name": row.file_name, "size": row.size })
}

/// The files of a course, for those who write it.
pub fn list(tx: &mut Read<'_>, id: CourseId) -> Result<Vec<CourseFile>> {
    let course = store::find(tx, id)?;
    if !may_edit(tx, &course) {
        return Err(Error::new(Kind::Forbidden));
    }
    Ok(files::of_course(tx.conn, id)?.into_iter().map(view).collect())
}

/// Adds a file to a course. Its bytes are there before its row is committed: a row never points to nothing.
pub fn upload(tx: &mut Write<'_>, id: CourseId, query: &CourseUploadQuery, clean: &Clean) -> Result<CourseFile> {
    editable(tx, id)?;
    if files::of_course(tx.conn, id)?.len() >= MOST {
        return Err(Error::say(
            Kind::WrongState,
            "بلغ عدد ملفات المقرر أقصاه، احذفوا منها قبل إضافة غيرها.",
            "Le nombre maximal de fichiers du cours est atteint : retirez-en avant d’en ajouter.",
            "The course has as many files as it may: remove some before you add others.",
        ));
    }
    let file: CourseFileId = tx.new_id();
    let row = files::Row {
        id: file,
        course_id: id,
        file_name: query.file_name.replace(['/', '\\', '"'], "_"),
        media_type: clean.media_type.to_owned(),
        size: i64::try_from(clean.bytes.len()).map_err(Error::internal)?,
        storage_key: format!("course-files/{file}"),
        published_at: None,
        uploaded_by: tx.caller.and_then(Caller::person),
        created_at: tx.now,
    };
    let mut incoming = tx.kernel.storage.begin(file.0, u64::MAX)?;
    incoming.push(&clean.bytes)?;
    tx.kernel.storage.keep(incoming, &row.storage_key)?;
    files::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &file.to_string()), None, Some(&told(&row)))?;
    Ok(view(row))
}

/// A file the caller may read: everybody what came with a version, those who write the course all of it.
fn readable(tx: &mut Read<'_>, id: CourseFileId) -> Result<(files::Row, store::Row)> {
    let row = files::find(tx.conn, id)?;
    let course = store::find(tx, row.course_id)?;
    if row.published_at.is_none() && !may_edit(tx, &course) {
        return Err(Error::not_found());
    }
    Ok((row, course))
}

/// A file with its bytes.
pub fn content(tx: &mut Read<'_>, id: CourseFileId) -> Result<(String, String, Vec<u8>)> {
    let (row, _) = readable(tx, id)?;
    let mut bytes = Vec::new();
    tx.kernel.storage.open(&row.storage_key)?.read_to_end(&mut bytes).map_err(unavailable)?;
    Ok((row.file_name, row.media_type, bytes))
}

/// Forgets a file that no version came with and no module names; answers with its key, to be removed once the row is gone for good.
pub fn delete(tx: &mut Write<'_>, id: CourseFileId) -> Result<String> {
    let (row, course) = readable(tx, id)?;
    if !may_edit(tx, &course) {
        return Err(Error::new(Kind::Forbidden));
    }
    let written: CourseInput = course.document.read()?;
    if row.published_at.is_some() || written.files().any(|(_, file)| file == id) {
        return Err(Error::say(
            Kind::WrongState,
            "تشير إليه وحدة من المقرر أو نسخة منشورة منه، فلا يحذف.",
            "Un module du cours ou une version publiée renvoie à ce fichier : il reste.",
            "A module of the course, or a version that was published, leads to this file: it stays.",
        ));
    }
    files::delete(tx.conn, id)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&told(&row)), None)?;
    Ok(row.storage_key)
}
