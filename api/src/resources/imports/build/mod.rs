//! From a row of cells to an association: every cell is read by the rules of its field, every wrong one is noted.

mod reader;

use super::fields::Field;
use super::gazetteer::Gazetteer;
use super::layout::{Column, Meaning};
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::associations::{AssociationInput, ContactKind};
use crate::resources::jobs::Finding;
use chrono::NaiveDate;
use reader::Reader;
use serde_json::{Map, Value};
use std::collections::HashMap;
use tabular::{Cell, Row};

/// Characters of a cell that are repeated in a report.
const SHOWN: usize = 200;
/// The first day of law 12-06.
const LAW_12_06: Option<NaiveDate> = NaiveDate::from_ymd_opt(2012, 1, 12);

/// What rows are read with.
pub struct Builder<'a> {
    /// Names of places and crafts.
    pub gazetteer: &'a Gazetteer,
    /// Values where a cell is empty.
    pub defaults: HashMap<Field, Cell>,
    /// The present day.
    pub today: NaiveDate,
}

/// What a cell is called in a report.
pub fn shown(cell: &str) -> String {
    cell.chars().take(SHOWN).collect()
}

impl Builder<'_> {
    /// Reads a row.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, headers: &[String], meanings: &[Meaning], row: &Row) -> Result<AssociationInput, Vec<Finding>> {
        let mut cells: HashMap<Field, Vec<(usize, &Cell)>> = HashMap::with_capacity(meanings.len());
        let mut native = Map::new();
        for (index, (cell, meaning)) in row.cells.iter().zip(meanings).enumerate() {
            if cell.is_blank() {
                continue;
            }
            match meaning.column {
                Column::Field(field) => cells.entry(field).or_default().push((index, cell)),
                Column::Native => plant(&mut native, headers.get(index).map_or("", String::as_str), cell),
                Column::Ignored => {}
            }
        }
        let mut reader = Reader { builder: self, headers, meanings, cells, faults: Vec::new() };
        let input = reader.input(native);
        match input {
            Some(input) if reader.faults.is_empty() => Ok(input),
            _ => Err(reader.faults),
        }
    }

    /// What a fault found later is about: the column of its place in the association.
    pub fn finding(headers: &[String], meanings: &[Meaning], row: &Row, input: Option<&AssociationInput>, fault: &FieldFault) -> Finding {
        let field = field_of(&fault.pointer, input);
        let index = field.and_then(|field| meanings.iter().position(|meaning| meaning.column == Column::Field(field)));
        let value = index.and_then(|index| row.cells.get(index)).map(|cell| shown(&cell.to_text())).unwrap_or_default();
        let code = match (fault.pointer.as_str(), fault.fault) {
            ("/seat/commune_code", Fault::NotYours) => "not_your_wilaya",
            (_, fault) => fault.as_str(),
        };
        Finding {
            column: index.and_then(|index| headers.get(index).cloned()),
            field: field.map(|field| field.name().to_owned()),
            pointer: fault.pointer.clone(),
            value,
            code: code.to_owned(),
            expected: fault.expected.clone(),
            likely: None,
        }
    }
}

/// The field that a place in the association came from.
fn field_of(pointer: &str, input: Option<&AssociationInput>) -> Option<Field> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    if let ["contacts", index, ..] = parts.as_slice() {
        let contacts = input.map_or(&[][..], |input| input.contacts.as_slice());
        let index: usize = index.parse().ok()?;
        return Some(match contacts.get(index)?.kind {
            ContactKind::Phone if contacts[..index].iter().any(|contact| contact.kind == ContactKind::Phone) => Field::Mobile,
            ContactKind::Phone => Field::Phone,
            ContactKind::Email => Field::Email,
            ContactKind::Website => Field::Website,
            ContactKind::Social => Field::Social,
        });
    }
    let plain: String = parts.iter().filter(|part| !part.bytes().all(|b| b.is_ascii_digit())).flat_map(|part| ["/", part]).collect();
    let commune = (plain == "/seat/commune_code").then_some(Field::Commune);
    commune.or_else(|| Field::ALL.iter().copied().find(|field| field.pointer() == plain))
}

/// Puts a cell at its place (`contacts/0/value`) in a document.
fn plant(document: &mut Map<String, Value>, path: &str, cell: &Cell) {
    let value = match cell {
        Cell::Empty => return,
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Bool(value) => Value::Bool(*value),
        Cell::Date(day) => Value::String(day.to_string()),
        #[allow(clippy::cast_possible_truncation)] // whole and exact in a double
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => Value::from(*number as i64),
        Cell::Number(number) => Value::from(*number),
    };
    let mut parts = path.trim_start_matches('/').split('/');
    let (Some(list), Some(index), Some(name)) = (parts.next(), parts.next().and_then(|index| index.parse::<usize>().ok()), parts.next())
    else {
        return;
    };
    let items = document.entry(list).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(items) = items
        && index < 256
    {
        while items.len() <= index {
            items.push(Value::Object(Map::new()));
        }
        if let Some(Value::Object(item)) = items.get_mut(index) {
            item.insert(name.to_owned(), value);
        }
    }
}

/// Several telephone numbers in one cell, when each is one.
fn several_phones(typed: &str) -> Option<Vec<String>> {
    [";", "،", ",", "\n", "|", " ou ", " أو ", " et ", " و ", " - ", "/", "-"].iter().find_map(|separator| {
        let numbers: Vec<String> = typed
            .split(separator)
            .filter(|part| !part.trim().is_empty())
            .map(|part| text::phone::normalise(part).ok())
            .collect::<Option<_>>()?;
        (numbers.len() > 1).then_some(numbers)
    })
}
