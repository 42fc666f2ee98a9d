//! Every line of SQL about questions. Each query of a caller starts from [`visible`].

use super::model::{BankQuestionKind, QuestionId, QuestionStatus};
use crate::kernel::access::allowed::Read;
use crate::kernel::access::{Caller, Scope};
use crate::kernel::db::schema::{cohort_trainers, cohorts, questions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{InstitutionId, PersonId};
use crate::resources::courses::Id as CourseId;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = questions, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Row {
    pub id: QuestionId,
    pub course_id: CourseId,
    pub module: Option<String>,
    pub owner_id: Option<InstitutionId>,
    pub shared: bool,
    pub status: QuestionStatus,
    pub kind: BankQuestionKind,
    pub search: String,
    pub document: Json,
    pub created_by: Option<PersonId>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

type Condition = Box<dyn BoxableExpression<questions::table, MultiBackend, SqlType = Bool>>;

/// The questions a caller may know of: shared ones, those of the caller's institution, and for a trainer those of whoever organises what they teach.
fn visible(tx: &Read<'_>) -> Option<Condition> {
    use questions as q;
    let own = tx.caller.and_then(Caller::institution);
    let of_own = own.map(|own| q::owner_id.eq(own).assume_not_null());
    match (&tx.scope, of_own, tx.caller.and_then(Caller::person)) {
        (Scope::All, ..) => None,
        (Scope::Public, own, Some(person)) => {
            let taught = cohort_trainers::table.filter(cohort_trainers::person_id.eq(person)).select(cohort_trainers::cohort_id);
            let organisers = cohorts::table.filter(cohorts::id.eq_any(taught)).select(cohorts::organiser_id.nullable());
            let theirs = q::shared.eq(true).or(q::owner_id.eq_any(organisers).assume_not_null());
            match own {
                Some(own) => Some(Box::new(theirs.or(own))),
                None => Some(Box::new(theirs)),
            }
        }
        (_, Some(own), _) => Some(Box::new(q::shared.eq(true).or(own))),
        _ => Some(Box::new(q::shared.eq(true))),
    }
}

/// What is asked of a list.
#[derive(Debug)]
pub struct Filter {
    pub words: Vec<String>,
    pub course: Option<CourseId>,
    pub module: Option<String>,
    pub kinds: Vec<BankQuestionKind>,
    pub status: QuestionStatus,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key(Instant, QuestionId);

impl Key {
    pub fn of(row: &Row) -> Self {
        Self(row.created_at, row.id)
    }
}

/// Questions, those entered last first, at most `limit`.
pub fn page(tx: &mut Read<'_>, filter: &Filter, after: Option<Key>, limit: i64) -> Result<Vec<Row>> {
    use questions as q;
    let mut query = matching(tx, filter).limit(limit);
    let after = after.map(|Key(at, id)| (at, id));
    let query = crate::in_order!(query, (q::created_at, q::id), true, after);
    Ok(query.select(Row::as_select()).load(tx.conn)?)
}

/// How many questions match.
pub fn total(tx: &mut Read<'_>, filter: &Filter) -> Result<i64> {
    Ok(matching(tx, filter).count().get_result(tx.conn)?)
}

fn matching(tx: &Read<'_>, filter: &Filter) -> questions::BoxedQuery<'static, MultiBackend> {
    use questions as q;
    let mut query = q::table.filter(q::status.eq(filter.status)).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    if let Some(course) = filter.course {
        query = query.filter(q::course_id.eq(course));
    }
    if let Some(module) = &filter.module {
        query = query.filter(q::module.eq(module.clone()));
    }
    if !filter.kinds.is_empty() {
        query = query.filter(q::kind.eq_any(filter.kinds.clone()));
    }
    for word in &filter.words {
        query = query.filter(q::search.like(format!("%{word}%")));
    }
    query
}

/// Some questions the caller may know of.
pub fn some(tx: &mut Read<'_>, ids: &[QuestionId]) -> Result<Vec<Row>> {
    let mut query = questions::table.filter(questions::id.eq_any(ids.to_vec())).select(Row::as_select()).into_boxed();
    if let Some(condition) = visible(tx) {
        query = query.filter(condition);
    }
    Ok(query.load(tx.conn)?)
}

/// A question the caller may know of.
pub fn find(tx: &mut Read<'_>, id: QuestionId) -> Result<Row> {
    some(tx, &[id])?.pop().ok_or_else(Error::not_found)
}

pub fn insert_all(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    crate::put_many!(conn, questions::table, rows);
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    one_changed(diesel::update(questions::table.find(row.id).filter(questions::version.eq(row.version - 1))).set(row).execute(conn)?)
}
