//! The letters about what was decided, in the language of their readers.

use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::Letter;
use crate::resources::accounts::Reader;
use crate::resources::calls::ApplicationStatus;
use crate::resources::events;

const SELECTED: [Phrase; 2] = [
    Phrase { ar: "اختيار طلبكم", fr: "Votre candidature est retenue", en: "Your application is selected" },
    Phrase {
        ar: "أكدوا المقعد من صفحة طلبكم:",
        fr: "Confirmez la place sur la page de votre candidature :",
        en: "Take the seat on the page of your application:",
    },
];
const DECIDED: [Phrase; 2] = [
    Phrase { ar: "نتيجة دراسة طلبكم", fr: "Résultat de votre candidature", en: "What became of your application" },
    Phrase {
        ar: "التفاصيل في صفحة طلبكم:",
        fr: "Le détail est sur la page de votre candidature :",
        en: "The details are on the page of your application:",
    },
];

/// What was decided about the application of an association.
pub fn decided(reader: &Reader, event: &Text, status: ApplicationStatus, explanation: &Text, public_url: &str) -> Letter {
    let language = reader.language;
    let event = event.in_language(language);
    let [subject, ending] = if status == ApplicationStatus::Selected { SELECTED } else { DECIDED };
    let text = [
        events::named(language, event),
        explanation.in_language(language).to_owned(),
        ending.in_language(language).to_owned(),
        format!("{public_url}/{language}/my-applications"),
    ];
    reader.addressee().letter(subject, event, text)
}
