//! Applications shared out to reviewers.

use super::SUBJECT;
use super::scores::by_application;
use crate::kernel::access::allowed::Write;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calls::{self, ApplicationStatus, Entry};
use crate::resources::events::Id as EventId;
use crate::resources::reviews::model::{DISAGREEMENT, ReviewStatus, spread};
use crate::resources::reviews::store::{self, Row};
use crate::resources::reviews::wire::{Assignment, AssignmentInput, LackingReviewers};
use selection::reviewers::{Pair, Reviewer, Share, ShareRequest, Shares, share_out};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// Who must not review what: declared interests, associations a reviewer speaks or spoke for, and reviews that were declined.
fn conflicts(entries: &[Entry], interests: &HashSet<(PersonId, AssociationId)>, people: &[PersonId], reviews: &[Row]) -> Vec<Pair> {
    let pair = |entry: &Entry, person: &PersonId| Pair { application: entry.id.to_string(), reviewer: person.to_string() };
    let declined: HashSet<_> = reviews
        .iter()
        .filter(|row| matches!(row.status, ReviewStatus::Conflict | ReviewStatus::Abstained))
        .map(|row| (row.application_id, row.person_id))
        .collect();
    let mut found = Vec::new();
    for entry in entries {
        let against =
            |person: &&PersonId| interests.contains(&(**person, entry.association_id)) || declined.contains(&(entry.id, **person));
        found.extend(people.iter().filter(against).map(|person| pair(entry, person)));
    }
    found
}

/// The interests of some reviewers.
///
/// # Errors
/// When the database does not answer.
fn interests(tx: &mut Write<'_>, rows: &[store::ReviewerRow]) -> Result<HashSet<(PersonId, AssociationId)>> {
    let people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let mut found: HashSet<_> = store::spoken_for(tx.conn, &people)?.into_iter().collect();
    for row in rows {
        found.extend(row.declared()?.into_iter().map(|association| (row.person_id, association)));
    }
    Ok(found)
}

/// The sharing of some applications, each with the number of reviewers it is to have.
fn shares(
    event: EventId,
    per_application: u32,
    entries: &[&Entry],
    reviewers: &[Reviewer],
    conflicts: &[Pair],
    fixed: &[Pair],
) -> Result<Shares> {
    let ids: HashSet<String> = entries.iter().map(|entry| entry.id.to_string()).collect();
    let of = |pairs: &[Pair]| pairs.iter().filter(|pair| ids.contains(&pair.application)).cloned().collect();
    let request = ShareRequest {
        seed: event.to_string(),
        per_application,
        applications: ids.iter().cloned().collect(),
        reviewers: reviewers.to_vec(),
        conflicts: of(conflicts),
        fixed: of(fixed),
    };
    share_out(&request).map_err(|problem| Error::internal(format!("{} at {}", problem.code, problem.pointer)))
}

/// Shares the applications to an event out to its reviewers; what is given out already stays.
pub fn assign(tx: &mut Write<'_>, id: EventId, input: &AssignmentInput) -> Result<Assignment> {
    let commission = calls::open_commission(tx, id)?;
    if commission.call.criteria.is_empty() {
        return Err(Error::say(
            Kind::WrongState,
            "لا معايير في النداء، أضيفوا ما ينقط عليه أولا.",
            "L’appel n’a pas de critères : ajoutez d’abord ce qui est noté.",
            "The call has no criteria: add what is scored first.",
        ));
    }
    let mut faults = Faults::default();
    if let Some(count) = commission.reviews_per_application
        && u32::try_from(count).ok() != Some(input.per_application)
    {
        faults.expecting("/per_application", Fault::NotAllowed, count);
    }
    let rows = store::reviewers(tx.conn, id)?;
    if rows.len() < usize::try_from(input.per_application).unwrap_or(usize::MAX) {
        faults.expecting("/per_application", Fault::TooLarge, rows.len());
    }
    faults.finish()?;
    let entries = calls::entries(tx, id, &[ApplicationStatus::Eligible, ApplicationStatus::Scored])?;
    let reviews = store::of_event(tx.conn, id)?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let interests = interests(tx, &rows)?;
    let against = conflicts(&entries, &interests, &people, &reviews);
    // What somebody has written who is no reviewer any more counts for the application, and for nobody's load.
    let kept: Vec<&Row> = reviews.iter().filter(|row| matches!(row.status, ReviewStatus::Open | ReviewStatus::Scored)).collect();
    let mut reviewers: Vec<Reviewer> = rows
        .iter()
        .map(|row| Reviewer { id: row.person_id.to_string(), at_most: row.at_most.and_then(|most| u32::try_from(most).ok()) })
        .collect();
    let gone: HashSet<PersonId> = kept.iter().map(|row| row.person_id).filter(|person| !people.contains(person)).collect();
    reviewers.extend(gone.iter().map(|person| Reviewer { id: person.to_string(), at_most: Some(0) }));
    let mut fixed: Vec<Pair> =
        kept.iter().map(|row| Pair { application: row.application_id.to_string(), reviewer: row.person_id.to_string() }).collect();

    let all: Vec<&Entry> = entries.iter().collect();
    let mut shared = shares(id, input.per_application, &all, &reviewers, &against, &fixed)?;
    let mut given = fresh(&shared, &fixed);
    if input.extra_for_disputed {
        fixed.extend(given.iter().cloned());
        let scores = by_application(&reviews);
        let disputed: Vec<&Entry> =
            entries.iter().filter(|entry| scores.get(&entry.id).is_some_and(|one| spread(&one.totals) >= Some(DISAGREEMENT))).collect();
        if !disputed.is_empty() {
            // All of them are shared out again with what they have, so that loads stay even.
            let more = shares(id, input.per_application + 1, &disputed, &reviewers, &against, &fixed)?;
            given.extend(fresh(&more, &fixed));
            shared.applications.retain(|share| more.applications.iter().all(|other| other.application != share.application));
            shared.applications.extend(more.applications);
        }
    }
    let now = tx.now;
    let by_id: HashMap<String, &Entry> = entries.iter().map(|entry| (entry.id.to_string(), entry)).collect();
    let by_person: HashMap<String, PersonId> = people.iter().map(|person| (person.to_string(), *person)).collect();
    let row = |pair: &Pair| {
        Some(Row {
            id: tx.new_id(),
            event_id: id,
            application_id: by_id.get(&pair.application)?.id,
            person_id: *by_person.get(&pair.reviewer)?,
            status: ReviewStatus::Open,
            points: None,
            total: None,
            remark: None,
            version: 1,
            created_at: now,
            updated_at: now,
        })
    };
    let new: Vec<Row> = given.iter().filter_map(row).collect();
    calls::begin_review(tx, id, input.per_application)?;
    tx.audit((SUBJECT, &id.to_string()), None, Some(&json!({ "assignment": input, "given_out": new.len() })))?;
    let lacks = |share: &Share| {
        let entry = by_id.get(&share.application)?;
        Some(LackingReviewers {
            application_id: entry.id,
            number: entry.number,
            lacking: share.lacking,
            without_conflict: share.without_conflict,
        })
    };
    let mut lacking: Vec<LackingReviewers> = shared.applications.iter().filter(|share| share.lacking > 0).filter_map(lacks).collect();
    lacking.sort_by_key(|one| one.number);
    let mut loads: HashMap<PersonId, usize> = people.iter().map(|person| (*person, 0)).collect();
    for person in kept.iter().map(|row| row.person_id).chain(new.iter().map(|row| row.person_id)) {
        if let Some(load) = loads.get_mut(&person) {
            *load += 1;
        }
    }
    let answer = Assignment {
        given_out: new.len(),
        assigned: kept.len() + new.len(),
        largest_load: loads.values().copied().max().unwrap_or_default(),
        smallest_load: loads.values().copied().min().unwrap_or_default(),
        lacking,
    };
    store::put_many(tx.conn, new)?;
    Ok(answer)
}

/// What was given out now.
fn fresh(shares: &Shares, fixed: &[Pair]) -> Vec<Pair> {
    let fixed: HashSet<(&str, &str)> = fixed.iter().map(|pair| (pair.application.as_str(), pair.reviewer.as_str())).collect();
    let pairs = shares.applications.iter().flat_map(|share| {
        share.reviewers.iter().map(|reviewer| Pair { application: share.application.clone(), reviewer: reviewer.clone() })
    });
    pairs.filter(|pair| !fixed.contains(&(pair.application.as_str(), pair.reviewer.as_str()))).collect()
}
