//! Looks an XLSX archive over before anything is built from it.
//!
//! A ZIP archive states the size of its parts and may lie; parts may overlap, there may be millions of them, and a few bytes of
//! XML may cost a reader kilobytes of memory. So every part is inflated once, piece by piece into nothing, and the bytes are
//! counted. The thresholds of ratio and size follow what Apache POI does (`ZipSecureFile`).

use super::ReadSeek;
use crate::{Limits, TableProblem};
use std::io::{Read, SeekFrom};
use zip::ZipArchive;

/// Bytes that each of the small parts may have; readers keep these parts in memory, many times enlarged.
const SMALL_PART: u64 = 4 << 20;
/// Parts smaller than this may inflate as much as they like.
const RATIO_FLOOR: u64 = 1 << 20;
/// Most bytes between two `<`: no cell text needs more, however it is escaped.
const LONGEST_RUN: usize = 1 << 20;
const PIECE: usize = 64 << 10;

/// Checks a whole archive and leaves the source at its beginning.
pub(super) fn check(source: &mut dyn ReadSeek, limits: &Limits) -> Result<(), TableProblem> {
    count_entries(source, limits)?;
    source.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(&mut *source).map_err(damaged)?;
    if archive.len() > limits.zip_entries {
        return Err(TableProblem::TooManyParts { limit: limits.zip_entries });
    }
    if archive.has_overlapping_entries().map_err(damaged)? {
        return Err(TableProblem::Damaged("parts of the archive overlap".to_owned()));
    }
    let mut total = 0_u64;
    let mut piece = vec![0; PIECE];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let kind = Kind::of(&part.name().map_err(damaged)?.to_ascii_lowercase());
        let compressed = part.compressed_size().max(1);
        let (most, mut size) = (kind.most(limits), 0_u64);
        let mut tally = Tally::default();
        loop {
            let read = part.read(&mut piece).map_err(|error| TableProblem::Damaged(error.to_string()))?;
            let Some(bytes) = piece.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
            let length = u64::try_from(read).unwrap_or(u64::MAX);
            size = size.saturating_add(length);
            total = total.saturating_add(length);
            if size > most {
                return Err(TableProblem::TooLarge { limit: most });
            }
            if total > limits.zip_bytes {
                return Err(TableProblem::TooLarge { limit: limits.zip_bytes });
            }
            if size > RATIO_FLOOR && size / compressed > limits.zip_ratio {
                return Err(TableProblem::Ratio { limit: limits.zip_ratio });
            }
            if kind != Kind::Other {
                tally.add(bytes, kind);
            }
            if tally.longest > LONGEST_RUN {
                return Err(TableProblem::Damaged("a single value is longer than a mebibyte".to_owned()));
            }
            if tally.strings > limits.shared_strings {
                return Err(TableProblem::TooManyStrings { limit: limits.shared_strings });
            }
        }
    }
    drop(archive);
    source.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// Counts the headers of the central directory, wherever they are: reading the directory costs memory for each.
fn count_entries(source: &mut dyn ReadSeek, limits: &Limits) -> Result<(), TableProblem> {
    const HEADER: &[u8; 4] = b"PK\x01\x02";
    source.seek(SeekFrom::Start(0))?;
    let mut piece = vec![0; PIECE];
    let (mut kept, mut count) = (0_usize, 0_usize);
    loop {
        let read = source.read(piece.get_mut(kept..).unwrap_or_default())?;
        if read == 0 {
            return Ok(());
        }
        let bytes = piece.get(..kept + read).unwrap_or_default();
        count += memchr::memmem::find_iter(bytes, HEADER).count();
        if count > limits.zip_entries {
            return Err(TableProblem::TooManyParts { limit: limits.zip_entries });
        }
        // A header may lie across the pieces.
        let length = bytes.len();
        kept = (HEADER.len() - 1).min(length);
        piece.copy_within(length - kept..length, 0);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Strings,
    Small,
    Xml,
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        let name = name.trim_start_matches('/');
        if name.ends_with("sharedstrings.xml") {
            Self::Strings
        } else if name.ends_with(".rels")
            || ["styles.xml", "workbook.xml", "[content_types].xml", "metadata.xml"].iter().any(|part| name.ends_with(part))
        {
            Self::Small
        } else if name.ends_with(".xml") || name.contains("worksheets/") {
            Self::Xml
        } else {
            Self::Other
        }
    }

    fn most(self, limits: &Limits) -> u64 {
        match self {
            Self::Strings => limits.shared_string_bytes,
            Self::Small => SMALL_PART,
            Self::Xml | Self::Other => limits.zip_bytes,
        }
    }
}

/// What is counted in the XML of a part.
#[derive(Default)]
struct Tally {
    /// Bytes since the last `<`, and the most there were.
    run: usize,
    longest: usize,
    strings: u64,
    /// The last bytes of the piece before: a tag may lie across.
    tail: Vec<u8>,
}

impl Tally {
    fn add(&mut self, bytes: &[u8], kind: Kind) {
        let mut last = None;
        for at in memchr::memchr_iter(b'<', bytes) {
            let run = last.map_or(self.run + at, |last| at - last);
            self.longest = self.longest.max(run);
            last = Some(at);
        }
        self.run = last.map_or(self.run + bytes.len(), |last| bytes.len() - last);
        self.longest = self.longest.max(self.run);
        if kind == Kind::Strings {
            self.tail.extend_from_slice(bytes);
            let strings = memchr::memmem::find_iter(&self.tail, b"<si").count();
            self.strings += u64::try_from(strings).unwrap_or(u64::MAX);
            let keep = self.tail.len().saturating_sub(2);
            self.tail.drain(..keep);
        }
    }
}

fn damaged(error: zip::result::ZipError) -> TableProblem {
    TableProblem::Damaged(error.to_string())
}
