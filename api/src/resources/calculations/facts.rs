//! The facts of a problem in words: whose name, which limit, how many of what.

use crate::kernel::language::{Language, Phrase};
use planning::problem::{Param, Problem};

/// The name of an activity by its code, in a language.
pub type Called<'a> = &'a dyn Fn(&str, Language) -> String;

/// What each fact is. `{}` stands for it.
const FACTS: &[(&str, Phrase)] = &[
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

/// The facts of a problem in a language, in one line.
pub fn told(problem: &Problem, language: Language, called: Called<'_>) -> String {
    let facts = problem.params.iter().map(|(name, fact)| {
        let written = match fact {
            Param::Text(code) if *name == "activity" => called(code, language),
            Param::Text(text) => text.clone(),
            Param::Whole(centimes) if MONEY.contains(name) => print::format::dinars(*centimes, language.into()),
            Param::Whole(number) => number.to_string(),
            Param::Number(number) => number.to_string(),
            Param::List(codes) => codes.iter().map(|code| called(code, language)).collect::<Vec<_>>().join(" → "),
        };
        match FACTS.iter().find(|(fact, _)| fact == name) {
            Some((_, phrase)) => phrase.filled(language, &[&written]),
            None => written,
        }
    });
    facts.collect::<Vec<_>>().join(" · ")
}
