//! Every line of SQL about sessions and who attends them.

use super::model::{AttendanceEntryId, AttendanceMark, AttendanceMethod, CourseSessionId, CourseSessionStatus, Span};
use crate::kernel::db::schema::{
    attendance_entries, attendance_marks, attendance_warnings, cohort_session_trainers, cohort_sessions, cohort_trainers,
};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{KeyId, PersonId};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = cohort_sessions, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: CourseSessionId,
    pub cohort_id: CohortId,
    pub status: CourseSessionStatus,
    pub status_reason: Option<String>,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub minutes: i32,
    pub room_key: Option<String>,
    pub document: Json,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Row {
    pub fn span(&self) -> Span {
        Span { status: self.status, starts_at: self.starts_at, minutes: self.minutes }
    }
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = attendance_entries, treat_none_as_default_value = false)]
pub struct EntryRow {
    pub id: AttendanceEntryId,
    pub session_id: CourseSessionId,
    pub enrolment_id: EnrolmentId,
    pub mark: AttendanceMark,
    pub minutes_missed: Option<i32>,
    pub reason: Option<String>,
    pub method: AttendanceMethod,
    pub at: Instant,
    pub device_at: Instant,
    pub received_at: Instant,
    pub device: Option<String>,
    pub person_id: Option<PersonId>,
    pub key_id: Option<KeyId>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = attendance_marks, treat_none_as_default_value = false)]
pub struct MarkRow {
    pub session_id: CourseSessionId,
    pub enrolment_id: EnrolmentId,
    pub cohort_id: CohortId,
    pub mark: AttendanceMark,
    pub minutes_missed: Option<i32>,
    pub reason: Option<String>,
    pub method: AttendanceMethod,
    pub at: Instant,
    pub entry_id: AttendanceEntryId,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key(Instant, CourseSessionId);

impl Key {
    pub fn of(row: &Row) -> Self {
        Self(row.starts_at, row.id)
    }
}

/// Sessions of a cohort as they follow each other, at most `limit`.
pub fn page(conn: &mut AnyConnection, cohort: CohortId, after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use cohort_sessions as s;
    let mut query = s::table.filter(s::cohort_id.eq(cohort)).select(Row::as_select()).limit(limit).into_boxed();
    let after = after.map(|Key(at, id)| (at, id));
    let query = crate::in_order!(query, (s::starts_at, s::id), false, after);
    Ok(query.load(conn)?)
}

/// How many sessions a cohort has.
pub fn total(conn: &mut AnyConnection, cohort: CohortId) -> Result<i64> {
    Ok(cohort_sessions::table.filter(cohort_sessions::cohort_id.eq(cohort)).count().get_result(conn)?)
}

/// Every session of a cohort, as they follow each other.
pub fn all(conn: &mut AnyConnection, cohort: CohortId) -> Result<Vec<Row>> {
    page(conn, cohort, None, i64::from(i32::MAX))
}

pub fn find(conn: &mut AnyConnection, id: CourseSessionId) -> Result<Row> {
    cohort_sessions::table.find(id).select(Row::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// Keeps new sessions, with who teaches them.
pub fn insert_all(conn: &mut AnyConnection, rows: Vec<Row>, trainers: &[(CourseSessionId, Vec<PersonId>)]) -> Result<()> {
    crate::put_many!(conn, cohort_sessions::table, rows);
    keep_trainers(conn, trainers)
}

fn keep_trainers(conn: &mut AnyConnection, trainers: &[(CourseSessionId, Vec<PersonId>)]) -> Result<()> {
    use cohort_session_trainers as t;
    let rows: Vec<_> = trainers
        .iter()
        .flat_map(|(session, people)| people.iter().map(|person| (t::person_id.eq(*person), t::session_id.eq(*session))))
        .collect();
    if !rows.is_empty() {
        crate::on!(conn, |c| diesel::insert_into(t::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Keeps the next version of a session, with who teaches it.
pub fn save(conn: &mut AnyConnection, row: &Row, trainers: &[PersonId]) -> Result<()> {
    use cohort_session_trainers as t;
    let before = cohort_sessions::table.find(row.id).filter(cohort_sessions::version.eq(row.version - 1));
    one_changed(diesel::update(before).set(row).execute(conn)?)?;
    diesel::delete(t::table.filter(t::session_id.eq(row.id))).execute(conn)?;
    keep_trainers(conn, &[(row.id, trainers.to_vec())])
}

/// Who teaches some sessions.
pub fn trainers(conn: &mut AnyConnection, ids: &[CourseSessionId]) -> Result<HashMap<CourseSessionId, Vec<PersonId>>> {
    use cohort_session_trainers as t;
    let rows: Vec<(CourseSessionId, PersonId)> =
        t::table.filter(t::session_id.eq_any(ids.to_vec())).order(t::person_id).select((t::session_id, t::person_id)).load(conn)?;
    let mut trainers: HashMap<CourseSessionId, Vec<PersonId>> = HashMap::new();
    for (session, person) in rows {
        trainers.entry(session).or_default().push(person);
    }
    Ok(trainers)
}

/// Sessions that take place between two moments, with one of some trainers, of a cohort that one of them teaches, or in one of some rooms.
pub fn beside(
    conn: &mut AnyConnection,
    (from, until): (Instant, Instant),
    people: &[PersonId],
    rooms: &[String],
    limit: i64,
) -> Result<Vec<Row>> {
    use cohort_session_trainers as t;
    use cohort_sessions as s;
    let theirs = t::table.filter(t::person_id.eq_any(people.to_vec())).select(t::session_id);
    // A session that names nobody is taught by everybody who teaches its cohort.
    let taught = cohort_trainers::table.filter(cohort_trainers::person_id.eq_any(people.to_vec())).select(cohort_trainers::cohort_id);
    let rows = s::table
        .filter(s::starts_at.lt(until))
        .filter(s::starts_at.gt(from.plus(-chrono::Duration::days(1))))
        .filter(s::ends_at.gt(from))
        .filter(s::status.eq(CourseSessionStatus::Planned))
        .filter(s::id.eq_any(theirs).or(s::cohort_id.eq_any(taught)).or(s::room_key.eq_any(rooms.to_vec())));
    Ok(rows.order((s::starts_at, s::id)).select(Row::as_select()).limit(limit).load(conn)?)
}

/// The marks of a cohort; of some participants when they are named.
pub fn marks(conn: &mut AnyConnection, cohort: CohortId, some: Option<&[EnrolmentId]>) -> Result<Vec<MarkRow>> {
    use attendance_marks as m;
    let mut query = m::table.filter(m::cohort_id.eq(cohort)).select(MarkRow::as_select()).into_boxed();
    if let Some(some) = some {
        query = query.filter(m::enrolment_id.eq_any(some.to_vec()));
    }
    Ok(query.load(conn)?)
}

/// The sessions of a cohort of which something is noted.
pub fn listed(conn: &mut AnyConnection, cohort: CohortId) -> Result<HashSet<CourseSessionId>> {
    use attendance_marks as m;
    // An excuse ahead is no list.
    let noted = m::table.filter(m::cohort_id.eq(cohort)).filter(m::mark.ne(AttendanceMark::Excused));
    Ok(noted.select(m::session_id).distinct().load::<CourseSessionId>(conn)?.into_iter().collect())
}

/// Whether anything is noted of a session.
pub fn is_listed(conn: &mut AnyConnection, id: CourseSessionId) -> Result<bool> {
    use attendance_marks as m;
    let noted = m::table.filter(m::session_id.eq(id)).filter(m::mark.ne(AttendanceMark::Excused));
    Ok(noted.select(m::session_id).first::<CourseSessionId>(conn).optional()?.is_some())
}

/// Which of some entries are there already.
pub fn known(conn: &mut AnyConnection, ids: &[AttendanceEntryId]) -> Result<HashSet<AttendanceEntryId>> {
    use attendance_entries as e;
    let mut known = HashSet::new();
    for part in ids.chunks(5_000) {
        known.extend(e::table.filter(e::id.eq_any(part.to_vec())).select(e::id).load::<AttendanceEntryId>(conn)?);
    }
    Ok(known)
}

/// Keeps entries, and the marks that follow from them instead of those that were there.
pub fn keep(conn: &mut AnyConnection, entries: Vec<EntryRow>, marks: Vec<MarkRow>) -> Result<()> {
    use attendance_marks as m;
    crate::put_many!(conn, attendance_entries::table, entries);
    let mut of: HashMap<CourseSessionId, Vec<EnrolmentId>> = HashMap::new();
    for row in &marks {
        of.entry(row.session_id).or_default().push(row.enrolment_id);
    }
    for (session, people) in of {
        diesel::delete(m::table.filter(m::session_id.eq(session)).filter(m::enrolment_id.eq_any(people))).execute(conn)?;
    }
    crate::put_many!(conn, attendance_marks::table, marks);
    Ok(())
}

#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = attendance_warnings, treat_none_as_default_value = false)]
pub struct WarningRow {
    pub enrolment_id: EnrolmentId,
    pub out_of_reach: bool,
    pub at: Instant,
}

/// What some participants were warned of: whether it was that it is out of reach.
pub fn warned(conn: &mut AnyConnection, ids: &[EnrolmentId]) -> Result<HashMap<EnrolmentId, bool>> {
    use attendance_warnings as w;
    let rows: Vec<(EnrolmentId, bool)> =
        w::table.filter(w::enrolment_id.eq_any(ids.to_vec())).select((w::enrolment_id, w::out_of_reach)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Keeps what participants are warned of, instead of what was.
pub fn warn(conn: &mut AnyConnection, rows: Vec<WarningRow>) -> Result<()> {
    use attendance_warnings as w;
    let ids: Vec<EnrolmentId> = rows.iter().map(|row| row.enrolment_id).collect();
    diesel::delete(w::table.filter(w::enrolment_id.eq_any(ids))).execute(conn)?;
    crate::put_many!(conn, attendance_warnings::table, rows);
    Ok(())
}
