//! Separated values (RFC 4180, read leniently).

use super::RawRows;
use super::decode::Utf8Chunks;
use crate::format::SEPARATOR_LINE;
use crate::write::without_guard;
use crate::{Cell, CsvFormat, Limits, Row, RowProblem, RowProblemKind};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::Read;

pub(super) struct CsvSource {
    text: Utf8Chunks,
    chunk: Vec<u8>,
    position: usize,
    ended: bool,
    reader: Reader,
    /// Fields of the record, one behind the other, and where each ends.
    record: Vec<u8>,
    ends: Vec<usize>,
    /// Line ends inside quoted values so far: they begin no row.
    inner_lines: u64,
    row_bytes: usize,
    columns: usize,
}

impl CsvSource {
    pub(super) fn new(source: Box<dyn Read + Send>, format: CsvFormat, limits: &Limits) -> Self {
        Self {
            text: Utf8Chunks::new(source, format.encoding),
            chunk: Vec::new(),
            position: 0,
            ended: false,
            reader: ReaderBuilder::new().delimiter(format.separator).build(),
            record: vec![0; 4096.min(limits.row_bytes.max(1))],
            ends: vec![0; 64],
            inner_lines: 0,
            row_bytes: limits.row_bytes,
            columns: limits.columns,
        }
    }

    /// The row in which the reader stands, as an editor of tables counts.
    fn row_now(&self) -> u64 {
        self.reader.line().saturating_sub(self.inner_lines)
    }

    /// Reads one record into `record` and `ends`: its number, its bytes and its fields.
    fn record(&mut self) -> Result<Option<(u64, usize, usize)>, RowProblem> {
        let (mut bytes, mut fields) = (0_usize, 0_usize);
        let started = self.row_now();
        loop {
            if self.position >= self.chunk.len() && !self.ended {
                let more = self.text.next_chunk(&mut self.chunk);
                let row = self.row_now();
                self.ended = !more.map_err(|error| RowProblem::new(row, RowProblemKind::Io(error)))?;
                self.position = 0;
                if self.ended {
                    self.chunk.clear();
                } else if self.chunk.is_empty() {
                    continue;
                }
            }
            let input = self.chunk.get(self.position..).unwrap_or_default();
            let at_end = input.is_empty();
            let out = self.record.get_mut(bytes..).unwrap_or_default();
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, out, ends);
            self.position += read;
            bytes += written;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.record.len() >= self.row_bytes => {
                    return Err(RowProblem::new(started, RowProblemKind::RowTooLong { limit: self.row_bytes }));
                }
                ReadRecordResult::OutputFull => self.record.resize((self.record.len() * 2).min(self.row_bytes), 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() > self.row_bytes => {
                    return Err(RowProblem::new(started, RowProblemKind::RowTooLong { limit: self.row_bytes }));
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(None),
                // The text ends with a line end of ours: a record that still needs the end of the input is inside quotes.
                ReadRecordResult::Record if at_end => return Err(RowProblem::new(started, RowProblemKind::UnclosedQuote)),
                ReadRecordResult::Record => {
                    let inner = memchr::memchr_iter(b'\n', self.record.get(..bytes).unwrap_or_default()).count();
                    self.inner_lines += u64::try_from(inner).unwrap_or(u64::MAX);
                    return Ok(Some((self.row_now().saturating_sub(1), bytes, fields)));
                }
            }
        }
    }
}

impl RawRows for CsvSource {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, RowProblem> {
        loop {
            let Some((number, bytes, fields)) = self.record()? else { return Ok(false) };
            if number == 1 && names_separator(self.record.get(..bytes).unwrap_or_default(), fields) {
                continue;
            }
            row.number = number;
            if fields > self.columns.saturating_mul(4).max(64) {
                return Err(RowProblem::new(number, RowProblemKind::TooManyColumns { limit: self.columns }));
            }
            row.cells.resize_with(fields, Cell::default);
            let mut start = 0;
            for (cell, end) in row.cells.iter_mut().zip(&self.ends) {
                // The text is UTF-8 and is only cut at ASCII characters.
                let field = self.record.get(start..*end).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or("\u{FFFD}");
                if field.is_empty() {
                    *cell = Cell::Empty
                } else {
                    cell.set_text(without_guard(field))
                }
                start = *end;
            }
            return Ok(true);
        }
    }
}

fn names_separator(record: &[u8], fields: usize) -> bool {
    let mark = SEPARATOR_LINE.as_bytes();
    fields <= 2 && record.len() <= mark.len() + 1 && record.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
}
