//! Issuing what is due.

use super::SUBJECT;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::secret::random;
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Text;
use crate::kernel::outbox;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::certificates::model::{CertificateId, Content, code};
use crate::resources::certificates::store::{self, Row};
use crate::resources::certificates::wire::{CertificateNotDue, CertificatesIssued};
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId, Running, Seat, Told};
use crate::resources::{accounts, courses, gradebook, institutions, territory};
use learning::grade::{Certificate as Due, ParticipantGrade};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// What every certificate of a cohort says alike.
struct Alike {
    organiser: Text,
    course: Text,
    subjects: Vec<Text>,
    minutes: u32,
    wilayas: HashMap<String, Text>,
    issued_at: Instant,
    public_url: String,
}

fn alike(tx: &mut Read<'_>, cohort: &Running, wilayas: &[String]) -> Result<Alike> {
    let version = (cohort.content.course_id, cohort.course_number);
    let modules = courses::modules(tx.conn, version.0, version.1)?;
    let course = courses::version_names(tx.conn, &[version])?.remove(&version).ok_or_else(Error::not_found)?;
    let organiser = institutions::named(tx.conn, &[cohort.organiser_id])?(cohort.organiser_id).name;
    Ok(Alike {
        organiser,
        course,
        minutes: modules.iter().map(|module| module.minutes).sum(),
        subjects: modules.into_iter().map(|module| module.title).take(12).collect(),
        wilayas: territory::wilaya_names(tx.conn, wilayas)?.into_iter().collect(),
        issued_at: tx.now,
        public_url: tx.kernel.config.public_url.clone(),
    })
}

/// The certificates of some participants of a cohort, not kept yet.
fn rows(
    tx: &mut Read<'_>,
    cohort: &Running,
    people: Vec<(Seat, Option<u32>)>,
    mut name: impl FnMut() -> Result<(CertificateId, String)>,
) -> Result<Vec<Row>> {
    let by = (tx.caller.and_then(Caller::person), tx.caller.and_then(Caller::key));
    let codes: Vec<String> = people.iter().map(|(one, _)| one.wilaya_code.clone()).collect();
    let alike = alike(tx, cohort, &codes)?;
    let bodies: Vec<Body> = people.iter().map(|(one, _)| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let place = cohort.content.place.as_ref().map(|place| place.venue.clone());
    let mut rows = Vec::with_capacity(people.len());
    for (one, grade) in people {
        let (id, code) = name()?;
        let wilaya = alike.wilayas.get(&one.wilaya_code).cloned().ok_or_else(Error::not_found)?;
        let content = Content {
            organiser: alike.organiser.clone(),
            participant: one.person.name,
            office: one.person.office,
            association: names(Body::Association(one.association_id)).0,
            wilaya,
            course: alike.course.clone(),
            cohort: cohort.content.name.clone(),
            minutes: alike.minutes,
            starts_on: cohort.content.starts_on,
            ends_on: cohort.content.ends_on,
            place: place.clone(),
            grade,
            subjects: alike.subjects.clone(),
            issued_on: alike.issued_at.day(),
            address: format!("{}/ar/certificates/{code}", alike.public_url),
        };
        rows.push(Row {
            id,
            code,
            enrolment_id: one.id,
            cohort_id: cohort.id,
            association_id: one.association_id,
            document: Json::of(&content)?,
            issued_at: alike.issued_at,
            issued_by: by.0,
            key_id: by.1,
            revoked_at: None,
            revoked_by: None,
            revocation_reason: None,
            version: 1,
        });
    }
    Ok(rows)
}

/// Those who were asked for, or everybody.
fn chosen(seated: &[Seat], wanted: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>> {
    if wanted.is_empty() {
        return Ok(seated.iter().map(|one| one.id).collect());
    }
    let known: HashSet<EnrolmentId> = seated.iter().map(|one| one.id).collect();
    let mut faults = Faults::default();
    for (index, id) in wanted.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        faults.expecting(format!("/enrolment_ids/{index}"), Fault::NoSuch, id);
    }
    faults.finish()?;
    Ok(wanted.iter().copied().collect())
}

/// Issues a certificate to everybody who is due one and holds none; associations are written to.
pub fn issue(tx: &mut Write<'_>, id: CohortId, wanted: &[EnrolmentId]) -> Result<CertificatesIssued> {
    let cohort = cohorts::run(tx, id)?;
    if !cohort.ours {
        return Err(Error::new(Kind::Forbidden));
    }
    let ids = tx.kernel.ids.clone();
    let (rows, told) = due(tx, &cohort, wanted, || Ok((ids.next().into(), code(random()?))))?;
    if !rows.is_empty() {
        let subjects: Vec<_> = rows.iter().map(|row| (row.id.0, Some(row.association_id))).collect();
        store::insert_all(tx.conn, rows)?;
        outbox::publish_many(tx, "certificate.issued", &subjects, &json!({ "cohort_id": id }))?;
        tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "issued": told.issued })))?;
        cohorts::tell(tx, id, Some(&told.issued), Told::Certified)?;
    }
    Ok(told)
}

/// What is due in a cohort, each with an identifier and a code, not kept yet.
///
/// # Errors
/// `invalid` for somebody who has no seat in it.
pub fn due(
    tx: &mut Read<'_>,
    cohort: &Running,
    wanted: &[EnrolmentId],
    name: impl FnMut() -> Result<(CertificateId, String)>,
) -> Result<(Vec<Row>, CertificatesIssued)> {
    let seated = cohorts::seated(tx.conn, cohort.id)?;
    let chosen = chosen(&seated, wanted)?;
    let ids: Vec<EnrolmentId> = chosen.iter().copied().collect();
    let held = store::in_force(tx.conn, &ids)?;
    let grades: HashMap<String, ParticipantGrade> =
        gradebook::of(tx, cohort.id)?.participants.into_iter().map(|one| (one.id.clone(), one)).collect();
    let (mut due, mut not_due) = (Vec::new(), Vec::new());
    for one in seated.into_iter().filter(|one| chosen.contains(&one.id) && !held.contains(&one.id)) {
        let grade = &grades.get(&one.id.to_string()).ok_or_else(Error::not_found)?.grade;
        match grade.certificate {
            Due::Due => due.push((one, grade.grade)),
            Due::NotDue | Due::NotYetKnown => {
                not_due.push(CertificateNotDue { enrolment_id: one.id, possible: grade.certificate == Due::NotYetKnown });
            }
        }
    }
    let rows = rows(tx, cohort, due, name)?;
    let issued = rows.iter().map(|row| row.enrolment_id).collect();
    Ok((rows, CertificatesIssued { issued, held: held.len(), not_due }))
}
