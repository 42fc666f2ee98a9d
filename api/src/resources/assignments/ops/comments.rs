//! Comments at the place.

use super::SUBMISSION;
use super::submissions::found;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::assignments::model::{PieceItem, PieceKind, SubmissionId, SubmissionPlace, SubmissionPlaceKind};
use crate::resources::assignments::store::submissions::{self as store, CommentRow};
use crate::resources::assignments::wire::{SubmissionComment, SubmissionCommentInput, SubmissionCommentList};
use serde_json::json;
use std::collections::HashMap;

fn shown(row: CommentRow, names: &HashMap<PersonId, String>) -> SubmissionComment {
    SubmissionComment {
        id: row.id,
        at: row.at,
        number: row.number,
        place: SubmissionPlace { kind: row.place_kind, id: row.place_id },
        text: row.text,
        role: row.role,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
    }
}

/// The comments on a submission, first to last.
pub fn list(tx: &mut Read<'_>, id: SubmissionId) -> Result<SubmissionCommentList> {
    found(tx, id)?;
    let rows = store::comments(tx.conn, id)?;
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    Ok(SubmissionCommentList { items: rows.into_iter().map(|row| shown(row, &names)).collect() })
}

/// Whether something of the piece is what a comment stands at.
fn stands_at(item: &PieceItem, place: SubmissionPlace) -> bool {
    let kind = match item.kind {
        PieceKind::Note => SubmissionPlaceKind::Note,
        PieceKind::Element => SubmissionPlaceKind::Element,
        PieceKind::Activity => SubmissionPlaceKind::Activity,
        PieceKind::CostLine => SubmissionPlaceKind::CostLine,
        PieceKind::Partner => SubmissionPlaceKind::Partner,
        PieceKind::CashFlow => return false,
    };
    kind == place.kind && item.id.is_some() && item.id == place.id.map(|id| id.0)
}

/// Makes a comment: whoever runs or teaches the cohort, or the association itself.
pub fn add(tx: &mut Write<'_>, id: SubmissionId, input: SubmissionCommentInput) -> Result<SubmissionComment> {
    let (row, _, inside) = found(tx, id)?;
    let association = inside.participant(row.enrolment_id)?.association_id;
    let role = tx.known()?.role.ok_or_else(|| Error::new(Kind::Forbidden))?;
    if !inside.leads && tx.known()?.body != crate::kernel::access::Body::Association(association) {
        return Err(Error::new(Kind::Forbidden));
    }
    let place = input.place.unwrap_or(SubmissionPlace { kind: SubmissionPlaceKind::Submission, id: None });
    let mut faults = Faults::default();
    match (place.kind, place.id) {
        (SubmissionPlaceKind::Submission, None) => {}
        (SubmissionPlaceKind::Submission, Some(_)) => faults.expecting("/place/id", Fault::NotAllowed, "null"),
        (_, None) => faults.add("/place/id", Fault::Required),
        (_, Some(wanted)) => {
            let items: Vec<PieceItem> = store::piece(tx.conn, id, row.number)?.read()?;
            if !items.iter().any(|item| stands_at(item, place)) {
                faults.expecting("/place/id", Fault::NoSuch, wanted);
            }
        }
    }
    faults.finish()?;
    let comment = CommentRow {
        id: tx.new_id(),
        submission_id: id,
        number: row.number,
        at: tx.now,
        place_kind: place.kind,
        place_id: place.id,
        text: input.text,
        role,
        person_id: tx.caller.and_then(Caller::person),
    };
    store::comment(tx.conn, &comment)?;
    tx.audit((SUBMISSION, &id.to_string()), None, Some(&json!({ "comment_id": comment.id, "place": place })))?;
    let people: Vec<PersonId> = comment.person_id.into_iter().collect();
    let names = accounts::person_names(tx.conn, &people)?;
    Ok(shown(comment, &names))
}
