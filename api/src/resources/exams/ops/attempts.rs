//! Attempts: begun, resumed, answered, handed in.

use super::ATTEMPT;
use super::view::{closed, find, paper};
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::calculations;
use crate::resources::cohorts::{self, Inside};
use crate::resources::exams::model::{
    ExamAnswerOutcome, ExamAttemptId, ExamAttemptState, ExamId, ExamInput, ExamStatus, FrozenQuestion, KeptAnswer, keep, scored, state,
};
use crate::resources::exams::store::{self, AttemptRow, Row};
use crate::resources::exams::wire::{
    ExamAnswerInput, ExamAnswerReceipt, ExamAttempt, ExamAttemptList, ExamAttemptSummary, ExamKeyQuestion, ExamPaperQuestion, ExamReceipt,
    ExamResult,
};
use crate::resources::questions::QuestionChoice;
use ::learning::exam::paper::{PaperRequest, draw};
use ::learning::exam::{Answer, Score, ScoreRequest, score};
use serde_json::json;
use std::collections::HashMap;

/// What answers earn.
///
/// # Errors
/// Never for answers that were kept.
pub fn earned(paper: &[FrozenQuestion], answers: &[KeptAnswer]) -> Result<Score> {
    let request = ScoreRequest { questions: scored(paper), answers: answers.iter().map(KeptAnswer::answer).collect() };
    score(&request).map_err(Error::internal)
}

/// The paper of a participant, in the order it is asked.
fn drawn(row: &Row, input: &ExamInput, attempt: &AttemptRow, paper: &[FrozenQuestion]) -> Result<Vec<ExamPaperQuestion>> {
    let request = PaperRequest {
        seed: row.seed.clone(),
        participant: attempt.enrolment_id.to_string(),
        keep_order: input.keep_order,
        questions: scored(paper),
    };
    let by_id: HashMap<String, &FrozenQuestion> = paper.iter().map(|one| (one.id.to_string(), one)).collect();
    let mut questions = Vec::with_capacity(paper.len());
    for shown in draw(&request).map_err(Error::internal)?.questions {
        let Some(one) = by_id.get(&shown.id) else { continue };
        let choice = |id: &String| one.content.choices.iter().find(|choice| choice.id == *id).cloned();
        let choices: Vec<QuestionChoice> = shown.choices.iter().filter_map(choice).collect();
        let content = &one.content;
        questions.push(ExamPaperQuestion { id: one.id, kind: content.kind, text: content.text.clone(), choices, points: content.points });
    }
    Ok(questions)
}

fn view(tx: &Read<'_>, (row, inside): (&Row, &Inside), attempt: AttemptRow) -> Result<ExamAttempt> {
    let input: ExamInput = row.document.read()?;
    let (paper, answers) = (paper(row)?, attempt.answers.read::<Vec<KeptAnswer>>()?);
    let deadline = input.deadline(attempt.begun_at);
    let state = state(deadline, attempt.handed_in_at, tx.now);
    let over = state != ExamAttemptState::UnderWay;
    let result = match over {
        false => None,
        true => {
            let score = earned(&paper, &answers)?;
            // Before the test has closed, others may still be at it.
            let told = inside.leads || closed(row, tx.now);
            let key = paper.iter().map(|one| ExamKeyQuestion { id: one.id, question: one.content.clone() });
            Some(ExamResult {
                points: score.points,
                out_of: score.out_of,
                score: score.score,
                answered: score.answered,
                unanswered: score.unanswered,
                questions: told.then_some(score.questions),
                key: told.then(|| key.collect()),
            })
        }
    };
    let participant = inside.participant(attempt.enrolment_id)?;
    Ok(ExamAttempt {
        id: attempt.id,
        exam_id: row.id,
        cohort_id: row.cohort_id,
        cohort_name: inside.cohort.name.clone(),
        kind: row.kind,
        enrolment_id: attempt.enrolment_id,
        participant_name: participant.person.name.clone(),
        association_id: participant.association_id,
        state,
        begun_at: attempt.begun_at,
        deadline_at: deadline,
        seconds_left: if over { 0 } else { (deadline.utc() - tx.now.utc()).num_seconds().max(0) },
        handed_in_at: attempt.handed_in_at,
        questions: drawn(row, &input, &attempt, &paper)?,
        answers,
        result,
        version: attempt.version,
    })
}

/// Begins an attempt, or gives the one there is: what was saved is there again after a lost connection. Whether it is new.
pub fn begin(tx: &mut Write<'_>, id: ExamId, who: cohorts::EnrolmentId) -> Result<(ExamAttempt, bool)> {
    let (row, inside) = find(tx, id)?;
    inside.participant(who)?;
    if let Some(there) = store::attempt_of(tx.conn, id, who)? {
        return Ok((view(tx, (&row, &inside), there)?, false));
    }
    if row.status != ExamStatus::Published || tx.now < row.opens_at {
        return Err(Error::say(Kind::WrongState, "لم يُفتح الاختبار بعد.", "Le test n’est pas encore ouvert.", "The test is not open yet."));
    }
    if tx.now >= row.closes_at || inside.cohort.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "أُغلق الاختبار، فلا يبدأه أحد بعد الآن.",
            "Le test est clos : personne ne peut plus le commencer.",
            "The test has closed: nobody can begin it any more.",
        ));
    }
    cohorts::none_certified(tx.conn, row.cohort_id, &[who])?;
    let fresh = AttemptRow {
        id: tx.new_id(),
        exam_id: id,
        cohort_id: row.cohort_id,
        enrolment_id: who,
        begun_at: tx.now,
        answers: Json::of::<[KeptAnswer]>(&[])?,
        handed_in_at: None,
        version: 1,
        updated_at: tx.now,
    };
    let new = store::begin(tx.conn, &fresh)?;
    if new {
        tx.audit((ATTEMPT, &fresh.id.to_string()), None, Some(&json!({ "exam_id": id, "enrolment_id": who })))?;
    }
    let attempt = store::attempt_of(tx.conn, id, who)?.ok_or_else(Error::not_found)?;
    Ok((view(tx, (&row, &inside), attempt)?, new))
}

/// An attempt the caller may know of, with its test and cohort.
fn found(tx: &mut Read<'_>, id: ExamAttemptId) -> Result<(AttemptRow, Row, Inside)> {
    let attempt = store::attempt(tx.conn, id)?;
    let (row, inside) = find(tx, attempt.exam_id)?;
    inside.participant(attempt.enrolment_id)?;
    Ok((attempt, row, inside))
}

pub fn get(tx: &mut Read<'_>, id: ExamAttemptId) -> Result<ExamAttempt> {
    let (attempt, row, inside) = found(tx, id)?;
    view(tx, (&row, &inside), attempt)
}

/// What is sent must be answers to the questions of the paper.
fn check(paper: &[FrozenQuestion], sent: &[ExamAnswerInput]) -> Result<()> {
    let answer = |one: &ExamAnswerInput| Answer { question: one.question_id.to_string(), given: one.given.clone() };
    let request = ScoreRequest { questions: scored(paper), answers: sent.iter().map(answer).collect() };
    score(&request).map(|_| ()).map_err(|mut problem| {
        problem.pointer = problem.pointer.replace("/question", "/question_id");
        calculations::learning_refused(&problem)
    })
}

fn too_late(state: ExamAttemptState) -> Error {
    match state {
        ExamAttemptState::HandedIn => Error::say(
            Kind::WrongState,
            "سُلم هذا الاختبار من قبل، فلا تُقبل إجابات أخرى. ما حُفظ قبل التسليم هو المحسوب.",
            "Ce test est déjà remis : plus aucune réponse n’est prise. Ce qui était enregistré avant compte.",
            "This test was handed in already: no more answers are taken. What was saved before counts.",
        ),
        _ => Error::say(
            Kind::WrongState,
            "انتهى وقت الاختبار قبل وصول هذه الإجابة. ما حُفظ قبل ذلك محسوب.",
            "Le temps était écoulé quand cette réponse est arrivée. Ce qui était enregistré avant compte.",
            "The time was over when this answer came. What was saved before counts.",
        ),
    }
}

/// Saves answers, and hands the attempt in with them when that is asked.
fn take(tx: &mut Write<'_>, id: ExamAttemptId, sent: Vec<ExamAnswerInput>, hand_in: bool) -> Result<ExamReceipt> {
    let (attempt, row, inside) = found(tx, id)?;
    let paper = paper(&row)?;
    check(&paper, &sent)?;
    cohorts::none_certified(tx.conn, row.cohort_id, &[attempt.enrolment_id])?;
    store::lock(tx.conn, id)?;
    // Again, now that nobody else is at it.
    let mut attempt = store::attempt(tx.conn, id)?;
    let input: ExamInput = row.document.read()?;
    let state = state(input.deadline(attempt.begun_at), attempt.handed_in_at, tx.now);
    let mut kept: Vec<KeptAnswer> = attempt.answers.read()?;
    let now = tx.now;
    let outcome = |one: ExamAnswerInput| {
        let question_id = one.question_id;
        let answer = KeptAnswer { question_id, counter: one.counter, given: one.given, saved_at: now };
        ExamAnswerReceipt { question_id, outcome: keep(&mut kept, answer) }
    };
    let outcomes: Vec<ExamAnswerReceipt> = sent.into_iter().map(outcome).collect();
    let changes = outcomes.iter().any(|one| one.outcome == ExamAnswerOutcome::Saved);
    if state != ExamAttemptState::UnderWay {
        // Whoever sends again what is there already is told how it ended.
        if changes {
            return Err(too_late(state));
        }
    } else if changes || hand_in {
        attempt.answers = Json::of(&kept)?;
        attempt.updated_at = now;
        if hand_in {
            attempt.handed_in_at = Some(now);
            tx.audit((ATTEMPT, &id.to_string()), None, Some(&json!({ "handed_in_at": now, "answers": kept.len() })))?;
        }
        store::keep_attempt(tx.conn, &attempt)?;
    }
    Ok(ExamReceipt { outcomes, attempt: view(tx, (&row, &inside), attempt)? })
}

pub fn save(tx: &mut Write<'_>, id: ExamAttemptId, sent: Vec<ExamAnswerInput>) -> Result<ExamReceipt> {
    take(tx, id, sent, false)
}

/// Hands an attempt in with what was not saved yet; the same twice is once.
pub fn hand_in(tx: &mut Write<'_>, id: ExamAttemptId, sent: Vec<ExamAnswerInput>) -> Result<ExamReceipt> {
    take(tx, id, sent, true)
}

/// Every participant the caller may know of, with what they sat.
pub fn list(tx: &mut Read<'_>, id: ExamId) -> Result<ExamAttemptList> {
    let (row, inside) = find(tx, id)?;
    let input: ExamInput = row.document.read()?;
    let paper = paper(&row)?;
    let mut by_enrolment: HashMap<cohorts::EnrolmentId, AttemptRow> =
        store::attempts(tx.conn, id)?.into_iter().map(|attempt| (attempt.enrolment_id, attempt)).collect();
    let bodies: Vec<Body> = inside.participants.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let mut items = Vec::with_capacity(inside.participants.len());
    for one in &inside.participants {
        let attempt = by_enrolment.remove(&one.id);
        let stand = attempt.as_ref().map(|attempt| state(input.deadline(attempt.begun_at), attempt.handed_in_at, tx.now));
        let score = match &attempt {
            Some(attempt) => Some(earned(&paper, &attempt.answers.read::<Vec<KeptAnswer>>()?)?),
            None => None,
        };
        items.push(ExamAttemptSummary {
            id: attempt.as_ref().map(|attempt| attempt.id),
            enrolment_id: one.id,
            participant_name: one.person.name.clone(),
            association_id: one.association_id,
            association_name: names(Body::Association(one.association_id)).0,
            state: stand,
            begun_at: attempt.as_ref().map(|attempt| attempt.begun_at),
            handed_in_at: attempt.as_ref().and_then(|attempt| attempt.handed_in_at),
            answered: score.as_ref().map_or(0, |score| score.answered as usize),
            score: score.map(|score| score.score).filter(|_| stand != Some(ExamAttemptState::UnderWay)),
        });
    }
    Ok(ExamAttemptList { items })
}
