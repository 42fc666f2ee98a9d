//! Who has a seat: whoever waits moves up as far as seats and quotas allow, in the same transaction as whatever made one free.

use crate::kernel::Kernel;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::letter::Letter;
use crate::resources::accounts;
use crate::resources::cohorts::letters::{self, Told};
use crate::resources::cohorts::model::{CohortInput, EnrolmentId, EnrolmentStatus};
use crate::resources::cohorts::store::enrolments::{self, StepRow};
use crate::resources::cohorts::store::rows::Row;
use selection::admission::{AdmissionRequest, Entrant, admit};
use selection::choice::Quota;
use std::collections::{BTreeMap, HashMap};

/// Gives free seats to those who wait; those who have moved up. The cohort is locked.
///
/// # Errors
/// When the database does not answer.
pub fn promote(conn: &mut AnyConnection, kernel: &Kernel, cohort: &Row, now: Instant) -> Result<Vec<enrolments::Row>> {
    let content: CohortInput = cohort.document.read()?;
    let rows = enrolments::of_cohort(conn, cohort.id, &[EnrolmentStatus::Enrolled, EnrolmentStatus::Waiting])?;
    let entrant = |row: &enrolments::Row| Entrant { id: row.id.to_string(), quotas: content.quotas_of(row.traits(), &row.wilaya_code) };
    let of = |status| rows.iter().filter(|row| row.status == status).map(entrant).collect();
    let request = AdmissionRequest {
        capacity: content.capacity,
        quotas: content.quotas.iter().map(|quota| Quota { id: quota.code.clone(), seats: quota.seats }).collect(),
        seated: of(EnrolmentStatus::Enrolled),
        waiting: of(EnrolmentStatus::Waiting),
        lapsed: now >= cohort.closes_at,
    };
    let admission = admit(&request).map_err(Error::internal)?;
    let by_id: HashMap<String, &enrolments::Row> = rows.iter().map(|row| (row.id.to_string(), row)).collect();
    let mut promoted: Vec<enrolments::Row> = Vec::new();
    let mut quotas: BTreeMap<Option<String>, Vec<EnrolmentId>> = BTreeMap::new();
    for seat in admission.seats {
        let row = by_id.get(&seat.id).ok_or_else(Error::not_found)?;
        if row.quota != seat.quota {
            quotas.entry(seat.quota).or_default().push(row.id);
        }
        if seat.promoted {
            promoted.push((*row).clone());
        }
    }
    for (quota, ids) in quotas {
        enrolments::set_quota(conn, &ids, quota.as_deref())?;
    }
    let ids: Vec<EnrolmentId> = promoted.iter().map(|row| row.id).collect();
    if !ids.is_empty() {
        enrolments::seat(conn, &ids, now)?;
    }
    let step = |row: &enrolments::Row| StepRow {
        id: kernel.ids.next().into(),
        enrolment_id: row.id,
        at: now,
        from_status: Some(EnrolmentStatus::Waiting),
        to_status: EnrolmentStatus::Enrolled,
        reason: None,
        person_id: None,
        key_id: None,
    };
    enrolments::keep_steps(conn, promoted.iter().map(step).collect())?;
    Ok(promoted)
}

/// The letters to everybody who speaks for the associations of some enrolments.
///
/// # Errors
/// When the database does not answer.
pub fn letters(conn: &mut AnyConnection, kernel: &Kernel, cohort: &Row, rows: &[enrolments::Row], told: Told<'_>) -> Result<Vec<Letter>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let content: CohortInput = cohort.document.read()?;
    let ids: Vec<AssociationId> = rows.iter().map(|row| row.association_id).collect();
    let readers = accounts::readers(conn, &ids)?;
    let letter = |reader: &accounts::Reader| {
        let theirs: Vec<&enrolments::Row> = rows.iter().filter(|row| row.association_id == reader.association_id).collect();
        let names: Vec<String> = theirs
            .iter()
            .filter_map(|row| row.participant.read::<crate::resources::cohorts::model::CohortParticipant>().ok())
            .map(|one| one.name)
            .collect();
        letters::to_association(reader, &names, &content, told, &kernel.config.public_url)
    };
    Ok(readers.iter().map(letter).collect())
}

/// Writes to everybody who speaks for the associations of some enrolments.
///
/// # Errors
/// When the database does not answer.
pub fn tell(tx: &mut Write<'_>, cohort: &Row, rows: &[enrolments::Row], told: Told<'_>) -> Result<()> {
    let kernel = tx.kernel;
    let letters = letters(tx.conn, kernel, cohort, rows, told)?;
    tx.mail_all(&letters)
}

/// Gives free seats to those who wait and writes to them. The cohort is locked.
///
/// # Errors
/// When the database does not answer.
pub fn settle(tx: &mut Write<'_>, cohort: &Row) -> Result<()> {
    let (kernel, now) = (tx.kernel, tx.now);
    let promoted = promote(tx.conn, kernel, cohort, now)?;
    tell(tx, cohort, &promoted, Told::Enrolled)
}
