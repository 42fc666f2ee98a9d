//! The words of a name: articles and elisions taken off, words that say nothing about which body it is set apart.

use super::phonemes::{Script, script};

/// The folded words of a name without articles and elisions.
pub(super) fn split(name: &str) -> Vec<String> {
    let folded = crate::fold(&without_apostrophes(name));
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let mut out = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        let next = words.get(index + 1).copied();
        if !next.is_some_and(|next| is_article(word, next)) {
            out.push(without_article(word, next.is_none() && out.is_empty()).to_owned());
        }
    }
    out
}

/// The words that tell a name apart; the everyday words of the field only when nothing else is left.
pub(super) fn telling(name: &str) -> Vec<String> {
    let words: Vec<String> = split(name).into_iter().filter(|word| !is_empty_word(word)).collect();
    let telling: Vec<String> = words.iter().filter(|word| !is_common(word)).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

/// Apostrophes inside words stand for ع or ء (`M'Sila`, `Jam'iyat`) and vanish; after a lone `l` or `d` they part words.
fn without_apostrophes(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut word = 0_usize;
    let mut elision = false;
    for c in name.chars() {
        if matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | '`' | '´' | 'ʻ') {
            if word == 1 && elision {
                out.push(' ');
                word = 0;
            }
            continue;
        }
        if c.is_alphanumeric() {
            word += 1;
            elision = matches!(c, 'l' | 'L' | 'd' | 'D');
        } else {
            word = 0;
        }
        out.push(c);
    }
    out
}

/// `el`, `al`, `l` and `d` before any word; `es`, `ech`, `an` and their like before the letter they have taken on (`Es-Sebt`).
fn is_article(word: &str, next: &str) -> bool {
    match word {
        "el" | "al" | "l" | "d" | "ال" => true,
        "ech" | "ach" | "esh" | "ash" => next.starts_with("ch") || next.starts_with("sh"),
        _ => match word.as_bytes() {
            [b'e' | b'a', b @ (b's' | b'd' | b'n' | b'r' | b'z' | b't')] => next.as_bytes().first() == Some(b),
            _ => false,
        },
    }
}

/// Takes the article off the word: ال with the small words that join it, `ennour` → `nour`, `elassala` → `assala`.
fn without_article(word: &str, alone: bool) -> &str {
    match script(word) {
        Script::Arabic => {
            if word == "الله" {
                return word;
            }
            for (article, least) in [("وال", 3), ("بال", 3), ("فال", 3), ("كال", 3), ("ولل", 3), ("ال", 2), ("لل", 2)] {
                if let Some(rest) = word.strip_prefix(article)
                    && rest.chars().count() >= least
                {
                    return rest;
                }
            }
            word
        }
        Script::Latin => {
            let rest = match word.as_bytes() {
                // Ennour, Essalam: only the article begins so.
                [b'e', a, b, _, _, ..] if a == b && matches!(a, b's' | b'd' | b'n' | b'r' | b'z' | b't') => word.get(2..),
                [b'e', b'c' | b's', b'h', b'c' | b's', b'h', _, ..] => word.get(3..),
                [b'e', b'l', b, ..] if word.len() >= 6 && !matches!(b, b'e' | b'i') && !alone => word.get(2..),
                _ => None,
            };
            rest.unwrap_or(word)
        }
        Script::Other => word,
    }
}

/// Words that say that it is an association, and the small words of grammar.
pub(super) fn is_empty_word(word: &str) -> bool {
    const EMPTY: &[&str] = &[
        "association",
        "associations",
        "associatif",
        "associative",
        "assoc",
        "asso",
        "ass",
        "asociation",
        "associacion",
        "جمعيه",
        "جمعيات",
        "جمعيت",
        "لجمعيه",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "of",
        "the",
        "for",
        "pour",
        "et",
        "and",
        "en",
        "a",
        "au",
        "aux",
        "dans",
        "par",
        "sur",
        "wa",
        "w",
        "fi",
        "li",
        "lil",
        "و",
        "في",
        "من",
        "الي",
        "عن",
        "ل",
        "ب",
        "ذات",
    ];
    EMPTY.contains(&word) || is_djamia(word)
}

/// `djamia`, `djam3iat`, `jamiyya`, `djemiet` and what else people make of جمعية.
fn is_djamia(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('d').unwrap_or(word).strip_prefix('j') else {
        return false;
    };
    let Some(rest) = rest.strip_prefix(['a', 'e']).and_then(|rest| rest.strip_prefix('m')) else {
        return false;
    };
    let rest = rest.strip_prefix('m').unwrap_or(rest);
    let rest = rest.strip_prefix(['3', 'a']).unwrap_or(rest);
    rest.starts_with(['i', 'y']) && rest.len() >= 2 && rest.bytes().all(|b| matches!(b, b'i' | b'y' | b'a' | b'e' | b't' | b'h'))
}

/// Everyday words of the field, which many associations have in their names.
pub(super) fn is_common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "artisan",
        "artisans",
        "artisane",
        "artisanes",
        "artisanat",
        "artisanal",
        "artisanale",
        "artisanales",
        "artisanaux",
        "traditionnel",
        "traditionnels",
        "traditionnelle",
        "traditionnelles",
        "craft",
        "crafts",
        "craftsmen",
        "craftswomen",
        "handicraft",
        "handicrafts",
        "traditional",
        "metier",
        "metiers",
        "art",
        "arts",
        "professionnel",
        "professionnelle",
        "professionnels",
        "professional",
        "culturel",
        "culturelle",
        "cultural",
        "culture",
        "local",
        "locale",
        "national",
        "nationale",
        "wilaya",
        "commune",
        "communale",
        "developpement",
        "development",
        "promotion",
        "protection",
        "sauvegarde",
        "preservation",
        "patrimoine",
        "heritage",
        "tourisme",
        "tourism",
        "production",
        "حرفي",
        "حرفيين",
        "حرفيون",
        "حرفيات",
        "حرفيه",
        "حرف",
        "حرفه",
        "صناعه",
        "صناعات",
        "تقليدي",
        "تقليديه",
        "تقليديين",
        "مهنيه",
        "مهني",
        "مهن",
        "ثقافيه",
        "ثقافي",
        "ثقافه",
        "ولائيه",
        "ولايه",
        "بلديه",
        "محليه",
        "محلي",
        "وطنيه",
        "تنميه",
        "لتنميه",
        "ترقيه",
        "لترقيه",
        "حمايه",
        "لحمايه",
        "محافظه",
        "للمحافظه",
        "تراث",
        "سياحه",
        "سياحيه",
        "انتاج",
        "لانتاج",
        "فنون",
        "فن",
        "يدويه",
        "فنيه",
    ];
    COMMON.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_elisions_come_off_in_both_scripts() {
        for (name, words) in [
            ("جمعية النور", &["جمعيه", "نور"][..]),
            ("الفخار والزرابي", &["فخار", "زرابي"]),
            ("للصناعة", &["صناعه"]),
            ("عبد الله", &["عبد", "الله"]),
            ("والي ألف", &["والي", "الف"]),
            ("El-Assala", &["assala"]),
            ("Es-Sebt", &["sebt"]),
            ("Ech-Cheliff", &["cheliff"]),
            ("Ennour, Essalam", &["nour", "salam"]),
            ("L'artisanat d’Alger", &["artisanat", "alger"]),
            ("M'Sila", &["msila"]),
            ("Jam'iyat", &["jamiyat"]),
            ("En route", &["en", "route"]),
            ("Al", &["al"]),
        ] {
            assert_eq!(split(name), words, "{name}");
        }
    }

    #[test]
    fn the_word_association_is_known_in_its_many_spellings() {
        for word in
            ["djamia", "djamiat", "djam3ia", "jamiyat", "jamiyya", "djemiat", "djamaiat", "djamiyet", "djammia", "جمعيه", "association"]
        {
            assert!(is_empty_word(word), "{word}");
        }
        for word in ["djamila", "djamel", "jamaa", "djamaa", "jami", "djami", "djem", "جامعه"] {
            assert!(!is_empty_word(word), "{word}");
        }
    }

    #[test]
    fn everyday_words_stay_when_nothing_else_is_left() {
        assert_eq!(telling("Association des artisans de Djelfa"), ["djelfa"]);
        assert_eq!(telling("جمعية الحرفيين"), ["حرفيين"]);
        assert_eq!(telling("Association"), Vec::<String>::new());
    }

    #[test]
    fn word_lists_are_folded_or_they_would_never_match() {
        for word in ["جمعية", "ثقافية", "الحرفيات", "Traditionnelles", "Développement", "للمحافظة"] {
            let known = split(word);
            assert!(known.iter().all(|word| is_common(word) || is_empty_word(word)), "{word} {known:?}");
        }
    }
}
