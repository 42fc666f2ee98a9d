//! What the selection decided about an application, and the same in plain words.

use super::{ApplicationStatus, CallInput};
use crate::kernel::db::types::Instant;
use crate::kernel::language::{Language, Phrase, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A place on the waiting list of a quota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WaitingPlace {
    /// Code of the quota.
    pub quota: String,
    /// 1, 2, 3…
    pub place: usize,
}

/// What the selection decided about an application.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Decision {
    /// Place among all by score, equals by lottery; none for one that was refused.
    pub rank: Option<usize>,
    /// Code of the quota whose seat it has; none on an open seat and while it waits.
    pub under: Option<String>,
    /// Place on the list of all who wait.
    pub place: Option<usize>,
    /// Places on the lists of the quotas it belongs to.
    pub lists: Vec<WaitingPlace>,
    /// Score of the last selected one it would have to come before, in thousandths of a point.
    pub behind_score: Option<i64>,
    /// Whether the lottery decided between equal scores.
    pub by_lottery: bool,
    /// Whether it moved up when somebody withdrew.
    #[serde(default)]
    pub moved_up: bool,
    /// When the association gave its seat back, or its place on the lists; null while it has it. What was decided stays beside it.
    #[serde(default)]
    pub given_back_at: Option<Instant>,
}

/// A decision as its reader sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DecisionView {
    /// What was decided.
    #[serde(flatten)]
    pub decision: Decision,
    /// In plain words.
    pub explanation: Text,
}

/// A score in points, as people write it: `8,25`, in English `8.25`.
fn points(thousandths: i64, language: Language) -> String {
    let mark = if language == Language::English { '.' } else { ',' };
    let text = format!("{}{mark}{:03}", thousandths / 1000, thousandths % 1000);
    text.trim_end_matches('0').trim_end_matches(mark).to_owned()
}

const REFUSED: Phrase = Phrase {
    ar: "لم يُقبل الطلب: نال {} من 10، وأدنى ما يشترطه النداء {}.",
    fr: "Candidature non retenue : note de {} sur 10, l’appel demande au moins {}.",
    en: "Not accepted: {} of 10 points; the call asks for at least {}.",
};
const WAITS: Phrase =
    Phrase {
        ar: "في قائمة الانتظار، الرتبة {}.", fr: "Sur la liste d’attente, au rang {}.", en: "On the waiting list, place {}."
    };
const ON_LIST: Phrase =
    Phrase { ar: "في قائمة {}: الرتبة {}.", fr: "Sur la liste « {} » : rang {}.", en: "On the list “{}”: place {}." };
const BEHIND: Phrase = Phrase {
    ar: "نقاط آخر مختار قبلكم: {}، ونقاط طلبكم: {}.",
    fr: "Note du dernier retenu avant vous : {} ; de votre candidature : {}.",
    en: "Points of the last one selected before you: {}; of your application: {}.",
};
const UNDER: Phrase =
    Phrase { ar: "اختير الطلب ضمن {}.", fr: "Retenue au titre du quota « {} ».", en: "Selected under the quota “{}”." };
const OPEN_SEAT: Phrase = Phrase {
    ar: "اختير الطلب في مقعد مفتوح للجميع حسب النقاط.",
    fr: "Retenue sur une place ouverte à tous, d’après les points.",
    en: "Selected on a seat open to all, by points.",
};
const MOVED_UP: Phrase = Phrase {
    ar: "صعد من قائمة الانتظار بعد انسحاب جمعية أخرى.",
    fr: "Montée de la liste d’attente après un désistement.",
    en: "It moved up from the waiting list when another association withdrew.",
};
const LOTTERY: Phrase = Phrase {
    ar: "تساوت النقاط ففصلت القرعة المعلنة بذرتها.",
    fr: "À égalité de points, le tirage au sort publié a départagé.",
    en: "Points were equal: the published lottery decided.",
};

const GIVEN_BACK: Phrase =
    Phrase {
        ar: "أُعيد هذا المقعد في {}.", fr: "Cette place a été rendue le {}.", en: "This seat was given back on {}."
    };
const OFF_THE_LIST: Phrase = Phrase {
    ar: "سُحب الطلب من قائمة الانتظار في {}.",
    fr: "Candidature retirée de la liste d’attente le {}.",
    en: "Taken off the waiting list on {}.",
};

impl Decision {
    /// The state it was decided to be in, whatever has become of it since.
    pub fn state(&self) -> ApplicationStatus {
        match (self.rank, self.place) {
            (None, _) => ApplicationStatus::Refused,
            (_, Some(_)) => ApplicationStatus::Waiting,
            _ => ApplicationStatus::Selected,
        }
    }

    /// Whether it gives a seat that the association still has.
    pub fn seats(&self) -> bool {
        self.given_back_at.is_none() && self.state() == ApplicationStatus::Selected
    }

    /// The decision with its explanation, for an application that stands at `status`.
    pub fn view(self, status: ApplicationStatus, score: Option<i64>, call: &CallInput) -> DecisionView {
        let words = |language| self.words(status, score, call, language);
        let explanation = Text { ar: words(Language::Arabic), fr: Some(words(Language::French)), en: Some(words(Language::English)) };
        DecisionView { decision: self, explanation }
    }

    fn words(&self, status: ApplicationStatus, score: Option<i64>, call: &CallInput, language: Language) -> String {
        let quota = |code: &str| {
            let found = call.quotas.iter().find(|quota| quota.code == code);
            found.map_or_else(|| code.to_owned(), |quota| quota.name.in_language(language).to_owned())
        };
        let score = points(score.unwrap_or(0), language);
        let mut parts = Vec::new();
        let decided = if status == ApplicationStatus::Withdrawn { self.state() } else { status };
        match decided {
            ApplicationStatus::Refused => {
                parts.push(REFUSED.filled(language, &[&score, &call.least_points.unwrap_or(0).to_string()]));
            }
            ApplicationStatus::Waiting => {
                parts.extend(self.place.map(|place| WAITS.filled(language, &[&place.to_string()])));
                let listed = |list: &WaitingPlace| ON_LIST.filled(language, &[&quota(&list.quota), &list.place.to_string()]);
                parts.extend(self.lists.iter().map(listed));
                parts.extend(self.behind_score.map(|behind| BEHIND.filled(language, &[&points(behind, language), &score])));
            }
            _ => {
                parts.push(match &self.under {
                    Some(code) => UNDER.filled(language, &[&quota(code)]),
                    None => OPEN_SEAT.in_language(language).to_owned(),
                });
                if self.moved_up {
                    parts.push(MOVED_UP.in_language(language).to_owned());
                }
            }
        }
        if self.by_lottery {
            parts.push(LOTTERY.in_language(language).to_owned());
        }
        if let Some(at) = self.given_back_at {
            let gone = if decided == ApplicationStatus::Waiting { OFF_THE_LIST } else { GIVEN_BACK };
            parts.push(gone.filled(language, &[&language.day(at.day())]));
        }
        parts.join(" ")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    fn call() -> CallInput {
        serde_json::from_value(json!({
            "opens_at": "2026-06-01T08:00:00Z", "closes_at": "2026-07-01T08:00:00Z", "capacity": 10, "least_points": 5,
            "quotas": [{ "code": "women", "name": { "ar": "حصة النساء", "fr": "Femmes" }, "seats": 2, "for": { "women_led": true } }]
        }))
        .unwrap()
    }

    #[test]
    fn every_decision_is_told_in_plain_words() {
        let said = |decision: Decision, status| decision.view(status, Some(8250), &call()).explanation;
        let under = said(Decision { under: Some("women".into()), ..Decision::default() }, ApplicationStatus::Selected);
        assert_eq!(under.ar, "اختير الطلب ضمن حصة النساء.");
        let waiting = Decision {
            place: Some(3),
            lists: vec![WaitingPlace { quota: "women".into(), place: 1 }],
            behind_score: Some(8250),
            by_lottery: true,
            ..Decision::default()
        };
        let told = said(waiting, ApplicationStatus::Waiting).fr.unwrap();
        assert!(told.contains("au rang 3") && told.contains("« Femmes » : rang 1") && told.contains("8,25") && told.contains("tirage"));
        assert_eq!(
            said(Decision::default(), ApplicationStatus::Refused).en.unwrap(),
            "Not accepted: 8.25 of 10 points; the call asks for at least 5."
        );
        let given_back_at = Some(Instant::new("2026-07-20T23:30:00Z".parse().unwrap()));
        let gone = Decision { rank: Some(1), under: Some("women".into()), given_back_at, ..Decision::default() };
        assert_eq!(said(gone, ApplicationStatus::Withdrawn).ar, "اختير الطلب ضمن حصة النساء. أُعيد هذا المقعد في 21 جويلية 2026.");
        let off = Decision { rank: Some(4), place: Some(1), given_back_at, ..Decision::default() };
        let off = said(off, ApplicationStatus::Withdrawn).fr.unwrap();
        assert_eq!(off, "Sur la liste d’attente, au rang 1. Candidature retirée de la liste d’attente le 21 juillet 2026.");
    }
}
