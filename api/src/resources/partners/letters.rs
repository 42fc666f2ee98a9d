//! The letters that remind people of agreements, in their language.

use super::model::{AgreementInput, Reminder, ReminderKind, Side};
use crate::kernel::language::{Language, Text};
use crate::kernel::mail::Letter;
use crate::resources::accounts::Reader;

/// What a letter is about.
pub struct Subject<'a> {
    /// The names of the project.
    pub project: &'a Text,
    /// The agreement.
    pub agreement: &'a AgreementInput,
}

/// A line about one reminder.
fn line(one: &Reminder, agreement: &AgreementInput, language: Language) -> String {
    let day = one.falls_on;
    let Some((side, text)) = &one.owed else {
        return match (language, agreement.decide_by().is_some()) {
            (Language::Arabic, true) => format!("يُبت في تجديد الاتفاقية قبل {day}."),
            (Language::Arabic, false) => format!("تنتهي الاتفاقية في {day}."),
            (Language::French, true) => format!("Le renouvellement de l’accord est à décider avant le {day}."),
            (Language::French, false) => format!("L’accord se termine le {day}."),
            (Language::English, true) => format!("The renewal of the agreement is to be decided by {day}."),
            (Language::English, false) => format!("The agreement ends on {day}."),
        };
    };
    let who = match (language, side) {
        (Language::Arabic, Side::Ours) => "على الجمعية",
        (Language::Arabic, Side::Theirs) => "على الشريك",
        (Language::French, Side::Ours) => "à la charge de l’association",
        (Language::French, Side::Theirs) => "à la charge du partenaire",
        (Language::English, Side::Ours) => "owed by the association",
        (Language::English, Side::Theirs) => "owed by the partner",
    };
    match (language, one.kind == ReminderKind::Overdue) {
        (Language::Arabic, true) => format!("فات أجل التزام ({day}، {who}): {text}"),
        (Language::Arabic, false) => format!("يحل أجل التزام في {day} ({who}): {text}"),
        (Language::French, true) => format!("Engagement en retard, échu le {day} ({who}) : {text}"),
        (Language::French, false) => format!("Engagement à remplir au plus tard le {day} ({who}) : {text}"),
        (Language::English, true) => format!("An obligation is overdue since {day} ({who}): {text}"),
        (Language::English, false) => format!("An obligation falls due on {day} ({who}): {text}"),
    }
}

/// What is to be reminded of in one agreement.
pub fn reminder(reader: &Reader, about: &Subject<'_>, due: &[Reminder], link: &str) -> Letter {
    let language = reader.language;
    let (name, title, project) = (&reader.name, &about.agreement.title, about.project.in_language(language));
    let lines: String = due.iter().map(|one| format!("- {}\n", line(one, about.agreement, language))).collect();
    let (subject, text) = match language {
        Language::Arabic => (
            format!("تذكير: {title}"),
            format!(
                "السلام عليكم {name}،\n\nالمشروع: {project}\nالاتفاقية: {title}\n\n{lines}\n\
                 لتسوية الالتزام أو تعديل الاتفاقية افتحوا صفحة الشريك:\n\n{link}\n"
            ),
        ),
        Language::French => (
            format!("Rappel : {title}"),
            format!(
                "Bonjour {name},\n\nProjet : {project}\nAccord : {title}\n\n{lines}\n\
                 Pour solder l’engagement ou modifier l’accord, ouvrez la page du partenaire :\n\n{link}\n"
            ),
        ),
        Language::English => (
            format!("Reminder: {title}"),
            format!(
                "Hello {name},\n\nProject: {project}\nAgreement: {title}\n\n{lines}\n\
                 To settle the obligation or change the agreement, open the page of the partner:\n\n{link}\n"
            ),
        ),
    };
    // A subject is one line.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    Letter { to: reader.email.clone(), subject, text }
}
