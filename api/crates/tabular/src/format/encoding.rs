//! The encoding of a text file.

use super::{FormatProblem, TextEncoding};

/// The encoding and the length of its byte-order mark.
pub(super) fn detect(head: &[u8]) -> Result<(TextEncoding, usize), FormatProblem> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(head) {
        let encoding = match encoding.name() {
            "UTF-16LE" => TextEncoding::Utf16Le,
            "UTF-16BE" => TextEncoding::Utf16Be,
            _ => TextEncoding::Utf8,
        };
        return Ok((encoding, length));
    }
    if let Some(encoding) = utf16(head) {
        return Ok((encoding, 0));
    }
    if is_binary(head) {
        return Err(FormatProblem::Binary);
    }
    if is_utf8(head) {
        return Ok((TextEncoding::Utf8, 0));
    }
    Ok((if looks_arabic(head) { TextEncoding::Windows1256 } else { TextEncoding::Windows1252 }, 0))
}

/// UTF-8, but for a character cut off at the end of the head and for a wrong byte here and there, which is then reported in its cell.
fn is_utf8(head: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in head.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let cut = match std::str::from_utf8(head) {
        Ok(_) => return true,
        Err(error) => error.error_len().is_none(),
    };
    cut || good > bad.saturating_mul(20)
}

/// UTF-16 without a mark: in Latin and Arabic text every second byte is 0 or 6 (U+0000-U+00FF, U+0600-U+06FF), and ASCII, with its zeros, is never far.
fn utf16(head: &[u8]) -> Option<TextEncoding> {
    let (mut even, mut odd, mut even_zero, mut odd_zero, mut pairs) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    for pair in head.chunks_exact(2) {
        let [first, second] = *pair else { continue };
        pairs += 1;
        even += usize::from(matches!(first, 0 | 6));
        odd += usize::from(matches!(second, 0 | 6));
        even_zero += usize::from(first == 0);
        odd_zero += usize::from(second == 0);
    }
    let most = |count: usize| pairs > 1 && count * 10 >= pairs * 9;
    if most(odd) && odd_zero > 0 && even_zero * 10 < pairs {
        Some(TextEncoding::Utf16Le)
    } else if most(even) && even_zero > 0 && odd_zero * 10 < pairs {
        Some(TextEncoding::Utf16Be)
    } else {
        None
    }
}

/// Control bytes that no text has, by more than a stray one; a few NULs are left to the cells that hold them.
fn is_binary(head: &[u8]) -> bool {
    let control = head.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    let signature: [&[u8]; 5] = [b"%PDF-", b"\x89PNG", b"\xFF\xD8\xFF", b"\x1F\x8B", b"Rar!"];
    signature.iter().any(|mark| head.starts_with(mark)) || control * 50 > head.len()
}

/// Whether the bytes beyond ASCII stand in runs, as the letters of Arabic words do, rather than alone, as accents do.
fn looks_arabic(head: &[u8]) -> bool {
    let high = head.iter().filter(|b| **b >= 0x80).count();
    let in_runs: usize = head.split(|b| *b < 0x80).map(<[u8]>::len).filter(|length| *length >= 2).sum();
    in_runs * 10 > high * 3
}
