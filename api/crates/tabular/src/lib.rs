//! Tables that people send and fetch: CSV in whatever encoding and with whatever separator, XLSX and NDJSON.
//!
//! Reading goes in three steps: [`sniff`] looks at the first bytes and says what the file is, [`Table::open`] checks it against
//! [`Limits`] (an XLSX file is a ZIP archive and may be a bomb), and [`Table::rows`] gives the header and then row after row in
//! constant memory. [`columns::guess`] finds which header means which field.
//!
//! Writing goes through [`TableWriter`], which [`CsvWriter`], [`NdjsonWriter`] and [`XlsxWriter`] implement.
//!
//! ```
//! use std::io::Cursor;
//! use tabular::{Limits, Table, sniff};
//!
//! let file = "الاسم;الولاية\nجمعية النور;16\n".as_bytes();
//! let format = sniff(file, Some("list.csv"))?;
//! let mut table = Table::open(Cursor::new(file), format, Limits::default())?;
//! let mut rows = table.rows()?;
//! assert_eq!(rows.headers(), ["الاسم", "الولاية"]);
//! let row = rows.next().transpose()?;
//! assert_eq!(row.map(|row| (row.number, row.cells[1].to_text().into_owned())), Some((2, "16".to_owned())));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Everything is pure but for the readers and writers handed in: no clock, no panic. Formulas are never evaluated.

pub mod columns;

mod cell;
mod format;
mod limits;
mod problem;
mod read;
mod write;

pub use cell::{Cell, Row};
pub use format::{CsvFormat, Format, FormatProblem, TextEncoding, sniff};
pub use limits::Limits;
pub use problem::{RowProblem, RowProblemKind, TableProblem};
pub use read::{ReadSeek, Rows, Table};
pub use write::{CsvWriter, NdjsonWriter, TableWriter, Value, WriteProblem, XlsxBook, XlsxOptions, XlsxWriter};
