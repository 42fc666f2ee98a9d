//! The cells of one row, read as the fields of a file.

use crate::kernel::language::Text;
use crate::kernel::validate::Fault;
use crate::resources::associations::{
    AssociationInput, Contact, ContactKind, Founders, Gender, Headcount, Kind, LegalRegime, Level, Mandate, Office, Receipt, Seat,
};
use crate::resources::imports::fields::Field;
use crate::resources::imports::gazetteer::{Gazetteer, Unread};
use crate::resources::imports::layout::{Column, Meaning};
use crate::resources::imports::words;
use crate::resources::jobs::Finding;
use chrono::{Datelike, NaiveDate};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::HashMap;
use tabular::Cell;

use super::{Builder, LAW_12_06, several_phones, shown};

/// The cells of one row by field.
pub(super) struct Reader<'a> {
    pub(super) builder: &'a Builder<'a>,
    pub(super) headers: &'a [String],
    pub(super) meanings: &'a [Meaning],
    pub(super) cells: HashMap<Field, Vec<(usize, &'a Cell)>>,
    pub(super) faults: Vec<Finding>,
}

impl<'a> Reader<'a> {
    /// The cell of a field, or its default, with the column it stands in.
    fn cell(&self, field: Field) -> Option<(Option<usize>, &'a Cell)> {
        let given = self.cells.get(&field).and_then(|cells| cells.first()).map(|(index, cell)| (Some(*index), *cell));
        given.or_else(|| self.builder.defaults.get(&field).map(|cell| (None, cell)))
    }

    fn has(&self, field: Field) -> bool {
        self.cell(field).is_some()
    }

    fn note(&mut self, field: Field, code: &str, expected: impl Into<String>, likely: Option<String>) {
        let cell = self.cell(field);
        // An empty cell is told by its column too.
        let own = |meaning: &Meaning| matches!(meaning.column, Column::Field(of) if of == field);
        let index = cell.map_or_else(|| self.meanings.iter().position(own), |(index, _)| index);
        self.faults.push(Finding {
            column: index.and_then(|index| self.headers.get(index).cloned()),
            field: Some(field.name().to_owned()),
            pointer: field.pointer().to_owned(),
            value: cell.map(|(_, cell)| shown(&cell.to_text())).unwrap_or_default(),
            code: code.to_owned(),
            expected: expected.into(),
            likely,
        });
    }

    fn text(&self, field: Field) -> Option<Cow<'a, str>> {
        self.cell(field).map(|(_, cell)| cell.to_text())
    }

    fn line(&mut self, field: Field) -> Option<String> {
        let typed = self.text(field)?;
        match text::hygiene::clean(&typed) {
            Ok(clean) if clean.is_empty() => None,
            Ok(clean) => Some(clean),
            Err(problem) => {
                self.note(field, problem.code(), "", None);
                None
            }
        }
    }

    fn required_line(&mut self, field: Field) -> Option<String> {
        let before = self.faults.len();
        let line = self.line(field);
        if line.is_none() && self.faults.len() == before {
            self.note(field, Fault::Required.as_str(), "", None);
        }
        line
    }

    fn day(&mut self, field: Field) -> Option<NaiveDate> {
        let (_, cell) = self.cell(field)?;
        let day = match cell {
            Cell::Date(day) => Ok(*day),
            // A year alone is no serial of a day anybody means.
            Cell::Number(serial) if *serial >= 2200.0 => text::date::from_excel_serial(*serial),
            cell => text::date::parse_or_serial(&cell.to_text()),
        };
        match day {
            Ok(day) => Some(day),
            Err(problem) => {
                self.note(field, problem.code(), "", problem.likely().map(|day| day.to_string()));
                None
            }
        }
    }

    fn count(&mut self, field: Field) -> Option<i64> {
        let typed = self.text(field)?;
        match text::number::count(&typed) {
            Ok(count) => Some(i64::from(count)),
            Err(problem) => {
                let likely: String = text::latin_digits(&typed).chars().filter(char::is_ascii_digit).take(9).collect();
                self.note(field, problem.code(), "", Some(likely).filter(|likely| !likely.is_empty()));
                None
            }
        }
    }

    fn decimal(&mut self, field: Field) -> Option<f64> {
        let (_, cell) = self.cell(field)?;
        if let Cell::Number(number) = cell {
            return Some(*number);
        }
        let typed = text::latin_digits(&cell.to_text()).trim().replace([',', '٫'], ".");
        let number = typed.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.note(field, "number_unrecognised", "", None);
        }
        number
    }

    fn word<T>(&mut self, field: Field, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let typed = self.text(field)?;
        match read(&typed) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.note(field, "unknown_word", expected, None);
                None
            }
        }
    }

    fn required_word<T>(&mut self, field: Field, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        if self.has(field) {
            return self.word(field, read);
        }
        self.note(field, Fault::Required.as_str(), "", None);
        None
    }

    fn looked_up(&mut self, field: Field, found: Result<String, Unread>) -> Option<String> {
        match found {
            Ok(code) => Some(code),
            Err(unread) => {
                self.note(field, unread.code, unread.expected, unread.likely);
                None
            }
        }
    }

    fn commune(&mut self) -> Option<String> {
        let gazetteer = self.builder.gazetteer;
        let wilaya = match self.text(Field::Wilaya) {
            None => None,
            Some(typed) => Some(self.looked_up(Field::Wilaya, gazetteer.wilaya(&typed))?),
        };
        match self.text(Field::Commune) {
            Some(typed) => self.looked_up(Field::Commune, gazetteer.commune(&typed, wilaya.as_deref())),
            None => {
                self.note(Field::Commune, Fault::Required.as_str(), "", None);
                None
            }
        }
    }

    /// Every value of a field that takes several: cells of several columns, and several in one cell.
    fn list(&mut self, field: Field, read: impl Fn(&Gazetteer, &str) -> Result<String, Unread>) -> Vec<String> {
        let gazetteer = self.builder.gazetteer;
        let given: Vec<Cow<'a, str>> = match self.cells.get(&field) {
            Some(cells) => cells.iter().map(|(_, cell)| cell.to_text()).collect(),
            None => self.text(field).into_iter().collect(),
        };
        let mut codes = Vec::new();
        for typed in given {
            // Labels hold commas: the whole first, then the parts.
            let parts: Vec<&str> = if read(gazetteer, &typed).is_ok() {
                vec![&typed]
            } else {
                typed
                    .split([';', '؛', '|', '\n', '\r'])
                    .flat_map(|part| if read(gazetteer, part).is_ok() { vec![part] } else { part.split([',', '،', '/', '+']).collect() })
                    .filter(|part| !part.trim().is_empty())
                    .collect()
            };
            for part in parts {
                match read(gazetteer, part.trim()) {
                    Ok(code) if codes.contains(&code) => {}
                    Ok(code) => codes.push(code),
                    Err(unread) => self.note(field, unread.code, unread.expected, unread.likely),
                }
            }
        }
        codes
    }

    fn receipt(&mut self, level: Option<Level>, commune: Option<&str>) -> Option<Receipt> {
        if !self.has(Field::ReceiptNumber) && !self.has(Field::ReceiptDate) {
            return None;
        }
        let number = self.required_line(Field::ReceiptNumber);
        if !self.has(Field::ReceiptDate) {
            self.note(Field::ReceiptDate, Fault::Required.as_str(), "", None);
        }
        let date = self.day(Field::ReceiptDate);
        let authority = match self.line(Field::ReceiptAuthority) {
            Some(authority) => authority,
            None => self.builder.gazetteer.authority(level, commune?),
        };
        Some(Receipt { number: number?, date: date?, authority })
    }

    fn phones(&mut self, field: Field, public: bool, contacts: &mut Vec<Contact>) {
        let Some(typed) = self.text(field) else { return };
        let numbers = match (text::phone::normalise(&typed), several_phones(&typed)) {
            (Ok(number), _) => vec![number],
            (Err(_), Some(numbers)) => numbers,
            (Err(problem), None) => {
                let expected = match &problem {
                    text::phone::PhoneProblem::UnexpectedCharacter { character, .. } => character.to_string(),
                    _ => String::new(),
                };
                self.note(field, problem.code(), expected, None);
                return;
            }
        };
        for value in numbers {
            if !contacts.iter().any(|known| known.value == value) {
                contacts.push(Contact { kind: ContactKind::Phone, value, public });
            }
        }
    }

    fn contacts(&mut self) -> Vec<Contact> {
        let public = self.word(Field::ContactsPublic, words::yes_no).unwrap_or(false);
        let mut contacts = Vec::new();
        self.phones(Field::Phone, public, &mut contacts);
        self.phones(Field::Mobile, public, &mut contacts);
        for (field, kind) in
            [(Field::Email, ContactKind::Email), (Field::Website, ContactKind::Website), (Field::Social, ContactKind::Social)]
        {
            if let Some(mut value) = self.line(field) {
                if kind != ContactKind::Email && !value.contains("://") {
                    value.insert_str(0, "https://");
                }
                contacts.push(Contact { kind, value, public });
            }
        }
        contacts
    }

    fn headcount(&mut self) -> Option<Headcount> {
        let parts = [Field::Members, Field::Women, Field::Under35, Field::CardHolders, Field::Disabled];
        if !parts.iter().any(|field| self.has(*field)) {
            return None;
        }
        if !self.has(Field::Members) {
            self.note(Field::Members, Fault::Required.as_str(), "", None);
        }
        let year = match self.count(Field::Year) {
            Some(year) => i32::try_from(year).unwrap_or(i32::MAX),
            None => self.builder.today.year(),
        };
        let [members, women, under_35, card_holders, disabled] = parts.map(|field| self.count(field));
        Some(Headcount { year, members: members?, women, under_35, card_holders, disabled })
    }

    fn president(&mut self) -> Option<Mandate> {
        if !self.cells.contains_key(&Field::President) {
            return None;
        }
        let person_name = self.required_line(Field::President);
        let gender: Option<Gender> = self.required_word(Field::PresidentGender, words::gender);
        if !self.has(Field::PresidentSince) {
            self.note(Field::PresidentSince, Fault::Required.as_str(), "", None);
        }
        let (born_on, starts_on, ends_on) =
            (self.day(Field::PresidentBornOn), self.day(Field::PresidentSince), self.day(Field::PresidentUntil));
        Some(Mandate {
            office: Office::President,
            person_name: person_name?,
            gender: gender?,
            born_on,
            starts_on: starts_on?,
            ends_on,
            public: false,
        })
    }

    fn founders(&mut self) -> Option<Founders> {
        let (communes, wilayas) = (self.count(Field::FounderCommunes), self.count(Field::FounderWilayas));
        if !self.has(Field::Founders) {
            if communes.is_some() || wilayas.is_some() {
                self.note(Field::Founders, Fault::Required.as_str(), "", None);
            }
            return None;
        }
        Some(Founders { count: self.count(Field::Founders)?, communes, wilayas })
    }

    /// A list of the API's own documents.
    fn native<T: DeserializeOwned>(&mut self, native: &mut Map<String, Value>, list: &str) -> Vec<T> {
        let Some(items) = native.remove(list) else { return Vec::new() };
        match serde_path_to_error::deserialize(items) {
            Ok(items) => items,
            Err(cause) => {
                let place: String = cause.path().iter().map(|step| format!("/{}", step.to_string().replace(['[', ']'], ""))).collect();
                self.faults.push(Finding {
                    column: Some(list.to_owned()),
                    field: None,
                    pointer: format!("/{list}{place}"),
                    value: String::new(),
                    code: Fault::WrongFormat.as_str().to_owned(),
                    expected: cause.inner().to_string(),
                    likely: None,
                });
                Vec::new()
            }
        }
    }

    pub(super) fn input(&mut self, mut native: Map<String, Value>) -> Option<AssociationInput> {
        let name_ar = self.required_line(Field::NameAr);
        let (fr, en, acronym) = (self.line(Field::NameFr), self.line(Field::NameEn), self.line(Field::Acronym));
        let level: Option<Level> = self.required_word(Field::Level, words::level);
        let kind: Option<Kind> = self.required_word(Field::Kind, words::kind);
        let commune_code = self.commune();
        let founded_on = self.day(Field::FoundedOn);
        let receipt = self.receipt(level, commune_code.as_deref());
        let legal_regime = self.word(Field::LegalRegime, words::regime).unwrap_or_else(|| {
            // The receipt shows under which law it was given.
            let given = receipt.as_ref().map(|receipt| receipt.date).or(founded_on);
            if given.zip(LAW_12_06).is_some_and(|(day, law)| day < law) { LegalRegime::Law9031 } else { LegalRegime::Law1206 }
        });
        let (address, longitude, latitude) = (self.line(Field::Address), self.decimal(Field::Longitude), self.decimal(Field::Latitude));
        let territory = self.list(Field::Territory, Gazetteer::wilaya);
        let craft_sectors = self.list(Field::Sectors, Gazetteer::sector);
        if craft_sectors.is_empty() && !self.has(Field::Sectors) {
            self.note(Field::Sectors, Fault::Required.as_str(), "", None);
        }
        let craft_activities = self.list(Field::Activities, Gazetteer::activity);
        let founders = self.founders();
        let mut contacts = self.contacts();
        let mut headcounts: Vec<Headcount> = self.headcount().into_iter().collect();
        let mut mandates: Vec<Mandate> = self.president().into_iter().collect();
        contacts.extend(self.native(&mut native, "contacts"));
        headcounts.extend(self.native(&mut native, "headcounts"));
        mandates.extend(self.native(&mut native, "mandates"));
        Some(AssociationInput {
            name: Text { ar: name_ar?, fr, en },
            acronym,
            level: level?,
            kind: kind?,
            legal_regime,
            receipt,
            seat: Seat { commune_code: commune_code?, address, longitude, latitude },
            territory,
            craft_sectors,
            craft_activities,
            founded_on,
            founders,
            contacts,
            headcounts,
            mandates,
        })
    }
}
