//! Likely duplicates, and merging them.

use super::files::{rewrite, save_state};
use super::steps::may_decide;
use super::view::must_be_in_charge;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Caller, Scope};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::associations::model::MergeId;
use crate::resources::associations::model::difference::{between, patch_of};
use crate::resources::associations::store::duplicates::{self as store, MergeRow};
use crate::resources::associations::store::{self as files, Record, facts, visible};
use crate::resources::associations::wire::AssociationInput;
use crate::resources::associations::wire::review::{Difference, DuplicateCheck, Likely, LikelyPair, Merge, MergeInput, MergePreview};
use crate::resources::territory;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use text::duplicates::{DuplicateEvidence, Facts, blocking_keys, evidence};

/// Most candidates that are weighed for one file.
const MOST_CANDIDATES: i64 = 500;
/// Most pairs that are weighed for a list.
const MOST_PAIRS: i64 = 5_000;
/// Most pairs that are shown.
const SHOWN: usize = 200;

fn likely(record: &Record, file: &AssociationInput, weighed: &DuplicateEvidence) -> Likely {
    Likely {
        id: record.id,
        name: file.name.clone(),
        registration_number: record.registration_number.clone(),
        status: record.status,
        commune_code: file.seat.commune_code.clone(),
        wilaya_code: record.wilaya_code.clone(),
        score: (weighed.score * 1000.0).round() / 1000.0,
        reasons: weighed.reasons.iter().map(|reason| reason.code()).collect(),
    }
}

fn weigh(tx: &mut Read<'_>, known: &Facts, except: Option<AssociationId>) -> Result<Vec<Likely>> {
    let candidates = store::candidates(tx.conn, &blocking_keys(known), except, visible(&tx.scope), MOST_CANDIDATES)?;
    let mut found = Vec::new();
    for record in &candidates {
        let file = record.input()?;
        let weighed = evidence(known, &facts(&file, &record.wilaya_code));
        if weighed.is_likely() {
            found.push(likely(record, &file, &weighed));
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found.truncate(20);
    Ok(found)
}

/// Files that may be the association somebody is typing in.
pub fn check(tx: &mut Read<'_>, input: &DuplicateCheck) -> Result<Vec<Likely>> {
    let wilaya = match &input.commune_code {
        Some(code) => territory::commune_facts(tx.conn, code)?.map(|commune| commune.wilaya_code),
        None => None,
    };
    let known = Facts {
        names: text::names::NameForms::new(input.name.parts()),
        // While typing, half a number is no fault; it is only no help yet.
        phones: input.phones.iter().filter_map(|phone| text::phone::normalise(phone).ok()).collect(),
        receipt_number: input.receipt_number.clone(),
        commune: input.commune_code.clone(),
        wilaya,
        founded_on: input.founded_on,
    };
    weigh(tx, &known, None)
}

/// Files that may be the same association as this one.
pub fn of(tx: &mut Read<'_>, id: AssociationId) -> Result<Vec<Likely>> {
    must_be_in_charge(tx, id)?;
    let record = files::find(tx.conn, &tx.scope, id)?;
    let known = facts(&record.input()?, &record.wilaya_code);
    weigh(tx, &known, Some(id))
}

/// Pairs of files that may be the same association, likeliest first; one of each pair is in the caller's charge.
pub fn pairs(tx: &mut Read<'_>) -> Result<Vec<LikelyPair>> {
    let mine = match &tx.scope {
        Scope::Wilayas(codes) => Some(codes.clone()),
        Scope::All => None,
        Scope::Public | Scope::Association(_) => return Ok(Vec::new()),
    };
    let found = store::pairs(tx.conn, mine.as_deref(), MOST_PAIRS)?;
    let mut ids: Vec<_> = found.iter().flat_map(|(a, b)| [*a, *b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut known = HashMap::new();
    for record in store::records(tx.conn, &ids)? {
        let file = record.input()?;
        let facts = facts(&file, &record.wilaya_code);
        known.insert(record.id, (record, file, facts));
    }
    let mut pairs: Vec<_> = found
        .iter()
        .filter_map(|(a, b)| {
            let ((first, file, known_first), (second, other, known_second)) = (known.get(a)?, known.get(b)?);
            let weighed = evidence(known_first, known_second);
            weighed.is_likely().then(|| LikelyPair { first: likely(first, file, &weighed), second: likely(second, other, &weighed) })
        })
        .collect();
    pairs.sort_by(|a, b| b.first.score.total_cmp(&a.first.score));
    pairs.truncate(SHOWN);
    Ok(pairs)
}

/// Adds to a file what adds up from another: telephones, years counted, terms in office, crafts, wilayas.
fn add_up(kept: &AssociationInput, other: &AssociationInput) -> AssociationInput {
    let mut sum = kept.clone();
    fn add<T: Clone>(into: &mut Vec<T>, from: &[T], same: impl Fn(&T, &T) -> bool) {
        for item in from {
            if !into.iter().any(|known| same(known, item)) {
                into.push(item.clone());
            }
        }
    }
    add(&mut sum.contacts, &other.contacts, |a, b| a.kind == b.kind && a.value == b.value);
    add(&mut sum.headcounts, &other.headcounts, |a, b| a.year == b.year);
    add(&mut sum.mandates, &other.mandates, |a, b| {
        a.office == b.office && text::fold(&a.person_name) == text::fold(&b.person_name) && a.starts_on == b.starts_on
    });
    add(&mut sum.craft_sectors, &other.craft_sectors, PartialEq::eq);
    add(&mut sum.craft_activities, &other.craft_activities, PartialEq::eq);
    add(&mut sum.territory, &other.territory, PartialEq::eq);
    sum
}

fn both(tx: &mut Read<'_>, id: AssociationId, other_id: AssociationId) -> Result<(Record, Record)> {
    let kept = files::find(tx.conn, &tx.scope, id)?;
    let other = files::find(tx.conn, &tx.scope, other_id);
    match other {
        Ok(other) if other.id != kept.id => Ok((kept, other)),
        _ => {
            let mut faults = Faults::default();
            faults.expecting("/other_id", Fault::NoSuch, other_id);
            faults.finish()?;
            Err(Error::not_found())
        }
    }
}

/// What merging another file into this one would do: for those in charge of both, since it shows all of both.
pub fn preview(tx: &mut Read<'_>, id: AssociationId, other_id: AssociationId) -> Result<MergePreview> {
    let (kept, other) = both(tx, id, other_id)?;
    must_be_in_charge(tx, kept.id)?;
    must_be_in_charge(tx, other.id)?;
    let (kept, other) = (kept.input()?, other.input()?);
    let result = add_up(&kept, &other);
    let differences = between(&serde_json::to_value(&result)?, &serde_json::to_value(&other)?)
        .into_iter()
        .map(|(pointer, before, after)| Difference { pointer, before, after })
        .collect();
    Ok(MergePreview { differences, result })
}

/// What undoing needs: the file that stayed as it was before, and its version right after.
#[derive(Serialize, Deserialize)]
struct Before {
    document: AssociationInput,
    version_after: i64,
}

/// Merges another file into this one; the other disappears from the lists and points here.
pub fn merge(tx: &mut Write<'_>, id: AssociationId, input: &MergeInput) -> Result<Merge> {
    let (kept, other) = both(tx, id, input.other_id)?;
    may_decide(tx, &kept)?;
    may_decide(tx, &other)?;
    if kept.merged_into.is_some() || other.merged_into.is_some() {
        return Err(Error::new(Kind::WrongState));
    }
    let (before, theirs) = (kept.input()?, other.input()?);
    let sum = add_up(&before, &theirs);
    let mut document = serde_json::to_value(&sum)?;
    let differences = between(&document, &serde_json::to_value(&theirs)?);
    let mut faults = Faults::default();
    for (index, pointer) in input.take.iter().enumerate() {
        match differences.iter().find(|(at, ..)| at == pointer) {
            Some((_, _, after)) => crate::kernel::http::body::merge(&mut document, &patch_of(pointer, after)),
            None => faults.expecting(format!("/take/{index}"), Fault::NoSuch, pointer),
        }
    }
    faults.finish()?;
    let now = tx.now;
    let mut gone = other.next(now);
    gone.merged_into = Some(kept.id);
    save_state(tx, &other, &gone)?;
    let saved = rewrite(tx, &kept, crate::kernel::http::body::decode(document)?)?;
    let row = MergeRow {
        id: tx.new_id(),
        kept_id: kept.id,
        merged_id: other.id,
        before_kept: Json::of(&Before { document: before, version_after: saved.version })?,
        merged_status: other.status,
        merged_by: tx.caller.and_then(Caller::person),
        merged_at: now,
        undone_by: None,
        undone_at: None,
    };
    store::put_merge(tx.conn, &row)?;
    tx.audit(("merge", &row.id.to_string()), None, Some(&json!({ "kept": kept.id, "merged": other.id, "take": input.take })))?;
    tx.publish("association.merged", other.id.0, Some(other.id), &json!({ "into": kept.id }))?;
    Ok(view(row))
}

fn view(row: MergeRow) -> Merge {
    Merge { id: row.id, kept_id: row.kept_id, merged_id: row.merged_id, merged_at: row.merged_at, undone_at: row.undone_at }
}

/// The merges this file was kept in, newest first.
pub fn merges(tx: &mut Read<'_>, id: AssociationId) -> Result<Vec<Merge>> {
    must_be_in_charge(tx, id)?;
    Ok(store::merges_of(tx.conn, id)?.into_iter().map(view).collect())
}

/// Undoes a merge: the other file comes back; this one gets its former content, unless it was changed since, in which case it keeps
/// what it has.
pub fn undo(tx: &mut Write<'_>, id: MergeId) -> Result<Merge> {
    let mut row = store::merge(tx.conn, id)?.ok_or_else(Error::not_found)?;
    let kept = files::find(tx.read.conn, &tx.read.scope, row.kept_id)?;
    may_decide(tx, &kept)?;
    let now = tx.now;
    let by = tx.caller.and_then(Caller::person);
    if store::undo(tx.conn, id, by, now)? == 0 {
        return Err(Error::new(Kind::WrongState));
    }
    let other = files::by_id(tx.conn, row.merged_id)?;
    let mut back = other.next(now);
    back.merged_into = None;
    save_state(tx, &other, &back)?;
    let before: Before = row.before_kept.read()?;
    if kept.version == before.version_after {
        rewrite(tx, &kept, before.document)?;
    }
    tx.audit(("merge", &id.to_string()), Some(&json!({ "kept": row.kept_id, "merged": row.merged_id })), None)?;
    tx.publish("association.unmerged", row.merged_id.0, Some(row.merged_id), &json!({ "from": row.kept_id }))?;
    row.undone_at = Some(now);
    Ok(view(row))
}
