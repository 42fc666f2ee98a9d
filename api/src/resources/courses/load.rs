//! The programme of the presidents of associations, which every installation begins with.

use super::model::CourseInput;
use super::ops::rows::{new_row, publish_row};
use super::store;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::resources::institutions::{self, InstitutionKind};
use uuid::Uuid;

/// The programme in three languages: the six subjects, each with the tool of the project workshop its assignment uses.
const PROGRAMME: &str = include_str!("programme.json");
/// The same in every installation, so that it is loaded once.
pub const PROGRAMME_ID: Uuid = Uuid::from_u128(0x0194_1f29_7c00_7000_8000_0000_0000_00c0);

/// Publishes the programme in the name of the ministry, unless it is there.
///
/// # Errors
/// When the database does not answer.
pub fn load(conn: &mut AnyConnection, now: Instant) -> Result<()> {
    if store::exists(conn, PROGRAMME_ID.into())? {
        return Ok(());
    }
    let Some(ministry) = institutions::first_of(conn, InstitutionKind::Ministry)? else { return Ok(()) };
    let input: CourseInput = serde_json::from_str(PROGRAMME).map_err(Error::internal)?;
    let (row, version, input) = publish_row(new_row(PROGRAMME_ID.into(), ministry, &input, now)?, None, now)?;
    store::insert(conn, &row)?;
    store::add_version(conn, &version)?;
    store::set_links(conn, row.id, &input.tools(), &input.craft_sectors)
}
