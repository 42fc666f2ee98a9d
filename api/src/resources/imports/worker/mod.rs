//! Doing an import.
//!
//! Good rows only: chunk by chunk, each in one transaction with its progress, so that a server that dies leaves whole chunks and the
//! next one goes on behind them. All or nothing: everything is checked first, then written in one transaction. A dry run checks only.

mod problems;

use super::build::Builder;
use super::fields::Field;
use super::gazetteer::Gazetteer;
use super::layout::{self, Meaning};
use super::wire::{Duplicates, Mode, Parameters};
use super::{KIND, may};
use crate::kernel::access::Role;
use crate::kernel::access::permissions::May;
use crate::kernel::db::types::Json;
use crate::kernel::error::Error;
use crate::kernel::validate::FieldFault;
use crate::resources::associations::{self, Known, NewFile, Rules, Seen, Standing};
use crate::resources::jobs::{Ending, Failure, Finding, Findings, Halt, JobId, NewRow, Outcome, Report, Running, Worker};
use problems::{broken, row_failure, shown, table_failure};
use std::collections::{HashMap, HashSet};
use tabular::{Cell, Row, Rows, TableProblem};

/// Rows in a transaction: enough to be fast, and over in well under a second.
const CHUNK: usize = 1000;

/// Rows after which it is looked whether the work is to go on.
const LOOK: usize = 250;

/// Does imports.
pub const WORKER: Worker = Worker { kind: KIND, run };

type Result<T> = std::result::Result<T, Halt>;

/// What a whole import has at hand.
struct Import {
    parameters: Parameters,
    gazetteer: Gazetteer,
    rules: Rules,
    role: Option<Role>,
    job: JobId,
    insert_rows: HashSet<i64>,
    asked: HashMap<String, Option<Field>>,
}

/// A row that was read.
struct Item {
    number: i64,
    row: Row,
    read: std::result::Result<Box<NewFile>, Findings>,
}

/// What becomes of a chunk.
struct Chunk {
    files: Vec<NewFile>,
    /// Numbers of the rows of `files`.
    numbers: Vec<i64>,
    /// Rows that are not added.
    rows: Vec<NewRow>,
}

fn run(running: &mut Running<'_>) -> Result<Ending> {
    let parameters: Parameters = running.job.parameters.read().map_err(Error::from)?;
    let import = running.read(|tx| {
        Ok(Import {
            gazetteer: Gazetteer::load(tx)?,
            rules: Rules::load(tx)?,
            role: tx.caller.and_then(|caller| caller.role),
            job: running.job.id,
            insert_rows: parameters.insert_rows.iter().copied().collect(),
            asked: parameters
                .mapping
                .iter()
                .filter_map(|(header, field)| Some((header.clone(), Some(Field::from_name(field.as_deref()?)?))))
                .collect(),
            parameters,
        })
    })?;
    let fresh = import.parameters.dry_run || import.parameters.mode == Mode::AllOrNothing;
    if fresh && running.job.done > 0 {
        running.start_over()?;
    }
    let mut table = match import.open(running) {
        Ok(table) => table,
        Err(Opened::Table(problem)) => return Ok(Ending::Failed(table_failure(&problem))),
        Err(Opened::Halt(halt)) => return Err(halt),
    };
    let mut rows = match table.rows() {
        Ok(rows) => rows,
        Err(problem) => return Ok(Ending::Failed(table_failure(&problem))),
    };
    if fresh { import.checked(running, &mut rows) } else { import.good_rows(running, &mut rows) }
}

enum Opened {
    Table(TableProblem),
    Halt(Halt),
}

/// What reading came to.
enum Next {
    /// Some rows; none at the end.
    Rows(Vec<Item>),
    /// The file cannot be read on.
    Broken(Failure),
}

/// Headers and their meanings, which grow with the keys of NDJSON.
struct Columns {
    headers: Vec<String>,
    meanings: Vec<Meaning>,
}

impl Import {
    fn open(&self, running: &Running<'_>) -> std::result::Result<tabular::Table, Opened> {
        let file = running.kernel.storage.open(&running.job.input_key).map_err(|error| Opened::Halt(error.into()))?;
        layout::open(file, self.parameters.format.format(), self.parameters.sheet.as_deref()).map_err(|problem| match problem {
            TableProblem::Io(cause) => Opened::Halt(crate::kernel::storage::unavailable(cause).into()),
            other => Opened::Table(other),
        })
    }

    fn columns(&self, headers: &[String]) -> Columns {
        // What was found out at the start is asked for now; headers that came later are guessed.
        let left_out: HashSet<&str> =
            self.parameters.mapping.iter().filter(|(_, field)| field.is_none()).map(|(header, _)| header.as_str()).collect();
        let native = |header: &str| header.contains('/');
        let meanings = layout::meanings(
            headers,
            |header| match self.asked.get(header) {
                Some(field) => Some(*field),
                None if left_out.contains(header) && !native(header) => Some(None),
                None => None,
            },
            |_| None,
        );
        Columns { headers: headers.to_vec(), meanings }
    }

    fn builder(&self, running: &Running<'_>) -> Builder<'_> {
        let defaults = self
            .parameters
            .defaults
            .iter()
            .filter_map(|(field, value)| Some((Field::from_name(field)?, Cell::Text(value.clone()))))
            .collect();
        Builder { gazetteer: &self.gazetteer, defaults, today: running.kernel.clock.now().day() }
    }

    /// Reads the next rows and holds each against the rules.
    fn next(&self, running: &Running<'_>, builder: &Builder<'_>, rows: &mut Rows<'_>, columns: &mut Columns) -> Result<Next> {
        let mut items = Vec::with_capacity(CHUNK);
        while items.len() < CHUNK {
            if items.len().is_multiple_of(LOOK) {
                running.go_on()?;
            }
            let row = match rows.next() {
                None => break,
                Some(Ok(row)) => row,
                Some(Err(problem)) if problem.is_fatal() => return Ok(Next::Broken(row_failure(&problem))),
                Some(Err(problem)) => {
                    items.push(broken(&problem, rows.headers()));
                    continue;
                }
            };
            if rows.headers().len() != columns.headers.len() {
                *columns = self.columns(rows.headers());
            }
            let number = i64::try_from(row.number).unwrap_or(i64::MAX);
            let read = self.prepare(builder, columns, &row)?;
            items.push(Item { number, row, read });
        }
        Ok(Next::Rows(items))
    }

    fn prepare(&self, builder: &Builder<'_>, columns: &Columns, row: &Row) -> Result<std::result::Result<Box<NewFile>, Findings>> {
        let wrong = |faults: Vec<Finding>| Ok(Err(Findings { faults, matches: Vec::new() }));
        let input = match builder.read(&columns.headers, &columns.meanings, row) {
            Ok(input) => input,
            Err(faults) => return wrong(faults),
        };
        let find = |faults: Vec<FieldFault>, input: &associations::AssociationInput| {
            faults.iter().map(|fault| Builder::finding(&columns.headers, &columns.meanings, row, Some(input), fault)).collect::<Vec<_>>()
        };
        if self.parameters.status == super::wire::Start::Verified
            && let Some(other) = Rules::decided_by_another(self.role, input.level)
        {
            let fault = FieldFault::new("/level", crate::kernel::validate::Fault::NotAllowed);
            let mut findings = find(vec![fault], &input);
            for finding in &mut findings {
                finding.code = if other == Role::Ministry { "ministry_decides" } else { "chamber_decides" }.to_owned();
            }
            return wrong(findings);
        }
        // The normal form is made of the input itself: a fault's place is looked up in what was typed.
        let typed = input.clone();
        match self.rules.prepare(input)? {
            Ok(file) => Ok(Ok(Box::new(file))),
            Err(faults) => wrong(find(faults, &typed)),
        }
    }

    fn kept(&self, number: i64, outcome: Outcome, id: Option<associations::Id>, findings: Option<&Findings>, row: &Row) -> Result<NewRow> {
        let source = match findings {
            Some(_) => Some(Json::of(&row.cells.iter().map(Cell::to_text).collect::<Vec<_>>()).map_err(Error::from)?),
            None => None,
        };
        let findings = findings.map(Json::of).transpose().map_err(Error::from)?;
        Ok(NewRow { job_id: self.job, number, outcome, association_id: id, findings, source })
    }

    /// Decides what becomes of rows that were read: asks the register once about all of them.
    fn sort(&self, running: &Running<'_>, items: Vec<Item>, seen: &mut Seen, report: &mut Report) -> Result<Chunk> {
        let mut files = Vec::with_capacity(items.len());
        let mut others = Vec::with_capacity(items.len());
        let mut chunk = Chunk { files: Vec::new(), numbers: Vec::new(), rows: Vec::new() };
        for Item { number, row, read } in items {
            match read {
                Ok(file) => {
                    files.push(*file);
                    others.push((number, row));
                }
                Err(findings) => {
                    report.wrong += 1;
                    chunk.rows.push(self.kept(number, Outcome::Wrong, None, Some(&findings), &row)?);
                }
            }
        }
        let known = running.read(|tx| Known::of(tx, &files))?;
        for (file, (number, row)) in files.into_iter().zip(others) {
            match seen.standing(&known, &file) {
                Standing::Unchanged(id) => {
                    report.unchanged += 1;
                    chunk.rows.push(self.kept(number, Outcome::Unchanged, id, None, &row)?);
                    continue;
                }
                Standing::Likely(likely) if self.parameters.duplicates != Duplicates::Insert && !self.insert_rows.contains(&number) => {
                    report.duplicates += 1;
                    let findings = Findings { faults: Vec::new(), matches: likely.into_iter().map(shown).collect() };
                    chunk.rows.push(self.kept(number, Outcome::Duplicate, None, Some(&findings), &row)?);
                    continue;
                }
                Standing::New | Standing::Likely(_) => {}
            }
            report.added += 1;
            seen.remember(number, &file);
            chunk.numbers.push(number);
            chunk.files.push(file);
        }
        chunk.rows.sort_by_key(|row| row.number);
        Ok(chunk)
    }

    fn add(&self, tx: &mut crate::kernel::access::allowed::Read<'_>, files: Vec<NewFile>, numbers: &[i64]) -> Result<Vec<NewRow>> {
        let origin = serde_json::json!({ "job": self.job });
        let ids = associations::add(tx, files, self.parameters.status.status(), may::ImportAssociations::PERMISSION.operation, &origin)?;
        let added = |(number, id): (&i64, _)| NewRow {
            job_id: self.job,
            number: *number,
            outcome: Outcome::Added,
            association_id: Some(id),
            findings: None,
            source: None,
        };
        Ok(numbers.iter().zip(ids).map(added).collect())
    }

    fn describe(columns: &Columns, report: &mut Report) {
        if report.columns.len() != columns.headers.len() {
            report.columns.clone_from(&columns.headers);
            let ignored = columns.headers.iter().zip(&columns.meanings).filter(|(_, meaning)| meaning.column == layout::Column::Ignored);
            report.ignored_columns = ignored.map(|(header, _)| header.clone()).collect();
        }
    }

    fn good_rows(&self, running: &mut Running<'_>, rows: &mut Rows<'_>) -> Result<Ending> {
        let builder = self.builder(running);
        let mut columns = self.columns(rows.headers());
        let mut report = running.job.report()?;
        let mut done = running.job.done;
        // Behind what an earlier runner has done.
        for _ in 0..done {
            match rows.next() {
                Some(Err(problem)) if problem.is_fatal() => return Ok(Ending::Failed(row_failure(&problem))),
                _ => {}
            }
        }
        let mut seen = Seen::default();
        loop {
            let items = match self.next(running, &builder, rows, &mut columns)? {
                Next::Rows(items) if items.is_empty() => return Ok(Ending::Done),
                Next::Rows(items) => items,
                Next::Broken(failure) => return Ok(Ending::Failed(failure)),
            };
            Self::describe(&columns, &mut report);
            done += i64::try_from(items.len()).unwrap_or(i64::MAX);
            seen.clear();
            let Chunk { files, numbers, mut rows } = self.sort(running, items, &mut seen, &mut report)?;
            report.written = true;
            running.write(|tx| {
                rows.extend(self.add(tx, files, &numbers)?);
                rows.sort_by_key(|row| row.number);
                Ok((done, report.clone(), rows))
            })?;
        }
    }

    /// Checks everything; then, unless it is a dry run or something is not good, writes everything.
    fn checked(&self, running: &mut Running<'_>, rows: &mut Rows<'_>) -> Result<Ending> {
        let builder = self.builder(running);
        let mut columns = self.columns(rows.headers());
        let mut report = Report::default();
        let mut done = 0;
        let mut seen = Seen::default();
        let mut left_out: HashSet<i64> = HashSet::new();
        loop {
            let items = match self.next(running, &builder, rows, &mut columns)? {
                Next::Rows(items) if items.is_empty() => break,
                Next::Rows(items) => items,
                Next::Broken(failure) => return Ok(Ending::Failed(failure)),
            };
            Self::describe(&columns, &mut report);
            done += i64::try_from(items.len()).unwrap_or(i64::MAX);
            let Chunk { numbers, mut rows, .. } = self.sort(running, items, &mut seen, &mut report)?;
            left_out.extend(rows.iter().map(|row| row.number));
            if self.parameters.dry_run {
                let would = |number: &i64| NewRow {
                    job_id: self.job,
                    number: *number,
                    outcome: Outcome::Added,
                    association_id: None,
                    findings: None,
                    source: None,
                };
                rows.extend(numbers.iter().map(would));
                rows.sort_by_key(|row| row.number);
            }
            running.write(|_| Ok((done, report.clone(), rows)))?;
        }
        drop(seen);
        let decided = report.duplicates == 0 || self.parameters.duplicates == Duplicates::Skip;
        if self.parameters.dry_run || report.wrong > 0 || !decided || report.added == 0 {
            return Ok(Ending::Done);
        }
        report.written = true;
        let mut table = match self.open(running) {
            Ok(table) => table,
            Err(Opened::Table(problem)) => return Ok(Ending::Failed(table_failure(&problem))),
            Err(Opened::Halt(halt)) => return Err(halt),
        };
        let mut rows = table.rows().map_err(layout::unreadable)?;
        running.write(|tx| {
            let mut columns = self.columns(rows.headers());
            let mut added = 0;
            loop {
                let items = match self.next(running, &builder, &mut rows, &mut columns)? {
                    Next::Rows(items) if items.is_empty() => break,
                    Next::Rows(items) => items,
                    Next::Broken(_) => return Err(Error::internal("the file has changed").into()),
                };
                let (mut files, mut numbers) = (Vec::new(), Vec::new());
                for item in items.into_iter().filter(|item| !left_out.contains(&item.number)) {
                    files.push(*item.read.map_err(|_| Error::internal("a row that was good is not"))?);
                    numbers.push(item.number);
                }
                added += i64::try_from(files.len()).unwrap_or(i64::MAX);
                let rows = self.add(tx, files, &numbers)?;
                running.keep(tx, rows)?;
            }
            if added == report.added { Ok((done, report.clone(), Vec::new())) } else { Err(Error::internal("rows were lost").into()) }
        })?;
        Ok(Ending::Done)
    }
}
