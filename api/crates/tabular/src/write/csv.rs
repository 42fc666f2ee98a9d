//! CSV for spreadsheets: UTF-8 with a byte-order mark, commas, RFC 4180 quoting and line ends.

use super::{TableWriter, Value, WriteProblem, check_width};
use std::io::Write;

/// Writes CSV.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): text beginning with `=`, `+`, `-`, `@`, their full-width
/// forms, tab or a line end. Text that is a number or a telephone number (`-12.5`, `+213 550 12 34 56`: digits, spaces, one point or comma)
/// stays as it is, since evaluating it does nothing. Text that begins with apostrophes before such a character gets one more, so that
/// reading, which takes one off, gives back what was written.
pub struct CsvWriter<W: Write> {
    writer: csv::Writer<W>,
    columns: usize,
    scratch: String,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a table with the byte-order mark by which spreadsheets know UTF-8.
    ///
    /// # Errors
    ///
    /// When the output fails.
    pub fn new(mut out: W) -> Result<Self, WriteProblem> {
        out.write_all(b"\xEF\xBB\xBF")?;
        let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
        Ok(Self { writer, columns: 0, scratch: String::new() })
    }

    fn field(&mut self, value: Value<'_>) -> Result<(), WriteProblem> {
        self.scratch.clear();
        match value {
            Value::Empty => {}
            Value::Text(text) if needs_guard(text) => {
                self.scratch.push('\'');
                self.scratch.push_str(text);
            }
            Value::List(json) => {
                let text = super::in_one_cell(json);
                return self.field(Value::Text(&text));
            }
            Value::Text(text) => return self.writer.write_field(text).map_err(failed),
            Value::Integer(number) => self.scratch.push_str(&number.to_string()),
            Value::Hundredths(number) => self.scratch.push_str(&super::in_hundredths(number)),
            Value::Number(number) if number.is_finite() => self.scratch.push_str(&number.to_string()),
            Value::Number(_) => {}
            Value::Date(date) => self.scratch.push_str(&date.to_string()),
            Value::Bool(value) => self.scratch.push_str(if value { "true" } else { "false" }),
        }
        self.writer.write_field(&self.scratch).map_err(failed)
    }
}

impl<W: Write> TableWriter for CsvWriter<W> {
    fn header(&mut self, names: &[&str]) -> Result<(), WriteProblem> {
        self.columns = names.len();
        let names: Vec<Value<'_>> = names.iter().map(|name| Value::Text(name)).collect();
        self.row(&names)
    }

    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem> {
        check_width(self.columns, values.len())?;
        for index in 0..self.columns {
            self.field(values.get(index).copied().unwrap_or_default())?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }

    fn finish(mut self: Box<Self>) -> Result<(), WriteProblem> {
        self.writer.flush()?;
        Ok(())
    }
}

fn failed(error: csv::Error) -> WriteProblem {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => WriteProblem::Io(error),
        other => WriteProblem::Io(std::io::Error::other(format!("{other:?}"))),
    }
}

fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'])
}

fn needs_guard(text: &str) -> bool {
    begins_formula(text.trim_start_matches('\'')) && !is_plain_number(text)
}

/// A sign and digits, with single spaces between them and at most one point or comma.
fn is_plain_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else { return false };
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.' | b','));
    let marks = digits.bytes().filter(|b| matches!(b, b'.' | b',')).count();
    plain && marks <= 1 && digits.starts_with(|c: char| c.is_ascii_digit()) && digits.ends_with(|c: char| c.is_ascii_digit())
}

/// Takes off the apostrophe that [`CsvWriter`] puts before what looks like a formula.
pub(crate) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_stay_readable() {
        for text in [
            "=1+1",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "=cmd|' /C calc'!A0",
            "+213(550)",
            "'=1",
            "＝1",
            "-",
            "+ 213",
            "-1.2.3",
            "+1 ",
        ] {
            assert!(needs_guard(text), "{text}");
            assert_eq!(without_guard(&format!("'{text}")), text);
        }
        for text in ["+213550123456", "+213 550 12 34 56", "-12", "-12,5", "+0.5", "a=1", "'quoted'", "", "'", "جمعية"] {
            assert!(!needs_guard(text), "{text}");
            assert_eq!(without_guard(text), text);
        }
    }
}
