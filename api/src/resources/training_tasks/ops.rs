//! What is open, put together from the rooms that know.

use super::wire::{TrainingTask, TrainingTaskKind as Kind, TrainingTaskState as State};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::resources::cohorts::{self, Brief, EnrolmentId, Id as CohortId, Seat};
use crate::resources::{assignments, evaluations, exams};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;
use uuid::Uuid;

/// Days after its end in which something of a cohort can be open: the evaluation after six months, and as long as it takes answers.
const LOOKED_BACK: Days = Days::new(260);

/// Everything that waits for the caller's association.
pub fn list(tx: &mut Read<'_>) -> Result<Vec<TrainingTask>> {
    let Body::Association(own) = tx.known()?.body else { return Ok(Vec::new()) };
    let since = tx.now.day().checked_sub_days(LOOKED_BACK).unwrap_or(NaiveDate::MIN);
    let seats = cohorts::seated_since(tx.conn, own, since)?;
    let ids: Vec<EnrolmentId> = seats.iter().map(|(seat, _)| seat.id).collect();
    let held = cohorts::certified(tx.conn, &ids)?;
    // Whoever holds a certificate changes nothing any more of what it rests on.
    let at_work = |(seat, cohort): &&(Seat, Brief)| !cohort.status.over() && !held.contains(&seat.id);
    let working: HashMap<EnrolmentId, CohortId> = seats.iter().filter(at_work).map(|(seat, cohort)| (seat.id, cohort.id)).collect();
    let by_id: HashMap<EnrolmentId, &(Seat, Brief)> = seats.iter().map(|one| (one.0.id, one)).collect();
    let mut tasks = Vec::new();
    let mut add = |kind, enrolment: EnrolmentId, id: Uuid, fill: &dyn Fn(TrainingTask) -> TrainingTask| {
        let Some((seat, cohort)) = by_id.get(&enrolment) else { return };
        tasks.push(fill(TrainingTask {
            kind,
            state: State::Open,
            id,
            name: None,
            exam_kind: None,
            round: None,
            cohort_id: cohort.id,
            cohort_name: cohort.name.clone(),
            enrolment_id: enrolment,
            participant_name: seat.person.name.clone(),
            due_at: None,
        }));
    };
    for one in exams::open(tx, &working)? {
        add(Kind::Exam, one.enrolment_id, one.exam_id.0, &|task| TrainingTask {
            state: if one.begun { State::Begun } else { State::Open },
            exam_kind: Some(one.kind),
            due_at: Some(one.until),
            ..task
        });
    }
    let now = tx.now;
    let running: Vec<CohortId> = seats.iter().filter(|(_, cohort)| !cohort.status.over()).map(|(_, cohort)| cohort.id).collect();
    let waiting = assignments::waiting(tx, &running, &working, own)?;
    for one in &waiting.work {
        let late = if now > one.due_at { State::Overdue } else { State::Open };
        add(Kind::Assignment, one.enrolment_id, one.assignment_id.0, &|task| TrainingTask {
            state: if one.returned { State::Returned } else { late },
            name: Some(one.name.clone()),
            due_at: Some(one.due_at),
            ..task
        });
    }
    for one in &waiting.reviews {
        add(Kind::PeerReview, one.reviewer_id, one.id.0, &|task| TrainingTask { name: Some(one.name.clone()), ..task });
    }
    for one in evaluations::due(tx, &seats)? {
        add(Kind::Evaluation, one.enrolment_id, one.enrolment_id.0, &|task| TrainingTask {
            round: Some(one.round),
            due_at: Some(one.until),
            ..task
        });
    }
    tasks.sort_by_key(|task| (task.due_at.is_none(), task.due_at, task.id));
    Ok(tasks)
}
