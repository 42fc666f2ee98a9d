//! What the parts of an event may ask of it.

use super::rows;
use super::view::may_edit;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::Result;
use crate::resources::events::model::{EventId, EventStatus};
use crate::resources::events::store::{self, Row};
use chrono::NaiveDate;

/// An event in short.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The event.
    pub id: EventId,
    /// Where it stands.
    pub status: EventStatus,
    /// First day.
    pub starts_on: NaiveDate,
    /// The edition before.
    pub previous_id: Option<EventId>,
    /// Whether the caller organises it.
    pub ours: bool,
}

fn brief(row: &Row, ours: bool) -> Brief {
    Brief { id: row.id, status: row.status, starts_on: row.starts_on, previous_id: row.previous_id, ours }
}

/// An event the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn read(tx: &mut Read<'_>, id: EventId) -> Result<Brief> {
    let row = store::find(tx, id)?;
    let ours = may_edit(tx, &row)?;
    Ok(brief(&row, ours))
}

/// An event the caller organises and may change now.
///
/// # Errors
/// `not_found`, `forbidden`, or `wrong_state` for one that is over.
pub fn organised(tx: &mut Write<'_>, id: EventId) -> Result<Brief> {
    Ok(brief(&rows::open(tx, id)?, true))
}
