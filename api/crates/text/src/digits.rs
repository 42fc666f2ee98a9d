//! Digits of other keyboards.

use std::borrow::Cow;

/// Replaces Arabic-Indic (`٠`-`٩`), Persian (`۰`-`۹`) and full-width digits by 0-9 and leaves all else as it is.
///
/// ```
/// assert_eq!(text::latin_digits("٠٥٥٠ ١٢"), "0550 12");
/// ```
#[must_use]
pub fn latin_digits(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| !c.is_ascii() && digit(c).is_some()) {
        text.chars().map(|c| digit(c).unwrap_or(c)).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// The digit 0-9 that a character stands for.
pub(crate) fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    char::from_digit(u32::from(c).wrapping_sub(u32::from(zero)), 10)
}

/// Marks of writing direction and zero-width characters, which come along when a cell is pasted from a page.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_keyboard_become_0_to_9() {
        assert_eq!(latin_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０９"), "0123456789 0123456789 09");
        assert!(matches!(latin_digits("Bloc 7، باتنة"), Cow::Borrowed("Bloc 7، باتنة")));
    }
}
