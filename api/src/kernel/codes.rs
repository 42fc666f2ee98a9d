//! Codes that people read and type: digits and letters that are not taken for one another (Crockford's base 32).

/// The letters.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// So many letters, five bits each, from the first of some bytes on; at most twelve.
#[must_use]
pub fn code(bytes: &[u8], length: usize) -> String {
    let bits = bytes.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    (0..length.min(12)).map(|place| char::from(LETTERS[usize::try_from(bits >> (5 * place) & 31).unwrap_or_default()])).collect()
}

/// A code as it is kept: without what people put between, in capitals, letters that look like digits as digits.
#[must_use]
pub fn typed(code: &str) -> String {
    let kept = code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    kept.map(|letter| match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
    .collect()
}

/// A code as people read it: in groups of so many letters.
#[must_use]
pub fn grouped(code: &str, size: usize) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(size.max(1)).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code(&[7, 200, 3, 4, 5, 6, 70, 8], 12);
        assert_eq!(code.len(), 12);
        assert_eq!(grouped(&code, 4).len(), 14);
        assert_eq!(typed(&format!(" {} ", grouped(&code, 4).to_lowercase())), code);
        assert_eq!(typed("o-i l"), "011");
    }
}
