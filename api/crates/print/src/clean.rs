//! What people wrote, made fit for a page.

use serde_json::Value;

/// A word longer than this may be broken anywhere.
const LONG: usize = 40;
/// How often a long word may be broken, in characters.
const EVERY: usize = 16;
/// Where a line may end without a mark.
const BREAK: char = '\u{200b}';

/// The field of a drawing, which is no text: it is read by the reader of drawings, and a break inside would spoil it.
const DRAWING: &str = "qr";

/// Cleans every text of a document's data; names of fields are the program's own.
pub fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = breakable(&plain(text)),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(fields) => fields.iter_mut().filter(|(name, _)| *name != DRAWING).for_each(|(_, value)| clean(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Without controls. Those of direction go because they would turn what follows; the templates isolate each text by themselves.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some('\n'),
            '\t' => Some(' '),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            // Where a word may be broken is said below; the byte order mark and the object mark stand for nothing.
            BREAK | '\u{feff}' | '\u{fffc}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// With places to break in words that may be longer than a line.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if word.trim_end().chars().count() <= LONG {
            out.push_str(word);
            continue;
        }
        for (place, c) in word.chars().enumerate() {
            if place > 0 && place % EVERY == 0 {
                out.push(BREAK);
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn controls_of_direction_go_and_what_joins_letters_stays() {
        let mut value = json!({ "name": "\u{202e}نول\u{2069} و\u{200c}خيط\u{0}\r\nسطر\tثان", "list": ["\u{feff}a"] });
        clean(&mut value);
        assert_eq!(value, json!({ "name": "نول و\u{200c}خيط\nسطر ثان", "list": ["a"] }));
    }

    #[test]
    fn drawings_are_left_alone() {
        let mut value = json!({ "qr": "0".repeat(50), "list": [{ "qr": "a\tb" }] });
        let given = value.clone();
        clean(&mut value);
        assert_eq!(value, given);
    }

    #[test]
    fn long_words_may_be_broken_and_others_are_left_alone() {
        let long = "a".repeat(41);
        assert_eq!(breakable(&long), format!("{0}\u{200b}{0}\u{200b}{1}", "a".repeat(16), "a".repeat(9)));
        let short = format!("{} {}", "b".repeat(40), "ج".repeat(40));
        assert_eq!(breakable(&short), short);
    }
}
