//! What the parts of a cohort (its tests, assignments and grades) ask: who is in it, and what the caller has to do with it.

use super::parts::Seat;
use super::view::may_edit;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::AnyConnection;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortStatus, EnrolmentId};
use crate::resources::cohorts::store::{enrolments, rows};
use crate::resources::courses::Id as CourseId;
use chrono::NaiveDate;
use std::collections::HashSet;

/// What other resources may know of a cohort.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The cohort.
    pub id: CohortId,
    /// Its course.
    pub course_id: CourseId,
    /// The version of the course it is taught from.
    pub course_number: i32,
    /// Its name.
    pub name: Text,
    /// Where it stands.
    pub status: CohortStatus,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Least share of the planned hours to be attended, in percent.
    pub attendance_percent: u32,
}

/// A cohort as somebody who has to do with it sees it.
#[derive(Debug, Clone)]
pub struct Inside {
    /// The cohort.
    pub cohort: Brief,
    /// Whether the caller organises it.
    pub organises: bool,
    /// Whether the caller organises or teaches it.
    pub leads: bool,
    /// Those with a seat the caller may know of, as they came.
    pub participants: Vec<Seat>,
}

impl Inside {
    /// A participant the caller may know of.
    ///
    /// # Errors
    /// `not_found`.
    pub fn participant(&self, id: EnrolmentId) -> Result<&Seat> {
        self.participants.iter().find(|one| one.id == id).ok_or_else(Error::not_found)
    }

    /// Those with a seat the caller may know of.
    pub fn ids(&self) -> Vec<EnrolmentId> {
        self.participants.iter().map(|one| one.id).collect()
    }

    /// Whether the caller may change what is in the cohort now.
    pub fn editable(&self) -> bool {
        self.leads && !self.cohort.status.over()
    }

    /// Fine for whoever runs or teaches the cohort while it is not over.
    ///
    /// # Errors
    /// `forbidden`, `wrong_state`.
    pub fn may_lead(&self) -> Result<()> {
        if !self.leads {
            return Err(Error::new(Kind::Forbidden));
        }
        match self.cohort.status.over() {
            false => Ok(()),
            true => Err(Error::say(
                Kind::WrongState,
                "انتهت الدورة أو ألغيت، فلا يتغير ما فيها.",
                "La session est terminée ou annulée : son contenu ne change plus.",
                "The cohort is over or called off: nothing in it changes any more.",
            )),
        }
    }
}

fn brief_of(row: &rows::Row) -> Result<Brief> {
    let content: CohortInput = row.document.read()?;
    Ok(Brief {
        id: row.id,
        course_id: row.course_id,
        course_number: row.course_number,
        name: content.name,
        status: row.status,
        ends_on: row.ends_on,
        attendance_percent: content.attendance_percent,
    })
}

/// A cohort, whoever asks.
///
/// # Errors
/// `not_found`.
pub fn brief(conn: &mut AnyConnection, id: CohortId) -> Result<Brief> {
    brief_of(&rows::some(conn, &[id])?.remove(&id).ok_or_else(Error::not_found)?)
}

/// Those of an association with a seat in a cohort that was announced and ends on a day or later, each with the cohort, as they came.
///
/// # Errors
/// When the database does not answer.
pub fn seated_since(conn: &mut AnyConnection, association: AssociationId, day: NaiveDate) -> Result<Vec<(Seat, Brief)>> {
    let rows = enrolments::seated_since(conn, association, day)?;
    rows.into_iter().map(|(row, cohort)| Ok((row.try_into()?, brief_of(&cohort)?))).collect()
}

/// A cohort the caller has to do with: runs it, teaches it, oversees it, or has participants in it.
///
/// # Errors
/// `not_found` for everybody else.
pub fn inside(tx: &mut Read<'_>, id: CohortId) -> Result<Inside> {
    let row = rows::find(tx, id)?;
    let trainer = tx.caller.filter(|caller| caller.role == Some(Role::Trainer)).and_then(Caller::person);
    let organises = trainer.is_none() && may_edit(tx, &row);
    let leads = match trainer {
        Some(person) => rows::teaches(tx.conn, id, person)?,
        None => organises,
    };
    let participants: Vec<Seat> = enrolments::seated(tx, id)?.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    if !leads && tx.scope != Scope::All && participants.is_empty() {
        return Err(Error::not_found());
    }
    Ok(Inside { cohort: brief_of(&row)?, organises, leads, participants })
}

/// Those of some participants who hold a certificate that is in force.
///
/// # Errors
/// When the database does not answer.
pub fn certified(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashSet<EnrolmentId>> {
    let mut held = HashSet::new();
    for certified in crate::resources::CERTIFIED {
        held.extend(certified(conn, ids)?);
    }
    Ok(held)
}

/// Fine when none of some participants of a cohort holds a certificate; whoever would issue one waits until this transaction ends.
///
/// # Errors
/// `wrong_state` when one does: what it rests on does not change.
pub fn none_certified(conn: &mut AnyConnection, cohort: CohortId, ids: &[EnrolmentId]) -> Result<()> {
    rows::lock(conn, cohort)?;
    if certified(conn, ids)?.is_empty() {
        return Ok(());
    }
    Err(Error::say(
        Kind::WrongState,
        "صدرت شهادة لهذا المشارك. اسحبوها أولا ثم غيروا ما تستند إليه.",
        "Un certificat est délivré à ce participant : révoquez-le avant de changer ce sur quoi il repose.",
        "This participant has a certificate: revoke it before you change what it rests on.",
    ))
}
