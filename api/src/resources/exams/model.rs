//! What a test is made of, when it is over, and which of two answers counts. Pure.

use crate::kernel::db::types::Instant;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::questions::{Id as QuestionId, QuestionInput};
use ::learning::exam::{Answer, Question, Reply};
use chrono::Duration;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

crate::id_type!(/// A test of a cohort.
    ExamId);
crate::id_type!(/// A participant's attempt at a test.
    ExamAttemptId);

/// What was under way at the deadline is taken for so many seconds more.
pub const GRACE_SECONDS: i64 = 10;

crate::text_enum! {
    /// When a test is sat.
    pub enum ExamKind {
        /// Before the course.
        Before = "before",
        /// After it.
        After = "after",
    }
}

crate::text_enum! {
    /// Where a test stands.
    pub enum ExamStatus {
        /// Being prepared; those who run and teach the cohort see it.
        Draft = "draft",
        /// Its paper is fixed.
        Published = "published",
    }
}

crate::text_enum! {
    /// Where an attempt stands.
    pub enum ExamAttemptState {
        /// Answers are taken.
        UnderWay = "under_way",
        /// Handed in.
        HandedIn = "handed_in",
        /// The time ran out; what was saved counts.
        TimedOut = "timed_out",
    }
}

crate::text_enum! {
    /// What became of an answer that was sent.
    pub enum ExamAnswerOutcome {
        /// Saved.
        Saved = "saved",
        /// It was saved before; nothing changed.
        Known = "known",
        /// Another answer with the same or a higher counter is kept.
        Superseded = "superseded",
    }
}

/// What can be written of a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamInput {
    /// When it is sat; a cohort has one of each.
    pub kind: ExamKind,
    /// The questions of the bank; they are fixed as they are when the test is published.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub question_ids: Vec<QuestionId>,
    /// It can be begun from then on.
    #[schema(examples("2026-12-01T08:00:00Z"))]
    pub opens_at: Instant,
    /// Nothing is taken from then on, but for a few seconds.
    #[schema(examples("2026-12-01T16:00:00Z"))]
    pub closes_at: Instant,
    /// How long a participant has from the beginning, in minutes; until it closes when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 600, examples(45))]
    pub minutes: Option<u32>,
    /// Whether everybody is asked in the same order.
    #[serde(default)]
    pub keep_order: bool,
}

impl ExamInput {
    /// Notes what the content contradicts.
    pub fn check(&self, faults: &mut Faults) {
        if self.closes_at <= self.opens_at {
            faults.add("/closes_at", Fault::WrongOrder);
        }
        let mut seen = HashSet::new();
        for (index, id) in self.question_ids.iter().enumerate() {
            if !seen.insert(id) {
                faults.add(format!("/question_ids/{index}"), Fault::Repeated);
            }
        }
    }

    /// When an attempt that was begun at an instant ends.
    pub fn deadline(&self, begun_at: Instant) -> Instant {
        match self.minutes {
            Some(minutes) => begun_at.plus(Duration::minutes(minutes.into())).min(self.closes_at),
            None => self.closes_at,
        }
    }
}

/// A question as it was when the test was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenQuestion {
    /// Which.
    pub id: QuestionId,
    /// What it was.
    pub content: QuestionInput,
}

/// The questions as the crate scores them.
pub fn scored(paper: &[FrozenQuestion]) -> Vec<Question> {
    paper.iter().map(|one| one.content.question(one.id)).collect()
}

/// An answer that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptAnswer {
    /// The question.
    pub question_id: QuestionId,
    /// The counter it came with.
    pub counter: u32,
    /// The answer; null when it was taken back.
    pub given: Option<Reply>,
    /// When the server took it.
    pub saved_at: Instant,
}

impl KeptAnswer {
    /// The answer as the crate scores it.
    pub fn answer(&self) -> Answer {
        Answer { question: self.question_id.to_string(), given: self.given.clone() }
    }
}

/// Puts an answer among those that are kept: the higher counter wins, and the first of two with the same.
pub fn keep(kept: &mut Vec<KeptAnswer>, new: KeptAnswer) -> ExamAnswerOutcome {
    match kept.iter_mut().find(|one| one.question_id == new.question_id) {
        None => {
            kept.push(new);
            ExamAnswerOutcome::Saved
        }
        Some(one) if new.counter == one.counter && new.given == one.given => ExamAnswerOutcome::Known,
        Some(one) if new.counter > one.counter => {
            *one = new;
            ExamAnswerOutcome::Saved
        }
        Some(_) => ExamAnswerOutcome::Superseded,
    }
}

/// Where an attempt stands: until the grace has passed, what is under way is taken.
pub fn state(deadline: Instant, handed_in_at: Option<Instant>, now: Instant) -> ExamAttemptState {
    if handed_in_at.is_some() {
        ExamAttemptState::HandedIn
    } else if now <= deadline.plus(Duration::seconds(GRACE_SECONDS)) {
        ExamAttemptState::UnderWay
    } else {
        ExamAttemptState::TimedOut
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::new("2026-06-01T10:00:00Z".parse().unwrap()).plus(Duration::seconds(second))
    }

    #[test]
    fn an_attempt_ends_with_its_minutes_or_with_the_test_and_the_grace_after_it() {
        let input = |minutes| ExamInput {
            kind: ExamKind::After,
            question_ids: Vec::new(),
            opens_at: at(0),
            closes_at: at(3600),
            minutes,
            keep_order: false,
        };
        assert_eq!(input(Some(30)).deadline(at(0)), at(1800));
        assert_eq!(input(Some(30)).deadline(at(3000)), at(3600));
        assert_eq!(input(None).deadline(at(3000)), at(3600));
        assert_eq!(state(at(0), None, at(GRACE_SECONDS)), ExamAttemptState::UnderWay);
        assert_eq!(state(at(0), None, at(GRACE_SECONDS + 1)), ExamAttemptState::TimedOut);
        assert_eq!(state(at(0), Some(at(-5)), at(99)), ExamAttemptState::HandedIn);
    }

    #[test]
    fn the_higher_counter_wins_and_the_same_answer_twice_is_one() {
        let question_id = QuestionId::from(uuid::Uuid::from_u128(1));
        let answer =
            |counter, choice: &str| KeptAnswer { question_id, counter, given: Some(Reply::Choice(choice.to_owned())), saved_at: at(0) };
        let mut kept = Vec::new();
        let outcomes = [answer(2, "a"), answer(2, "a"), answer(2, "b"), answer(1, "c"), answer(3, "b")].map(|one| keep(&mut kept, one));
        use ExamAnswerOutcome::{Known, Saved, Superseded};
        assert_eq!(outcomes, [Saved, Known, Superseded, Superseded, Saved]);
        assert_eq!(kept, [answer(3, "b")]);
    }
}
