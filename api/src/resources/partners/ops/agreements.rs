//! Agreements and their obligations.

use super::negotiations::known_partner;
use super::records;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::partners::model::{AgreementInput, EntryId, ObligationInput, ObligationState, PartnerInput, RecordId, RecordKind};
use crate::resources::partners::store::{self, Record};
use crate::resources::partners::wire::{AgreementEntry, Obligation, ObligationQuery, ProjectAgreement, Settlement};
use crate::resources::projects::{self, Id as ProjectId};
use chrono::NaiveDate;
use std::collections::HashMap;

const KIND: RecordKind = RecordKind::Agreement;

fn overdue(obligation: &ObligationInput, today: NaiveDate) -> bool {
    obligation.state == ObligationState::Due && obligation.due_on < today
}

/// An agreement as it stands on a day.
pub fn shown(record: &Record, today: NaiveDate) -> Result<ProjectAgreement> {
    let agreement: AgreementInput = record.document.read()?;
    let begun = agreement.signed_on.is_some_and(|day| day <= today) && agreement.starts_on <= today;
    Ok(ProjectAgreement {
        id: record.id,
        partner_id: record.partner_id.unwrap_or(record.id),
        in_force: begun && agreement.ends_on.is_none_or(|end| end >= today),
        decide_by: agreement.decide_by(),
        overdue: agreement.obligations.iter().filter(|one| overdue(one, today)).count(),
        agreement,
        version: record.version,
    })
}

/// Whether a project has an agreement.
///
/// # Errors
/// When the database does not answer.
pub fn has(tx: &mut Read<'_>, id: ProjectId, agreement: RecordId) -> Result<bool> {
    store::has(tx.conn, id, KIND, agreement)
}

/// The agreements of a project, last entered first.
///
/// # Errors
/// `not_found`.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<ProjectAgreement>> {
    projects::read(tx, id)?;
    let today = tx.now.day();
    store::list(tx.conn, id, KIND, None)?.iter().map(|record| shown(record, today)).collect()
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, agreement: RecordId) -> Result<ProjectAgreement> {
    projects::read(tx, id)?;
    shown(&store::find(tx.conn, id, KIND, agreement)?, tx.now.day())
}

/// Checks an agreement and gives its new obligations their identifiers.
fn complete(tx: &Write<'_>, mut agreement: AgreementInput, known: &[EntryId], base: &str) -> Result<AgreementInput> {
    let mut faults = Faults::default();
    if agreement.ends_on.is_some_and(|end| end < agreement.starts_on) {
        faults.add(format!("{base}/ends_on"), Fault::WrongOrder);
    }
    if agreement.signed_on.is_some_and(|day| day > tx.now.day()) {
        faults.add(format!("{base}/signed_on"), Fault::InTheFuture);
    }
    let mut seen: Vec<EntryId> = Vec::new();
    for (index, obligation) in agreement.obligations.iter_mut().enumerate() {
        let pointer = format!("{base}/obligations/{index}");
        match obligation.id {
            Some(id) if !known.contains(&id) => faults.expecting(format!("{pointer}/id"), Fault::NoSuch, id),
            Some(id) if seen.contains(&id) => faults.add(format!("{pointer}/id"), Fault::Repeated),
            Some(id) => seen.push(id),
            None => obligation.id = Some(tx.new_id()),
        }
        if (obligation.state == ObligationState::Due) != obligation.settled_on.is_none() {
            faults.expecting(format!("{pointer}/settled_on"), Fault::Contradiction, format!("state = {}", obligation.state));
        }
    }
    faults.finish()?;
    Ok(agreement)
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, input: AgreementEntry) -> Result<ProjectAgreement> {
    projects::open(tx, id)?;
    known_partner(tx, id, input.partner_id)?;
    let agreement = complete(tx, input.agreement, &[], "/agreement")?;
    let record = records::add(tx, id, KIND, Some(input.partner_id), &agreement)?;
    shown(&record, tx.now.day())
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, agreement: RecordId, expected: IfMatch, patch: &MergePatch) -> Result<ProjectAgreement> {
    projects::open(tx, id)?;
    let record = store::find(tx.conn, id, KIND, agreement)?;
    expected.check(record.version)?;
    let before: AgreementInput = record.document.read()?;
    let known: Vec<EntryId> = before.obligations.iter().filter_map(|one| one.id).collect();
    let after = complete(tx, patch.apply(&before)?, &known, "")?;
    let record = records::change(tx, record, &after)?;
    shown(&record, tx.now.day())
}

/// Says that an obligation is met or waived.
pub fn settle(tx: &mut Write<'_>, id: ProjectId, agreement: RecordId, obligation: EntryId, input: &Settlement) -> Result<ProjectAgreement> {
    projects::open(tx, id)?;
    let record = store::find(tx.conn, id, KIND, agreement)?;
    let mut content: AgreementInput = record.document.read()?;
    let today = tx.now.day();
    let on = input.on.unwrap_or(today);
    let mut faults = Faults::default();
    if on > today {
        faults.add("/on", Fault::InTheFuture);
    }
    if input.state == ObligationState::Due {
        faults.expecting("/state", Fault::NotAllowed, "met, waived");
    }
    let one = content.obligations.iter_mut().find(|one| one.id == Some(obligation)).ok_or_else(Error::not_found)?;
    faults.finish()?;
    if one.state != ObligationState::Due {
        return Err(Error::new(Kind::WrongState));
    }
    (one.state, one.settled_on) = (input.state, Some(on));
    let record = records::change(tx, record, &content)?;
    shown(&record, today)
}

/// The obligations of all agreements, by their days.
pub fn obligations(tx: &mut Read<'_>, id: ProjectId, query: &ObligationQuery) -> Result<Vec<Obligation>> {
    projects::read(tx, id)?;
    let today = tx.now.day();
    let partners = store::list(tx.conn, id, RecordKind::Partner, None)?;
    let partners: HashMap<RecordId, PartnerInput> =
        partners.iter().map(|record| Ok((record.id, record.document.read()?))).collect::<Result<_>>()?;
    let mut found = Vec::new();
    for record in store::list(tx.conn, id, KIND, None)? {
        let content: AgreementInput = record.document.read()?;
        let Some((partner_id, partner)) = record.partner_id.and_then(|id| Some((id, partners.get(&id)?))) else { continue };
        for obligation in content.obligations {
            let wanted =
                query.state.is_none_or(|state| state == obligation.state) && query.due_until.is_none_or(|until| obligation.due_on <= until);
            if wanted {
                found.push(Obligation {
                    agreement_id: record.id,
                    agreement_title: content.title.clone(),
                    partner_id,
                    partner_name: partner.name.clone(),
                    overdue: overdue(&obligation, today),
                    obligation,
                });
            }
        }
    }
    found.sort_by_key(|one| (one.obligation.due_on, one.obligation.id));
    Ok(found)
}
