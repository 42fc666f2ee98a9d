//! Enrolments as a caller sees them.

use super::view::inside;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Body, Role};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::PersonId;
use crate::resources::accounts;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortParticipant, EnrolmentId, EnrolmentStatus};
use crate::resources::cohorts::store::enrolments::{self, Filter, Key, Row, StepRow};
use crate::resources::cohorts::store::rows;
use crate::resources::cohorts::wire::{Enrolment, EnrolmentQuery, EnrolmentSort, EnrolmentStep};

/// The views of rows the caller may know of.
///
/// # Errors
/// When the database does not answer.
pub fn views(tx: &mut Read<'_>, found: Vec<Row>) -> Result<Vec<Enrolment>> {
    let cohort_ids: Vec<CohortId> = found.iter().map(|row| row.cohort_id).collect();
    let cohorts = rows::some(tx.conn, &cohort_ids)?;
    let bodies: Vec<Body> = found.iter().map(|row| Body::Association(row.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let waiting: Vec<CohortId> = found.iter().filter(|row| row.status == EnrolmentStatus::Waiting).map(|row| row.cohort_id).collect();
    let places = enrolments::places(tx.conn, &waiting)?;
    let ids: Vec<EnrolmentId> = found.iter().map(|row| row.id).collect();
    let reasons = enrolments::reasons(tx.conn, &ids)?;
    // Who teaches has no need of a day of birth.
    let teaches = tx.caller.and_then(|caller| caller.role) == Some(Role::Trainer);
    let view = |row: Row| {
        let mut participant: CohortParticipant = row.participant.read()?;
        if teaches {
            participant.born_on = None;
        }
        let cohort = cohorts.get(&row.cohort_id).ok_or_else(Error::not_found)?;
        let content: CohortInput = cohort.document.read()?;
        let seated = row.status == EnrolmentStatus::Enrolled;
        Ok(Enrolment {
            id: row.id,
            cohort_id: row.cohort_id,
            cohort_name: content.name,
            cohort_status: cohort.status,
            starts_on: cohort.starts_on,
            ends_on: cohort.ends_on,
            association_id: row.association_id,
            association_name: names(Body::Association(row.association_id)).0,
            wilaya_code: row.wilaya_code,
            status: row.status,
            status_since: row.status_since,
            status_reason: reasons.get(&row.id).cloned(),
            participant,
            quota: row.quota.filter(|_| seated),
            place: places.get(&row.id).copied(),
            nominated_by: row.nominated_by,
            replaces_id: row.replaces_id,
            online_url: content.online_url.filter(|_| seated),
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    found.into_iter().map(view).collect()
}

/// The view of one row.
///
/// # Errors
/// When the database does not answer.
pub fn one(tx: &mut Read<'_>, row: Row) -> Result<Enrolment> {
    views(tx, vec![row])?.pop().ok_or_else(Error::not_found)
}

pub fn get(tx: &mut Read<'_>, id: EnrolmentId) -> Result<Enrolment> {
    let row = enrolments::find(tx, id)?;
    one(tx, row)
}

/// The enrolments the caller may know of, as they came.
pub fn list(tx: &mut Read<'_>, list: &List<EnrolmentQuery>) -> Result<Page<Enrolment>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let filter =
        Filter { cohort: query.cohort_id, statuses: query.status.clone(), latest_first: query.sort == Some(EnrolmentSort::CameDown) };
    let found = enrolments::page(tx, &filter, after, list.limit + 1)?;
    let total = list.total(|| enrolments::total(tx, &filter))?;
    let page = list.page(found, total, Key::of)?;
    Ok(Page { items: views(tx, page.items)?, next_cursor: page.next_cursor, total })
}

/// The steps of an enrolment, first to last; people of the other side are not named.
pub fn steps(tx: &mut Read<'_>, id: EnrolmentId) -> Result<Vec<EnrolmentStep>> {
    let row = enrolments::find(tx, id)?;
    let cohort = rows::some(tx.conn, &[row.cohort_id])?.remove(&row.cohort_id).ok_or_else(Error::not_found)?;
    let inside = inside(tx, &cohort)?;
    let steps = enrolments::steps(tx.conn, id)?;
    let people: Vec<PersonId> = steps.iter().filter_map(|step| step.person_id).filter(|_| inside).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let shown = |step: StepRow| EnrolmentStep {
        at: step.at,
        from_status: step.from_status,
        to_status: step.to_status,
        reason: step.reason,
        person_name: step.person_id.and_then(|id| names.get(&id).cloned()),
    };
    Ok(steps.into_iter().map(shown).collect())
}
