//! How a cohort is getting on.

use super::book::{grades, material};
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::resources::assignments::{Done, Task};
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId};
use crate::resources::exams::{Kind as ExamKind, Sat, Test};
use crate::resources::gradebook::wire::{AssignmentProgress, CohortProgress, ExamProgress};
use ::learning::exam::gain::{BeforeAfter, GainRequest, gain};
use ::learning::grade::{AssignmentState, Certificate};
use std::collections::{HashMap, HashSet};

fn of_test(test: &Test, sat: &[&Sat]) -> ExamProgress {
    let scores: Vec<u64> = sat.iter().filter(|one| one.exam_id == test.id).filter_map(|one| one.score).map(u64::from).collect();
    let begun = sat.iter().filter(|one| one.exam_id == test.id).count();
    let count = u64::try_from(scores.len()).unwrap_or(u64::MAX);
    ExamProgress {
        exam_id: test.id,
        kind: test.kind,
        opens_at: test.opens_at,
        closes_at: test.closes_at,
        under_way: begun - scores.len(),
        sat: scores.len(),
        mean: (scores.iter().sum::<u64>() + count / 2).checked_div(count).and_then(|mean| u32::try_from(mean).ok()),
    }
}

fn of_task(task: &Task, done: &[&Done], participants: usize) -> AssignmentProgress {
    let theirs = || done.iter().filter(|one| one.assignment_id == task.id);
    let count = |state| theirs().filter(|one| one.state == state).count();
    AssignmentProgress {
        assignment_id: task.id,
        name: task.name.clone(),
        due_at: task.due_at,
        handed_in: count(AssignmentState::HandedIn),
        returned: count(AssignmentState::Returned),
        accepted: count(AssignmentState::Accepted),
        refused: count(AssignmentState::Refused),
        missing: participants.saturating_sub(theirs().count()),
    }
}

pub fn of(tx: &mut Read<'_>, id: CohortId) -> Result<CohortProgress> {
    let inside = cohorts::inside(tx, id)?;
    let material = material(tx, &inside.cohort)?;
    let book = grades(&material, &inside.cohort, &inside.participants)?;
    let who: HashSet<EnrolmentId> = inside.ids().into_iter().collect();
    let sat: Vec<&Sat> = material.sat.iter().filter(|one| who.contains(&one.enrolment_id)).collect();
    let done: Vec<&Done> = material.done.iter().filter(|one| who.contains(&one.enrolment_id)).collect();
    let kinds: HashMap<_, ExamKind> = material.tests.iter().map(|test| (test.id, test.kind)).collect();
    let scores: HashMap<(Option<&ExamKind>, EnrolmentId), Option<u32>> =
        sat.iter().map(|one| ((kinds.get(&one.exam_id), one.enrolment_id), one.score)).collect();
    let score = |kind: &ExamKind, who| scores.get(&(Some(kind), who)).copied().flatten();
    let pairs = inside.participants.iter().map(|one| BeforeAfter {
        participant: one.id.to_string(),
        before: score(&ExamKind::Before, one.id),
        after: score(&ExamKind::After, one.id),
    });
    let gained = gain(&GainRequest { participants: pairs.collect() }).map_err(Error::internal)?;
    // What is due and neither waits for the trainer nor is decided.
    let settled: HashSet<_> =
        done.iter().filter(|one| one.state != AssignmentState::Returned).map(|one| (one.assignment_id, one.enrolment_id)).collect();
    let due: Vec<&Task> = material.tasks.iter().filter(|task| task.due_at < tx.now).collect();
    let owes = |who: EnrolmentId| due.iter().any(|task| !settled.contains(&(task.id, who)));
    let lost = book.participants.iter().map(|one| one.grade.certificate == Certificate::NotDue);
    let danger = inside.participants.iter().zip(lost).filter(|(one, lost)| *lost || owes(one.id));
    Ok(CohortProgress {
        cohort_id: id,
        participants: inside.participants.len(),
        exams: material.tests.iter().map(|test| of_test(test, &sat)).collect(),
        gain: gained.gain,
        gain_band: gained.band,
        assignments: material.tasks.iter().map(|task| of_task(task, &done, inside.participants.len())).collect(),
        in_danger: danger.map(|(one, _)| one.id).collect(),
        certificates: book.certificates,
    })
}
