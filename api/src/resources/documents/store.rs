use super::model::{DocumentId, DocumentKind};
use crate::kernel::db::AnyConnection;
use crate::kernel::db::schema::documents;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, PersonId};
use crate::resources::budgets::ReportId;
use crate::resources::partners::RecordId;
use crate::resources::projects::Id as ProjectId;
use diesel::prelude::*;

#[derive(Queryable, Insertable)]
#[diesel(table_name = documents, treat_none_as_default_value = false)]
pub struct Row {
    pub id: DocumentId,
    pub association_id: AssociationId,
    pub kind: DocumentKind,
    pub file_name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: Vec<u8>,
    pub storage_key: String,
    pub uploaded_by: Option<PersonId>,
    pub created_at: Instant,
    pub project_id: Option<ProjectId>,
    pub agreement_id: Option<RecordId>,
    pub report_id: Option<ReportId>,
}

/// Whose documents.
#[derive(Debug, Clone, Copy)]
pub enum Owner {
    /// An association's file.
    Association(AssociationId),
    /// A project.
    Project(ProjectId),
}

/// The documents of a file or of a project, oldest first.
pub fn list(conn: &mut AnyConnection, of: Owner) -> Result<Vec<Row>> {
    use documents as d;
    let rows = d::table.order(d::id).into_boxed();
    let rows = match of {
        Owner::Association(id) => rows.filter(d::association_id.eq(id)).filter(d::project_id.is_null()),
        Owner::Project(id) => rows.filter(d::project_id.eq(id)),
    };
    Ok(rows.load(conn)?)
}

pub fn find(conn: &mut AnyConnection, id: DocumentId) -> Result<Row> {
    documents::table.find(id).first(conn).optional()?.ok_or_else(Error::not_found)
}

pub fn insert(conn: &mut AnyConnection, row: &Row) -> Result<()> {
    diesel::insert_into(documents::table).values(row).execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut AnyConnection, id: DocumentId) -> Result<()> {
    diesel::delete(documents::table.find(id)).execute(conn)?;
    Ok(())
}
