//! The three languages, and text written in them.

use super::db::types::Instant;
use chrono::NaiveDate;
use print::format;
use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// A language of the platform.
    pub enum Language {
        /// Arabic, the default.
        Arabic = "ar",
        /// French.
        French = "fr",
        /// English.
        English = "en",
    }
}

impl Language {
    /// The best language of an `Accept-Language` header; Arabic when none is asked or known.
    pub fn accepted(header: Option<&str>) -> Self {
        let mut best = (Self::Arabic, 0.0_f32);
        for part in header.unwrap_or_default().split(',') {
            let mut fields = part.split(';');
            let tag = fields.next().unwrap_or_default().trim();
            let weight = fields.find_map(|field| field.trim().strip_prefix("q=")).map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            if let Some(language) = Self::from_text(&primary)
                && weight > best.1
            {
                best = (language, weight);
            }
        }
        best.0
    }
    /// A day with its month by name.
    pub fn day(self, day: NaiveDate) -> String {
        format::long_date(day, self.into())
    }
    /// A day with its month by name and the time, by the clock of Algeria.
    pub fn moment(self, at: Instant) -> String {
        format!("{} {}", self.day(at.day()), clock(at))
    }
    /// From a day to another: "du 1er au 5 juin 2026".
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        format::days(first, last, self.into())
    }
}

/// The time by the clock of Algeria: `17:00`.
pub fn clock(at: Instant) -> String {
    at.local().format("%H:%M").to_string()
}

/// Whether the French « de » loses its vowel before the name of a place.
pub fn elides(place: &str) -> bool {
    place.starts_with(['A', 'E', 'I', 'O', 'U', 'É'])
}

impl From<Language> for print::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Arabic => Self::Arabic,
            Language::French => Self::French,
            Language::English => Self::English,
        }
    }
}

/// Text in up to three languages; Arabic is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Arabic.
    #[schema(min_length = 1, max_length = 300, pattern = r"\S", examples("جمعية الخزف التقليدي"))]
    pub ar: String,
    /// French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 300, pattern = r"\S", examples("Association de céramique traditionnelle"))]
    pub fr: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 300, pattern = r"\S", examples("Traditional ceramics association"))]
    pub en: Option<String>,
}

impl Text {
    /// The text in a language, or in Arabic.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Arabic => None,
            Language::French => self.fr.as_deref(),
            Language::English => self.en.as_deref(),
        }
        .unwrap_or(&self.ar)
    }
    /// The parts that are there.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        [Some(self.ar.as_str()), self.fr.as_deref(), self.en.as_deref()].into_iter().flatten()
    }
}

/// A longer text in up to three languages; Arabic is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LongText {
    /// Arabic.
    #[schema(min_length = 1, max_length = 5000, pattern = r"\S", examples("معرض سنوي لحرفيي الخزف"))]
    pub ar: String,
    /// French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 5000, pattern = r"\S")]
    pub fr: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 5000, pattern = r"\S")]
    pub en: Option<String>,
}

impl LongText {
    /// The text in a language, or in Arabic.
    pub fn in_language(&self, language: Language) -> &str {
        let part = match language {
            Language::Arabic => None,
            Language::French => self.fr.as_deref(),
            Language::English => self.en.as_deref(),
        };
        part.unwrap_or(&self.ar)
    }
}

/// A sentence of the product itself in the three languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Arabic.
    pub ar: &'static str,
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

/// A sentence with values in the places of its `{}`, in their order. Where there is none, its colon goes with it.
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut parts = sentence.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (place, part) in parts.enumerate() {
        let value = values.get(place).copied().unwrap_or_default();
        if let (true, Some(before)) = (value.is_empty(), text.trim_end().strip_suffix(':')) {
            text.truncate(before.trim_end().len());
        }
        text.push_str(value);
        text.push_str(part);
    }
    text
}

impl Phrase {
    /// The sentence in all languages.
    pub fn text(&self) -> Text {
        Text { ar: self.ar.to_owned(), fr: Some(self.fr.to_owned()), en: Some(self.en.to_owned()) }
    }
    /// The sentence in a language, with values in the places of its `{}`, in their order.
    pub fn filled(&self, language: Language, values: &[&str]) -> String {
        fill(self.in_language(language), values)
    }
    /// The sentence in a language.
    pub fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Arabic => self.ar,
            Language::French => self.fr,
            Language::English => self.en,
        }
    }
}
