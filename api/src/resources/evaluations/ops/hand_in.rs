//! Handing in what a participant thinks.

use super::SUBJECT;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::secret;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::language::Phrase;
use crate::kernel::problem::Kind;
use crate::kernel::rounds::RoundState;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::cohorts::{self, Brief, EnrolmentId, EnrolmentStatus, Seat};
use crate::resources::courses;
use crate::resources::evaluations::model::{CourseEvaluation, EvaluationRound};
use crate::resources::evaluations::store::{self, AnswerRow, ReceiptRow};
use crate::resources::evaluations::wire::{EnrolmentEvaluations, EvaluationTurn};
use serde_json::json;

static NOT_OPEN: Sentence = Sentence {
    code: "evaluation_not_open",
    phrase: Phrase {
        ar: "لم يفتح هذا التقييم بعد، يفتح في {}.",
        fr: "Cette évaluation n’est pas encore ouverte : elle ouvre le {}.",
        en: "This evaluation is not open yet: it opens on {}.",
    },
};
static OVER: Sentence = Sentence {
    code: "evaluation_closed",
    phrase: Phrase {
        ar: "انتهى أجل هذا التقييم يوم {}.",
        fr: "Cette évaluation est close depuis le {}.",
        en: "This evaluation ended on {}.",
    },
};
static HANDED_IN: Sentence = Sentence {
    code: "handed_in",
    phrase: Phrase {
        ar: "سُلّم هذا التقييم يوم {}. وهو محفوظ دون اسم صاحبه، فلا يمكن تغييره.",
        fr: "Cette évaluation a été remise le {}. Conservée sans nom, elle ne peut plus être modifiée.",
        en: "This evaluation was handed in on {}. It is kept without a name, so it cannot be changed.",
    },
};

/// Fine while a round of a cohort is open that was not called off.
///
/// # Errors
/// `wrong_state` with the day it opens or closed.
pub fn must_be_open(cohort: &Brief, round: EvaluationRound, now: Instant) -> Result<()> {
    if !matches!(cohort.status, cohorts::Status::Published | cohorts::Status::Closed) {
        return Err(Error::say(
            Kind::WrongState,
            "لم يعلن عن هذه الدورة أو أنها ألغيت، فلا تقييم لها.",
            "Cette session n’est pas annoncée, ou elle est annulée : elle n’est pas évaluée.",
            "The cohort is not announced, or was called off: it is not evaluated.",
        ));
    }
    let window = round.window(cohort.ends_on);
    let (sentence, day) = match window.state(now.day()) {
        RoundState::Open => return Ok(()),
        RoundState::Upcoming => (&NOT_OPEN, window.opens_on),
        RoundState::Closed => (&OVER, window.closes_on),
    };
    Err(Error { fields: vec![FieldFault::expecting("/round", Fault::Of(sentence), day)], ..Error::new(Kind::WrongState) })
}

/// A round that a participant can hand in now.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// Who.
    pub enrolment_id: EnrolmentId,
    /// The round.
    pub round: EvaluationRound,
    /// When it closes.
    pub until: Instant,
}

/// The rounds that some participants have not handed in and that are open now, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn due(tx: &mut Read<'_>, seats: &[(Seat, Brief)]) -> Result<Vec<Due>> {
    let ids: Vec<EnrolmentId> = seats.iter().map(|(seat, _)| seat.id).collect();
    let handed_in = store::receipts_of_all(tx.conn, &ids)?;
    let open = |(seat, cohort): &(Seat, Brief), round: EvaluationRound| {
        let due = !handed_in.contains(&(seat.id, round)) && must_be_open(cohort, round, tx.now).is_ok();
        due.then(|| Due { enrolment_id: seat.id, round, until: round.window(cohort.ends_on).ends_at() })
    };
    let open = &open;
    Ok(seats.iter().flat_map(|seat| EvaluationRound::ALL.iter().filter_map(move |round| open(seat, *round))).collect())
}

/// Whether the round at the end of a cohort can be handed in now or later.
pub fn still_open(cohort: &Brief, now: Instant) -> bool {
    EvaluationRound::End.window(cohort.ends_on).state(now.day()) != RoundState::Closed
}

/// A round, as a participant sees it who handed it in at an instant, or not.
pub fn turn(cohort: &Brief, round: EvaluationRound, handed_in: Option<Instant>, now: Instant) -> EvaluationTurn {
    let window = round.window(cohort.ends_on);
    EvaluationTurn {
        round,
        opens_on: window.opens_on,
        closes_on: window.closes_on,
        state: window.state(now.day()),
        handed_in_on: handed_in.map(Instant::day),
        due: handed_in.is_none() && must_be_open(cohort, round, now).is_ok(),
    }
}

/// What a participant of one's association is asked.
pub fn get(tx: &mut Read<'_>, id: EnrolmentId) -> Result<EnrolmentEvaluations> {
    let seat = cohorts::enrolment(tx, id)?;
    let cohort = cohorts::brief(tx.conn, seat.cohort_id)?;
    let handed_in = store::receipts_of(tx.conn, id)?;
    let seated = seat.status == EnrolmentStatus::Enrolled;
    let round = |round: &EvaluationRound| {
        let turn = turn(&cohort, *round, handed_in.get(round).copied(), tx.now);
        EvaluationTurn { due: turn.due && seated, ..turn }
    };
    let rounds = EvaluationRound::ALL.iter().map(round).collect();
    Ok(EnrolmentEvaluations {
        enrolment_id: id,
        cohort_id: cohort.id,
        tools: courses::tools(tx.conn, cohort.course_id, cohort.course_number)?,
        cohort_name: cohort.name,
        participant_name: seat.person.name,
        rounds,
    })
}

/// Hands in a round for a participant of one's association.
pub fn hand_in(tx: &mut Write<'_>, id: EnrolmentId, input: &CourseEvaluation) -> Result<EnrolmentEvaluations> {
    let seat = cohorts::enrolment(tx, id)?;
    keep(tx, &seat, input)?;
    get(tx, id)
}

/// Keeps an answer, and apart from it that it was given.
///
/// # Errors
/// `invalid`, or `wrong_state` outside of the round, without a seat, and for what was handed in.
pub fn keep(tx: &mut Write<'_>, seat: &Seat, input: &CourseEvaluation) -> Result<()> {
    cohorts::lock(tx, seat.cohort_id)?;
    let cohort = cohorts::brief(tx.conn, seat.cohort_id)?;
    let mut faults = Faults::default();
    input.check(&courses::tools(tx.conn, cohort.course_id, cohort.course_number)?, &mut faults);
    faults.finish()?;
    // Again, now that nobody else is at it.
    if !cohorts::seated(tx.conn, seat.cohort_id)?.iter().any(|one| one.id == seat.id) {
        return Err(Error::say(
            Kind::WrongState,
            "التقييم لمن له مقعد في الدورة.",
            "L’évaluation revient à ceux qui ont une place dans la session.",
            "Those with a seat in the cohort evaluate it.",
        ));
    }
    must_be_open(&cohort, input.round, tx.now)?;
    if let Some(at) = store::receipts_of(tx.conn, seat.id)?.get(&input.round) {
        let fault = FieldFault::expecting("/round", Fault::Of(&HANDED_IN), at.day());
        return Err(Error { fields: vec![fault], ..Error::new(Kind::WrongState) });
    }
    let (cohort_id, round) = (seat.cohort_id, input.round);
    let answer = AnswerRow { id: secret::token()?, cohort_id, round, document: Json::of(input)? };
    store::put_answers(tx.conn, vec![answer])?;
    let receipt = ReceiptRow { enrolment_id: seat.id, round, cohort_id, handed_in_at: tx.now };
    store::put_receipts(tx.conn, vec![receipt])?;
    // What was said stands nowhere beside who has said it.
    tx.audit((SUBJECT, &seat.id.to_string()), None, Some(&json!({ "handed_in": round })))
}
