//! Every line of SQL about who has which stand.

use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::{event_applications, event_stands};
use crate::kernel::db::types::Instant;
use crate::kernel::error::Result;
use crate::kernel::ids::PersonId;
use crate::resources::calls::{ApplicationId, ApplicationStatus};
use crate::resources::events::Id as EventId;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_stands, treat_none_as_default_value = false)]
pub struct Row {
    pub application_id: ApplicationId,
    pub event_id: EventId,
    pub stand: String,
    pub locked: bool,
    pub given_at: Instant,
    pub given_by: Option<PersonId>,
    /// The stand its holder was last written to about.
    pub told: Option<String>,
}

/// Who has which stand of an event, by stand.
pub fn of_event(conn: &mut AnyConnection, event: EventId) -> Result<Vec<Row>> {
    use event_stands as s;
    Ok(s::table.filter(s::event_id.eq(event)).order(s::stand).select(Row::as_select()).load(conn)?)
}

/// Takes the stands of some applications back.
pub fn free(conn: &mut AnyConnection, applications: &[ApplicationId]) -> Result<usize> {
    use event_stands as s;
    Ok(diesel::delete(s::table.filter(s::application_id.eq_any(applications.to_vec()))).execute(conn)?)
}

/// Notes that the holders of an event know the stands they have.
pub fn all_told(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    use event_stands as s;
    diesel::update(s::table.filter(s::event_id.eq(event))).set(s::told.eq(s::stand.nullable())).execute(conn)?;
    Ok(())
}

/// Takes all stands of an event back.
pub fn free_all(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    use event_stands as s;
    diesel::delete(s::table.filter(s::event_id.eq(event))).execute(conn)?;
    Ok(())
}

/// Takes the stands of those back who no longer have a seat.
pub fn free_left(conn: &mut AnyConnection, event: EventId) -> Result<()> {
    use event_applications as a;
    use event_stands as s;
    let withdrawn = a::table.filter(a::event_id.eq(event)).filter(a::status.eq(ApplicationStatus::Withdrawn)).select(a::id);
    diesel::delete(s::table.filter(s::application_id.eq_any(withdrawn))).execute(conn)?;
    Ok(())
}

/// Keeps who has which stand.
pub fn put_all(conn: &mut AnyConnection, rows: Vec<Row>) -> Result<()> {
    crate::put_many!(conn, event_stands::table, rows);
    Ok(())
}
