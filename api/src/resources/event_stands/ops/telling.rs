//! Who is written to about a stand.

use super::seated;
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::letter::Letter;
use crate::kernel::problem::Kind;
use crate::resources::event_plans::{self, Drawn};
use crate::resources::event_stands::letters;
use crate::resources::event_stands::store::{self, Row};
use crate::resources::{accounts, calls, events};
use std::collections::HashMap;

/// Writes to everybody whose stand is new since the plan became public; nothing for a plan that is not.
///
/// # Errors
/// When the database does not answer.
pub fn tell(tx: &mut Write<'_>, event: &events::Brief) -> Result<()> {
    match event_plans::shown(tx, event.id) {
        Err(error) if error.kind == Kind::NotFound => Ok(()),
        drawn => of(tx, &drawn?, &[]),
    }
}

/// Writes to those whose stand is new, and to those who have none any more and knew of one, where the plan is public.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Write<'_>, drawn: &Drawn, left: &[Row]) -> Result<()> {
    if !drawn.published {
        return Ok(());
    }
    let seated = seated(tx, drawn.event.id)?;
    /// The number and hall of a stand; none for one that has none any more.
    type Place<'p> = Option<(&'p str, &'p str)>;
    let mut told: HashMap<AssociationId, (calls::ApplicationId, Place<'_>)> = HashMap::new();
    for (entry, row) in &seated {
        match row {
            Some(row) if row.told.as_ref() != Some(&row.stand) => {
                let place = drawn.plan.stands.iter().find(|stand| stand.number == row.stand).ok_or_else(Error::not_found)?;
                told.insert(entry.association_id, (entry.id, Some((&place.number, &place.hall))));
            }
            None if left.iter().any(|row| row.application_id == entry.id && row.told.is_some()) => {
                told.insert(entry.association_id, (entry.id, None));
            }
            _ => {}
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    let ids: Vec<AssociationId> = told.keys().copied().collect();
    let readers = accounts::readers(tx.conn, &ids)?;
    let public_url = &tx.kernel.config.public_url;
    let letter = |reader: &accounts::Reader| {
        let (id, stand) = told.get(&reader.association_id)?;
        let hall = |(number, hall)| (number, drawn.plan.halls.iter().find(|one| one.id == hall).and_then(|one| one.name.as_ref()));
        Some(letters::stand(reader, &drawn.event.name, stand.map(hall), &format!("{public_url}/{}/applications/{id}", reader.language)))
    };
    let letters: Vec<Letter> = readers.iter().filter_map(letter).collect();
    store::all_told(tx.conn, drawn.event.id)?;
    tx.mail_all(&letters)
}
