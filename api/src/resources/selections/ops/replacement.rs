//! Moving up.

use super::decision::tell;
use super::{SUBJECT, unexpected};
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::resources::calls::{self, ApplicationId, ApplicationStatus, Decision, Entry};
use crate::resources::events::Id as EventId;
use crate::resources::selections::model;
use crate::resources::selections::store::{self, Row};
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

/// Notes who has withdrawn from a decided event, and lets the next ones move up while it has not begun. What was decided about those who have gone stays, with
/// when they went; the request that everybody may compute again names them. The quotas stay kept wherever they can be.
///
/// # Errors
/// When the database does not answer.
pub fn follow(tx: &mut Write<'_>, id: EventId) -> Result<()> {
    let Some(row) = store::find(tx.conn, id)? else { return Ok(()) };
    let Some(choice) = row.request.as_ref().map(|request| request.read::<ChoiceRequest>()).transpose()? else { return Ok(()) };
    let (event, call) = calls::read_call(tx, id)?;
    let mut before: HashMap<ApplicationId, Decision> = HashMap::new();
    for (application, decision) in store::decisions(tx.conn, id)? {
        before.insert(application, decision.read()?);
    }
    let (gone, there): (Vec<Entry>, Vec<Entry>) = calls::entries(tx, id, &CONCERNED)?
        .into_iter()
        .filter(|entry| before.contains_key(&entry.id))
        .partition(|entry| entry.status == ApplicationStatus::Withdrawn);
    let now = Some(tx.now);
    let newly = |entry: &&Entry| before.get(&entry.id).is_some_and(|decision| decision.given_back_at.is_none());
    let fresh: Vec<&Entry> = gone.iter().filter(newly).collect();
    let left = |entry: &Entry| before.get(&entry.id).map(|was| Decision { given_back_at: now, ..was.clone() });
    let left: Vec<_> = fresh.iter().filter_map(|entry| Some((*entry, entry.status, left(entry)?))).collect();
    if tx.now.day() >= event.starts_on {
        return calls::decide(tx, id, &left);
    }
    let selected = before.iter().filter(|(_, decision)| decision.seats()).map(|(application, _)| application.to_string()).collect();
    let known: HashSet<&str> = choice.candidates.iter().map(|one| one.id.as_str()).collect();
    let named: Vec<String> = fresh.iter().map(|entry| entry.id.to_string()).filter(|gone| known.contains(gone.as_str())).collect();
    let asked = ReplacementRequest { selected, withdrawn: named.clone(), choice };
    let replaced = replace(&asked).map_err(|problem| unexpected(&problem))?;
    let mut decided = model::decisions(&there, &replaced.outcome, &before);
    decided.extend(left);
    calls::decide(tx, id, &decided)?;
    let mut choice = asked.choice;
    choice.withdrawn.extend(named);
    let next = Row { request: Some(Json::of(&choice)?), version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
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
