use super::model::Place;
use crate::kernel::access::Scope;
use crate::kernel::db::feed::{Ceiling, Number};
use crate::kernel::db::schema::{associations, outbox as table};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::kernel::outbox::{EventId, SubjectId};
use diesel::dsl::exists;
use diesel::prelude::*;

/// An event.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = table)]
pub struct Event {
    /// The number of its transaction.
    pub transaction_id: i64,
    /// Identifier.
    pub id: EventId,
    /// When.
    pub at: Instant,
    /// What happened.
    pub topic: String,
    /// What it is about.
    pub subject_id: SubjectId,
    /// The association it belongs to.
    pub association_id: Option<AssociationId>,
    /// More about it.
    pub payload: Json,
}

impl Event {
    /// The place right after it.
    pub fn place(&self) -> Place {
        Place { transaction: self.transaction_id, id: self.id }
    }
}

/// The last event that nothing can come before any more.
///
/// # Errors
/// When the database does not answer.
pub fn end(conn: &mut AnyConnection) -> Result<Option<Place>> {
    let last: Option<(i64, EventId)> = table::table
        .filter(table::transaction_id.lt(Ceiling))
        .order((table::transaction_id.desc(), table::id.desc()))
        .select((table::transaction_id, table::id))
        .first(conn)
        .optional()?;
    Ok(last.map(|(transaction, id)| Place { transaction, id }))
}

/// The place before everything that transactions which begin after this one write.
///
/// # Errors
/// When the database does not answer, or for a reader of a file.
pub fn now(conn: &mut AnyConnection) -> Result<Place> {
    Ok(Place { transaction: diesel::select(Number).get_result(conn)?, ..Place::START })
}

type Query<'a> = table::BoxedQuery<'a, MultiBackend>;

/// The events a scope reads: those of the associations it is in charge of today, and those of none.
fn visible(scope: &Scope) -> Query<'static> {
    let query = table::table.into_boxed();
    match scope {
        Scope::All => query,
        Scope::Public => query.filter(table::transaction_id.lt(0)),
        Scope::Association(id) => query.filter(table::association_id.is_null().or(table::association_id.eq(*id))),
        Scope::Wilayas(codes) => {
            let theirs = associations::table
                .filter(associations::id.nullable().eq(table::association_id))
                .filter(associations::wilaya_code.eq_any(codes.clone()));
            query.filter(table::association_id.is_null().or(exists(theirs)))
        }
    }
}

/// The first events after a place, up to another, oldest first; of some topics, or of all.
///
/// # Errors
/// When the database does not answer.
pub fn page(conn: &mut AnyConnection, scope: &Scope, topics: &[&str], after: Place, end: Place, limit: i64) -> Result<Vec<Event>> {
    let mut query = visible(scope)
        // The bounds of the index, and then the place within a transaction.
        .filter(table::transaction_id.ge(after.transaction))
        .filter(table::transaction_id.gt(after.transaction).or(table::id.gt(after.id)))
        .filter(table::transaction_id.le(end.transaction))
        .filter(table::transaction_id.lt(end.transaction).or(table::id.le(end.id)));
    if !topics.is_empty() {
        query = query.filter(table::topic.eq_any(topics.iter().map(|topic| (*topic).to_owned()).collect::<Vec<_>>()));
    }
    Ok(query.order((table::transaction_id, table::id)).limit(limit).select(Event::as_select()).load(conn)?)
}
