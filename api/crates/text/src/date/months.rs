//! Month names, folded: as used in Algeria (which took them from French), in Egypt, in Morocco, in the Levant, in
//! French and in English, with the usual abbreviations.

const NAMES: &[(&str, u32)] = &[
    ("جانفي", 1),
    ("يناير", 1),
    ("ينار", 1),
    ("كانون الثاني", 1),
    ("janvier", 1),
    ("janv", 1),
    ("jan", 1),
    ("january", 1),
    ("فيفري", 2),
    ("فبراير", 2),
    ("شباط", 2),
    ("fevrier", 2),
    ("fevr", 2),
    ("fev", 2),
    ("february", 2),
    ("feb", 2),
    ("مارس", 3),
    ("اذار", 3),
    ("mars", 3),
    ("march", 3),
    ("mar", 3),
    ("افريل", 4),
    ("ابريل", 4),
    ("نيسان", 4),
    ("avril", 4),
    ("avr", 4),
    ("april", 4),
    ("apr", 4),
    ("ماي", 5),
    ("مايو", 5),
    ("ايار", 5),
    ("mai", 5),
    ("may", 5),
    ("جوان", 6),
    ("يونيو", 6),
    ("يونيه", 6),
    ("حزيران", 6),
    ("juin", 6),
    ("june", 6),
    ("jun", 6),
    ("جويليه", 7),
    ("جويليا", 7),
    ("يوليو", 7),
    ("يوليه", 7),
    ("يوليوز", 7),
    ("تموز", 7),
    ("juillet", 7),
    ("juil", 7),
    ("july", 7),
    ("jul", 7),
    ("اوت", 8),
    ("اغسطس", 8),
    ("غشت", 8),
    ("اب", 8),
    ("aout", 8),
    ("august", 8),
    ("aug", 8),
    ("سبتمبر", 9),
    ("شتنبر", 9),
    ("سبتامبر", 9),
    ("ايلول", 9),
    ("septembre", 9),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("اكتوبر", 10),
    ("تشرين الاول", 10),
    ("octobre", 10),
    ("october", 10),
    ("oct", 10),
    ("نوفمبر", 11),
    ("نونبر", 11),
    ("نوفامبر", 11),
    ("تشرين الثاني", 11),
    ("novembre", 11),
    ("november", 11),
    ("nov", 11),
    ("ديسمبر", 12),
    ("دجنبر", 12),
    ("ديسامبر", 12),
    ("كانون الاول", 12),
    ("decembre", 12),
    ("december", 12),
    ("dec", 12),
    ("yennayer", 1),
    ("furar", 2),
    ("meghres", 3),
    ("yebrir", 4),
    ("mayyu", 5),
    ("yunyu", 6),
    ("yulyu", 7),
];

/// Days of the week and small words that may stand around a date.
const FILLERS: &[&str] = &[
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "الاثنين",
    "الثلاثاء",
    "الثلاثا",
    "الاربعاء",
    "الاربعا",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
    "اثنين",
    "خميس",
    "جمعه",
    "سبت",
    "احد",
    "يوم",
    "في",
    "من",
    "سنه",
    "عام",
    "le",
    "du",
    "of",
    "م",
    "الموافق",
];

/// The month whose name the words begin with, and how many words it takes.
pub(super) fn leading(words: &[&str]) -> Option<(u32, usize)> {
    NAMES
        .iter()
        .filter_map(|(name, month)| {
            let mut length = 0;
            let all = name.split(' ').all(|part| {
                let same = words.get(length) == Some(&part);
                length += 1;
                same
            });
            all.then_some((*month, length))
        })
        .max_by_key(|(_, length)| *length)
}

/// Whether a folded word may be passed over.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_folded_and_told_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (name, month) in super::NAMES.iter().copied() {
            assert_eq!(crate::fold(name), name);
            assert!((1..=12).contains(&month));
            assert!(seen.insert(name), "{name} twice");
        }
    }
}
