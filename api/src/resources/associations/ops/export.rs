//! The register as a file.

use super::list::page_of;
use crate::kernel::access::allowed::Public;
use crate::kernel::error::Result;
use crate::kernel::http::export::{CHUNK, Chunk, Format, stream};
use crate::kernel::language::Language;
use crate::resources::associations::may::ListAssociations;
use crate::resources::associations::store::list::Key;
use crate::resources::associations::wire::{AssociationQuery, AssociationSummary};
use actix_web::HttpResponse;
use std::rc::Rc;
use std::sync::Arc;
use tabular::Value;

/// The columns; an import knows each of them.
const COLUMNS: &[&str] = &[
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

fn row(item: &AssociationSummary) -> Vec<Value<'_>> {
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

/// Streams everything that matches, in the order asked for.
pub async fn file(public: Public<ListAssociations>, query: AssociationQuery, format: Format) -> Result<HttpResponse> {
    let kernel = public.kernel().get_ref().clone();
    let right_to_left = public.origin().language == Language::Arabic;
    let (public, query) = (Rc::new(public), Arc::new(query));
    let next = move |after: Option<Key>| {
        let (public, query) = (public.clone(), query.clone());
        async move { public.read(move |tx| -> Result<Chunk<AssociationSummary, Key>> { page_of(tx, &query, after, CHUNK) }).await }
    };
    stream(kernel, format, "associations", COLUMNS, right_to_left, next, row).await
}
