//! The facts of a problem in words: whose name, which limit, how many of what.

use crate::kernel::language::{Language, Phrase};
use planning::problem::{Param, Problem};

/// The name of an activity by its code, in a language.
pub type Called<'a> = &'a dyn Fn(&str, Language) -> String;

/// What facts are called, by their names. `{}` stands for the fact.
pub type Nouns = &'static [(&'static str, Phrase)];

/// Facts in one line, each with what it is.
pub fn line<'a>(facts: impl Iterator<Item = (&'a str, String)>, nouns: Nouns, language: Language) -> String {
    let said = facts.map(|(name, fact)| match nouns.iter().find(|(noun, _)| *noun == name) {
        Some((_, phrase)) => phrase.filled(language, &[&fact]),
        None => fact,
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// What the facts of the planning engine are called.
const FACTS: Nouns = &[
    ("activity", Phrase { ar: "النشاط {}", fr: "activité {}", en: "activity {}" }),
    ("budgets", Phrase { ar: "عدد ميزانيات الفترات {}", fr: "{} budgets de période", en: "{} budgets of periods" }),
    ("calendar", Phrase { ar: "الرزنامة {}", fr: "calendrier {}", en: "calendar {}" }),
    ("component", Phrase { ar: "المركبة {}", fr: "composante {}", en: "component {}" }),
    ("expected", Phrase { ar: "المنتظر {}", fr: "attendu {}", en: "expected {}" }),
    ("first_year", Phrase { ar: "من سنة {}", fr: "à partir de l’an {}", en: "from the year {}" }),
    ("found", Phrase { ar: "المجموع {}", fr: "trouvé {}", en: "found {}" }),
    ("last_year", Phrase { ar: "إلى سنة {}", fr: "jusqu’à l’an {}", en: "to the year {}" }),
    ("limit", Phrase { ar: "الحد الأقصى {}", fr: "au plus {}", en: "at most {}" }),
    ("maximum", Phrase { ar: "أكبر قيمة {}", fr: "maximum {}", en: "at most {}" }),
    ("minimum", Phrase { ar: "أصغر قيمة {}", fr: "minimum {}", en: "at least {}" }),
    ("needed_by", Phrase { ar: "لأجل {}", fr: "pour {}", en: "for {}" }),
    ("project", Phrase { ar: "المشروع {}", fr: "projet {}", en: "project {}" }),
    ("start", Phrase { ar: "يبدأ المشروع في {}", fr: "le projet commence le {}", en: "the project starts on {}" }),
    ("years", Phrase { ar: "الحد الأقصى {} سنة", fr: "au plus {} ans", en: "at most {} years" }),
];

/// Facts that are sums of money, in centimes.
const MONEY: &[&str] = &["expected", "found"];

/// The facts of a problem of the planning engine in a language, in one line.
pub fn told(problem: &Problem, language: Language, called: Called<'_>) -> String {
    let facts = problem.params.iter().map(|(name, fact)| {
        let written = match fact {
            Param::Text(code) if *name == "activity" => called(code, language),
            Param::Text(text) => text.parse().map_or_else(|_| text.clone(), |day| language.day(day)),
            Param::Whole(centimes) if MONEY.contains(name) => print::format::dinars(*centimes, language.into()),
            Param::Whole(number) => number.to_string(),
            Param::Number(number) => number.to_string(),
            Param::List(codes) => {
                // In the direction of reading.
                let arrow = if language == Language::Arabic { " ← " } else { " → " };
                codes.iter().map(|code| called(code, language)).collect::<Vec<_>>().join(arrow)
            }
        };
        (*name, written)
    });
    line(facts, FACTS, language)
}
