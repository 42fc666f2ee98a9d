//! What the machine proposes, and taking it over.

use super::{SUBJECT, seated, telling};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::Result;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calculations::plan_refused;
use crate::resources::calls::Entry;
use crate::resources::event_plans;
use crate::resources::event_stands::model;
use crate::resources::event_stands::store::{self, Row};
use crate::resources::event_stands::wire::{KeptStands, StandProposal, StandProposalInput, StandsInput, StandsState};
use crate::resources::events::Id as EventId;
use floor::allocation::{AllocationRequest, Lock, propose};
use floor::plan::Plan;
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// What the crate is asked: everybody with a seat, and what stays where it is.
pub fn request(plan: Plan, seated: &[(Entry, Option<Row>)], stays: impl Fn(&Row) -> bool) -> AllocationRequest {
    let of = seated.iter().map(|(entry, _)| (entry.association_id, entry.id)).collect();
    let applications = seated.iter().map(|(entry, _)| model::application(entry.id, entry.association_id, &entry.content, &of)).collect();
    let rows = seated.iter().filter_map(|(_, row)| row.as_ref()).filter(|row| stays(row));
    let locks = rows.map(|row| Lock { application: row.application_id.to_string(), stand: row.stand.clone() }).collect();
    AllocationRequest { plan, applications, locks, ..AllocationRequest::default() }
}

/// Everything a proposal is made from; read, so that it is computed after the database was given back.
pub fn gather(tx: &mut Read<'_>, id: EventId, input: StandProposalInput) -> Result<(AllocationRequest, i64)> {
    let drawn = event_plans::inside(tx, id)?;
    let seated = seated(tx, id)?;
    let everything = input.keep == Some(KeptStands::All);
    let asked = request(drawn.plan, &seated, |row| everything || row.locked);
    let asked = AllocationRequest { closed: input.closed, area_tolerance_percent: input.area_tolerance_percent, ..asked };
    Ok((asked, drawn.stands_version))
}

/// What the machine proposes.
pub fn answer(asked: &AllocationRequest, version: i64) -> Result<StandProposal> {
    let allocation = propose(asked).map_err(|problem| plan_refused(&[problem]))?;
    Ok(StandProposal { allocation, version })
}

/// Keeps who has which stand as a whole, instead of what was before.
pub fn put(tx: &mut Write<'_>, id: EventId, expected: IfMatch, input: &StandsInput) -> Result<StandsState> {
    let drawn = event_plans::drawn(tx, id)?;
    expected.check(drawn.stands_version - 1)?;
    let seated = seated(tx, id)?;
    let known: HashSet<_> = seated.iter().map(|(entry, _)| entry.id).collect();
    let numbers: HashSet<&str> = drawn.plan.stands.iter().map(|stand| stand.number.as_str()).collect();
    let (mut faults, mut applications, mut stands) = (Faults::default(), HashSet::new(), HashSet::new());
    for (index, one) in input.allocations.iter().enumerate() {
        if !known.contains(&one.application_id) {
            faults.expecting(format!("/allocations/{index}/application_id"), Fault::NoSuch, one.application_id);
        } else if !applications.insert(one.application_id) {
            faults.add(format!("/allocations/{index}/application_id"), Fault::Repeated);
        }
        if !numbers.contains(one.stand.as_str()) {
            faults.expecting(format!("/allocations/{index}/stand"), Fault::NoSuch, &one.stand);
        } else if !stands.insert(one.stand.as_str()) {
            faults.add(format!("/allocations/{index}/stand"), Fault::Repeated);
        }
    }
    faults.finish()?;
    let (now, given_by) = (tx.now, tx.caller.and_then(Caller::person));
    let before: HashMap<_, Row> = seated.into_iter().filter_map(|(entry, row)| Some((entry.id, row?))).collect();
    let rows = input.allocations.iter().map(|one| Row {
        told: before.get(&one.application_id).and_then(|row| row.told.clone()),
        application_id: one.application_id,
        event_id: id,
        stand: one.stand.clone(),
        locked: one.locked,
        given_at: now,
        given_by,
    });
    store::free_all(tx.conn, id)?;
    store::put_all(tx.conn, rows.collect())?;
    let given = input.allocations.len();
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "given": given })))?;
    let left: Vec<Row> = before.into_values().filter(|row| !applications.contains(&row.application_id)).collect();
    telling::of(tx, &drawn, &left)?;
    Ok(StandsState { event_id: id, given, free: drawn.plan.stands.len() - given, version: drawn.stands_version })
}
