//! The list as a file.

use crate::resources::coverage::wire::PresidentCoverage;
use tabular::Value;

/// The columns.
pub const COLUMNS: &[&str] = &[
    "registration_number",
    "name_ar",
    "name_fr",
    "wilaya_code",
    "level",
    "craft_sectors",
    "president",
    "president_since",
    "training",
    "course_ar",
    "course_fr",
    "cohort_starts_on",
    "cohort_ends_on",
    "certificate_code",
    "certificate_issued_on",
];

/// An association with the seat of its president that says most; of those that say as much, the last.
pub fn row(item: &PresidentCoverage) -> Vec<Value<'_>> {
    let seat = item.seats.iter().rev().find(|seat| seat.training == item.training);
    vec![
        item.registration_number.as_deref().into(),
        Value::Text(&item.association_name.ar),
        item.association_name.fr.as_deref().into(),
        Value::Text(&item.wilaya_code),
        Value::Text(item.level.as_str()),
        Value::List(item.craft_sectors.text()),
        Value::Text(&item.president_name),
        Value::Date(item.president_since),
        Value::Text(item.training.as_str()),
        seat.map(|seat| seat.course_name.ar.as_str()).into(),
        seat.and_then(|seat| seat.course_name.fr.as_deref()).into(),
        seat.map(|seat| seat.starts_on).into(),
        seat.map(|seat| seat.ends_on).into(),
        seat.and_then(|seat| seat.certificate_code.as_deref()).into(),
        seat.and_then(|seat| seat.issued_on).into(),
    ]
}
