//! The list as a file.

use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::export::{CHUNK, Chunk, Format, stream};
use crate::kernel::language::Language;
use crate::resources::coverage::may::ListTrainingCoverage;
use crate::resources::coverage::ops::list::{Key, SUBJECT, rows_after};
use crate::resources::coverage::wire::{PresidentCoverage, TrainingCoverageQuery};
use actix_web::HttpResponse;
use std::rc::Rc;
use std::sync::Arc;
use tabular::Value;

/// The columns.
const COLUMNS: &[&str] = &[
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
fn row(item: &PresidentCoverage) -> Vec<Value<'_>> {
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

/// Streams everything that matches.
pub async fn file(caller: Allowed<ListTrainingCoverage>, query: TrainingCoverageQuery, format: Format) -> Result<HttpResponse> {
    let kernel = caller.kernel().get_ref().clone();
    let right_to_left = caller.origin().language == Language::Arabic;
    let (caller, query) = (Rc::new(caller), Arc::new(query));
    let next = move |after: Option<Key>| {
        let (caller, query) = (caller.clone(), query.clone());
        async move {
            let chunk: Chunk<PresidentCoverage, Key> = caller.read(move |tx| rows_after(tx, &query, after.as_ref(), CHUNK)).await?;
            let seen: Vec<String> = chunk.0.iter().map(|one| one.association_id.to_string()).collect();
            caller.note_list(SUBJECT, &seen)?;
            Ok(chunk)
        }
    };
    stream(kernel, format, "training-coverage", COLUMNS, right_to_left, next, row).await
}
