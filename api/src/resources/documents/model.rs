//! What may be uploaded. Pure.

use image::{ImageFormat, ImageReader, Limits};
use std::io::Cursor;

crate::id_type!(/// A document of a file.
    DocumentId);

crate::text_enum! {
    /// What a document is.
    pub enum DocumentKind {
        /// Receipt of registration.
        Receipt = "receipt",
        /// Statutes.
        Statutes = "statutes",
        /// Minutes of a general assembly or a meeting.
        Minutes = "minutes",
        /// A signed agreement.
        Agreement = "agreement",
        /// An invoice or the receipt of a payment.
        Invoice = "invoice",
        /// A picture of work done.
        Picture = "picture",
        /// Anything else.
        Other = "other",
    }
}

/// A document that can be kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Clean {
    /// Its media type, told by the content.
    pub media_type: &'static str,
    /// The bytes to keep.
    pub bytes: Vec<u8>,
}

/// Longest side of a picture in pixels.
const LONGEST_SIDE: u32 = 12_000;
/// Memory a picture may take when decoded, in bytes.
const DECODED: u64 = 256 << 20;
/// What a PDF of ours has no need for: code, programs, other files.
const REFUSED_IN_PDF: [&[u8]; 5] = [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// Tells a document by its content and cleans it; `None` when it is nothing we keep.
pub fn clean(bytes: &[u8]) -> Option<Clean> {
    if bytes.starts_with(b"%PDF-") {
        return is_plain_pdf(bytes).then(|| Clean { media_type: "application/pdf", bytes: bytes.to_vec() });
    }
    let (format, media_type) = match image::guess_format(bytes).ok()? {
        ImageFormat::Png => (ImageFormat::Png, "image/png"),
        ImageFormat::Jpeg => (ImageFormat::Jpeg, "image/jpeg"),
        _ => return None,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(DECODED);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let mut anew = Cursor::new(Vec::new());
    match format {
        // JPEG knows no transparency.
        ImageFormat::Jpeg => image::DynamicImage::ImageRgb8(picture.into_rgb8()).write_to(&mut anew, format).ok()?,
        _ => picture.write_to(&mut anew, format).ok()?,
    }
    Some(Clean { media_type, bytes: anew.into_inner() })
}

fn is_plain_pdf(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(5).rposition(|window| window == b"%%EOF") else { return false };
    let tail_is_blank = bytes[end + 5..].iter().all(u8::is_ascii_whitespace);
    let names_nothing_refused = REFUSED_IN_PDF
        .iter()
        .all(|name| !bytes.windows(name.len() + 1).any(|window| window.starts_with(name) && !window[name.len()].is_ascii_alphanumeric()));
    tail_is_blank && names_nothing_refused
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn png() -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(3, 2).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_written_anew_and_loses_what_hangs_on_it() {
        let mut polyglot = png();
        polyglot.extend_from_slice(b"PK\x03\x04<script>alert(1)</script>");
        let clean = clean(&polyglot).unwrap();
        assert_eq!(clean.media_type, "image/png");
        assert!(!clean.bytes.windows(8).any(|window| window == b"<script>"));
    }

    #[test]
    fn a_pdf_is_one_to_its_last_byte_and_brings_no_scripts() {
        assert_eq!(clean(b"%PDF-1.7\n1 0 obj<</JSize 2>>endobj\n%%EOF\n").unwrap().media_type, "application/pdf");
        for bad in [
            &b"%PDF-1.7\n%%EOF\nPK\x03\x04"[..],
            b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF",
            b"%PDF-1.7 without an end",
            b"GIF89a%PDF-1.7\n%%EOF",
        ] {
            assert_eq!(clean(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [&b""[..], b"MZ\x90", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\nbroken"] {
            assert_eq!(clean(bad), None);
        }
    }
}
