//! Asking exhibitors for a round: by the organisers, or by the server when it opens.

use super::SUBJECT;
use super::declare::{must_be_open, organised};
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Write;
use crate::kernel::access::secret;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::{letter::Letter, mail};
use crate::resources::accounts;
use crate::resources::calls;
use crate::resources::events::{self, Brief, Id as EventId};
use crate::resources::outcomes::letters;
use crate::resources::outcomes::model::{OutcomeRound, exhibits};
use crate::resources::outcomes::store::{self, LinkRow};
use crate::resources::outcomes::wire::OutcomeRequest;
use std::collections::{HashMap, HashSet};

/// Hours in which nobody is asked twice.
const HOURS: i64 = 24;

/// The letters to those who have not answered, with new links; earlier ones no longer work.
fn ask(
    conn: &mut AnyConnection,
    kernel: &Kernel,
    event: &Brief,
    round: OutcomeRound,
    now: Instant,
) -> Result<(OutcomeRequest, Vec<Letter>)> {
    let window = round.window(event.starts_on, event.ends_on);
    let exhibitors: Vec<_> = calls::standings(conn, &[event.id])?.into_iter().filter(|one| exhibits(one.status)).collect();
    let declared = store::of_events(conn, &[event.id])?;
    let answered: HashSet<_> = declared.iter().filter(|row| row.round == round).map(|row| row.application_id).collect();
    let lately: HashSet<_> = store::asked_since(conn, event.id, round, now.plus(chrono::Duration::hours(-HOURS)))?.into_iter().collect();
    let (has, open): (Vec<_>, Vec<_>) = exhibitors.iter().partition(|one| answered.contains(&one.id));
    let (again, new): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| lately.contains(&one.id));
    let ids: Vec<AssociationId> = new.iter().map(|one| one.association_id).collect();
    let readers = accounts::readers(conn, &ids)?;
    let reached: HashSet<AssociationId> = readers.iter().map(|reader| reader.association_id).collect();
    let mut tokens: HashMap<AssociationId, String> = HashMap::new();
    let mut links = Vec::new();
    for one in new.iter().filter(|one| reached.contains(&one.association_id)) {
        let token = secret::token()?;
        links.push(LinkRow {
            application_id: one.id,
            round,
            event_id: event.id,
            token_hash: secret::digest(&token),
            created_at: now,
            expires_at: window.ends_at(),
        });
        tokens.insert(one.association_id, token);
    }
    let asked = links.len();
    store::put_links(conn, round, links)?;
    let letter = |reader: &accounts::Reader| {
        let token = tokens.get(&reader.association_id)?;
        Some(letters::asking(reader, &event.name, round, window, &kernel.config.public_url, token))
    };
    let request = OutcomeRequest {
        round,
        asked_at: now,
        expires_at: window.ends_at(),
        exhibitors: exhibitors.len(),
        answered: has.len(),
        asked_lately: again.len(),
        asked,
        unreachable: new.len() - asked,
    };
    Ok((request, readers.iter().filter_map(letter).collect()))
}

/// The organisers ask for a round; whoever has answered, or was asked within a day, is left alone.
pub fn request(tx: &mut Write<'_>, id: EventId, round: OutcomeRound) -> Result<OutcomeRequest> {
    organised(tx, id)?;
    calls::lock(tx, id)?;
    let event = organised(tx, id)?;
    must_be_open(&event, round, tx.now)?;
    calls::commission(tx, id)?;
    let (kernel, now) = (tx.kernel, tx.now);
    let (request, letters) = ask(tx.conn, kernel, &event, round, now)?;
    store::note_request(tx.conn, id, round, now)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::to_value(request)?))?;
    tx.mail_all(&letters)?;
    Ok(request)
}

/// Asks for every round that has opened and was not asked for; at the close once the event is over. How many letters were written.
///
/// # Errors
/// When the database does not answer.
pub fn ask_due(kernel: &Kernel) -> Result<usize> {
    let now = kernel.clock.now();
    let mut written = 0;
    for round in OutcomeRound::ALL {
        let due = store::not_asked(&mut *kernel.db.reader()?, *round, round.ends_between(now.day()))?;
        let due = events::briefs(&mut *kernel.db.reader()?, &due)?;
        for event in due.iter().filter(|event| event.ends_on < now.day() && must_be_open(event, *round, now).is_ok()) {
            written += kernel.db.write(|conn| {
                // Another replica may have been quicker.
                if !store::note_request(conn, event.id, *round, now)? {
                    return Ok(0);
                }
                let (_, letters) = ask(conn, kernel, event, *round, now)?;
                mail::queue_all(conn, kernel, &letters)?;
                Ok(letters.len())
            })?;
        }
    }
    if written > 0 {
        kernel.mailer.wake(kernel);
    }
    Ok(written)
}
