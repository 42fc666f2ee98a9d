use super::store::{self, CommuneFilter, CommuneRow, WilayaRow};
use super::wire::{Commune, CommuneInput, CommuneQuery, Division, Wilaya, WilayaQuery};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::InstitutionId;
use crate::kernel::reference::{self, ReferenceVersion};
use crate::kernel::search;
use crate::kernel::validate::{Fault, Faults};

pub const WILAYA: &str = "wilaya";
pub const COMMUNE: &str = "commune";

/// A wilaya with what is counted and kept elsewhere.
fn wilaya(row: WilayaRow, communes: i64, chamber_id: Option<InstitutionId>) -> Wilaya {
    Wilaya {
        name: row.name(),
        code: row.code,
        name_ar_official: row.name_ar_official,
        created_by: row.created_by,
        name_source: row.name_source,
        communes,
        chamber_id,
        version: row.version,
    }
}

fn commune(row: CommuneRow) -> Result<Commune> {
    let CommuneInput { name, aliases, point, border, isolated, name_source } = row.input()?;
    Ok(Commune {
        code: row.code,
        name,
        wilaya_code: row.wilaya_code,
        wilaya_code_58: row.wilaya_code_58,
        wilaya_code_48: row.wilaya_code_48,
        daira_1991: row.daira_1991,
        aliases,
        point,
        border,
        isolated,
        name_source,
        version: row.version,
    })
}

pub fn list_wilayas(tx: &mut Read<'_>, query: &WilayaQuery) -> Result<Page<Wilaya>> {
    let words = search::words(query.q.as_deref());
    let mut rows = store::wilayas(tx.conn, &words)?;
    if rows.is_empty()
        && let Some(skeletons) = search::skeletons(&words)
    {
        rows = store::wilayas(tx.conn, &skeletons)?;
    }
    let mut counts = store::commune_counts(tx.conn, query.division.unwrap_or(Division::SixtyNine))?;
    let mut chambers = store::chambers(tx.conn)?;
    let division = query.division.unwrap_or(Division::SixtyNine).as_str();
    Ok(Page::whole(
        rows.into_iter()
            .filter(|row| row.code.as_str() <= division)
            .map(|row| {
                let (count, chamber) = (counts.remove(&row.code).unwrap_or(0), chambers.remove(&row.code));
                wilaya(row, count, chamber)
            })
            .collect(),
    ))
}

pub fn get_wilaya(tx: &mut Read<'_>, code: &str) -> Result<Wilaya> {
    let row = store::wilaya(tx.conn, code)?;
    let count = store::commune_counts(tx.conn, Division::SixtyNine)?.remove(code).unwrap_or(0);
    let chamber = store::chambers(tx.conn)?.remove(code);
    Ok(wilaya(row, count, chamber))
}

pub fn update_wilaya(tx: &mut Write<'_>, code: &str, expected: IfMatch, patch: &MergePatch) -> Result<Wilaya> {
    let row = store::wilaya(tx.conn, code)?;
    expected.check(row.version)?;
    let before = row.input();
    let after = patch.apply(&before)?;
    let now = tx.now;
    store::save_wilaya(tx.conn, code, row.version, &after, now)?;
    keep(tx, WILAYA, code, row.version + 1, &after, after.name_source.clone())?;
    tx.audit((WILAYA, code), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    get_wilaya(tx, code)
}

fn keep<T: serde::Serialize>(tx: &mut Write<'_>, kind: &str, code: &str, version: i64, document: &T, source: String) -> Result<()> {
    let version = ReferenceVersion {
        kind: kind.to_owned(),
        code: code.to_owned(),
        version,
        document: Json::of(document)?,
        source,
        at: tx.now,
        person_id: tx.caller.and_then(crate::kernel::access::Caller::person),
    };
    reference::keep(tx.conn, &version)
}

pub fn history(tx: &mut Read<'_>, kind: &str, code: &str) -> Result<Page<ReferenceVersion>> {
    let versions = reference::history(tx.conn, kind, code)?;
    if versions.is_empty() { Err(crate::kernel::error::Error::not_found()) } else { Ok(Page::whole(versions)) }
}

pub fn list_communes(tx: &mut Read<'_>, list: &List<CommuneQuery>) -> Result<Page<Commune>> {
    let CommuneQuery { wilaya, q, border, isolated } = &list.query;
    let filter = CommuneFilter { wilayas: wilaya.clone(), border: *border, isolated: *isolated };
    let after: Option<String> = list.after()?;
    let mut words = search::words(q.as_deref());
    let mut rows = store::communes(tx.conn, &filter, &words, after.clone(), list.limit + 1)?;
    if rows.is_empty()
        && let Some(skeletons) = search::skeletons(&words)
    {
        rows = store::communes(tx.conn, &filter, &skeletons, after, list.limit + 1)?;
        words = skeletons;
    }
    let total = list.total(|| store::commune_total(tx.conn, &filter, &words))?;
    let rows = rows.into_iter().map(commune).collect::<Result<Vec<_>>>()?;
    list.page(rows, total, |row| row.code.clone())
}

pub fn get_commune(tx: &mut Read<'_>, code: &str) -> Result<Commune> {
    commune(store::commune(tx.conn, code)?)
}

pub fn update_commune(tx: &mut Write<'_>, code: &str, expected: IfMatch, patch: &MergePatch) -> Result<Commune> {
    let row = store::commune(tx.conn, code)?;
    expected.check(row.version)?;
    let before = row.input()?;
    let after: CommuneInput = patch.apply(&before)?;
    let mut faults = Faults::default();
    for (member, flag) in [("border", &after.border), ("isolated", &after.isolated)] {
        if flag.value.is_some() && flag.basis.as_deref().is_none_or(|basis| basis.trim().is_empty()) {
            faults.add(format!("/{member}/basis"), Fault::Required);
        }
    }
    faults.finish()?;
    let now = tx.now;
    store::save_commune(tx.conn, &row, &after, now)?;
    keep(tx, COMMUNE, code, row.version + 1, &after, after.name_source.clone())?;
    tx.audit((COMMUNE, code), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    if (before.border.value, before.isolated.value) != (after.border.value, after.isolated.value) {
        let facts = store::commune(tx.conn, code)?.facts();
        for follow in crate::resources::COMMUNE_FOLLOWERS {
            follow(tx, &facts)?;
        }
    }
    get_commune(tx, code)
}
