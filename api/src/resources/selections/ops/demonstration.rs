//! A selection as demonstration data has it.

use super::unexpected;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use crate::resources::calls::{ApplicationId, ApplicationStatus, CallInput, Decision, Entry};
use crate::resources::events::Id as EventId;
use crate::resources::selections::model;
use crate::resources::selections::store::Row;
use ::selection::choice::choose;
use std::collections::HashMap;

/// What was decided about an application.
pub type Decided = (ApplicationId, ApplicationStatus, Decision);

/// The selection among the applications to an event, and what was decided about each.
///
/// # Errors
/// When it cannot be computed or kept as JSON.
pub fn decided(
    event_id: EventId,
    call: &CallInput,
    entries: &[Entry],
    quotas_of: &[Vec<String>],
    at: Instant,
    by: PersonId,
) -> Result<(Row, Vec<Decided>)> {
    let seed = "3 14 15 92 65 35".to_owned();
    let request = model::request(call, &seed, entries, quotas_of);
    let outcome = choose(&request).map_err(|problem| unexpected(&problem))?;
    let decided = model::decisions(entries, &outcome, &HashMap::new());
    let row = Row {
        event_id,
        seed,
        seed_source: "أرقام السحب العمومي الذي تلا غلق النداء".to_owned(),
        request: Some(Json::of(&request)?),
        outcome: Some(Json::of(&outcome)?),
        published_at: Some(at),
        published_by: Some(by),
        version: 2,
        created_at: at,
        updated_at: at,
    };
    Ok((row, decided.into_iter().map(|(entry, status, decision)| (entry.id, status, decision)).collect()))
}
