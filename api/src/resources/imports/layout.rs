//! What a file is and what its columns mean.

use super::fields::Field;
use super::wire::{FileFormat, ImportQuery};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::storage::Incoming;
use crate::resources::jobs;
use std::io::{Read, Seek};
use tabular::{Format, Limits, Row, Table, TableProblem};

/// Rows that are shown.
const SHOWN: usize = 20;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    /// A field.
    Field(Field),
    /// A place in a list of the API's own documents, such as `contacts/0/value`.
    Native,
    /// Nothing.
    Ignored,
}

/// A meaning, and how it was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meaning {
    /// The meaning.
    pub column: Column,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// It was given before.
    pub remembered: bool,
}

/// The beginning of a file.
pub struct Beginning {
    /// How it is read.
    pub format: Format,
    /// Sheets of a workbook.
    pub sheets: Vec<String>,
    /// Its header.
    pub headers: Vec<String>,
    /// The row of the header.
    pub header_row: u64,
    /// The first rows.
    pub rows: Vec<Row>,
}

fn refused(code: &str) -> Error {
    Error { detail: jobs::phrase(code), internal: Some(code.to_owned()), ..Error::new(Kind::Invalid) }
}

/// What a table says, for the client.
pub fn unreadable(problem: TableProblem) -> Error {
    match problem {
        TableProblem::Io(cause) => crate::kernel::storage::unavailable(cause),
        other => refused(other.code()),
    }
}

/// Opens a table the way its file was found to be.
///
/// # Errors
/// A problem of the table.
pub fn open(file: impl Read + Seek + Send + 'static, format: Format, sheet: Option<&str>) -> std::result::Result<Table, TableProblem> {
    let mut table = match format {
        Format::Xlsx => Table::open(std::io::BufReader::new(file), format, Limits::default())?,
        _ => Table::open_stream(file, format, Limits::default())?,
    };
    if let Some(sheet) = sheet {
        table.select_sheet(sheet)?;
    }
    Ok(table)
}

/// Looks at the beginning of a file.
///
/// # Errors
/// `invalid` saying what the file is instead of a table.
pub fn look(file: &Incoming, query: &ImportQuery, hint: &str) -> Result<Beginning> {
    let name = query.file_name.as_deref().unwrap_or(hint);
    let mut format = FileFormat::of(tabular::sniff(&file.head, Some(name)).map_err(|problem| refused(problem.code()))?);
    if format.separator.is_some() {
        format.separator = query.separator.or(format.separator);
        format.encoding = query.encoding.or(format.encoding);
    }
    let format = format.format();
    let sheet = query.sheet.as_deref().filter(|_| format == Format::Xlsx);
    let mut table = open(file.open()?, format, sheet).map_err(unreadable)?;
    let sheets = table.sheets();
    let mut rows = table.rows().map_err(unreadable)?;
    let mut first = Vec::new();
    for row in rows.by_ref() {
        match row {
            Ok(row) => first.push(row),
            Err(problem) if problem.is_fatal() => break,
            // Told with the row when it is imported.
            Err(_) => {}
        }
        if first.len() == SHOWN {
            break;
        }
    }
    Ok(Beginning { format, sheets, headers: rows.headers().to_vec(), header_row: rows.header_row(), rows: first })
}

/// A header of the API's own documents: numbers of list items do not matter for lists of codes.
fn native(header: &str) -> Option<Column> {
    let (list, rest) = header.trim_start_matches('/').split_once('/')?;
    let item = rest.split('/').next().is_some_and(|index| !index.is_empty() && index.bytes().all(|b| b.is_ascii_digit()));
    match (list, item) {
        ("craft_sectors", true) => Some(Column::Field(Field::Sectors)),
        ("craft_activities", true) => Some(Column::Field(Field::Activities)),
        ("territory", true) => Some(Column::Field(Field::Territory)),
        ("contacts" | "headcounts" | "mandates", true) => Some(Column::Native),
        _ => None,
    }
}

/// Finds what each header means: as asked, as remembered, as the API's own documents have it, as synonyms say.
pub fn meanings<'a>(
    headers: &[String],
    asked: impl Fn(&str) -> Option<Option<Field>> + 'a,
    remembered: impl Fn(&str) -> Option<Option<Field>> + 'a,
) -> Vec<Meaning> {
    let certain = |column, remembered| Some(Meaning { column, score: 1.0, remembered });
    let column = |field: Option<Field>| field.map_or(Column::Ignored, Column::Field);
    let mut found: Vec<Option<Meaning>> = headers
        .iter()
        .map(|header| match (asked(header), remembered(header)) {
            (Some(field), _) => certain(column(field), false),
            (None, Some(field)) => certain(column(field), true),
            (None, None) => native(header).and_then(|column| certain(column, false)),
        })
        .collect();
    let taken: Vec<Field> =
        found.iter().flatten().filter_map(|meaning| if let Column::Field(field) = meaning.column { Some(field) } else { None }).collect();
    let free: Vec<_> = Field::SYNONYMS.iter().filter(|(name, _)| !taken.iter().any(|field| field.name() == *name)).copied().collect();
    let open: Vec<usize> = (0..headers.len()).filter(|index| found[*index].is_none()).collect();
    let names: Vec<&str> = open.iter().map(|index| headers[*index].as_str()).collect();
    for (index, guess) in open.iter().zip(tabular::columns::guess(&names, &free)) {
        found[*index] = guess.and_then(|guess| {
            Some(Meaning { column: Column::Field(Field::from_name(guess.name)?), score: guess.score, remembered: false })
        });
    }
    found.into_iter().map(|meaning| meaning.unwrap_or(Meaning { column: Column::Ignored, score: 0.0, remembered: false })).collect()
}

/// Fields that every row needs and neither a column nor a default gives.
pub fn missing(meanings: &[Meaning], defaults: &[(Field, String)]) -> Vec<Field> {
    let given = |field: &Field| {
        meanings.iter().any(|meaning| meaning.column == Column::Field(*field)) || defaults.iter().any(|(known, _)| known == field)
    };
    Field::REQUIRED.iter().copied().filter(|field| !given(field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headers: &[&str], asked: &[(&str, Option<Field>)], remembered: &[(&str, Option<Field>)]) -> Vec<Column> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let find = |list: &[(&str, Option<Field>)], header: &str| list.iter().find(|(known, _)| *known == header).map(|(_, field)| *field);
        meanings(&headers, |header| find(asked, header), |header| find(remembered, header)).into_iter().map(|m| m.column).collect()
    }

    #[test]
    fn what_was_asked_goes_before_what_was_remembered_and_that_before_guessing() {
        use Column::{Field as F, Ignored};
        assert_eq!(
            columns(
                &["الجمعية", "Nom", "Obs", "البلدية"],
                &[("Obs", Some(Field::Address)), ("البلدية", None)],
                &[("Obs", Some(Field::Website)), ("Nom", Some(Field::NameEn))],
            ),
            [F(Field::NameAr), F(Field::NameEn), F(Field::Address), Ignored]
        );
    }

    #[test]
    fn documents_of_the_api_are_understood_as_they_are() {
        use Column::{Field as F, Ignored, Native};
        assert_eq!(
            columns(
                &[
                    "name/ar",
                    "seat/commune_code",
                    "craft_sectors/0",
                    "craft_sectors/1",
                    "contacts/0/value",
                    "computed/border/value",
                    "receipt/number"
                ],
                &[],
                &[]
            ),
            [F(Field::NameAr), F(Field::Commune), F(Field::Sectors), F(Field::Sectors), Native, Ignored, F(Field::ReceiptNumber)]
        );
    }
}
