//! The outbox: events written in the transaction that causes them. The change feed and webhooks read from it.
//!
//! Events are in the order of their transactions ([`super::db::feed`]), then of their identifiers, and kept for [`KEPT_DAYS`].

use super::Kernel;
use super::access::allowed::Read;
use super::db::AnyConnection;
use super::db::feed::Number;
use super::db::schema::outbox;
use super::db::types::{Instant, Json, sql};
use super::error::Result;
use super::ids::AssociationId;
use diesel::prelude::*;

crate::id_type!(/// An event.
    EventId);
crate::id_type!(/// What an event is about.
    SubjectId);

/// How long whoever reads the events may stay away, in days.
pub const KEPT_DAYS: i64 = 90;
/// Days on top before an event is removed: for clocks that differ and for transactions that take long.
const GRACE_DAYS: i64 = 1;
/// Events removed at once.
const BATCH: i64 = 5000;

/// Writes an event.
///
/// # Errors
/// When the database does not answer.
pub fn publish(
    tx: &mut Read<'_>,
    topic: &'static str,
    subject: uuid::Uuid,
    association: Option<AssociationId>,
    payload: &serde_json::Value,
) -> Result<()> {
    use diesel::expression::AsExpression;
    let id = AsExpression::<sql::Uid>::as_expression(EventId(tx.kernel.ids.next()));
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::at.eq(tx.now),
            outbox::topic.eq(topic),
            outbox::subject_id.eq(SubjectId(subject)),
            outbox::payload.eq(Json::of(payload)?),
            outbox::transaction_id.eq(Number),
            outbox::association_id.eq(association),
        ))
        .execute(tx.conn)?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct Row {
    id: EventId,
    at: Instant,
    topic: &'static str,
    subject_id: SubjectId,
    payload: Json,
    transaction_id: i64,
    association_id: Option<AssociationId>,
}

/// Writes the same event about many subjects, each with the association it belongs to.
///
/// # Errors
/// When the database does not answer.
pub fn publish_many(
    tx: &mut Read<'_>,
    topic: &'static str,
    subjects: &[(uuid::Uuid, Option<AssociationId>)],
    payload: &serde_json::Value,
) -> Result<()> {
    let payload = Json::of(payload)?;
    let transaction_id: i64 = diesel::select(Number).get_result(tx.conn)?;
    let row = |(subject, association_id): &(uuid::Uuid, Option<AssociationId>)| Row {
        id: EventId(tx.kernel.ids.next()),
        at: tx.now,
        topic,
        subject_id: SubjectId(*subject),
        payload: payload.clone(),
        transaction_id,
        association_id: *association_id,
    };
    let rows: Vec<Row> = subjects.iter().map(row).collect();
    crate::put_many!(tx.conn, outbox::table, rows);
    Ok(())
}

/// Removes a batch of what is too old: how many events. The newest stays whatever its age, since the next is numbered after it.
fn remove_old(conn: &mut AnyConnection, now: Instant) -> Result<usize> {
    let oldest = now.plus(chrono::Duration::days(-KEPT_DAYS - GRACE_DAYS));
    let first: Vec<(i64, EventId, Instant)> = outbox::table
        .order((outbox::transaction_id, outbox::id))
        .limit(BATCH + 1)
        .select((outbox::transaction_id, outbox::id, outbox::at))
        .load(conn)?;
    let followed = first.len().saturating_sub(1);
    let Some((transaction, id, _)) = first[..followed].iter().take_while(|(_, _, at)| *at < oldest).last() else { return Ok(0) };
    let up_to = outbox::transaction_id.lt(*transaction).or(outbox::transaction_id.eq(*transaction).and(outbox::id.le(*id)));
    Ok(diesel::delete(outbox::table.filter(outbox::transaction_id.le(*transaction)).filter(up_to)).execute(conn)?)
}

/// Removes what is older than whoever reads may stay away. Replicas may do so at the same time.
///
/// # Errors
/// When the database does not answer.
pub fn remove_all_old(kernel: &Kernel) -> Result<()> {
    let now = kernel.clock.now();
    while remove_old(&mut *kernel.db.writer()?, now)? > 0 {}
    Ok(())
}
