//! Asking participants for a round: by whoever runs the cohort, or by the server when it opens.

use super::SUBJECT;
use super::hand_in::must_be_open;
use crate::kernel::Kernel;
use crate::kernel::access::allowed::Write;
use crate::kernel::access::secret;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::rounds::Window;
use crate::kernel::{letter::Letter, mail};
use crate::resources::accounts;
use crate::resources::cohorts::{self, Brief, EnrolmentId, Id as CohortId, Seat};
use crate::resources::evaluations::letters;
use crate::resources::evaluations::model::EvaluationRound;
use crate::resources::evaluations::store::{self, LinkRow};
use crate::resources::evaluations::wire::EvaluationRequest;
use std::collections::HashSet;

/// Hours in which nobody is asked twice.
const HOURS: i64 = 24;

/// The letters to those who have not answered, with new links; earlier ones no longer work.
fn ask(
    conn: &mut AnyConnection,
    kernel: &Kernel,
    cohort: &Brief,
    round: EvaluationRound,
    now: Instant,
) -> Result<(EvaluationRequest, Vec<Letter>)> {
    let window = round.window(cohort.ends_on);
    let seats = cohorts::seated(conn, cohort.id)?;
    let answered: HashSet<EnrolmentId> =
        store::receipts(conn, cohort.id)?.into_iter().filter(|row| row.round == round).map(|row| row.enrolment_id).collect();
    let lately = store::asked_since(conn, cohort.id, round, now.plus(chrono::Duration::hours(-HOURS)))?;
    let (has, open): (Vec<&Seat>, Vec<&Seat>) = seats.iter().partition(|one| answered.contains(&one.id));
    let (again, new): (Vec<&Seat>, Vec<&Seat>) = open.into_iter().partition(|one| lately.contains(&one.id));
    let mut ids: Vec<AssociationId> = new.iter().map(|one| one.association_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let readers = accounts::readers(conn, &ids)?;
    let (mut links, mut written) = (Vec::new(), Vec::new());
    for seat in &new {
        let token = secret::token()?;
        let letters = readers
            .iter()
            .filter(|reader| reader.association_id == seat.association_id)
            .map(|reader| letters::asking(reader, (&cohort.name, &seat.person.name), (round, window), &kernel.config.public_url, &token));
        let before = written.len();
        written.extend(letters);
        if written.len() > before {
            links.push(LinkRow {
                enrolment_id: seat.id,
                round,
                cohort_id: cohort.id,
                token_hash: secret::digest(&token),
                created_at: now,
                expires_at: window.ends_at(),
            });
        }
    }
    let asked = links.len();
    store::put_links(conn, round, links)?;
    let request = EvaluationRequest {
        round,
        asked_at: now,
        expires_at: window.ends_at(),
        participants: seats.len(),
        answered: has.len(),
        asked_lately: again.len(),
        asked,
        unreachable: new.len() - asked,
    };
    Ok((request, written))
}

/// Whoever organises the cohort asks for a round; whoever has answered, or was asked within a day, is left alone.
pub fn request(tx: &mut Write<'_>, id: CohortId, round: EvaluationRound) -> Result<EvaluationRequest> {
    cohorts::run(tx, id)?;
    let cohort = cohorts::brief(tx.conn, id)?;
    must_be_open(&cohort, round, tx.now)?;
    let (kernel, now) = (tx.kernel, tx.now);
    let (request, letters) = ask(tx.conn, kernel, &cohort, round, now)?;
    store::note_request(tx.conn, id, round, now)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&serde_json::to_value(request)?))?;
    tx.mail_all(&letters)?;
    Ok(request)
}

/// Asks for every round that has opened and was not asked for, once the cohort is over. How many letters were written.
///
/// # Errors
/// When the database does not answer.
pub fn ask_due(kernel: &Kernel) -> Result<usize> {
    let now = kernel.clock.now();
    let mut written = 0;
    for round in EvaluationRound::ALL {
        let days = Window::days_of(round.months(), now.day());
        for id in store::not_asked(&mut *kernel.db.reader()?, *round, days)? {
            written += kernel.db.write(|conn| {
                let cohort = cohorts::brief(conn, id)?;
                let due = cohort.ends_on < now.day() && must_be_open(&cohort, *round, now).is_ok();
                // Another replica may have been quicker.
                if !due || !store::note_request(conn, id, *round, now)? {
                    return Ok(0);
                }
                let (_, letters) = ask(conn, kernel, &cohort, *round, now)?;
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
