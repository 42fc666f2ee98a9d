//! Reminders by mail of what agreements ask for. An agreement names the next day to look at it, so a look is one indexed read; what was said is
//! kept in the transaction that queues the letters, so that nothing is said twice, whichever replica looks and whenever it starts again.

use crate::kernel::Kernel;
use crate::kernel::db::transaction;
use crate::kernel::error::{Error, Result};
use crate::kernel::mail;
use crate::resources::partners::letters;
use crate::resources::partners::model::{AgreementInput, Reminder, reminders};
use crate::resources::partners::store::{self, Record, Told};
use crate::resources::projects;
use chrono::Days;

/// Agreements looked at in one go.
const BATCH: i64 = 100;
/// Days after which a project that is put away is looked at again.
const LATER: Days = Days::new(7);

/// Writes to the teams of projects what falls due today: how many letters. Replicas may do so at the same time.
///
/// # Errors
/// When the database does not answer.
pub fn remind(kernel: &Kernel) -> Result<usize> {
    let mut letters = 0;
    loop {
        let due = store::to_remind(&mut *kernel.db.reader()?, kernel.clock.now().day(), BATCH)?;
        if due.is_empty() {
            break;
        }
        for record in &due {
            letters += look(kernel, record)?;
        }
    }
    if letters > 0 {
        kernel.mailer.wake(kernel);
    }
    Ok(letters)
}

/// Looks at one agreement, unless somebody else does or it is changed meanwhile.
fn look(kernel: &Kernel, record: &Record) -> Result<usize> {
    let now = kernel.clock.now();
    let today = now.day();
    transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| {
        let agreement: AgreementInput = record.document.read()?;
        let told = store::told(conn, record.id)?;
        let (due, next) = reminders(&agreement, record.id, |one| told.contains(&key(one)), today);
        let team = projects::told(conn, record.project_id)?;
        let next = if team.goes_on { next } else { today.checked_add_days(LATER) };
        if !store::look_again(conn, record, next)? || !team.goes_on || due.is_empty() {
            return Ok(0);
        }
        let keys: Vec<Told> = due.iter().map(key).collect();
        store::keep_told(conn, record.id, &keys, now)?;
        let partner = record.partner_id.unwrap_or(record.id);
        let subject = letters::Subject { project: &team.project.name, agreement: &agreement };
        for reader in &team.people {
            let place = format!("{}/{}/projects/{}/partners/{partner}", kernel.config.public_url, reader.language, team.project.id);
            mail::queue_on(conn, kernel, &letters::reminder(reader, &subject, &due, &place))?;
        }
        Ok(team.people.len())
    })
}

fn key(one: &Reminder) -> Told {
    (one.about, one.kind, one.falls_on)
}
