use super::store::{self, Row};
use super::wire::{CoverageInput, Institution, InstitutionInput, InstitutionKind, InstitutionQuery};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{self, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::territory;

const SUBJECT: &str = "institution";

pub fn list(tx: &mut Read<'_>, query: &InstitutionQuery) -> Result<Page<Institution>> {
    let limit = query.limit.unwrap_or(page::DEFAULT_LIMIT);
    let after: Option<InstitutionId> = query.cursor.as_deref().map(|cursor| page::decode(query, cursor)).transpose()?;
    let rows = store::list(tx.conn, query, after, limit + 1)?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut wilayas = store::coverage(tx.conn, &ids)?;
    let items = rows
        .into_iter()
        .map(|row| {
            let covered = wilayas.remove(&row.id).unwrap_or_default();
            row.view(covered)
        })
        .collect();
    Page::cut(items, limit, query, |row: &Institution| row.id)
}

pub fn get(tx: &mut Read<'_>, id: InstitutionId) -> Result<Institution> {
    let row = store::find(tx.conn, id)?;
    let wilayas = store::coverage(tx.conn, &[id])?.remove(&id).unwrap_or_default();
    Ok(row.view(wilayas))
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
    store::insert(tx.conn, &Row::new(id, input, 1, now, now))?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&after))?;
    tx.publish("institution.created", id.0, None, &after)?;
    get(tx, id)
}

pub fn update(tx: &mut Write<'_>, id: InstitutionId, expected: IfMatch, patch: &MergePatch) -> Result<Institution> {
    let row = store::find(tx.conn, id)?;
    expected.check(row.version)?;
    let before = row.input();
    let after = clean(patch.apply(&before)?)?;
    if after.kind != before.kind {
        let mut faults = Faults::default();
        faults.expecting("/kind", Fault::NotAllowed, before.kind);
        faults.finish()?;
    }
    let now = tx.now;
    let document = serde_json::to_value(&after)?;
    store::save(tx.conn, &Row::new(id, after, row.version + 1, row.created_at(), now))?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&document))?;
    tx.publish("institution.changed", id.0, None, &document)?;
    get(tx, id)
}

pub fn set_coverage(tx: &mut Write<'_>, id: InstitutionId, expected: IfMatch, input: &CoverageInput) -> Result<Institution> {
    let row = store::find(tx.conn, id)?;
    expected.check(row.version)?;
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
    let (kind, unchanged) = (before.kind, row.input());
    store::set_coverage(tx.conn, id, kind, &input.wilayas)?;
    store::save(tx.conn, &Row::new(id, unchanged, row.version + 1, row.created_at(), now))?;
    let (was, is) = (serde_json::json!({ "wilayas": before.wilayas }), serde_json::json!({ "wilayas": input.wilayas }));
    tx.audit((SUBJECT, &id.to_string()), Some(&was), Some(&is))?;
    tx.publish("institution.coverage_changed", id.0, None, &is)?;
    get(tx, id)
}
