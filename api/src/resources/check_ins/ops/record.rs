//! Entries of devices, and those who never came.

use super::badges::exhibitors;
use super::{SEATED, SUBJECT, model};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::codes;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus, Entry};
use crate::resources::check_ins::model::{CheckInDirection, CheckInInput, CheckInRefusal, Whereabouts};
use crate::resources::check_ins::store::{self, PresenceRow, Row};
use crate::resources::check_ins::wire::{Absences, CheckInBatch, CheckInReceipt, RefusedCheckIn};
use crate::resources::events::{self, Brief, Id as EventId};
use chrono::Days;
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// An event the caller organises, also when it is over: what was recorded offline arrives late.
fn organised(tx: &mut Write<'_>, id: EventId) -> Result<Brief> {
    let event = events::read(tx, id)?;
    if !event.ours {
        return Err(Error::new(Kind::Forbidden));
    }
    calls::lock(tx, id)?;
    Ok(event)
}

/// Whether something that happened then belongs to the event: stands are set up on the day before.
fn during(event: &Brief, at: Instant) -> bool {
    let day = event.day_of(at);
    let eve = event.starts_on.checked_sub_days(Days::new(1)).unwrap_or(event.starts_on);
    day >= eve && day <= event.ends_on
}

/// The artisan behind a code, or why there is none.
fn find<'e>(badges: &HashMap<String, (&'e Entry, i32)>, input: &CheckInInput) -> std::result::Result<(&'e Entry, i32), CheckInRefusal> {
    match badges.get(&codes::typed(&input.code)) {
        None => Err(CheckInRefusal::UnknownCode),
        Some((entry, _)) if !entry.status.seated() => Err(CheckInRefusal::NoSeat),
        Some(found) => Ok(*found),
    }
}

/// Records what a device has seen; what was sent before is passed over, and whoever comes makes its association one that attended.
pub fn record(tx: &mut Write<'_>, id: EventId, batch: &CheckInBatch) -> Result<CheckInReceipt> {
    let event = organised(tx, id)?;
    let mut concerned = calls::entries(tx, id, &SEATED)?;
    concerned.extend(calls::entries(tx, id, &[ApplicationStatus::Withdrawn])?);
    let sealer = &tx.kernel.sealer;
    let badges: HashMap<String, (&Entry, i32)> = concerned
        .iter()
        .flat_map(|entry| exhibitors(entry).map(move |(place, _)| (model::code(sealer, entry.id, place), (entry, place))))
        .collect();
    let ids: Vec<_> = batch.entries.iter().map(|input| input.id).collect();
    let mut known = store::known(tx.conn, &ids)?;
    let (now, recorded_by) = (tx.now, tx.caller.and_then(Caller::person));
    let (mut rows, mut refused, mut repeated, mut came) = (Vec::new(), Vec::new(), 0, HashMap::new());
    for input in &batch.entries {
        if !known.insert(input.id) {
            repeated += 1;
            continue;
        }
        let at = input.at.set_right(batch.sent_at, now);
        let found = find(&badges, input).and_then(|found| if during(&event, at) { Ok(found) } else { Err(CheckInRefusal::NotDuringEvent) });
        match found {
            Err(reason) => refused.push(RefusedCheckIn { id: input.id, reason }),
            Ok((entry, exhibitor)) => {
                if input.direction == CheckInDirection::In {
                    came.insert(entry.id, entry);
                }
                rows.push(Row {
                    id: input.id,
                    event_id: id,
                    application_id: entry.id,
                    exhibitor,
                    direction: input.direction,
                    method: input.method,
                    at,
                    day: event.day_of(at),
                    device_at: input.at,
                    received_at: now,
                    device: batch.device.clone(),
                    recorded_by,
                });
            }
        }
    }
    let recorded = rows.len();
    if recorded > 0 {
        follow(tx, id, rows)?;
        let came: Vec<&Entry> = came.into_values().collect();
        calls::step_all(tx, id, &came, ApplicationStatus::Attended)?;
        tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "device": batch.device, "recorded": recorded })))?;
    }
    let clock_ahead_seconds = (batch.sent_at.utc() - now.utc()).num_seconds();
    Ok(CheckInReceipt { recorded, repeated, refused, clock_ahead_seconds })
}

/// Keeps new entries with where everybody is after them.
fn follow(tx: &mut Write<'_>, id: EventId, rows: Vec<Row>) -> Result<()> {
    let touched: HashSet<ApplicationId> = rows.iter().map(|row| row.application_id).collect();
    let mut people: HashMap<(ApplicationId, i32), Whereabouts> = store::presence(tx.conn, id)?
        .into_iter()
        .filter(|row| touched.contains(&row.application_id))
        .map(|row| ((row.application_id, row.exhibitor), row.whereabouts()))
        .collect();
    for row in &rows {
        let key = (row.application_id, row.exhibitor);
        people.insert(key, model::after(people.get(&key).copied(), row.id, row.direction, row.at));
    }
    let presence = people.into_iter().map(|((application_id, exhibitor), is)| PresenceRow {
        application_id,
        exhibitor,
        event_id: id,
        inside: is.inside,
        first_in_at: is.first_in_at,
        last_at: is.last_at,
        last_id: is.last_id,
    });
    store::keep(tx.conn, rows, &touched.into_iter().collect::<Vec<_>>(), presence.collect())
}

/// Marks every association with a seat of which nobody came as absent, from the last day of the event on.
pub fn absences(tx: &mut Write<'_>, id: EventId) -> Result<Absences> {
    let event = organised(tx, id)?;
    if tx.now.day() < event.ends_on {
        return Err(Error::say(
            Kind::WrongState,
            "يسجل الغائبون ابتداء من آخر يوم للتظاهرة.",
            "Les absents sont notés à partir du dernier jour de la manifestation.",
            "Absentees are recorded from the last day of the event on.",
        ));
    }
    let waiting = calls::entries(tx, id, &[ApplicationStatus::Selected, ApplicationStatus::Confirmed])?;
    let absent: Vec<&Entry> = waiting.iter().collect();
    calls::step_all(tx, id, &absent, ApplicationStatus::Absent)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "absent": absent.len() })))?;
    Ok(Absences { event_id: id, absent: absent.len() })
}
