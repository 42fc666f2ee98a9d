//! Words for the fields that take one value of a list, in Arabic, French and English.

use crate::resources::associations::{Gender, Kind, LegalRegime, Level};

/// Words of a list, folded; the value's own code comes first.
type Words<T> = &'static [(T, &'static [&'static str])];

const LEVELS: Words<Level> = &[
    (Level::Communal, &["communal", "بلديه", "محليه", "بلدي", "محلي", "communale", "commune", "local", "locale"]),
    (Level::Wilaya, &["wilaya", "ولاييه", "ولايي", "ولايه", "wilayale", "de wilaya", "provincial", "provinciale"]),
    (
        Level::InterWilaya,
        &[
            "inter wilaya",
            "ما بين الولايات",
            "بين الولايات",
            "جهويه",
            "جهوي",
            "inter wilayas",
            "interwilayas",
            "interwilaya",
            "regional",
            "regionale",
        ],
    ),
    (Level::National, &["national", "وطنيه", "وطني", "nationale"]),
];

const KINDS: Words<Kind> = &[
    (
        Kind::Professional,
        &["professional", "مهنيه", "مهني", "حرفيه", "حرفي", "professionnelle", "professionnel", "craft", "artisanale", "artisanat"],
    ),
    (Kind::Cultural, &["cultural", "ثقافيه", "ثقافي", "تراثيه", "culturelle", "culturel", "culture", "patrimoine", "heritage"]),
    (Kind::Women, &["women", "نسويه", "نسوي", "نساييه", "المراه", "feminine", "feminin", "femmes", "femme", "woman"]),
    (Kind::Youth, &["youth", "شبابيه", "شبابي", "شبانيه", "الشباب", "شباب", "jeunes", "jeunesse", "juvenile", "young people"]),
    (Kind::Other, &["other", "اخري", "غير ذلك", "autre", "autres", "divers"]),
];

const REGIMES: Words<LegalRegime> = &[
    (
        LegalRegime::Law1206,
        &["law 12 06", "12 06", "06 12", "القانون 12 06", "القانون 06 12", "قانون 12 06", "قانون 06 12", "loi 12 06", "loi n 12 06"],
    ),
    (
        LegalRegime::Law9031,
        &["law 90 31", "90 31", "31 90", "القانون 90 31", "القانون 31 90", "قانون 90 31", "قانون 31 90", "loi 90 31", "loi n 90 31"],
    ),
];

const GENDERS: Words<Gender> = &[
    (Gender::Woman, &["woman", "امراه", "انثي", "اناث", "ا", "سيده", "f", "femme", "feminin", "female", "w", "mme", "madame"]),
    (Gender::Man, &["man", "رجل", "ذكر", "ذكور", "ذ", "سيد", "m", "h", "homme", "masculin", "male", "mr", "monsieur"]),
];

const YES_NO: Words<bool> = &[
    (true, &["yes", "نعم", "oui", "true", "vrai", "1", "x", "ok", "موافق", "صحيح"]),
    (false, &["no", "لا", "non", "false", "faux", "0", "غير موافق", "خطا"]),
];

fn find<T: Copy>(words: Words<T>, shown: &str, typed: &str) -> Result<T, String> {
    let folded = text::fold(typed);
    let plain = folded.strip_prefix("ال").unwrap_or(&folded);
    let found = words.iter().find(|(_, names)| names.iter().any(|name| *name == folded || *name == plain));
    found.map(|(value, _)| *value).ok_or_else(|| shown.to_owned())
}

macro_rules! readers {
    ($($(#[$about:meta])* $name:ident: $kind:ty = $words:ident, $shown:literal;)+) => {$(
        $(#[$about])*
        ///
        /// # Errors
        /// Words that would be understood.
        pub fn $name(typed: &str) -> Result<$kind, String> { find($words, $shown, typed) }
    )+};
}
readers! {
    /// A level.
    level: Level = LEVELS, "بلدية communal, ولائية wilaya, ما بين الولايات inter_wilaya, وطنية national";
    /// What an association is for.
    kind: Kind = KINDS, "مهنية professional, ثقافية cultural, نسوية women, شبابية youth, أخرى other";
    /// A law.
    regime: LegalRegime = REGIMES, "12-06, 90-31";
    /// A gender.
    gender: Gender = GENDERS, "امرأة woman, رجل man";
    /// Yes or no.
    yes_no: bool = YES_NO, "نعم yes, لا no";
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_of_three_languages_mean_the_same() {
        for typed in ["ولائية", "الولائية", "Wilaya", "WILAYALE", "wilaya"] {
            assert_eq!(level(typed), Ok(Level::Wilaya), "{typed}");
        }
        for typed in ["ما بين الولايات", "Inter-wilayas", "inter_wilaya", "Régionale"] {
            assert_eq!(level(typed), Ok(Level::InterWilaya), "{typed}");
        }
        for (typed, expected) in [("نسوية", Kind::Women), ("Féminine", Kind::Women), ("مهنيّة", Kind::Professional), ("Autre", Kind::Other)]
        {
            assert_eq!(kind(typed), Ok(expected), "{typed}");
        }
        assert_eq!(regime("القانون رقم"), Err("12-06, 90-31".into()));
        assert_eq!((regime("Loi 90-31"), regime("٠٦-١٢")), (Ok(LegalRegime::Law9031), Ok(LegalRegime::Law1206)));
        assert_eq!((gender("أنثى"), gender("H"), yes_no("نعم"), yes_no("Non")), (Ok(Gender::Woman), Ok(Gender::Man), Ok(true), Ok(false)));
    }

    #[test]
    fn every_code_is_a_word_and_every_word_is_folded_and_means_one_thing() {
        for value in Level::ALL {
            assert_eq!(level(value.as_str()), Ok(*value));
        }
        for value in Kind::ALL {
            assert_eq!(kind(value.as_str()), Ok(*value));
        }
        for value in LegalRegime::ALL {
            assert_eq!(regime(value.as_str()), Ok(*value));
        }
        for value in Gender::ALL {
            assert_eq!(gender(value.as_str()), Ok(*value));
        }
        fn once<T>(words: Words<T>) {
            let mut all: Vec<&str> = words.iter().flat_map(|(_, names)| names.iter().copied()).collect();
            assert!(all.iter().all(|word| text::fold(word) == *word), "{all:?}");
            all.sort_unstable();
            assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
        }
        once(LEVELS);
        once(KINDS);
        once(REGIMES);
        once(GENDERS);
        once(YES_NO);
    }
}
