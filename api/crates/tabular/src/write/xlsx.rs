//! XLSX, through rust_xlsxwriter in its constant-memory mode: rows go to a temporary file and are packed at the end.

use super::{TableWriter, Value, WriteProblem, check_width};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io::Write;

/// Width of a column in characters: between the two as the header asks.
const WIDTHS: std::ops::RangeInclusive<usize> = 10..=40;

/// How a workbook looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XlsxOptions {
    /// The name of the sheet: at most 31 characters, none of `[]:*?/\`.
    pub sheet_name: String,
    /// Whether column A stands on the right, for Arabic.
    pub right_to_left: bool,
    /// The day of making that the properties of the file say.
    pub created_on: NaiveDate,
}

impl Default for XlsxOptions {
    fn default() -> Self {
        Self { sheet_name: "Sheet1".to_owned(), right_to_left: false, created_on: NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default() }
    }
}

/// Writes a workbook of several sheets, one after the other, each with a bold header that stays in sight. Text cells are text, never formulas or
/// links; equal content gives equal bytes.
pub struct XlsxBook {
    workbook: Workbook,
    right_to_left: bool,
    sheets: usize,
    columns: usize,
    next: u32,
    formats: Formats,
}

struct Formats {
    day: Format,
    money: Format,
}

impl XlsxBook {
    /// Begins a workbook without sheets.
    ///
    /// # Errors
    ///
    /// When `created_on` is before 1900.
    pub fn new(right_to_left: bool, created_on: NaiveDate) -> Result<Self, WriteProblem> {
        let mut workbook = Workbook::new();
        let created = u16::try_from(created_on.year())
            .ok()
            .zip(u8::try_from(created_on.month()).ok())
            .zip(u8::try_from(created_on.day()).ok())
            .and_then(|((year, month), day)| ExcelDateTime::from_ymd(year, month, day).ok())
            .ok_or_else(|| WriteProblem::Workbook("the day of making is before 1900 or after 9999".to_owned()))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let formats = Formats { day: Format::new().set_num_format("yyyy-mm-dd"), money: Format::new().set_num_format("#,##0.00") };
        Ok(Self { workbook, right_to_left, sheets: 0, columns: 0, next: 0, formats })
    }

    /// Begins the next sheet; those before are finished.
    ///
    /// # Errors
    ///
    /// When the temporary file cannot be made or the name of the sheet is not allowed.
    pub fn sheet(&mut self, name: &str) -> Result<(), WriteProblem> {
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(name).map_err(failed)?;
        sheet.set_right_to_left(self.right_to_left);
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        // Printed: A4 across, all columns on one page, the names of the columns on each.
        sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0).map_err(failed)?;
        (self.sheets, self.columns, self.next) = (self.sheets + 1, 0, 0);
        Ok(())
    }

    /// Writes the names of the columns of the sheet, each with the least width it wants in characters.
    ///
    /// # Errors
    ///
    /// A [`WriteProblem`], as for all others.
    pub fn header(&mut self, columns: &[(&str, usize)]) -> Result<(), WriteProblem> {
        let style = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color(0x00E8_EFEA);
        self.columns = columns.len();
        let row = self.next;
        let sheet = self.current()?;
        for (column, (name, least)) in (0_u16..).zip(columns) {
            let width = name.chars().count().max(*least).clamp(*WIDTHS.start(), *WIDTHS.end());
            sheet.set_column_width(column, f64::from(u16::try_from(width).unwrap_or(10))).map_err(failed)?;
        }
        for (column, (name, _)) in (0_u16..).zip(columns) {
            sheet.write_string_with_format(row, column, *name, &style).map_err(failed)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Writes a row of the sheet.
    ///
    /// # Errors
    ///
    /// As [`TableWriter::row`].
    pub fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem> {
        check_width(self.columns, values.len())?;
        let row = self.next;
        let index = self.sheets.saturating_sub(1);
        let sheet = self.workbook.worksheet_from_index(index).map_err(failed)?;
        for (column, value) in (0_u16..).zip(values) {
            write(sheet, (row, column), value, &self.formats).map_err(failed)?;
        }
        self.next = self.next.checked_add(1).ok_or_else(|| WriteProblem::Workbook("too many rows".to_owned()))?;
        Ok(())
    }

    /// Packs the workbook.
    ///
    /// # Errors
    ///
    /// A [`WriteProblem`] of the output.
    pub fn finish<W: Write + Send>(mut self, mut out: W) -> Result<(), WriteProblem> {
        self.workbook.save_to_writer(&mut out).map_err(failed)?;
        out.flush()?;
        Ok(())
    }

    fn current(&mut self) -> Result<&mut Worksheet, WriteProblem> {
        self.workbook.worksheet_from_index(self.sheets.saturating_sub(1)).map_err(failed)
    }
}

#[allow(clippy::cast_precision_loss)] // not above 2^53
fn write(sheet: &mut Worksheet, (row, column): (u32, u16), value: &Value<'_>, formats: &Formats) -> Result<(), XlsxError> {
    match *value {
        Value::Empty | Value::Text("") => Ok(sheet),
        Value::Text(text) => sheet.write_string(row, column, text),
        Value::List(json) => sheet.write_string(row, column, super::in_one_cell(json)),
        // Doubles are all a spreadsheet has: longer numbers keep their digits as text.
        Value::Integer(number) if number.unsigned_abs() > 1 << 53 => sheet.write_string(row, column, number.to_string()),
        Value::Integer(number) => sheet.write_number(row, column, number as f64),
        Value::Hundredths(number) if number.unsigned_abs() > 1 << 53 => sheet.write_string(row, column, super::in_hundredths(number)),
        Value::Hundredths(number) => sheet.write_number_with_format(row, column, number as f64 / 100.0, &formats.money),
        Value::Number(number) if number.is_finite() => sheet.write_number(row, column, number),
        Value::Number(_) => Ok(sheet),
        Value::Date(day) => match serial(day) {
            Some(serial) => sheet.write_number_with_format(row, column, serial, &formats.day),
            None => sheet.write_string(row, column, day.to_string()),
        },
        Value::Bool(value) => sheet.write_boolean(row, column, value),
    }
    .map(drop)
}

/// Writes a workbook of one sheet as a table. Nothing reaches the output before [`TableWriter::finish`].
pub struct XlsxWriter<W: Write + Send> {
    out: W,
    book: XlsxBook,
}

impl<W: Write + Send> XlsxWriter<W> {
    /// Begins a workbook.
    ///
    /// # Errors
    ///
    /// As [`XlsxBook::new`] and [`XlsxBook::sheet`].
    pub fn new(out: W, options: &XlsxOptions) -> Result<Self, WriteProblem> {
        let mut book = XlsxBook::new(options.right_to_left, options.created_on)?;
        book.sheet(&options.sheet_name)?;
        Ok(Self { out, book })
    }
}

impl<W: Write + Send> TableWriter for XlsxWriter<W> {
    fn header(&mut self, names: &[&str]) -> Result<(), WriteProblem> {
        let columns: Vec<(&str, usize)> = names.iter().map(|name| (*name, 0)).collect();
        self.book.header(&columns)
    }

    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem> {
        self.book.row(values)
    }

    fn finish(self: Box<Self>) -> Result<(), WriteProblem> {
        let Self { out, book } = *self;
        book.finish(out)
    }
}

/// The serial number of a day in the 1900 system, whose first sixty days are one off; `None` before 1900.
fn serial(day: NaiveDate) -> Option<f64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 31)?;
    let days = i32::try_from(day.signed_duration_since(zero).num_days()).ok().filter(|days| *days >= 1)?;
    Some(f64::from(if days >= 60 { days + 1 } else { days }))
}

fn failed(error: XlsxError) -> WriteProblem {
    match error {
        XlsxError::IoError(error) | XlsxError::ZipError(zip::result::ZipError::Io(error)) => WriteProblem::Io(error),
        other => WriteProblem::Workbook(other.to_string()),
    }
}
