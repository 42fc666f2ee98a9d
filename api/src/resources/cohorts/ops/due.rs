//! What falls due by itself: kept seats lapse when nominations close, and participants are reminded before the first day.

use super::{places, teachers};
use crate::kernel::Kernel;
use crate::kernel::error::Result;
use crate::kernel::mail;
use crate::resources::cohorts::letters::Told;
use crate::resources::cohorts::model::{CohortInput, EnrolmentStatus};
use crate::resources::cohorts::store::{enrolments, rows};
use chrono::Days;

/// Days before the first day on which participants are reminded.
const REMINDED_BEFORE: Days = Days::new(3);

/// Gives seats that were kept and that nobody can claim any more to those who wait. How many have moved up.
///
/// # Errors
/// When the database does not answer.
pub fn lapse_due(kernel: &Kernel) -> Result<usize> {
    let now = kernel.clock.now();
    let mut moved = 0;
    let due = rows::to_lapse(&mut *kernel.db.reader()?, now)?;
    for id in due {
        moved += kernel.db.write(|conn| {
            rows::lock(conn, id)?;
            // Another replica may have been quicker.
            let cohort = match rows::some(conn, &[id])?.remove(&id) {
                Some(cohort) if rows::note_lapse(conn, id, now)? => cohort,
                _ => return Ok(0),
            };
            let promoted = places::promote(conn, kernel, &cohort, now)?;
            let letters = places::letters(conn, kernel, &cohort, &promoted, Told::Enrolled)?;
            mail::queue_all(conn, kernel, &letters)?;
            Ok(promoted.len())
        })?;
    }
    if moved > 0 {
        kernel.mailer.wake(kernel);
    }
    Ok(moved)
}

/// Reminds the participants of cohorts that begin in three days or less, once. How many letters were written.
///
/// # Errors
/// When the database does not answer.
pub fn remind_due(kernel: &Kernel) -> Result<usize> {
    let now = kernel.clock.now();
    let today = now.day();
    let mut written = 0;
    let until = today.checked_add_days(REMINDED_BEFORE).unwrap_or(today);
    let due = rows::to_remind(&mut *kernel.db.reader()?, (today, until))?;
    for cohort in due {
        written += kernel.db.write(|conn| {
            if !rows::note_reminder(conn, cohort.id, now)? {
                return Ok(0);
            }
            let seated = enrolments::of_cohort(conn, cohort.id, &[EnrolmentStatus::Enrolled])?;
            let mut letters = places::letters(conn, kernel, &cohort, &seated, Told::Reminded)?;
            let content: CohortInput = cohort.document.read()?;
            letters.extend(teachers::letters(conn, kernel, &content, &content.trainer_ids, Told::Reminded)?);
            mail::queue_all(conn, kernel, &letters)?;
            Ok(letters.len())
        })?;
    }
    if written > 0 {
        kernel.mailer.wake(kernel);
    }
    Ok(written)
}
