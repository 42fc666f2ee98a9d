//! Text of any known encoding as UTF-8, chunk by chunk.

use crate::TextEncoding;
use encoding_rs::Decoder;
use std::io::{ErrorKind, Read};

const RAW: usize = 64 << 10;

/// Decodes a file into UTF-8 without byte-order mark, with `\n` for every line end and one more at the end of the file.
///
/// Bytes that are wrong in the encoding become U+FFFD, so that the cell that holds them can be named later.
pub(super) struct Utf8Chunks {
    source: Box<dyn Read + Send>,
    decoder: Decoder,
    raw: Vec<u8>,
    out: Vec<u8>,
    after_cr: bool,
    ended: bool,
}

impl Utf8Chunks {
    pub(super) fn new(source: Box<dyn Read + Send>, encoding: TextEncoding) -> Self {
        let decoder = encoding.library().new_decoder_with_bom_removal();
        Self { source, decoder, raw: vec![0; RAW], out: Vec::new(), after_cr: false, ended: false }
    }

    /// The next piece of text; `None` at the end.
    pub(super) fn next_chunk(&mut self, out: &mut Vec<u8>) -> std::io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let read = loop {
            match self.source.read(&mut self.raw) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        let last = read == 0;
        let raw = self.raw.get(..read).unwrap_or_default();
        let room = self.decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len().saturating_mul(3) + 16);
        self.out.resize(room, 0);
        let (_, _, written, _) = self.decoder.decode_to_utf8(raw, &mut self.out, last);
        out.clear();
        self.push_lines(written, out);
        if last {
            self.ended = true;
            out.push(b'\n');
        }
        Ok(true)
    }

    /// Appends decoded text with `\r\n` and `\r` as `\n`.
    fn push_lines(&mut self, written: usize, out: &mut Vec<u8>) {
        let mut rest = self.out.get(..written).unwrap_or_default();
        if self.after_cr && !rest.is_empty() {
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            self.after_cr = false;
        }
        while let Some(at) = memchr::memchr(b'\r', rest) {
            let (line, tail) = rest.split_at(at);
            out.extend_from_slice(line);
            out.push(b'\n');
            rest = tail.get(1..).unwrap_or_default();
            if rest.is_empty() {
                self.after_cr = true;
            }
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
        out.extend_from_slice(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, to try every cut.
    struct Drip(std::collections::VecDeque<u8>);
    impl Read for Drip {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            Ok(match (self.0.pop_front(), buffer.first_mut()) {
                (Some(byte), Some(place)) => {
                    *place = byte;
                    1
                }
                _ => 0,
            })
        }
    }

    fn decoded(bytes: &[u8], encoding: TextEncoding) -> String {
        let mut chunks = Utf8Chunks::new(Box::new(Drip(bytes.iter().copied().collect())), encoding);
        let (mut all, mut chunk) = (Vec::new(), Vec::new());
        while chunks.next_chunk(&mut chunk).unwrap_or(false) {
            all.extend_from_slice(&chunk);
        }
        String::from_utf8_lossy(&all).into_owned()
    }

    #[test]
    fn line_ends_marks_and_broken_bytes_come_out_the_same_however_the_bytes_arrive() {
        assert_eq!(decoded(b"\xEF\xBB\xBFa\r\nb\rc\n\r\n", TextEncoding::Utf8), "a\nb\nc\n\n\n");
        assert_eq!(decoded("باتنة\r\n".as_bytes(), TextEncoding::Utf8), "باتنة\n\n");
        assert_eq!(decoded(b"a\xFFb", TextEncoding::Utf8), "a\u{fffd}b\n");
        assert_eq!(decoded(&[0xFF, 0xFE, 0x28, 0x06, 0x0D, 0, 0x0A, 0], TextEncoding::Utf16Le), "ب\n\n");
        assert_eq!(decoded(&[0xC8, 0xE9], TextEncoding::Windows1256), "بé\n");
        assert_eq!(decoded(&[], TextEncoding::Utf8), "\n");
    }
}
