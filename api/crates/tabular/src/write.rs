//! Writing tables row by row.

mod csv;
mod ndjson;
mod xlsx;

pub use self::csv::CsvWriter;
pub(crate) use self::csv::without_guard;
pub use ndjson::NdjsonWriter;
pub use xlsx::{XlsxBook, XlsxOptions, XlsxWriter};

use crate::Cell;
use chrono::NaiveDate;
use thiserror::Error;

/// A value to be written. It borrows: writing a row allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Value<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// Text; never taken for a formula, whatever it begins with.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number; one that is not finite is written as nothing.
    Number(f64),
    /// A number with two decimals, given in hundredths, as centimes are of a dinar.
    Hundredths(i64),
    /// A day.
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
    /// Several texts, given as a JSON array of them: an array where the format has arrays, one cell with `; ` between them elsewhere.
    List(&'a str),
}

/// A [`Value::List`] as the text of one cell; something else than an array of texts stays as it is.
fn in_one_cell(json: &str) -> String {
    serde_json::from_str::<Vec<String>>(json).map_or_else(|_| json.to_owned(), |texts| texts.join("; "))
}

/// A [`Value::Hundredths`] in digits.
fn in_hundredths(number: i64) -> String {
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

impl<'a> From<&'a Cell> for Value<'a> {
    fn from(cell: &'a Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text),
            Cell::Number(number) => Self::Number(*number),
            Cell::Date(date) => Self::Date(*date),
            Cell::Bool(value) => Self::Bool(*value),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Value<'_> {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// Writes a table: the header once, then rows, then the end. Used through `Box<dyn TableWriter>` where the format is chosen at run time.
pub trait TableWriter {
    /// Writes the names of the columns; before the first row.
    ///
    /// # Errors
    ///
    /// A [`WriteProblem`], as for all others.
    fn header(&mut self, names: &[&str]) -> Result<(), WriteProblem>;

    /// Writes a row of as many values as there are columns; missing ones are empty.
    ///
    /// # Errors
    ///
    /// [`WriteProblem::Width`] when there are more values than columns.
    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem>;

    /// Finishes and flushes. A table that is dropped without is incomplete.
    ///
    /// # Errors
    ///
    /// A [`WriteProblem`] of the output.
    fn finish(self: Box<Self>) -> Result<(), WriteProblem>;
}

/// Why a table cannot be written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum WriteProblem {
    /// The output failed.
    #[error("the table cannot be written")]
    Io(#[from] std::io::Error),
    /// There are more values than columns.
    #[error("a row has {values} values for {columns} columns")]
    Width {
        /// How many columns the header names.
        columns: usize,
        /// How many values the row has.
        values: usize,
    },
    /// Two columns have one name, or names that cannot stand in one JSON object, as `name` and `name/ar`.
    #[error("the column {0} contradicts another")]
    Column(String),
    /// More rows, columns or characters than a workbook holds: 1,048,576, 16,384 and 32,767.
    #[error("the workbook cannot hold this: {0}")]
    Workbook(String),
}

pub(crate) fn check_width(columns: usize, values: usize) -> Result<(), WriteProblem> {
    if values > columns { Err(WriteProblem::Width { columns, values }) } else { Ok(()) }
}
