//! Reading tables row by row.

mod csv;
mod decode;
mod guard;
mod ndjson;
mod xlsx;

use crate::{Cell, Format, Limits, Row, RowProblem, RowProblemKind, TableProblem};
use std::collections::VecDeque;
use std::io::{Read, Seek};

/// Rows looked through for the header, which may stand under a title.
const HEADER_SEARCH: usize = 20;

/// What a table is read from: a file, or bytes in a [`std::io::Cursor`].
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// An opened table.
pub struct Table {
    source: Source,
    limits: Limits,
}

enum Source {
    Csv(Box<csv::CsvSource>),
    Ndjson(Box<ndjson::NdjsonSource>),
    Xlsx(Box<xlsx::Workbook>),
}

/// One row after another, as the format has them.
trait RawRows: Send {
    /// Fills `row`, reusing its memory; `false` at the end. Row numbers rise.
    fn next_row(&mut self, row: &mut Row) -> Result<bool, RowProblem>;

    /// The names of the columns known so far, for formats that name them in every row.
    fn names(&self) -> Option<&[String]> {
        None
    }
}

impl Table {
    /// Opens a table. An XLSX archive is checked as a whole first: its parts are inflated once, into nothing, to see how large they
    /// really are.
    ///
    /// # Errors
    ///
    /// A [`TableProblem`] when a workbook is damaged or exceeds the limits.
    pub fn open(source: impl ReadSeek + 'static, format: Format, limits: Limits) -> Result<Self, TableProblem> {
        let source = match format {
            Format::Xlsx => Source::Xlsx(Box::new(xlsx::Workbook::open(Box::new(source), &limits)?)),
            _ => return Self::open_stream(source, format, limits),
        };
        Ok(Self { source, limits })
    }

    /// Opens a table of a text format from a source that can only be read once, such as the body of a request.
    ///
    /// # Errors
    ///
    /// [`TableProblem::Damaged`] for XLSX, which cannot be read this way.
    pub fn open_stream(source: impl Read + Send + 'static, format: Format, limits: Limits) -> Result<Self, TableProblem> {
        let source = match format {
            Format::Csv(format) => Source::Csv(Box::new(csv::CsvSource::new(Box::new(source), format, &limits))),
            Format::Ndjson => Source::Ndjson(Box::new(ndjson::NdjsonSource::new(Box::new(source), &limits))),
            Format::Xlsx => return Err(TableProblem::Damaged("a workbook cannot be read as a stream".to_owned())),
        };
        Ok(Self { source, limits })
    }

    /// The visible sheets of a workbook, in order; empty for other formats.
    #[must_use]
    pub fn sheets(&self) -> Vec<String> {
        match &self.source {
            Source::Xlsx(workbook) => workbook.sheets(),
            _ => Vec::new(),
        }
    }

    /// Chooses the sheet to read by its name; without, it is the first visible one that has cells.
    ///
    /// # Errors
    ///
    /// [`TableProblem::NoSheet`] when there is no visible sheet of this name.
    pub fn select_sheet(&mut self, name: &str) -> Result<(), TableProblem> {
        match &mut self.source {
            Source::Xlsx(workbook) => workbook.select(name),
            _ => Err(TableProblem::NoSheet),
        }
    }

    /// Finds the header and starts reading.
    ///
    /// The header is the first row with two cells or more among the first twenty, so that a title above it does no harm; when no row
    /// has two, it is the first row that has one. In NDJSON the keys of the first object are the header. A text format can be read once only.
    ///
    /// # Errors
    ///
    /// A [`TableProblem`] when there is nothing to read or the first rows are wrong.
    pub fn rows(&mut self) -> Result<Rows<'_>, TableProblem> {
        let limits = &self.limits;
        let raw: Box<dyn RawRows + '_> = match &mut self.source {
            Source::Csv(source) => Box::new(source.as_mut()),
            Source::Ndjson(source) => Box::new(source.as_mut()),
            Source::Xlsx(workbook) => Box::new(workbook.rows(limits)?),
        };
        Rows::start(raw, limits)
    }
}

impl<T: RawRows + ?Sized> RawRows for &mut T {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, RowProblem> {
        (**self).next_row(row)
    }

    fn names(&self) -> Option<&[String]> {
        (**self).names()
    }
}

/// The header and the rows of a table, in constant memory.
///
/// As an iterator it gives a new [`Row`] each time; [`Rows::read_row`] reuses one. Blank rows are passed over but counted. After a
/// problem that [is fatal](RowProblem::is_fatal) the rows end; after any other the next row follows.
pub struct Rows<'a> {
    raw: Box<dyn RawRows + 'a>,
    headers: Vec<String>,
    header_row: u64,
    pending: VecDeque<Result<Row, RowProblem>>,
    limits: &'a Limits,
    count: u64,
    done: bool,
}

impl<'a> Rows<'a> {
    fn start(raw: Box<dyn RawRows + 'a>, limits: &'a Limits) -> Result<Self, TableProblem> {
        let mut rows = Self { raw, headers: Vec::new(), header_row: 0, pending: VecDeque::new(), limits, count: 0, done: false };
        if rows.raw.names().is_some() {
            rows.named()?
        } else {
            rows.find_header()?
        }
        Ok(rows)
    }

    /// The names come with the first row that can be read.
    fn named(&mut self) -> Result<(), TableProblem> {
        for _ in 0..HEADER_SEARCH {
            let mut row = Row::default();
            match self.raw.next_row(&mut row) {
                Ok(false) => break,
                Ok(true) => {
                    self.pending.push_back(Ok(row));
                    return Ok(());
                }
                Err(problem) if problem.is_fatal() => return Err(problem.into()),
                Err(problem) => self.pending.push_back(Err(problem)),
            }
        }
        match self.pending.pop_front() {
            Some(Err(problem)) => Err(problem.into()),
            _ => Err(TableProblem::Empty),
        }
    }

    fn find_header(&mut self) -> Result<(), TableProblem> {
        let mut first: Vec<Row> = Vec::new();
        let mut at = None;
        while first.len() < HEADER_SEARCH && at.is_none() {
            let mut row = Row::default();
            if !self.raw.next_row(&mut row)? {
                break;
            }
            if row.trim() {
                if row.cells.iter().filter(|cell| !cell.is_blank()).count() >= 2 {
                    at = Some(first.len());
                }
                first.push(row);
            }
        }
        let mut from_header = first.into_iter().skip(at.unwrap_or(0));
        let header = from_header.next().ok_or(TableProblem::Empty)?;
        self.header_row = header.number;
        if header.cells.len() > self.limits.columns {
            return Err(RowProblem::new(header.number, RowProblemKind::TooManyColumns { limit: self.limits.columns }).into());
        }
        self.headers = header.cells.iter().map(|cell| cell.to_text().split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        self.pending = from_header.map(Ok).collect();
        Ok(())
    }

    /// The names of the columns. In NDJSON later objects may bring new keys: the list then grows.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        self.raw.names().unwrap_or(&self.headers)
    }

    /// The number of the header's row; 0 in NDJSON.
    #[must_use]
    pub fn header_row(&self) -> u64 {
        self.header_row
    }

    /// Reads the next row into `row`; `false` when there is none.
    ///
    /// # Errors
    ///
    /// A [`RowProblem`] that says where and what; the row is then to be ignored.
    pub fn read_row(&mut self, row: &mut Row) -> Result<bool, RowProblem> {
        while !self.done {
            let more = match self.pending.pop_front() {
                Some(Ok(kept)) => {
                    *row = kept;
                    Ok(true)
                }
                Some(Err(problem)) => Err(problem),
                None => self.raw.next_row(row),
            };
            match more {
                Ok(false) => self.done = true,
                Ok(true) => {
                    if self.raw.names().is_none() && !row.trim() {
                        continue;
                    }
                    self.count += 1;
                    if self.count > self.limits.rows {
                        self.done = true;
                        return Err(RowProblem::new(row.number, RowProblemKind::TooManyRows { limit: self.limits.rows }));
                    }
                    self.check(row)?;
                    return Ok(true);
                }
                Err(problem) => {
                    self.count += 1;
                    self.done = problem.is_fatal();
                    return Err(problem);
                }
            }
        }
        Ok(false)
    }

    fn check(&self, row: &mut Row) -> Result<(), RowProblem> {
        let width = self.headers().len();
        if row.cells.len() > self.limits.columns {
            return Err(RowProblem::new(row.number, RowProblemKind::TooManyColumns { limit: self.limits.columns }));
        }
        if let Some(extra) = row.cells.iter().skip(width).position(|cell| !cell.is_blank()) {
            return Err(RowProblem::at(row.number, width + extra + 1, RowProblemKind::ExtraCell));
        }
        let limit = self.limits.cell_chars;
        for (index, cell) in row.cells.iter().enumerate() {
            // Counting is only worth it when there are more bytes than characters allowed.
            if let Cell::Text(text) = cell
                && text.len() > limit
                && text.chars().count() > limit
            {
                return Err(RowProblem::at(row.number, index + 1, RowProblemKind::CellTooLong { limit }));
            }
        }
        row.cells.resize_with(width, Cell::default);
        Ok(())
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut row = Row::default();
        match self.read_row(&mut row) {
            Ok(true) => Some(Ok(row)),
            Ok(false) => None,
            Err(problem) => Some(Err(problem)),
        }
    }
}
