//! What may be stored as a name or as free text.
//!
//! The rules follow Unicode Technical Report 36 (security considerations) and Annex 31 (joiners): text must look like
//! what it is, so characters that reorder, hide or damage it are refused with their position, while harmless leftovers
//! of copying are dropped.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Most combining marks that may follow one letter.
const MOST_MARKS: usize = 4;

/// Why a text is refused. Positions count characters of the text as it came, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HygieneProblem {
    /// U+0000.
    #[error("NUL at position {position}")]
    Nul {
        /// Where.
        position: usize,
    },
    /// A control character other than tab and line ends, a noncharacter or a private-use character.
    #[error("control character U+{:04X} at position {position}", u32::from(*character))]
    Control {
        /// Where.
        position: usize,
        /// What.
        character: char,
    },
    /// An embedding, override or isolate (U+202A-U+202E, U+2066-U+2069), which can make text read as something else.
    #[error("bidirectional control U+{:04X} at position {position}", u32::from(*character))]
    Bidi {
        /// Where.
        position: usize,
        /// What.
        character: char,
    },
    /// A zero-width joiner or non-joiner that does not stand between two letters.
    #[error("joiner at position {position} does not stand between letters")]
    Joiner {
        /// Where.
        position: usize,
    },
    /// U+FFFD, which says that the text was decoded in the wrong encoding before it came here.
    #[error("damaged character at position {position}")]
    Damaged {
        /// Where.
        position: usize,
    },
    /// More accents on one letter than any language writes.
    #[error("too many combining marks at position {position}")]
    Marks {
        /// Where.
        position: usize,
    },
}

impl HygieneProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Nul { .. } => "text_nul",
            Self::Control { .. } => "text_control_character",
            Self::Bidi { .. } => "text_bidi_control",
            Self::Joiner { .. } => "text_stray_joiner",
            Self::Damaged { .. } => "text_damaged",
            Self::Marks { .. } => "text_too_many_marks",
        }
    }

    /// Where, counted in characters from 1.
    #[must_use]
    pub fn position(&self) -> usize {
        match *self {
            Self::Nul { position }
            | Self::Control { position, .. }
            | Self::Bidi { position, .. }
            | Self::Joiner { position }
            | Self::Damaged { position }
            | Self::Marks { position } => position,
        }
    }
}

/// Cleans a name or another text of one line.
///
/// The result is in NFC, trimmed, with single spaces for every run of white space (line ends included). Direction marks, zero-width
/// spaces, soft hyphens and byte-order marks are dropped; Arabic presentation forms, as pasted from old PDF files,
/// become letters. Joiners stay where they part or join letters. The function is idempotent.
///
/// ```
/// use text::hygiene::{HygieneProblem, clean};
/// assert_eq!(clean("  جمعية \u{a0} الأصالة\n").as_deref(), Ok("جمعية الأصالة"));
/// assert_eq!(clean("ab\0"), Err(HygieneProblem::Nul { position: 3 }));
/// ```
///
/// # Errors
///
/// The first [`HygieneProblem`] met.
pub fn clean(typed: &str) -> Result<String, HygieneProblem> {
    let line = checked(typed)?;
    let mut out = String::with_capacity(line.len());
    push_words(&line, &mut out);
    Ok(settled(&out))
}

/// Cleans free text of several lines: as [`clean()`], but line ends are kept as `\n`, at most one empty line in a row.
///
/// # Errors
///
/// The first [`HygieneProblem`] met.
pub fn clean_lines(typed: &str) -> Result<String, HygieneProblem> {
    let text = checked(typed)?;
    let mut out = String::with_capacity(text.len());
    let mut empty = 0_usize;
    for line in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        if line.trim().is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        push_words(line, &mut out);
    }
    Ok(settled(&out))
}

fn push_words(line: &str, out: &mut String) {
    for (index, word) in line.split_whitespace().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

fn settled(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

/// Refuses what must not be stored and drops what is invisible and idle.
fn checked(typed: &str) -> Result<String, HygieneProblem> {
    let mut out = String::with_capacity(typed.len());
    let mut letters = typed.chars().enumerate().peekable();
    let mut marks = 0_usize;
    while let Some((index, c)) = letters.next() {
        let position = index + 1;
        if is_combining_mark(c) {
            marks += 1;
            if marks > MOST_MARKS {
                return Err(HygieneProblem::Marks { position });
            }
        } else {
            marks = 0;
        }
        match c {
            '\0' => return Err(HygieneProblem::Nul { position }),
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push(c),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                return Err(HygieneProblem::Bidi { position, character: c });
            }
            '\u{200C}' | '\u{200D}' => {
                let before = out.chars().next_back().is_some_and(joins);
                let after = letters.peek().is_some_and(|(_, next)| joins(*next));
                if !before || !after {
                    return Err(HygieneProblem::Joiner { position });
                }
                out.push(c);
            }
            '\u{FFFD}' => return Err(HygieneProblem::Damaged { position }),
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_control() || is_private_or_none(c) => {
                return Err(HygieneProblem::Control { position, character: c });
            }
            '\u{FB50}'..='\u{FDCF}' | '\u{FE80}'..='\u{FEFC}' => decompose_compatible(c, |letter| out.push(letter)),
            _ => out.push(c),
        }
    }
    Ok(out)
}

fn joins(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Private use, noncharacters, tags, interlinear annotations and deprecated format characters.
fn is_private_or_none(c: char) -> bool {
    let point = u32::from(c);
    matches!(point, 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFFF9..=0xFFFB | 0x2061..=0x2065 | 0x206A..=0x206F | 0xE0000..=0xE00FF | 0xF0000..=0x10_FFFF)
        || point & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_trimmed_composed_and_spaced_once() {
        for (typed, clean_text) in [
            ("  Association   El\tAssala ", "Association El Assala"),
            ("Be\u{301}ja\u{308}", "Béjä"),
            ("جمعية\r\nالنور", "جمعية النور"),
            ("\u{feff}\u{200f}باتنة\u{200e}", "باتنة"),
            ("ﺑﺎﺗﻨﺔ", "باتنة"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("مُحَمَّد", "مُحَمَّد"),
            ("", ""),
            (" \u{3000} ", ""),
            ("Tapis 🧶 & Cie", "Tapis 🧶 & Cie"),
        ] {
            assert_eq!(clean(typed).as_deref(), Ok(clean_text), "{typed:?}");
        }
    }

    #[test]
    fn what_hides_or_reorders_text_is_refused_with_its_place() {
        for (typed, problem) in [
            ("a\0b", HygieneProblem::Nul { position: 2 }),
            ("a\u{7}", HygieneProblem::Control { position: 2, character: '\u{7}' }),
            ("a\u{85}", HygieneProblem::Control { position: 2, character: '\u{85}' }),
            ("\u{e001}", HygieneProblem::Control { position: 1, character: '\u{e001}' }),
            ("x\u{e0041}", HygieneProblem::Control { position: 2, character: '\u{e0041}' }),
            ("جمعية\u{202e}abc", HygieneProblem::Bidi { position: 6, character: '\u{202e}' }),
            ("\u{2067}جمعية\u{2069}", HygieneProblem::Bidi { position: 1, character: '\u{2067}' }),
            ("a \u{200d}b", HygieneProblem::Joiner { position: 3 }),
            ("ab\u{200c}", HygieneProblem::Joiner { position: 3 }),
            ("B\u{fffd}char", HygieneProblem::Damaged { position: 2 }),
            ("a\u{301}\u{301}\u{301}\u{301}\u{301}", HygieneProblem::Marks { position: 6 }),
        ] {
            assert_eq!(clean(typed), Err(problem), "{typed:?}");
            assert_eq!(clean_lines(typed), Err(problem), "{typed:?}");
        }
    }

    #[test]
    fn free_text_keeps_its_paragraphs() {
        assert_eq!(clean_lines("\n\n Premier  point \r\nsuite\r\n\n\n\nالثاني\n ").as_deref(), Ok("Premier point\nsuite\n\nالثاني"));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(s in "[\\PC\\s]*") {
            for function in [clean, clean_lines] {
                if let Ok(once) = function(&s) {
                    prop_assert_eq!(function(&once), Ok(once.clone()));
                }
            }
        }

        #[test]
        fn what_passes_holds_no_control_and_no_outer_space(s in any::<String>()) {
            if let Ok(name) = clean(&s) {
                prop_assert!(!name.chars().any(char::is_control));
                prop_assert_eq!(name.trim(), name.as_str());
            }
        }
    }
}
