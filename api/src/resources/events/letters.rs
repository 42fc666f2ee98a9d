//! The letters those who organise an event together get, in their language.

use super::model::EventStatus;
use super::ops::brief::Brief;
use crate::kernel::language::{Language, Phrase};
use crate::kernel::letter::{Letter, because, fact};
use crate::resources::accounts::Correspondent;

/// The subject of a letter, and what it says.
type Words = (Phrase, Phrase);

const PUBLISHED: Words = (
    Phrase { ar: "إعلان تظاهرة", fr: "Manifestation annoncée", en: "Event announced" },
    Phrase {
        ar: "أُعلنت هذه التظاهرة التي تشاركون في تنظيمها، وتبدأ في {}.",
        fr: "Cette manifestation, que vous co-organisez, est annoncée. Elle commence le {}.",
        en: "This event, which you organise together with others, is announced. It begins on {}.",
    },
);
const NEW_DAYS: Words = (
    Phrase { ar: "موعد جديد للتظاهرة", fr: "Nouvelle date de la manifestation", en: "New date of the event" },
    Phrase {
        ar: "هذه التظاهرة، التي تشاركون في تنظيمها، تبدأ في {}.",
        fr: "Cette manifestation, que vous co-organisez, commence désormais le {}.",
        en: "This event, which you organise together with others, begins on {} now.",
    },
);
const POSTPONED: Words = (
    Phrase { ar: "أُجلت التظاهرة", fr: "Manifestation reportée", en: "Event put off" },
    Phrase {
        ar: "أُجلت هذه التظاهرة التي تشاركون في تنظيمها. وكان موعدها {}.",
        fr: "Cette manifestation, que vous co-organisez, est reportée. Elle devait commencer le {}.",
        en: "This event, which you organise together with others, is put off. It was to begin on {}.",
    },
);
const CANCELLED: Words = (
    Phrase { ar: "أُلغيت التظاهرة", fr: "Manifestation annulée", en: "Event called off" },
    Phrase {
        ar: "أُلغيت هذه التظاهرة التي تشاركون في تنظيمها. وكان موعدها {}.",
        fr: "Cette manifestation, que vous co-organisez, est annulée. Elle devait commencer le {}.",
        en: "This event, which you organise together with others, is called off. It was to begin on {}.",
    },
);

const EVENT: Phrase = Phrase { ar: "التظاهرة", fr: "Manifestation", en: "Event" };

/// Which event a letter is about, on a line of its own.
pub fn named(language: Language, name: &str) -> String {
    fact(language, EVENT, name)
}

/// An event has taken a step from `from`, or has other days.
pub fn step(reader: &Correspondent, event: &Brief, from: EventStatus, reason: Option<&str>, public_url: &str) -> Letter {
    let language = reader.language;
    let (subject, said) = match (from, event.status) {
        (_, EventStatus::Postponed) => POSTPONED,
        (_, EventStatus::Cancelled) => CANCELLED,
        (EventStatus::Draft, _) => PUBLISHED,
        _ => NEW_DAYS,
    };
    let name = event.name.in_language(language);
    let paragraphs = [
        Some(name.to_owned()),
        Some(said.filled(language, &[&language.day(event.starts_on)])),
        reason.map(|reason| because(language, reason)),
        Some(format!("{public_url}/{language}/events/{}", event.id)),
    ];
    reader.addressee().letter(subject, name, paragraphs.into_iter().flatten())
}
