//! Every line of SQL about tests. Whoever reads one has found its cohort, or is about to.

use super::model::{ExamAttemptId, ExamId, ExamKind, ExamStatus};
use crate::kernel::db::schema::{exam_attempts, exams};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed, portable::Both};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use diesel::dsl::count_star;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = exams, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: ExamId,
    pub cohort_id: CohortId,
    pub kind: ExamKind,
    pub status: ExamStatus,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub seed: String,
    pub document: Json,
    /// The questions as they were when it was published.
    pub paper: Option<Json>,
    pub published_at: Option<Instant>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = exam_attempts, treat_none_as_default_value = false)]
pub struct AttemptRow {
    pub id: ExamAttemptId,
    pub exam_id: ExamId,
    pub cohort_id: CohortId,
    pub enrolment_id: EnrolmentId,
    pub begun_at: Instant,
    pub answers: Json,
    pub handed_in_at: Option<Instant>,
    pub version: i64,
    pub updated_at: Instant,
}

/// The tests of a cohort, before and after.
pub fn of_cohort(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<Row>> {
    // «before» comes after «after» in the alphabet.
    Ok(exams::table.filter(exams::cohort_id.eq(id)).order(exams::kind.desc()).select(Row::as_select()).load(conn)?)
}

/// The published tests of some cohorts that are open at an instant.
pub fn open(conn: &mut AnyConnection, cohorts: &[CohortId], now: Instant) -> Result<Vec<Row>> {
    use exams as e;
    let published = e::table.filter(e::cohort_id.eq_any(cohorts.to_vec())).filter(e::status.eq(ExamStatus::Published));
    Ok(published.filter(e::opens_at.le(now)).filter(e::closes_at.gt(now)).select(Row::as_select()).load(conn)?)
}

/// The attempts of some participants at some tests.
pub fn attempts_of(conn: &mut AnyConnection, tests: &[ExamId], who: &[EnrolmentId]) -> Result<Vec<AttemptRow>> {
    use exam_attempts as a;
    let theirs = a::table.filter(a::exam_id.eq_any(tests.to_vec())).filter(a::enrolment_id.eq_any(who.to_vec()));
    Ok(theirs.select(AttemptRow::as_select()).load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: ExamId) -> Result<Row> {
    exams::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(exams::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(exams::table.find(row.id).filter(exams::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn delete(conn: &mut AnyConnection, id: ExamId, version: i64) -> Result<()> {
    one_changed(diesel::delete(exams::table.find(id).filter(exams::version.eq(version))).execute(conn)?)
}

/// How many of some participants have begun the tests of a cohort.
pub fn begun(conn: &mut AnyConnection, cohort: CohortId, who: &[EnrolmentId]) -> Result<Vec<(ExamId, i64)>> {
    use exam_attempts as a;
    let theirs = a::table.filter(a::cohort_id.eq(cohort)).filter(a::enrolment_id.eq_any(who.to_vec()));
    Ok(theirs.group_by(a::exam_id).select((a::exam_id, count_star())).load(conn)?)
}

/// Begins an attempt unless there is one; whether there was none.
pub fn begin(conn: &mut AnyConnection, row: &AttemptRow) -> Result<bool> {
    use exam_attempts as a;
    let insert = diesel::insert_into(a::table).values(row).on_conflict((a::exam_id, a::enrolment_id)).do_nothing();
    Ok(Both(insert).execute(conn)? == 1)
}

pub fn insert_attempts(conn: &mut AnyConnection, rows: Vec<AttemptRow>) -> Result<()> {
    crate::put_many!(conn, exam_attempts::table, rows);
    Ok(())
}

pub fn attempt(conn: &mut AnyConnection, id: ExamAttemptId) -> Result<AttemptRow> {
    exam_attempts::table.find(id).select(AttemptRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// A participant's attempt at a test.
pub fn attempt_of(conn: &mut AnyConnection, exam: ExamId, who: EnrolmentId) -> Result<Option<AttemptRow>> {
    use exam_attempts as a;
    let theirs = a::table.filter(a::exam_id.eq(exam)).filter(a::enrolment_id.eq(who)).select(AttemptRow::as_select());
    Ok(theirs.first(conn).optional()?)
}

/// The attempts at a test.
pub fn attempts(conn: &mut AnyConnection, exam: ExamId) -> Result<Vec<AttemptRow>> {
    use exam_attempts as a;
    Ok(a::table.filter(a::exam_id.eq(exam)).order(a::id).select(AttemptRow::as_select()).load(conn)?)
}

/// The attempts at all tests of a cohort.
pub fn all_attempts(conn: &mut AnyConnection, cohort: CohortId) -> Result<Vec<AttemptRow>> {
    use exam_attempts as a;
    Ok(a::table.filter(a::cohort_id.eq(cohort)).order(a::id).select(AttemptRow::as_select()).load(conn)?)
}

/// Makes whoever else is at an attempt wait until this transaction ends, and counts one change more.
pub fn lock(conn: &mut AnyConnection, id: ExamAttemptId) -> Result<()> {
    use exam_attempts as a;
    diesel::update(a::table.find(id)).set(a::version.eq(a::version + 1)).execute(conn)?;
    Ok(())
}

/// Keeps what changed of an attempt that is locked.
pub fn keep_attempt(conn: &mut AnyConnection, row: &AttemptRow) -> Result<()> {
    use exam_attempts as a;
    let values = (a::answers.eq(row.answers.clone()), a::handed_in_at.eq(row.handed_in_at), a::updated_at.eq(row.updated_at));
    one_changed(diesel::update(a::table.find(row.id)).set(values).execute(conn)?)
}
