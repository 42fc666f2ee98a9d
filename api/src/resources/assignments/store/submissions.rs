//! Submissions, what was handed in each time, their steps and comments.

use crate::kernel::access::Role;
use crate::kernel::db::schema::{submission_comments, submission_pieces, submission_steps, submissions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed, portable::Both};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{KeyId, PersonId};
use crate::resources::assignments::model::{
    AssignmentId, SubmissionCommentId, SubmissionId, SubmissionPlaceId, SubmissionPlaceKind, SubmissionStatus, SubmissionStepId,
};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::projects::Id as ProjectId;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = submissions, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct SubmissionRow {
    pub id: SubmissionId,
    pub assignment_id: AssignmentId,
    pub cohort_id: CohortId,
    pub enrolment_id: EnrolmentId,
    pub project_id: ProjectId,
    /// How often it was handed in.
    pub number: i32,
    pub status: SubmissionStatus,
    pub status_since: Instant,
    pub handed_in_at: Instant,
    pub late: bool,
    pub note: Option<String>,
    /// The levels the trainer has given.
    pub levels: Json,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = submission_pieces, treat_none_as_default_value = false)]
pub struct PieceRow {
    pub submission_id: SubmissionId,
    pub number: i32,
    pub at: Instant,
    pub document: Json,
}

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = submission_steps, treat_none_as_default_value = false)]
pub struct StepRow {
    pub id: SubmissionStepId,
    pub submission_id: SubmissionId,
    pub at: Instant,
    pub from_status: Option<SubmissionStatus>,
    pub to_status: SubmissionStatus,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = submission_comments, treat_none_as_default_value = false)]
pub struct CommentRow {
    pub id: SubmissionCommentId,
    pub submission_id: SubmissionId,
    pub number: i32,
    pub at: Instant,
    pub place_kind: SubmissionPlaceKind,
    pub place_id: Option<SubmissionPlaceId>,
    pub text: String,
    pub role: Role,
    pub person_id: Option<PersonId>,
}

pub fn find(conn: &mut AnyConnection, id: SubmissionId) -> Result<SubmissionRow> {
    submissions::table.find(id).select(SubmissionRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// What a participant handed in.
pub fn of(conn: &mut AnyConnection, assignment: AssignmentId, who: EnrolmentId) -> Result<Option<SubmissionRow>> {
    use submissions as s;
    let theirs = s::table.filter(s::assignment_id.eq(assignment)).filter(s::enrolment_id.eq(who));
    Ok(theirs.select(SubmissionRow::as_select()).first(conn).optional()?)
}

/// The submissions of an assignment.
pub fn of_assignment(conn: &mut AnyConnection, id: AssignmentId) -> Result<Vec<SubmissionRow>> {
    use submissions as s;
    Ok(s::table.filter(s::assignment_id.eq(id)).order(s::id).select(SubmissionRow::as_select()).load(conn)?)
}

/// How far some participants are with the assignments they have handed something in for.
pub fn states_of(conn: &mut AnyConnection, who: &[EnrolmentId]) -> Result<Vec<(AssignmentId, EnrolmentId, SubmissionStatus)>> {
    use submissions as s;
    Ok(s::table.filter(s::enrolment_id.eq_any(who.to_vec())).select((s::assignment_id, s::enrolment_id, s::status)).load(conn)?)
}

/// The submissions of all assignments of a cohort.
pub fn of_cohort(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<SubmissionRow>> {
    use submissions as s;
    Ok(s::table.filter(s::cohort_id.eq(id)).order(s::id).select(SubmissionRow::as_select()).load(conn)?)
}

/// Keeps a first submission unless there is one; whoever else hands in at the same time waits.
pub fn begin(conn: &mut AnyConnection, row: &SubmissionRow) -> Result<bool> {
    use submissions as s;
    let insert = diesel::insert_into(s::table).values(row).on_conflict((s::assignment_id, s::enrolment_id)).do_nothing();
    Ok(Both(insert).execute(conn)? == 1)
}

pub fn insert_all(conn: &mut AnyConnection, rows: Vec<SubmissionRow>) -> Result<()> {
    crate::put_many!(conn, submissions::table, rows);
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &SubmissionRow) -> Result<()> {
    one_changed(diesel::update(submissions::table.find(row.id).filter(submissions::version.eq(row.version - 1))).set(row).execute(conn)?)
}

pub fn keep_pieces(conn: &mut AnyConnection, rows: Vec<PieceRow>) -> Result<()> {
    crate::put_many!(conn, submission_pieces::table, rows);
    Ok(())
}

/// What was handed in at one time.
pub fn piece(conn: &mut AnyConnection, id: SubmissionId, number: i32) -> Result<Json> {
    let there = submission_pieces::table.find((id, number)).select(submission_pieces::document);
    there.first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn keep_steps(conn: &mut AnyConnection, rows: Vec<StepRow>) -> Result<()> {
    crate::put_many!(conn, submission_steps::table, rows);
    Ok(())
}

/// The steps of a submission, first to last.
pub fn steps(conn: &mut AnyConnection, id: SubmissionId) -> Result<Vec<StepRow>> {
    use submission_steps as s;
    Ok(s::table.filter(s::submission_id.eq(id)).order(s::id).select(StepRow::as_select()).load(conn)?)
}

pub fn comment(conn: &mut AnyConnection, row: &CommentRow) -> Result<()> {
    diesel::insert_into(submission_comments::table).values(row).execute(conn)?;
    Ok(())
}

/// The comments on a submission, first to last.
pub fn comments(conn: &mut AnyConnection, id: SubmissionId) -> Result<Vec<CommentRow>> {
    use submission_comments as c;
    Ok(c::table.filter(c::submission_id.eq(id)).order(c::id).select(CommentRow::as_select()).load(conn)?)
}
