//! Partners and the log of contacts.

use super::{agreements, records};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::PersonId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::partners::model::{RecordId, RecordKind};
use crate::resources::partners::store::{self, Record};
use crate::resources::partners::wire::{ContactInput, PartnerContact, PartnerInput, ProjectAgreement, ProjectPartner};
use crate::resources::projects::{self, Brief, Id as ProjectId};
use std::collections::HashMap;

const KIND: RecordKind = RecordKind::Partner;

fn shown(record: &Record) -> Result<ProjectPartner> {
    let partner: PartnerInput = record.document.read()?;
    Ok(ProjectPartner { id: record.id, quarter: partner.quarter(), partner, version: record.version })
}

/// The partners of a project the caller has found, for links to them.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<uuid::Uuid>> {
    Ok(store::list(tx.conn, id, KIND, None)?.into_iter().map(|record| record.id.0).collect())
}

/// Most power and interest first.
fn sorted(mut partners: Vec<ProjectPartner>) -> Vec<ProjectPartner> {
    partners.sort_by_key(|one| (-(one.partner.power * one.partner.interest), one.id));
    partners
}

/// The partners of a project, most power and interest first.
///
/// # Errors
/// `not_found`.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<ProjectPartner>> {
    projects::read(tx, id)?;
    let records = store::list(tx.conn, id, KIND, None)?;
    Ok(sorted(records.iter().map(shown).collect::<Result<_>>()?))
}

/// The partners of a project the caller has found, most power and interest first, and the agreements with them, last entered first.
///
/// # Errors
/// When the database does not answer.
pub fn with_agreements(tx: &mut Read<'_>, project: &Brief) -> Result<(Vec<ProjectPartner>, Vec<ProjectAgreement>)> {
    let today = tx.now.day();
    let (mut partners, mut agreements) = (Vec::new(), Vec::new());
    for record in store::of_kinds(tx.conn, project.id, &[KIND, RecordKind::Agreement])? {
        if record.kind == KIND {
            partners.push(shown(&record)?);
        } else {
            agreements.push(agreements::shown(&record, today)?);
        }
    }
    Ok((sorted(partners), agreements))
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, partner: RecordId) -> Result<ProjectPartner> {
    projects::read(tx, id)?;
    shown(&store::find(tx.conn, id, KIND, partner)?)
}

/// Telephone numbers in their normal form.
fn clean(mut input: PartnerInput) -> Result<PartnerInput> {
    let mut faults = Faults::default();
    for (index, person) in input.people.iter_mut().enumerate() {
        if let Some(phone) = &person.phone {
            match text::phone::normalise(phone) {
                Ok(normal) => person.phone = Some(normal),
                Err(_) => faults.add(format!("/people/{index}/phone"), Fault::WrongPhone),
            }
        }
    }
    faults.finish()?;
    Ok(input)
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, input: PartnerInput) -> Result<ProjectPartner> {
    projects::open(tx, id)?;
    let input = clean(input)?;
    shown(&records::add(tx, id, KIND, None, &input)?)
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, partner: RecordId, expected: IfMatch, patch: &MergePatch) -> Result<ProjectPartner> {
    projects::open(tx, id)?;
    let record = store::find(tx.conn, id, KIND, partner)?;
    expected.check(record.version)?;
    let before: PartnerInput = record.document.read()?;
    let after = clean(patch.apply(&before)?)?;
    shown(&records::change(tx, record, &after)?)
}

pub fn delete(tx: &mut Write<'_>, id: ProjectId, partner: RecordId, expected: IfMatch) -> Result<()> {
    projects::open(tx, id)?;
    let record = store::find(tx.conn, id, KIND, partner)?;
    expected.check(record.version)?;
    if store::count(tx.conn, partner, &[RecordKind::Negotiation, RecordKind::Agreement])? > 0 {
        return Err(Error::say(
            Kind::WrongState,
            "لهذا الشريك تفاوض أو اتفاقية، فلا يُحذف.",
            "Ce partenaire a une négociation ou une convention : il ne peut être supprimé.",
            "This partner has a negotiation or an agreement and cannot be deleted.",
        ));
    }
    store::delete(tx.conn, partner)?;
    projects::forget(tx, id, &[partner.0])?;
    records::tell(tx, &record, Some(&record.document.read()?), None)
}

fn contact(record: &Record, names: &HashMap<PersonId, String>) -> Result<PartnerContact> {
    Ok(PartnerContact {
        id: record.id,
        contact: record.document.read()?,
        person_id: record.created_by,
        person_name: record.created_by.and_then(|id| names.get(&id).cloned()),
        created_at: record.created_at,
    })
}

/// What was said to a partner, latest first.
pub fn contacts(tx: &mut Read<'_>, id: ProjectId, partner: RecordId) -> Result<Vec<PartnerContact>> {
    projects::read(tx, id)?;
    store::find(tx.conn, id, KIND, partner)?;
    let rows = store::list(tx.conn, id, RecordKind::Contact, Some(partner))?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.created_by).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let mut contacts: Vec<PartnerContact> = rows.iter().map(|row| contact(row, &names)).collect::<Result<_>>()?;
    contacts.sort_by_key(|one| std::cmp::Reverse((one.contact.on, one.id)));
    Ok(contacts)
}

pub fn log(tx: &mut Write<'_>, id: ProjectId, partner: RecordId, input: &ContactInput) -> Result<PartnerContact> {
    projects::open(tx, id)?;
    store::find(tx.conn, id, KIND, partner)?;
    let mut faults = Faults::default();
    if input.on > tx.now.day() {
        faults.add("/on", Fault::InTheFuture);
    }
    if input.next_on.is_some_and(|next| next < input.on) {
        faults.add("/next_on", Fault::WrongOrder);
    }
    faults.finish()?;
    let record = records::add(tx, id, RecordKind::Contact, Some(partner), input)?;
    let people: Vec<_> = record.created_by.into_iter().collect();
    let names = accounts::person_names(tx.conn, &people)?;
    contact(&record, &names)
}
