//! What is wrong with a table or a row, in the words of a report.

use crate::resources::associations::Likely;
use crate::resources::jobs::{Failure, Finding, Findings, Match};
use tabular::{Row, RowProblem, TableProblem};

use super::Item;

pub(super) fn table_failure(problem: &TableProblem) -> Failure {
    match problem {
        TableProblem::Row(problem) => row_failure(problem),
        other => Failure { code: other.code().to_owned(), expected: String::new(), row: None },
    }
}

pub(super) fn row_failure(problem: &RowProblem) -> Failure {
    Failure { code: problem.code().to_owned(), expected: limit_of(problem), row: i64::try_from(problem.row).ok() }
}

pub(super) fn limit_of(problem: &RowProblem) -> String {
    use tabular::RowProblemKind as K;
    match &problem.kind {
        K::TooManyRows { limit } => limit.to_string(),
        K::TooManyColumns { limit }
        | K::RowTooLong { limit }
        | K::LineTooLong { limit }
        | K::CellTooLong { limit }
        | K::TooDeep { limit } => limit.to_string(),
        K::DuplicateKey(key) => key.clone(),
        _ => String::new(),
    }
}

/// A row that could not be read at all.
pub(super) fn broken(problem: &RowProblem, headers: &[String]) -> Item {
    let finding = Finding {
        column: problem.column.and_then(|column| headers.get(column.checked_sub(1)?).cloned()),
        field: None,
        pointer: String::new(),
        value: String::new(),
        code: problem.code().to_owned(),
        expected: limit_of(problem),
        likely: None,
    };
    Item {
        number: i64::try_from(problem.row).unwrap_or(i64::MAX),
        row: Row::default(),
        read: Err(Findings { faults: vec![finding], matches: Vec::new() }),
    }
}

pub(super) fn shown(likely: Likely) -> Match {
    Match {
        association_id: likely.association,
        row: likely.row,
        name: likely.name,
        score: likely.score,
        reasons: likely.reasons.into_iter().map(str::to_owned).collect(),
    }
}
