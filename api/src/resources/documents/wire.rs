pub use super::model::DocumentId;
use super::model::DocumentKind;
use crate::kernel::db::types::Instant;
use crate::resources::budgets::ReportId;
use crate::resources::partners::RecordId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A document of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct Document {
    /// Identifier.
    pub id: DocumentId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its name.
    pub file_name: String,
    /// Its media type, told by the content.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// When it was uploaded.
    pub created_at: Instant,
    /// The agreement it belongs to, among the documents of a project.
    pub agreement_id: Option<RecordId>,
    /// The progress report it belongs to, among the documents of a project.
    pub report_id: Option<ReportId>,
}

/// What is being uploaded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UploadQuery {
    /// What it is.
    pub kind: DocumentKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 150)]
    pub file_name: String,
}
crate::query_parameters!(UploadQuery);

/// What is being uploaded, and what of the project it belongs to: the project itself where neither is named.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectUploadQuery {
    /// What it is.
    pub kind: DocumentKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 150)]
    pub file_name: String,
    /// The agreement it belongs to.
    pub agreement_id: Option<RecordId>,
    /// The progress report it belongs to.
    pub report_id: Option<ReportId>,
}
crate::query_parameters!(ProjectUploadQuery);

/// The bytes of a document.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[allow(dead_code)]
pub struct FileContent(Vec<u8>);
