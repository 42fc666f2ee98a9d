//! What a file is, told by its first bytes.

mod encoding;
mod separator;

use thiserror::Error;

pub(crate) use separator::SEPARATOR_LINE;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An Office Open XML workbook.
    Xlsx,
    /// One JSON object on each line, in UTF-8.
    Ndjson,
    /// Separated values.
    Csv(CsvFormat),
}

/// How separated values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvFormat {
    /// The encoding of the file.
    pub encoding: TextEncoding,
    /// The separator: comma, semicolon or tab.
    pub separator: u8,
}

impl Default for CsvFormat {
    fn default() -> Self {
        Self { encoding: TextEncoding::Utf8, separator: b',' }
    }
}

/// An encoding in which spreadsheets here save text. A byte-order mark is taken off in any of the Unicode ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, little-endian: "Unicode text" of spreadsheets.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// The Arabic code page of Windows, which also has the French accents in lower case.
    Windows1256,
    /// The Western European code page of Windows.
    Windows1252,
}

impl TextEncoding {
    /// The name in the WHATWG Encoding Standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.library().name()
    }

    pub(crate) fn library(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1256 => encoding_rs::WINDOWS_1256,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }
}

/// Why a file is no table, as far as its first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FormatProblem {
    /// There are no bytes.
    #[error("the file is empty")]
    Empty,
    /// The old binary workbook, or a workbook locked with a password: both have the same container.
    #[error("this is an old or a password-protected workbook; save it as .xlsx without a password")]
    OldWorkbook,
    /// An OpenDocument spreadsheet.
    #[error("this is an OpenDocument file; save it as .xlsx or as CSV")]
    OpenDocument,
    /// A ZIP archive that is no workbook.
    #[error("this is an archive, not a workbook")]
    Archive,
    /// A JSON array or another JSON document.
    #[error("one JSON object on each line is expected")]
    JsonDocument,
    /// A page, a letter, a PDF file, a picture or the like.
    #[error("this is no table")]
    OtherDocument,
    /// Bytes that are text in no known encoding.
    #[error("this is not text")]
    Binary,
}

impl FormatProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "file_empty",
            Self::OldWorkbook => "file_old_or_locked_workbook",
            Self::OpenDocument => "file_open_document",
            Self::Archive => "file_archive",
            Self::JsonDocument => "file_json_document",
            Self::OtherDocument => "file_no_table",
            Self::Binary => "file_binary",
        }
    }
}

/// Tells the format of a file by its first bytes; 64 KiB are plenty, and fewer do.
///
/// The content decides. The name only helps where the content is open: `.tsv` for a table of one column, `.ndjson` or `.jsonl` for a
/// line that is broken. Windows-1256 and Windows-1252 are told apart by the runs of letters beyond ASCII: Arabic words are made of them,
/// French words have one here and there. (A detector for all the web's encodings was set aside: with two candidates that share
/// their French letters it can only be worse.)
///
/// # Errors
///
/// A [`FormatProblem`] that says what the file is instead.
pub fn sniff(head: &[u8], file_name: Option<&str>) -> Result<Format, FormatProblem> {
    let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    if head.is_empty() {
        return Err(FormatProblem::Empty);
    }
    if head.starts_with(b"PK\x03\x04") {
        return archive(head, &extension);
    }
    if head.starts_with(b"PK\x05\x06") {
        return Err(FormatProblem::Archive);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(FormatProblem::OldWorkbook);
    }
    let (encoding, bom) = encoding::detect(head)?;
    let text = head.get(bom..).unwrap_or_default();
    let (decoded, _) = encoding.library().decode_without_bom_handling(text);
    let start = decoded.trim_start();
    if start.is_empty() {
        return Err(FormatProblem::Empty);
    }
    let lower: String = start.chars().take(16).collect::<String>().to_ascii_lowercase();
    if ["<!doctype", "<html", "<?xml", "%pdf-", "{\\rtf", "<table", "<?php", "%!ps", "gif8"].iter().any(|mark| lower.starts_with(mark)) {
        return Err(FormatProblem::OtherDocument);
    }
    if matches!(extension.as_str(), "ndjson" | "jsonl") && encoding == TextEncoding::Utf8 && !start.starts_with('[') {
        return Ok(Format::Ndjson);
    }
    if start.starts_with('{') {
        let first = start.lines().next().unwrap_or_default();
        let whole = start.len() > first.len();
        return match (encoding, serde_json::from_str::<serde::de::IgnoredAny>(first)) {
            (TextEncoding::Utf8, Ok(_)) => Ok(Format::Ndjson),
            // A first line longer than the head.
            (TextEncoding::Utf8, Err(problem)) if problem.is_eof() && !whole => Ok(Format::Ndjson),
            _ => Err(FormatProblem::JsonDocument),
        };
    }
    if start.starts_with('[') && extension.contains("json") {
        return Err(FormatProblem::JsonDocument);
    }
    let separator = separator::detect(&decoded).unwrap_or(if matches!(extension.as_str(), "tsv" | "tab") { b'\t' } else { b',' });
    Ok(Format::Csv(CsvFormat { encoding, separator }))
}

/// A ZIP archive: the names of its first parts tell what it is; opening it tells for certain.
fn archive(head: &[u8], extension: &str) -> Result<Format, FormatProblem> {
    let has = |needle: &[u8]| memchr::memmem::find(head, needle).is_some();
    if has(b"mimetypeapplication/vnd.oasis.opendocument") {
        Err(FormatProblem::OpenDocument)
    } else if has(b"word/document.xml") || has(b"ppt/presentation.xml") {
        Err(FormatProblem::OtherDocument)
    } else if has(b"xl/") || has(b"[Content_Types].xml") {
        Ok(Format::Xlsx)
    } else if matches!(extension, "xlsx" | "xlsm") && head.len() < 1 << 12 {
        // Cut off: opening it will say so.
        Ok(Format::Xlsx)
    } else {
        Err(FormatProblem::Archive)
    }
}

#[cfg(test)]
mod tests;
