//! Nominated, enrolled, agreed to, refused, taken back, replaced.

use super::inside::none_certified;
use super::view::may_edit;
use super::{ENROLMENT, lists, places, view};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller, Scope};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::associations::{self, Profile};
use crate::resources::cohorts::letters::Told;
use crate::resources::cohorts::model::{Approval, CohortId, CohortInput, CohortParticipant, CohortStatus, EnrolmentId, EnrolmentStatus};
use crate::resources::cohorts::store::enrolments::{self, Row, StepRow};
use crate::resources::cohorts::store::rows::{self, Row as CohortRow};
use crate::resources::cohorts::wire::{Enrolment, EnrolmentInput, ReplacementInput};
use serde_json::{Value, json};

/// The association the caller speaks for.
fn own(tx: &Read<'_>) -> Option<AssociationId> {
    match tx.caller?.body {
        Body::Association(id) => Some(id),
        _ => None,
    }
}

/// Whether the caller is in charge of a wilaya, or of the cohort.
fn in_charge(tx: &Read<'_>, cohort: &CohortRow, wilaya: &str) -> bool {
    may_edit(tx, cohort)
        || match &tx.scope {
            Scope::All => true,
            Scope::Wilayas(codes) => codes.iter().any(|code| code == wilaya),
            _ => false,
        }
}

fn keep_step(tx: &mut Write<'_>, row: &Row, from: Option<EnrolmentStatus>, reason: Option<&str>) -> Result<()> {
    let step = StepRow {
        id: tx.new_id(),
        enrolment_id: row.id,
        at: tx.now,
        from_status: from,
        to_status: row.status,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    enrolments::keep_steps(tx.conn, vec![step])
}

/// What the audit log keeps: no personal data beside who the row is of.
fn told(row: &Row, reason: Option<&str>) -> Value {
    json!({ "cohort_id": row.cohort_id, "association_id": row.association_id, "status": row.status, "reason": reason })
}

/// A cohort with everybody else who gives out its seats waiting.
fn locked(tx: &mut Write<'_>, id: CohortId) -> Result<CohortRow> {
    rows::find(tx, id)?;
    rows::lock(tx.conn, id)?;
    rows::find(tx, id)
}

fn must_be_open(cohort: &CohortRow, now: Instant) -> Result<()> {
    if view::open(cohort, now) {
        return Ok(());
    }
    if cohort.status == CohortStatus::Published && now < cohort.opens_at {
        return Err(Error::say(
            Kind::WrongState,
            "لم يفتح باب الترشيح لهذه الدورة بعد.",
            "Les inscriptions à cette session ne sont pas encore ouvertes.",
            "Nominations for this cohort are not open yet.",
        ));
    }
    Err(Error::say(
        Kind::WrongState,
        "أُغلق باب الترشيح لهذه الدورة. يمكن تعويض مشارك بآخر.",
        "Les inscriptions à cette session sont closes. Un participant peut être remplacé.",
        "Nominations for this cohort are closed. A participant can be replaced.",
    ))
}

/// The association of a new enrolment, and who is in charge of it.
fn association(tx: &mut Write<'_>, cohort: &CohortRow, wanted: Option<AssociationId>) -> Result<(AssociationId, Profile)> {
    let missing = |fault| {
        let mut faults = Faults::default();
        match wanted {
            Some(id) => faults.expecting("/association_id", fault, id),
            None => faults.add("/association_id", fault),
        }
        faults.finish().err().unwrap_or_else(Error::not_found)
    };
    let own = own(tx);
    let id = match (own, wanted) {
        (Some(own), None) => own,
        (Some(own), Some(wanted)) if own == wanted => own,
        (Some(_), Some(_)) => return Err(missing(Fault::NotAllowed)),
        (None, Some(wanted)) => wanted,
        (None, None) => return Err(missing(Fault::Required)),
    };
    let profile =
        associations::profile(tx, id).map_err(|error| if error.kind == Kind::NotFound { missing(Fault::NoSuch) } else { error })?;
    if own.is_none() && !in_charge(tx, cohort, &profile.wilaya_code) {
        return Err(Error::new(Kind::Forbidden));
    }
    if profile.status != associations::Status::Verified {
        return Err(Error::say(
            Kind::WrongState,
            "التكوين للجمعيات المسجلة التي تحققت الغرفة من ملفها.",
            "La formation est réservée aux associations dont la chambre a vérifié le dossier.",
            "Training is for associations whose file the chamber has verified.",
        ));
    }
    Ok((id, profile))
}

/// Puts a participant into its normal form.
fn clean(participant: &mut CohortParticipant) -> Result<()> {
    let mut faults = Faults::default();
    match text::hygiene::clean(&participant.name) {
        Ok(clean) => participant.name = clean,
        Err(_) => faults.add("/participant/name", Fault::ForbiddenCharacters),
    }
    if let Some(phone) = &mut participant.phone {
        match text::phone::normalise(phone) {
            Ok(normal) => *phone = normal,
            Err(_) => faults.add("/participant/phone", Fault::WrongPhone),
        }
    }
    faults.finish()
}

/// A new row, not kept yet.
fn fresh(
    tx: &mut Write<'_>,
    cohort: &CohortRow,
    (id, profile): (AssociationId, &Profile),
    mut participant: CohortParticipant,
) -> Result<Row> {
    clean(&mut participant)?;
    let key = text::fold(&participant.name);
    if enrolments::is_there(tx.conn, cohort.id, id, &key)? {
        return Err(Error::say(
            Kind::AlreadyExists,
            "هذا المشارك مسجل في هذه الدورة من قبل عن الجمعية نفسها.",
            "Cette personne est déjà inscrite à cette session pour la même association.",
            "This person is enrolled in this cohort for the same association already.",
        ));
    }
    let traits = participant.traits(cohort.starts_on, profile.border || profile.isolated);
    let now = tx.now;
    Ok(Row {
        id: tx.new_id(),
        cohort_id: cohort.id,
        association_id: id,
        wilaya_code: profile.wilaya_code.clone(),
        status: EnrolmentStatus::Waiting,
        status_since: now,
        queued_at: now,
        participant_key: key,
        participant: Json::of(&participant)?,
        woman: traits.woman,
        young: traits.young,
        remote: traits.remote,
        quota: None,
        nominated_by: tx.caller.and_then(Caller::institution),
        replaces_id: None,
        created_by: tx.caller.and_then(Caller::person),
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

/// Keeps a new row, and gives it a seat where there is one.
fn add(tx: &mut Write<'_>, cohort: &CohortRow, row: &Row, reason: Option<&str>) -> Result<Enrolment> {
    enrolments::insert(tx.conn, row)?;
    keep_step(tx, row, None, reason)?;
    tx.audit((ENROLMENT, &row.id.to_string()), None, Some(&told(row, reason)))?;
    tx.publish("cohort.enrolment_changed", row.id.0, Some(row.association_id), &json!({ "cohort_id": cohort.id, "status": row.status }))?;
    if row.status == EnrolmentStatus::Waiting {
        places::settle(tx, cohort)?;
    }
    lists::get(tx, row.id)
}

/// A chamber or the organiser nominates somebody, or an association enrols somebody of its own.
pub fn enrol(tx: &mut Write<'_>, id: CohortId, input: EnrolmentInput) -> Result<Enrolment> {
    let cohort = locked(tx, id)?;
    let content: CohortInput = cohort.document.read()?;
    let (association_id, profile) = association(tx, &cohort, input.association_id)?;
    let own = own(tx).is_some();
    if own && !content.self_enrolment {
        return Err(Error::say(
            Kind::WrongState,
            "الترشيح لهذه الدورة من اختصاص الغرف، اتصلوا بغرفتكم.",
            "Les participants de cette session sont désignés par les chambres : adressez-vous à la vôtre.",
            "Participants of this cohort are nominated by the chambers: turn to yours.",
        ));
    }
    must_be_open(&cohort, tx.now)?;
    let row = fresh(tx, &cohort, (association_id, &profile), input.participant)?;
    let status = if own && content.approval == Approval::Chamber { EnrolmentStatus::Requested } else { EnrolmentStatus::Waiting };
    add(tx, &cohort, &Row { status, ..row }, None)
}

/// An enrolment the caller knows of and its cohort, locked.
fn found(tx: &mut Write<'_>, id: EnrolmentId) -> Result<(Row, CohortRow)> {
    let row = enrolments::find(tx, id)?;
    rows::lock(tx.conn, row.cohort_id)?;
    let cohort = rows::some(tx.conn, &[row.cohort_id])?.remove(&row.cohort_id).ok_or_else(Error::not_found)?;
    // Again, now that nobody else is at it.
    Ok((enrolments::find(tx, id)?, cohort))
}

fn must_run(cohort: &CohortRow) -> Result<()> {
    if cohort.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت الدورة أو ألغيت، فلا تتغير قائمة المشاركين.",
            "La session est terminée ou annulée : la liste des participants ne change plus.",
            "The cohort is over or called off: the list of participants no longer changes.",
        ));
    }
    Ok(())
}

/// Moves an enrolment to a state, with why.
fn step(tx: &mut Write<'_>, row: Row, status: EnrolmentStatus, reason: Option<&str>) -> Result<Row> {
    let before = row.clone();
    if before.status == EnrolmentStatus::Enrolled {
        none_certified(tx.conn, row.cohort_id, &[row.id])?;
    }
    let next = Row { status, status_since: tx.now, quota: None, version: row.version + 1, updated_at: tx.now, ..row };
    enrolments::save(tx.conn, &next)?;
    keep_step(tx, &next, Some(before.status), reason)?;
    tx.audit((ENROLMENT, &next.id.to_string()), Some(&told(&before, None)), Some(&told(&next, reason)))?;
    let payload = json!({ "cohort_id": next.cohort_id, "status": status });
    tx.publish("cohort.enrolment_changed", next.id.0, Some(next.association_id), &payload)?;
    Ok(next)
}

/// The chamber or the organiser agrees to what an association has asked for.
pub fn approve(tx: &mut Write<'_>, id: EnrolmentId) -> Result<Enrolment> {
    let (row, cohort) = found(tx, id)?;
    if !in_charge(tx, &cohort, &row.wilaya_code) {
        return Err(Error::new(Kind::Forbidden));
    }
    must_run(&cohort)?;
    match row.status {
        EnrolmentStatus::Requested => {}
        EnrolmentStatus::Waiting | EnrolmentStatus::Enrolled => return lists::one(tx, row),
        EnrolmentStatus::Refused | EnrolmentStatus::Withdrawn => return Err(Error::in_state(row.status.words())),
    }
    step(tx, row, EnrolmentStatus::Waiting, None)?;
    places::settle(tx, &cohort)?;
    lists::get(tx, id)
}

/// The chamber or the organiser does not agree, or takes a participant out of the cohort.
pub fn refuse(tx: &mut Write<'_>, id: EnrolmentId, reason: &str) -> Result<Enrolment> {
    let (row, cohort) = found(tx, id)?;
    if !in_charge(tx, &cohort, &row.wilaya_code) {
        return Err(Error::new(Kind::Forbidden));
    }
    must_run(&cohort)?;
    if !row.status.open() {
        return Err(Error::in_state(row.status.words()));
    }
    let next = step(tx, row, EnrolmentStatus::Refused, Some(reason))?;
    places::tell(tx, &cohort, &[next], Told::Refused(reason))?;
    places::settle(tx, &cohort)?;
    lists::get(tx, id)
}

/// The association takes its participant back, or whoever nominated them does; somebody who waits moves up.
pub fn withdraw(tx: &mut Write<'_>, id: EnrolmentId, reason: &str) -> Result<Enrolment> {
    let (row, cohort) = found(tx, id)?;
    if own(tx) != Some(row.association_id) && !in_charge(tx, &cohort, &row.wilaya_code) {
        return Err(Error::new(Kind::Forbidden));
    }
    must_run(&cohort)?;
    if !row.status.open() {
        return Err(Error::in_state(row.status.words()));
    }
    step(tx, row, EnrolmentStatus::Withdrawn, Some(reason))?;
    places::settle(tx, &cohort)?;
    lists::get(tx, id)
}

/// Somebody else comes instead: they wait since whom they replace did, and have the seat where the quotas allow it.
pub fn replace(tx: &mut Write<'_>, id: EnrolmentId, input: ReplacementInput) -> Result<Enrolment> {
    let (row, cohort) = found(tx, id)?;
    if own(tx) != Some(row.association_id) && !in_charge(tx, &cohort, &row.wilaya_code) {
        return Err(Error::new(Kind::Forbidden));
    }
    must_run(&cohort)?;
    if !row.status.open() {
        return Err(Error::in_state(row.status.words()));
    }
    if cohort.ends_on < tx.now.day() {
        return Err(Error::say(
            Kind::WrongState,
            "مضى آخر أيام الدورة، فلا يستبدل فيها أحد.",
            "Le dernier jour de la session est passé : plus personne n’y est remplacé.",
            "The last day of the cohort is past: nobody is replaced any more.",
        ));
    }
    let wanted = input.association_id.or(Some(row.association_id));
    let (association_id, profile) = association(tx, &cohort, wanted)?;
    if profile.wilaya_code != row.wilaya_code && !may_edit(tx, &cohort) {
        return Err(Error::new(Kind::Forbidden));
    }
    // Whoever comes for somebody with a seat is first in line for it.
    let queued_at = if row.status == EnrolmentStatus::Enrolled { cohort.opens_at } else { row.queued_at };
    let (nominated_by, status) = (row.nominated_by, row.status);
    let new = fresh(tx, &cohort, (association_id, &profile), input.participant)?;
    step(tx, row, EnrolmentStatus::Withdrawn, Some(&input.reason))?;
    let status = if status == EnrolmentStatus::Requested { status } else { EnrolmentStatus::Waiting };
    let row = Row { status, queued_at, nominated_by: nominated_by.or(new.nominated_by), replaces_id: Some(id), ..new };
    add(tx, &cohort, &row, Some(&input.reason))
}
