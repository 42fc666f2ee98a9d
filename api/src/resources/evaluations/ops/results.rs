//! What participants think together.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::rounds::RoundState;
use crate::resources::cohorts::{self, Id as CohortId, Inside};
use crate::resources::courses;
use crate::resources::evaluations::model::figures::{judged, used};
use crate::resources::evaluations::model::{CourseEvaluation, EvaluationRound};
use crate::resources::evaluations::store;
use crate::resources::evaluations::wire::{CohortEvaluation, EvaluationResult, EvaluationWithheld};
use crate::resources::outcomes::LEAST_SHOWN;
use std::collections::HashSet;

/// What the participants of a cohort think, for those who have to do with it.
pub fn get(tx: &mut Read<'_>, id: CohortId) -> Result<CohortEvaluation> {
    let Inside { cohort, organises, .. } = cohorts::inside(tx, id)?;
    let people = cohorts::seated(tx.conn, id)?;
    let receipts = store::receipts(tx.conn, id)?;
    let asked = store::requests(tx.conn, id)?;
    let tools = courses::tools(tx.conn, cohort.course_id, cohort.course_number)?;
    let answers = store::answers(tx.conn, id)?;
    let result = |round: &EvaluationRound| {
        let window = round.window(cohort.ends_on);
        let state = window.state(tx.now.day());
        let said: Vec<CourseEvaluation> = answers.iter().filter(|one| one.round == *round).cloned().collect();
        let has: HashSet<_> = receipts.iter().filter(|row| row.round == *round).map(|row| row.enrolment_id).collect();
        // Seats of a closed cohort change no more: once everybody has answered no other answer can come.
        let complete = cohort.status.over() && people.iter().all(|one| has.contains(&one.id));
        let withheld = match () {
            () if state != RoundState::Closed && !complete => Some(EvaluationWithheld::NotOver),
            () if said.len() < LEAST_SHOWN => Some(EvaluationWithheld::TooFew),
            () => None,
        };
        let shown: &[CourseEvaluation] = if withheld.is_none() { &said } else { &[] };
        EvaluationResult {
            round: *round,
            opens_on: window.opens_on,
            closes_on: window.closes_on,
            state,
            asked_at: asked.get(round).copied(),
            participants: people.len(),
            answered: said.len(),
            withheld,
            judgement: judged(shown),
            course_use: used(shown, &tools),
            comments: shown.iter().filter_map(|one| one.comment.clone()).collect(),
        }
    };
    Ok(CohortEvaluation {
        cohort_id: id,
        rounds: EvaluationRound::ALL.iter().map(result).collect(),
        cohort_name: cohort.name,
        least_shown: LEAST_SHOWN,
        may_ask: organises,
    })
}
