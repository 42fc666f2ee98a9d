//! What if.

use super::unexpected;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::calls::{self, ApplicationStatus, CallInput, Entry};
use crate::resources::events::Id as EventId;
use crate::resources::selections::model;
use crate::resources::selections::store;
use crate::resources::selections::wire::{Trial, TrialInput, TrialName};
use ::selection::choice::{Outcome, choose};
use ::selection::comparison::compare;
use std::collections::HashSet;

/// What would be decided with other numbers, against the call as it is. Nothing is kept.
pub fn run(tx: &mut Read<'_>, id: EventId, input: TrialInput) -> Result<Trial> {
    let commission = calls::commission(tx, id)?;
    if !commission.event.ours {
        return Err(Error::new(Kind::Forbidden));
    }
    calls::must_not_review(tx, id)?;
    let call = commission.call;
    let other = CallInput {
        capacity: input.capacity.unwrap_or(call.capacity),
        quotas: input.quotas.unwrap_or_else(|| call.quotas.clone()),
        least_points: input.least_points.or(call.least_points),
        ..call.clone()
    };
    calls::check_call(tx, commission.event.starts_on, &other)?;
    let unscored = calls::entries(tx, id, &[ApplicationStatus::Eligible])?.len();
    let taken = [
        ApplicationStatus::Scored,
        ApplicationStatus::Selected,
        ApplicationStatus::Waiting,
        ApplicationStatus::Refused,
        ApplicationStatus::Confirmed,
    ];
    let entries = calls::entries(tx, id, &taken)?;
    let row = store::find(tx.conn, id)?;
    let seed = row.as_ref().map_or_else(|| id.to_string(), |row| row.seed.clone());
    let outcome_of = |tx: &mut Read<'_>, call: &CallInput| -> Result<Outcome> {
        let quotas_of = calls::qualifications(tx, &commission.event, call, &entries)?;
        choose(&model::request(call, &seed, &entries, &quotas_of)).map_err(|problem| unexpected(&problem))
    };
    let as_is = outcome_of(tx, &call)?;
    let outcome = outcome_of(tx, &other)?;
    let comparison = compare(&as_is, &outcome);
    let changed: HashSet<&str> =
        comparison.come_in.iter().chain(&comparison.go_out).chain(&comparison.moved).map(|change| change.id.as_str()).collect();
    let named: Vec<&Entry> = entries.iter().filter(|entry| changed.contains(entry.id.to_string().as_str())).collect();
    let bodies: Vec<Body> = named.iter().map(|entry| Body::Association(entry.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let name =
        |(entry, body): (&Entry, Body)| TrialName { application_id: entry.id, number: entry.number, association_name: names(body).0 };
    Ok(Trial {
        refused: entries.len() - outcome.candidates.len(),
        unscored,
        without_seed: row.is_none(),
        names: named.into_iter().zip(bodies).map(name).collect(),
        comparison,
        outcome,
    })
}
