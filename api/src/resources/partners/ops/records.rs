//! What all records do alike.

use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::resources::partners::model::{RecordId, RecordKind};
use crate::resources::partners::store::{self, Record};
use crate::resources::projects::{self, Id as ProjectId};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

/// Most records of a kind in a project.
pub const MOST: usize = 500;

/// An agreement that is new or has changed is looked at the same day for what falls due.
fn to_be_looked_at(kind: RecordKind, now: Instant) -> Option<NaiveDate> {
    (kind == RecordKind::Agreement).then(|| now.day())
}

/// Adds a record.
pub fn add<T: Serialize>(
    tx: &mut Write<'_>,
    project: ProjectId,
    kind: RecordKind,
    partner: Option<RecordId>,
    document: &T,
) -> Result<Record> {
    if store::list(tx.conn, project, kind, None)?.len() >= MOST {
        let mut faults = crate::kernel::validate::Faults::default();
        faults.expecting("", crate::kernel::validate::Fault::TooMany, MOST);
        faults.finish()?;
    }
    let now = tx.now;
    let record = Record {
        id: tx.new_id(),
        project_id: project,
        kind,
        partner_id: partner,
        document: Json::of(document)?,
        version: 1,
        created_by: tx.caller.and_then(Caller::person),
        created_at: now,
        updated_at: now,
        remind_on: to_be_looked_at(kind, now),
    };
    store::insert(tx.conn, &record)?;
    tell(tx, &record, None, Some(&serde_json::to_value(document)?))?;
    Ok(record)
}

/// Keeps another document as the next version.
pub fn change<T: Serialize>(tx: &mut Write<'_>, record: Record, document: &T) -> Result<Record> {
    let before: Value = record.document.read()?;
    let next = Record {
        document: Json::of(document)?,
        version: record.version + 1,
        updated_at: tx.now,
        remind_on: to_be_looked_at(record.kind, tx.now),
        ..record
    };
    store::save(tx.conn, &next)?;
    tell(tx, &next, Some(&before), Some(&serde_json::to_value(document)?))?;
    Ok(next)
}

/// Audit and event of a record.
pub fn tell(tx: &mut Write<'_>, record: &Record, before: Option<&Value>, after: Option<&Value>) -> Result<()> {
    tx.audit((record.kind.as_str(), &record.id.to_string()), before, after)?;
    let event = json!({ "kind": record.kind, "id": record.id, "version": record.version, "deleted": after.is_none() });
    projects::publish(tx, "project.partner_record_changed", record.project_id, &event)
}
