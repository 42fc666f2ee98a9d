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

/// Writes a workbook of one sheet with a bold header that stays in sight. Text cells are text, never formulas or links. Nothing reaches the output
/// before [`TableWriter::finish`]; equal tables give equal bytes.
pub struct XlsxWriter<W: Write + Send> {
    out: W,
    workbook: Workbook,
    columns: usize,
    next: u32,
    day: Format,
}

impl<W: Write + Send> XlsxWriter<W> {
    /// Begins a workbook.
    ///
    /// # Errors
    ///
    /// When the temporary file cannot be made or the name of the sheet is not allowed.
    pub fn new(out: W, options: &XlsxOptions) -> Result<Self, WriteProblem> {
        let mut workbook = Workbook::new();
        let created = u16::try_from(options.created_on.year())
            .ok()
            .zip(u8::try_from(options.created_on.month()).ok())
            .zip(u8::try_from(options.created_on.day()).ok())
            .and_then(|((year, month), day)| ExcelDateTime::from_ymd(year, month, day).ok())
            .ok_or_else(|| WriteProblem::Workbook("the day of making is before 1900 or after 9999".to_owned()))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(&options.sheet_name).map_err(failed)?;
        sheet.set_right_to_left(options.right_to_left);
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        Ok(Self { out, workbook, columns: 0, next: 0, day: Format::new().set_num_format("yyyy-mm-dd") })
    }
}

impl<W: Write + Send> TableWriter for XlsxWriter<W> {
    fn header(&mut self, names: &[&str]) -> Result<(), WriteProblem> {
        let style = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_background_color(0x00E8_EFEA);
        self.columns = names.len();
        let row = self.next;
        let sheet = sheet(&mut self.workbook)?;
        for (column, name) in (0_u16..).zip(names) {
            let width = name.chars().count().clamp(*WIDTHS.start(), *WIDTHS.end());
            sheet.set_column_width(column, f64::from(u16::try_from(width).unwrap_or(10))).map_err(failed)?;
        }
        for (column, name) in (0_u16..).zip(names) {
            sheet.write_string_with_format(row, column, *name, &style).map_err(failed)?;
        }
        self.next += 1;
        Ok(())
    }

    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem> {
        check_width(self.columns, values.len())?;
        let row = self.next;
        let sheet = sheet(&mut self.workbook)?;
        for (column, value) in (0_u16..).zip(values) {
            match *value {
                Value::Empty | Value::Text("") => Ok(&mut *sheet),
                Value::Text(text) => sheet.write_string(row, column, text),
                Value::List(json) => sheet.write_string(row, column, super::in_one_cell(json)),
                // Doubles are all a spreadsheet has: longer numbers keep their digits as text.
                Value::Integer(number) if number.unsigned_abs() > 1 << 53 => sheet.write_string(row, column, number.to_string()),
                #[allow(clippy::cast_precision_loss)] // not above 2^53
                Value::Integer(number) => sheet.write_number(row, column, number as f64),
                Value::Number(number) if number.is_finite() => sheet.write_number(row, column, number),
                Value::Number(_) => Ok(&mut *sheet),
                Value::Date(day) => match serial(day) {
                    Some(serial) => sheet.write_number_with_format(row, column, serial, &self.day),
                    None => sheet.write_string(row, column, day.to_string()),
                },
                Value::Bool(value) => sheet.write_boolean(row, column, value),
            }
            .map_err(failed)?;
        }
        self.next = self.next.checked_add(1).ok_or_else(|| WriteProblem::Workbook("too many rows".to_owned()))?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), WriteProblem> {
        self.workbook.save_to_writer(&mut self.out).map_err(failed)?;
        self.out.flush()?;
        Ok(())
    }
}

fn sheet(workbook: &mut Workbook) -> Result<&mut Worksheet, WriteProblem> {
    workbook.worksheet_from_index(0).map_err(failed)
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
