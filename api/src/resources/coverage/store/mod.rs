//! Every line of SQL about who is trained.

pub mod paths;

use crate::kernel::db::AnyConnection;
use crate::kernel::db::portable::sum_i64;
use crate::kernel::db::schema::{
    association_sectors, association_transitions, associations, certificates, cohorts, courses, enrolments, mandates, merges,
};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::associations::{Level, Office, Status};
use crate::resources::cohorts::{EnrolmentStatus, Id as CohortId, Status as CohortStatus};
use crate::resources::courses::Id as CourseId;
use crate::resources::coverage::model::{Files, Held, President, Seat};
use chrono::NaiveDate;
use diesel::dsl::{case_when, count_star, exists, not};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

diesel::alias!(association_transitions as later: Later);

/// What is asked.
#[derive(Debug, Clone)]
pub struct Filter {
    /// The day mandates run on.
    pub day: NaiveDate,
    /// What happened from then on is not known yet.
    pub before: Instant,
    /// Whether the day is over.
    pub past: bool,
    /// The course; any when it is left out.
    pub course: Option<CourseId>,
    /// Wilayas; all when they are left out.
    pub wilayas: Option<Vec<String>>,
    /// Levels; all when there is none.
    pub levels: Vec<Level>,
    /// Craft sectors, for lists alone; all when there is none.
    pub sectors: Vec<String>,
}

/// Presidencies that run on a day.
macro_rules! presides {
    ($day:expr) => {{
        use mandates as m;
        m::office.eq(Office::President).and(m::starts_on.le($day)).and(m::ends_on.is_null().or(m::ends_on.ge($day)))
    }};
}

/// Files with a president in office.
macro_rules! led {
    ($day:expr) => {
        exists(mandates::table.filter(mandates::association_id.eq(associations::id)).filter(presides!($day)).select(mandates::id))
    };
}

/// Files somebody of which had a seat, or that took over another one.
macro_rules! candidate {
    () => {{
        let seated = enrolments::table.filter(enrolments::status.eq(EnrolmentStatus::Enrolled)).select(enrolments::association_id);
        associations::id.eq_any(seated).or(associations::id.eq_any(merges::table.select(merges::kept_id)))
    }};
}

/// Keeps the files of a query that were in the register on the day, and are asked for.
macro_rules! asked {
    ($query:ident, $filter:expr) => {{
        use association_transitions as t;
        use associations as a;
        use merges as x;
        let filter: &Filter = $filter;
        if filter.past {
            let superseded = later
                .filter(later.field(t::association_id).eq(t::association_id))
                .filter(later.field(t::id).gt(t::id))
                .filter(later.field(t::at).lt(filter.before))
                .select(later.field(t::id));
            let then = t::table
                .filter(t::association_id.eq(a::id))
                .filter(t::to_status.eq(Status::Verified))
                .filter(t::at.lt(filter.before))
                .filter(not(exists(superseded)))
                .select(t::id);
            let merged = x::table
                .filter(x::merged_id.eq(a::id))
                .filter(x::merged_at.lt(filter.before))
                .filter(x::undone_at.is_null().or(x::undone_at.ge(filter.before)))
                .select(x::id);
            let since = a::status.eq(Status::Verified).and(a::status_since.lt(filter.before));
            $query = $query.filter(since.or(a::status_since.ge(filter.before).and(exists(then)))).filter(not(exists(merged)));
        } else {
            $query = $query.filter(a::status.eq(Status::Verified)).filter(a::merged_into.is_null());
        }
        match filter.wilayas.as_deref() {
            None => {}
            Some([code]) => $query = $query.filter(a::wilaya_code.eq(code.clone())),
            Some(codes) => $query = $query.filter(a::wilaya_code.eq_any(codes.to_vec())),
        }
        if !filter.levels.is_empty() {
            $query = $query.filter(a::level.eq_any(filter.levels.clone()));
        }
    }};
}

/// Keeps the files of a query that have a craft sector that is asked for.
macro_rules! of_crafts {
    ($query:ident, $filter:expr) => {
        if !$filter.sectors.is_empty() {
            use association_sectors as s;
            let with = s::table.filter(s::association_id.eq(associations::id)).filter(s::sector_code.eq_any($filter.sectors.clone()));
            $query = $query.filter(exists(with.select(s::sector_code)));
        }
    };
}

/// How many files there are, and with a president in office.
macro_rules! with_led {
    ($day:expr) => {
        (count_star(), sum_i64(case_when(led!($day), 1_i64.into_sql::<BigInt>()).otherwise(0_i64.into_sql::<BigInt>())))
    };
}

fn files((associations, led): (i64, Option<i64>)) -> Result<Files> {
    let count = |count: i64| usize::try_from(count).map_err(Error::internal);
    Ok((count(associations)?, count(led.unwrap_or_default())?))
}

/// Files by wilaya and level.
pub fn by_place(conn: &mut AnyConnection, filter: &Filter) -> Result<BTreeMap<(String, Level), Files>> {
    use associations as a;
    let mut query = a::table.group_by((a::wilaya_code, a::level)).select((a::wilaya_code, a::level, with_led!(filter.day))).into_boxed();
    asked!(query, filter);
    let rows: Vec<(String, Level, (i64, Option<i64>))> = query.load(conn)?;
    rows.into_iter().map(|(wilaya, level, counts)| Ok(((wilaya, level), files(counts)?))).collect()
}

/// Files by craft sector.
pub fn by_sector(conn: &mut AnyConnection, filter: &Filter) -> Result<BTreeMap<String, Files>> {
    use association_sectors as w;
    use associations as a;
    let mut query = a::table
        .inner_join(w::table.on(w::association_id.eq(a::id)))
        .group_by(w::sector_code)
        .select((w::sector_code, with_led!(filter.day)))
        .into_boxed();
    asked!(query, filter);
    let rows: Vec<(String, (i64, Option<i64>))> = query.load(conn)?;
    rows.into_iter().map(|(code, counts)| Ok((code, files(counts)?))).collect()
}

/// Presidents in office of the files somebody of which had a seat, by name of the association.
pub fn presidents(conn: &mut AnyConnection, filter: &Filter) -> Result<Vec<President>> {
    use associations as a;
    use mandates as m;
    let mut query = a::table
        .inner_join(m::table.on(m::association_id.eq(a::id)))
        .filter(presides!(filter.day))
        .filter(candidate!())
        .select((a::id, a::name_sort, a::wilaya_code, a::level, a::sectors, m::person_name, m::born_on))
        .order((a::name_sort, a::id, m::starts_on, m::id))
        .into_boxed();
    asked!(query, filter);
    of_crafts!(query, filter);
    type Found = (AssociationId, String, String, Level, Json, String, Option<NaiveDate>);
    let mut all: Vec<President> = Vec::new();
    for (association_id, name_sort, wilaya_code, level, sectors, name, born_on) in query.load::<Found>(conn)? {
        // Of two presidents at once the one who came last.
        all.pop_if(|before| before.association_id == association_id);
        all.push(President { association_id, name_sort, wilaya_code, level, sectors: sectors.read()?, name, born_on });
    }
    Ok(all)
}

/// Seats in cohorts of the course that were not called off, by association, with the certificates that were in force.
pub fn seats(conn: &mut AnyConnection, filter: &Filter) -> Result<Vec<(AssociationId, Seat)>> {
    use certificates as k;
    use cohorts as c;
    use enrolments as e;
    let in_force = k::issued_at.lt(filter.before).and(k::revoked_at.is_null().or(k::revoked_at.ge(filter.before)));
    let mut query = e::table
        .inner_join(c::table.on(c::id.eq(e::cohort_id)))
        .left_join(k::table.on(k::enrolment_id.eq(e::id).and(in_force)))
        .filter(e::status.eq(EnrolmentStatus::Enrolled))
        .filter(e::status_since.lt(filter.before))
        .filter(c::status.eq_any([CohortStatus::Published, CohortStatus::Closed]))
        .select((
            (e::association_id, e::participant_key, e::participant),
            (c::id, c::course_id, c::course_number, c::status, c::starts_on, c::ends_on),
            (k::code, k::issued_at).nullable(),
        ))
        .order((c::starts_on, e::id))
        .into_boxed();
    if let Some(course) = filter.course {
        query = query.filter(c::course_id.eq(course));
    }
    if let Some(codes) = &filter.wilayas {
        use associations as a;
        let own = a::table.filter(a::wilaya_code.eq_any(codes.clone())).select(a::id);
        query = query.filter(e::association_id.eq_any(own).or(e::association_id.eq_any(merges::table.select(merges::merged_id))));
    }
    type Person = (AssociationId, String, Json);
    type Taught = (CohortId, CourseId, i32, CohortStatus, NaiveDate, NaiveDate);
    let seat = |((association, key, person), taught, held): (Person, Taught, Option<(String, Instant)>)| {
        let (cohort_id, course_id, course_number, cohort_status, first, last) = taught;
        let Born { born_on } = person.read()?;
        let held = held.map(|(code, issued_at)| Held { code, issued_at });
        Ok((association, Seat { key, born_on, cohort_id, course_id, course_number, cohort_status, days: (first, last), held }))
    };
    query.load(conn)?.into_iter().map(seat).collect()
}

/// What is read of a participant.
#[derive(Deserialize)]
struct Born {
    born_on: Option<NaiveDate>,
}

/// Whether a course was ever published.
pub fn is_taught(conn: &mut AnyConnection, id: CourseId) -> Result<bool> {
    let found = courses::table.find(id).filter(courses::published_number.is_not_null()).select(courses::id);
    Ok(found.first::<CourseId>(conn).optional()?.is_some())
}

/// Where a page ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key(pub String, pub AssociationId);

/// Files with a president in office nobody of which ever had a seat.
macro_rules! untouched {
    ($filter:expr) => {{
        let mut query = a::table.filter(led!($filter.day)).filter(not(candidate!())).into_boxed();
        asked!(query, $filter);
        of_crafts!(query, $filter);
        query
    }};
}

/// Files with a president in office nobody of which ever had a seat, by name, at most `limit`.
pub fn untouched(conn: &mut AnyConnection, filter: &Filter, after: Option<&Key>, limit: i64) -> Result<Vec<Key>> {
    use associations as a;
    let mut query = untouched!(filter).select((a::name_sort, a::id)).limit(limit);
    let after = after.map(|Key(name, id)| (name.clone(), *id));
    let query = crate::in_order!(query, (a::name_sort, a::id), false, after);
    Ok(query.load::<(String, AssociationId)>(conn)?.into_iter().map(|(name, id)| Key(name, id)).collect())
}

/// How many files with a president in office have nobody who ever had a seat.
pub fn untouched_total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    use associations as a;
    Ok(untouched!(filter).count().get_result(conn)?)
}

/// An association and its president in office.
#[derive(Debug)]
pub struct Line {
    pub number: Option<String>,
    pub name: Text,
    pub level: Level,
    pub wilaya_code: String,
    pub sectors: Json,
    pub president: String,
    pub since: NaiveDate,
}

/// Some associations with their presidents in office.
pub fn lines(conn: &mut AnyConnection, day: NaiveDate, ids: &[AssociationId]) -> Result<HashMap<AssociationId, Line>> {
    use associations as a;
    use mandates as m;
    type Found = (AssociationId, Option<String>, String, Option<String>, Option<String>, Level, String, Json, String, NaiveDate);
    let rows: Vec<Found> = a::table
        .inner_join(m::table.on(m::association_id.eq(a::id)))
        .filter(a::id.eq_any(ids.to_vec()))
        .filter(presides!(day))
        .order((m::starts_on, m::id))
        .select((
            a::id,
            a::registration_number,
            a::name_ar,
            a::name_fr,
            a::name_en,
            a::level,
            a::wilaya_code,
            a::sectors,
            m::person_name,
            m::starts_on,
        ))
        .load(conn)?;
    // Of two presidents at once the one who came last.
    let line = |(id, number, ar, fr, en, level, wilaya_code, sectors, president, since): Found| {
        (id, Line { number, name: Text { ar, fr, en }, level, wilaya_code, sectors, president, since })
    };
    Ok(rows.into_iter().map(line).collect())
}
