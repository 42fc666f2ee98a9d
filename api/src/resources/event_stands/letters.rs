//! The letters about stands, in the language of their readers.

use crate::kernel::language::{Language, Phrase, Text};
use crate::kernel::letter::{Letter, fact};
use crate::resources::accounts::Reader;
use crate::resources::events;
use floor::plan::Names;

const STAND: Phrase = Phrase { ar: "جناحكم", fr: "Votre stand", en: "Your stand" };
const PLAN: Phrase = Phrase {
    ar: "المخطط وأسباب الاختيار في صفحة طلبكم:",
    fr: "Le plan et les raisons de ce choix sont sur la page de votre candidature :",
    en: "The plan, and why it is this one, are on the page of your application:",
};
const TAKEN_BACK: Phrase = Phrase {
    ar: "سحب المنظمون الجناح الذي أُسند إليكم، وسيراسلونكم عند إسناد غيره.",
    fr: "Les organisateurs ont repris le stand qui vous était attribué ; ils vous écriront quand vous en aurez un autre.",
    en: "The organisers have taken back the stand you had; they will write to you when you get another.",
};
const APPLICATION: Phrase =
    Phrase { ar: "صفحة طلبكم:", fr: "La page de votre candidature :", en: "The page of your application:" };

/// The name of a hall in a language; Arabic where it has none.
fn hall_name(name: &Names, language: Language) -> &str {
    let own = match language {
        Language::Arabic => None,
        Language::French => name.fr.as_deref(),
        Language::English => name.en.as_deref(),
    };
    own.unwrap_or(&name.ar)
}

/// The stand an association has now, with its hall where that has a name; or that it no longer has one.
pub fn stand(reader: &Reader, event: &Text, stand: Option<(&str, Option<&Names>)>, link: &str) -> Letter {
    let language = reader.language;
    let event = event.in_language(language);
    let place = stand.map(|(number, hall)| match hall {
        Some(hall) => format!("{number} ({})", hall_name(hall, language)),
        None => number.to_owned(),
    });
    let (said, ending) = match place {
        Some(place) => (fact(language, STAND, &place), PLAN),
        None => (TAKEN_BACK.in_language(language).to_owned(), APPLICATION),
    };
    let text = [events::named(language, event), said, ending.in_language(language).to_owned(), link.to_owned()];
    reader.addressee().letter(STAND, event, text)
}
