//! The outbox: events written in the transaction that causes them. The change feed and webhooks read from it.

use super::access::allowed::Read;
use super::db::schema::outbox;
use super::db::types::{Json, sql};
use super::error::Result;
use diesel::prelude::*;

crate::id_type!(/// An event. Identifiers grow with time, so they are the order of the feed.
    EventId);
crate::id_type!(/// What an event is about.
    SubjectId);

/// Writes an event.
///
/// # Errors
/// When the database does not answer.
pub fn publish(tx: &mut Read<'_>, topic: &'static str, subject: uuid::Uuid, payload: &serde_json::Value) -> Result<()> {
    use diesel::expression::AsExpression;
    let id = AsExpression::<sql::Uid>::as_expression(EventId(tx.kernel.ids.next()));
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id),
            outbox::at.eq(tx.now),
            outbox::topic.eq(topic),
            outbox::subject_id.eq(SubjectId(subject)),
            outbox::payload.eq(Json::of(payload)?),
        ))
        .execute(tx.conn)?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct Row {
    id: EventId,
    at: super::db::types::Instant,
    topic: &'static str,
    subject_id: SubjectId,
    payload: Json,
}

/// Writes the same event about many subjects.
///
/// # Errors
/// When the database does not answer.
pub fn publish_many(tx: &mut Read<'_>, topic: &'static str, subjects: &[uuid::Uuid], payload: &serde_json::Value) -> Result<()> {
    let payload = Json::of(payload)?;
    let rows: Vec<Row> = subjects
        .iter()
        .map(|id| Row { id: EventId(tx.kernel.ids.next()), at: tx.now, topic, subject_id: SubjectId(*id), payload: payload.clone() })
        .collect();
    crate::put_many!(tx.conn, outbox::table, rows);
    Ok(())
}
