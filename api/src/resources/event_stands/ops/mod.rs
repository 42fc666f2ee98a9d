//! One function for each operation.

pub mod giving;
pub mod lists;
pub mod proposal;
pub mod telling;

use super::store::{self, Row};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationStatus, Entry};
use crate::resources::events::Id as EventId;
use std::collections::HashMap;

/// Who has which stand, in the audit log.
const SUBJECT: &str = "event_stand";
/// States of those who have a seat.
const SEATED: [ApplicationStatus; 4] =
    [ApplicationStatus::Selected, ApplicationStatus::Confirmed, ApplicationStatus::Attended, ApplicationStatus::Absent];

/// Everybody with a seat at an event, by number, and the stand of each that has one.
fn seated(tx: &mut Read<'_>, id: EventId) -> Result<Vec<(Entry, Option<Row>)>> {
    let mut rows: HashMap<_, Row> = store::of_event(tx.conn, id)?.into_iter().map(|row| (row.application_id, row)).collect();
    let with_stand = |entry: Entry| {
        let row = rows.remove(&entry.id);
        (entry, row)
    };
    Ok(calls::entries(tx, id, &SEATED)?.into_iter().map(with_stand).collect())
}

/// The names and wilayas of the associations of some applications.
fn names(tx: &mut Read<'_>, entries: &[&Entry]) -> Result<impl Fn(AssociationId) -> (Text, String) + use<>> {
    let bodies: Vec<Body> = entries.iter().map(|entry| Body::Association(entry.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    Ok(move |id| {
        let (name, wilayas) = names(Body::Association(id));
        (name, wilayas.into_iter().next().unwrap_or_default())
    })
}

/// Takes the stands of those back who have withdrawn from an event.
///
/// # Errors
/// When the database does not answer.
pub fn free_left(tx: &mut Write<'_>, id: EventId) -> Result<()> {
    store::free_left(tx.conn, id)
}
