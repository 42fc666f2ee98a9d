//! The letters about what was decided, in the language of their readers.

use crate::kernel::language::{Language, Text};
use crate::kernel::mail::Letter;
use crate::resources::accounts::Reader;
use crate::resources::calls::ApplicationStatus;

/// What was decided about the application of an association.
pub fn decided(reader: &Reader, event: &Text, status: ApplicationStatus, explanation: &Text, public_url: &str) -> Letter {
    let language = reader.language;
    let (name, event, explanation) = (&reader.name, event.in_language(language), explanation.in_language(language));
    let selected = status == ApplicationStatus::Selected;
    let link = format!("{public_url}/{language}/my-applications");
    let (subject, text) = match language {
        Language::Arabic => (
            format!("{}: {event}", if selected { "اختيار طلبكم" } else { "نتيجة دراسة طلبكم" }),
            format!(
                "السلام عليكم {name}،\n\nالتظاهرة: {event}\n\n{explanation}\n\n{}\n\n{link}\n",
                if selected { "أكدوا المقعد من صفحة طلبكم:" } else { "التفاصيل في صفحة طلبكم:" }
            ),
        ),
        Language::French => (
            format!("{} : {event}", if selected { "Votre candidature est retenue" } else { "Résultat de votre candidature" }),
            format!(
                "Bonjour {name},\n\nManifestation : {event}\n\n{explanation}\n\n{}\n\n{link}\n",
                if selected {
                    "Confirmez la place sur la page de votre candidature :"
                } else {
                    "Le détail est sur la page de votre candidature :"
                }
            ),
        ),
        Language::English => (
            format!("{}: {event}", if selected { "Your application is selected" } else { "What became of your application" }),
            format!(
                "Hello {name},\n\nEvent: {event}\n\n{explanation}\n\n{}\n\n{link}\n",
                if selected {
                    "Take the seat on the page of your application:"
                } else {
                    "The details are on the page of your application:"
                }
            ),
        ),
    };
    Letter { to: reader.email.clone(), subject, text }
}
