//! Letters: what all of them share, from the greeting to the colon of their subject.

use super::language::{Language, Phrase};
use serde::{Deserialize, Serialize};

const GREETING: Phrase = Phrase { ar: "السلام عليكم {}،", fr: "Bonjour {},", en: "Hello {}," };
const REASON: Phrase = Phrase { ar: "السبب", fr: "Motif", en: "The reason" };

/// A plain-text message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The recipient's address.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Who gets a letter.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// Name.
    pub name: &'a str,
    /// Language of letters.
    pub language: Language,
}

impl Addressee<'_> {
    /// A letter in the language of its reader: the greeting, then its paragraphs. Its subject names what it is about, where there is
    /// something to name.
    pub fn letter(self, subject: Phrase, about: &str, paragraphs: impl IntoIterator<Item = String>) -> Letter {
        let subject = fact(self.language, subject, about);
        let text: Vec<String> = std::iter::once(GREETING.filled(self.language, &[self.name])).chain(paragraphs).collect();
        Letter {
            to: self.email.to_owned(),
            // A subject is one line.
            subject: subject.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            text: format!("{}\n", text.join("\n\n")),
        }
    }
}

/// A word and what goes with it, with the colon of the language between; the word alone where nothing goes with it.
pub fn fact(language: Language, word: Phrase, value: &str) -> String {
    let word = word.in_language(language);
    match language {
        _ if value.is_empty() => word.to_owned(),
        Language::French => format!("{word}\u{a0}: {value}"),
        Language::Arabic | Language::English => format!("{word}: {value}"),
    }
}

/// Why something was done, in the words of whoever did it.
pub fn because(language: Language, reason: &str) -> String {
    fact(language, REASON, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REMINDER: Phrase = Phrase { ar: "تذكير", fr: "Rappel", en: "Reminder" };

    #[test]
    fn a_letter_greets_in_the_language_of_its_reader_and_its_subject_is_one_line() {
        let written = |language| {
            let letter =
                Addressee { email: "amina@example.dz", name: "أمينة", language }.letter(REMINDER, "الاتفاقية\nالأولى", ["نص".to_owned()]);
            (letter.subject, letter.text)
        };
        assert_eq!(written(Language::Arabic), ("تذكير: الاتفاقية الأولى".into(), "السلام عليكم أمينة،\n\nنص\n".into()));
        assert_eq!(written(Language::French), ("Rappel\u{a0}: الاتفاقية الأولى".into(), "Bonjour أمينة,\n\nنص\n".into()));
        assert_eq!(written(Language::English).0, "Reminder: الاتفاقية الأولى");
    }
}
