//! Moving up.

use super::decision::tell;
use super::{SUBJECT, unexpected};
use crate::kernel::access::allowed::Write;
use crate::kernel::error::Result;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus, Decision};
use crate::resources::events::Id as EventId;
use crate::resources::selections::model;
use crate::resources::selections::store;
use ::selection::choice::ChoiceRequest;
use ::selection::replacement::{ReplacementRequest, replace};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// Everybody who has to do with the decision.
const CONCERNED: [ApplicationStatus; 5] = [
    ApplicationStatus::Selected,
    ApplicationStatus::Waiting,
    ApplicationStatus::Refused,
    ApplicationStatus::Confirmed,
    ApplicationStatus::Withdrawn,
];

/// Lets the next ones move up after somebody has withdrawn from a decided event that has not begun yet. The quotas stay kept wherever they can be.
///
/// # Errors
/// When the database does not answer.
pub fn follow(tx: &mut Write<'_>, id: EventId) -> Result<()> {
    let Some(request) = store::find(tx.conn, id)?.and_then(|row| row.request) else { return Ok(()) };
    let (event, call) = calls::read_call(tx, id)?;
    if tx.now.day() >= event.starts_on {
        return Ok(());
    }
    let mut before: HashMap<ApplicationId, Decision> = HashMap::new();
    for (application, decision) in store::decisions(tx.conn, id)? {
        before.insert(application, decision.read()?);
    }
    let entries = calls::entries(tx, id, &CONCERNED)?;
    let seated = |decision: &Decision| decision.rank.is_some() && decision.place.is_none();
    let selected = before.iter().filter(|(_, decision)| seated(decision)).map(|(application, _)| application.to_string());
    let choice: ChoiceRequest = request.read()?;
    let known: HashSet<&str> = choice.candidates.iter().map(|one| one.id.as_str()).collect();
    let gone = entries.iter().filter(|entry| entry.status == ApplicationStatus::Withdrawn).map(|entry| entry.id.to_string());
    let withdrawn = gone.filter(|gone| known.contains(gone.as_str())).collect();
    let replaced =
        replace(&ReplacementRequest { selected: selected.collect(), withdrawn, choice }).map_err(|problem| unexpected(&problem))?;
    let there: Vec<_> =
        entries.into_iter().filter(|entry| before.contains_key(&entry.id) && entry.status != ApplicationStatus::Withdrawn).collect();
    let decided = model::decisions(&there, &replaced.outcome, &before);
    calls::decide(tx, id, &decided)?;
    let up: Vec<_> = decided
        .iter()
        .filter(|(entry, status, _)| entry.status == ApplicationStatus::Waiting && *status == ApplicationStatus::Selected)
        .map(|(entry, status, decision)| (entry.association_id, *status, decision.clone().view(*status, entry.score, &call).explanation))
        .collect();
    if !replaced.steps.is_empty() {
        tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "replacements": replaced.steps })))?;
    }
    tell(tx, &event, &up)
}
