//! What answers earn.

use std::collections::HashMap;

use super::{Exam, Given, MultipleScoring, OrderingScoring, Question, QuestionScore, Reply, Score, Task, Verdict};
use crate::figures::{FULL, nearest};

/// What all the answers of one participant earn.
pub(super) fn sheet(exam: &Exam<'_>, given: &Given<'_>) -> Score {
    let (mut points, mut unanswered) = (0, 0);
    let mut questions = Vec::with_capacity(exam.questions.len());
    for (question, reply) in exam.questions.iter().zip(given) {
        let (earned, verdict) = earned(question, *reply);
        points += earned;
        unanswered += u32::from(verdict == Verdict::Unanswered);
        questions.push(QuestionScore { id: question.id.clone(), points: earned, out_of: question.points, verdict });
    }
    let answered = u32::try_from(exam.questions.len()).unwrap_or(u32::MAX) - unanswered;
    let score = nearest(u128::from(points) * u128::from(FULL), exam.out_of.into());
    Score { points, out_of: exam.out_of, score, answered, unanswered, questions }
}

/// What one answer earns.
pub(super) fn earned(question: &Question, reply: Option<&Reply>) -> (u32, Verdict) {
    let Some(reply) = reply else { return (0, Verdict::Unanswered) };
    let (part, whole) = fraction(&question.task, reply);
    let points = nearest(u128::from(question.points) * u128::from(part), whole.into());
    match part {
        0 => (0, Verdict::Wrong),
        _ if part == whole => (points, Verdict::Correct),
        _ => (points, Verdict::Partial),
    }
}

/// The fraction of its points an answer earns.
fn fraction(task: &Task, reply: &Reply) -> (u64, u64) {
    match (task, reply) {
        (Task::Single { correct, .. }, Reply::Choice(choice)) => (u64::from(choice == correct), 1),
        (Task::Multiple { choices, correct, scoring, .. }, Reply::Choices(taken)) => {
            let hits = taken.iter().filter(|choice| correct.contains(choice)).count();
            let (hits, false_ones, right) = (whole(hits), whole(taken.len() - hits), whole(correct.len()));
            let wrong = whole(choices.len()) - right;
            match scoring {
                MultipleScoring::AllOrNothing => (u64::from(hits == right && false_ones == 0), 1),
                // Without wrong choices none can be taken.
                MultipleScoring::Balanced if wrong == 0 => (hits, right),
                MultipleScoring::Balanced => ((hits * wrong).saturating_sub(false_ones * right), right * wrong),
            }
        }
        (Task::Numeric { value, tolerance }, Reply::Value(given)) => (u64::from(given.abs_diff(*value) <= tolerance.unsigned_abs()), 1),
        (Task::Ordering { order, scoring }, Reply::Order(given)) => {
            let (concordant, pairs) = concordant(order, given);
            match scoring {
                OrderingScoring::Pairs => (concordant, pairs),
                OrderingScoring::AboveChance => ((2 * concordant).saturating_sub(pairs), pairs),
                OrderingScoring::AllOrNothing => (u64::from(concordant == pairs), 1),
            }
        }
        // Refused when it was read.
        _ => (0, 1),
    }
}

/// How many of how many pairs are in the right order.
fn concordant(order: &[String], given: &[String]) -> (u64, u64) {
    let places: HashMap<&str, usize> = order.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let given: Vec<usize> = given.iter().filter_map(|name| places.get(name.as_str()).copied()).collect();
    let after = |(i, place): (usize, &usize)| given.iter().skip(i + 1).filter(|later| *later > place).count();
    let concordant: usize = given.iter().enumerate().map(after).sum();
    (whole(concordant), whole(order.len() * (order.len() - 1) / 2))
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
