//! What other parts of the platform ask of an association.

use crate::kernel::access::allowed::Read;
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::associations::model::{self, Profile};
use crate::resources::associations::store::{
    self,
    duplicates::{merged_at, records},
};
use crate::resources::associations::wire::AssociationInput;
use crate::resources::territory::{self, CommuneFacts};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What is known of an association on this day, for those who may know of it.
///
/// # Errors
/// `not_found`.
pub fn profile(tx: &mut Read<'_>, id: AssociationId) -> Result<Profile> {
    let record = store::find(tx.conn, &tx.scope, id)?;
    let file = record.input()?;
    let commune = territory::commune_facts(tx.conn, &file.seat.commune_code)?;
    Ok(of(record, file, commune.as_ref(), tx.now.day()))
}

/// The file each merged file is part of, by the merges in force at an instant.
///
/// # Errors
/// When the database does not answer.
pub fn survivors(conn: &mut AnyConnection, at: Instant) -> Result<HashMap<AssociationId, AssociationId>> {
    let direct: HashMap<AssociationId, AssociationId> = merged_at(conn, at)?.into_iter().collect();
    let last = |first: AssociationId| {
        // A merged file is never merged again, nor one that took it merged into it: the way ends.
        let way = std::iter::successors(Some(first), |id| direct.get(id).copied()).take(direct.len() + 1);
        way.last().unwrap_or(first)
    };
    Ok(direct.keys().map(|id| (*id, last(*id))).collect())
}

/// What is known of some associations on this day, for work the caller may do whoever they are; one that is not there is left out.
///
/// # Errors
/// When the database does not answer.
pub fn profiles(tx: &mut Read<'_>, ids: &[AssociationId]) -> Result<HashMap<AssociationId, Profile>> {
    let day = tx.now.day();
    let mut files = Vec::new();
    for record in records(tx.conn, ids)? {
        let file = record.input()?;
        files.push((record, file));
    }
    let codes: Vec<String> = files.iter().map(|(_, file)| file.seat.commune_code.clone()).collect();
    let communes: HashMap<String, CommuneFacts> =
        territory::find_communes(tx.conn, &codes)?.into_iter().map(|commune| (commune.code.clone(), commune)).collect();
    let profile = |(record, file): (store::Record, AssociationInput)| {
        let commune = communes.get(&file.seat.commune_code);
        (record.id, of(record, file, commune, day))
    };
    Ok(files.into_iter().map(profile).collect())
}

fn of(record: store::Record, file: AssociationInput, commune: Option<&CommuneFacts>, day: NaiveDate) -> Profile {
    let latest = model::latest(&file.headcounts);
    Profile {
        status: record.status,
        level: file.level,
        kind: file.kind,
        wilaya_code: record.wilaya_code,
        border: commune.is_some_and(|commune| commune.border.0),
        isolated: commune.and_then(|commune| commune.isolated.0) == Some(true),
        women_led: model::women_led(&file.mandates, &file.headcounts, day),
        youth_led: model::youth_led(&file.mandates, &file.headcounts, day),
        disability: latest.and_then(|count| count.disabled).is_some_and(|count| count > 0),
        registered_on: file.receipt.as_ref().map(|receipt| receipt.date),
        mandate_valid: model::president(&file.mandates, day).is_some(),
        craft_sectors: file.craft_sectors,
    }
}
