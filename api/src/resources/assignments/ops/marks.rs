//! What assignments earned, for grades.

use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::assignments::model::{AssignmentId, CohortAssignmentInput, PeerReviewId, SubmissionStatus};
use crate::resources::assignments::store::{peers, rows, submissions};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use ::learning::grade::{AssignmentState, CriterionLevel, Rubric};
use std::collections::HashMap;

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

/// Work that a participant is to hand in.
#[derive(Debug, Clone)]
pub struct Due {
    /// The assignment.
    pub assignment_id: AssignmentId,
    /// What it is called.
    pub name: Text,
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// Whether it was handed in and returned.
    pub returned: bool,
    /// When it is due, or was.
    pub due_at: Instant,
}

/// A review that a participant is to write.
#[derive(Debug, Clone)]
pub struct ReviewDue {
    /// The review.
    pub id: PeerReviewId,
    /// What the assignment is called.
    pub name: Text,
    /// Who writes it.
    pub reviewer_id: EnrolmentId,
}

/// What waits for participants.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Work not handed in yet, or to be handed in again.
    pub work: Vec<Due>,
    /// Reviews not written yet.
    pub reviews: Vec<ReviewDue>,
}

/// Most reviews that are looked at: no cohort asks anybody for so many.
const MOST_REVIEWS: i64 = 500;

/// What waits in some cohorts, whoever asks: the work of some participants, each of one of the cohorts, and what those of an association are to review.
///
/// # Errors
/// When the database does not answer.
pub fn waiting(
    tx: &mut Read<'_>,
    cohorts: &[CohortId],
    who: &HashMap<EnrolmentId, CohortId>,
    association: AssociationId,
) -> Result<Waiting> {
    let enrolments: Vec<EnrolmentId> = who.keys().copied().collect();
    let states = submissions::states_of(tx.conn, &enrolments)?;
    let states: HashMap<_, _> = states.into_iter().map(|(assignment, who, status)| ((assignment, who), status)).collect();
    let reviews = peers::page(tx.conn, association, Some(false), None, MOST_REVIEWS)?;
    let mut waiting = Waiting::default();
    for row in rows::of_cohorts(tx.conn, cohorts)? {
        let input: CohortAssignmentInput = row.document.read()?;
        for (enrolment_id, _) in who.iter().filter(|(_, cohort)| **cohort == row.cohort_id) {
            let returned = match states.get(&(row.id, *enrolment_id)) {
                None => false,
                Some(SubmissionStatus::Returned) => true,
                Some(_) => continue,
            };
            let name = input.name.clone();
            waiting.work.push(Due { assignment_id: row.id, name, enrolment_id: *enrolment_id, returned, due_at: row.due_at });
        }
        let asked = reviews.iter().filter(|(_, assignment)| *assignment == row.id);
        waiting.reviews.extend(asked.map(|(review, _)| ReviewDue {
            id: review.id,
            name: input.name.clone(),
            reviewer_id: review.reviewer_id,
        }));
    }
    Ok(waiting)
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
