//! One function for each operation.

pub mod badges;
pub mod print;
pub mod record;

use super::model;
use crate::kernel::access::Scope;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::calls::ApplicationStatus;
use crate::resources::events::{self, Brief, Id as EventId};

/// What an entry is called in the audit log, and a badge in the log of who read what.
pub const SUBJECT: &str = "check_in";
/// States of those who have a seat.
const SEATED: [ApplicationStatus; 4] =
    [ApplicationStatus::Selected, ApplicationStatus::Confirmed, ApplicationStatus::Attended, ApplicationStatus::Absent];

/// An event the caller organises, or whose people it may know as one who reads everything.
fn readable(tx: &mut Read<'_>, id: EventId) -> Result<Brief> {
    let event = events::read(tx, id)?;
    if event.ours || tx.scope == Scope::All { Ok(event) } else { Err(Error::new(Kind::Forbidden)) }
}
