//! Puts the parts together: the grade, the conditions, the certificate.

use std::collections::HashSet;

use super::check::Prepared;
use super::part::Known;
use super::{
    Accepted, AssignmentState, Certificate, CertificateCounts, Condition, ConditionResult, ConditionState, Conditions, Grade, Gradebook,
    GradebookRequest, MAX_PARTICIPANTS, MAX_RESULTS, PartGrade, PartSummary, ParticipantGrade, Source,
};
use crate::figures::{FULL, Reason, nearest, take};
use crate::problem::{Problem, at_most, filled};

/// Σ weight · score and Σ weight.
#[derive(Debug, Clone, Copy, Default)]
struct Weighted {
    sum: u128,
    weight: u128,
}

impl Weighted {
    fn add(&mut self, weight: u32, score: u32) {
        self.sum += u128::from(weight) * u128::from(score);
        self.weight += u128::from(weight);
    }

    fn mean(self, reason: Reason) -> Result<u32, Reason> {
        if self.weight == 0 { Err(reason) } else { Ok(nearest(self.sum, self.weight)) }
    }
}

/// `evaluation` says whether it was handed in and whether it still can be.
pub(super) fn grade(prepared: &Prepared<'_>, known: &[Known], evaluation: (bool, bool), closed: bool) -> Grade {
    let [mut least, mut most, mut so_far] = [Weighted::default(); 3];
    let mut missing = false;
    let mut parts = Vec::with_capacity(known.len());
    for (part, one) in prepared.scheme.parts.iter().zip(known) {
        let score = one.score(closed);
        least.add(part.weight, one.least);
        most.add(part.weight, one.most);
        match score {
            Some(score) => so_far.add(part.weight, score),
            None => missing |= part.weight > 0,
        }
        parts.push(PartGrade { id: part.id.clone(), weight: part.weight, score, least: one.least, most: one.most, missing: one.missing });
    }
    let mut unknown = Vec::new();
    let grade = least.mean(Reason::NothingWeighs).and_then(|grade| if missing { Err(Reason::PartsMissing) } else { Ok(grade) });
    let grade = take(&mut unknown, "grade", grade);
    let none_known = if least.weight == 0 { Reason::NothingWeighs } else { Reason::NothingKnown };
    let least = take(&mut unknown, "least", least.mean(Reason::NothingWeighs));
    let most = take(&mut unknown, "most", most.mean(Reason::NothingWeighs));
    let so_far = take(&mut unknown, "so_far", so_far.mean(none_known));
    let conditions = conditions(prepared, known, (least.unwrap_or(0), most.unwrap_or(0)), evaluation, closed);
    let any = |state| conditions.iter().any(|condition| condition.state == state);
    let certificate = if any(ConditionState::Unmet) {
        Certificate::NotDue
    } else if any(ConditionState::NotYetKnown) {
        Certificate::NotYetKnown
    } else {
        Certificate::Due
    };
    Grade { grade, least, most, so_far, unknown, parts, conditions, certificate }
}

/// The conditions that are asked for, with what is sure and what is possible.
fn conditions(prepared: &Prepared<'_>, known: &[Known], grade: (u32, u32), evaluation: (bool, bool), closed: bool) -> Vec<ConditionResult> {
    let Conditions { least_attendance, least_test_after, assignments_accepted, evaluation: asked, least_grade } =
        prepared.scheme.certificate;
    let parts = || prepared.scheme.parts.iter().zip(known);
    let of_part = |wanted: fn(&Source) -> bool| {
        let part = parts().find(|(part, _)| wanted(&part.source));
        part.map_or((0, FULL), |(_, known)| (known.least, known.most))
    };
    let accepted = || {
        let assignments = parts().filter(|(part, _)| matches!(part.source, Source::Assignment { .. })).map(|(_, known)| known.state);
        assignments.fold((0, 0), |(reached, possible), state| match state {
            AssignmentState::Accepted => (reached + 1, possible + 1),
            AssignmentState::Refused => (reached, possible),
            _ => (reached, possible + u32::from(!closed)),
        })
    };
    let wanted_accepted = assignments_accepted.map(|accepted| match accepted {
        Accepted::All => prepared.assignments,
        Accepted::AtLeast(least) => least,
    });
    let (handed_in, open) = evaluation;
    let handed_in = (u32::from(handed_in), u32::from(handed_in || open));
    let all = [
        (Condition::LeastAttendance, least_attendance, of_part(|source| matches!(source, Source::Attendance {}))),
        (Condition::LeastTestAfter, least_test_after, of_part(|source| matches!(source, Source::TestAfter {}))),
        (Condition::AssignmentsAccepted, wanted_accepted, accepted()),
        (Condition::Evaluation, asked.then_some(1), handed_in),
        (Condition::LeastGrade, least_grade, grade),
    ];
    let asked = all.into_iter().filter_map(|(condition, wanted, facts)| Some((condition, wanted?, facts)));
    let results = asked.map(|(condition, wanted, (reached, possible))| {
        let state = if reached >= wanted {
            ConditionState::Met
        } else if possible < wanted {
            ConditionState::Unmet
        } else {
            ConditionState::NotYetKnown
        };
        ConditionResult { condition, state, wanted, reached, possible }
    });
    results.collect()
}

pub(super) fn gradebook(request: &GradebookRequest) -> Result<Gradebook, Problem> {
    at_most(MAX_PARTICIPANTS, request.participants.len(), "/participants")?;
    at_most(MAX_RESULTS, request.participants.iter().map(|participant| participant.results.len()).sum(), "/participants")?;
    let prepared = Prepared::new(&request.scheme).map_err(|problem| problem.under("/scheme"))?;
    let mut seen = HashSet::new();
    let mut certificates = CertificateCounts::default();
    let mut grades = Weighted::default();
    let mut scores = vec![Weighted::default(); request.scheme.parts.len()];
    let mut participants = Vec::with_capacity(request.participants.len());
    for (i, participant) in request.participants.iter().enumerate() {
        let prefix = format!("/participants/{i}");
        filled(&participant.id, || format!("{prefix}/id"))?;
        if !seen.insert(participant.id.as_str()) {
            let problem = Problem::new("duplicate_participant", format!("{prefix}/id"), "an id no other participant has");
            return Err(problem.with("participant", participant.id.as_str()));
        }
        let known = prepared.read(&participant.results, request.closed).map_err(|problem| problem.under(&prefix))?;
        let evaluation = (participant.evaluation_handed_in, request.evaluation_open || !request.closed);
        let grade = grade(&prepared, &known, evaluation, request.closed);
        *match grade.certificate {
            Certificate::Due => &mut certificates.due,
            Certificate::NotDue => &mut certificates.not_due,
            Certificate::NotYetKnown => &mut certificates.not_yet_known,
        } += 1;
        grade.grade.into_iter().for_each(|grade| grades.add(1, grade));
        for (scores, part) in scores.iter_mut().zip(&grade.parts) {
            part.score.into_iter().for_each(|score| scores.add(1, score));
        }
        participants.push(ParticipantGrade { id: participant.id.clone(), grade });
    }
    let counted = |weighted: &Weighted| (u32::try_from(weighted.weight).unwrap_or(u32::MAX), weighted.mean(Reason::NothingKnown).ok());
    let parts = request.scheme.parts.iter().zip(&scores).map(|(part, scores)| {
        let (known, mean) = counted(scores);
        PartSummary { id: part.id.clone(), known, mean }
    });
    let (known, mean) = counted(&grades);
    Ok(Gradebook { participants, parts: parts.collect(), known, mean, certificates })
}
