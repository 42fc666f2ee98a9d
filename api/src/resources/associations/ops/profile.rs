//! What other parts of the platform ask of an association.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::model::{self, Profile};
use crate::resources::associations::store;
use crate::resources::territory;

/// What is known of an association on this day, for those who may know of it.
///
/// # Errors
/// `not_found`.
pub fn profile(tx: &mut Read<'_>, id: AssociationId) -> Result<Profile> {
    let day = tx.now.day();
    let record = store::find(tx.conn, &tx.scope, id)?;
    let file = record.input()?;
    let commune = territory::commune_facts(tx.conn, &file.seat.commune_code)?;
    let latest = model::latest(&file.headcounts);
    Ok(Profile {
        status: record.status,
        level: file.level,
        kind: file.kind,
        wilaya_code: record.wilaya_code,
        border: commune.as_ref().is_some_and(|commune| commune.border.0),
        isolated: commune.as_ref().and_then(|commune| commune.isolated.0) == Some(true),
        women_led: model::women_led(&file.mandates, &file.headcounts, day),
        youth_led: model::youth_led(&file.mandates, &file.headcounts, day),
        disability: latest.and_then(|count| count.disabled).is_some_and(|count| count > 0),
        registered_on: file.receipt.as_ref().map(|receipt| receipt.date),
        mandate_valid: model::president(&file.mandates, day).is_some(),
        craft_sectors: file.craft_sectors,
    })
}
