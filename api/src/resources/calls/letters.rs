//! The letters applicants get, in their language.

use crate::kernel::language::{Phrase, Text};
use crate::kernel::letter::{Letter, because};
use crate::resources::accounts::Reader;
use crate::resources::calls::model::UnmetCondition;
use crate::resources::events::{Brief, Status};

const POSTPONED: Phrase = Phrase { ar: "أُجلت التظاهرة", fr: "Manifestation reportée", en: "Event put off" };
const CANCELLED: Phrase = Phrase { ar: "أُلغيت التظاهرة", fr: "Manifestation annulée", en: "Event called off" };
const ANNOUNCED: Phrase =
    Phrase { ar: "موعد جديد للتظاهرة", fr: "Nouvelle date de la manifestation", en: "New date of the event" };
const PUT_OFF: Phrase = Phrase {
    ar: "أُجلت هذه التظاهرة، ونراسلكم حين يُعلن موعدها الجديد.",
    fr: "Cette manifestation est reportée. Nous vous écrirons dès que sa nouvelle date sera annoncée.",
    en: "This event is put off. We will write to you once its new date is announced.",
};
const CALLED_OFF: Phrase = Phrase {
    ar: "أُلغيت هذه التظاهرة ولن تقام.",
    fr: "Cette manifestation est annulée : elle n’aura pas lieu.",
    en: "This event is called off: it will not take place.",
};
const BEGINS: Phrase = Phrase { ar: "تبدأ في {}.", fr: "Elle commence le {}.", en: "It begins on {}." };
const MESSAGE: Phrase =
    Phrase { ar: "رسالة من منظمي التظاهرة", fr: "Message des organisateurs", en: "A message from the organisers" };
const ANSWER: Phrase = Phrase {
    ar: "للإجابة افتحوا صفحة طلبكم:",
    fr: "Pour répondre, ouvrez la page de votre candidature :",
    en: "To answer, open the page of your application:",
};

const MEETS: Phrase = Phrase {
    ar: "طلبكم صار مستوفيا للشروط", fr: "Votre candidature est recevable", en: "Your application is eligible"
};
const MEETS_NOW: Phrase = Phrase {
    ar: "عدّل المنظمون شروط النداء، فصار طلبكم مستوفيا لها ولا يلزمكم شيء.",
    fr: "Les organisateurs ont modifié les conditions de l’appel : votre candidature les remplit désormais, vous n’avez rien à faire.",
    en: "The organisers have changed the conditions of the call: your application meets them now, and you need not do anything.",
};
const MEETS_NOT: Phrase = Phrase {
    ar: "طلبكم لم يعد مستوفيا للشروط",
    fr: "Votre candidature n’est plus recevable",
    en: "Your application is no longer eligible",
};
const MEETS_NO_LONGER: Phrase = Phrase {
    ar: "عدّل المنظمون شروط النداء، فلم يعد طلبكم مستوفيا لها للأسباب التالية. يمكنكم استكماله وإيداعه من جديد ما دام النداء مفتوحا.",
    fr: "Les organisateurs ont modifié les conditions de l’appel : votre candidature ne les remplit plus, pour les raisons suivantes. Vous pouvez la compléter et la déposer de nouveau tant que l’appel est ouvert.",
    en: "The organisers have changed the conditions of the call: your application no longer meets them, for the following reasons. You may complete it and hand it in again while the call is open.",
};

fn letter(reader: &Reader, subject: Phrase, event: &Text, paragraphs: impl IntoIterator<Item = String>) -> Letter {
    let event = event.in_language(reader.language);
    reader.addressee().letter(subject, event, std::iter::once(event.to_owned()).chain(paragraphs))
}

/// An event was put off, called off or announced again.
pub fn event_changed(reader: &Reader, event: &Brief, reason: Option<&str>, link: &str) -> Letter {
    let language = reader.language;
    let (subject, what) = match event.status {
        Status::Postponed => (POSTPONED, PUT_OFF.in_language(language).to_owned()),
        Status::Cancelled => (CANCELLED, CALLED_OFF.in_language(language).to_owned()),
        _ => (ANNOUNCED, BEGINS.filled(language, &[&language.day(event.starts_on)])),
    };
    let because = reason.map(|reason| because(language, reason));
    letter(reader, subject, &event.name, [what].into_iter().chain(because).chain([link.to_owned()]))
}

/// An application stands elsewhere since the conditions of its call have changed.
pub fn checked_again(reader: &Reader, event: &Text, unmet: &[UnmetCondition], link: &str) -> Letter {
    let language = reader.language;
    let (subject, said) = if unmet.is_empty() { (MEETS, MEETS_NOW) } else { (MEETS_NOT, MEETS_NO_LONGER) };
    let reasons = unmet.iter().map(|one| format!("– {}", one.explanation.in_language(language)));
    letter(reader, subject, event, [said.in_language(language).to_owned()].into_iter().chain(reasons).chain([link.to_owned()]))
}

/// The organisers have written about an application.
pub fn message(reader: &Reader, event: &Text, text: &str, link: &str) -> Letter {
    let answer = ANSWER.in_language(reader.language).to_owned();
    letter(reader, MESSAGE, event, [text.to_owned(), answer, link.to_owned()])
}
