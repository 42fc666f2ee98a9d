//! Cohorts as a caller sees them.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::problem::Kind;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortStatus};
use crate::resources::cohorts::store::rows::{Filter, Key, Row};
use crate::resources::cohorts::store::{enrolments, rows};
use crate::resources::cohorts::wire::{Cohort, CohortQuery, CohortSort, CohortSummary, CohortTrainer};
use crate::resources::{accounts, courses, institutions, territory};

/// Whether the caller may change a cohort: its organiser, or the ministry.
pub fn may_edit(tx: &Read<'_>, row: &Row) -> bool {
    match tx.caller.and_then(|caller| caller.role) {
        Some(Role::Ministry) => true,
        Some(Role::Chamber | Role::National) => tx.caller.and_then(Caller::institution) == Some(row.organiser_id),
        _ => false,
    }
}

/// Whether the caller runs a cohort, teaches it, or may know everything.
pub fn inside(tx: &mut Read<'_>, row: &Row) -> Result<bool> {
    if may_edit(tx, row) || tx.scope == Scope::All {
        return Ok(true);
    }
    match tx.caller.and_then(Caller::person) {
        Some(person) => rows::teaches(tx.conn, row.id, person),
        None => Ok(false),
    }
}

/// The tag of a view: the version, the seats, and what kind of view it is.
pub fn tag(cohort: &Cohort) -> String {
    let kind = if cohort.editable { "edit" } else { "read" };
    let counts = cohort.counts;
    format!("{}-{}-{}-{}-{kind}-{}", cohort.version, counts.enrolled, counts.waiting, counts.requested, u8::from(cohort.open))
}

/// Whether participants are nominated and enrolled now.
pub fn open(row: &Row, now: Instant) -> bool {
    row.status == CohortStatus::Published && now >= row.opens_at && now < row.closes_at
}

/// The view of a row.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, row: Row) -> Result<Cohort> {
    let mut content: CohortInput = row.document.read()?;
    let inside = inside(tx, &row)?;
    if !inside {
        content.online_url = None;
    }
    let course = courses::published(tx, row.course_id, Some(row.course_number))?.content;
    let named = institutions::named(tx.conn, &[row.organiser_id])?;
    let names = accounts::person_names(tx.conn, &content.trainer_ids)?;
    let trainer = |id: &_| Some(CohortTrainer { person_id: *id, name: names.get(id)?.clone() });
    let commune = match &content.place {
        Some(place) => territory::commune_facts(tx.conn, &place.commune_code)?.map(|commune| commune.name),
        None => None,
    };
    let reason = match row.status {
        CohortStatus::Cancelled => rows::steps(tx.conn, row.id)?.pop().and_then(|step| step.reason),
        _ => None,
    };
    let counts = enrolments::counts(tx.conn, &[row.id])?.remove(&row.id).unwrap_or_default();
    Ok(Cohort {
        id: row.id,
        status: row.status,
        status_since: row.status_since,
        status_reason: reason,
        course_id: row.course_id,
        course_number: row.course_number,
        minutes: course.minutes(),
        course_name: course.name,
        organiser: named(row.organiser_id),
        trainers: content.trainer_ids.iter().filter_map(trainer).collect(),
        commune_name: commune,
        open: open(&row, tx.now),
        counts,
        editable: !row.status.over() && may_edit(tx, &row),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
        wilaya_code: row.wilaya_code,
        cohort: content,
    })
}

pub fn get(tx: &mut Read<'_>, id: CohortId) -> Result<Cohort> {
    let row = rows::find(tx, id)?;
    of(tx, row)
}

pub fn list(tx: &mut Read<'_>, list: &List<CohortQuery>) -> Result<Page<CohortSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let mine = query.taught_by_me == Some(true);
    let trainer = tx.caller.and_then(Caller::person).filter(|_| mine);
    if mine && trainer.is_none() {
        return Err(Error::new(Kind::Unauthenticated));
    }
    let filter = Filter {
        words: text::search_words(query.q.as_deref().unwrap_or_default()),
        statuses: query.status.clone(),
        course: query.course_id,
        organiser: query.organiser_id,
        wilayas: query.wilaya.clone(),
        trainer,
        from: query.from,
    };
    let found = rows::page(tx, &filter, query.sort == Some(CohortSort::StartsDown), after, list.limit + 1)?;
    let total = list.total(|| rows::total(tx, &filter))?;
    let page = list.page(found, total, Key::of)?;
    let organisers: Vec<InstitutionId> = page.items.iter().map(|row| row.organiser_id).collect();
    let named = institutions::named(tx.conn, &organisers)?;
    let versions: Vec<_> = page.items.iter().map(|row| (row.course_id, row.course_number)).collect();
    let course_names = courses::version_names(tx.conn, &versions)?;
    let ids: Vec<CohortId> = page.items.iter().map(|row| row.id).collect();
    let mut counts = enrolments::counts(tx.conn, &ids)?;
    let now = tx.now;
    let summary = |row: Row| {
        let content: CohortInput = row.document.read()?;
        Ok(CohortSummary {
            id: row.id,
            status: row.status,
            course_id: row.course_id,
            course_name: course_names.get(&(row.course_id, row.course_number)).cloned().ok_or_else(Error::not_found)?,
            organiser: named(row.organiser_id),
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            open: open(&row, now),
            self_enrolment: content.self_enrolment,
            capacity: content.capacity,
            counts: counts.remove(&row.id).unwrap_or_default(),
            name: content.name,
            wilaya_code: row.wilaya_code,
        })
    };
    Ok(Page { items: page.items.into_iter().map(summary).collect::<Result<_>>()?, next_cursor: page.next_cursor, total })
}
