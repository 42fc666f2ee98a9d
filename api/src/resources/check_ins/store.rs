//! Every line of SQL about who comes in and goes out.

use super::model::{CheckInDirection, CheckInId, CheckInMethod, Whereabouts};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{check_ins, event_presence};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = check_ins, treat_none_as_default_value = false)]
pub struct Row {
    pub id: CheckInId,
    pub event_id: EventId,
    pub application_id: ApplicationId,
    pub exhibitor: i32,
    pub direction: CheckInDirection,
    pub method: CheckInMethod,
    pub at: Instant,
    pub day: NaiveDate,
    pub device_at: Instant,
    pub received_at: Instant,
    pub device: String,
    pub recorded_by: Option<PersonId>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_presence, treat_none_as_default_value = false)]
pub struct PresenceRow {
    pub application_id: ApplicationId,
    pub exhibitor: i32,
    pub event_id: EventId,
    pub inside: bool,
    pub first_in_at: Option<Instant>,
    pub last_at: Instant,
    pub last_id: CheckInId,
}

impl PresenceRow {
    pub fn whereabouts(&self) -> Whereabouts {
        Whereabouts { inside: self.inside, first_in_at: self.first_in_at, last_at: self.last_at, last_id: self.last_id }
    }
}

/// Which of some entries are there already.
pub fn known(conn: &mut AnyConnection, ids: &[CheckInId]) -> Result<HashSet<CheckInId>> {
    use check_ins as c;
    let found: Vec<CheckInId> = c::table.filter(c::id.eq_any(ids.to_vec())).select(c::id).load(conn)?;
    Ok(found.into_iter().collect())
}

/// Where everybody of an event is who has come or gone.
pub fn presence(conn: &mut AnyConnection, event: EventId) -> Result<Vec<PresenceRow>> {
    use event_presence as p;
    Ok(p::table.filter(p::event_id.eq(event)).select(PresenceRow::as_select()).load(conn)?)
}

/// Keeps entries, and where the artisans of some applications are now, instead of what was known before.
pub fn keep(conn: &mut AnyConnection, rows: Vec<Row>, touched: &[ApplicationId], presence: Vec<PresenceRow>) -> Result<()> {
    use event_presence as p;
    crate::put_many!(conn, check_ins::table, rows);
    diesel::delete(p::table.filter(p::application_id.eq_any(touched.to_vec()))).execute(conn)?;
    crate::put_many!(conn, event_presence::table, presence);
    Ok(())
}

/// Who came on which day, each once a day.
pub fn days(conn: &mut AnyConnection, event: EventId) -> Result<Vec<(NaiveDate, ApplicationId, i32)>> {
    use check_ins as c;
    let came = c::table.filter(c::event_id.eq(event)).filter(c::direction.eq(CheckInDirection::In));
    Ok(came.select((c::day, c::application_id, c::exhibitor)).distinct().order(c::day).load(conn)?)
}

/// Where a page of the record ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    at: Instant,
    id: CheckInId,
}

impl Key {
    pub fn of(row: &Row) -> Self {
        Self { at: row.at, id: row.id }
    }
}

/// How many entries an event has.
pub fn total(conn: &mut AnyConnection, event: EventId) -> Result<i64> {
    Ok(check_ins::table.filter(check_ins::event_id.eq(event)).count().get_result(conn)?)
}

/// Entries of an event, first first, at most `limit`.
pub fn page(conn: &mut AnyConnection, event: EventId, after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use check_ins as c;
    let mut query = c::table.filter(c::event_id.eq(event)).order((c::at, c::id)).select(Row::as_select()).limit(limit).into_boxed();
    if let Some(Key { at, id }) = after {
        query = query.filter(c::at.gt(at).or(c::at.eq(at).and(c::id.gt(id))));
    }
    Ok(query.load(conn)?)
}
