//! One function for each operation.

use super::model::{EventFileId, EventFileKind};
use super::store::{self, Row};
use super::wire::{EventFile, EventUploadQuery, OrganiserFileKind, PictureUploadQuery};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::storage::unavailable;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::calls::{self, ApplicationId};
use crate::resources::documents::Clean;
use crate::resources::events::{self, Id as EventId};
use crate::resources::reviews::{self, ReviewId};
use serde_json::{Value, json};
use std::io::Read as _;

/// What a file is called in the audit log.
pub const SUBJECT: &str = "event_file";
/// The name of a picture for whoever must not learn whose it is.
const NAMELESS: &str = "picture";
/// Most documents of an event.
const MOST: usize = 30;
/// Most pictures of an application.
const MOST_PICTURES: usize = 60;

fn view(row: Row) -> EventFile {
    EventFile {
        id: row.id,
        kind: row.kind,
        product_id: row.product_id,
        file_name: row.file_name,
        media_type: row.media_type,
        size: row.size,
        created_at: row.created_at,
    }
}

fn told(row: &Row) -> Value {
    json!({ "event_id": row.event_id, "application_id": row.application_id, "kind": row.kind, "file_name": row.file_name, "size": row.size })
}

/// The poster and the documents of an event.
pub fn of_event(tx: &mut Read<'_>, id: EventId) -> Result<Vec<EventFile>> {
    events::read(tx, id)?;
    Ok(store::of_event(tx.conn, id)?.into_iter().map(view).collect())
}

/// The pictures of an application. One whose product was taken off the list is of no product in particular, and of that product again once it is back.
fn pictures(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<EventFile>> {
    let content = calls::entry(tx, id)?.content;
    let shown = |row: Row| view(Row { product_id: row.product_id.filter(|id| content.brings(*id)), ..row });
    Ok(store::of_application(tx.conn, id)?.into_iter().map(shown).collect())
}

/// The pictures of an application the caller may know of.
pub fn of_application(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<EventFile>> {
    calls::place(tx, id)?;
    pictures(tx, id)
}

/// The pictures of what the caller reviews, under names that say nothing.
pub fn of_review(tx: &mut Read<'_>, id: ReviewId) -> Result<Vec<EventFile>> {
    let application = reviews::application_of(tx, id)?;
    let nameless = |picture: EventFile| EventFile { file_name: NAMELESS.to_owned(), ..picture };
    Ok(pictures(tx, application)?.into_iter().map(nameless).collect())
}

/// Keeps a file. Its bytes are there before its row is committed: a row never points to nothing.
fn keep(tx: &mut Write<'_>, row: Row, clean: &Clean) -> Result<EventFile> {
    let mut incoming = tx.kernel.storage.begin(row.id.0, u64::MAX)?;
    incoming.push(&clean.bytes)?;
    tx.kernel.storage.keep(incoming, &row.storage_key)?;
    store::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&told(&row)))?;
    Ok(view(row))
}

fn row(tx: &Write<'_>, event_id: EventId, kind: EventFileKind, file_name: &str, clean: &Clean) -> Result<Row> {
    let id: EventFileId = tx.new_id();
    Ok(Row {
        id,
        event_id,
        application_id: None,
        kind,
        product_id: None,
        file_name: file_name.replace(['/', '\\', '"'], "_"),
        media_type: clean.media_type.to_owned(),
        size: i64::try_from(clean.bytes.len()).map_err(Error::internal)?,
        storage_key: format!("event-files/{id}"),
        uploaded_by: tx.caller.and_then(Caller::person),
        created_at: tx.now,
    })
}

fn must_be_picture(clean: &Clean) -> Result<()> {
    if clean.media_type.starts_with("image/") {
        Ok(())
    } else {
        Err(Error::invalid(vec![FieldFault::expecting("", Fault::WrongFormat, "PNG, JPEG")]))
    }
}

fn too_many() -> Error {
    Error::say(
        Kind::WrongState,
        "بلغ عدد الملفات أقصاه، احذفوا منها قبل إضافة غيرها.",
        "Le nombre maximal de fichiers est atteint : retirez-en avant d’en ajouter.",
        "There are as many files as there may be: remove some before you add others.",
    )
}

/// Adds a poster or a document to an event; answers with the keys of files that are no longer needed too.
pub fn upload(tx: &mut Write<'_>, id: EventId, query: &EventUploadQuery, clean: &Clean) -> Result<(EventFile, Vec<String>)> {
    events::organised(tx, id)?;
    let there = store::of_event(tx.conn, id)?;
    let mut old = Vec::new();
    let kind = match query.kind {
        OrganiserFileKind::Poster => {
            must_be_picture(clean)?;
            for poster in there.into_iter().filter(|row| row.kind == EventFileKind::Poster) {
                store::delete(tx.conn, poster.id)?;
                old.push(poster.storage_key);
            }
            EventFileKind::Poster
        }
        OrganiserFileKind::Document if there.len() >= MOST => return Err(too_many()),
        OrganiserFileKind::Document => EventFileKind::Document,
    };
    let row = row(tx, id, kind, &query.file_name, clean)?;
    Ok((keep(tx, row, clean)?, old))
}

/// Adds a picture to the caller's application, while it may be changed.
pub fn upload_picture(tx: &mut Write<'_>, id: ApplicationId, query: &PictureUploadQuery, clean: &Clean) -> Result<EventFile> {
    let (place, content) = calls::writable_place(tx, id)?;
    must_be_picture(clean)?;
    if let Some(product) = query.product_id.filter(|id| !content.brings(*id)) {
        return Err(Error::invalid(vec![FieldFault::expecting("?product_id", Fault::NoSuch, product)]));
    }
    if store::of_application(tx.conn, id)?.len() >= MOST_PICTURES {
        return Err(too_many());
    }
    let row = row(tx, place.event_id, EventFileKind::Picture, &query.file_name, clean)?;
    keep(tx, Row { application_id: Some(id), product_id: query.product_id, ..row }, clean)
}

/// A file with its bytes.
pub fn content(tx: &mut Read<'_>, id: EventFileId) -> Result<(Row, Vec<u8>)> {
    let mut row = store::find(tx.conn, id)?;
    match row.application_id {
        None => events::read(tx, row.event_id).map(drop)?,
        Some(application) => {
            if let Err(refused) = calls::place(tx, application) {
                if !reviews::reads(tx, application)? {
                    return Err(refused);
                }
                NAMELESS.clone_into(&mut row.file_name);
            }
        }
    }
    let mut bytes = Vec::new();
    tx.kernel.storage.open(&row.storage_key)?.read_to_end(&mut bytes).map_err(unavailable)?;
    Ok((row, bytes))
}

/// Forgets the pictures of an application that is about to go; answers with their keys.
///
/// # Errors
/// When the database does not answer.
pub fn forget_pictures(tx: &mut Write<'_>, id: ApplicationId) -> Result<Vec<String>> {
    let keys = store::of_application(tx.conn, id)?.into_iter().map(|row| row.storage_key).collect();
    store::delete_pictures(tx.conn, id)?;
    Ok(keys)
}

/// Forgets a file; answers with its key, to be removed once the row is gone for good.
pub fn delete(tx: &mut Write<'_>, id: EventFileId) -> Result<String> {
    let row = store::find(tx.conn, id)?;
    match row.application_id {
        None => events::organised(tx, row.event_id).map(drop).map_err(|error| match error.kind {
            Kind::Forbidden => Error::not_found(),
            _ => error,
        })?,
        Some(application) => calls::writable_place(tx, application).map(drop)?,
    }
    store::delete(tx.conn, id)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&told(&row)), None)?;
    Ok(row.storage_key)
}
