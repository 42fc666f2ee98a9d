//! The rows somebody has to look at, as a file in the layout they came in.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::language::{Language, Phrase};
use crate::kernel::storage::{self, Incoming};
use crate::resources::imports::KIND;
use crate::resources::jobs::{self, Findings, JobId, Outcome};
use std::io::BufWriter;
use tabular::{CsvWriter, TableWriter, Value, WriteProblem, XlsxOptions, XlsxWriter};

/// Rows that are read at a time.
const PAGE: i64 = 1000;

const REMARKS: Phrase = Phrase { ar: "ملاحظات", fr: "Remarques", en: "Remarks" };
const LIKE: Phrase = Phrase { ar: "ربما هي نفسها: {}", fr: "Peut-être la même : {}", en: "Perhaps the same: {}" };
const MEANT: Phrase = Phrase { ar: "لعل المقصود: {}", fr: "Peut-être : {}", en: "Perhaps: {}" };

fn unwritable(problem: WriteProblem) -> Error {
    match problem {
        WriteProblem::Io(cause) => storage::unavailable(cause),
        other => Error::internal(other),
    }
}

fn remarks(findings: &Findings, language: Language) -> String {
    let faults = findings.faults.iter().map(|fault| {
        let mut remark = jobs::sentence(&fault.code, &fault.expected, language);
        if let Some(column) = &fault.column {
            remark = format!("{column}: {remark}");
        }
        if let Some(likely) = &fault.likely {
            remark.push(' ');
            remark.push_str(&MEANT.in_language(language).replace("{}", likely));
        }
        remark
    });
    let matches = findings.matches.iter().map(|found| {
        let place = match (found.association_id, found.row) {
            (Some(id), _) => format!("{} ({id})", found.name),
            (None, Some(row)) => format!("{} ({row})", found.name),
            (None, None) => found.name.clone(),
        };
        LIKE.in_language(language).replace("{}", &place)
    });
    faults.chain(matches).collect::<Vec<_>>().join(" | ")
}

/// Writes the file, page by page.
///
/// # Errors
/// `not_found` for a job that is not the caller's or no import; `storage_unavailable`.
pub fn write(tx: &mut Read<'_>, id: JobId, outcome: Option<Outcome>, workbook: bool) -> Result<Incoming> {
    let job = jobs::visible_job(tx, id)?;
    if job.kind != KIND {
        return Err(Error::not_found());
    }
    let language = tx.origin.language;
    let outcome = outcome.unwrap_or(Outcome::Wrong);
    let mut headers = job.report()?.columns;
    // Where a workbook has no header over a column the cell still has its place.
    for (index, header) in headers.iter_mut().enumerate() {
        if header.is_empty() {
            *header = format!("#{}", index + 1);
        }
    }
    // Remarks of an earlier round give way to those of this one.
    let shown: Vec<usize> =
        (0..headers.len()).filter(|index| ![REMARKS.ar, REMARKS.fr, REMARKS.en].contains(&headers[*index].as_str())).collect();
    let mut names: Vec<&str> = shown.iter().map(|index| headers[*index].as_str()).collect();
    names.push(REMARKS.in_language(language));
    let mut file = tx.kernel.storage.begin(tx.kernel.ids.next(), u64::MAX)?;
    {
        let out = BufWriter::with_capacity(128 << 10, &mut file);
        let mut table: Box<dyn TableWriter + '_> = if workbook {
            let options = XlsxOptions { right_to_left: language == Language::Arabic, created_on: tx.now.day(), ..XlsxOptions::default() };
            Box::new(XlsxWriter::new(out, &options).map_err(unwritable)?)
        } else {
            Box::new(CsvWriter::new(out).map_err(unwritable)?)
        };
        table.header(&names).map_err(unwritable)?;
        let mut after = -1;
        loop {
            let rows = jobs::rows_after(tx.conn, id, &[outcome], after, PAGE)?;
            let Some(last) = rows.last() else { break };
            after = last.number;
            for row in &rows {
                let cells = row.cells()?.unwrap_or_default();
                let remark = remarks(&row.findings()?, language);
                let cell = |index: &usize| cells.get(*index).map_or(Value::Empty, |cell| Value::Text(cell));
                let mut values: Vec<Value<'_>> = shown.iter().map(cell).collect();
                values.push(Value::Text(&remark));
                table.row(&values).map_err(unwritable)?;
            }
        }
        table.finish().map_err(unwritable)?;
    }
    Ok(file)
}
