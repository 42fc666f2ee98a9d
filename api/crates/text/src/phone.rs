//! Telephone numbers as people type them.
//!
//! Algerian numbers follow the national numbering plan (ITU-T E.164 country code 213): fixed lines are `0`, an area code
//! of two digits beginning with 1, 2, 3 or 4 and six digits; mobiles are `0`, then 5, 6 or 7 and eight digits; `098…` (voice over IP)
//! and `080…` (free and shared cost) have nine digits after the zero. Foreign numbers are accepted when written
//! with `+` or `00` and long enough for E.164 (at most 15 digits).

use crate::digits::{digit, is_invisible};
use thiserror::Error;

/// Why a text is no telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PhoneProblem {
    /// Nothing was typed.
    #[error("the number is empty")]
    Empty,
    /// A character that has no place in a number; `position` counts characters from 1.
    #[error("unexpected character {character:?} at position {position}")]
    UnexpectedCharacter {
        /// Where, counted in characters from 1.
        position: usize,
        /// What.
        character: char,
    },
    /// Digits are missing.
    #[error("{digits} digits are too few for a telephone number")]
    TooShort {
        /// How many digits there are, without country code and trunk zero.
        digits: usize,
    },
    /// There are more digits than any number has.
    #[error("{digits} digits are too many for a telephone number")]
    TooLong {
        /// How many digits there are, without country code and trunk zero.
        digits: usize,
    },
    /// Enough digits, but no Algerian number begins like this; foreign ones need `+` and the country code.
    #[error("no Algerian number begins with these digits; a foreign one needs + and its country code")]
    UnknownPrefix,
    /// Several numbers in one field.
    #[error("there are several numbers; one is expected, for instance {first}")]
    SeveralNumbers {
        /// The first of them, normalised.
        first: String,
    },
}

impl PhoneProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "phone_empty",
            Self::UnexpectedCharacter { .. } => "phone_unexpected_character",
            Self::TooShort { .. } => "phone_too_short",
            Self::TooLong { .. } => "phone_too_long",
            Self::UnknownPrefix => "phone_unknown_prefix",
            Self::SeveralNumbers { .. } => "phone_several_numbers",
        }
    }
}

/// The number in E.164 form: `+` and digits.
///
/// Spaces, dots, dashes, slashes, brackets, Arabic-Indic digits, a label in front (`Tél :`, `هاتف`), the trunk zero after
/// the country code and a leading zero lost to a spreadsheet are all understood.
///
/// ```
/// use text::phone::normalise;
/// assert_eq!(normalise("0550 12 34 56").as_deref(), Ok("+213550123456"));
/// assert_eq!(normalise("+213 (0) 21-63.44.55").as_deref(), Ok("+21321634455"));
/// ```
///
/// # Errors
///
/// A [`PhoneProblem`] that says what to mend.
pub fn normalise(typed: &str) -> Result<String, PhoneProblem> {
    let whole = one(typed);
    if matches!(whole, Err(PhoneProblem::TooLong { .. } | PhoneProblem::UnknownPrefix | PhoneProblem::UnexpectedCharacter { .. }))
        && let Some(first) = first_of_several(typed)
    {
        return Err(PhoneProblem::SeveralNumbers { first });
    }
    whole
}

/// When every part between the usual separators is a number of its own: the first.
fn first_of_several(typed: &str) -> Option<String> {
    for separator in [";", "،", ",", "\n", "|", " ou ", " أو ", " et ", " و ", " - ", "/", "-"] {
        let parts: Vec<&str> = typed.split(separator).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 {
            let numbers: Option<Vec<String>> = parts.into_iter().map(|part| one(part).ok()).collect();
            if let Some(first) = numbers.and_then(|numbers| numbers.into_iter().next()) {
                return Some(first);
            }
        }
    }
    None
}

fn one(typed: &str) -> Result<String, PhoneProblem> {
    let start = label_length(typed);
    let mut digits = String::with_capacity(16);
    let mut plus = false;
    for (index, c) in typed.chars().enumerate().skip(start) {
        match (digit(c), c) {
            (Some(d), _) => digits.push(d),
            (None, '+' | '＋') if digits.is_empty() && !plus => plus = true,
            // In a right-to-left field the plus often ends up behind the digits: ‎213550123456+
            (None, '+') if !plus && digits.starts_with("213") && typed.trim_end().ends_with('+') => plus = true,
            (None, '.' | '-' | '/' | '(' | ')' | '[' | ']' | '_' | '·' | '–' | '—' | '‐' | '‑' | '−') => {}
            (None, c) if c.is_whitespace() || is_invisible(c) => {}
            (None, character) => {
                return Err(PhoneProblem::UnexpectedCharacter { position: index + 1, character });
            }
        }
    }
    let typed_digits = digits.len();
    if typed_digits == 0 {
        return Err(PhoneProblem::Empty);
    }
    if !plus && let Some(international) = digits.strip_prefix("00") {
        digits = international.to_owned();
        plus = true;
    }
    if plus { international(&digits) } else { national(&digits) }
}

fn international(digits: &str) -> Result<String, PhoneProblem> {
    if let Some(rest) = digits.strip_prefix("213") {
        return algerian(rest.strip_prefix('0').unwrap_or(rest));
    }
    match digits.len() {
        0..=6 => Err(PhoneProblem::TooShort { digits: digits.len() }),
        16.. => Err(PhoneProblem::TooLong { digits: digits.len() }),
        _ if digits.starts_with('0') => Err(PhoneProblem::UnknownPrefix),
        _ => Ok(format!("+{digits}")),
    }
}

fn national(digits: &str) -> Result<String, PhoneProblem> {
    if let Some(rest) = digits.strip_prefix('0') {
        return algerian(rest);
    }
    // 213550123456 without the plus, or 550123456 whose zero a spreadsheet has eaten.
    if digits.len() > 9
        && let Some(rest) = digits.strip_prefix("213")
    {
        return algerian(rest.strip_prefix('0').unwrap_or(rest));
    }
    algerian(digits)
}

/// Checks a national significant number (no trunk zero, no country code).
fn algerian(number: &str) -> Result<String, PhoneProblem> {
    let bytes = number.as_bytes();
    let expected = match bytes.first() {
        Some(b'1'..=b'4') => 8,
        Some(b'5'..=b'7') => 9,
        Some(b'8') if bytes.get(1).is_none_or(|&b| b == b'0') => 9,
        Some(b'9') if bytes.get(1).is_none_or(|&b| b == b'8') => 9,
        Some(_) if bytes.len() >= 8 => return Err(PhoneProblem::UnknownPrefix),
        _ => {
            return Err(PhoneProblem::TooShort { digits: bytes.len() });
        }
    };
    match bytes.len() {
        n if n < expected => Err(PhoneProblem::TooShort { digits: n }),
        n if n > expected => Err(PhoneProblem::TooLong { digits: n }),
        _ => Ok(format!("+213{number}")),
    }
}

/// How many characters of `typed` are a label such as `Tél :` before the number.
fn label_length(typed: &str) -> usize {
    const LABELS: &[&str] =
        &["tel", "telephone", "phone", "mob", "mobile", "gsm", "portable", "fixe", "n", "هاتف", "الهاتف", "نقال", "الرقم"];
    let Some((start, _)) = typed.char_indices().find(|(_, c)| *c == '+' || digit(*c).is_some()) else {
        return 0;
    };
    let (label, _) = typed.split_at(start);
    let folded = crate::fold(label);
    if LABELS.contains(&folded.as_str()) { label.chars().count() - trailing_brackets(label) } else { 0 }
}

/// Brackets that belong to the number, not to the label: `Tél (021) 63 44 55`.
fn trailing_brackets(label: &str) -> usize {
    label.chars().rev().take_while(|c| matches!(c, '(' | '[')).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn algerian_numbers_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("0550 12 34 56", "+213550123456"),
            ("0550123456", "+213550123456"),
            ("05.50.12.34.56", "+213550123456"),
            ("05-50-12-34-56", "+213550123456"),
            ("+213 (0) 550 12 34 56", "+213550123456"),
            ("+213(0)550-12-34-56", "+213550123456"),
            ("00213550123456", "+213550123456"),
            ("002130550123456", "+213550123456"),
            ("00 213 550 12 34 56", "+213550123456"),
            ("213550123456", "+213550123456"),
            ("550123456", "+213550123456"),
            ("٠٥٥٠ ١٢ ٣٤ ٥٦", "+213550123456"),
            ("۰۵۵۰۱۲۳۴۵۶", "+213550123456"),
            ("\u{200e}+213 550 12 34 56\u{202c}", "+213550123456"),
            ("213550123456+", "+213550123456"),
            ("021 63 44 55", "+21321634455"),
            ("021/63.44.55", "+21321634455"),
            ("(021) 63-44-55", "+21321634455"),
            ("Tél : (021) 63 44 55", "+21321634455"),
            ("Mob. 0661 00 00 01", "+213661000001"),
            ("هاتف: ٠٢١ ٦٣ ٤٤ ٥٥", "+21321634455"),
            ("21634455", "+21321634455"),
            ("049 20 30 40", "+21349203040"),
            ("0982 40 50 60", "+213982405060"),
            ("0770\u{a0}11\u{202f}22\u{2009}33", "+213770112233"),
        ] {
            assert_eq!(normalise(typed).as_deref(), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn foreign_numbers_need_their_country_code() {
        assert_eq!(normalise("+33 1 42 68 53 00").as_deref(), Ok("+33142685300"));
        assert_eq!(normalise("0033 6 12 34 56 78").as_deref(), Ok("+33612345678"));
        assert_eq!(normalise("+216 71 123 456").as_deref(), Ok("+21671123456"));
        assert_eq!(normalise("+0 612 345 678"), Err(PhoneProblem::UnknownPrefix));
        assert_eq!(normalise("+1234567890123456"), Err(PhoneProblem::TooLong { digits: 16 }));
        assert_eq!(normalise("+3312"), Err(PhoneProblem::TooShort { digits: 4 }));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (typed, problem) in [
            ("", PhoneProblem::Empty),
            (" - ", PhoneProblem::Empty),
            ("0550 12 34", PhoneProblem::TooShort { digits: 7 }),
            ("0550 12 34 56 7", PhoneProblem::TooLong { digits: 10 }),
            ("021 63 44 5", PhoneProblem::TooShort { digits: 7 }),
            ("0950 12 34 56", PhoneProblem::UnknownPrefix),
            ("0000000000", PhoneProblem::UnknownPrefix),
            ("0550 1O 34 56", PhoneProblem::UnexpectedCharacter { position: 7, character: 'O' }),
            ("06++", PhoneProblem::UnexpectedCharacter { position: 3, character: '+' }),
            ("president@example.org", PhoneProblem::UnexpectedCharacter { position: 1, character: 'p' }),
        ] {
            assert_eq!(normalise(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn two_numbers_in_one_cell_are_told_apart() {
        for typed in [
            "0550 12 34 56 / 021 63 44 55",
            "0550123456/0661000001",
            "0550 12 34 56 ; 0661 00 00 01",
            "0550 12 34 56 ou 0661 00 00 01",
            "0550 12 34 56 - 0661 00 00 01",
            "٠٥٥٠ ١٢ ٣٤ ٥٦ أو ٠٦٦١٠٠٠٠٠١",
        ] {
            assert_eq!(normalise(typed), Err(PhoneProblem::SeveralNumbers { first: "+213550123456".into() }), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_the_answer_is_e164_or_a_problem(typed in any::<String>()) {
            if let Ok(number) = normalise(&typed) {
                prop_assert!(number.starts_with('+') && (8..=16).contains(&number.len()));
                prop_assert!(number.bytes().skip(1).all(|b| b.is_ascii_digit()));
            }
        }

        #[test]
        fn normalising_twice_changes_nothing(typed in "(\\+|00|0|\\+213|213)?[ ()./0-9٠-٩-]{6,18}") {
            if let Ok(number) = normalise(&typed) {
                prop_assert_eq!(normalise(&number), Ok(number.clone()));
            }
        }

        #[test]
        fn separators_do_not_matter(rest in "[0-9]{8}", first in 5..8u8, gap in "[ ./-]") {
            let plain = format!("0{first}{rest}");
            let spaced: String = plain.chars().flat_map(|c| [c.to_string(), gap.clone()]).collect();
            prop_assert_eq!(normalise(&spaced), Ok(format!("+213{first}{rest}")));
        }
    }
}
