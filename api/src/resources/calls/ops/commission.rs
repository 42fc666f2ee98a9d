//! What the commission asks of the applications to an event, and what it makes of them.

use super::{SUBJECT, history};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller, Scope};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::kernel::outbox;
use crate::kernel::problem::Kind;
use crate::resources::associations;
use crate::resources::calls::model::{ApplicationId, ApplicationInput, ApplicationStatus, CallInput, Decision};
use crate::resources::calls::store::{self, CallRow, DecisionRow, Row, StepRow};
use crate::resources::events::{self, Brief, Id as EventId};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// An application as the commission works with it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The application.
    pub id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// The association.
    pub association_id: AssociationId,
    /// Its number at the event.
    pub number: i32,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Thousandths of a point.
    pub score: Option<i64>,
    /// What it says.
    pub content: ApplicationInput,
}

impl Entry {
    /// The application of a row.
    ///
    /// # Errors
    /// When what is kept cannot be read.
    pub(crate) fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id,
            event_id: row.event_id,
            association_id: row.association_id,
            number: row.number.unwrap_or_default(),
            status: row.status,
            score: row.score,
            content: row.document.read()?,
        })
    }
}

/// A call as the commission works with it.
#[derive(Debug, Clone)]
pub struct Commission {
    /// The event.
    pub event: Brief,
    /// The call.
    pub call: CallInput,
    /// How many reviewers read each application; none until the first were assigned.
    pub reviews_per_application: Option<i32>,
}

fn of(event: Brief, row: &CallRow) -> Result<Commission> {
    Ok(Commission { event, call: row.input()?, reviews_per_application: row.reviews_per_application })
}

/// An event whose applications the caller may read, as one of its organisers or as somebody who reads everything.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn readable(tx: &mut Read<'_>, id: EventId) -> Result<Brief> {
    let event = events::read(tx, id)?;
    if event.ours || tx.scope == Scope::All { Ok(event) } else { Err(Error::new(Kind::Forbidden)) }
}

/// The call of an event, for its organisers and those who read everything.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn commission(tx: &mut Read<'_>, id: EventId) -> Result<Commission> {
    let event = readable(tx, id)?;
    let row = store::call(tx.conn, id)?.ok_or_else(Error::not_found)?;
    of(event, &row)
}

/// The call of an event the caller organises, closed, with everybody else who works on it waiting.
///
/// # Errors
/// `not_found`, `forbidden`, `wrong_state` while it takes applications.
pub fn open_commission(tx: &mut Write<'_>, id: EventId) -> Result<Commission> {
    let event = events::organised(tx, id)?;
    store::lock(tx.conn, id)?;
    let row = store::call(tx.conn, id)?.ok_or_else(Error::not_found)?;
    if tx.now < row.closes_at {
        return Err(Error::say(
            Kind::WrongState,
            "تبدأ أعمال اللجنة بعد غلق النداء.",
            "La commission travaille après la clôture de l’appel.",
            "The commission works after the call has closed.",
        ));
    }
    of(event, &row)
}

/// Keeps how many reviewers read each application: from then on the call stays as it is.
///
/// # Errors
/// When the database does not answer.
pub fn begin_review(tx: &mut Write<'_>, id: EventId, per_application: u32) -> Result<()> {
    let count = i32::try_from(per_application).map_err(Error::internal)?;
    store::put_reviews_per_application(tx.conn, id, count)
}

/// The applications to an event that stand in one of some states, by number.
///
/// # Errors
/// When the database does not answer.
pub fn entries(tx: &mut Read<'_>, event: EventId, statuses: &[ApplicationStatus]) -> Result<Vec<Entry>> {
    store::standing(tx.conn, event, statuses)?.iter().map(Entry::of).collect()
}

/// An application to an event, as figures need it.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The application.
    pub id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// The association.
    pub association_id: AssociationId,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Where it stands.
    pub status: ApplicationStatus,
}

/// Where the applications to some events stand that were handed in, drafts left out.
///
/// # Errors
/// When the database does not answer.
pub fn standings(conn: &mut AnyConnection, events: &[EventId]) -> Result<Vec<Standing>> {
    let row = |(id, event_id, association_id, wilaya_code, status)| Standing { id, event_id, association_id, wilaya_code, status };
    Ok(store::standings(conn, events)?.into_iter().map(row).collect())
}

/// The call of an event the caller may know of.
///
/// # Errors
/// `not_found`.
pub fn read_call(tx: &mut Read<'_>, id: EventId) -> Result<(Brief, CallInput)> {
    let event = events::read(tx, id)?;
    let row = store::call(tx.conn, id)?.ok_or_else(Error::not_found)?;
    Ok((event, row.input()?))
}

/// Makes whoever else works on the call wait until this transaction ends.
///
/// # Errors
/// When the database does not answer.
pub fn lock(tx: &mut Write<'_>, id: EventId) -> Result<()> {
    store::lock(tx.conn, id)
}

/// What tells an application from others without saying whose it is.
#[derive(Debug, Clone)]
pub struct Head {
    /// The name of its event.
    pub event_name: Text,
    /// Its number there.
    pub number: i32,
}

/// The heads of some applications.
///
/// # Errors
/// When the database does not answer.
pub fn heads(tx: &mut Read<'_>, ids: &[ApplicationId]) -> Result<HashMap<ApplicationId, Head>> {
    let rows = store::numbers(tx.conn, ids)?;
    let events: Vec<EventId> = rows.iter().map(|(_, event, _)| *event).collect();
    let names = events::names(tx.conn, &events)?;
    let head = |(id, event, number): (ApplicationId, EventId, Option<i32>)| {
        Some((id, Head { event_name: names.get(&event)?.clone(), number: number.unwrap_or_default() }))
    };
    Ok(rows.into_iter().filter_map(head).collect())
}

/// The applications of some associations to an event.
///
/// # Errors
/// When the database does not answer.
pub fn of_associations(tx: &mut Read<'_>, event: EventId, ids: &[AssociationId]) -> Result<Vec<Entry>> {
    store::of_associations(tx.conn, event, ids)?.iter().map(Entry::of).collect()
}

/// One application, whoever asks.
///
/// # Errors
/// `not_found`.
pub fn entry(tx: &mut Read<'_>, id: ApplicationId) -> Result<Entry> {
    Entry::of(&store::find(tx.conn, id)?)
}

/// Keeps the score of an application that so many reviewers have written; it counts from as many on as each application is to have.
///
/// # Errors
/// `wrong_state` once the commission has decided.
pub fn set_score(tx: &mut Write<'_>, event: EventId, id: ApplicationId, written: usize, score: Option<i64>) -> Result<()> {
    let call = store::call(tx.conn, event)?.ok_or_else(Error::not_found)?;
    let enough = call.reviews_per_application.and_then(|count| usize::try_from(count).ok()).is_some_and(|count| written >= count);
    let score = score.filter(|_| enough);
    let row = store::find(tx.conn, id)?;
    if !row.status.in_review() {
        return Err(review_is_over());
    }
    let status = if score.is_some() { ApplicationStatus::Scored } else { ApplicationStatus::Eligible };
    if (row.status, row.score) == (status, score) {
        return Ok(());
    }
    let moved = row.status != status;
    let now = tx.now;
    let status_since = if moved { now } else { row.status_since };
    let next = Row { status, status_since, score, version: row.version + 1, updated_at: now, ..row.clone() };
    store::save(tx.conn, &next)?;
    if moved {
        // Whose review was the last is the commission's business.
        let step = StepRow { person_id: None, key_id: None, ..step_row(tx, id, row.status, status, None) };
        store::keep_step(tx.conn, &step)?;
        let told = json!({ "event_id": event, "status": status });
        tx.publish("event.application_changed", id.0, Some(row.association_id), &told)?;
    }
    let shown = |row: &Row| json!({ "status": row.status, "score": row.score });
    tx.audit((SUBJECT, &id.to_string()), Some(&shown(&row)), Some(&shown(&next)))
}

/// What is said of an application whose commission has decided, or which is out of the race.
fn review_is_over() -> Error {
    Error::say(
        Kind::WrongState,
        "لم يعد هذا الطلب قيد الدراسة.",
        "Cette candidature n’est plus à l’examen.",
        "This application is no longer under review.",
    )
}

fn step_row(tx: &Write<'_>, id: ApplicationId, from: ApplicationStatus, to: ApplicationStatus, reason: Option<&str>) -> StepRow {
    StepRow {
        id: tx.new_id(),
        application_id: id,
        at: tx.now,
        from_status: Some(from),
        to_status: to,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    }
}

/// The application of the association the caller speaks for.
///
/// # Errors
/// `not_found` for somebody else's.
pub fn own_entry(tx: &mut Read<'_>, id: ApplicationId) -> Result<Entry> {
    let entry = entry(tx, id)?;
    match tx.caller.map(|caller| caller.body) {
        Some(Body::Association(own)) if own == entry.association_id => Ok(entry),
        _ => Err(Error::not_found()),
    }
}

/// Moves one application to a state, with why; one that stands there already stays.
///
/// # Errors
/// When the database does not answer.
pub fn step(tx: &mut Write<'_>, entry: &Entry, to: ApplicationStatus, reason: Option<&str>) -> Result<()> {
    if entry.status == to {
        return Ok(());
    }
    let now = tx.now;
    store::move_all(tx.conn, &[entry.id], to, now)?;
    let row = step_row(tx, entry.id, entry.status, to, reason);
    store::keep_step(tx.conn, &row)?;
    tx.publish("event.application_changed", entry.id.0, Some(entry.association_id), &json!({ "event_id": entry.event_id, "status": to }))?;
    let (was, is) = (json!({ "status": entry.status }), json!({ "status": to, "reason": reason }));
    tx.audit((SUBJECT, &entry.id.to_string()), Some(&was), Some(&is))
}

/// The codes of the quotas each application counts for, in the order of the applications.
///
/// # Errors
/// When the database does not answer.
pub fn qualifications(tx: &mut Read<'_>, event: &Brief, call: &CallInput, entries: &[Entry]) -> Result<Vec<Vec<String>>> {
    let ids: Vec<AssociationId> = entries.iter().map(|entry| entry.association_id).collect();
    let profiles = associations::profiles(tx, &ids)?;
    let history = history::of(tx, event, &ids)?;
    let day = tx.now.day();
    let of = |entry: &Entry| {
        let Some(profile) = profiles.get(&entry.association_id) else { return Vec::new() };
        let history = history(entry.association_id);
        let met = call.quotas.iter().filter(|quota| quota.conditions.unmet(profile, history, day).is_empty());
        met.map(|quota| quota.code.clone()).collect()
    };
    Ok(entries.iter().map(of).collect())
}

/// Keeps what was decided about some applications to an event: where they stand from now on, and why. Those that stand there already stay.
///
/// # Errors
/// When the database does not answer.
pub fn decide(tx: &mut Write<'_>, event: EventId, decided: &[(&Entry, ApplicationStatus, Decision)]) -> Result<()> {
    let mut groups: BTreeMap<&'static str, (ApplicationStatus, Vec<&Entry>)> = BTreeMap::new();
    let mut steps = Vec::new();
    let mut rows = Vec::with_capacity(decided.len());
    // Who takes an application back makes others move up, and is nothing they should read.
    let own = tx.caller.is_some_and(|caller| matches!(caller.body, Body::Association(_)));
    for (entry, status, decision) in decided {
        rows.push(DecisionRow { application_id: entry.id, event_id: event, document: Json::of(decision)? });
        if entry.status != *status {
            groups.entry(status.as_str()).or_insert_with(|| (*status, Vec::new())).1.push(entry);
            let step = step_row(tx, entry.id, entry.status, *status, None);
            steps.push(if own { StepRow { person_id: None, key_id: None, ..step } } else { step });
        }
    }
    store::put_decisions(tx.conn, rows)?;
    store::keep_steps(tx.conn, steps)?;
    groups.into_values().try_for_each(|(status, moved)| move_all(tx, event, &moved, status))
}

/// Moves applications to an event to a state, and tells whoever follows.
fn move_all(tx: &mut Write<'_>, event: EventId, moved: &[&Entry], to: ApplicationStatus) -> Result<()> {
    let ids: Vec<ApplicationId> = moved.iter().map(|entry| entry.id).collect();
    let now = tx.now;
    store::move_all(tx.conn, &ids, to, now)?;
    let subjects: Vec<_> = moved.iter().map(|entry| (entry.id.0, Some(entry.association_id))).collect();
    outbox::publish_many(tx, "event.application_changed", &subjects, &json!({ "event_id": event, "status": to }))
}

/// Moves many applications to an event to a state; those that stand there already stay.
///
/// # Errors
/// When the database does not answer.
pub fn step_all(tx: &mut Write<'_>, event: EventId, entries: &[&Entry], to: ApplicationStatus) -> Result<()> {
    let moved: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.status != to).collect();
    if moved.is_empty() {
        return Ok(());
    }
    let steps = moved.iter().map(|entry| step_row(tx, entry.id, entry.status, to, None)).collect();
    store::keep_steps(tx.conn, steps)?;
    move_all(tx, event, &moved, to)?;
    let ids: Vec<ApplicationId> = moved.iter().map(|entry| entry.id).collect();
    tx.audit((SUBJECT, &event.to_string()), None, Some(&json!({ "status": to, "applications": ids })))
}
