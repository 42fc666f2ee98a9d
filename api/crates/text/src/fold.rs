//! The one normaliser for search: text that is stored and text that is looked for go through [`fold`].
//!
//! Folding loses information on purpose. Two spellings that a reader takes for the same word should fold alike; the
//! result is for comparison and for indexes, never for display.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds text for comparison: words of lower-case letters and digits 0-9, separated by single spaces.
///
/// In order: compatibility decomposition (NFKD), lower case, then
///
/// - accents, harakat, Quranic signs and every other combining mark are dropped, and so are the tatweel, joiners,
///   bidirectional controls and the hamza standing alone;
/// - alef and hamza forms become plain letters (`أ إ آ ٱ` → `ا`, `ؤ` → `و`, `ئ` → `ي`), ta marbuta becomes `ه`, alef
///   maqsura `ي`; Persian and Maghrebi letters join their Arabic neighbours (`ک گ ڭ` → `ك`, `ی` → `ي`, `ڨ` → `ق`,
///   `ڤ ڥ` → `ف`, `پ` → `ب`, `چ` → `ج`);
/// - Arabic-Indic and Persian digits become 0-9;
/// - Latin letters that have no decomposition are spelled out (`œ` → `oe`, `æ` → `ae`, `ß` → `ss`, `ø` → `o`, `ɣ` → `gh`);
/// - anything that is neither letter nor digit separates words.
///
/// The function is idempotent: `fold(&fold(s)) == fold(s)`.
///
/// ```
/// assert_eq!(text::fold("Cœur d’Été"), "coeur d ete");
/// assert_eq!(text::fold("جَمْعِيَّة الأَصَالة ٢٠٢٦"), "جمعيه الاصاله 2026");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of `text` to `out`, separated from what `out` already holds by one space.
///
/// Use it to build one search column out of several fields without a string for each.
pub fn fold_into(text: &str, out: &mut String) {
    let mut gap = !out.is_empty();
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => put(letter, &mut gap, out),
            'A'..='Z' => put(letter.to_ascii_lowercase(), &mut gap, out),
            '\0'..='\x7f' => gap = true,
            // What Arabic text is made of, without a look into the Unicode tables.
            'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' => put(letter, &mut gap, out),
            'أ' | 'إ' | 'آ' => put('ا', &mut gap, out),
            'ة' => put('ه', &mut gap, out),
            'ى' => put('ي', &mut gap, out),
            // Marks never matter here, so decomposing letter by letter gives what NFKD of the whole would give.
            _ => decompose_compatible(letter, |part| {
                for lower in part.to_lowercase() {
                    put_folded(lower, &mut gap, out);
                }
            }),
        }
    }
}

/// The words of a query, folded, in the order typed and without repeats or the Arabic article: what holds `السجاد` holds `سجاد`, too.
///
/// ```
/// assert_eq!(text::search_words("Bou-Saâda, BOU"), ["bou", "saada"]);
/// assert_eq!(text::search_words("السجاد والنسيج"), ["سجاد", "والنسيج"]);
/// ```
#[must_use]
pub fn search_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split_ascii_whitespace().map(without_article) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// A folded word without its article; of what would be too short without, the article is a part.
fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

fn put(letter: char, gap: &mut bool, out: &mut String) {
    if *gap && !out.is_empty() {
        out.push(' ');
    }
    *gap = false;
    out.push(letter);
}

fn put_folded(letter: char, gap: &mut bool, out: &mut String) {
    let plain = match letter {
        'ا'..='غ' | 'ف'..='و' | 'a'..='z' | '0'..='9' => maghrebi(letter),
        'ء' | 'ـ' => return,
        c if is_ignorable(c) || is_combining_mark(c) => return,
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        _ => match latin(letter) {
            Some(spelled) => {
                spelled.chars().for_each(|c| put(c, gap, out));
                return;
            }
            None => maghrebi(letter),
        },
    };
    if plain.is_alphanumeric() {
        put(plain, gap, out);
    } else {
        *gap = true;
    }
}

/// Characters that are invisible inside a word: zero-width spaces and joiners, bidirectional controls, the soft
/// hyphen, variation selectors and the byte-order mark.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn maghrebi(c: char) -> char {
    match c {
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ے' | 'ۍ' => 'ي',
        'ة' | 'ۃ' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ک' | 'ڪ' | 'گ' | 'ڭ' | 'ݣ' => 'ك',
        'ڨ' | 'ڧ' => 'ق',
        'ڤ' | 'ڥ' | 'ڢ' => 'ف',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ۆ' | 'ۇ' => 'و',
        'ς' => 'σ',
        _ => c,
    }
}

fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ı' => "i",
        // Tamazight in Latin letters; the Greek letters are what keyboards offer in their place.
        'ɣ' | 'γ' => "gh",
        'ɛ' | 'ε' => "a",
        _ => return None,
    })
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c).wrapping_sub(u32::from(zero)), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_that_readers_take_for_the_same_word_fold_alike() {
        for (typed, folded) in [
            ("Robe d’été ÉLÉGANTE", "robe d ete elegante"),
            ("cœur Œuvre Ægir", "coeur oeuvre aegir"),
            ("ﬁligrane Straße ẞ", "filigrane strasse ss"),
            ("أَحْمَد إبراهيم آمال ٱلله", "احمد ابراهيم امال الله"),
            ("مدرسة", "مدرسه"),
            ("مستشفى تيزى وزو", "مستشفي تيزي وزو"),
            ("فُـسـتان", "فستان"),
            ("مؤمن شيئ شيء", "مومن شيي شي"),
            ("٢٠٢٦ ۱۹۹۸ ２０", "2026 1998 20"),
            ("ﻻ ﷲ ﺑﺎﺗﻨﺔ", "لا الله باتنه"),
            ("ڨالمة گ ڭلميم پاريس", "قالمه ك كلميم باريس"),
            ("کرسی", "كرسي"),
            ("l'Œil M'Sila", "l oeil m sila"),
            ("می\u{200c}خواهم \u{200f}باتنة\u{200e}", "ميخواهم باتنه"),
            ("Tiɣilt Ɛisa", "tighilt aisa"),
            ("İstanbul ISIK ışık", "istanbul isik isik"),
            ("  --  ", ""),
            ("Aïn\u{a0}Defla\tبوسعادة", "ain defla بوسعاده"),
            ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        ] {
            assert_eq!(fold(typed), folded, "{typed}");
        }
    }

    #[test]
    fn several_fields_make_one_column() {
        let mut column = String::new();
        for field in ["جمعيّة", "", "Association « Yed »"] {
            fold_into(field, &mut column);
        }
        assert_eq!(column, "جمعيه association yed");
    }

    #[test]
    fn a_query_gives_each_word_once() {
        assert_eq!(search_words("Tapis, tapis — Zarbia ٢"), ["tapis", "zarbia", "2"]);
        assert!(search_words(" '\" ").is_empty());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(s in "\\PC*|[\\u{600}-\\u{6ff} a-zA-Zéèœæßﷺﻻ'-]*") {
            let once = fold(&s);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folded_text_is_words_between_single_spaces(s in any::<String>()) {
            let folded = fold(&s);
            prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
            prop_assert!(folded.chars().all(|c| c == ' ' || c.is_alphanumeric()));
        }

        #[test]
        fn case_does_not_matter(s in "[a-zA-Zéàçôü '0-9]*") {
            prop_assert_eq!(fold(&s.to_uppercase()), fold(&s.to_lowercase()));
        }
    }

    /// Every character there is, once: a property test would need luck to meet the odd ones.
    #[test]
    fn folding_is_idempotent_on_every_character() {
        for c in '\0'..=char::MAX {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
        }
    }
}
