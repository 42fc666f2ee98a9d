use super::check::{check, project};
use super::steps::keep_step;
use super::view::{self, view};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Caller, Role};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::resources::associations::model::Status;
use crate::resources::associations::store::{self, Projection, Record};
use crate::resources::associations::wire::{Association, AssociationInput, Registration, RegistrationInput};
use crate::resources::institutions;
use chrono::{NaiveDate, NaiveTime};

pub const SUBJECT: &str = "association";

pub fn get(tx: &mut Read<'_>, id: AssociationId, as_of: Option<NaiveDate>) -> Result<Association> {
    let record = store::find(tx.conn, &tx.scope, id)?;
    let Some(day) = as_of else { return view(tx, record) };
    let end = Instant::at(day.succ_opt().ok_or_else(Error::not_found)?, NaiveTime::MIN);
    let version = store::history::as_of(tx.conn, id, end)?.ok_or_else(Error::not_found)?;
    let in_charge = view::in_charge(&tx.scope, &record);
    if !in_charge && version.status != Status::Verified {
        return Err(Error::not_found());
    }
    let then = Record {
        version: version.version,
        updated_at: version.at,
        status: version.status,
        registration_number: version.registration_number,
        document: version.document,
        status_reason: None,
        remarks: None,
        merged_into: None,
        ..record
    };
    view::of(tx.conn, then, in_charge, day)
}

fn start(tx: &mut Write<'_>, mut input: AssociationInput, status: Status) -> Result<Record> {
    let now = tx.now;
    let commune = check(tx.read.conn, &tx.read.scope, &mut input, now.day())?;
    let projection = Projection::of(&input, &commune, now.day())?;
    let person = tx.caller.and_then(Caller::person);
    let mut record = store::new_record(tx.new_id(), &input, status, person, now)?;
    record.wilaya_code.clone_from(&projection.wilaya_code);
    store::insert(tx.conn, &record, &projection)?;
    keep_step(tx, record.id, None, status, None, None)?;
    let after = serde_json::to_value(&input)?;
    tx.audit((SUBJECT, &record.id.to_string()), None, Some(&after))?;
    tx.publish("association.created", record.id.0, Some(record.id), &serde_json::json!({ "status": status }))?;
    Ok(record)
}

pub fn create(tx: &mut Write<'_>, input: AssociationInput) -> Result<Association> {
    let record = start(tx, input, Status::Draft)?;
    view(tx, record)
}

/// A visitor hands in an association and asks for an account with it.
pub fn register(tx: &mut Write<'_>, input: RegistrationInput) -> Result<Registration> {
    let record = start(tx, input.association, Status::Submitted)?;
    crate::resources::accounts::invite_applicant(tx, record.id, &input.applicant.name, &input.applicant.email, input.applicant.language)?;
    let chamber = institutions::chamber_of(tx.conn, &record.wilaya_code)?;
    Ok(Registration { id: record.id, status: record.status, chamber })
}

/// Whether the caller may write a file directly in its present state: an association while it is being written, those in
/// charge at any time.
fn writable(tx: &Write<'_>, record: &Record) -> Result<()> {
    if !view::in_charge(&tx.scope, record) {
        return Err(Error::new(Kind::Forbidden));
    }
    let open = match (tx.caller.and_then(|caller| caller.role), record.status) {
        (_, Status::Dissolved) => false,
        (Some(Role::Association), Status::Draft | Status::Returned) => true,
        (Some(Role::Association), _) => false,
        _ => true,
    };
    if open && record.merged_into.is_none() {
        Ok(())
    } else {
        Err(Error::say(
            Kind::WrongState,
            "لا يُعدَّل الملف مباشرة في حالته الحالية، قدم اقتراح تعديل.",
            "Le dossier ne se modifie pas directement dans son état actuel : proposez une modification.",
            "The file cannot be changed directly in its present state: propose a change.",
        ))
    }
}

pub fn update(tx: &mut Write<'_>, id: AssociationId, expected: IfMatch, patch: &MergePatch) -> Result<Association> {
    let record = store::find(tx.read.conn, &tx.read.scope, id)?;
    expected.check(record.version)?;
    writable(tx, &record)?;
    let before = record.input()?;
    let after = patch.apply(&before)?;
    let saved = rewrite(tx, &record, after)?;
    view(tx, saved)
}

/// Saves new content of a file, with audit and event.
///
/// # Errors
/// `invalid`, or `precondition_failed` when somebody else was quicker.
pub fn rewrite(tx: &mut Write<'_>, record: &Record, mut input: AssociationInput) -> Result<Record> {
    let now = tx.now;
    // An association may name a commune anywhere; its chamber only inside its wilayas.
    let commune = check(tx.read.conn, &tx.read.scope, &mut input, now.day())?;
    let projection = Projection::of(&input, &commune, now.day())?;
    let mut after = record.next(now);
    after.document = Json::of(&input)?;
    after.level = input.level;
    after.wilaya_code.clone_from(&projection.wilaya_code);
    store::save(tx.conn, record, &after, &projection)?;
    let (was, is) = (serde_json::to_value(record.input()?)?, serde_json::to_value(&input)?);
    tx.audit((SUBJECT, &record.id.to_string()), Some(&was), Some(&is))?;
    tx.publish("association.changed", record.id.0, Some(record.id), &serde_json::json!({ "version": after.version }))?;
    Ok(after)
}

/// Saves a file whose content stays and whose state changes.
///
/// # Errors
/// `precondition_failed` when somebody else was quicker.
pub fn save_state(tx: &mut Write<'_>, before: &Record, after: &Record) -> Result<()> {
    let today = tx.now.day();
    let projection = project(tx.conn, &after.input()?, today)?;
    store::save(tx.conn, before, after, &projection)
}
