//! The letters about stands, in the language of their readers.

use crate::kernel::language::{Language, Text};
use crate::kernel::mail::Letter;
use crate::resources::accounts::Reader;
use floor::plan::Names;

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
    let (name, event) = (&reader.name, event.in_language(language));
    let place = stand.map(|(number, hall)| match hall {
        Some(hall) => format!("{number} ({})", hall_name(hall, language)),
        None => number.to_owned(),
    });
    let (subject, body, ending) = match (language, place) {
        (Language::Arabic, Some(place)) => {
            (format!("جناحكم: {event}"), format!("رقم جناحكم: {place}."), "المخطط وأسباب الاختيار في صفحة طلبكم:")
        }
        (Language::Arabic, None) => {
            (format!("جناحكم: {event}"), "سحب المنظمون الجناح الذي أُسند إليكم، وسيراسلونكم عند إسناد غيره.".to_owned(), "صفحة طلبكم:")
        }
        (Language::French, Some(place)) => (
            format!("Votre stand : {event}"),
            format!("Votre stand : {place}."),
            "Le plan et les raisons de ce choix sont sur la page de votre candidature :",
        ),
        (Language::French, None) => (
            format!("Votre stand : {event}"),
            "Les organisateurs ont repris le stand qui vous était attribué ; ils vous écriront quand vous en aurez un autre.".to_owned(),
            "La page de votre candidature :",
        ),
        (Language::English, Some(place)) => (
            format!("Your stand: {event}"),
            format!("Your stand: {place}."),
            "The plan, and why it is this one, are on the page of your application:",
        ),
        (Language::English, None) => (
            format!("Your stand: {event}"),
            "The organisers have taken back the stand you had; they will write to you when you get another.".to_owned(),
            "The page of your application:",
        ),
    };
    let text = match language {
        Language::Arabic => format!("السلام عليكم {name}،\n\nالتظاهرة: {event}\n\n{body}\n\n{ending}\n\n{link}\n"),
        Language::French => format!("Bonjour {name},\n\nManifestation : {event}\n\n{body}\n\n{ending}\n\n{link}\n"),
        Language::English => format!("Hello {name},\n\nEvent: {event}\n\n{body}\n\n{ending}\n\n{link}\n"),
    };
    Letter { to: reader.email.clone(), subject, text }
}
