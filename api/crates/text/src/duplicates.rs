//! Likely duplicates: which records to compare, and how much speaks for two of them being the same body.
//!
//! [`blocking_keys`] gives short strings to be stored beside each record and indexed; two records that share one are worth
//! comparing, all others are not. [`evidence`] then weighs the pair in the manner of Fellegi and Sunter ("A Theory for Record Linkage",
//! Journal of the American Statistical Association 64, 1969): every fact adds the logarithm of how much likelier it is for two
//! records of one body than for records of two.

use crate::fold;
use crate::names::{NameForms, name_key, similarity, word_keys};
use chrono::{Datelike, NaiveDate};

/// From this score on a pair is worth showing to a person.
pub const LIKELY: f64 = 0.5;

/// Most keys that one record gets.
pub const MOST_KEYS: usize = 32;

/// What is known of a body for telling whether it is already there. Everything is optional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// All its names.
    pub names: NameForms,
    /// Telephone numbers in E.164 form, see [`crate::phone::normalise`].
    pub phones: Vec<String>,
    /// Number of the registration receipt, as written.
    pub receipt_number: Option<String>,
    /// Code of the commune of the seat.
    pub commune: Option<String>,
    /// Code of the wilaya of the seat.
    pub wilaya: Option<String>,
    /// Day of foundation.
    pub founded_on: Option<NaiveDate>,
}

/// A fact that speaks for or against two records being the same body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The names are the same but for spelling.
    SameName,
    /// The names are alike.
    SimilarName,
    /// The names are different.
    DifferentName,
    /// They share a telephone number.
    SamePhone,
    /// They have the same receipt number.
    SameReceiptNumber,
    /// They have different receipt numbers.
    DifferentReceiptNumber,
    /// Their seats are in the same commune.
    SameCommune,
    /// Their seats are in the same wilaya.
    SameWilaya,
    /// Their seats are in different wilayas.
    DifferentWilaya,
    /// They were founded on the same day.
    SameFoundingDate,
    /// They were founded in the same year.
    SameFoundingYear,
    /// They were founded more than a year apart.
    DifferentFoundingDate,
}

impl Reason {
    /// A stable name for machines.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SameName => "same_name",
            Self::SimilarName => "similar_name",
            Self::DifferentName => "different_name",
            Self::SamePhone => "same_phone",
            Self::SameReceiptNumber => "same_receipt_number",
            Self::DifferentReceiptNumber => "different_receipt_number",
            Self::SameCommune => "same_commune",
            Self::SameWilaya => "same_wilaya",
            Self::DifferentWilaya => "different_wilaya",
            Self::SameFoundingDate => "same_founding_date",
            Self::SameFoundingYear => "same_founding_year",
            Self::DifferentFoundingDate => "different_founding_date",
        }
    }

    /// Whether the fact speaks for a duplicate.
    #[must_use]
    pub fn speaks_for(self) -> bool {
        !matches!(self, Self::DifferentName | Self::DifferentReceiptNumber | Self::DifferentWilaya | Self::DifferentFoundingDate)
    }
}

/// What speaks for and against two records being the same body.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateEvidence {
    /// Probability-like score from 0 to 1; [`LIKELY`] and more is worth showing.
    pub score: f64,
    /// How alike the names are, from 0 to 1, see [`similarity`].
    pub name_similarity: f64,
    /// The facts, strongest for a duplicate first.
    pub reasons: Vec<Reason>,
}

impl DuplicateEvidence {
    /// Whether the pair is worth showing to a person.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        self.score >= LIKELY
    }
}

/// Log-odds, in bits, that two records sharing a blocking key are one body before anything else is known.
const PRIOR: f64 = -6.0;

/// Weighs two records; symmetric.
///
/// Equal names alone reach 0.89; a different wilaya brings that down to 0.33, since النور and الأمل are found everywhere. A
/// shared telephone number alone does not make a duplicate: one president may lead two associations.
#[must_use]
pub fn evidence(a: &Facts, b: &Facts) -> DuplicateEvidence {
    let mut weighed: Vec<(f64, Reason)> = Vec::with_capacity(6);
    let name_similarity = similarity(&a.names, &b.names);
    let mut bits = PRIOR;
    if !a.names.is_empty() && !b.names.is_empty() {
        let reason = match name_similarity {
            s if s >= 0.96 => Reason::SameName,
            s if s >= 0.8 => Reason::SimilarName,
            _ => Reason::DifferentName,
        };
        weighed.push((name_bits(name_similarity), reason));
    }
    if a.phones.iter().any(|phone| b.phones.contains(phone)) {
        weighed.push((7.0, Reason::SamePhone));
    }
    if let (Some(x), Some(y)) = (receipt_key(a), receipt_key(b)) {
        weighed.push(match (x == y, x.len()) {
            (true, 5..) => (9.0, Reason::SameReceiptNumber),
            // Offices count from 1 every year: short numbers recur.
            (true, _) => (4.0, Reason::SameReceiptNumber),
            (false, _) => (-3.0, Reason::DifferentReceiptNumber),
        });
    }
    weighed.extend(place(a, b));
    weighed.extend(foundation(a, b));
    bits += weighed.iter().map(|(weight, _)| weight).sum::<f64>();
    weighed.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| x.1.cmp(&y.1)));
    DuplicateEvidence {
        score: 1.0 / (1.0 + (-bits).exp2()),
        name_similarity,
        reasons: weighed.into_iter().map(|(_, reason)| reason).collect(),
    }
}

/// Bits for a likeness of names: straight lines between points set by hand.
fn name_bits(similarity: f64) -> f64 {
    const POINTS: [(f64, f64); 6] = [(0.0, -7.0), (0.6, -6.0), (0.8, -1.0), (0.88, 4.0), (0.96, 8.0), (1.0, 9.0)];
    let mut bits = -7.0;
    for pair in POINTS.windows(2) {
        if let [(x0, y0), (x1, y1)] = *pair
            && similarity >= x0
        {
            bits = y0 + (y1 - y0) * ((similarity - x0) / (x1 - x0)).min(1.0);
        }
    }
    bits
}

fn place(a: &Facts, b: &Facts) -> Option<(f64, Reason)> {
    if let (Some(x), Some(y)) = (&a.commune, &b.commune)
        && x == y
    {
        return Some((4.0, Reason::SameCommune));
    }
    let (x, y) = a.wilaya.as_ref().zip(b.wilaya.as_ref())?;
    Some(if x == y { (0.5, Reason::SameWilaya) } else { (-4.0, Reason::DifferentWilaya) })
}

fn foundation(a: &Facts, b: &Facts) -> Option<(f64, Reason)> {
    let (x, y) = a.founded_on.zip(b.founded_on)?;
    // 1 January stands for an unknown day.
    let vague = |date: NaiveDate| date.ordinal() == 1;
    match x.signed_duration_since(y).num_days().abs() {
        0 if vague(x) => Some((2.0, Reason::SameFoundingYear)),
        0 => Some((6.0, Reason::SameFoundingDate)),
        _ if x.year() == y.year() => Some((1.0, Reason::SameFoundingYear)),
        1..=366 => None,
        _ => Some((-3.0, Reason::DifferentFoundingDate)),
    }
}

/// Digits and letters of a receipt number, without signs, spaces and leading zeros.
fn receipt_key(facts: &Facts) -> Option<String> {
    let key: String = fold(facts.receipt_number.as_deref()?)
        .split_ascii_whitespace()
        .map(|part| part.trim_start_matches('0'))
        .filter(|part| !matches!(*part, "" | "n" | "no" | "num" | "numero" | "رقم"))
        .collect();
    (!key.is_empty()).then_some(key)
}

/// Keys under which likely duplicates of a record meet: store them, index them, and compare only records that share one.
///
/// At most [`MOST_KEYS`], sorted, without repeats. By kind: `p:` telephone · `r:` receipt number · `f:` commune and day of foundation · `n:` all telling words of a
/// name in sound classes · `o:` the same in alphabetical order · `w:` wilaya and one telling word · `h:` and `t:` wilaya and the
/// first and last three sounds of the name, so that one typing error leaves one of the two whole. Records without a wilaya meet by the
/// other kinds only.
#[must_use]
pub fn blocking_keys(facts: &Facts) -> Vec<String> {
    let mut keys: Vec<String> = facts.phones.iter().map(|phone| format!("p:{phone}")).collect();
    if let Some(receipt) = receipt_key(facts).filter(|receipt| receipt.len() >= 2) {
        keys.push(match (&facts.wilaya, receipt.len()) {
            (Some(wilaya), ..5) => format!("r:{wilaya}:{receipt}"),
            _ => format!("r:{receipt}"),
        });
    }
    if let (Some(commune), Some(day)) = (&facts.commune, facts.founded_on) {
        keys.push(format!("f:{commune}:{day}"));
    }
    for name in facts.names.iter() {
        let key = name_key(name);
        let mut words = word_keys(name);
        if key.is_empty() {
            continue;
        }
        if let Some(wilaya) = &facts.wilaya {
            let sounds: Vec<char> = key.chars().collect();
            if let (Some(head), Some(tail)) = (sounds.first_chunk::<3>(), sounds.last_chunk::<3>()) {
                keys.push(format!("h:{wilaya}:{}", head.iter().collect::<String>()));
                keys.push(format!("t:{wilaya}:{}", tail.iter().collect::<String>()));
            }
            keys.extend(words.iter().map(|word| format!("w:{wilaya}:{word}")));
        }
        words.sort_unstable();
        keys.push(format!("o:{}", words.concat()));
        keys.push(format!("n:{key}"));
    }
    let mut unique: Vec<String> = Vec::with_capacity(keys.len().min(MOST_KEYS));
    for key in keys {
        if unique.len() < MOST_KEYS && !unique.contains(&key) {
            unique.push(key);
        }
    }
    unique.sort_unstable();
    unique
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(name: &str, commune: &str) -> Facts {
        Facts {
            names: NameForms::new([name]),
            commune: Some(commune.to_owned()),
            wilaya: commune.get(..2).map(str::to_owned),
            ..Facts::default()
        }
    }

    fn meet(a: &Facts, b: &Facts) -> bool {
        let keys = blocking_keys(b);
        blocking_keys(a).iter().any(|key| keys.contains(key))
    }

    #[test]
    fn a_chamber_sees_the_association_it_registered_under_another_spelling() {
        for (a, b) in [
            ("جمعية الأصالة للصناعة التقليدية", "Association El Assala pour l'artisanat"),
            ("جمعية زرابي غرداية", "Association Zrabi Ghardaia"),
            ("جمعية أنامل الجنوب", "جمعيّة أنامـل الجنوب"),
            ("جمعية أنامل الجنوب", "جمعية أنانل الجنوب"),
            ("Association Tassili des bijoux", "Association Tasili bijoux"),
        ] {
            let (a, b) = (named(a, "4701"), named(b, "4701"));
            let found = evidence(&a, &b);
            assert!(meet(&a, &b) && found.is_likely(), "{a:?} {b:?} {found:?}");
            assert!(found.reasons.contains(&Reason::SameCommune));
        }
    }

    #[test]
    fn a_common_name_in_another_wilaya_is_no_duplicate() {
        let found = evidence(&named("جمعية النور", "1601"), &named("جمعية النور", "3101"));
        assert!(!found.is_likely(), "{found:?}");
        assert_eq!(found.reasons, [Reason::SameName, Reason::DifferentWilaya]);
        let unplaced = Facts { names: NameForms::new(["Association Ennour"]), ..Facts::default() };
        assert!(evidence(&unplaced, &named("جمعية النور", "1601")).is_likely());
    }

    #[test]
    fn phone_and_receipt_together_outweigh_a_changed_name() {
        let mut a = named("جمعية اليد الذهبية", "0501");
        let mut b = named("جمعية الحرف النبيلة", "0501");
        a.phones = vec!["+213550123456".into()];
        b.phones = vec!["+213661000001".into(), "+213550123456".into()];
        assert!(meet(&a, &b));
        let by_phone = evidence(&a, &b).score;
        assert!(evidence(&a, &b).reasons.starts_with(&[Reason::SamePhone]));
        a.receipt_number = Some("N° 0125/2019".into());
        b.receipt_number = Some("رقم ١٢٥ / ٢٠١٩".into());
        assert!(evidence(&a, &b).is_likely() && evidence(&a, &b).score > by_phone);
        b.receipt_number = Some("126/2019".into());
        assert!(evidence(&a, &b).score < by_phone);
    }

    #[test]
    fn founding_dates_speak_for_and_against() {
        let on = |y, m, d| Facts { founded_on: NaiveDate::from_ymd_opt(y, m, d), ..named("جمعية واحة الحرف", "3001") };
        let same = evidence(&on(2014, 5, 3), &on(2014, 5, 3));
        let year = evidence(&on(2014, 5, 3), &on(2014, 9, 1));
        let other = evidence(&on(2014, 5, 3), &on(2019, 5, 3));
        assert!(same.score > year.score && year.score > other.score);
        assert!(same.reasons.contains(&Reason::SameFoundingDate) && other.reasons.contains(&Reason::DifferentFoundingDate));
        assert!(evidence(&on(2014, 1, 1), &on(2014, 1, 1)).reasons.contains(&Reason::SameFoundingYear));
    }

    #[test]
    fn every_reason_has_its_own_code() {
        let all = [
            Reason::SameName,
            Reason::SimilarName,
            Reason::DifferentName,
            Reason::SamePhone,
            Reason::SameReceiptNumber,
            Reason::DifferentReceiptNumber,
            Reason::SameCommune,
            Reason::SameWilaya,
            Reason::DifferentWilaya,
            Reason::SameFoundingDate,
            Reason::SameFoundingYear,
            Reason::DifferentFoundingDate,
        ];
        let codes: std::collections::BTreeSet<_> = all.iter().map(|reason| reason.code()).collect();
        assert_eq!(codes.len(), all.len());
        assert!(all.iter().all(|reason| reason.speaks_for() != reason.code().starts_with("different")));
    }

    proptest! {
        // Four words in five hold a letter twice, or one that others swallow.
        #![proptest_config(ProptestConfig { max_global_rejects: 20_000, ..ProptestConfig::default() })]

        #[test]
        fn likelier_names_never_lower_the_score(x in 0.0..=1.0_f64, y in 0.0..=1.0_f64) {
            prop_assert!(x > y || name_bits(x) <= name_bits(y));
        }

        #[test]
        fn keys_are_few_sorted_and_told_once(names in prop::collection::vec(any::<String>(), 0..4), wilaya in prop::option::of("[0-9]{2}")) {
            let facts = Facts { names: NameForms::new(&names), wilaya, ..Facts::default() };
            let keys = blocking_keys(&facts);
            prop_assert!(keys.len() <= MOST_KEYS && keys.is_sorted());
            prop_assert!(keys.windows(2).all(|pair| pair[0] != pair[1]));
        }

        #[test]
        fn one_wrong_consonant_still_meets_in_the_wilaya(word in "[bdfhjklmnrstz]{6,9}", at in 0..6_usize) {
            let wrong: String = word.chars().enumerate().map(|(i, c)| if i == at { if c == 'b' { 'z' } else { 'b' } } else { c }).collect();
            let (a, b) = (named(&word, "1601"), named(&wrong, "1601"));
            let distinct = |name: &str| crate::names::skeleton(name).len() == name.len();
            prop_assume!(distinct(&word) && distinct(&wrong));
            prop_assert!(meet(&a, &b), "{:?} {:?}", blocking_keys(&a), blocking_keys(&b));
        }
    }
}
