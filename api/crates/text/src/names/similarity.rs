//! How alike two sets of names are.

use super::phonemes::{Script, phonemes, script};
use super::{push_consonants, words};
use strsim::jaro_winkler;

/// Words less alike than this are different words: Jaro-Winkler gives half a point to any two strings.
const SAME_WORD: f64 = 0.8;
/// What an everyday word counts against a telling one.
const COMMON_WEIGHT: f64 = 0.25;
/// Names written without spaces are compared as one word from this likeness on.
const SAME_WHOLE: f64 = 0.9;

/// All names of one body (Arabic, French, English, older spellings), prepared for comparison.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NameForms {
    forms: Vec<Form>,
    typed: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
struct Form {
    words: Vec<Word>,
    /// The telling words in one, in sound classes.
    whole: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Word {
    folded: String,
    script: Script,
    sounds: String,
    skeleton: String,
    weight: f64,
}

impl NameForms {
    /// Prepares names; empty ones are passed over.
    pub fn new<I, S>(names: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: AsRef<str>,
    {
        let mut prepared = Self::default();
        for name in names {
            let name = name.as_ref();
            let form = Form::new(name);
            if !form.words.is_empty() {
                prepared.forms.push(form);
                prepared.typed.push(name.to_owned());
            }
        }
        prepared
    }

    /// Whether there is nothing to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The names as given.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.typed.iter().map(String::as_str)
    }
}

impl Form {
    fn new(name: &str) -> Self {
        let mut all: Vec<Word> = words::split(name).into_iter().filter(|word| !words::is_empty_word(word)).map(Word::new).collect();
        if all.iter().all(|word| word.weight < 1.0) {
            all.iter_mut().for_each(|word| word.weight = 1.0);
        }
        let whole = all.iter().filter(|word| word.weight >= 1.0).map(|word| word.sounds.as_str()).collect();
        Self { words: all, whole }
    }
}

impl Word {
    fn new(folded: String) -> Self {
        let sounds = phonemes(&folded);
        let mut skeleton = String::new();
        push_consonants(&sounds, &mut skeleton);
        let weight = if words::is_common(&folded) { COMMON_WEIGHT } else { 1.0 };
        Self { script: script(&folded), folded, sounds, skeleton, weight }
    }

    fn is_number(&self) -> bool {
        self.folded.bytes().all(|b| b.is_ascii_digit())
    }
}

/// How alike two bodies are called: 0 (nothing in common) to 1 (the same words in any order).
///
/// The best pair of forms counts, whatever the scripts. Words are matched one to one, in any order, by Jaro-Winkler likeness of
/// their folded letters or of their sounds (see [`super::skeleton`]); everyday words of the field count a quarter; words left over
/// on either side count against (Dice). Numbers match only themselves: `Ennour 2` is not `Ennour 1`. The function is symmetric.
///
/// ```
/// use text::names::{NameForms, similarity};
/// let arabic = NameForms::new(["جمعية الأصالة للصناعة التقليدية"]);
/// let french = NameForms::new(["Association El Assala d'artisanat traditionnel"]);
/// assert!(similarity(&arabic, &french) > 0.9);
/// ```
#[must_use]
pub fn similarity(a: &NameForms, b: &NameForms) -> f64 {
    let pairs = a.forms.iter().flat_map(|one| b.forms.iter().map(move |other| of_forms(one, other)));
    pairs.fold(0.0, f64::max)
}

fn of_forms(a: &Form, b: &Form) -> f64 {
    // Everyday words are translated, not transcribed: across scripts only the telling words can be compared.
    let across = a.words.first().zip(b.words.first()).is_some_and(|(x, y)| x.script != y.script);
    let (left, right) = (weighed(a, across), weighed(b, across));
    let total: f64 = left.iter().chain(&right).map(|word| word.weight).sum();
    if total <= 0.0 {
        return 0.0;
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::with_capacity(left.len() * right.len());
    for (i, one) in left.iter().enumerate() {
        for (j, other) in right.iter().enumerate() {
            let likeness = of_words(one, other);
            if likeness >= SAME_WORD {
                pairs.push((likeness, i, j));
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| (x.1 + x.2).cmp(&(y.1 + y.2))).then_with(|| x.1.min(x.2).cmp(&y.1.min(y.2))));
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    let mut matched = 0.0;
    for (likeness, i, j) in pairs {
        if let (Some(l), Some(r), Some(one), Some(other)) = (used_left.get_mut(i), used_right.get_mut(j), left.get(i), right.get(j))
            && !*l
            && !*r
        {
            (*l, *r) = (true, true);
            matched += likeness * (one.weight + other.weight);
        }
    }
    (matched / total).max(as_one_word(a, b, across || left.len() != right.len()))
}

/// Names taken in one piece, for words that are not parted alike (بوسعادة, `Bou Saâda`) and for short words that are telling only together
/// (سيدي عامر, `Sidi Ameur`); 0 when they are not the same in this sense.
fn as_one_word(a: &Form, b: &Form, written_otherwise: bool) -> f64 {
    if !written_otherwise || numbers(a) != numbers(b) {
        return 0.0;
    }
    let (mut x, mut y) = (String::new(), String::new());
    push_consonants(&a.whole, &mut x);
    push_consonants(&b.whole, &mut y);
    let by_consonants: f64 = match x.len() {
        _ if x != y => 0.0,
        0..=2 => 0.0,
        3 => 0.86,
        _ => 0.93,
    };
    let by_sounds = jaro_winkler(&a.whole, &b.whole) * 0.97;
    // The lengths guard against a name that merely begins like the other.
    let comparable = (x == y && x.len() >= 3) || (x.len().min(y.len()) >= 4 && x.len().abs_diff(y.len()) <= 1);
    if comparable && by_sounds >= SAME_WHOLE { by_consonants.max(by_sounds) } else { by_consonants }
}

fn weighed(form: &Form, telling_only: bool) -> Vec<&Word> {
    form.words.iter().filter(|word| !telling_only || word.weight >= 1.0).collect()
}

fn numbers(form: &Form) -> Vec<&str> {
    let mut found: Vec<&str> = form.words.iter().filter(|word| word.is_number()).map(|word| word.folded.as_str()).collect();
    found.sort_unstable();
    found
}

fn of_words(a: &Word, b: &Word) -> f64 {
    if a.is_number() || b.is_number() {
        return if a.folded == b.folded { 1.0 } else { 0.0 };
    }
    let by_sound = jaro_winkler(&a.sounds, &b.sounds) * 0.98;
    let by_consonants = if a.skeleton.is_empty() || b.skeleton.is_empty() {
        0.0
    } else {
        // Two consonants shared are chance, five are the same word.
        let reliability = match a.skeleton.len().min(b.skeleton.len()) {
            0 | 1 => 0.6,
            2 => 0.78,
            3 => 0.9,
            _ => 0.96,
        };
        jaro_winkler(&a.skeleton, &b.skeleton) * reliability
    };
    match (a.script, b.script) {
        // In one script letters speak first; ص for س or a missing vowel weighs a little.
        (Script::Arabic, Script::Arabic) | (Script::Latin, Script::Latin) => {
            jaro_winkler(&a.folded, &b.folded).max(by_sound * 0.97).max(by_consonants * 0.9)
        }
        (Script::Other, _) | (_, Script::Other) => jaro_winkler(&a.folded, &b.folded),
        _ => by_sound.max(by_consonants),
    }
}
