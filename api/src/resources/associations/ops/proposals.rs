//! Proposals: what an association asks to change in its verified file, decided field by field.

use super::check::check;
use super::files::rewrite;
use super::view;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::{MergePatch, merge};
use crate::kernel::http::json::hygiene;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::associations::model::difference::{fields_of, patch_of};
use crate::resources::associations::model::{ProposalId, Status};
use crate::resources::associations::store::duplicates::records;
use crate::resources::associations::store::proposals::{self as store, Row};
use crate::resources::associations::store::{self as files, Record};
use crate::resources::associations::wire::AssociationInput;
use crate::resources::associations::wire::review::{DecisionInput, Difference, Proposal, ProposalInput, ProposalQuery};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

const SUBJECT: &str = "proposal";

pub fn propose(tx: &mut Write<'_>, id: AssociationId, input: ProposalInput) -> Result<Proposal> {
    let record = files::find(tx.read.conn, &tx.read.scope, id)?;
    if !view::in_charge(&tx.scope, &record) {
        return Err(Error::new(Kind::Forbidden));
    }
    if !matches!(record.status, Status::Verified | Status::Suspended) || record.merged_into.is_some() {
        return Err(Error::say(
            Kind::WrongState,
            "الاقتراحات للملفات المعتمدة، أما المسودة فتُعدَّل مباشرة.",
            "Les propositions concernent les dossiers validés ; un brouillon se modifie directement.",
            "Proposals are for verified files; a draft is changed directly.",
        ));
    }
    let mut faults = Faults::default();
    hygiene(&input.changes, &mut "/changes".to_owned(), &mut faults);
    faults.finish()?;
    let before = record.input()?;
    let document = serde_json::to_value(&before)?;
    // The whole proposal must make a good file, so that no refusal surprises anybody later.
    let mut after: AssociationInput = MergePatch(input.changes.clone()).apply(&before).map_err(below_changes)?;
    check(tx.read.conn, &tx.read.scope, &mut after, tx.read.now.day()).map_err(below_changes)?;
    let mut changes = json!({});
    for (pointer, value) in fields_of(&input.changes) {
        if document.pointer(&pointer).unwrap_or(&Value::Null) != &value {
            merge_keeping_null(&mut changes, &patch_of(&pointer, &value));
        }
    }
    if changes.as_object().is_none_or(serde_json::Map::is_empty) {
        let mut faults = Faults::default();
        faults.add("/changes", Fault::Required);
        faults.finish()?;
    }
    let row = Row {
        id: tx.new_id(),
        association_id: id,
        changes: Json::of(&changes)?,
        note: input.note,
        proposed_by: tx.caller.and_then(Caller::person),
        created_at: tx.now,
        decided_at: None,
        decided_by: None,
        decision: None,
        version: 1,
        replaced: None,
    };
    store::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&changes))?;
    tx.publish("association.change_proposed", id.0, Some(id), &json!({ "proposal_id": row.id }))?;
    one(tx, row)
}

/// Puts a member into a patch; unlike a merge, a null stays, since it removes the field later.
fn merge_keeping_null(target: &mut Value, patch: &Value) {
    match (target, patch) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge_keeping_null(
                    into.entry(name.clone()).or_insert_with(|| if value.is_object() { json!({}) } else { Value::Null }),
                    value,
                );
            }
        }
        (target, value) => *target = value.clone(),
    }
}

fn below_changes(mut error: Error) -> Error {
    for field in &mut error.fields {
        field.pointer = format!("/changes{}", field.pointer);
    }
    error
}

pub fn decide(tx: &mut Write<'_>, id: ProposalId, input: &DecisionInput) -> Result<Proposal> {
    let mut row = store::find(tx.read.conn, id, &tx.read.scope)?;
    let record = files::find(tx.read.conn, &tx.read.scope, row.association_id)?;
    super::steps::may_decide(tx, &record)?;
    if row.decided_at.is_some() {
        return Err(Error::new(Kind::WrongState));
    }
    let fields = fields_of(&row.changes.read()?);
    let mut faults = Faults::default();
    for (index, decision) in input.decisions.iter().enumerate() {
        if !fields.iter().any(|(pointer, _)| *pointer == decision.pointer) {
            faults.expecting(format!("/decisions/{index}/pointer"), Fault::NoSuch, &decision.pointer);
        } else if input.decisions[..index].iter().any(|earlier| earlier.pointer == decision.pointer) {
            faults.add(format!("/decisions/{index}/pointer"), Fault::Repeated);
        }
        if !decision.accept && decision.reason.is_none() {
            faults.add(format!("/decisions/{index}/reason"), Fault::Required);
        }
    }
    for (pointer, _) in &fields {
        if !input.decisions.iter().any(|decision| decision.pointer == *pointer) {
            faults.expecting("/decisions", Fault::Required, pointer);
        }
    }
    faults.finish()?;
    let mut patch = json!({});
    for (pointer, value) in &fields {
        if input.decisions.iter().any(|decision| decision.accept && decision.pointer == *pointer) {
            merge_keeping_null(&mut patch, &patch_of(pointer, value));
        }
    }
    let document: Value = record.document.read()?;
    let replaced: Map<String, Value> = fields.iter().map(|(pointer, _)| (pointer.clone(), at(&document, pointer))).collect();
    row.replaced = Some(Json::of(&replaced)?);
    row.decision = Some(Json::of(&input.decisions)?);
    row.decided_at = Some(tx.now);
    row.decided_by = tx.caller.and_then(Caller::person);
    row.version += 1;
    if store::decide(tx.conn, &row)? == 0 {
        return Err(Error::new(Kind::WrongState));
    }
    if patch.as_object().is_some_and(|fields| !fields.is_empty()) {
        let mut document = serde_json::to_value(record.input()?)?;
        merge(&mut document, &patch);
        rewrite(tx, &record, crate::kernel::http::body::decode(document)?)?;
    }
    tx.audit((SUBJECT, &id.to_string()), Some(&row.changes.read()?), Some(&serde_json::to_value(&input.decisions)?))?;
    tx.publish("association.change_decided", record.id.0, Some(record.id), &json!({ "proposal_id": id }))?;
    one(tx, row)
}

pub fn get(tx: &mut Read<'_>, id: ProposalId) -> Result<Proposal> {
    let row = store::find(tx.conn, id, &tx.scope)?;
    one(tx, row)
}

pub fn list(tx: &mut Read<'_>, list: &List<ProposalQuery>) -> Result<Page<Proposal>> {
    let query = &list.query;
    let before: Option<ProposalId> = list.after()?;
    let rows = store::page(tx.conn, &tx.scope, query.association, query.open, before, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, &tx.scope, query.association, query.open))?;
    list.page(views(tx, rows)?, total, |proposal| proposal.id)
}

fn one(tx: &mut Read<'_>, row: Row) -> Result<Proposal> {
    views(tx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn at(document: &Value, pointer: &str) -> Value {
    document.pointer(pointer).cloned().unwrap_or(Value::Null)
}

/// Proposals with their files and people, in two more queries whatever their number.
fn views(tx: &mut Read<'_>, rows: Vec<Row>) -> Result<Vec<Proposal>> {
    let ids: Vec<_> = rows.iter().map(|row| row.association_id).collect();
    let files: HashMap<_, _> = records(tx.conn, &ids)?.into_iter().map(|record| (record.id, record)).collect();
    let people: Vec<_> = rows.iter().flat_map(|row| [row.proposed_by, row.decided_by]).flatten().collect();
    let names = accounts::person_names(tx.conn, &people)?;
    rows.iter().filter_map(|row| files.get(&row.association_id).map(|record| build(row, record, &names))).collect()
}

fn build(row: &Row, record: &Record, names: &HashMap<crate::kernel::ids::PersonId, String>) -> Result<Proposal> {
    let document: Value = record.document.read()?;
    let name = record.input()?.name;
    let changes: Value = row.changes.read()?;
    let replaced: Option<Map<String, Value>> = row.replaced.as_ref().map(Json::read).transpose()?;
    let before = |pointer: &str| match &replaced {
        Some(values) => values.get(pointer).cloned().unwrap_or(Value::Null),
        None => at(&document, pointer),
    };
    Ok(Proposal {
        id: row.id,
        association_id: row.association_id,
        association_name: name,
        differences: fields_of(&changes)
            .into_iter()
            .map(|(pointer, after)| Difference { before: before(&pointer), pointer, after })
            .collect(),
        note: row.note.clone(),
        proposed_by: row.proposed_by.and_then(|id| names.get(&id).cloned()),
        created_at: row.created_at,
        decided_at: row.decided_at,
        decided_by: row.decided_by.and_then(|id| names.get(&id).cloned()),
        decisions: row.decision.as_ref().map(Json::read).transpose()?.unwrap_or_default(),
        version: row.version,
    })
}
