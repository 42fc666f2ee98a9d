//! Every line of SQL about calls and applications.

pub mod list;

use crate::kernel::db::schema::{
    event_application_sectors, event_application_steps, event_applications, event_calls, event_decisions, event_messages, event_reviewers,
    event_selections,
};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, KeyId, PersonId};
use crate::resources::calls::model::{ApplicationId, ApplicationInput, ApplicationStatus, CallInput, MessageId, MessageSide, StepId};
use crate::resources::events::Id as EventId;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_calls, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct CallRow {
    pub event_id: EventId,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub document: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// How many reviewers read each application; none until the first were assigned.
    pub reviews_per_application: Option<i32>,
}

impl CallRow {
    pub fn input(&self) -> Result<CallInput> {
        Ok(self.document.read()?)
    }
}

/// An application.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_applications, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: ApplicationId,
    pub event_id: EventId,
    pub association_id: AssociationId,
    pub wilaya_code: String,
    pub status: ApplicationStatus,
    pub status_since: Instant,
    pub submitted_at: Option<Instant>,
    pub document: Json,
    pub findings: Option<Json>,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Its number at the event, from the first time it was handed in.
    pub number: Option<i32>,
    /// Thousandths of a point.
    pub score: Option<i64>,
    /// Which side has written last.
    pub last_message_from: Option<MessageSide>,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = event_application_steps, treat_none_as_default_value = false)]
pub struct StepRow {
    pub id: StepId,
    pub application_id: ApplicationId,
    pub at: Instant,
    pub from_status: Option<ApplicationStatus>,
    pub to_status: ApplicationStatus,
    pub reason: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

/// The call of an event, when it has one.
pub fn call(conn: &mut AnyConnection, event: EventId) -> Result<Option<CallRow>> {
    Ok(event_calls::table.find(event).select(CallRow::as_select()).first(conn).optional()?)
}

/// Makes whoever else works on the call wait until this transaction ends: its closing time then counts for all alike.
pub fn lock(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    diesel::update(event_calls::table.find(event)).set(event_calls::version.eq(event_calls::version)).execute(conn)?;
    Ok(())
}

pub fn add_call(conn: &mut AnyConnection, row: &CallRow) -> Result<()> {
    diesel::insert_into(event_calls::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps the next version of a call.
pub fn save_call(conn: &mut AnyConnection, row: &CallRow) -> Result<()> {
    let there = event_calls::table.find(row.event_id).filter(event_calls::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: ApplicationId) -> Result<Row> {
    event_applications::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Whether an association has applied to an event already.
pub fn has_applied(conn: &mut AnyConnection, event: EventId, association: AssociationId) -> Result<bool> {
    use event_applications as a;
    let row = a::table.filter(a::event_id.eq(event)).filter(a::association_id.eq(association)).select(a::id);
    Ok(row.first::<ApplicationId>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(event_applications::table).values(row).execute(conn)?;
    Ok(())
}

pub fn put_applications(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    let contents = rows.iter().map(|row| Ok((row.id, row.document.read()?))).collect::<Result<Vec<_>>>()?;
    crate::put_many!(conn, event_applications::table, rows);
    set_sectors(conn, &contents)
}

#[derive(Insertable)]
#[diesel(table_name = event_application_sectors, treat_none_as_default_value = false)]
struct SectorRow {
    sector_code: String,
    application_id: ApplicationId,
}

/// Keeps the craft sectors of what applications bring.
pub fn set_sectors(conn: &mut AnyConnection, contents: &[(ApplicationId, ApplicationInput)]) -> Result<()> {
    use event_application_sectors as s;
    let ids: Vec<ApplicationId> = contents.iter().map(|(id, _)| *id).collect();
    diesel::delete(s::table.filter(s::application_id.eq_any(ids))).execute(conn)?;
    let of = |(id, content): &(ApplicationId, ApplicationInput)| {
        let codes: BTreeSet<&str> = content.products.iter().map(|product| product.craft_sector.as_str()).collect();
        codes.into_iter().map(|code| SectorRow { sector_code: code.to_owned(), application_id: *id }).collect::<Vec<_>>()
    };
    let rows: Vec<SectorRow> = contents.iter().flat_map(of).collect();
    crate::put_many!(conn, s::table, rows);
    Ok(())
}

/// Keeps the next version of an application.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    let there = event_applications::table.find(row.id).filter(event_applications::version.eq(row.version - 1));
    one_changed(diesel::update(there).set(row).execute(conn)?)
}

/// The number of the next application that is handed in; the call is locked.
pub fn next_number(conn: &mut AnyConnection, event: EventId) -> Result<i32> {
    use event_applications as a;
    let last: Option<i32> = a::table.filter(a::event_id.eq(event)).select(diesel::dsl::max(a::number)).first(conn)?;
    Ok(last.unwrap_or(0) + 1)
}

/// The applications to an event that stand in one of some states, by number.
pub fn standing(conn: &mut AnyConnection, event: EventId, statuses: &[ApplicationStatus]) -> Result<Vec<Row>> {
    use event_applications as a;
    let rows = a::table.filter(a::event_id.eq(event)).filter(a::status.eq_any(statuses.to_vec()));
    Ok(rows.order((a::number, a::id)).select(Row::as_select()).load(conn)?)
}

/// The events a person is a reviewer of whose selection is not published.
pub fn reviewed_by(conn: &mut AnyConnection, person: PersonId) -> Result<Vec<EventId>> {
    use event_reviewers as r;
    use event_selections as s;
    let published = s::table.filter(s::event_id.eq(r::event_id)).filter(s::published_at.is_not_null());
    Ok(r::table.filter(r::person_id.eq(person)).filter(not(exists(published))).select(r::event_id).load(conn)?)
}

/// An application, its event, its association, the code of its wilaya and where it stands.
pub type Standing = (ApplicationId, EventId, AssociationId, String, ApplicationStatus);

/// Where the applications to some events stand, drafts left out.
pub fn standings(conn: &mut AnyConnection, events: &[EventId]) -> Result<Vec<Standing>> {
    use event_applications as a;
    let rows = a::table.filter(a::event_id.eq_any(events)).filter(a::status.ne(ApplicationStatus::Draft));
    Ok(rows.order(a::id).select((a::id, a::event_id, a::association_id, a::wilaya_code, a::status)).load(conn)?)
}

/// The events and numbers of some applications.
pub fn numbers(conn: &mut AnyConnection, ids: &[ApplicationId]) -> Result<Vec<(ApplicationId, EventId, Option<i32>)>> {
    use event_applications as a;
    Ok(a::table.filter(a::id.eq_any(ids)).select((a::id, a::event_id, a::number)).load(conn)?)
}

/// The applications of some associations to an event.
pub fn of_associations(conn: &mut AnyConnection, event: EventId, ids: &[AssociationId]) -> Result<Vec<Row>> {
    use event_applications as a;
    Ok(a::table.filter(a::event_id.eq(event)).filter(a::association_id.eq_any(ids)).select(Row::as_select()).load(conn)?)
}

/// What earlier events say of some associations: those that took part in another one, and those that were absent from `previous`.
pub fn earlier(
    conn: &mut AnyConnection,
    event: EventId,
    previous: Option<EventId>,
    ids: &[AssociationId],
) -> Result<(HashSet<AssociationId>, HashSet<AssociationId>)> {
    use event_applications as a;
    let there = [ApplicationStatus::Confirmed, ApplicationStatus::Attended];
    let took_part = a::table.filter(a::association_id.eq_any(ids)).filter(a::event_id.ne(event)).filter(a::status.eq_any(there));
    let took_part: Vec<AssociationId> = took_part.select(a::association_id).distinct().load(conn)?;
    let absent: Vec<AssociationId> = match previous {
        None => Vec::new(),
        Some(previous) => {
            let absent = a::table.filter(a::association_id.eq_any(ids)).filter(a::event_id.eq(previous));
            absent.filter(a::status.eq(ApplicationStatus::Absent)).select(a::association_id).load(conn)?
        }
    };
    Ok((took_part.into_iter().collect(), absent.into_iter().collect()))
}

/// Moves applications from wherever they stand to a state.
pub fn move_all(conn: &mut AnyConnection, ids: &[ApplicationId], to: ApplicationStatus, now: Instant) -> Result<()> {
    use event_applications as a;
    if ids.is_empty() {
        return Ok(());
    }
    diesel::update(a::table.filter(a::id.eq_any(ids)))
        .set((a::status.eq(to), a::status_since.eq(now), a::updated_at.eq(now), a::version.eq(a::version + 1)))
        .execute(conn)?;
    Ok(())
}

/// Keeps what applications do not meet, and where they stand from now on when that is elsewhere. What they say is as it was, so whoever is editing one goes on: its
/// version stays.
pub fn put_findings(
    conn: &mut AnyConnection,
    ids: &[ApplicationId],
    moved_to: Option<ApplicationStatus>,
    findings: &Json,
    now: Instant,
) -> Result<()> {
    use event_applications as a;
    if ids.is_empty() {
        return Ok(());
    }
    let kept = (a::findings.eq(Some(findings.clone())), a::updated_at.eq(now));
    let those = a::table.filter(a::id.eq_any(ids.to_vec()));
    match moved_to {
        Some(status) => diesel::update(those).set((kept, a::status.eq(status), a::status_since.eq(now))).execute(conn)?,
        None => diesel::update(those).set(kept).execute(conn)?,
    };
    Ok(())
}

/// What was decided about an application.
#[derive(Insertable)]
#[diesel(table_name = event_decisions, treat_none_as_default_value = false)]
pub struct DecisionRow {
    pub application_id: ApplicationId,
    pub event_id: EventId,
    pub document: Json,
}

/// Keeps what was decided about some applications to an event, instead of what was decided about them before; of the others it stays.
pub fn put_decisions(conn: &mut AnyConnection, rows: Vec<DecisionRow>) -> Result<()> {
    let ids: Vec<ApplicationId> = rows.iter().map(|row| row.application_id).collect();
    diesel::delete(event_decisions::table.filter(event_decisions::application_id.eq_any(ids.clone()))).execute(conn)?;
    crate::put_many!(conn, event_decisions::table, rows);
    // What its readers see of them has changed.
    use event_applications as a;
    diesel::update(a::table.filter(a::id.eq_any(ids))).set(a::version.eq(a::version + 1)).execute(conn)?;
    Ok(())
}

/// What was decided about some applications.
pub fn decisions(conn: &mut AnyConnection, ids: &[ApplicationId]) -> Result<HashMap<ApplicationId, Json>> {
    use event_decisions as d;
    let rows: Vec<(ApplicationId, Json)> =
        d::table.filter(d::application_id.eq_any(ids)).select((d::application_id, d::document)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Keeps how many reviewers read each application.
pub fn put_reviews_per_application(conn: &mut AnyConnection, event: EventId, count: i32) -> Result<()> {
    diesel::update(event_calls::table.find(event)).set(event_calls::reviews_per_application.eq(Some(count))).execute(conn)?;
    Ok(())
}

pub fn keep_steps(conn: &mut AnyConnection, rows: Vec<StepRow>) -> Result<()> {
    crate::put_many!(conn, event_application_steps::table, rows);
    Ok(())
}

pub fn keep_step(conn: &mut AnyConnection, row: &StepRow) -> Result<()> {
    diesel::insert_into(event_application_steps::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = event_messages, treat_none_as_default_value = false)]
pub struct MessageRow {
    pub id: MessageId,
    pub application_id: ApplicationId,
    pub at: Instant,
    pub side: MessageSide,
    pub person_id: Option<PersonId>,
    pub text: String,
}

/// Keeps a message. What the application says is as it was: its version stays.
pub fn add_message(conn: &mut AnyConnection, row: &MessageRow) -> Result<()> {
    use event_applications as a;
    diesel::insert_into(event_messages::table).values(row).execute(conn)?;
    diesel::update(a::table.find(row.application_id)).set(a::last_message_from.eq(Some(row.side))).execute(conn)?;
    Ok(())
}

/// What was written about an application, first to last.
pub fn messages(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<MessageRow>> {
    use event_messages as m;
    Ok(m::table.filter(m::application_id.eq(id)).order(m::id).load(conn)?)
}

/// The calls of some events.
pub fn calls(conn: &mut AnyConnection, events: &[EventId]) -> Result<HashMap<EventId, CallRow>> {
    let rows = event_calls::table.filter(event_calls::event_id.eq_any(events)).select(CallRow::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.event_id, row)).collect())
}

/// Forgets an application that was never handed in: nobody but its association knows of it.
pub fn delete(conn: &mut AnyConnection, id: ApplicationId, version: i64) -> Result<()> {
    use event_application_sectors as sectors;
    use event_application_steps as steps;
    diesel::delete(sectors::table.filter(sectors::application_id.eq(id))).execute(conn)?;
    diesel::delete(steps::table.filter(steps::application_id.eq(id))).execute(conn)?;
    diesel::delete(event_messages::table.filter(event_messages::application_id.eq(id))).execute(conn)?;
    let there = event_applications::table.find(id).filter(event_applications::version.eq(version));
    one_changed(diesel::delete(there).execute(conn)?)
}

/// The steps of an application, first to last.
pub fn steps(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<StepRow>> {
    use event_application_steps as s;
    Ok(s::table.filter(s::application_id.eq(id)).order(s::id).load(conn)?)
}
