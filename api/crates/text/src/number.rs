//! Headcounts as people type them.

use crate::digits::{digit, is_invisible};
use thiserror::Error;

/// Why a text is no headcount.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CountProblem {
    /// Nothing was typed.
    #[error("the number is empty")]
    Empty,
    /// A character that has no place in a count.
    #[error("unexpected character {character:?} at position {position}")]
    UnexpectedCharacter {
        /// Where, counted in characters from 1.
        position: usize,
        /// What.
        character: char,
    },
    /// People are not counted in fractions.
    #[error("a whole number is expected")]
    Fraction,
    /// People are not counted below zero.
    #[error("the number is below zero")]
    Negative,
    /// The groups between separators are not thousands, as in `12 50`: perhaps two numbers.
    #[error("the digits are not grouped by thousands; perhaps there are two numbers")]
    Grouping,
    /// More than 4,294,967,295.
    #[error("the number is too large")]
    TooLarge,
}

impl CountProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "count_empty",
            Self::UnexpectedCharacter { .. } => "count_unexpected_character",
            Self::Fraction => "count_fraction",
            Self::Negative => "count_negative",
            Self::Grouping => "count_grouping",
            Self::TooLarge => "count_too_large",
        }
    }
}

/// Reads a headcount.
///
/// Digits may be Arabic-Indic. Thousands may be parted by any space, an apostrophe, `٬`, a comma or a point: since
/// people are whole, `1.250` and `1,250` both mean 1250, and a tail of `.0` or `,00`, as spreadsheets write it, is ignored.
///
/// ```
/// use text::number::{CountProblem, count};
/// assert_eq!(count("1 250"), Ok(1250));
/// assert_eq!(count("١٬٢٥٠"), Ok(1250));
/// assert_eq!(count("2,5"), Err(CountProblem::Fraction));
/// ```
///
/// # Errors
///
/// A [`CountProblem`] that says what to mend.
pub fn count(typed: &str) -> Result<u32, CountProblem> {
    let mut groups: Vec<String> = vec![String::new()];
    let mut points = Vec::new();
    let mut negative = false;
    for (index, c) in typed.trim().chars().enumerate() {
        match (digit(c), c) {
            (Some(d), _) => {
                if let Some(last) = groups.last_mut() {
                    last.push(d);
                }
            }
            (None, c) if is_invisible(c) => {}
            (None, '-' | '−' | '–') if groups.len() == 1 && groups.iter().all(String::is_empty) && !negative => negative = true,
            (None, '.' | ',' | '٫' | '٬' | '\'' | '’') => {
                points.push(c);
                groups.push(String::new());
            }
            (None, c) if c.is_whitespace() => {
                points.push(' ');
                groups.push(String::new());
            }
            (None, character) => {
                let leading = typed.chars().take_while(|c| c.is_whitespace()).count();
                return Err(CountProblem::UnexpectedCharacter { position: leading + index + 1, character });
            }
        }
    }
    // Spaces around a separator or after a sign make empty groups.
    drop_decimals(&mut groups, &points)?;
    groups.retain(|group| !group.is_empty());
    let (first, rest) = groups.split_first().ok_or(CountProblem::Empty)?;
    if !rest.is_empty() && (first.len() > 3 || rest.iter().any(|group| group.len() != 3)) {
        return Err(CountProblem::Grouping);
    }
    let number = groups.concat();
    let value: u32 = number.parse().map_err(|_| CountProblem::TooLarge)?;
    if negative && value > 0 { Err(CountProblem::Negative) } else { Ok(value) }
}

/// Takes off a last group that is a decimal fraction of zero; any other fraction is a problem.
fn drop_decimals(groups: &mut Vec<String>, points: &[char]) -> Result<(), CountProblem> {
    let (Some(last), Some(point)) = (groups.last(), points.last()) else {
        return Ok(());
    };
    let decimal = match point {
        '٫' => true,
        '.' | ',' => last.len() != 3,
        _ => false,
    };
    if !decimal {
        return Ok(());
    }
    if last.bytes().any(|b| b != b'0') {
        return Err(CountProblem::Fraction);
    }
    groups.pop();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headcounts_are_read_with_every_thousands_separator() {
        for typed in [
            "1250",
            "1 250",
            "1\u{a0}250",
            "1\u{202f}250",
            "1.250",
            "1,250",
            "1'250",
            "1’250",
            "١٢٥٠",
            "١٬٢٥٠",
            "۱۲۵۰",
            " 1250 ",
            "1250.0",
            "1250,00",
            "1 250,00",
            "1250٫0",
            "\u{200f}1250",
        ] {
            assert_eq!(count(typed), Ok(1250), "{typed:?}");
        }
        assert_eq!(count("0"), Ok(0));
        assert_eq!(count("-0"), Ok(0));
        assert_eq!(count("1 234 567"), Ok(1_234_567));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (typed, problem) in [
            ("", CountProblem::Empty),
            (" \u{a0}", CountProblem::Empty),
            ("12,5", CountProblem::Fraction),
            ("3.1416", CountProblem::Fraction),
            ("1250٫5", CountProblem::Fraction),
            ("-3", CountProblem::Negative),
            ("12 50", CountProblem::Grouping),
            ("1250 300", CountProblem::Grouping),
            ("4294967296", CountProblem::TooLarge),
            (" 12 membres", CountProblem::UnexpectedCharacter { position: 5, character: 'm' }),
            ("=1+1", CountProblem::UnexpectedCharacter { position: 1, character: '=' }),
        ] {
            assert_eq!(count(typed), Err(problem), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn every_count_is_read_back(n in any::<u32>()) {
            prop_assert_eq!(count(&n.to_string()), Ok(n));
        }

        #[test]
        fn any_text_gives_an_answer(s in any::<String>()) {
            if let Ok(n) = count(&s) {
                prop_assert_eq!(count(&n.to_string()), Ok(n));
            }
        }
    }
}
