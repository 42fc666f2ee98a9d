//! What became of training.

use super::Key;
use crate::kernel::access::Scope;
use crate::kernel::db::schema::{
    association_sectors, associations, certificates, cohorts, event_applications, event_organisers, event_outcomes, events, merges,
    projects,
};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::Result;
use crate::kernel::ids::{AssociationId, InstitutionId};
use crate::kernel::language::Text;
use crate::resources::associations::{Level, Office};
use crate::resources::calls::ApplicationStatus;
use crate::resources::courses::Id as CourseId;
use crate::resources::events::Id as EventId;
use crate::resources::outcomes::OutcomeRound;
use crate::resources::projects::{self as project, Id as ProjectId, Stage};
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::Deserialize;
use std::collections::HashSet;
use uuid::Uuid;

/// What is asked.
#[derive(Debug)]
pub struct Filter {
    /// The course; any when it is left out.
    pub course: Option<CourseId>,
    /// Wilayas; all when they are left out.
    pub wilayas: Option<Vec<String>>,
    /// The association, for one that reads its own.
    pub own: Option<AssociationId>,
    /// Levels; all when there is none.
    pub levels: Vec<Level>,
    /// Craft sectors; all when there is none.
    pub sectors: Vec<String>,
}

/// Certificates in force, of a course where one is asked for.
macro_rules! in_force {
    ($from:expr, $course:expr) => {{
        use certificates as k;
        let course: Option<CourseId> = $course;
        let any = course.is_none().into_sql::<Bool>();
        let of = cohorts::course_id.eq(course.unwrap_or_else(|| Uuid::nil().into())).or(any);
        $from.filter(k::revoked_at.is_null()).filter(k::cohort_id.eq_any(cohorts::table.filter(of).select(cohorts::id)))
    }};
}

/// An association somebody of which holds a certificate in force.
#[derive(Debug, Queryable)]
pub struct Certified {
    pub id: AssociationId,
    pub name_sort: String,
    pub name: (String, Option<String>, Option<String>),
    pub level: Level,
    pub wilaya_code: String,
}

impl Certified {
    /// Where a page ends with it.
    pub fn key(&self) -> Key {
        Key(self.name_sort.clone(), self.id)
    }
}

/// Those associations, by name, at most `limit`; one that took over another file with that of the other.
pub fn page(conn: &mut AnyConnection, filter: &Filter, after: Option<Key>, limit: i64) -> Result<Vec<Certified>> {
    use associations as a;
    let mut query = certified(filter).limit(limit);
    let after = after.map(|Key(name, id)| (name, id));
    let query = crate::in_order!(query, (a::name_sort, a::id), false, after);
    let shown = (a::id, a::name_sort, (a::name_ar, a::name_fr, a::name_en), a::level, a::wilaya_code);
    Ok(query.select(shown).load(conn)?)
}

/// How many associations have somebody with a certificate.
pub fn total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    Ok(certified(filter).count().get_result(conn)?)
}

fn certified(filter: &Filter) -> associations::BoxedQuery<'static, MultiBackend> {
    use associations as a;
    use certificates as k;
    use merges as x;
    let own = in_force!(k::table.select(k::association_id), filter.course);
    let over = x::table.inner_join(k::table.on(k::association_id.eq(x::merged_id))).filter(x::undone_at.is_null()).select(x::kept_id);
    let over = in_force!(over, filter.course);
    let mut query = a::table.filter(a::merged_into.is_null()).filter(a::id.eq_any(own).or(a::id.eq_any(over))).into_boxed();
    if let Some(codes) = &filter.wilayas {
        query = query.filter(a::wilaya_code.eq_any(codes.clone()));
    }
    if let Some(id) = filter.own {
        query = query.filter(a::id.eq(id));
    }
    if !filter.levels.is_empty() {
        query = query.filter(a::level.eq_any(filter.levels.clone()));
    }
    if !filter.sectors.is_empty() {
        use association_sectors as s;
        let with = s::table.filter(s::association_id.eq(a::id)).filter(s::sector_code.eq_any(filter.sectors.clone()));
        query = query.filter(exists(with.select(s::sector_code)));
    }
    query
}

/// What is read of a certificate.
#[derive(Debug, Deserialize)]
pub struct Said {
    pub course: Text,
    pub office: Option<Office>,
}

/// Certificates in force of some files, as they were issued.
pub fn certificates(
    conn: &mut AnyConnection,
    ids: &[AssociationId],
    course: Option<CourseId>,
) -> Result<Vec<(AssociationId, Instant, Said)>> {
    use certificates as k;
    let of = k::table.filter(k::association_id.eq_any(ids.to_vec())).order(k::id).select((k::association_id, k::issued_at, k::document));
    let rows: Vec<(AssociationId, Instant, Json)> = in_force!(of, course).load(conn)?;
    rows.into_iter().map(|(id, issued_at, document)| Ok((id, issued_at, document.read()?))).collect()
}

/// A project of an association.
#[derive(Debug, Queryable)]
pub struct Begun {
    pub association_id: AssociationId,
    pub id: ProjectId,
    pub name: (String, Option<String>, Option<String>),
    pub stage: Stage,
    pub created_at: Instant,
}

/// Projects of some files a scope may know of, as they were begun.
pub fn projects(conn: &mut AnyConnection, scope: &Scope, ids: &[AssociationId]) -> Result<Vec<Begun>> {
    use projects as p;
    let mut query = p::table
        .filter(p::association_id.eq_any(ids.to_vec()))
        .filter(p::archived_at.is_null())
        .order((p::created_at, p::id))
        .select((p::association_id, p::id, (p::name_ar, p::name_fr, p::name_en), p::stage, p::created_at))
        .into_boxed();
    if let Some(condition) = project::in_scope(scope) {
        query = query.filter(condition);
    }
    Ok(query.load(conn)?)
}

/// What is read of an event.
#[derive(Deserialize)]
struct Named {
    name: Text,
}

/// An association at an event, and one round of what it declared.
#[derive(Debug)]
pub struct Attended {
    pub association_id: AssociationId,
    pub event_id: EventId,
    pub event_name: Text,
    pub days: (NaiveDate, NaiveDate),
    /// The round, what was sold and what the orders are worth, in centimes.
    pub declared: Option<(OutcomeRound, i64, i64)>,
}

/// Events some files were at, as they began: a row for each round that was declared.
pub fn attended(conn: &mut AnyConnection, ids: &[AssociationId]) -> Result<Vec<Attended>> {
    use event_applications as a;
    use event_outcomes as o;
    use events as e;
    type Found = (AssociationId, EventId, Json, (NaiveDate, NaiveDate), Option<(OutcomeRound, i64, i64)>);
    let rows: Vec<Found> = a::table
        .inner_join(e::table.on(e::id.eq(a::event_id)))
        .left_join(o::table.on(o::application_id.eq(a::id)))
        .filter(a::association_id.eq_any(ids.to_vec()))
        .filter(a::status.eq(ApplicationStatus::Attended))
        .order((e::starts_on, e::id))
        .select((a::association_id, e::id, e::document, (e::starts_on, e::ends_on), (o::round, o::sales, o::orders_value).nullable()))
        .load(conn)?;
    let attended = |(association_id, event_id, document, days, declared): Found| {
        let Named { name } = document.read()?;
        Ok(Attended { association_id, event_id, event_name: name, days, declared })
    };
    rows.into_iter().map(attended).collect()
}

/// Those of some events an institution organises.
pub fn organised(conn: &mut AnyConnection, institution: InstitutionId, ids: &[EventId]) -> Result<HashSet<EventId>> {
    use event_organisers as o;
    let own = o::table.filter(o::institution_id.eq(institution)).filter(o::event_id.eq_any(ids.to_vec())).select(o::event_id);
    Ok(own.load::<EventId>(conn)?.into_iter().collect())
}
