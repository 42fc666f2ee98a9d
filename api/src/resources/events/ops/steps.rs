//! The steps of an event from state to state.

use super::view::{self, may_edit};
use super::{SUBJECT, brief, rows};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::letter::Letter;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::events::letters;
use crate::resources::events::model::{self, EventId, EventInput, EventStatus, Step};
use crate::resources::events::store::{self, Row, TransitionRow};
use crate::resources::events::wire::{Event, EventPublication, EventReason, EventTransition};
use crate::resources::{EVENT_FOLLOWERS, EVENT_NEEDS, accounts};
use serde_json::json;

/// Keeps the step that a row has taken.
pub fn keep(tx: &mut Write<'_>, row: &Row, from: Option<EventStatus>, reason: Option<&str>) -> Result<()> {
    let step = TransitionRow {
        id: tx.new_id(),
        event_id: row.id,
        at: tx.now,
        from_status: from,
        to_status: row.status,
        reason: reason.map(str::to_owned),
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    store::keep_step(tx.conn, &step)
}

fn take(tx: &mut Write<'_>, id: EventId, step: Step, reason: Option<&str>) -> Result<Event> {
    let row = rows::open(tx, id)?;
    let status = step.from(row.status).ok_or_else(|| Error::new(Kind::WrongState))?;
    let from = row.status;
    let next = Row { status, status_since: tx.now, version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    keep(tx, &next, Some(from), reason)?;
    let (was, is) = (json!({ "status": from }), json!({ "status": status, "reason": reason }));
    tx.audit((SUBJECT, &id.to_string()), Some(&was), Some(&is))?;
    tx.publish("event.status_changed", id.0, None, &json!({ "status": status, "starts_on": next.starts_on, "ends_on": next.ends_on }))?;
    tell_organisers(tx, &next, from, reason)?;
    // Everybody hears of it who has to do with an event that was announced before.
    if from != EventStatus::Draft {
        let told = brief::of(&next)?;
        for follow in EVENT_FOLLOWERS {
            follow(tx, &told, reason)?;
        }
    }
    view::of(tx, next)
}

/// Writes to the officers of everybody who organises an event together with the caller that it was announced, put off or called off, or has other days.
fn tell_organisers(tx: &mut Write<'_>, row: &Row, from: EventStatus, reason: Option<&str>) -> Result<()> {
    let own = tx.caller.and_then(Caller::institution);
    let all = rows::organisers(row.organiser_id, &row.document.read()?);
    let others: Vec<_> = all.into_iter().filter(|institution| Some(*institution) != own).collect();
    if others.is_empty() || row.status == EventStatus::Closed {
        return Ok(());
    }
    let (event, officers) = (brief::of(row)?, accounts::officers(tx.conn, &others)?);
    let public_url = &tx.kernel.config.public_url;
    let told: Vec<Letter> = officers.iter().map(|reader| letters::step(reader, &event, from, reason, public_url)).collect();
    tx.mail_all(&told)
}

/// The days of an announced event have changed: a step of its own, and everybody hears of it.
///
/// # Errors
/// When the database does not answer.
pub fn announce_days(tx: &mut Write<'_>, row: &Row) -> Result<()> {
    keep(tx, row, Some(row.status), None)?;
    tell_organisers(tx, row, row.status, None)?;
    let told = brief::of(row)?;
    for follow in EVENT_FOLLOWERS {
        follow(tx, &told, None)?;
    }
    Ok(())
}

/// Announces an event, or announces it again with new dates.
pub fn publish(tx: &mut Write<'_>, id: EventId, wanted: &EventPublication) -> Result<Event> {
    let row = rows::open(tx, id)?;
    if Step::Publish.from(row.status).is_none() {
        return Err(Error::new(Kind::WrongState));
    }
    let before: EventInput = row.document.read()?;
    let mut faults = Faults::default();
    let starts_on = wanted.starts_on.unwrap_or(before.starts_on);
    match model::moved(&before, starts_on) {
        None => faults.add("/starts_on", Fault::WrongFormat),
        Some(after) if after.ends_on < tx.now.day() => faults.expecting("/starts_on", Fault::TooSmall, tx.now.day()),
        Some(after) if after != before => {
            rows::rewrite(tx, row, &before, after)?;
        }
        Some(_) => {}
    }
    faults.finish()?;
    for need in EVENT_NEEDS {
        need(tx, id)?;
    }
    take(tx, id, Step::Publish, wanted.reason.as_deref())
}

/// Puts an event off; its new dates are announced by publishing it again.
pub fn postpone(tx: &mut Write<'_>, id: EventId, why: &EventReason) -> Result<Event> {
    take(tx, id, Step::Postpone, Some(&why.reason))
}

/// Calls an event off.
pub fn cancel(tx: &mut Write<'_>, id: EventId, why: &EventReason) -> Result<Event> {
    take(tx, id, Step::Cancel, Some(&why.reason))
}

/// Closes an event that has begun.
pub fn close(tx: &mut Write<'_>, id: EventId) -> Result<Event> {
    let row = rows::open(tx, id)?;
    if row.starts_on > tx.now.day() {
        return Err(Error::say(
            Kind::WrongState,
            "لم تبدأ التظاهرة بعد، ألغها أو أجلها إن لم تكن ستقام.",
            "L’événement n’a pas commencé : annulez-le ou reportez-le s’il n’a pas lieu.",
            "The event has not begun: cancel or postpone it when it does not take place.",
        ));
    }
    take(tx, id, Step::Close, None)
}

/// The steps of an event, first to last; who took them is for its organisers.
pub fn list(tx: &mut Read<'_>, id: EventId) -> Result<Vec<EventTransition>> {
    let row = store::find(tx, id)?;
    let inside = may_edit(tx, &row)?;
    let steps = store::steps(tx.conn, id)?;
    let people: Vec<_> = steps.iter().filter_map(|step| step.person_id).filter(|_| inside).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let shown = |step: TransitionRow| {
        let person = step.person_id.filter(|_| inside);
        EventTransition {
            at: step.at,
            from_status: step.from_status,
            to_status: step.to_status,
            reason: step.reason,
            starts_on: step.starts_on,
            ends_on: step.ends_on,
            person_name: person.and_then(|id| names.get(&id).cloned()),
            person_id: person,
        }
    };
    // What happened before an event was announced is its organisers' business.
    let told = |step: &TransitionRow| inside || step.to_status != EventStatus::Draft;
    Ok(steps.into_iter().filter(told).map(shown).collect())
}
