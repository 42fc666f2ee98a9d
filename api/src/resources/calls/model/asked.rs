//! What a condition asks for and what an association has, in words beside the condition. Pure.

use super::UnmetCondition;
use crate::kernel::language::{Language, Phrase, Text};
use std::collections::HashMap;

/// Names of what conditions name by code.
#[derive(Debug, Default)]
pub struct Names {
    /// Craft sectors.
    pub sectors: HashMap<String, Text>,
    /// Wilayas.
    pub wilayas: HashMap<String, Text>,
}

const fn word(ar: &'static str, fr: &'static str, en: &'static str) -> Phrase {
    Phrase { ar, fr, en }
}

/// Levels and kinds of associations by their codes.
const WORDS: &[(&str, Phrase)] = &[
    ("communal", word("بلدية", "communale", "communal")),
    ("wilaya", word("ولائية", "de wilaya", "of a wilaya")),
    ("inter_wilaya", word("ما بين الولايات", "inter-wilayas", "of several wilayas")),
    ("national", word("وطنية", "nationale", "national")),
    ("professional", word("مهنية", "professionnelle", "professional")),
    ("cultural", word("ثقافية", "culturelle", "cultural")),
    ("women", word("نسوية", "féminine", "of women")),
    ("youth", word("شبانية", "de jeunes", "of the young")),
    ("other", word("أخرى", "autre", "other")),
];
const ASKED: Phrase = word(" المطلوب: {}.", " Demandé : {}.", " Asked for: {}.");
const FOUND: Phrase = word(" وفي ملف الجمعية: {}.", " Dans le dossier : {}.", " In the file: {}.");
const YEARS: Phrase = word(" السنوات المطلوبة: {}.", " Années demandées : {}.", " Years asked for: {}.");
const PASSED: Phrase = word(" السنوات المنقضية: {}.", " Années écoulées : {}.", " Years passed: {}.");

impl Names {
    fn of(&self, condition: &str, code: &str, language: Language) -> String {
        let table = match condition {
            "craft_sectors" => Some(&self.sectors),
            "wilayas" => Some(&self.wilayas),
            _ => None,
        };
        let named = table.and_then(|table| table.get(code)).map(|name| name.in_language(language).to_owned());
        let word = || WORDS.iter().find(|(known, _)| *known == code).map(|(_, phrase)| phrase.in_language(language).to_owned());
        named.or_else(word).unwrap_or_else(|| code.to_owned())
    }
}

impl UnmetCondition {
    /// The same, its explanation saying also what is asked and what the association has.
    pub fn saying(mut self, names: &Names) -> Self {
        let (asks, finds) = if self.condition == "registered_years" { (YEARS, PASSED) } else { (ASKED, FOUND) };
        let said = |text: &str, language: Language| {
            let comma = if language == Language::Arabic { "، " } else { ", " };
            let listed =
                |codes: &str| codes.split(", ").map(|code| names.of(&self.condition, code, language)).collect::<Vec<_>>().join(comma);
            let told = [(&asks, &self.expected), (&finds, &self.found)].map(|(phrase, codes)| {
                let codes = codes.as_deref().filter(|codes| !codes.is_empty());
                codes.map(|codes| phrase.filled(language, &[&listed(codes)])).unwrap_or_default()
            });
            format!("{text}{}", told.concat())
        };
        let Text { ar, fr, en } = &self.explanation;
        self.explanation = Text {
            ar: said(ar, Language::Arabic),
            fr: fr.as_ref().map(|fr| said(fr, Language::French)),
            en: en.as_ref().map(|en| said(en, Language::English)),
        };
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unmet(condition: &str, expected: Option<&str>, found: Option<&str>) -> UnmetCondition {
        let explanation = Text { ar: "السبب.".into(), fr: Some("Motif.".into()), en: None };
        UnmetCondition { condition: condition.into(), explanation, expected: expected.map(Into::into), found: found.map(Into::into) }
    }

    #[test]
    fn what_is_asked_and_what_there_is_are_said_in_words() {
        let name = Text { ar: "الجزائر".into(), fr: Some("Alger".into()), en: None };
        let names = Names { wilayas: [("16".to_owned(), name)].into(), ..Names::default() };
        let told = unmet("wilayas", Some("16, 99"), Some("16")).saying(&names).explanation;
        assert_eq!(told.ar, "السبب. المطلوب: الجزائر، 99. وفي ملف الجمعية: الجزائر.");
        assert_eq!(told.fr.as_deref(), Some("Motif. Demandé : Alger, 99. Dans le dossier : Alger."));
        let years = unmet("registered_years", Some("3"), None).saying(&names).explanation;
        assert_eq!(years.ar, "السبب. السنوات المطلوبة: 3.");
        let level = unmet("levels", Some("wilaya, national"), Some("communal")).saying(&names).explanation;
        assert_eq!(level.ar, "السبب. المطلوب: ولائية، وطنية. وفي ملف الجمعية: بلدية.");
        assert_eq!(unmet("women_led", None, None).saying(&names).explanation.ar, "السبب.");
    }
}
