//! Which header means which field.

use strsim::jaro_winkler;
use text::fold;

/// Headers less like a synonym than this are not taken for it.
const LEAST: f64 = 0.86;
/// Shorter words are only taken when they are equal: a letter more or less makes another word of them.
const FUZZY_FROM: usize = 5;

/// A field found for a header.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field<'a> {
    /// The name of the field, as the caller gave it.
    pub name: &'a str,
    /// How sure it is: 1 for a synonym word for word, less for one that is merely like it.
    pub score: f64,
}

/// The language in which headers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    /// Its code in ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

/// Finds the field that each header means, by name or by one of its synonyms.
///
/// Comparison is folded (accents, harakat, case, signs), without articles and without what stands in brackets, as in `Téléphone (fixe) *`. First come equal
/// names, then equal words in any order, then names contained or nearly alike. Every field is given to one header only, the surest
/// first; headers that mean nothing known are `None`.
///
/// ```
/// let fields = [("name_ar", &["الاسم", "اسم الجمعية", "nom"][..]), ("phone", &["الهاتف", "téléphone", "phone"])];
/// let found = tabular::columns::guess(&["رقم", "اسم الجمعيّة", "Telephone :"], &fields);
/// let names: Vec<_> = found.iter().map(|field| field.map(|field| field.name)).collect();
/// assert_eq!(names, [None, Some("name_ar"), Some("phone")]);
/// ```
#[must_use]
pub fn guess<'a, S: AsRef<str>>(headers: &[S], fields: &[(&'a str, &[&str])]) -> Vec<Option<Field<'a>>> {
    let known: Vec<Vec<String>> = fields
        .iter()
        .map(|(name, synonyms)| std::iter::once(name).chain(*synonyms).map(|known| key(known)).filter(|key| !key.is_empty()).collect())
        .collect();
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (column, header) in headers.iter().enumerate() {
        let header = key(header.as_ref());
        if header.is_empty() {
            continue;
        }
        for (field, keys) in known.iter().enumerate() {
            let score = keys.iter().map(|known| likeness(&header, known)).fold(0.0, f64::max);
            if score >= LEAST {
                candidates.push((score, column, field));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut found: Vec<Option<Field<'a>>> = headers.iter().map(|_| None).collect();
    let mut taken = vec![false; fields.len()];
    for (score, column, field) in candidates {
        if let (Some(place @ None), Some(taken @ false), Some((name, _))) = (found.get_mut(column), taken.get_mut(field), fields.get(field))
        {
            *place = Some(Field { name, score });
            *taken = true;
        }
    }
    found
}

/// The language of most headers; `None` when they are no words of any, as the keys of NDJSON.
#[must_use]
pub fn language<S: AsRef<str>>(headers: &[S]) -> Option<Language> {
    let (mut arabic, mut french, mut english) = (0_usize, 0_usize, 0_usize);
    for header in headers {
        let header = header.as_ref();
        let letters = header.chars().filter(|c| c.is_alphabetic()).count();
        let arabic_letters = header.chars().filter(|c| matches!(c, '\u{0620}'..='\u{06FF}')).count();
        if arabic_letters * 2 > letters {
            arabic += 1;
            continue;
        }
        let words = fold(header);
        let has = |known: &[&str]| words.split(' ').any(|word| known.contains(&word));
        if header.contains(['é', 'è', 'ê', 'à', 'ç', 'ô', 'î', 'û', 'É', 'È', 'À', 'Ç']) || has(FRENCH) {
            french += 1;
        } else if has(ENGLISH) {
            english += 1;
        }
    }
    // Arabic tables often have a few French headers, hardly ever the other way round.
    [(arabic, Language::Arabic), (french, Language::French), (english, Language::English)]
        .into_iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0)
        .map(|(_, language)| language)
}

const FRENCH: &[&str] = &[
    "nom",
    "prenom",
    "adresse",
    "telephone",
    "tel",
    "portable",
    "courriel",
    "numero",
    "agrement",
    "recepisse",
    "date",
    "lieu",
    "siege",
    "effectif",
    "femmes",
    "hommes",
    "jeunes",
    "adherents",
    "membres",
    "fondation",
    "creation",
    "daira",
    "secteur",
    "activite",
    "niveau",
    "statut",
    "sigle",
    "president",
    "presidente",
    "de",
    "du",
    "des",
    "le",
    "la",
    "les",
];
const ENGLISH: &[&str] = &[
    "name",
    "address",
    "phone",
    "mobile",
    "email",
    "mail",
    "number",
    "receipt",
    "founded",
    "date",
    "seat",
    "members",
    "women",
    "men",
    "youth",
    "sector",
    "activity",
    "level",
    "status",
    "acronym",
    "president",
    "of",
    "the",
    "in",
];

/// Folded, without brackets and without Arabic articles.
fn key(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut depth = 0_usize;
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    // A header that stands in brackets as a whole is the header.
    let folded = fold(if plain.trim().is_empty() { name } else { &plain });
    let words = folded.split(' ').map(|word| word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(word));
    words
        .filter(|word| !matches!(*word, "l" | "d" | "de" | "du" | "des" | "la" | "le" | "les" | "of" | "the"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn likeness(header: &str, known: &str) -> f64 {
    if header == known {
        return 1.0;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (sorted(header), sorted(known));
    if a == b {
        return 0.97;
    }
    // Everything known stands in the header, which says one word more; a single known word would fit too much.
    if b.len() >= 2 && a.len() == b.len() + 1 && b.iter().all(|word| a.contains(word)) {
        return 0.92;
    }
    let short = header.chars().count().min(known.chars().count()) < FUZZY_FROM;
    // Other words are another thing: "date création" is not "lieu création".
    if short || a.len() != b.len() || !a.iter().zip(&b).all(|(x, y)| alike(x, y)) {
        return 0.0;
    }
    jaro_winkler(header, known) * 0.96
}

fn alike(a: &str, b: &str) -> bool {
    a == b || (a.chars().count().min(b.chars().count()) >= FUZZY_FROM && jaro_winkler(a, b) >= 0.88)
}

fn sorted(words: &str) -> Vec<&str> {
    let mut words: Vec<&str> = words.split(' ').collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIELDS: &[(&str, &[&str])] = &[
        ("name/ar", &["الاسم", "اسم الجمعية", "تسمية الجمعية", "nom en arabe", "name in arabic"]),
        ("name/fr", &["الاسم بالفرنسية", "nom", "nom de l'association", "dénomination", "name in french"]),
        ("commune", &["البلدية", "commune", "municipality"]),
        ("wilaya", &["الولاية", "wilaya", "province"]),
        ("phone", &["الهاتف", "رقم الهاتف", "téléphone", "tél", "n° de téléphone", "phone"]),
        ("founded_on", &["تاريخ التأسيس", "date de création", "date de fondation", "founded"]),
        ("receipt_date", &["تاريخ الوصل", "date du récépissé", "receipt date"]),
        ("members", &["عدد الأعضاء", "عدد المنخرطين", "nombre d'adhérents", "effectif", "members"]),
    ];

    fn names(headers: &[&str]) -> Vec<Option<&'static str>> {
        guess(headers, FIELDS).into_iter().map(|field| field.map(|field| field.name)).collect()
    }

    #[test]
    fn headers_of_chambers_find_their_fields() {
        assert_eq!(
            names(&["الرقم", "اسم الجمعيّة", "البلديه", "الولايــة", "رقم الهاتف", "تاريخ التاسيس", "تاريخ الوصل", "عدد الاعضاء"]),
            [
                None,
                Some("name/ar"),
                Some("commune"),
                Some("wilaya"),
                Some("phone"),
                Some("founded_on"),
                Some("receipt_date"),
                Some("members")
            ]
        );
        assert_eq!(
            names(&["N°", "NOM DE L’ASSOCIATION", "Commune *", "Wilaya", "Tél.", "Date création", "Date de récépissé", "Nbre"]),
            [None, Some("name/fr"), Some("commune"), Some("wilaya"), Some("phone"), Some("founded_on"), Some("receipt_date"), None]
        );
        assert_eq!(
            names(&["Members", "phone (mobile)", "Founded", "name/fr"]),
            [Some("members"), Some("phone"), Some("founded_on"), Some("name/fr")]
        );
        assert_eq!(names(&["Telefone", "Comune", "Denomination"]), [Some("phone"), Some("commune"), Some("name/fr")]);
    }

    #[test]
    fn one_field_goes_to_one_header_the_surest() {
        assert_eq!(names(&["Telephonne", "Téléphone"]), [None, Some("phone")]);
        assert_eq!(names(&["Date", "Date de dissolution", "", "()"]), [None, None, None, None]);
    }

    #[test]
    fn the_language_of_headers_is_told() {
        assert_eq!(language(&["الاسم", "الولاية", "Téléphone"]), Some(Language::Arabic));
        assert_eq!(language(&["Nom", "Wilaya", "Téléphone"]), Some(Language::French));
        assert_eq!(language(&["Name", "Wilaya", "Phone"]), Some(Language::English));
        assert_eq!(language(&["a", "x1", "7"]), None);
    }

    proptest! {
        #[test]
        fn any_headers_get_an_answer_each_and_no_field_twice(headers in prop::collection::vec(any::<String>(), 0..12)) {
            let found = guess(&headers, FIELDS);
            prop_assert_eq!(found.len(), headers.len());
            let mut names: Vec<_> = found.iter().flatten().map(|field| field.name).collect();
            names.sort_unstable();
            prop_assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
