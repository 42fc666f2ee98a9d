//! Declaring by the link of a letter, without a password.

use super::declare::{keep, round_view};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::secret;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::outcomes::model::{OutcomeChannel, OutcomeDeclaration, exhibits};
use crate::resources::outcomes::store::{self, LinkRow};
use crate::resources::outcomes::wire::OutcomeLink;
use crate::resources::{accounts, calls, events};
use std::collections::HashMap;

fn find(tx: &mut Read<'_>, token: &str) -> Result<LinkRow> {
    store::link(tx.conn, &secret::digest(token), tx.now)?.ok_or_else(|| {
        Error::say(
            Kind::NotFound,
            "هذا الرابط غير صالح: انتهى أجله أو حل محله رابط أحدث. استعملوا رابط آخر رسالة، أو سجلوا الدخول وصرحوا من صفحة طلبكم.",
            "Ce lien n’est pas valable : il a expiré ou un plus récent le remplace. Prenez celui du dernier message, ou connectez-vous et déclarez depuis la page de votre candidature.",
            "This link is not good: it has expired, or a later one replaces it. Take that of the last letter, or sign in and declare on the page of your application.",
        )
    })
}

fn view(tx: &mut Read<'_>, link: &LinkRow) -> Result<OutcomeLink> {
    let entry = calls::entry(tx, link.application_id)?;
    let event = events::read(tx, link.event_id)?;
    let rows = store::of_application(tx.conn, link.application_id)?;
    let row = rows.iter().find(|row| row.round == link.round);
    let body = Body::Association(entry.association_id);
    Ok(OutcomeLink {
        event_name: event.name.clone(),
        starts_on: event.starts_on,
        ends_on: event.ends_on,
        association_name: accounts::body_names(tx.conn, &[body])?(body).0,
        // Whoever holds a link is not signed in: no names of people.
        round: round_view(&event, link.round, (Some(link.created_at), row), (&HashMap::new(), exhibits(entry.status)), tx.now)?,
    })
}

/// What a link is for, and what was declared.
pub fn look(tx: &mut Read<'_>, token: &str) -> Result<OutcomeLink> {
    let link = find(tx, token)?;
    view(tx, &link)
}

/// Declares the round of a link.
pub fn declare(tx: &mut Write<'_>, token: &str, input: &OutcomeDeclaration) -> Result<OutcomeLink> {
    let link = find(tx, token)?;
    if input.round != link.round {
        return Err(Error::invalid(vec![FieldFault::expecting("/round", Fault::NotAllowed, link.round)]));
    }
    keep(tx, link.application_id, input, OutcomeChannel::Link)?;
    view(tx, &link)
}
