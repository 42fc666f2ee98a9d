//! The steps of a file through its states.

use super::files::{SUBJECT, save_state};
use super::view::{self, view};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Caller, Role};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::associations::model::{Level, Status, Step};
use crate::resources::associations::store::history::{self, TransitionRow};
use crate::resources::associations::store::{self, Record};
use crate::resources::associations::wire::{Association, Remark, ReturnInput, Transition};
use chrono::Datelike;
use serde_json::json;

/// Keeps a step of a file.
///
/// # Errors
/// When the database does not answer.
pub fn keep_step(
    tx: &mut Write<'_>,
    id: AssociationId,
    from: Option<Status>,
    to: Status,
    reason: Option<&str>,
    remarks: Option<&[Remark]>,
) -> Result<()> {
    let row = TransitionRow {
        id: tx.new_id(),
        association_id: id,
        at: tx.now,
        from_status: from,
        to_status: to,
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
        reason: reason.map(str::to_owned),
        remarks: remarks.map(Json::of).transpose()?,
    };
    history::step(tx.conn, &row)
}

/// Whether the caller decides on a file: the chamber of its wilaya, or the ministry on a national association.
///
/// # Errors
/// `forbidden`.
pub fn may_decide(tx: &Write<'_>, record: &Record) -> Result<()> {
    if !view::in_charge(&tx.scope, record) {
        return Err(Error::new(Kind::Forbidden));
    }
    let ministry = tx.caller.is_some_and(|caller| caller.role == Some(Role::Ministry));
    match (record.level == Level::National, ministry) {
        (true, true) | (false, false) => Ok(()),
        (true, false) => Err(Error::say(
            Kind::Forbidden,
            "القرار في الجمعيات الوطنية للوزارة.",
            "Le ministère décide des associations nationales.",
            "The ministry decides on national associations.",
        )),
        (false, true) => Err(Error::say(
            Kind::Forbidden,
            "القرار في هذه الجمعية لغرفة ولايتها.",
            "La chambre de sa wilaya décide de cette association.",
            "The chamber of its wilaya decides on this association.",
        )),
    }
}

/// Hands a file in.
pub fn submit(tx: &mut Write<'_>, id: AssociationId) -> Result<Association> {
    take(tx, id, Step::Submit, None, None)
}
/// Sends a file back with remarks.
pub fn send_back(tx: &mut Write<'_>, id: AssociationId, why: &ReturnInput) -> Result<Association> {
    take(tx, id, Step::Return, Some(&why.reason), Some(&why.remarks))
}
/// Enters a file into the register.
pub fn verify(tx: &mut Write<'_>, id: AssociationId) -> Result<Association> {
    take(tx, id, Step::Verify, None, None)
}
/// Suspends an association.
pub fn suspend(tx: &mut Write<'_>, id: AssociationId, why: &str) -> Result<Association> {
    take(tx, id, Step::Suspend, Some(why), None)
}
/// Ends a suspension.
pub fn reinstate(tx: &mut Write<'_>, id: AssociationId, why: &str) -> Result<Association> {
    take(tx, id, Step::Reinstate, Some(why), None)
}
/// Records that an association no longer exists.
pub fn dissolve(tx: &mut Write<'_>, id: AssociationId, why: &str) -> Result<Association> {
    take(tx, id, Step::Dissolve, Some(why), None)
}

/// Takes a step.
///
/// # Errors
/// `forbidden` for a file the caller is not in charge of or, for deciding on a national association, when the caller is not the
/// ministry; `wrong_state` when the step is not possible now.
fn take(tx: &mut Write<'_>, id: AssociationId, step: Step, reason: Option<&str>, remarks: Option<&[Remark]>) -> Result<Association> {
    let before = store::find(tx.read.conn, &tx.read.scope, id)?;
    if step == Step::Submit {
        if !view::in_charge(&tx.scope, &before) {
            return Err(Error::new(Kind::Forbidden));
        }
    } else {
        may_decide(tx, &before)?;
    }
    let next = match step.from(before.status) {
        Some(next) if before.merged_into.is_none() => next,
        _ => return Err(Error::new(Kind::WrongState)),
    };
    let now = tx.now;
    let mut after = before.next(now);
    after.status = next;
    after.status_since = now;
    after.status_reason = reason.map(str::to_owned);
    after.remarks = remarks.map(Json::of).transpose()?;
    if step == Step::Verify && after.registration_number.is_none() {
        after.registration_number = Some(store::next_number(tx.conn, &before.wilaya_code, now.day().year())?);
    }
    save_state(tx, &before, &after)?;
    keep_step(tx, id, Some(before.status), next, reason, remarks)?;
    let (was, is) =
        (json!({ "status": before.status }), json!({ "status": next, "reason": reason, "registration_number": after.registration_number }));
    tx.audit((SUBJECT, &id.to_string()), Some(&was), Some(&is))?;
    tx.publish("association.status_changed", id.0, Some(id), &is)?;
    view(tx, after)
}

/// The steps of a file, first to last.
pub fn list(tx: &mut Read<'_>, id: AssociationId) -> Result<Vec<Transition>> {
    let record = store::find(tx.conn, &tx.scope, id)?;
    if !view::in_charge(&tx.scope, &record) {
        return Err(Error::new(Kind::Forbidden));
    }
    let rows = history::steps(tx.conn, id)?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    rows.into_iter()
        .map(|row| {
            Ok(Transition {
                at: row.at,
                from_status: row.from_status,
                to_status: row.to_status,
                person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
                person_id: row.person_id,
                reason: row.reason,
                remarks: row.remarks.as_ref().map(Json::read).transpose()?.unwrap_or_default(),
            })
        })
        .collect()
}
