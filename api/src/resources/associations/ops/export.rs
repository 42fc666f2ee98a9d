//! The register as a file.

use super::list::page_of;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::http::export::{CHUNK, Chunk};
use crate::resources::associations::store::list::Key;
use crate::resources::associations::wire::{AssociationQuery, AssociationSummary};
use tabular::Value;

/// The columns; an import knows each of them.
pub const COLUMNS: &[&str] = &[
    "registration_number",
    "name_ar",
    "name_fr",
    "name_en",
    "acronym",
    "level",
    "kind",
    "status",
    "wilaya_code",
    "commune_code",
    "craft_sectors",
    "founded_on",
    "members",
    "women_led",
    "youth_led",
    "border",
    "isolated",
];

/// The cells of a row.
pub fn row(item: &AssociationSummary) -> Vec<Value<'_>> {
    vec![
        item.registration_number.as_deref().into(),
        Value::Text(&item.name.ar),
        item.name.fr.as_deref().into(),
        item.name.en.as_deref().into(),
        item.acronym.as_deref().into(),
        Value::Text(item.level.as_str()),
        Value::Text(item.kind.as_str()),
        Value::Text(item.status.as_str()),
        Value::Text(&item.wilaya_code),
        Value::Text(&item.commune_code),
        Value::List(item.craft_sectors.text()),
        item.founded_on.into(),
        item.members.into(),
        item.women_led.into(),
        item.youth_led.into(),
        item.border.into(),
        item.isolated.into(),
    ]
}

/// The next rows of everything that matches, in the order asked for.
///
/// # Errors
/// When the database does not answer.
pub fn chunk(tx: &mut Read<'_>, query: &AssociationQuery, after: Option<Key>) -> Result<Chunk<AssociationSummary, Key>> {
    page_of(tx, query, after, CHUNK)
}
