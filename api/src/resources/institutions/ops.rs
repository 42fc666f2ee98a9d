use super::model::InstitutionKind;
use super::store::{self, Filter, Row};
use super::wire::{CoverageInput, Institution, InstitutionInput, InstitutionQuery, NamedInstitution};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::territory;

const SUBJECT: &str = "institution";

/// The row of what is written of an institution.
pub fn row(id: InstitutionId, input: InstitutionInput, version: i64, created_at: Instant, now: Instant) -> Row {
    let spellings: Vec<String> = input.name.parts().chain(input.acronym.as_deref()).map(text::fold).collect();
    Row {
        id,
        kind: input.kind,
        name_ar: input.name.ar,
        name_fr: input.name.fr,
        name_en: input.name.en,
        acronym: input.acronym,
        email: input.email,
        phone: input.phone,
        website: input.website,
        address: input.address,
        search: spellings.join(" | "),
        version,
        created_at,
        updated_at: now,
    }
}

fn written(row: &Row) -> InstitutionInput {
    InstitutionInput {
        kind: row.kind,
        name: Text { ar: row.name_ar.clone(), fr: row.name_fr.clone(), en: row.name_en.clone() },
        acronym: row.acronym.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        website: row.website.clone(),
        address: row.address.clone(),
    }
}

fn view(row: Row, wilayas: Vec<String>) -> Institution {
    Institution {
        id: row.id,
        kind: row.kind,
        name: Text { ar: row.name_ar, fr: row.name_fr, en: row.name_en },
        acronym: row.acronym,
        email: row.email,
        phone: row.phone,
        website: row.website,
        address: row.address,
        wilayas,
        version: row.version,
    }
}

/// Some institutions by name; one that is not there has its identifier for a name.
///
/// # Errors
/// When the database does not answer.
pub fn named(conn: &mut AnyConnection, ids: &[InstitutionId]) -> Result<impl Fn(InstitutionId) -> NamedInstitution + use<>> {
    let names = store::body_names(conn, ids)?;
    Ok(move |id: InstitutionId| {
        let nameless = || Text { ar: id.to_string(), fr: None, en: None };
        NamedInstitution { id, name: names.get(&id).map_or_else(nameless, |(name, _)| name.clone()) }
    })
}

pub fn list(tx: &mut Read<'_>, list: &List<InstitutionQuery>) -> Result<Page<Institution>> {
    let query = &list.query;
    let after: Option<InstitutionId> = list.after()?;
    let words = text::search_words(query.q.as_deref().unwrap_or_default());
    let filter = Filter { kind: query.kind, wilaya: query.wilaya.clone(), words };
    let rows = store::list(tx.conn, &filter, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, &filter))?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut wilayas = store::coverage(tx.conn, &ids)?;
    let items = rows
        .into_iter()
        .map(|row| {
            let covered = wilayas.remove(&row.id).unwrap_or_default();
            view(row, covered)
        })
        .collect();
    list.page(items, total, |row: &Institution| row.id)
}

pub fn get(tx: &mut Read<'_>, id: InstitutionId) -> Result<Institution> {
    let row = store::find(tx.conn, id)?;
    let wilayas = store::coverage(tx.conn, &[id])?.remove(&id).unwrap_or_default();
    Ok(view(row, wilayas))
}

fn clean(mut input: InstitutionInput) -> Result<InstitutionInput> {
    let mut faults = Faults::default();
    if let Some(phone) = &input.phone {
        match text::phone::normalise(phone) {
            Ok(normal) => input.phone = Some(normal),
            Err(_) => faults.add("/phone", Fault::WrongPhone),
        }
    }
    faults.finish()?;
    Ok(input)
}

pub fn create(tx: &mut Write<'_>, input: InstitutionInput) -> Result<Institution> {
    let input = clean(input)?;
    let id: InstitutionId = tx.new_id();
    let now = tx.now;
    let after = serde_json::to_value(&input)?;
    store::insert(tx.conn, &row(id, input, 1, now, now))?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&after))?;
    tx.publish("institution.created", id.0, None, &after)?;
    get(tx, id)
}

pub fn update(tx: &mut Write<'_>, id: InstitutionId, expected: IfMatch, patch: &MergePatch) -> Result<Institution> {
    let found = store::find(tx.conn, id)?;
    expected.check(found.version)?;
    let before = written(&found);
    let after = clean(patch.apply(&before)?)?;
    if after.kind != before.kind {
        let mut faults = Faults::default();
        faults.expecting("/kind", Fault::NotAllowed, before.kind);
        faults.finish()?;
    }
    let now = tx.now;
    let document = serde_json::to_value(&after)?;
    store::save(tx.conn, &row(id, after, found.version + 1, found.created_at, now))?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&document))?;
    tx.publish("institution.changed", id.0, None, &document)?;
    get(tx, id)
}

pub fn set_coverage(tx: &mut Write<'_>, id: InstitutionId, expected: IfMatch, input: &CoverageInput) -> Result<Institution> {
    let found = store::find(tx.conn, id)?;
    expected.check(found.version)?;
    let before = get(tx, id)?;
    if !matches!(before.kind, InstitutionKind::Chamber | InstitutionKind::Directorate) {
        return Err(Error::say(
            Kind::WrongState,
            "هذه المؤسسة وطنية لا تُربط بولايات.",
            "Cette institution est nationale : elle ne couvre pas de wilayas.",
            "This institution is national and covers no wilayas.",
        ));
    }
    let unknown = territory::unknown_wilayas(tx.conn, &input.wilayas)?;
    let mut faults = Faults::default();
    for (index, code) in input.wilayas.iter().enumerate() {
        if unknown.contains(code) {
            faults.expecting(format!("/wilayas/{index}"), Fault::NoSuch, code);
        } else if input.wilayas[..index].contains(code) {
            faults.add(format!("/wilayas/{index}"), Fault::Repeated);
        }
    }
    faults.finish()?;
    let now = tx.now;
    let (kind, unchanged) = (before.kind, written(&found));
    store::set_coverage(tx.conn, id, kind, &input.wilayas)?;
    store::save(tx.conn, &row(id, unchanged, found.version + 1, found.created_at, now))?;
    let (was, is) = (serde_json::json!({ "wilayas": before.wilayas }), serde_json::json!({ "wilayas": input.wilayas }));
    tx.audit((SUBJECT, &id.to_string()), Some(&was), Some(&is))?;
    tx.publish("institution.coverage_changed", id.0, None, &is)?;
    get(tx, id)
}
