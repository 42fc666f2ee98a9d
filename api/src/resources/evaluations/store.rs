//! Every line of SQL about evaluations.

use super::model::{CourseEvaluation, EvaluationRound};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::Both;
use crate::kernel::db::schema::{cohorts, evaluation_answers, evaluation_links, evaluation_receipts, evaluation_requests};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId, Status};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// What somebody has said, without who and when.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = evaluation_answers, treat_none_as_default_value = false)]
pub struct AnswerRow {
    /// A name that says nothing.
    pub id: String,
    pub cohort_id: CohortId,
    pub round: EvaluationRound,
    pub document: Json,
}

/// That somebody has said it.
#[derive(Debug, Clone, Copy, Queryable, Selectable, Insertable)]
#[diesel(table_name = evaluation_receipts, treat_none_as_default_value = false)]
pub struct ReceiptRow {
    pub enrolment_id: EnrolmentId,
    pub round: EvaluationRound,
    pub cohort_id: CohortId,
    pub handed_in_at: Instant,
}

/// A link to answer by; its token is kept as a hash alone.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = evaluation_links, treat_none_as_default_value = false)]
pub struct LinkRow {
    pub enrolment_id: EnrolmentId,
    pub round: EvaluationRound,
    pub cohort_id: CohortId,
    pub token_hash: Vec<u8>,
    pub created_at: Instant,
    pub expires_at: Instant,
}

pub fn put_answers(conn: &mut AnyConnection, rows: Vec<AnswerRow>) -> Result<()> {
    crate::put_many!(conn, evaluation_answers::table, rows);
    Ok(())
}

pub fn put_receipts(conn: &mut AnyConnection, rows: Vec<ReceiptRow>) -> Result<()> {
    crate::put_many!(conn, evaluation_receipts::table, rows);
    Ok(())
}

/// What was said in a cohort, in an order that says nothing.
pub fn answers(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<CourseEvaluation>> {
    use evaluation_answers as a;
    let rows: Vec<Json> = a::table.filter(a::cohort_id.eq(id)).order((a::round, a::id)).select(a::document).load(conn)?;
    rows.iter().map(|row| Ok(row.read()?)).collect()
}

/// Who has handed in what in a cohort.
pub fn receipts(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<ReceiptRow>> {
    use evaluation_receipts as r;
    Ok(r::table.filter(r::cohort_id.eq(id)).select(ReceiptRow::as_select()).load(conn)?)
}

/// When somebody has handed in the rounds.
pub fn receipts_of(conn: &mut AnyConnection, id: EnrolmentId) -> Result<HashMap<EvaluationRound, Instant>> {
    use evaluation_receipts as r;
    let rows: Vec<(EvaluationRound, Instant)> = r::table.filter(r::enrolment_id.eq(id)).select((r::round, r::handed_in_at)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Which rounds some participants have handed in.
pub fn receipts_of_all(conn: &mut AnyConnection, who: &[EnrolmentId]) -> Result<HashSet<(EnrolmentId, EvaluationRound)>> {
    use evaluation_receipts as r;
    let rows: Vec<(EnrolmentId, EvaluationRound)> =
        r::table.filter(r::enrolment_id.eq_any(who.to_vec())).select((r::enrolment_id, r::round)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Who in a cohort has handed in how the course was.
///
/// # Errors
/// When the database does not answer.
pub fn handed_in(conn: &mut AnyConnection, id: CohortId) -> Result<HashSet<EnrolmentId>> {
    let end = receipts(conn, id)?.into_iter().filter(|row| row.round == EvaluationRound::End);
    Ok(end.map(|row| row.enrolment_id).collect())
}

/// Keeps links, instead of earlier ones of the same participants and round.
pub fn put_links(conn: &mut AnyConnection, round: EvaluationRound, rows: Vec<LinkRow>) -> Result<()> {
    use evaluation_links as l;
    let ids: Vec<EnrolmentId> = rows.iter().map(|row| row.enrolment_id).collect();
    diesel::delete(l::table.filter(l::enrolment_id.eq_any(ids)).filter(l::round.eq(round))).execute(conn)?;
    crate::put_many!(conn, l::table, rows);
    Ok(())
}

/// The link of a token, while it is good.
pub fn link(conn: &mut AnyConnection, token_hash: &[u8], now: Instant) -> Result<Option<LinkRow>> {
    use evaluation_links as l;
    let row = l::table.filter(l::token_hash.eq(token_hash)).filter(l::expires_at.gt(now));
    Ok(row.select(LinkRow::as_select()).first(conn).optional()?)
}

/// Who was asked for a round since an instant.
pub fn asked_since(conn: &mut AnyConnection, id: CohortId, round: EvaluationRound, since: Instant) -> Result<HashSet<EnrolmentId>> {
    use evaluation_links as l;
    let asked = l::table.filter(l::cohort_id.eq(id)).filter(l::round.eq(round)).filter(l::created_at.gt(since));
    Ok(asked.select(l::enrolment_id).load(conn)?.into_iter().collect())
}

/// Notes that a round was asked for; whether it is the first time.
pub fn note_request(conn: &mut AnyConnection, id: CohortId, round: EvaluationRound, at: Instant) -> Result<bool> {
    use evaluation_requests as r;
    let values = (r::cohort_id.eq(id), r::round.eq(round), r::asked_at.eq(at));
    let first = Both(diesel::insert_into(r::table).values(values).on_conflict_do_nothing()).execute(conn)? == 1;
    if !first {
        diesel::update(r::table.find((id, round))).set(r::asked_at.eq(at)).execute(conn)?;
    }
    Ok(first)
}

/// When the rounds were last asked for.
pub fn requests(conn: &mut AnyConnection, id: CohortId) -> Result<HashMap<EvaluationRound, Instant>> {
    use evaluation_requests as r;
    let rows: Vec<(EvaluationRound, Instant)> = r::table.filter(r::cohort_id.eq(id)).select((r::round, r::asked_at)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Cohorts that were announced and not called off, end between two days, and were not asked for a round.
pub fn not_asked(conn: &mut AnyConnection, round: EvaluationRound, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<CohortId>> {
    use evaluation_requests as r;
    let asked = r::table.filter(r::round.eq(round)).select(r::cohort_id);
    let rows = cohorts::table
        .filter(cohorts::ends_on.ge(from))
        .filter(cohorts::ends_on.le(until))
        .filter(cohorts::status.eq_any([Status::Published, Status::Closed]))
        .filter(cohorts::id.ne_all(asked));
    Ok(rows.order((cohorts::ends_on, cohorts::id)).select(cohorts::id).load(conn)?)
}
