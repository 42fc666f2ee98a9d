//! What assignments earned, for grades.

use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::language::Text;
use crate::resources::assignments::model::{AssignmentId, CohortAssignmentInput, SubmissionStatus};
use crate::resources::assignments::store::{peers, rows, submissions};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use ::learning::grade::{AssignmentState, CriterionLevel, Rubric};

/// An assignment of a cohort.
#[derive(Debug, Clone)]
pub struct Task {
    /// The assignment.
    pub id: AssignmentId,
    /// What it is called.
    pub name: Text,
    /// How it is assessed.
    pub rubric: Rubric,
    /// When it is due.
    pub due_at: Instant,
    /// How many participants review each submission.
    pub peer_reviews: u32,
}

/// What a participant handed in.
#[derive(Debug, Clone)]
pub struct Done {
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// How far it is.
    pub state: AssignmentState,
    /// The levels the trainer has given.
    pub levels: Vec<CriterionLevel>,
}

/// What one participant says of another's work.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// Whose work it is.
    pub enrolment_id: EnrolmentId,
    /// Who says it.
    pub reviewer_id: EnrolmentId,
    /// The levels given.
    pub levels: Vec<CriterionLevel>,
}

/// The assignments of a cohort, first to last, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn tasks(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<Task>> {
    let task = |row: rows::Row| {
        let input: CohortAssignmentInput = row.document.read()?;
        let rubric = input.rubric.counted();
        Ok(Task { id: row.id, name: input.name, rubric, due_at: row.due_at, peer_reviews: input.peer_reviews })
    };
    rows::of_cohort(tx.conn, id)?.into_iter().map(task).collect()
}

/// What was handed in for the assignments of a cohort, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn done(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<Done>> {
    let done = |row: submissions::SubmissionRow| {
        let state = SubmissionStatus::state(row.status);
        Ok(Done { assignment_id: row.assignment_id, enrolment_id: row.enrolment_id, state, levels: row.levels.read()? })
    };
    submissions::of_cohort(tx.conn, id)?.into_iter().map(done).collect()
}

/// The written reviews by participants of a cohort, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn reviewed(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<Reviewed>> {
    let reviewed = |(row, assignment_id, enrolment_id): (peers::ReviewRow, AssignmentId, EnrolmentId)| {
        Ok(Reviewed { assignment_id, enrolment_id, reviewer_id: row.reviewer_id, levels: row.levels.read()? })
    };
    peers::written(tx.conn, id)?.into_iter().map(reviewed).collect()
}
