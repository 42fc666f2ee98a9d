//! What tests earned, for grades; what they say about their questions.

use super::attempts::earned;
use super::view::{find, paper};
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use crate::resources::exams::model::{
    ExamAttemptState, ExamId, ExamInput, ExamKind, ExamStatus, FrozenQuestion, KeptAnswer, scored, state,
};
use crate::resources::exams::store;
use crate::resources::exams::wire::ExamStatistics;
use ::learning::exam::gain::{BeforeAfter, GainRequest, gain};
use ::learning::exam::statistics::{Sheet, StatisticsRequest, statistics};
use std::collections::HashMap;

/// A published test of a cohort.
#[derive(Debug, Clone)]
pub struct Test {
    /// The test.
    pub id: ExamId,
    /// When it is sat.
    pub kind: ExamKind,
    /// It can be begun from then on.
    pub opens_at: Instant,
    /// Nothing is taken from then on.
    pub closes_at: Instant,
    paper: Vec<FrozenQuestion>,
    input: ExamInput,
}

/// An attempt that somebody has begun.
#[derive(Debug, Clone)]
pub struct Sat {
    /// The test.
    pub exam_id: ExamId,
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// The score in hundredths of 100, once it is over.
    pub score: Option<u32>,
    answers: Vec<KeptAnswer>,
}

/// The published tests of a cohort, before and after, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn tests(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<Test>> {
    let published = store::of_cohort(tx.conn, id)?.into_iter().filter(|row| row.status == ExamStatus::Published);
    let test = |row: store::Row| {
        Ok(Test {
            id: row.id,
            kind: row.kind,
            opens_at: row.opens_at,
            closes_at: row.closes_at,
            paper: paper(&row)?,
            input: row.document.read()?,
        })
    };
    published.map(test).collect()
}

/// The attempts at some tests of a cohort, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn sat(tx: &mut Read<'_>, id: CohortId, tests: &[Test]) -> Result<Vec<Sat>> {
    let by_id: HashMap<ExamId, &Test> = tests.iter().map(|test| (test.id, test)).collect();
    let mut all = Vec::new();
    for attempt in store::all_attempts(tx.conn, id)? {
        let Some(test) = by_id.get(&attempt.exam_id) else { continue };
        let answers: Vec<KeptAnswer> = attempt.answers.read()?;
        let over = state(test.input.deadline(attempt.begun_at), attempt.handed_in_at, tx.now) != ExamAttemptState::UnderWay;
        let score = if over { Some(earned(&test.paper, &answers)?.score) } else { None };
        all.push(Sat { exam_id: test.id, enrolment_id: attempt.enrolment_id, score, answers });
    }
    Ok(all)
}

/// A test that a participant can sit now.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    /// The test.
    pub exam_id: ExamId,
    /// When it is sat.
    pub kind: ExamKind,
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// Whether they have begun.
    pub begun: bool,
    /// It ends then: for them when they have begun, for everybody otherwise.
    pub until: Instant,
}

/// The tests that some participants, each of a cohort, can begin or go on with now, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn open(tx: &mut Read<'_>, who: &HashMap<EnrolmentId, CohortId>) -> Result<Vec<Open>> {
    let (enrolments, cohorts): (Vec<EnrolmentId>, Vec<CohortId>) = who.iter().unzip();
    let tests = store::open(tx.conn, &cohorts, tx.now)?;
    let ids: Vec<ExamId> = tests.iter().map(|test| test.id).collect();
    let attempts = store::attempts_of(tx.conn, &ids, &enrolments)?;
    let begun: HashMap<(ExamId, EnrolmentId), &store::AttemptRow> =
        attempts.iter().map(|attempt| ((attempt.exam_id, attempt.enrolment_id), attempt)).collect();
    let mut open = Vec::new();
    for test in &tests {
        let input: ExamInput = test.document.read()?;
        for (enrolment_id, _) in who.iter().filter(|(_, cohort)| **cohort == test.cohort_id) {
            let attempt = begun.get(&(test.id, *enrolment_id));
            let until = attempt.map_or(test.closes_at, |attempt| input.deadline(attempt.begun_at));
            let over = attempt.is_some_and(|attempt| state(until, attempt.handed_in_at, tx.now) != ExamAttemptState::UnderWay);
            if !over {
                let begun = attempt.is_some();
                open.push(Open { exam_id: test.id, kind: test.kind, enrolment_id: *enrolment_id, begun, until });
            }
        }
    }
    Ok(open)
}

/// What the attempts that are over say about a test, and what the course brought.
pub fn of(tx: &mut Read<'_>, id: ExamId) -> Result<ExamStatistics> {
    let (row, inside) = find(tx, id)?;
    if !inside.leads && tx.scope != Scope::All {
        return Err(Error::new(Kind::Forbidden));
    }
    let tests = tests(tx, row.cohort_id)?;
    let sat = sat(tx, row.cohort_id, &tests)?;
    let sheets = sat.iter().filter(|one| one.exam_id == id && one.score.is_some());
    let sheet =
        |one: &Sat| Sheet { participant: one.enrolment_id.to_string(), answers: one.answers.iter().map(KeptAnswer::answer).collect() };
    let request = StatisticsRequest { questions: scored(&paper(&row)?), sheets: sheets.map(sheet).collect() };
    if request.questions.is_empty() {
        return Err(Error::say(
            Kind::WrongState,
            "لم يُنشر الاختبار بعد، فلا إحصاءات له.",
            "Le test n’est pas encore publié : il n’a pas de statistiques.",
            "The test is not published yet: there are no statistics.",
        ));
    }
    let score_of = |kind: ExamKind, who: EnrolmentId| {
        let test = tests.iter().find(|test| test.kind == kind)?;
        sat.iter().find(|one| one.exam_id == test.id && one.enrolment_id == who)?.score
    };
    let pair = |who: EnrolmentId| BeforeAfter {
        participant: who.to_string(),
        before: score_of(ExamKind::Before, who),
        after: score_of(ExamKind::After, who),
    };
    let gained = match row.kind {
        ExamKind::Before => None,
        ExamKind::After => {
            let participants = inside.participants.iter().map(|one| pair(one.id)).collect();
            Some(gain(&GainRequest { participants }).map_err(Error::internal)?)
        }
    };
    Ok(ExamStatistics { exam_id: id, statistics: statistics(&request).map_err(Error::internal)?, gain: gained })
}
