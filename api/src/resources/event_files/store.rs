//! Every line of SQL about files of events.

use super::model::{EventFileId, EventFileKind};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::event_files;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::PersonId;
use crate::resources::calls::{ApplicationId, ProductId};
use crate::resources::events::Id as EventId;
use diesel::prelude::*;

#[derive(Debug, Queryable, Insertable)]
#[diesel(table_name = event_files, treat_none_as_default_value = false)]
pub struct Row {
    pub id: EventFileId,
    pub event_id: EventId,
    pub application_id: Option<ApplicationId>,
    pub kind: EventFileKind,
    pub file_name: String,
    pub media_type: String,
    pub size: i64,
    pub storage_key: String,
    pub uploaded_by: Option<PersonId>,
    pub created_at: Instant,
    /// The product a picture shows; it may be gone from the application.
    pub product_id: Option<ProductId>,
}

/// The poster and the documents of an event, oldest first.
pub fn of_event(conn: &mut AnyConnection, event: EventId) -> Result<Vec<Row>> {
    use event_files as f;
    Ok(f::table.filter(f::event_id.eq(event)).filter(f::application_id.is_null()).order(f::id).load(conn)?)
}

/// The pictures of an application, oldest first.
pub fn of_application(conn: &mut AnyConnection, id: ApplicationId) -> Result<Vec<Row>> {
    use event_files as f;
    Ok(f::table.filter(f::application_id.eq(id)).order(f::id).load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: EventFileId) -> Result<Row> {
    event_files::table.find(id).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(event_files::table).values(row).execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut AnyConnection, id: EventFileId) -> Result<()> {
    diesel::delete(event_files::table.find(id)).execute(conn)?;
    Ok(())
}

pub fn delete_pictures(conn: &mut AnyConnection, id: ApplicationId) -> Result<()> {
    diesel::delete(event_files::table.filter(event_files::application_id.eq(id))).execute(conn)?;
    Ok(())
}
