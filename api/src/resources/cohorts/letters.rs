//! The letters about cohorts, in the language of their readers.

use super::model::CohortInput;
use crate::kernel::db::types::Instant;
use crate::kernel::language::{Language, Phrase, clock};
use crate::kernel::letter::{Addressee, Letter, fact};
use crate::resources::accounts::{Correspondent, Reader};

/// The subject of a letter, and what it says.
type Words = [Phrase; 2];

const ENROLLED: Words = [
    Phrase { ar: "مقعدكم في الدورة التكوينية", fr: "Votre place en formation", en: "Your place in the course" },
    Phrase {
        ar: "لكم مقعد في هذه الدورة.", fr: "Vous avez une place dans cette session.", en: "You have a place in this cohort."
    },
];
const REFUSED: Words = [
    Phrase { ar: "طلبكم للتكوين", fr: "Votre demande de formation", en: "What you asked for" },
    Phrase {
        ar: "لم يُقبل الطلب للسبب الآتي: {}",
        fr: "La demande n’est pas acceptée, pour cette raison : {}",
        en: "It was not agreed to, for this reason: {}",
    },
];
const CANCELLED: Words = [
    Phrase { ar: "إلغاء الدورة التكوينية", fr: "Formation annulée", en: "The course is called off" },
    Phrase {
        ar: "أُلغيت الدورة للسبب الآتي: {}",
        fr: "La session est annulée, pour cette raison : {}",
        en: "The cohort is called off, for this reason: {}",
    },
];
const REMINDED: Words = [
    Phrase { ar: "تذكير بالدورة التكوينية", fr: "Rappel de votre formation", en: "Your course begins soon" },
    Phrase {
        ar: "تبدأ الدورة بعد أيام قليلة.", fr: "La session commence dans quelques jours.", en: "The cohort begins in a few days."
    },
];
const MOVED: Words = [
    Phrase { ar: "تغيير في توقيت الدورة", fr: "Changement d’horaire", en: "The timetable has changed" },
    Phrase {
        ar: "تغير توقيت حصة أو قاعتها، وهي الآن: {}",
        fr: "Une séance change d’heure ou de salle : {}",
        en: "A session has another time or room: {}",
    },
];
const CALLED_OFF: Words = [
    Phrase { ar: "إلغاء حصة من الدورة", fr: "Séance annulée", en: "A session is called off" },
    Phrase {
        ar: "لن تقام هذه الحصة: {} – {}", fr: "Cette séance n’a pas lieu : {} – {}", en: "This session does not take place: {} – {}"
    },
];
const IN_DANGER: Words = [
    Phrase { ar: "تنبيه حول الحضور", fr: "Assiduité", en: "Attendance" },
    Phrase {
        ar: "أي غياب آخر يجعل بلوغ نسبة الحضور المطلوبة غير ممكن.",
        fr: "Une absence de plus et l’assiduité demandée ne peut plus être atteinte.",
        en: "One more absence, and the attendance asked for can no longer be reached.",
    },
];
const OUT_OF_REACH: Words = [
    Phrase { ar: "نسبة الحضور", fr: "Assiduité", en: "Attendance" },
    Phrase {
        ar: "لم يعد بلوغ نسبة الحضور المطلوبة ممكنا. اتصلوا بمنظم الدورة.",
        fr: "L’assiduité demandée ne peut plus être atteinte. Adressez-vous à l’organisateur.",
        en: "The attendance asked for can no longer be reached. Speak to whoever organises the cohort.",
    },
];
const CERTIFIED: Words = [
    Phrase { ar: "شهادة التكوين", fr: "Certificat de formation", en: "Your certificate" },
    Phrase {
        ar: "صدرت شهادة التكوين، ويمكن طبعها من صفحة تكوينكم.",
        fr: "Le certificat est délivré ; il s’imprime depuis votre page de formation.",
        en: "The certificate is issued; print it from your page of training.",
    },
];
const REVOKED: Words = [
    Phrase { ar: "سحب شهادة التكوين", fr: "Certificat révoqué", en: "Certificate revoked" },
    Phrase {
        ar: "سُحبت شهادة التكوين للسبب الآتي: {}",
        fr: "Le certificat est révoqué, pour cette raison : {}",
        en: "The certificate is revoked, for this reason: {}",
    },
];
const CHANGED: Words = [
    Phrase { ar: "تغيير في الدورة التكوينية", fr: "Changement de votre formation", en: "Your course has changed" },
    Phrase {
        ar: "تغيرت أيام الدورة أو مكانها، وهي الآن كما يلي.",
        fr: "Les dates ou le lieu de la session ont changé ; voici ce qu’il en est.",
        en: "The days or the place of the cohort have changed; they are now as follows.",
    },
];
const TEACHING: Phrase = Phrase { ar: "تأطير دورة تكوينية", fr: "Animation d’une session", en: "A cohort to teach" };
const APPOINTED: Words = [
    TEACHING,
    Phrase {
        ar: "عُيّنتم لتأطير هذه الدورة.", fr: "Cette session vous est confiée comme formateur.", en: "You are to teach this cohort."
    },
];
const RELIEVED: Words = [
    TEACHING,
    Phrase {
        ar: "لم يعد تأطير هذه الدورة مسندا إليكم.",
        fr: "Cette session ne vous est plus confiée.",
        en: "You no longer teach this cohort.",
    },
];

const COHORT: Phrase = Phrase { ar: "الدورة", fr: "Session", en: "Cohort" };
const CONCERNED: Phrase = Phrase { ar: "من يعنيه الأمر", fr: "Participants", en: "Concerning" };
const DAYS: Phrase = Phrase { ar: "الأيام", fr: "Dates", en: "Days" };
const PLACE: Phrase = Phrase { ar: "المكان", fr: "Lieu", en: "Place" };
const ONLINE: Phrase = Phrase { ar: "عن بعد", fr: "en ligne", en: "online" };

/// When a session is.
#[derive(Debug, Clone, Copy)]
pub struct Hours {
    /// Its start.
    pub from: Instant,
    /// Its end.
    pub until: Instant,
}

impl Hours {
    /// By the clock of Algeria, the day with its month by name.
    fn told(self, language: Language) -> String {
        format!("{}–{}", language.moment(self.from), clock(self.until))
    }
}

/// What is told.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// They have a seat.
    Enrolled,
    /// They were not agreed to, and why.
    Refused(&'a str),
    /// The cohort was called off, and why.
    Cancelled(&'a str),
    /// It begins in a few days.
    Reminded,
    /// A session was moved: when it is now.
    Moved(Hours),
    /// A session was called off: when it was to be, and why.
    CalledOff(Hours, &'a str),
    /// One more absence, and the attendance asked for can no longer be reached.
    InDanger,
    /// The attendance asked for can no longer be reached.
    OutOfReach,
    /// They have their certificate.
    Certified,
    /// Their certificate was revoked, and why.
    Revoked(&'a str),
    /// The days or the place have changed.
    Changed,
    /// A trainer is to teach it.
    Appointed,
    /// A trainer no longer teaches it.
    Relieved,
}

impl Told<'_> {
    /// The subject, and the sentence.
    fn said(self, language: Language) -> (Phrase, String) {
        let ([subject, sentence], values) = match self {
            Told::Enrolled => (ENROLLED, vec![]),
            Told::Refused(reason) => (REFUSED, vec![reason.to_owned()]),
            Told::Cancelled(reason) => (CANCELLED, vec![reason.to_owned()]),
            Told::Reminded => (REMINDED, vec![]),
            Told::Moved(hours) => (MOVED, vec![hours.told(language)]),
            Told::CalledOff(hours, reason) => (CALLED_OFF, vec![hours.told(language), reason.to_owned()]),
            Told::InDanger => (IN_DANGER, vec![]),
            Told::OutOfReach => (OUT_OF_REACH, vec![]),
            Told::Certified => (CERTIFIED, vec![]),
            Told::Revoked(reason) => (REVOKED, vec![reason.to_owned()]),
            Told::Changed => (CHANGED, vec![]),
            Told::Appointed => (APPOINTED, vec![]),
            Told::Relieved => (RELIEVED, vec![]),
        };
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        (subject, sentence.filled(language, &values))
    }
}

/// To somebody who speaks for an association, about some of its participants.
pub fn to_association(reader: &Reader, participants: &[String], cohort: &CohortInput, told: Told<'_>, public_url: &str) -> Letter {
    about(reader.addressee(), participants, "my-training", cohort, told, public_url)
}

/// To a trainer.
pub fn to_trainer(trainer: &Correspondent, cohort: &CohortInput, told: Told<'_>, public_url: &str) -> Letter {
    about(trainer.addressee(), &[], "my-teaching", cohort, told, public_url)
}

fn about(to: Addressee<'_>, participants: &[String], page: &str, cohort: &CohortInput, told: Told<'_>, public_url: &str) -> Letter {
    let language = to.language;
    let name = cohort.name.in_language(language);
    let (subject, said) = told.said(language);
    let people = participants.join(if language == Language::Arabic { "، " } else { ", " });
    let days = language.days(cohort.starts_on, cohort.ends_on);
    let venue = cohort.place.as_ref().map_or(ONLINE.in_language(language), |place| place.venue.in_language(language));
    let facts = [(COHORT, name), (CONCERNED, &people), (DAYS, &days), (PLACE, venue)];
    let facts: Vec<String> =
        facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(word, value)| fact(language, word, value)).collect();
    to.letter(subject, name, [said, facts.join("\n"), format!("{public_url}/{language}/{page}")])
}
