use super::model::{Clean, DocumentKind};
use super::store::{self, DocumentId, Row};
use super::wire::Document;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::storage::unavailable;
use crate::resources::associations;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Read as _;

pub const SUBJECT: &str = "document";
/// Most documents of one file.
const MOST: usize = 50;

pub fn list(tx: &mut Read<'_>, id: AssociationId) -> Result<Vec<Document>> {
    associations::must_be_in_charge(tx, id)?;
    Ok(store::list(tx.conn, id)?.into_iter().map(Row::view).collect())
}

/// Keeps a cleaned document. The file is written before the row is committed: a row never points to nothing.
pub fn upload(tx: &mut Write<'_>, association: AssociationId, kind: DocumentKind, file_name: &str, clean: &Clean) -> Result<Document> {
    associations::must_be_in_charge(tx, association)?;
    if store::list(tx.conn, association)?.len() >= MOST {
        return Err(Error::say(
            Kind::WrongState,
            "بلغ الملف أقصى عدد من الوثائق.",
            "Le dossier a atteint le nombre maximal de pièces.",
            "The file has as many documents as it may have.",
        ));
    }
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
    };
    let mut incoming = tx.kernel.storage.begin(id.0, u64::MAX)?;
    incoming.push(&clean.bytes)?;
    tx.kernel.storage.keep(incoming, &row.storage_key)?;
    store::insert(tx.conn, &row)?;
    let after = json!({ "association_id": association, "kind": kind, "media_type": row.media_type, "size": row.size });
    tx.audit((SUBJECT, &id.to_string()), None, Some(&after))?;
    tx.publish("document.uploaded", association.0, Some(association), &after)?;
    Ok(row.view())
}

/// A document with its bytes.
pub fn content(tx: &mut Read<'_>, id: DocumentId) -> Result<(Row, Vec<u8>)> {
    let row = store::find(tx.conn, id)?;
    associations::must_be_in_charge(tx, row.association_id).map_err(|_| Error::not_found())?;
    let mut bytes = Vec::new();
    tx.kernel.storage.open(&row.storage_key)?.read_to_end(&mut bytes).map_err(unavailable)?;
    Ok((row, bytes))
}

/// Forgets a document; answers with the key of its file, to be removed once the row is gone for good.
pub fn delete(tx: &mut Write<'_>, id: DocumentId) -> Result<String> {
    let row = store::find(tx.conn, id)?;
    associations::must_be_in_charge(tx, row.association_id).map_err(|_| Error::not_found())?;
    store::delete(tx.conn, id)?;
    let before = json!({ "association_id": row.association_id, "kind": row.kind, "file_name": row.file_name });
    tx.audit((SUBJECT, &id.to_string()), Some(&before), None)?;
    tx.publish("document.deleted", row.association_id.0, Some(row.association_id), &before)?;
    Ok(row.storage_key)
}
