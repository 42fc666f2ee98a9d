//! Names across scripts: the same name in Arabic letters and in the Latin spellings that Algerian offices use.
//!
//! [`skeleton`] is what the two have in common: the consonants, with the letters that transcription confuses put into one
//! class. [`NameForms`] holds all names of one body, prepared once, and [`similarity`] compares two of them.

mod phonemes;
mod similarity;
mod words;

pub use similarity::{NameForms, similarity};

use phonemes::{Script, phonemes, script};

/// Consonants of a name, alike for its Arabic and its Latin spellings; no spaces.
///
/// Articles and elisions are dropped (`ال`, `el`, `es-` before `s`, `l'`), vowels and the letters و and ي as well, doubled letters become one, a final
/// `h` (ta marbuta) falls. Classes: `b` = b p ب · `c` = ch sh ش · `d` = d dh د ذ ض ظ · `f` = f v ph ف · `h` = h ح ه · `j` = j dj soft g ج · `k` = k q hard c
/// and g ق ك · `r` = r gh rh ر غ · `s` = s ç soft c س ص · `t` = t th ت ث ط · `x` = kh خ · `z` · `l` · `m` · `n`.
///
/// ```
/// use text::names::skeleton;
/// assert_eq!(skeleton("تمنراست"), skeleton("Tamanghasset"));
/// assert_eq!(skeleton("بوسعادة"), skeleton("Bou Saâda"));
/// ```
#[must_use]
pub fn skeleton(name: &str) -> String {
    let mut out = String::new();
    for word in words::split(name) {
        push_consonants(&phonemes(&word), &mut out);
    }
    out
}

/// The key under which likely duplicates of a name meet: its [`skeleton`] without the words that say nothing, such as جمعية,
/// `association`, `djamiat`, `de`, `pour`, في, and without the everyday words of the field (`artisanat`, حرف).
///
/// When nothing else is left the everyday words stay.
///
/// ```
/// use text::names::name_key;
/// assert_eq!(name_key("جمعية الأصالة"), name_key("Association El-Assala"));
/// assert_eq!(name_key("Djam'iyat Ennour"), "nr");
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut out = String::new();
    for word in words::telling(name) {
        push_consonants(&phonemes(&word), &mut out);
    }
    out
}

/// The skeletons of the words that tell a name apart, in order; words without consonants are left out.
#[must_use]
pub(crate) fn word_keys(name: &str) -> Vec<String> {
    words::telling(name)
        .iter()
        .map(|word| {
            let mut key = String::new();
            push_consonants(&phonemes(word), &mut key);
            key
        })
        .filter(|key| !key.is_empty())
        .collect()
}

/// Arabic letters in the French-Algerian manner (`ش` → `ch`, `ج` → `dj`, `خ` → `kh`, `غ` → `gh`, `و` → `ou`); Latin words folded.
///
/// Arabic writes no short vowels and neither does the result: تمنراست becomes `tmnrast`. Good for addresses of pages and as a
/// first proposal in a form, not as a name.
///
/// ```
/// assert_eq!(text::names::transliterate("جمعية النور"), "djmaia alnour");
/// ```
#[must_use]
pub fn transliterate(name: &str) -> String {
    let folded = crate::fold(name);
    let mut out = String::with_capacity(folded.len());
    for (index, word) in folded.split_ascii_whitespace().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        if script(word) == Script::Arabic { phonemes::romanise(word, &mut out) } else { out.push_str(word) }
    }
    out
}

/// Appends the consonants of a phoneme string, adjacent equals once.
fn push_consonants(phonemes: &str, out: &mut String) {
    for c in phonemes.chars().filter(|c| !matches!(c, 'a' | 'i' | 'o' | 'w' | 'y')) {
        if !out.ends_with(c) || c.is_ascii_digit() {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests;
