//! What a reviewer does.

use super::SUBJECT;
use super::reviewers::written;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calls::{self, ApplicationId, Entry};
use crate::resources::events::{self, Brief, Id as EventId};
use crate::resources::reviews::model::{self, ReviewId, ReviewStatus};
use crate::resources::reviews::store::{self, AppointmentKey, Key, ReviewerRow, Row};
use crate::resources::reviews::wire::{
    Conflicts, ConflictsInput, Decline, DeclineInput, Review, ReviewInput, ReviewQuery, ReviewSummary, ReviewedEvent, ReviewedEventQuery,
};
use serde_json::json;
use std::collections::HashMap;

fn of(tx: &mut Read<'_>, row: Row, entry: Entry) -> Result<Review> {
    let (event, call) = calls::read_call(tx, row.event_id)?;
    Ok(Review {
        id: row.id,
        event_id: row.event_id,
        event_name: event.name,
        number: entry.number,
        status: row.status,
        exhibitors: entry.content.exhibitors.len(),
        products: entry.content.products,
        needs: entry.content.needs,
        criteria: call.criteria,
        points: row.points.as_ref().map(|points| points.read()).transpose()?.unwrap_or_default(),
        total: row.total,
        remark: row.remark,
        editable: entry.status.in_review(),
        updated_at: row.updated_at,
        version: row.version,
    })
}

fn view(tx: &mut Read<'_>, row: Row) -> Result<Review> {
    let entry = calls::entry(tx, row.application_id)?;
    of(tx, row, entry)
}

/// The tag of a view: the version, and whether it may be written.
pub fn tag(review: &Review) -> String {
    format!("{}-{}", review.version, if review.editable { "edit" } else { "read" })
}

/// The caller's reviews, first first.
pub fn list(tx: &mut Read<'_>, list: &List<ReviewQuery>) -> Result<Page<ReviewSummary>> {
    let query = &list.query;
    let person = tx.person()?;
    let after: Option<Key> = list.after()?;
    let found = store::page(tx.conn, person, &query.status, query.event_id, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, person, &query.status, query.event_id))?;
    let page = list.page(found, total, Key::of)?;
    let ids: Vec<ApplicationId> = page.items.iter().map(|row| row.application_id).collect();
    let about: HashMap<ApplicationId, calls::Head> = calls::heads(tx, &ids)?;
    let summary = |row: Row| {
        let head = about.get(&row.application_id)?;
        Some(ReviewSummary {
            id: row.id,
            event_id: row.event_id,
            event_name: head.event_name.clone(),
            number: head.number,
            status: row.status,
            total: row.total,
            updated_at: row.updated_at,
        })
    };
    Ok(Page { items: page.items.into_iter().filter_map(summary).collect(), next_cursor: page.next_cursor, total })
}

/// The events the caller reviews at, the latest appointment first, also those nothing was shared out of yet.
pub fn events(tx: &mut Read<'_>, list: &List<ReviewedEventQuery>) -> Result<Page<ReviewedEvent>> {
    let query = &list.query;
    let person = tx.person()?;
    let after: Option<AppointmentKey> = list.after()?;
    let found = store::appointments(tx.conn, person, query.decided, after, list.limit + 1)?;
    let total = list.total(|| store::appointment_total(tx.conn, person, query.decided))?;
    let page = list.page(found, total, AppointmentKey::of)?;
    let ids: Vec<EventId> = page.items.iter().map(|row| row.event_id).collect();
    let mut briefs: HashMap<EventId, Brief> = events::briefs(tx.conn, &ids)?.into_iter().map(|event| (event.id, event)).collect();
    let decided = store::decided(tx.conn, &ids)?;
    let counts = store::counts(tx.conn, person, &ids)?;
    let count = |event: EventId, wanted: ReviewStatus| {
        let of = counts.iter().find(|(id, status, _)| (*id, *status) == (event, wanted));
        of.map_or(0, |(.., count)| *count)
    };
    let view = |row: ReviewerRow| {
        let event = briefs.remove(&row.event_id).ok_or_else(Error::not_found)?;
        Ok(ReviewedEvent {
            event_id: event.id,
            event_name: event.name,
            starts_on: event.starts_on,
            ends_on: event.ends_on,
            open: count(event.id, ReviewStatus::Open),
            written: count(event.id, ReviewStatus::Scored),
            declared_conflicts: row.declared()?.len(),
            declared_at: row.declared_at,
            decided: decided.contains(&event.id),
        })
    };
    let items = page.items.into_iter().map(view).collect::<Result<_>>()?;
    Ok(Page { items, next_cursor: page.next_cursor, total })
}

/// One of the caller's reviews.
pub fn get(tx: &mut Read<'_>, id: ReviewId) -> Result<Review> {
    let person = tx.person()?;
    let row = store::find(tx.conn, person, id)?;
    view(tx, row)
}

/// The application one of the caller's reviews is about.
///
/// # Errors
/// `not_found` for somebody else's.
pub fn application_of(tx: &mut Read<'_>, id: ReviewId) -> Result<ApplicationId> {
    let person = tx.person()?;
    Ok(store::find(tx.conn, person, id)?.application_id)
}

/// Whether the caller has been given an application to review and has not declined.
///
/// # Errors
/// When the database does not answer.
pub fn reads(tx: &mut Read<'_>, application: ApplicationId) -> Result<bool> {
    let Some(person) = tx.caller.and_then(Caller::person) else { return Ok(false) };
    let mine = |row: &Row| row.person_id == person && matches!(row.status, ReviewStatus::Open | ReviewStatus::Scored);
    Ok(store::of_application(tx.conn, application)?.iter().any(mine))
}

/// One of the caller's reviews, to be written, with everybody else at the commission's work waiting.
fn writable(tx: &mut Write<'_>, id: ReviewId) -> Result<(Row, Entry)> {
    let person = tx.person()?;
    let row = store::find(tx.conn, person, id)?;
    calls::lock(tx, row.event_id)?;
    let row = store::find(tx.conn, person, row.id)?;
    let entry = calls::entry(tx, row.application_id)?;
    if !entry.status.in_review() {
        return Err(Error::say(
            Kind::WrongState,
            "لم يعد هذا الطلب قيد الدراسة.",
            "Cette candidature n’est plus à l’examen.",
            "This application is no longer under review.",
        ));
    }
    Ok((row, entry))
}

/// Keeps the next version of a review, and what the application's score is then.
fn save(tx: &mut Write<'_>, before: &Row, next: Row) -> Result<Review> {
    let next = Row { version: before.version + 1, updated_at: tx.now, ..next };
    store::save(tx.conn, &next)?;
    settle(tx, next.event_id, next.application_id)?;
    // Who thinks what is the commission's: the log has no more than that it was written.
    tx.audit((SUBJECT, &next.id.to_string()), Some(&json!({ "status": before.status })), Some(&json!({ "status": next.status })))?;
    view(tx, next)
}

/// Keeps the score of an application by its reviews as they are now.
fn settle(tx: &mut Write<'_>, event: EventId, application: ApplicationId) -> Result<()> {
    let reviews = store::of_application(tx.conn, application)?;
    let totals: Vec<i64> = written(&reviews).into_iter().map(|(.., total)| total).collect();
    calls::set_score(tx, event, application, totals.len(), model::mean(&totals))
}

/// Writes the points of a review.
pub fn score(tx: &mut Write<'_>, id: ReviewId, expected: IfMatch, input: ReviewInput) -> Result<Review> {
    let (row, _) = writable(tx, id)?;
    expected.check(row.version)?;
    if row.status == ReviewStatus::Conflict {
        return Err(Error::say(
            Kind::WrongState,
            "صرحتم بتضارب المصالح في هذا الطلب، فلا يمكنكم تنقيطه.",
            "Vous avez déclaré un conflit d’intérêts : vous ne pouvez pas noter cette candidature.",
            "You have declared a conflict of interest: you cannot score this application.",
        ));
    }
    let (_, call) = calls::read_call(tx, row.event_id)?;
    let mut faults = Faults::default();
    model::check(&call.criteria, &input.points, &mut faults);
    faults.finish()?;
    let total = model::total(&call.criteria, &input.points);
    let next = Row { status: ReviewStatus::Scored, points: Some(Json::of(&input.points)?), total, remark: input.remark, ..row.clone() };
    save(tx, &row, next)
}

/// Declines a review; what was written of it is gone.
pub fn decline(tx: &mut Write<'_>, id: ReviewId, input: DeclineInput) -> Result<Review> {
    let (row, _) = writable(tx, id)?;
    let status = match input.because {
        Decline::Conflict => ReviewStatus::Conflict,
        Decline::Abstention => ReviewStatus::Abstained,
    };
    let next = Row { status, points: None, total: None, remark: Some(input.reason), ..row.clone() };
    save(tx, &row, next)
}

fn reviewer(tx: &mut Read<'_>, event: EventId) -> Result<ReviewerRow> {
    let person = tx.person()?;
    store::reviewer(tx.conn, event, person)?.ok_or_else(Error::not_found)
}

/// The interests the caller has declared as a reviewer of an event.
pub fn conflicts(tx: &mut Read<'_>, event: EventId) -> Result<Conflicts> {
    let row = reviewer(tx, event)?;
    Ok(Conflicts { association_ids: row.declared()?, declared_at: row.declared_at, version: row.version })
}

/// Declares interests; reviews of those associations' applications are declined for it.
pub fn put_conflicts(tx: &mut Write<'_>, event: EventId, expected: IfMatch, input: ConflictsInput) -> Result<Conflicts> {
    let row = reviewer(tx, event)?;
    calls::lock(tx, event)?;
    expected.check(row.version)?;
    let known = store::known_associations(tx.conn, &input.association_ids)?;
    let mut faults = Faults::default();
    for (index, id) in input.association_ids.iter().enumerate() {
        if !known.contains(id) {
            faults.expecting(format!("/association_ids/{index}"), Fault::NoSuch, id);
        } else if input.association_ids[..index].contains(id) {
            faults.add(format!("/association_ids/{index}"), Fault::Repeated);
        }
    }
    faults.finish()?;
    let declared_at = Some(tx.now);
    let next =
        ReviewerRow { conflicts: Json::of(&input.association_ids)?, declared_at, version: row.version + 1, updated_at: tx.now, ..row };
    store::save_reviewer(tx.conn, &next)?;
    let theirs: HashMap<ApplicationId, bool> =
        calls::of_associations(tx, event, &input.association_ids)?.into_iter().map(|entry| (entry.id, entry.status.in_review())).collect();
    let person = next.person_id;
    let mine = store::of_event(tx.conn, event)?.into_iter().filter(|review| review.person_id == person);
    for review in mine.filter(|review| theirs.get(&review.application_id) == Some(&true)) {
        if matches!(review.status, ReviewStatus::Open | ReviewStatus::Scored) {
            let declined = Row { status: ReviewStatus::Conflict, points: None, total: None, remark: None, ..review.clone() };
            save(tx, &review, declined)?;
        }
    }
    tx.audit((SUBJECT, &event.to_string()), None, Some(&json!({ "declared_conflicts": input.association_ids.len() })))?;
    Ok(Conflicts { association_ids: input.association_ids, declared_at, version: next.version })
}
