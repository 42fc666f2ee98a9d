//! Cohorts.

use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::schema::{cohort_steps, cohort_trainers, cohorts};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{InstitutionId, KeyId, PersonId};
use crate::resources::cohorts::model::{CohortId, CohortStatus, CohortStepId};
use crate::resources::courses::Id as CourseId;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = cohorts, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: CohortId,
    pub course_id: CourseId,
    pub course_number: i32,
    pub organiser_id: InstitutionId,
    pub status: CohortStatus,
    pub status_since: Instant,
    pub name_sort: String,
    pub search: String,
    pub wilaya_code: Option<String>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub document: Json,
    /// Changes with whoever has which seat.
    pub seats_version: i64,
    /// When the kept seats went to whoever waited.
    pub lapsed_at: Option<Instant>,
    /// When participants were reminded.
    pub reminded_at: Option<Instant>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Queryable, Insertable)]
#[diesel(table_name = cohort_steps, treat_none_as_default_value = false)]
pub struct StepRow {
    pub id: CohortStepId,
    pub cohort_id: CohortId,
    pub at: Instant,
    pub from_status: Option<CohortStatus>,
    pub to_status: CohortStatus,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

/// A condition on cohorts.
type Condition = Box<dyn BoxableExpression<cohorts::table, MultiBackend, SqlType = Bool>>;

fn taught_by(person: PersonId) -> Condition {
    let theirs = cohort_trainers::table.filter(cohort_trainers::person_id.eq(person)).select(cohort_trainers::cohort_id);
    Box::new(cohorts::id.eq_any(theirs))
}

/// The cohorts a caller may know of; every one when there is no condition.
fn visible(tx: &Read<'_>) -> Option<Condition> {
    let announced = cohorts::status.ne(CohortStatus::Draft);
    let caller = tx.caller;
    match (&tx.scope, caller.and_then(Caller::institution), caller.and_then(Caller::person)) {
        (Scope::All, ..) => None,
        (_, Some(institution), _) => Some(Box::new(announced.or(cohorts::organiser_id.eq(institution)))),
        (_, None, Some(person)) if caller.and_then(|caller| caller.role) == Some(Role::Trainer) => {
            let theirs = cohort_trainers::table.filter(cohort_trainers::person_id.eq(person)).select(cohort_trainers::cohort_id);
            Some(Box::new(announced.or(cohorts::id.eq_any(theirs))))
        }
        _ => Some(Box::new(announced)),
    }
}

/// What is asked of a list.
#[derive(Debug, Default)]
pub struct Filter {
    pub words: Vec<String>,
    pub statuses: Vec<CohortStatus>,
    pub course: Option<CourseId>,
    pub organiser: Option<InstitutionId>,
    pub wilayas: Vec<String>,
    pub trainer: Option<PersonId>,
    pub from: Option<NaiveDate>,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key(NaiveDate, CohortId);

impl Key {
    pub fn of(row: &Row) -> Self {
        Self(row.starts_on, row.id)
    }
}

fn conditions(tx: &Read<'_>, filter: &Filter) -> Vec<Condition> {
    use cohorts as c;
    let mut all: Vec<Condition> = visible(tx).into_iter().collect();
    if !filter.statuses.is_empty() {
        all.push(Box::new(c::status.eq_any(filter.statuses.clone())));
    }
    if let Some(course) = filter.course {
        all.push(Box::new(c::course_id.eq(course)));
    }
    if let Some(organiser) = filter.organiser {
        all.push(Box::new(c::organiser_id.eq(organiser)));
    }
    if !filter.wilayas.is_empty() {
        all.push(Box::new(c::wilaya_code.eq_any(filter.wilayas.clone()).assume_not_null()));
    }
    if let Some(person) = filter.trainer {
        all.push(taught_by(person));
    }
    if let Some(day) = filter.from {
        all.push(Box::new(c::ends_on.ge(day)));
    }
    for word in &filter.words {
        all.push(Box::new(c::search.like(format!("%{word}%"))));
    }
    all
}

/// Cohorts by their first day, at most `limit`.
pub fn page(tx: &mut Read<'_>, filter: &Filter, down: bool, after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use cohorts as c;
    let mut query = c::table.select(Row::as_select()).limit(limit).into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    let after = after.map(|Key(day, id)| (day, id));
    let query = crate::in_order!(query, (c::starts_on, c::id), down, after);
    Ok(query.load(tx.conn)?)
}

/// How many match.
pub fn total(tx: &mut Read<'_>, filter: &Filter) -> Result<i64> {
    let mut query = cohorts::table.into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(tx.conn)?)
}

/// A cohort the caller may know of.
pub fn find(tx: &mut Read<'_>, id: CohortId) -> Result<Row> {
    let mut query = cohorts::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    query.first(tx.conn).optional()?.ok_or_else(Error::not_found)
}

/// Some cohorts, whoever asks.
pub fn some(conn: &mut AnyConnection, ids: &[CohortId]) -> Result<HashMap<CohortId, Row>> {
    let rows: Vec<Row> = cohorts::table.filter(cohorts::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(cohorts::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(cohorts::table.find(row.id).filter(cohorts::version.eq(row.version - 1))).set(row).execute(conn)?)
}

/// Makes whoever else gives out seats wait until this transaction ends, and counts one change more.
pub fn lock(conn: &mut AnyConnection, id: CohortId) -> Result<()> {
    diesel::update(cohorts::table.find(id)).set(cohorts::seats_version.eq(cohorts::seats_version + 1)).execute(conn)?;
    Ok(())
}

/// Who teaches a cohort.
pub fn set_trainers(conn: &mut AnyConnection, id: CohortId, trainers: &[PersonId]) -> Result<()> {
    use cohort_trainers as t;
    diesel::delete(t::table.filter(t::cohort_id.eq(id))).execute(conn)?;
    let rows: Vec<_> = trainers.iter().map(|person| (t::person_id.eq(*person), t::cohort_id.eq(id))).collect();
    if !rows.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(t::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Whether somebody teaches a cohort.
pub fn teaches(conn: &mut AnyConnection, id: CohortId, person: PersonId) -> Result<bool> {
    let there = cohort_trainers::table.find((person, id)).select(cohort_trainers::cohort_id);
    Ok(there.first::<CohortId>(conn).optional()?.is_some())
}

/// Which of some cohorts somebody teaches.
pub fn taught(conn: &mut AnyConnection, ids: &[CohortId], person: PersonId) -> Result<Vec<CohortId>> {
    use cohort_trainers as t;
    Ok(t::table.filter(t::person_id.eq(person)).filter(t::cohort_id.eq_any(ids)).select(t::cohort_id).load(conn)?)
}

pub fn keep_step(conn: &mut AnyConnection, row: &StepRow) -> Result<()> {
    diesel::insert_into(cohort_steps::table).values(row).execute(conn)?;
    Ok(())
}

/// The steps of a cohort, first to last.
pub fn steps(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<StepRow>> {
    Ok(cohort_steps::table.filter(cohort_steps::cohort_id.eq(id)).order(cohort_steps::id).load(conn)?)
}

/// Announced cohorts whose nominations are over and whose kept seats have not lapsed yet.
pub fn to_lapse(conn: &mut AnyConnection, now: Instant) -> Result<Vec<CohortId>> {
    use cohorts as c;
    let due = c::table.filter(c::closes_at.le(now)).filter(c::lapsed_at.is_null()).filter(c::status.eq(CohortStatus::Published));
    Ok(due.order(c::id).select(c::id).load(conn)?)
}

/// Announced cohorts that begin between two days and whose participants were not reminded.
pub fn to_remind(conn: &mut AnyConnection, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<Row>> {
    use cohorts as c;
    let due = c::table
        .filter(c::starts_on.ge(from))
        .filter(c::starts_on.le(until))
        .filter(c::reminded_at.is_null())
        .filter(c::status.eq(CohortStatus::Published));
    Ok(due.order(c::id).select(Row::as_select()).load(conn)?)
}

/// Notes that kept seats have lapsed; whether nobody had before.
pub fn note_lapse(conn: &mut AnyConnection, id: CohortId, now: Instant) -> Result<bool> {
    use cohorts as c;
    Ok(diesel::update(c::table.find(id).filter(c::lapsed_at.is_null())).set(c::lapsed_at.eq(now)).execute(conn)? == 1)
}

/// Notes that participants were reminded; whether nobody had before.
pub fn note_reminder(conn: &mut AnyConnection, id: CohortId, now: Instant) -> Result<bool> {
    use cohorts as c;
    Ok(diesel::update(c::table.find(id).filter(c::reminded_at.is_null())).set(c::reminded_at.eq(now)).execute(conn)? == 1)
}
