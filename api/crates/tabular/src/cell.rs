//! Rows and cells.

use chrono::NaiveDate;
use std::borrow::Cow;

/// What one cell holds. Text formats give [`Cell::Text`] and [`Cell::Empty`] only; nothing is guessed from the look of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands in the file.
    Text(String),
    /// A number.
    Number(f64),
    /// A day; a time of day is dropped.
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
}

impl Cell {
    /// Whether there is nothing to read: empty, or white space only.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }

    /// The cell as a person would type it: numbers without a needless fraction or exponent, dates as `2021-03-04`.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            // Rust writes floats in full and shortest: 550123456, 0.1.
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Bool(true) => Cow::Borrowed("true"),
            Self::Bool(false) => Cow::Borrowed("false"),
        }
    }

    /// Puts text into the cell, in the memory of the text that was there.
    pub(crate) fn set_text(&mut self, text: &str) {
        match self {
            Self::Text(old) => {
                old.clear();
                old.push_str(text);
            }
            _ => *self = Self::Text(text.to_owned()),
        }
    }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number, from 1, as a spreadsheet or an editor shows it: the header counts, blank lines count.
    pub number: u64,
    /// Its cells, at least one for each header.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Takes blank cells off the end; whether anything is left.
    pub(crate) fn trim(&mut self) -> bool {
        while self.cells.last().is_some_and(Cell::is_blank) {
            self.cells.pop();
        }
        !self.cells.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_as_people_type_them() {
        for (cell, text) in [
            (Cell::Number(550_123_456.0), "550123456"),
            (Cell::Number(0.1), "0.1"),
            (Cell::Number(-3.0), "-3"),
            (Cell::Bool(true), "true"),
            (Cell::Date(NaiveDate::from_ymd_opt(2021, 3, 4).unwrap_or_default()), "2021-03-04"),
            (Cell::Empty, ""),
        ] {
            assert_eq!(cell.to_text(), text);
        }
        assert!(Cell::Text(" \u{a0}".into()).is_blank() && !Cell::Number(0.0).is_blank());
    }
}
