//! What the parts of a cohort may ask of it: sessions, attendance, certificates.

use super::view::may_edit;
use super::{places, teachers};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::problem::Kind;
use crate::resources::cohorts::letters::Told;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortParticipant, CohortStatus, EnrolmentId, EnrolmentStatus};
use crate::resources::cohorts::store::enrolments::{self, Filter, Key, Row as EnrolmentRow};
use crate::resources::cohorts::store::rows::{self, Row};
use std::collections::HashMap;

/// A cohort as its parts need it.
#[derive(Debug, Clone)]
pub struct Running {
    /// The cohort.
    pub id: CohortId,
    /// Where it stands.
    pub status: CohortStatus,
    /// The version of the course it is taught from.
    pub course_number: i32,
    /// Who organises it.
    pub organiser_id: InstitutionId,
    /// Code of the wilaya it meets in.
    pub wilaya_code: Option<String>,
    /// Its content.
    pub content: CohortInput,
    /// Whether the caller organises it.
    pub ours: bool,
    /// Whether the caller teaches it.
    pub taught: bool,
}

impl Running {
    fn of(tx: &mut Read<'_>, row: &Row) -> Result<Self> {
        let taught = match tx.caller.and_then(Caller::person) {
            Some(person) => rows::teaches(tx.conn, row.id, person)?,
            None => false,
        };
        Self::new(tx, row, taught)
    }

    fn new(tx: &Read<'_>, row: &Row, taught: bool) -> Result<Self> {
        Ok(Self {
            id: row.id,
            status: row.status,
            course_number: row.course_number,
            organiser_id: row.organiser_id,
            wilaya_code: row.wilaya_code.clone(),
            content: row.document.read()?,
            ours: may_edit(tx, row),
            taught,
        })
    }

    /// Whether the caller runs the cohort, as its organiser or as one who teaches it.
    pub fn run(&self) -> bool {
        self.ours || self.taught
    }
}

/// Somebody with a seat.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The enrolment.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The association.
    pub association_id: AssociationId,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Where the enrolment stands.
    pub status: EnrolmentStatus,
    /// The person.
    pub person: CohortParticipant,
}

impl TryFrom<EnrolmentRow> for Seat {
    type Error = Error;

    fn try_from(row: EnrolmentRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            cohort_id: row.cohort_id,
            association_id: row.association_id,
            wilaya_code: row.wilaya_code,
            status: row.status,
            person: row.participant.read()?,
        })
    }
}

/// A cohort the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn read(tx: &mut Read<'_>, id: CohortId) -> Result<Running> {
    let row = rows::find(tx, id)?;
    Running::of(tx, &row)
}

/// A cohort that the caller runs, with everybody else who writes to it waiting.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for one that was called off or not announced yet.
pub fn run(tx: &mut Write<'_>, id: CohortId) -> Result<Running> {
    rows::find(tx, id)?;
    rows::lock(tx.conn, id)?;
    let cohort = read(tx, id)?;
    if !cohort.run() {
        return Err(Error::new(Kind::Forbidden));
    }
    match cohort.status {
        CohortStatus::Cancelled => {
            Err(Error::say(Kind::WrongState, "أُلغيت هذه الدورة.", "Cette session de formation est annulée.", "This cohort was called off."))
        }
        _ => Ok(cohort),
    }
}

/// Makes whoever else writes to a cohort wait.
///
/// # Errors
/// When the database does not answer.
pub fn lock(tx: &mut Write<'_>, id: CohortId) -> Result<()> {
    rows::lock(tx.conn, id)
}

/// A page of those with a seat whom the caller may know of, as they came; at most `limit`.
///
/// # Errors
/// When the database does not answer.
pub fn seated_page(tx: &mut Read<'_>, id: CohortId, after: Option<Key>, limit: i64) -> Result<Vec<(Key, Seat)>> {
    let rows = enrolments::page(tx, &with_a_seat(id), after, limit)?;
    rows.into_iter().map(|row| Ok((Key::of(&row), row.try_into()?))).collect()
}

/// How many with a seat the caller may know of.
///
/// # Errors
/// When the database does not answer.
pub fn seated_total(tx: &mut Read<'_>, id: CohortId) -> Result<i64> {
    enrolments::total(tx, &with_a_seat(id))
}

fn with_a_seat(id: CohortId) -> Filter {
    Filter { cohort: Some(id), statuses: vec![EnrolmentStatus::Enrolled], latest_first: false }
}

/// Everybody with a seat, whoever asks, as they came.
///
/// # Errors
/// When the database does not answer.
pub fn seated(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<Seat>> {
    enrolments::of_cohort(conn, id, &[EnrolmentStatus::Enrolled])?.into_iter().map(TryInto::try_into).collect()
}

/// Some enrolments, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn seats(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, Seat>> {
    enrolments::some(conn, ids)?.into_iter().map(|row| Ok((row.id, row.try_into()?))).collect()
}

/// Those of an association with a seat in a cohort.
///
/// # Errors
/// When the database does not answer.
pub fn seated_of(conn: &mut AnyConnection, id: CohortId, association: AssociationId) -> Result<Vec<Seat>> {
    Ok(seated(conn, id)?.into_iter().filter(|one| one.association_id == association).collect())
}

/// An enrolment the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn enrolment(tx: &mut Read<'_>, id: EnrolmentId) -> Result<Seat> {
    enrolments::find(tx, id)?.try_into()
}

/// Writes to everybody who speaks for the associations of those with a seat; of some of them when they are named.
///
/// # Errors
/// When the database does not answer.
pub fn tell(tx: &mut Write<'_>, id: CohortId, some: Option<&[EnrolmentId]>, told: Told<'_>) -> Result<()> {
    let Some(cohort) = rows::some(tx.conn, &[id])?.remove(&id) else { return Ok(()) };
    let mut seated = enrolments::of_cohort(tx.conn, id, &[EnrolmentStatus::Enrolled])?;
    if let Some(some) = some {
        seated.retain(|row| some.contains(&row.id));
    }
    places::tell(tx, &cohort, &seated, told)
}

/// Writes to those of the trainers of a cohort who teach a part of it; to all of them where nobody is named for it.
///
/// # Errors
/// When the database does not answer.
pub fn tell_trainers(tx: &mut Write<'_>, cohort: &CohortInput, some: &[PersonId], told: Told<'_>) -> Result<()> {
    teachers::tell(tx, cohort, if some.is_empty() { &cohort.trainer_ids } else { some }, told)
}

/// Some cohorts, whoever asks: what is not for the caller is for whoever calls this to leave out.
///
/// # Errors
/// When the database does not answer.
pub fn briefs(tx: &mut Read<'_>, ids: &[CohortId]) -> Result<HashMap<CohortId, Running>> {
    let rows = rows::some(tx.conn, ids)?;
    let taught = match tx.caller.and_then(Caller::person) {
        Some(person) => rows::taught(tx.conn, ids, person)?,
        None => Vec::new(),
    };
    rows.into_iter().map(|(id, row)| Ok((id, Running::new(tx, &row, taught.contains(&id))?))).collect()
}
