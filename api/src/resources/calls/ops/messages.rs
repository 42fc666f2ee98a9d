//! What associations and organisers write to each other, and what applicants are told of an event.

use super::SUBJECT;
use super::applications::{find, own};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::letter::Letter;
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::calls::letters;
use crate::resources::calls::model::{ApplicationId, ApplicationStatus, MessageSide};
use crate::resources::calls::store::{self, MessageRow};
use crate::resources::calls::wire::{ApplicationMessage, ApplicationMessageInput};
use crate::resources::events::{self, Brief};
use serde_json::json;
use std::collections::HashMap;

fn views(tx: &mut Read<'_>, rows: Vec<MessageRow>) -> Result<Vec<ApplicationMessage>> {
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = if people.is_empty() { HashMap::new() } else { accounts::person_names(tx.conn, &people)? };
    let view = |row: MessageRow| ApplicationMessage {
        id: row.id,
        at: row.at,
        side: row.side,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
        text: row.text,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What was written about an application, first to last.
pub fn list(tx: &mut Read<'_>, id: ApplicationId) -> Result<Vec<ApplicationMessage>> {
    find(tx, id)?;
    let rows = store::messages(tx.conn, id)?;
    views(tx, rows)
}

/// Writes to the other side; the association gets it as a letter too.
pub fn send(tx: &mut Write<'_>, id: ApplicationId, input: ApplicationMessageInput) -> Result<ApplicationMessage> {
    let row = find(tx, id)?;
    let event = events::read(tx, row.event_id)?;
    let side = if own(tx) == Some(row.association_id) {
        MessageSide::Association
    } else if event.ours {
        MessageSide::Organiser
    } else {
        return Err(Error::new(Kind::Forbidden));
    };
    let message = MessageRow {
        id: tx.new_id(),
        application_id: id,
        at: tx.now,
        side,
        person_id: tx.caller.and_then(Caller::person),
        text: input.text,
    };
    // An application that is saved meanwhile must not forget who has written last.
    store::lock(tx.conn, row.event_id)?;
    store::add_message(tx.conn, &message)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "message": message.id, "side": side })))?;
    if side == MessageSide::Organiser {
        let place = (&event.name, &message.text, id.to_string());
        let letters = readers(tx, &[row.association_id], |reader, public_url| {
            letters::message(reader, place.0, place.1, &format!("{public_url}/{}/applications/{}", reader.language, place.2))
        })?;
        tx.mail_all(&letters)?;
    }
    views(tx, vec![message])?.pop().ok_or_else(Error::not_found)
}

/// A letter to everybody who speaks for some associations.
fn readers(tx: &mut Read<'_>, ids: &[AssociationId], letter: impl Fn(&accounts::Reader, &str) -> Letter) -> Result<Vec<Letter>> {
    let public_url = &tx.kernel.config.public_url;
    Ok(accounts::readers(tx.conn, ids)?.iter().map(|reader| letter(reader, public_url)).collect())
}

/// Tells everybody who has applied that an event was put off, called off or announced again.
///
/// # Errors
/// When the database does not answer.
pub fn tell_applicants(tx: &mut Write<'_>, event: &Brief, reason: Option<&str>) -> Result<()> {
    if event.status == events::Status::Closed {
        return Ok(());
    }
    let concerned: Vec<ApplicationStatus> =
        ApplicationStatus::ALL.iter().copied().filter(|status| *status != ApplicationStatus::Withdrawn).collect();
    let applicants: Vec<AssociationId> =
        store::standing(tx.conn, event.id, &concerned)?.into_iter().map(|row| row.association_id).collect();
    if applicants.is_empty() {
        return Ok(());
    }
    let letters = readers(tx, &applicants, |reader, public_url| {
        letters::event_changed(reader, event, reason, &format!("{public_url}/{}/events/{}", reader.language, event.id))
    })?;
    tx.mail_all(&letters)
}
