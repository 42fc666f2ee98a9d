//! Who reviews at an event.

use super::SUBJECT;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::PersonId;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::events::{self, Id as EventId};
use crate::resources::reviews::model::{self, ReviewStatus};
use crate::resources::reviews::store::{self, ReviewerRow, Row, Which};
use crate::resources::reviews::wire::{EventReviewer, ReviewerCandidate, ReviewerCandidateQuery, ReviewerInput};
use crate::resources::{accounts, calls};
use serde_json::json;
use std::collections::HashMap;

/// The scores that are written, by application and reviewer.
pub fn written(reviews: &[Row]) -> Vec<(calls::ApplicationId, PersonId, i64)> {
    reviews
        .iter()
        .filter(|row| row.status == ReviewStatus::Scored)
        .filter_map(|row| Some((row.application_id, row.person_id, row.total?)))
        .collect()
}

fn views(tx: &mut Read<'_>, event: EventId, rows: Vec<ReviewerRow>) -> Result<Vec<EventReviewer>> {
    let reviews = store::of_event(tx.conn, event)?;
    let calibration = model::calibrate(&written(&reviews));
    let mut counts: HashMap<(PersonId, &str), usize> = HashMap::new();
    for row in &reviews {
        *counts.entry((row.person_id, row.status.as_str())).or_default() += 1;
    }
    let people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |row: ReviewerRow| {
        let count = |status: ReviewStatus| counts.get(&(row.person_id, status.as_str())).copied().unwrap_or_default();
        let scored = count(ReviewStatus::Scored);
        Ok(EventReviewer {
            person_id: row.person_id,
            name: names.get(&row.person_id).cloned().unwrap_or_default(),
            at_most: row.at_most,
            declared_conflicts: row.declared()?.len(),
            assigned: scored + count(ReviewStatus::Open),
            scored,
            conflicts: count(ReviewStatus::Conflict),
            abstained: count(ReviewStatus::Abstained),
            calibration: calibration.get(&row.person_id).copied().unwrap_or_default(),
            version: row.version,
        })
    };
    let mut views = rows.into_iter().map(view).collect::<Result<Vec<_>>>()?;
    views.sort_by(|a, b| (&a.name, a.person_id.0).cmp(&(&b.name, b.person_id.0)));
    Ok(views)
}

/// The reviewers of an event, by name.
pub fn list(tx: &mut Read<'_>, id: EventId) -> Result<Vec<EventReviewer>> {
    calls::commission(tx, id)?;
    let rows = store::reviewers(tx.conn, id)?;
    views(tx, id, rows)
}

/// The names of the reviewers of an event, in order.
///
/// # Errors
/// When the database does not answer.
pub fn names(tx: &mut Read<'_>, id: EventId) -> Result<Vec<String>> {
    let people: Vec<PersonId> = store::reviewers(tx.conn, id)?.into_iter().map(|row| row.person_id).collect();
    let mut names: Vec<String> = accounts::person_names(tx.conn, &people)?.into_values().collect();
    names.sort_unstable();
    Ok(names)
}

/// Who could review, by name; each once.
pub fn candidates(tx: &mut Read<'_>, id: EventId, list: &List<ReviewerCandidateQuery>) -> Result<Page<ReviewerCandidate>> {
    let query = &list.query;
    calls::commission(tx, id)?;
    let after: Option<(String, PersonId)> = list.after()?;
    // Somebody with two roles comes twice.
    let mut found = store::candidates(tx.conn, id, Which::Named(query.q.as_deref()), after, 2 * (list.limit + 1))?;
    found.dedup_by_key(|(person, ..)| *person);
    let total = list.total(|| store::candidate_total(tx.conn, id, Which::Named(query.q.as_deref())))?;
    let page = list.page(found, total, |(person, name, ..)| (name.clone(), *person))?;
    let bodies: Vec<Body> = page.items.iter().map(|(.., body)| body.map_or(Body::None, Body::Institution)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let view = |((person_id, name, role, _), body)| ReviewerCandidate { person_id, name, role, body_name: names(body).0 };
    Ok(Page { items: page.items.into_iter().zip(bodies).map(view).collect(), next_cursor: page.next_cursor, total })
}

/// Makes somebody a reviewer, or says how many applications they take.
pub fn put(tx: &mut Write<'_>, id: EventId, person: PersonId, expected: IfMatch, input: &ReviewerInput) -> Result<EventReviewer> {
    events::organised(tx, id)?;
    calls::commission(tx, id)?;
    let now = tx.now;
    let before = store::reviewer(tx.conn, id, person)?;
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    let row = match before {
        Some(row) => {
            let next = ReviewerRow { at_most: input.at_most, version: row.version + 1, updated_at: now, ..row };
            store::save_reviewer(tx.conn, &next)?;
            next
        }
        None => {
            if store::candidates(tx.conn, id, Which::One(person), None, 1)?.is_empty() {
                let mut faults = Faults::default();
                faults.expecting("/person_id", Fault::NoSuch, person);
                faults.finish()?;
            }
            let at_most = input.at_most;
            let none: Vec<crate::kernel::ids::AssociationId> = Vec::new();
            let row = ReviewerRow {
                event_id: id,
                person_id: person,
                at_most,
                conflicts: Json::of(&none)?,
                version: 1,
                created_at: now,
                updated_at: now,
                declared_at: None,
            };
            store::add_reviewer(tx.conn, &row)?;
            row
        }
    };
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "reviewer": person, "at_most": input.at_most })))?;
    views(tx, id, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// Takes a reviewer away; before the decision one may give back one's own appointment.
pub fn remove(tx: &mut Write<'_>, id: EventId, person: PersonId) -> Result<()> {
    let own = tx.caller.and_then(Caller::person) == Some(person) && calls::reviewing(tx, id)?;
    if !own {
        events::organised(tx, id)?;
    }
    store::reviewer(tx.conn, id, person)?.ok_or_else(Error::not_found)?;
    store::remove_reviewer(tx.conn, id, person)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "reviewer": person })), None)
}
