//! What can be wrong with a table as a whole and with one of its rows.

use thiserror::Error;

/// Why a table cannot be read at all.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TableProblem {
    /// Reading failed.
    #[error("the file cannot be read")]
    Io(#[from] std::io::Error),
    /// There is no row that could be a header.
    #[error("the table is empty")]
    Empty,
    /// The workbook has no visible sheet with cells in it.
    #[error("the workbook has no visible sheet with cells")]
    NoSheet,
    /// Not an archive, cut off, encrypted, or with parts that contradict each other.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// More parts than [`crate::Limits::zip_entries`].
    #[error("the workbook has more than {limit} parts")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// Inflates to more than [`crate::Limits::zip_bytes`], or a part to more than that part may.
    #[error("the workbook inflates to more than {limit} bytes")]
    TooLarge {
        /// The limit, bytes.
        limit: u64,
    },
    /// A part inflates more than [`crate::Limits::zip_ratio`] times.
    #[error("the workbook inflates more than {limit} times")]
    Ratio {
        /// The limit.
        limit: u64,
    },
    /// More shared strings than [`crate::Limits::shared_strings`].
    #[error("the workbook has more than {limit} different texts")]
    TooManyStrings {
        /// The limit.
        limit: u64,
    },
    /// A problem in the first rows, before the header was found.
    #[error(transparent)]
    Row(#[from] RowProblem),
}

impl TableProblem {
    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "table_unreadable",
            Self::Empty => "table_empty",
            Self::NoSheet => "table_no_sheet",
            Self::Damaged(_) => "table_damaged",
            Self::TooManyParts { .. } => "table_too_many_parts",
            Self::TooLarge { .. } => "table_too_large",
            Self::Ratio { .. } => "table_inflates_too_much",
            Self::TooManyStrings { .. } => "table_too_many_strings",
            Self::Row(problem) => problem.code(),
        }
    }
}

/// What is wrong with a row, and where.
#[derive(Debug, Error)]
#[error("row {row}: {kind}")]
pub struct RowProblem {
    /// The row, as in [`crate::Row::number`].
    pub row: u64,
    /// The column, from 1, when one cell is to blame.
    pub column: Option<usize>,
    /// What is wrong.
    #[source]
    pub kind: RowProblemKind,
}

impl RowProblem {
    pub(crate) fn new(row: u64, kind: RowProblemKind) -> Self {
        Self { row, column: None, kind }
    }

    pub(crate) fn at(row: u64, column: usize, kind: RowProblemKind) -> Self {
        Self { row, column: Some(column), kind }
    }

    /// Whether no row can be read after this one.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        use RowProblemKind as K;
        match self.kind {
            K::Io(_) | K::TooManyRows { .. } | K::UnclosedQuote | K::RowTooLong { .. } | K::Damaged(_) => true,
            K::TooManyColumns { .. }
            | K::LineTooLong { .. }
            | K::CellTooLong { .. }
            | K::ExtraCell
            | K::NotJson(_)
            | K::NotAnObject
            | K::DuplicateKey(_)
            | K::TooDeep { .. } => false,
        }
    }

    /// A stable name for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        use RowProblemKind as K;
        match self.kind {
            K::Io(_) => "table_unreadable",
            K::TooManyRows { .. } => "table_too_many_rows",
            K::TooManyColumns { .. } => "table_too_many_columns",
            K::RowTooLong { .. } | K::LineTooLong { .. } => "row_too_long",
            K::CellTooLong { .. } => "cell_too_long",
            K::ExtraCell => "cell_without_header",
            K::UnclosedQuote => "row_unclosed_quote",
            K::NotJson(_) => "row_not_json",
            K::NotAnObject => "row_not_an_object",
            K::DuplicateKey(_) => "row_duplicate_key",
            K::TooDeep { .. } => "row_too_deep",
            K::Damaged(_) => "table_damaged",
        }
    }
}

/// The kinds of [`RowProblem`].
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RowProblemKind {
    /// Reading failed.
    #[error("the file cannot be read")]
    Io(#[source] std::io::Error),
    /// More rows than [`crate::Limits::rows`].
    #[error("there are more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: u64,
    },
    /// More columns than [`crate::Limits::columns`].
    #[error("there are more than {limit} columns")]
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// More bytes than [`crate::Limits::row_bytes`]; in CSV mostly a quotation mark that is never closed.
    #[error("the row is longer than {limit} bytes")]
    RowTooLong {
        /// The limit, bytes.
        limit: usize,
    },
    /// More bytes than [`crate::Limits::row_bytes`] in one line of NDJSON, which is passed over.
    #[error("the line is longer than {limit} bytes")]
    LineTooLong {
        /// The limit, bytes.
        limit: usize,
    },
    /// More characters than [`crate::Limits::cell_chars`].
    #[error("the cell is longer than {limit} characters")]
    CellTooLong {
        /// The limit, characters.
        limit: usize,
    },
    /// A cell under no header: often a separator inside an unquoted value.
    #[error("the cell stands under no header")]
    ExtraCell,
    /// The file ends inside a quoted value that begins in this row.
    #[error("a quotation mark is never closed")]
    UnclosedQuote,
    /// The line is not JSON in UTF-8.
    #[error("the line is not JSON: {0}")]
    NotJson(String),
    /// The line is JSON, but no object.
    #[error("the line is not a JSON object")]
    NotAnObject,
    /// A key stands twice in one object.
    #[error("the key {0} stands twice")]
    DuplicateKey(String),
    /// More nesting than [`crate::Limits::depth`].
    #[error("the object is nested more than {limit} levels deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// The workbook turned out damaged on the way.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
}
