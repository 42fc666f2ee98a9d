//! Enrolments.

use super::rows::Row as Cohort;
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Role, Scope};
use crate::kernel::db::schema::{cohort_trainers, cohorts, enrolment_steps, enrolments};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, InstitutionId, KeyId, PersonId};
use crate::resources::cohorts::model::{CohortCounts, CohortId, CohortStatus, EnrolmentId, EnrolmentStatus, EnrolmentStepId, Traits};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = enrolments, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: EnrolmentId,
    pub cohort_id: CohortId,
    pub association_id: AssociationId,
    pub wilaya_code: String,
    pub status: EnrolmentStatus,
    pub status_since: Instant,
    /// Since when it waits for a seat: a replacement since whom it replaces did.
    pub queued_at: Instant,
    pub participant_key: String,
    pub participant: Json,
    pub woman: bool,
    pub young: bool,
    pub remote: bool,
    pub quota: Option<String>,
    pub nominated_by: Option<InstitutionId>,
    pub replaces_id: Option<EnrolmentId>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Row {
    /// What counts of the participant.
    pub fn traits(&self) -> Traits {
        Traits { woman: self.woman, young: self.young, remote: self.remote }
    }
}

#[derive(Debug, Queryable, Insertable)]
#[diesel(table_name = enrolment_steps, treat_none_as_default_value = false)]
pub struct StepRow {
    pub id: EnrolmentStepId,
    pub enrolment_id: EnrolmentId,
    pub at: Instant,
    pub from_status: Option<EnrolmentStatus>,
    pub to_status: EnrolmentStatus,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

type Condition = Box<dyn BoxableExpression<enrolments::table, MultiBackend, SqlType = Bool>>;

/// The enrolments a caller may know of: its association's, those of its wilayas and of the cohorts it organises or teaches; every one when there is no
/// condition, none for anybody else.
fn visible(tx: &Read<'_>) -> Option<Condition> {
    let caller = tx.caller;
    match (&tx.scope, caller.and_then(Caller::institution), caller.and_then(Caller::person)) {
        (Scope::All, ..) => None,
        (Scope::Association(id), ..) => Some(Box::new(enrolments::association_id.eq(*id))),
        (Scope::Wilayas(codes), Some(institution), _) => {
            let organised = cohorts::table.filter(cohorts::organiser_id.eq(institution)).select(cohorts::id);
            Some(Box::new(enrolments::wilaya_code.eq_any(codes.clone()).or(enrolments::cohort_id.eq_any(organised))))
        }
        (_, _, Some(person)) if caller.and_then(|caller| caller.role) == Some(Role::Trainer) => {
            let taught = cohort_trainers::table.filter(cohort_trainers::person_id.eq(person)).select(cohort_trainers::cohort_id);
            Some(Box::new(enrolments::cohort_id.eq_any(taught)))
        }
        _ => Some(Box::new(enrolments::status.ne_all(EnrolmentStatus::ALL))),
    }
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key(Instant, EnrolmentId);

impl Key {
    /// Where a page ends with a row.
    pub fn of(row: &Row) -> Self {
        Self(row.queued_at, row.id)
    }
}

/// What is asked of a list.
#[derive(Debug)]
pub struct Filter {
    pub cohort: Option<CohortId>,
    pub statuses: Vec<EnrolmentStatus>,
    pub latest_first: bool,
}

fn conditions(tx: &Read<'_>, filter: &Filter) -> Vec<Condition> {
    use enrolments as e;
    let mut all: Vec<Condition> = visible(tx).into_iter().collect();
    if let Some(cohort) = filter.cohort {
        all.push(Box::new(e::cohort_id.eq(cohort)));
    }
    if !filter.statuses.is_empty() {
        all.push(Box::new(e::status.eq_any(filter.statuses.clone())));
    }
    all
}

/// Enrolments as they came, or the other way round, at most `limit`.
pub fn page(tx: &mut Read<'_>, filter: &Filter, after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use enrolments as e;
    let mut query = e::table.select(Row::as_select()).limit(limit).into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    let after = after.map(|Key(at, id)| (at, id));
    let query = crate::in_order!(query, (e::queued_at, e::id), filter.latest_first, after);
    Ok(query.load(tx.conn)?)
}

/// How many match.
pub fn total(tx: &mut Read<'_>, filter: &Filter) -> Result<i64> {
    let mut query = enrolments::table.into_boxed();
    for condition in conditions(tx, filter) {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(tx.conn)?)
}

/// Those of an association with a seat in a cohort that was announced and ends on a day or later, each with the cohort, as they came.
pub fn seated_since(conn: &mut AnyConnection, association: AssociationId, day: NaiveDate) -> Result<Vec<(Row, Cohort)>> {
    use enrolments as e;
    let announced = [CohortStatus::Published, CohortStatus::Closed];
    let theirs = e::table.inner_join(cohorts::table.on(cohorts::id.eq(e::cohort_id))).filter(e::association_id.eq(association));
    let seated = theirs.filter(e::status.eq(EnrolmentStatus::Enrolled)).filter(cohorts::status.eq_any(announced));
    let recent = seated.filter(cohorts::ends_on.ge(day)).order((e::queued_at, e::id));
    Ok(recent.select((Row::as_select(), Cohort::as_select())).load(conn)?)
}

/// An enrolment the caller may know of.
pub fn find(tx: &mut Read<'_>, id: EnrolmentId) -> Result<Row> {
    let mut query = enrolments::table.find(id).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    query.first(tx.conn).optional()?.ok_or_else(Error::not_found)
}

/// Some enrolments, whoever asks.
pub fn some(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<Vec<Row>> {
    Ok(enrolments::table.filter(enrolments::id.eq_any(ids.to_vec())).select(Row::as_select()).load(conn)?)
}

/// Enrolments of a cohort in some states, as they came.
pub fn of_cohort(conn: &mut AnyConnection, id: CohortId, statuses: &[EnrolmentStatus]) -> Result<Vec<Row>> {
    use enrolments as e;
    let rows = e::table.filter(e::cohort_id.eq(id)).filter(e::status.eq_any(statuses.to_vec())).order((e::queued_at, e::id));
    Ok(rows.select(Row::as_select()).load(conn)?)
}

/// Those of a cohort with a seat that the caller may know of, as they came.
pub fn seated(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<Row>> {
    use enrolments as e;
    let mut query =
        e::table.filter(e::cohort_id.eq(id)).filter(e::status.eq(EnrolmentStatus::Enrolled)).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    Ok(query.order((e::queued_at, e::id)).load(tx.conn)?)
}

/// Whether somebody of an association is enrolled in a cohort already, or waits.
pub fn is_there(conn: &mut AnyConnection, cohort: CohortId, association: AssociationId, key: &str) -> Result<bool> {
    use enrolments as e;
    let there = e::table
        .filter(e::cohort_id.eq(cohort))
        .filter(e::association_id.eq(association))
        .filter(e::participant_key.eq(key))
        .filter(e::status.ne_all([EnrolmentStatus::Refused, EnrolmentStatus::Withdrawn]));
    Ok(there.select(e::id).first::<EnrolmentId>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(enrolments::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(enrolments::table.find(row.id).filter(enrolments::version.eq(row.version - 1))).set(row).execute(conn)?)
}

/// Gives seats to those who waited.
pub fn seat(conn: &mut AnyConnection, ids: &[EnrolmentId], now: Instant) -> Result<()> {
    use enrolments as e;
    let values = (e::status.eq(EnrolmentStatus::Enrolled), e::status_since.eq(now), e::updated_at.eq(now), e::version.eq(e::version + 1));
    diesel::update(e::table.filter(e::id.eq_any(ids.to_vec()))).set(values).execute(conn)?;
    Ok(())
}

/// Notes which kept seat some have; an open one where there is none.
pub fn set_quota(conn: &mut AnyConnection, ids: &[EnrolmentId], quota: Option<&str>) -> Result<()> {
    use enrolments as e;
    diesel::update(e::table.filter(e::id.eq_any(ids.to_vec()))).set(e::quota.eq(quota)).execute(conn)?;
    Ok(())
}

/// How many of some cohorts stand in each state that counts.
pub fn counts(conn: &mut AnyConnection, ids: &[CohortId]) -> Result<HashMap<CohortId, CohortCounts>> {
    use enrolments as e;
    let rows: Vec<(CohortId, EnrolmentStatus, i64)> = e::table
        .filter(e::cohort_id.eq_any(ids))
        .group_by((e::cohort_id, e::status))
        .select((e::cohort_id, e::status, count_star()))
        .load(conn)?;
    let mut counts: HashMap<CohortId, CohortCounts> = HashMap::new();
    for (cohort, status, count) in rows {
        let count = usize::try_from(count).map_err(Error::internal)?;
        let entry = counts.entry(cohort).or_default();
        match status {
            EnrolmentStatus::Enrolled => entry.enrolled = count,
            EnrolmentStatus::Waiting => entry.waiting = count,
            EnrolmentStatus::Requested => entry.requested = count,
            EnrolmentStatus::Refused | EnrolmentStatus::Withdrawn => {}
        }
    }
    Ok(counts)
}

/// How many wait in front of each of some cohorts' waiting enrolments: the places, by enrolment.
pub fn places(conn: &mut AnyConnection, cohorts: &[CohortId]) -> Result<HashMap<EnrolmentId, usize>> {
    use enrolments as e;
    let waiting: Vec<(EnrolmentId, CohortId)> = e::table
        .filter(e::cohort_id.eq_any(cohorts))
        .filter(e::status.eq(EnrolmentStatus::Waiting))
        .order((e::queued_at, e::id))
        .select((e::id, e::cohort_id))
        .load(conn)?;
    let mut next: HashMap<CohortId, usize> = HashMap::new();
    let place = |(id, cohort)| {
        let place = next.entry(cohort).or_default();
        *place += 1;
        (id, *place)
    };
    Ok(waiting.into_iter().map(place).collect())
}

pub fn keep_steps(conn: &mut AnyConnection, rows: Vec<StepRow>) -> Result<()> {
    crate::put_many!(conn, enrolment_steps::table, rows);
    Ok(())
}

/// The steps of an enrolment, first to last.
pub fn steps(conn: &mut AnyConnection, id: EnrolmentId) -> Result<Vec<StepRow>> {
    Ok(enrolment_steps::table.filter(enrolment_steps::enrolment_id.eq(id)).order(enrolment_steps::id).load(conn)?)
}

/// The last reasons of some enrolments.
pub fn reasons(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, String>> {
    use enrolment_steps as s;
    let rows: Vec<(EnrolmentId, Option<String>)> =
        s::table.filter(s::enrolment_id.eq_any(ids)).order(s::id).select((s::enrolment_id, s::reason)).load(conn)?;
    // The last step of each is the last one seen.
    let mut last: HashMap<EnrolmentId, Option<String>> = HashMap::new();
    for (id, reason) in rows {
        last.insert(id, reason);
    }
    Ok(last.into_iter().filter_map(|(id, reason)| Some((id, reason?))).collect())
}
