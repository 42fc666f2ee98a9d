//! Lists of applications.

use super::Row;
use crate::kernel::db::portable::contains_scanned;
use crate::kernel::db::schema::{associations, event_applications};
use crate::kernel::db::types::Instant;
use crate::kernel::db::{AnyConnection, MultiBackend};
use crate::kernel::error::Result;
use crate::kernel::ids::AssociationId;
use crate::resources::calls::model::{ApplicationId, ApplicationStatus, MessageSide};
use crate::resources::events::Id as EventId;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

/// Whose applications.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// To an event; drafts are their authors' alone.
    Event(EventId),
    /// Of an association, to one event when it is named.
    Association(AssociationId, Option<EventId>),
}

/// What is asked of a list.
#[derive(Debug, Clone)]
pub struct Filter {
    pub of: Of,
    pub statuses: Vec<ApplicationStatus>,
    pub wilayas: Vec<String>,
    /// Words of the association's names, folded.
    pub words: Vec<String>,
    pub last_message_from: Option<MessageSide>,
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// When they were begun.
    Begun,
    /// Their numbers at the event.
    Number,
    /// The names of the associations.
    Name,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key {
    value: KeyValue,
    id: ApplicationId,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum KeyValue {
    At(Instant),
    Number(i32),
    Name(String),
}

/// An application, and the name it is ordered by.
pub type Listed = (Row, String);

impl Key {
    pub fn of((row, name): &Listed, order: Order) -> Self {
        let value = match order {
            Order::Begun => KeyValue::At(row.created_at),
            Order::Number => KeyValue::Number(row.number.unwrap_or_default()),
            Order::Name => KeyValue::Name(name.clone()),
        };
        Self { value, id: row.id }
    }
}

type SameAssociation = diesel::dsl::Eq<associations::id, event_applications::association_id>;
type Joined = diesel::dsl::InnerJoinQuerySource<event_applications::table, associations::table, SameAssociation>;
type Condition = Box<dyn BoxableExpression<Joined, MultiBackend, SqlType = Bool>>;

fn conditions(filter: &Filter) -> Vec<Condition> {
    use event_applications as a;
    let mut all: Vec<Condition> = match filter.of {
        Of::Event(id) => vec![Box::new(a::event_id.eq(id).and(a::status.ne(ApplicationStatus::Draft)))],
        Of::Association(id, None) => vec![Box::new(a::association_id.eq(id))],
        Of::Association(id, Some(event)) => vec![Box::new(a::association_id.eq(id).and(a::event_id.eq(event)))],
    };
    if !filter.statuses.is_empty() {
        all.push(Box::new(a::status.eq_any(filter.statuses.clone())));
    }
    if !filter.wilayas.is_empty() {
        all.push(Box::new(a::wilaya_code.eq_any(filter.wilayas.clone())));
    }
    if let Some(side) = filter.last_message_from {
        all.push(Box::new(a::last_message_from.assume_not_null().eq(side)));
    }
    for word in &filter.words {
        // Those to one event are few beside the register.
        all.push(Box::new(contains_scanned("associations", associations::search, word)));
    }
    all
}

/// Applications in an order, at most `limit`.
pub fn page(
    conn: &mut AnyConnection,
    filter: &Filter,
    (order, down): (Order, bool),
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<Listed>> {
    use event_applications as a;
    let mut query = a::table
        .inner_join(associations::table.on(associations::id.eq(a::association_id)))
        .select((Row::as_select(), associations::name_sort))
        .limit(limit)
        .into_boxed();
    for condition in conditions(filter) {
        query = query.filter(condition);
    }
    let (mut at, mut number, mut name) = (None, None, None);
    match after {
        Some(Key { value: KeyValue::At(value), id }) => at = Some((value, id)),
        Some(Key { value: KeyValue::Number(value), id }) => number = Some((value, id)),
        Some(Key { value: KeyValue::Name(value), id }) => name = Some((value, id)),
        None => {}
    }
    let query = match order {
        Order::Begun => crate::in_order!(query, (a::created_at, a::id), down, at),
        Order::Number => crate::in_order!(query, (a::number.assume_not_null(), a::id), down, number),
        Order::Name => crate::in_order!(query, (associations::name_sort, a::id), down, name),
    };
    Ok(query.load(conn)?)
}

/// How many match.
pub fn total(conn: &mut AnyConnection, filter: &Filter) -> Result<i64> {
    use event_applications as a;
    let mut query = a::table.inner_join(associations::table.on(associations::id.eq(a::association_id))).into_boxed();
    for condition in conditions(filter) {
        query = query.filter(condition);
    }
    Ok(query.count().get_result(conn)?)
}
