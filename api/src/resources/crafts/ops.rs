use super::model::{ActivityLine, CraftActivity, CraftDomain, CraftSector};
use super::store;
use super::wire::{ActivityImport, ActivityQuery, CraftLabelInput};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::json::hygiene;
use crate::kernel::http::page::{List, Page};
use crate::kernel::problem::Kind;
use crate::kernel::reference::{self, ReferenceVersion};
use crate::kernel::validate::{Fault, Faults};
use std::collections::HashSet;

pub const DOMAIN: &str = "craft_domain";
pub const SECTOR: &str = "craft_sector";
pub const ACTIVITY: &str = "craft_activity";

pub fn domains(tx: &mut Read<'_>) -> Result<Vec<CraftDomain>> {
    store::domains(tx.conn)
}

pub fn sectors(tx: &mut Read<'_>, domain: Option<&str>) -> Result<Vec<CraftSector>> {
    store::sectors(tx.conn, domain)
}

pub fn list_activities(tx: &mut Read<'_>, list: &List<ActivityQuery>) -> Result<Page<CraftActivity>> {
    let query = &list.query;
    let after: Option<String> = list.after()?;
    let words = text::search_words(query.q.as_deref().unwrap_or_default());
    let rows = store::activities(tx.conn, query.sector.as_deref(), &words, after, list.limit + 1)?;
    let total = list.total(|| store::activity_total(tx.conn, query.sector.as_deref(), &words))?;
    list.page(rows, total, |row| row.code.clone())
}

fn keep<T: serde::Serialize>(tx: &mut Write<'_>, kind: &str, code: &str, version: i64, document: &T, source: &str) -> Result<()> {
    let version = ReferenceVersion {
        kind: kind.to_owned(),
        code: code.to_owned(),
        version,
        document: Json::of(document)?,
        source: source.to_owned(),
        at: tx.now,
        person_id: tx.caller.and_then(Caller::person),
    };
    reference::keep(tx.conn, &version)
}

pub fn update_domain(tx: &mut Write<'_>, code: &str, expected: IfMatch, patch: &MergePatch) -> Result<CraftDomain> {
    let row = store::domain(tx.conn, code)?;
    expected.check(row.version)?;
    let before = CraftLabelInput { name: row.name, source: "provisional".to_owned() };
    let after: CraftLabelInput = patch.apply(&before)?;
    let now = tx.now;
    store::save_domain(tx.conn, code, row.version, &after.name, now)?;
    keep(tx, DOMAIN, code, row.version + 1, &after, &after.source)?;
    tx.audit((DOMAIN, code), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    store::domain(tx.conn, code)
}

pub fn update_sector(tx: &mut Write<'_>, code: &str, expected: IfMatch, patch: &MergePatch) -> Result<CraftSector> {
    let row = store::sector(tx.conn, code)?;
    expected.check(row.version)?;
    let before = CraftLabelInput { name: row.name, source: row.label_source };
    let after: CraftLabelInput = patch.apply(&before)?;
    let now = tx.now;
    store::save_sector(tx.conn, code, row.version, (&after.name, &after.source), now)?;
    keep(tx, SECTOR, code, row.version + 1, &after, &after.source)?;
    tx.audit((SECTOR, code), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    store::sector(tx.conn, code)
}

/// Reads a CSV file of activities; all of it or nothing.
pub fn import_activities(tx: &mut Write<'_>, file: &[u8], source: &str) -> Result<ActivityImport> {
    let file = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let mut faults = Faults::default();
    let sectors = store::sector_domains(tx.conn)?;
    let mut lines: Vec<ActivityLine> = Vec::new();
    let mut codes: HashSet<String> = HashSet::new();
    for (index, line) in reader.deserialize::<ActivityLine>().enumerate() {
        let row = index + 2;
        match line {
            Err(_) => faults.expecting(format!("/{row}"), Fault::WrongFormat, "code,name_ar,name_fr,name_en"),
            Ok(mut line) => {
                line.code = text::latin_digits(&line.code).into_owned();
                line.name_fr = line.name_fr.filter(|name| !name.is_empty());
                line.name_en = line.name_en.filter(|name| !name.is_empty());
                if line.code.len() != 7 || !line.code.bytes().all(|b| b.is_ascii_digit()) {
                    faults.expecting(format!("/{row}/code"), Fault::WrongFormat, "0200001");
                } else if !sectors.contains_key(&line.code[..2]) {
                    faults.expecting(format!("/{row}/code"), Fault::NoSuch, &line.code[..2]);
                }
                if !codes.insert(line.code.clone()) {
                    faults.add(format!("/{row}/code"), Fault::Repeated);
                }
                hygiene(&serde_json::to_value(&line)?, &mut format!("/{row}"), &mut faults);
                if line.name_ar.is_empty() {
                    faults.add(format!("/{row}/name_ar"), Fault::Required);
                }
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        faults.add("", Fault::Required);
    }
    faults.finish()?;
    let codes: Vec<String> = codes.into_iter().collect();
    let known = store::known_activities(tx.conn, &codes)?;
    let mut report = ActivityImport { added: 0, changed: 0, unchanged: 0 };
    let now = tx.now;
    for line in &lines {
        let version = match known.get(&line.code) {
            None => {
                report.added += 1;
                1
            }
            Some((before, _)) if (&before.name_ar, &before.name_fr, &before.name_en) == (&line.name_ar, &line.name_fr, &line.name_en) => {
                report.unchanged += 1;
                continue;
            }
            Some((_, version)) => {
                report.changed += 1;
                version + 1
            }
        };
        store::put_activity(tx.conn, line, source, version, now)?;
        keep(tx, ACTIVITY, &line.code, version, line, source)?;
    }
    tx.audit((ACTIVITY, source), None, Some(&serde_json::to_value(&report)?))?;
    Ok(report)
}

pub fn history(tx: &mut Read<'_>, kind: &str, code: &str) -> Result<Page<ReferenceVersion>> {
    let kind = match kind {
        "craft-domains" => DOMAIN,
        "craft-sectors" => SECTOR,
        "craft-activities" => ACTIVITY,
        _ => return Err(Error::new(Kind::NotFound)),
    };
    let versions = reference::history(tx.conn, kind, code)?;
    if versions.is_empty() { Err(Error::not_found()) } else { Ok(Page::whole(versions)) }
}
