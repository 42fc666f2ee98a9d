use super::fields::Field;
use super::layout::{self, Beginning, Column, Meaning};
use super::store;
use super::wire::{Duplicates, FileFormat, ImportField, ImportPreview, ImportQuery, Mode, Parameters, PreviewColumn, PreviewRow, Start};
use super::{KIND, build};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::answer::Answer;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::storage::Incoming;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::jobs::{self, Started};
use std::collections::HashMap;

/// The fields, for a form of columns.
pub fn fields() -> Vec<ImportField> {
    Field::ALL
        .iter()
        .zip(Field::SYNONYMS)
        .map(|(field, (_, synonyms))| {
            let label = field.label();
            ImportField {
                name: field.name(),
                pointer: field.pointer(),
                reading: field.reading().as_str(),
                required: field.is_required(),
                label: Text { ar: label.ar.to_owned(), fr: Some(label.fr.to_owned()), en: Some(label.en.to_owned()) },
                synonyms: synonyms.iter().skip(3).copied().collect(),
            }
        })
        .collect()
}

fn meanings(tx: &mut Read<'_>, headers: &[String], asked: &[(String, Option<Field>)]) -> Result<Vec<Meaning>> {
    let remembered = match tx.caller.and_then(Caller::institution) {
        Some(institution) => store::remembered(tx.conn, institution)?,
        None => HashMap::new(),
    };
    Ok(layout::meanings(
        headers,
        |header| asked.iter().find(|(known, _)| known == header).map(|(_, field)| *field),
        |header| remembered.get(header).map(|name| Field::from_name(name)),
    ))
}

/// The beginning of a file as the wizard shows it.
pub fn preview(tx: &mut Read<'_>, beginning: Beginning, query: &ImportQuery) -> Result<ImportPreview> {
    let found = meanings(tx, &beginning.headers, &query.mapping()?)?;
    let missing = layout::missing(&found, &query.defaults()?);
    Ok(ImportPreview {
        format: FileFormat::of(beginning.format),
        sheets: beginning.sheets,
        header_row: beginning.header_row,
        header_language: tabular::columns::language(&beginning.headers).map(tabular::columns::Language::code),
        columns: beginning
            .headers
            .into_iter()
            .zip(&found)
            .map(|(header, meaning)| PreviewColumn {
                header,
                field: match meaning.column {
                    Column::Field(field) => Some(field.name()),
                    _ => None,
                },
                score: meaning.score,
                remembered: meaning.remembered,
            })
            .collect(),
        missing: missing.into_iter().map(Field::name).collect(),
        rows: beginning
            .rows
            .into_iter()
            .map(|row| PreviewRow { number: row.number, cells: row.cells.iter().map(|cell| build::shown(&cell.to_text())).collect() })
            .collect(),
    })
}

/// Starts an import, or answers with the one that was started for the same file.
pub fn start(tx: &mut Write<'_>, file: Incoming, beginning: Beginning, query: ImportQuery) -> Result<Answer> {
    let asked = query.mapping()?;
    let defaults = query.defaults()?;
    let found = meanings(&mut tx.read, &beginning.headers, &asked)?;
    if !found.iter().any(|meaning| meaning.column != Column::Ignored) {
        return Err(Error { detail: jobs::phrase("no_columns"), ..Error::new(Kind::Invalid) });
    }
    // Later lines of NDJSON may bring what the first has not.
    let missing = layout::missing(&found, &defaults);
    if !missing.is_empty() && FileFormat::of(beginning.format).separator.is_some() {
        let fields = missing.iter().map(|field| FieldFault::new(format!("/columns/{}", field.name()), Fault::Required)).collect();
        return Err(Error::invalid(fields));
    }
    if let Some(institution) = tx.caller.and_then(Caller::institution) {
        let explicit = asked.iter().map(|(header, field)| (header.clone(), field.map_or("", Field::name).to_owned())).collect();
        store::remember(tx.conn, institution, &explicit)?;
    }
    let parameters = Parameters {
        dry_run: query.dry_run.unwrap_or(false),
        mode: query.mode.unwrap_or(Mode::AllOrNothing),
        status: query.status.unwrap_or(Start::Draft),
        duplicates: query.duplicates.unwrap_or(Duplicates::List),
        insert_rows: query.insert_row,
        format: FileFormat::of(beginning.format),
        sheet: query.sheet,
        mapping: beginning
            .headers
            .into_iter()
            .zip(&found)
            .map(|(header, meaning)| match meaning.column {
                Column::Field(field) => (header, Some(field.name().to_owned())),
                _ => (header, None),
            })
            .collect(),
        defaults: defaults.into_iter().map(|(field, value)| (field.name().to_owned(), value)).collect(),
    };
    // One line a row, and one for the header; workbooks say nothing before they are read.
    let total = match parameters.format.kind {
        super::wire::FileKind::Xlsx => None,
        super::wire::FileKind::Csv => Some(i64::try_from(file.lines().saturating_sub(beginning.header_row)).unwrap_or(i64::MAX)),
        super::wire::FileKind::Ndjson => Some(i64::try_from(file.lines()).unwrap_or(i64::MAX)),
    };
    let (job, new) = jobs::start(
        tx,
        Started {
            kind: KIND,
            input_key: |id| format!("imports/{id}"),
            sha256: file.sha256(),
            file_name: query.file_name,
            total,
            parameters: &parameters,
        },
    )?;
    if new {
        tx.kernel.storage.keep(file, &job.input_key)?;
    }
    let location = Some(format!("/api/v1/jobs/{}", job.id));
    let job = jobs::view(job, tx.origin.language)?;
    if new { Answer::accepted(location, &job) } else { Ok(Answer { location, ..Answer::ok(&job)? }) }
}
