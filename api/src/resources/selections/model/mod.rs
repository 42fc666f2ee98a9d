//! What is asked of the selection, and what is asked of those it selects. Pure.

pub mod minutes;

use crate::kernel::language::{Phrase, Text};
use crate::kernel::validate::{Fault, Faults, Sentence};
use crate::resources::calls::{ApplicationId, ApplicationStatus, CallInput, Decision, Entry, WaitingPlace};
use selection::choice::{Candidate, CandidateOutcome, ChoiceRequest, Decision as Chosen, Outcome, Quota};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use utoipa::ToSchema;

/// Applications below the least score of a call.
pub fn refused(call: &CallInput, score: i64) -> bool {
    call.least_points.is_some_and(|least| score < i64::from(least) * 1000)
}

/// The request of a call to the crate: those with the least score it asks for, each with the quotas it counts for.
pub fn request(call: &CallInput, seed: &str, entries: &[Entry], quotas_of: &[Vec<String>]) -> ChoiceRequest {
    let candidate = |(entry, quotas): (&Entry, &Vec<String>)| {
        let score = entry.score?;
        (!refused(call, score)).then(|| Candidate { id: entry.id.to_string(), score, quotas: quotas.clone() })
    };
    ChoiceRequest {
        capacity: call.capacity,
        seed: seed.to_owned(),
        quotas: call.quotas.iter().map(|quota| Quota { id: quota.code.clone(), seats: quota.seats }).collect(),
        candidates: entries.iter().zip(quotas_of).filter_map(candidate).collect(),
        withdrawn: Vec::new(),
    }
}

/// What an outcome says of one application; none of one that has withdrawn.
pub fn decision(one: &CandidateOutcome) -> Option<(ApplicationStatus, Decision)> {
    let base = Decision { rank: Some(one.place), by_lottery: one.by_lottery, ..Decision::default() };
    Some(match &one.decision {
        Chosen::Selected { under } => (ApplicationStatus::Selected, Decision { under: under.clone(), ..base }),
        Chosen::Waiting { place, lists, behind } => {
            let lists = lists.iter().map(|list| WaitingPlace { quota: list.quota.clone(), place: list.place }).collect();
            let behind_score = behind.as_ref().map(|ahead| ahead.score);
            (ApplicationStatus::Waiting, Decision { place: Some(*place), lists, behind_score, ..base })
        }
        Chosen::Withdrawn => return None,
    })
}

/// What is decided about every entry by an outcome; those it knows nothing of are below the least score. `before` is what was decided until now.
pub fn decisions<'e>(
    entries: &'e [Entry],
    outcome: &Outcome,
    before: &HashMap<ApplicationId, Decision>,
) -> Vec<(&'e Entry, ApplicationStatus, Decision)> {
    let by_id: HashMap<&str, &CandidateOutcome> = outcome.candidates.iter().map(|one| (one.id.as_str(), one)).collect();
    let of = |entry: &'e Entry| {
        let Some(one) = by_id.get(entry.id.to_string().as_str()).copied() else {
            return Some((entry, ApplicationStatus::Refused, Decision::default()));
        };
        let (status, mut decision) = decision(one)?;
        let waited = |was: &Decision| was.place.is_some() || was.moved_up;
        if status == ApplicationStatus::Selected {
            decision.moved_up = before.get(&entry.id).is_some_and(waited);
        }
        // Who has taken the seat keeps it so.
        let status = if entry.status.seated() && status == ApplicationStatus::Selected { entry.status } else { status };
        Some((entry, status, decision))
    };
    entries.iter().filter_map(of).collect()
}

crate::text_enum! {
    /// How a question is answered.
    pub enum QuestionKind {
        /// In words.
        Words = "words",
        /// With a whole number.
        Number = "number",
        /// With yes or no.
        YesNo = "yes_no",
        /// With one of its options.
        Choice = "choice",
    }
}

/// One of the answers a question allows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Its short name.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("bus"))]
    pub code: String,
    /// Its name.
    pub name: Text,
}

/// A question to those who are selected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpQuestion {
    /// Its short name.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("transport"))]
    pub code: String,
    /// What is asked.
    pub question: Text,
    /// How it is answered.
    pub kind: QuestionKind,
    /// Its options, for a choice.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub options: Vec<QuestionOption>,
    /// Whether it must be answered to take the seat.
    #[serde(default)]
    pub required: bool,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpAnswer {
    /// Code of the question.
    #[schema(min_length = 1, max_length = 40, examples("transport"))]
    pub question: String,
    /// The words, the number, `yes` or `no`, or the code of the option.
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S", examples("bus"))]
    pub answer: String,
}

static NOT_A_COUNT: Sentence = Sentence {
    code: "out_of_range",
    phrase: Phrase {
        ar: "اكتبوا عددا صحيحا من 0 إلى {}.",
        fr: "Indiquez un nombre entier, de 0 à {}.",
        en: "Give a whole number from 0 to {}.",
    },
};
static YES_OR_NO: Sentence = Sentence {
    code: "not_allowed",
    phrase: Phrase {
        ar: "أجيبوا بنعم (yes) أو لا (no).", fr: "Répondez par oui (yes) ou non (no).", en: "Answer yes or no."
    },
};
static UNANSWERED: Sentence = Sentence {
    code: "unanswered",
    phrase: Phrase {
        ar: "سؤال إلزامي بلا جواب: {}",
        fr: "Une question obligatoire est sans réponse : {}",
        en: "A question that must be answered has no answer: {}",
    },
};

/// Notes what questions contradict.
pub fn check_questions(questions: &[FollowUpQuestion], faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (index, question) in questions.iter().enumerate() {
        if !seen.insert(&question.code) {
            faults.add(format!("/questions/{index}/code"), Fault::Repeated);
        }
        let (few, wanted) = (question.options.len() < 2, question.kind == QuestionKind::Choice);
        if wanted && few {
            faults.expecting(format!("/questions/{index}/options"), Fault::TooFew, 2);
        } else if !wanted && !question.options.is_empty() {
            faults.expecting(format!("/questions/{index}/options"), Fault::TooMany, 0);
        }
        let mut codes = HashSet::new();
        for (at, _) in question.options.iter().enumerate().filter(|(_, option)| !codes.insert(&option.code)) {
            faults.add(format!("/questions/{index}/options/{at}/code"), Fault::Repeated);
        }
    }
}

/// Notes answers to no question, answers of another kind, and required questions without one.
pub fn check_answers(questions: &[FollowUpQuestion], answers: &[FollowUpAnswer], faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (index, given) in answers.iter().enumerate() {
        let Some(question) = questions.iter().find(|question| question.code == given.question) else {
            faults.expecting(format!("/answers/{index}/question"), Fault::NoSuch, &given.question);
            continue;
        };
        if !seen.insert(&given.question) {
            faults.add(format!("/answers/{index}/question"), Fault::Repeated);
        }
        let pointer = format!("/answers/{index}/answer");
        match question.kind {
            QuestionKind::Words => {}
            QuestionKind::Number if given.answer.parse::<u32>().is_ok() => {}
            QuestionKind::Number => faults.expecting(pointer, Fault::Of(&NOT_A_COUNT), u32::MAX),
            QuestionKind::YesNo if ["yes", "no"].contains(&given.answer.as_str()) => {}
            QuestionKind::YesNo => faults.add(pointer, Fault::Of(&YES_OR_NO)),
            QuestionKind::Choice if question.options.iter().any(|option| option.code == given.answer) => {}
            QuestionKind::Choice => {
                let codes: Vec<&str> = question.options.iter().map(|option| option.code.as_str()).collect();
                faults.expecting(pointer, Fault::NotAllowed, codes.join(", "));
            }
        }
    }
    for question in questions.iter().filter(|question| question.required && !seen.contains(&question.code)) {
        faults.expecting("/answers", Fault::Of(&UNANSWERED), question.question.ar.clone());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_fit_their_questions() {
        let questions: Vec<FollowUpQuestion> = serde_json::from_value(json!([
            { "code": "beds", "question": { "ar": "كم سريرا؟" }, "kind": "number", "required": true },
            { "code": "bus", "question": { "ar": "الحافلة؟" }, "kind": "yes_no", "required": true },
            { "code": "day", "question": { "ar": "اليوم؟" }, "kind": "choice",
              "options": [{ "code": "first", "name": { "ar": "الأول" } }, { "code": "last", "name": { "ar": "الأخير" } }] }
        ]))
        .unwrap();
        let mut faults = Faults::default();
        check_questions(&questions, &mut faults);
        assert!(faults.finish().is_ok());
        let given = |of: &[(&str, &str)]| {
            let answers: Vec<_> =
                of.iter().map(|(question, answer)| FollowUpAnswer { question: (*question).into(), answer: (*answer).into() }).collect();
            let mut faults = Faults::default();
            check_answers(&questions, &answers, &mut faults);
            faults.into_vec().into_iter().map(|fault| fault.pointer).collect::<Vec<_>>()
        };
        assert!(given(&[("beds", "2"), ("bus", "no"), ("day", "last")]).is_empty());
        let wrong = given(&[("beds", "two"), ("day", "middle"), ("colour", "red"), ("day", "last")]);
        assert_eq!(wrong, ["/answers/0/answer", "/answers/1/answer", "/answers/2/question", "/answers/3/question", "/answers"]);
    }

    #[test]
    fn a_choice_has_options_and_nothing_else_has() {
        let questions: Vec<FollowUpQuestion> = serde_json::from_value(json!([
            { "code": "a", "question": { "ar": "سؤال" }, "kind": "choice" },
            { "code": "a", "question": { "ar": "سؤال" }, "kind": "words", "options": [{ "code": "x", "name": { "ar": "س" } }] }
        ]))
        .unwrap();
        let mut faults = Faults::default();
        check_questions(&questions, &mut faults);
        let found: Vec<_> = faults.into_vec().into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(found, ["/questions/0/options", "/questions/1/code", "/questions/1/options"]);
    }
}
