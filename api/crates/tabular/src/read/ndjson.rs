//! One JSON object on each line.

use super::RawRows;
use crate::{Cell, Limits, Row, RowProblem, RowProblemKind};
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};

pub(super) struct NdjsonSource {
    source: BufReader<Box<dyn Read + Send>>,
    /// The part of a line that came with an earlier buffer.
    line: Vec<u8>,
    number: u64,
    columns: Columns,
    row_bytes: usize,
}

/// Names of the columns met so far, and the state of the row being read.
struct Columns {
    names: Vec<String>,
    by_name: HashMap<String, usize>,
    /// The column expected next: objects mostly have their keys in one order.
    expected: usize,
    path: String,
    depth: usize,
    problem: Option<RowProblemKind>,
    most: usize,
    deepest: usize,
}

impl NdjsonSource {
    pub(super) fn new(source: Box<dyn Read + Send>, limits: &Limits) -> Self {
        Self {
            source: BufReader::with_capacity(128 << 10, source),
            line: Vec::new(),
            number: 0,
            columns: Columns {
                names: Vec::new(),
                by_name: HashMap::new(),
                expected: 0,
                path: String::new(),
                depth: 0,
                problem: None,
                most: limits.columns,
                deepest: limits.depth,
            },
            row_bytes: limits.row_bytes,
        }
    }

    fn io(&self, error: std::io::Error) -> RowProblem {
        RowProblem::new(self.number + 1, RowProblemKind::Io(error))
    }
}

impl RawRows for NdjsonSource {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, RowProblem> {
        loop {
            self.line.clear();
            let mut too_long = false;
            let mut started = false;
            loop {
                let buffer = match self.source.fill_buf() {
                    Ok(buffer) => buffer,
                    Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                    Err(error) => return Err(self.io(error)),
                };
                if buffer.is_empty() {
                    break;
                }
                started = true;
                let end = memchr::memchr(b'\n', buffer);
                let piece = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
                let used = end.map_or(buffer.len(), |end| end + 1);
                if self.line.is_empty() && end.is_some() && piece.len() <= self.row_bytes && !too_long {
                    // The whole line lies in the buffer: no copy.
                    self.number += 1;
                    let read = self.columns.read(piece, self.number, row);
                    self.source.consume(used);
                    match read? {
                        true => return Ok(true),
                        false => {
                            started = false;
                            continue;
                        }
                    }
                }
                too_long |= self.line.len() + piece.len() > self.row_bytes;
                if too_long {
                    self.line.clear()
                } else {
                    self.line.extend_from_slice(piece)
                }
                self.source.consume(used);
                if end.is_some() {
                    break;
                }
            }
            if !started {
                return Ok(false);
            }
            self.number += 1;
            if too_long {
                return Err(RowProblem::new(self.number, RowProblemKind::LineTooLong { limit: self.row_bytes }));
            }
            let line = std::mem::take(&mut self.line);
            let read = self.columns.read(&line, self.number, row);
            self.line = line;
            if read? {
                return Ok(true);
            }
        }
    }

    fn names(&self) -> Option<&[String]> {
        Some(&self.columns.names)
    }
}

impl Columns {
    /// Reads one line into `row`; `false` for a blank one.
    fn read(&mut self, line: &[u8], number: u64, row: &mut Row) -> Result<bool, RowProblem> {
        let line = if number == 1 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line) } else { line };
        let line = line.trim_ascii();
        let Some(first) = line.first() else { return Ok(false) };
        row.number = number;
        if *first != b'{' {
            let kind = match serde_json::from_slice::<serde::de::IgnoredAny>(line) {
                Ok(_) => RowProblemKind::NotAnObject,
                Err(error) => RowProblemKind::NotJson(error.to_string()),
            };
            return Err(RowProblem::new(number, kind));
        }
        row.cells.iter_mut().for_each(empty);
        row.cells.resize_with(self.names.len(), Cell::default);
        (self.expected, self.depth, self.problem) = (0, 0, None);
        self.path.clear();
        let mut json = serde_json::Deserializer::from_slice(line);
        let read = Value { columns: self, cells: &mut row.cells }.deserialize(&mut json).and_then(|()| json.end());
        match (read, self.problem.take()) {
            (Ok(()), _) => {
                let missing = |cell: &&mut Cell| matches!(&**cell, Cell::Text(text) if text.is_empty());
                row.cells.iter_mut().filter(missing).for_each(|cell| *cell = Cell::Empty);
                Ok(true)
            }
            (Err(_), Some(kind)) => Err(RowProblem::new(number, kind)),
            (Err(error), None) => Err(RowProblem::new(number, RowProblemKind::NotJson(error.to_string()))),
        }
    }

    /// The column of the current path.
    fn column(&mut self) -> Result<usize, RowProblemKind> {
        let index = if self.names.get(self.expected) == Some(&self.path) {
            self.expected
        } else if let Some(index) = self.by_name.get(&self.path) {
            *index
        } else if self.names.len() >= self.most {
            return Err(RowProblemKind::TooManyColumns { limit: self.most });
        } else {
            self.names.push(self.path.clone());
            self.by_name.insert(self.path.clone(), self.names.len() - 1);
            self.names.len() - 1
        };
        self.expected = index + 1;
        Ok(index)
    }
}

/// Empties a cell but keeps the memory of its text: an empty text is never read from a file.
fn empty(cell: &mut Cell) {
    match cell {
        Cell::Text(text) => text.clear(),
        other => *other = Cell::Empty,
    }
}

/// A value at the current path, whatever it is.
struct Value<'a> {
    columns: &'a mut Columns,
    cells: &'a mut Vec<Cell>,
}

impl Value<'_> {
    fn refuse<E: Error>(&mut self, kind: RowProblemKind) -> E {
        let error = E::custom(&kind);
        self.columns.problem = Some(kind);
        error
    }

    fn put<E: Error>(&mut self, set: impl FnOnce(&mut Cell)) -> Result<(), E> {
        let index = match self.columns.column() {
            Ok(index) => index,
            Err(kind) => return Err(self.refuse(kind)),
        };
        if self.cells.len() <= index {
            self.cells.resize_with(index + 1, Cell::default);
        }
        match self.cells.get_mut(index) {
            Some(cell) if matches!(cell, Cell::Empty) || matches!(&*cell, Cell::Text(text) if text.is_empty()) => {
                set(cell);
                Ok(())
            }
            _ => {
                let key = self.columns.path.clone();
                Err(self.refuse(RowProblemKind::DuplicateKey(key)))
            }
        }
    }

    fn enter<E: Error>(&mut self) -> Result<usize, E> {
        self.columns.depth += 1;
        let limit = self.columns.deepest;
        if self.columns.depth > limit { Err(self.refuse(RowProblemKind::TooDeep { limit })) } else { Ok(self.columns.path.len()) }
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        self.put(|cell| *cell = Cell::Empty)
    }

    fn visit_bool<E: Error>(mut self, value: bool) -> Result<(), E> {
        self.put(|cell| *cell = Cell::Bool(value))
    }

    fn visit_f64<E: Error>(mut self, value: f64) -> Result<(), E> {
        self.put(|cell| *cell = Cell::Number(value))
    }

    fn visit_i64<E: Error>(mut self, value: i64) -> Result<(), E> {
        self.put(|cell| *cell = whole(value.unsigned_abs(), value < 0))
    }

    fn visit_u64<E: Error>(mut self, value: u64) -> Result<(), E> {
        self.put(|cell| *cell = whole(value, false))
    }

    fn visit_str<E: Error>(mut self, value: &str) -> Result<(), E> {
        self.put(|cell| if value.is_empty() { *cell = Cell::Empty } else { cell.set_text(value) })
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let outer = self.enter()?;
        while map.next_key_seed(Key { path: &mut self.columns.path, nested: outer > 0 })?.is_some() {
            map.next_value_seed(Value { columns: self.columns, cells: self.cells })?;
            self.columns.path.truncate(outer);
        }
        self.columns.depth -= 1;
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let outer = self.enter()?;
        for index in 0_usize.. {
            self.columns.path.push('/');
            self.columns.path.push_str(&index.to_string());
            let more = seq.next_element_seed(Value { columns: self.columns, cells: self.cells })?;
            self.columns.path.truncate(outer);
            if more.is_none() {
                break;
            }
        }
        self.columns.depth -= 1;
        Ok(())
    }
}

/// A whole number that a double holds exactly is a number; a longer one keeps its digits as text.
fn whole(magnitude: u64, negative: bool) -> Cell {
    const EXACT: u64 = 1 << 53;
    if magnitude > EXACT {
        return Cell::Text(format!("{}{magnitude}", if negative { "-" } else { "" }));
    }
    #[allow(clippy::cast_precision_loss)] // not above 2^53
    let value = magnitude as f64;
    Cell::Number(if negative { -value } else { value })
}

/// A key, appended to the path as RFC 6901 (JSON Pointer) writes it, without the leading slash.
struct Key<'a> {
    path: &'a mut String,
    nested: bool,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        if self.nested {
            self.path.push('/');
        }
        if key.contains(['~', '/']) {
            self.path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        } else {
            self.path.push_str(key);
        }
        Ok(())
    }
}
