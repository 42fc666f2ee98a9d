//! What the parts of an event may ask of it.

use super::rows;
use super::view::{editable, may_edit};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::kernel::problem::Kind;
use crate::resources::events::model::{self, EventId, EventInput, EventKind, EventStatus};
use crate::resources::events::store::{self, Row};
use chrono::{NaiveDate, NaiveTime};
use std::collections::HashMap;

/// An event in short.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The event.
    pub id: EventId,
    /// Its name.
    pub name: Text,
    /// What kind of event.
    pub kind: EventKind,
    /// Where it stands.
    pub status: EventStatus,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Until when an evening lasts past midnight at most; nothing where the doors close on the day they open.
    pub past_midnight: Option<NaiveTime>,
    /// The edition before.
    pub previous_id: Option<EventId>,
    /// Who organises it before all others.
    pub organiser_id: InstitutionId,
    /// Whether the caller organises it.
    pub ours: bool,
}

fn brief(row: &Row, ours: bool) -> Result<Brief> {
    let EventInput { name, kind, hours, .. } = row.document.read()?;
    let late = hours.iter().filter(|hours| hours.past_midnight());
    Ok(Brief {
        id: row.id,
        name,
        kind,
        status: row.status,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        past_midnight: late.filter_map(|hours| model::time(&hours.closes)).max(),
        previous_id: row.previous_id,
        organiser_id: row.organiser_id,
        ours,
    })
}

impl Brief {
    /// The day of the event that something belongs to: what happens past midnight while an evening lasts is of the day before.
    pub fn day_of(&self, at: Instant) -> NaiveDate {
        let (day, hour) = (at.day(), at.local().time());
        if self.past_midnight.is_some_and(|late| hour <= late) { day.pred_opt().unwrap_or(day) } else { day }
    }
}

/// An event that has just been changed by one of its organisers.
///
/// # Errors
/// When what is kept cannot be read.
pub fn of(row: &Row) -> Result<Brief> {
    brief(row, true)
}

/// An event the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn read(tx: &mut Read<'_>, id: EventId) -> Result<Brief> {
    let row = store::find(tx, id)?;
    let ours = may_edit(tx, &row)?;
    brief(&row, ours)
}

/// The editions before an event that the caller may know of, latest first, at most so many.
///
/// # Errors
/// When the database does not answer.
pub fn earlier_editions(tx: &mut Read<'_>, event: &Brief, most: usize) -> Result<Vec<Brief>> {
    let mut all: Vec<Row> = Vec::new();
    let mut next = event.previous_id;
    while let Some(id) = next.filter(|_| all.len() < most) {
        let row = match store::find(tx, id) {
            Err(error) if error.kind == Kind::NotFound => break,
            found => found?,
        };
        next = row.previous_id;
        all.push(row);
    }
    let ids: Vec<EventId> = all.iter().map(|row| row.id).collect();
    let ours = editable(tx, &ids)?;
    all.iter().map(|row| brief(row, ours.contains(&row.id))).collect()
}

/// Some events, whoever asks.
///
/// # Errors
/// When the database does not answer.
pub fn briefs(conn: &mut AnyConnection, ids: &[EventId]) -> Result<Vec<Brief>> {
    store::some(conn, ids)?.iter().map(|row| brief(row, false)).collect()
}

/// The names of some events.
///
/// # Errors
/// When the database does not answer.
pub fn names(conn: &mut AnyConnection, ids: &[EventId]) -> Result<HashMap<EventId, Text>> {
    let named = |(id, document): (EventId, Json)| {
        let EventInput { name, .. } = document.read()?;
        Ok((id, name))
    };
    store::documents(conn, ids)?.into_iter().map(named).collect()
}

/// An event the caller organises and may change now.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for one that is over.
pub fn organised(tx: &mut Write<'_>, id: EventId) -> Result<Brief> {
    brief(&rows::open(tx, id)?, true)
}
