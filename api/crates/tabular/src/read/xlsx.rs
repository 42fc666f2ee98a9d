//! Workbooks, through calamine, cell after cell.

use super::{RawRows, ReadSeek, guard};
use crate::{Cell, Limits, Row, RowProblem, RowProblemKind, TableProblem};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};
use chrono::NaiveDate;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Source = Box<dyn ReadSeek>;

/// Columns beyond this are not even kept until the row is refused.
const MOST_COLUMNS: usize = 16_384;

pub(super) struct Workbook {
    workbook: Xlsx<Source>,
    selected: Option<String>,
    date_1904: bool,
}

/// calamine is made for files that spreadsheets write. References such as `A99999999999` overflow in it, which panics in builds with
/// overflow checks: a hostile file must cost a problem, not a thread.
fn unpanicked<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("a reference or a size is out of range".to_owned()),
    }
}

impl Workbook {
    pub(super) fn open(mut source: Source, limits: &Limits) -> Result<Self, TableProblem> {
        guard::check(source.as_mut(), limits)?;
        let workbook: Xlsx<Source> = unpanicked(|| Xlsx::new(source)).map_err(TableProblem::Damaged)?;
        let date_1904 = workbook.has_1904_epoch();
        Ok(Self { workbook, selected: None, date_1904 })
    }

    pub(super) fn sheets(&self) -> Vec<String> {
        let visible = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
        self.workbook.sheets_metadata().iter().filter(visible).map(|sheet| sheet.name.clone()).collect()
    }

    pub(super) fn select(&mut self, name: &str) -> Result<(), TableProblem> {
        let known = self.sheets().into_iter().find(|sheet| sheet == name).ok_or(TableProblem::NoSheet)?;
        self.selected = Some(known);
        Ok(())
    }

    pub(super) fn rows(&mut self, limits: &Limits) -> Result<SheetRows<'_>, TableProblem> {
        let name = match &self.selected {
            Some(name) => name.clone(),
            None => self.first_with_cells()?,
        };
        let date_1904 = self.date_1904;
        let workbook = &mut self.workbook;
        let cells = unpanicked(|| workbook.worksheet_cells_reader(&name)).map_err(TableProblem::Damaged)?;
        Ok(SheetRows { cells, kept: None, row: 0, columns: limits.columns, date_1904, ended: false })
    }

    fn first_with_cells(&mut self) -> Result<String, TableProblem> {
        for name in self.sheets() {
            let workbook = &mut self.workbook;
            let found = unpanicked(|| {
                let mut cells = workbook.worksheet_cells_reader(&name)?;
                while let Some(cell) = cells.next_cell()? {
                    if *cell.get_value() != DataRef::Empty {
                        return Ok(true);
                    }
                }
                Ok(false)
            });
            if found.map_err(TableProblem::Damaged)? {
                return Ok(name);
            }
        }
        Err(TableProblem::NoSheet)
    }
}

pub(super) struct SheetRows<'a> {
    cells: XlsxCellReader<'a, Source>,
    /// The first cell of the next row: row and column from 0, value.
    kept: Option<(u32, usize, Cell)>,
    /// The last row given, from 1.
    row: u64,
    columns: usize,
    date_1904: bool,
    ended: bool,
}

impl SheetRows<'_> {
    /// The next cell that is not empty.
    fn cell(&mut self) -> Result<Option<(u32, usize, Cell)>, RowProblem> {
        if let Some(kept) = self.kept.take() {
            return Ok(Some(kept));
        }
        while !self.ended {
            let cells = &mut self.cells;
            let next =
                unpanicked(|| cells.next_cell()).map_err(|problem| RowProblem::new(self.row + 1, RowProblemKind::Damaged(problem)))?;
            let Some(next) = next else {
                self.ended = true;
                break;
            };
            let (row, column) = next.get_position();
            let value = self.value(next.get_value());
            if value != Cell::Empty {
                return Ok(Some((row, usize::try_from(column).unwrap_or(usize::MAX), value)));
            }
        }
        Ok(None)
    }

    fn value(&self, value: &DataRef<'_>) -> Cell {
        match value {
            DataRef::Empty => Cell::Empty,
            #[allow(clippy::cast_precision_loss)] // a spreadsheet holds doubles only
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(number) => Cell::Number(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) if text.is_empty() => Cell::Empty,
            DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
            DataRef::SharedString("") => Cell::Empty,
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) {
                Some(day) => Cell::Date(day),
                None => Cell::Text(text.clone()),
            },
            DataRef::DateTime(moment) => {
                let serial = moment.as_f64();
                // The 1904 system starts 1462 days later.
                let day = text::date::from_excel_serial(if self.date_1904 { serial + 1462.0 } else { serial });
                match day {
                    Ok(day) if moment.is_datetime() => Cell::Date(day),
                    _ => Cell::Number(serial),
                }
            }
            DataRef::Error(error) => Cell::Text(error.to_string()),
        }
    }
}

impl RawRows for SheetRows<'_> {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, RowProblem> {
        row.cells.clear();
        let Some((index, mut column, mut value)) = self.cell()? else { return Ok(false) };
        row.number = u64::from(index) + 1;
        if row.number <= self.row {
            self.ended = true;
            return Err(RowProblem::new(row.number, RowProblemKind::Damaged("rows are out of order".to_owned())));
        }
        self.row = row.number;
        let mut too_many = false;
        loop {
            if column >= MOST_COLUMNS.min(self.columns.saturating_mul(4).max(64)) {
                too_many = true;
            } else {
                if row.cells.len() <= column {
                    row.cells.resize_with(column + 1, Cell::default);
                }
                if let Some(cell) = row.cells.get_mut(column) {
                    *cell = value;
                }
            }
            let Some(next) = self.cell()? else { break };
            if next.0 != index {
                self.kept = Some(next);
                break;
            }
            (column, value) = (next.1, next.2);
        }
        if too_many {
            return Err(RowProblem::new(row.number, RowProblemKind::TooManyColumns { limit: self.columns }));
        }
        Ok(true)
    }
}
