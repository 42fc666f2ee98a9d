//! The letters that remind people of agreements, in their language.

use super::model::{AgreementInput, Reminder, ReminderKind, Side};
use crate::kernel::language::{Language, Phrase, Text};
use crate::kernel::letter::{Letter, fact};
use crate::resources::accounts::Reader;

const REMINDER: Phrase = Phrase { ar: "تذكير", fr: "Rappel", en: "Reminder" };
const PROJECT: Phrase = Phrase { ar: "المشروع", fr: "Projet", en: "Project" };
const AGREEMENT: Phrase = Phrase { ar: "الاتفاقية", fr: "Accord", en: "Agreement" };
const SETTLE: Phrase = Phrase {
    ar: "لتسوية الالتزام أو تعديل الاتفاقية افتحوا صفحة الشريك:",
    fr: "Pour solder l’engagement ou modifier l’accord, ouvrez la page du partenaire :",
    en: "To settle the obligation or change the agreement, open the page of the partner:",
};
const DECIDE: Phrase = Phrase {
    ar: "يُبت في تجديد الاتفاقية قبل {}.",
    fr: "Le renouvellement de l’accord est à décider avant le {}.",
    en: "The renewal of the agreement is to be decided by {}.",
};
const ENDS: Phrase =
    Phrase { ar: "تنتهي الاتفاقية في {}.", fr: "L’accord se termine le {}.", en: "The agreement ends on {}." };
const OURS: Phrase = Phrase { ar: "على الجمعية", fr: "à la charge de l’association", en: "owed by the association" };
const THEIRS: Phrase = Phrase { ar: "على الشريك", fr: "à la charge du partenaire", en: "owed by the partner" };
const OVERDUE: Phrase = Phrase {
    ar: "فات أجل التزام ({}، {}): {}",
    fr: "Engagement en retard, échu le {} ({}) : {}",
    en: "An obligation is overdue since {} ({}): {}",
};
const FALLS_DUE: Phrase = Phrase {
    ar: "يحل أجل التزام في {} ({}): {}",
    fr: "Engagement à remplir au plus tard le {} ({}) : {}",
    en: "An obligation falls due on {} ({}): {}",
};

/// What a letter is about.
pub struct Subject<'a> {
    /// The names of the project.
    pub project: &'a Text,
    /// The agreement.
    pub agreement: &'a AgreementInput,
}

/// A line about one reminder.
fn line(one: &Reminder, agreement: &AgreementInput, language: Language) -> String {
    let day = language.day(one.falls_on);
    let Some((side, text)) = &one.owed else {
        let said = if agreement.decide_by().is_some() { DECIDE } else { ENDS };
        return said.filled(language, &[&day]);
    };
    let who = match side {
        Side::Ours => OURS,
        Side::Theirs => THEIRS,
    };
    let said = if one.kind == ReminderKind::Overdue { OVERDUE } else { FALLS_DUE };
    said.filled(language, &[&day, who.in_language(language), text])
}

/// What is to be reminded of in one agreement.
pub fn reminder(reader: &Reader, about: &Subject<'_>, due: &[Reminder], link: &str) -> Letter {
    let language = reader.language;
    let title = &about.agreement.title;
    let lines: Vec<String> = due.iter().map(|one| format!("- {}", line(one, about.agreement, language))).collect();
    let text = [
        format!("{}\n{}", fact(language, PROJECT, about.project.in_language(language)), fact(language, AGREEMENT, title)),
        lines.join("\n"),
        SETTLE.in_language(language).to_owned(),
        link.to_owned(),
    ];
    reader.addressee().letter(REMINDER, title, text)
}
