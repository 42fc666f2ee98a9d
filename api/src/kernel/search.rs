//! Searching by name in any spelling: what is stored beside a row and what is looked for.

/// What is searched: every spelling, folded, and its consonant skeleton, so that `بوسعادة` meets `bou saada`.
pub fn stored<'a>(spellings: impl IntoIterator<Item = &'a str>) -> String {
    let mut forms: Vec<String> = Vec::new();
    for spelling in spellings {
        for form in [text::fold(spelling), text::names::skeleton(spelling)] {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms.join(" | ")
}

/// The words of a query as they are looked for first.
pub fn words(query: Option<&str>) -> Vec<String> {
    text::search_words(query.unwrap_or_default())
}

/// The consonants of each word, for spellings that share no letters with the stored ones; looked for when nothing was
/// found by the words themselves.
pub fn skeletons(words: &[String]) -> Option<Vec<String>> {
    let skeletons: Vec<String> = words
        .iter()
        .map(|word| (word.chars().count(), text::names::skeleton(word)))
        // Fewer than a third of the letters says nothing: `zzzzqqqq` is no spelling of anything.
        .filter(|(letters, skeleton)| skeleton.chars().count() >= 2 && skeleton.chars().count() * 3 >= *letters)
        .map(|(_, skeleton)| skeleton)
        .collect();
    (!skeletons.is_empty()).then_some(skeletons)
}
