//! Reading JSON text: where it stops being JSON, members that are there twice, and characters that no text may hold.

use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault, escape};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Parses JSON text.
///
/// # Errors
/// `malformed_request` saying where the text stops being JSON, or `invalid` naming every member that is there twice and every text with
/// forbidden characters.
pub fn parse(bytes: &[u8]) -> Result<Value> {
    let mut reader = Reader::default();
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let value = reader.deserialize(&mut source).and_then(|value| source.end().map(|()| value)).map_err(|cause| malformed(&cause))?;
    hygiene(&value, &mut String::new(), &mut reader.faults);
    reader.faults.finish()?;
    Ok(value)
}

fn malformed(cause: &serde_json::Error) -> Error {
    let mut error = Error::say(
        Kind::MalformedRequest,
        "المحتوى ليس JSON صحيحا.",
        "Le contenu n'est pas du JSON valide.",
        "The content is not valid JSON.",
    );
    let fault = if cause.to_string().starts_with("recursion limit") {
        FieldFault::new("", Fault::TooDeep)
    } else {
        FieldFault::expecting("", Fault::WrongFormat, format!("JSON, {}:{}", cause.line(), cause.column()))
    };
    error.fields.push(fault);
    error
}

/// How many members that are there twice are named.
const MOST_NAMED: usize = 100;

/// Reads any value and notes the members that an object has twice: JSON leaves open which of them would count (RFC 8259, section 4).
#[derive(Default)]
struct Reader {
    pointer: String,
    repeated: usize,
    faults: Faults,
}

impl<'de> DeserializeSeed<'de> for &mut Reader {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> std::result::Result<Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Reader {
    type Value = Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> std::result::Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> std::result::Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> std::result::Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> std::result::Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> std::result::Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("not a number"))
    }
    fn visit_str<E>(self, value: &str) -> std::result::Result<Value, E> {
        Ok(value.into())
    }
    fn visit_string<E>(self, value: String) -> std::result::Result<Value, E> {
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> std::result::Result<Value, A::Error> {
        let step = self.pointer.len();
        let mut items = Vec::new();
        loop {
            self.pointer.push_str(&format!("/{}", items.len()));
            let item = source.next_element_seed(&mut *self)?;
            self.pointer.truncate(step);
            match item {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> std::result::Result<Value, A::Error> {
        let step = self.pointer.len();
        let mut fields = Map::new();
        while let Some(name) = source.next_key::<String>()? {
            self.pointer.push('/');
            self.pointer.push_str(&escape(&name));
            let value = source.next_value_seed(&mut *self)?;
            if fields.insert(name, value).is_some() && self.repeated < MOST_NAMED {
                self.repeated += 1;
                self.faults.add(self.pointer.clone(), Fault::Repeated);
            }
            self.pointer.truncate(step);
        }
        Ok(Value::Object(fields))
    }
}

/// Control characters and bidirectional overrides have no place in any text, in any field.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Notes every text that holds forbidden characters.
pub fn hygiene(value: &Value, pointer: &mut String, faults: &mut Faults) {
    let step = pointer.len();
    match value {
        Value::String(text) if text.chars().any(is_forbidden) => faults.add(pointer.clone(), Fault::ForbiddenCharacters),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                hygiene(item, pointer, faults);
                pointer.truncate(step);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                pointer.push('/');
                pointer.push_str(&escape(name));
                if name.chars().any(is_forbidden) {
                    faults.add(pointer.clone(), Fault::ForbiddenCharacters);
                }
                hygiene(item, pointer, faults);
                pointer.truncate(step);
            }
        }
        _ => {}
    }
}
