//! From letters to sound classes, for folded words of both scripts.
//!
//! Consonants are the classes listed at [`super::skeleton`]; vowels are `a`, `i`, `o` (long ones in Arabic), and `w`, `y` at the beginning
//! of a word before a vowel. Digits and letters of other scripts stand for themselves.

/// The script of a word, by its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Arabic letters.
    Arabic,
    /// Latin letters.
    Latin,
    /// Digits and all else.
    Other,
}

/// The script of a folded word.
pub(super) fn script(word: &str) -> Script {
    match word.chars().find(|c| !c.is_ascii_digit()) {
        Some('\u{0600}'..='\u{06FF}') => Script::Arabic,
        Some('a'..='z') => Script::Latin,
        _ => Script::Other,
    }
}

/// The sounds of one folded word, adjacent equal vowels once.
pub(super) fn phonemes(word: &str) -> String {
    let mut sounds = match script(word) {
        Script::Arabic => arabic(word),
        Script::Latin => latin(word),
        Script::Other => word.to_owned(),
    };
    // A final h is ta marbuta or silent, and nobody agrees on writing it.
    if sounds.len() > 1 && sounds.ends_with('h') {
        sounds.pop();
    }
    sounds
}

/// Long and short vowels are one; two consonants of one class may well be two letters, as in غرداية.
fn push(sound: char, out: &mut String) {
    if !(matches!(sound, 'a' | 'i' | 'o') && out.ends_with(sound)) {
        out.push(sound);
    }
}

fn arabic(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let first = out.is_empty();
        let last = letters.peek().is_none();
        let sound = match letter {
            'ا' | 'ع' => 'a',
            'و' if first => 'w',
            'و' => 'o',
            'ي' if first => 'y',
            'ي' => 'i',
            'ه' if last && !first => 'a',
            'ب' => 'b',
            'ت' | 'ث' | 'ط' => 't',
            'ج' => 'j',
            'ح' | 'ه' => 'h',
            'خ' => 'x',
            'د' | 'ذ' | 'ض' | 'ظ' => 'd',
            'ر' | 'غ' => 'r',
            'ز' => 'z',
            'س' | 'ص' => 's',
            'ش' => 'c',
            'ف' => 'f',
            'ق' | 'ك' => 'k',
            'ل' => 'l',
            'م' => 'm',
            'ن' => 'n',
            other => other,
        };
        push(sound, &mut out);
    }
    out
}

fn latin(word: &str) -> String {
    let word = construct_state(word).as_bytes();
    let at = |i: usize| word.get(i).copied().unwrap_or(0);
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut out = String::with_capacity(word.len());
    let mut i = 0;
    while i < word.len() {
        let (next, first) = (at(i + 1), i == 0);
        let (sound, length) = match at(i) {
            // A doubled letter is read once, by its last occurrence, so that cch and gge come out right.
            b if b == next && !vowel(b) && !b.is_ascii_digit() => {
                i += 1;
                continue;
            }
            b's' if next == b'c' && at(i + 2) == b'h' => ('c', 3),
            b'c' | b's' if next == b'h' => ('c', 2),
            b'k' if next == b'h' => ('x', 2),
            b'g' | b'r' if next == b'h' => ('r', 2),
            b'd' if next == b'h' => ('d', 2),
            b't' if next == b'h' => ('t', 2),
            b'p' if next == b'h' => ('f', 2),
            b'd' if next == b'j' => ('j', 2),
            b'c' if matches!(next, b'k' | b'q') => ('k', 2),
            b'c' if matches!(next, b'e' | b'i' | b'y') => ('s', 1),
            b'g' if next == b'u' && vowel(at(i + 2)) => ('k', 2),
            b'g' if matches!(next, b'e' | b'i' | b'y') => ('j', 1),
            b'q' if next == b'u' => ('k', 2),
            b'c' | b'g' | b'q' | b'k' => ('k', 1),
            b'x' => {
                push('k', &mut out);
                ('s', 1)
            }
            b'v' | b'f' => ('f', 1),
            b'p' | b'b' => ('b', 1),
            b'o' if next == b'u' && first && vowel(at(i + 2)) => ('w', 2),
            b'o' if next == b'u' => ('o', 2),
            b'w' if first => ('w', 1),
            b'o' | b'u' | b'w' => ('o', 1),
            b'y' if first && vowel(next) => ('y', 1),
            b'i' | b'y' => ('i', 1),
            b'a' | b'e' => ('a', 1),
            b if b.is_ascii() => (char::from(b), 1),
            // A letter of another script inside a Latin word: no sound.
            _ => {
                i += 1;
                continue;
            }
        };
        push(sound, &mut out);
        i += length;
    }
    out
}

/// `Zaouiet`, `Djamiyat`: the t of ta marbuta, heard before another noun.
fn construct_state(word: &str) -> &str {
    let construct = word.len() >= 5 && ["iet", "iat", "yet", "yat"].iter().any(|end| word.ends_with(end));
    if construct { word.strip_suffix('t').unwrap_or(word) } else { word }
}

/// Arabic letters spelled the French-Algerian way.
pub(super) fn romanise(word: &str, out: &mut String) {
    let mut letters = word.chars().peekable();
    let mut first = true;
    while let Some(letter) = letters.next() {
        let spelled = match letter {
            'ه' if letters.peek().is_none() && !first => {
                if out.ends_with('a') {
                    return;
                }
                "a"
            }
            'ا' | 'ع' => "a",
            'ب' => "b",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "dj",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' => "d",
            'ذ' | 'ض' | 'ظ' => "dh",
            'ر' => "r",
            'ز' => "z",
            'س' | 'ص' => "s",
            'ش' => "ch",
            'غ' => "gh",
            'ف' => "f",
            'ق' => "q",
            'ك' => "k",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' => "ou",
            'ي' => "i",
            other => {
                out.push(other);
                first = false;
                continue;
            }
        };
        out.push_str(spelled);
        first = false;
    }
}
