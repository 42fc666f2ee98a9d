use super::model::{self, Clean, DocumentId, DocumentKind};
use super::store::{self, Owner, Row};
use super::wire::{Document, ProjectUploadQuery, UploadQuery};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::storage::{Storage, unavailable};
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::projects::{self, Id as ProjectId};
use crate::resources::{associations, budgets, partners};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::Read as _;

pub const SUBJECT: &str = "document";
/// Most documents of one file.
const MOST: usize = 50;
/// Most documents of one project.
const MOST_OF_PROJECT: usize = 500;

fn view(row: Row) -> Document {
    Document {
        id: row.id,
        kind: row.kind,
        file_name: row.file_name,
        media_type: row.media_type,
        size: row.size,
        created_at: row.created_at,
        agreement_id: row.agreement_id,
        report_id: row.report_id,
    }
}

/// What was uploaded, cleaned: pictures are decoded and written anew.
///
/// # Errors
/// `invalid` for what is no plain PDF, PNG or JPEG.
pub fn cleaned(bytes: &[u8]) -> Result<Clean> {
    model::clean(bytes).ok_or_else(|| Error::invalid(vec![FieldFault::expecting("", Fault::WrongFormat, "PDF, PNG, JPEG")]))
}

pub fn list(tx: &mut Read<'_>, id: AssociationId) -> Result<Vec<Document>> {
    associations::must_be_in_charge(tx, id)?;
    Ok(store::list(tx.conn, Owner::Association(id))?.into_iter().map(view).collect())
}

pub fn list_of_project(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<Document>> {
    projects::read(tx, id)?;
    Ok(store::list(tx.conn, Owner::Project(id))?.into_iter().map(view).collect())
}

/// Keeps a cleaned document of a file.
pub fn upload(tx: &mut Write<'_>, association: AssociationId, query: UploadQuery, clean: &Clean) -> Result<Document> {
    associations::must_be_in_charge(tx, association)?;
    if store::list(tx.conn, Owner::Association(association))?.len() >= MOST {
        return Err(Error::say(
            Kind::WrongState,
            "بلغ الملف أقصى عدد من الوثائق.",
            "Le dossier a atteint le nombre maximal de pièces.",
            "The file has as many documents as it may have.",
        ));
    }
    let row = keep(tx, association, query.kind, &query.file_name, clean)?;
    let after = written(tx, &row)?;
    tx.publish("document.uploaded", association.0, Some(association), &after)?;
    Ok(view(row))
}

/// Keeps a cleaned document of a project, of one of its agreements or of one of its progress reports.
pub fn upload_to_project(tx: &mut Write<'_>, id: ProjectId, query: ProjectUploadQuery, clean: &Clean) -> Result<Document> {
    let project = projects::open(tx, id)?;
    let mut faults = Faults::default();
    match query.agreement_id {
        Some(agreement) if !partners::has_agreement(tx, id, agreement)? => faults.expecting("/agreement_id", Fault::NoSuch, agreement),
        _ => {}
    }
    match query.report_id {
        Some(_) if query.agreement_id.is_some() => faults.expecting("/report_id", Fault::Contradiction, "agreement_id"),
        Some(report) if !budgets::has_report(tx, id, report)? => faults.expecting("/report_id", Fault::NoSuch, report),
        _ => {}
    }
    faults.finish()?;
    if store::list(tx.conn, Owner::Project(id))?.len() >= MOST_OF_PROJECT {
        return Err(Error::say(
            Kind::WrongState,
            "بلغ المشروع أقصى عدد من الوثائق.",
            "Le projet a atteint le nombre maximal de pièces.",
            "The project has as many documents as it may have.",
        ));
    }
    let row = Row {
        project_id: Some(id),
        agreement_id: query.agreement_id,
        report_id: query.report_id,
        ..keep(tx, project.association_id, query.kind, &query.file_name, clean)?
    };
    let after = written(tx, &row)?;
    projects::publish(tx, "project.document_uploaded", id, &after)?;
    Ok(view(row))
}

/// Keeps the bytes of a document under the key of its row.
///
/// # Errors
/// `unavailable` when the storage does not answer.
pub fn put_away(storage: &Storage, row: &Row, bytes: &[u8]) -> Result<()> {
    let mut incoming = storage.begin(row.id.0, u64::MAX)?;
    incoming.push(bytes)?;
    storage.keep(incoming, &row.storage_key)
}

/// Keeps the file of a document. It is there before its row is committed: a row never points to nothing.
fn keep(tx: &Write<'_>, association: AssociationId, kind: DocumentKind, file_name: &str, clean: &Clean) -> Result<Row> {
    let id: DocumentId = tx.new_id();
    let row = Row {
        id,
        association_id: association,
        kind,
        file_name: file_name.replace(['/', '\\', '"'], "_"),
        media_type: clean.media_type.to_owned(),
        size: i64::try_from(clean.bytes.len()).map_err(Error::internal)?,
        sha256: Sha256::digest(&clean.bytes).to_vec(),
        storage_key: format!("documents/{id}"),
        uploaded_by: tx.caller.and_then(Caller::person),
        created_at: tx.now,
        project_id: None,
        agreement_id: None,
        report_id: None,
    };
    put_away(&tx.kernel.storage, &row, &clean.bytes)?;
    Ok(row)
}

/// Writes the row of a document; answers with what is told of it.
fn written(tx: &mut Write<'_>, row: &Row) -> Result<Value> {
    store::insert(tx.conn, row)?;
    let after = told(row);
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&after))?;
    Ok(after)
}

/// What the audit log and the change feed hold of a document.
fn told(row: &Row) -> Value {
    json!({
        "association_id": row.association_id, "project_id": row.project_id, "agreement_id": row.agreement_id, "report_id": row.report_id,
        "kind": row.kind, "file_name": row.file_name, "media_type": row.media_type, "size": row.size,
    })
}

/// A document with its bytes.
pub fn content(tx: &mut Read<'_>, id: DocumentId) -> Result<(Row, Vec<u8>)> {
    let row = store::find(tx.conn, id)?;
    match row.project_id {
        Some(project) => projects::read(tx, project).map(drop)?,
        None => associations::must_be_in_charge(tx, row.association_id).map_err(|_| Error::not_found())?,
    }
    let mut bytes = Vec::new();
    tx.kernel.storage.open(&row.storage_key)?.read_to_end(&mut bytes).map_err(unavailable)?;
    Ok((row, bytes))
}

/// Forgets a document; answers with the key of its file, to be removed once the row is gone for good.
pub fn delete(tx: &mut Write<'_>, id: DocumentId) -> Result<String> {
    let row = store::find(tx.conn, id)?;
    match row.project_id {
        Some(project) => projects::open(tx, project).map(drop)?,
        None => associations::must_be_in_charge(tx, row.association_id).map_err(|_| Error::not_found())?,
    }
    store::delete(tx.conn, id)?;
    let before = told(&row);
    tx.audit((SUBJECT, &id.to_string()), Some(&before), None)?;
    match row.project_id {
        Some(project) => projects::publish(tx, "project.document_deleted", project, &before)?,
        None => tx.publish("document.deleted", row.association_id.0, Some(row.association_id), &before)?,
    }
    Ok(row.storage_key)
}
