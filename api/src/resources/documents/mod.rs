//! Documents, as PDF or pictures: of an association's file (receipt, statutes), and of a project, its agreements and its progress reports.
//!
//! Uploads are distrusted: the type is told by the content, pictures are decoded and written anew without metadata, a PDF must be one from
//! its first byte to its last and bring no scripts. Only those in charge of the file see its documents; those of a project are for whoever reads
//! the project, and are changed by whoever edits it.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use http::{cleaned, download};
pub use model::Clean;
pub use wire::FileContent;

crate::permissions! {
    ListDocuments ("list_documents") => roles [Association, Chamber, National, Ministry];
    UploadDocument ("upload_document") => roles [Association, Chamber, Ministry];
    ListProjectDocuments ("list_project_documents") => roles [Association, Chamber, National, Ministry];
    UploadProjectDocument ("upload_project_document") => roles [Association];
    GetDocumentContent ("get_document_content") => roles [Association, Chamber, National, Ministry];
    DeleteDocument ("delete_document") => roles [Association, Chamber, Ministry];
}

/// What it takes to write the documents of a demonstration.
pub(crate) mod material {
    pub use super::model::DocumentKind;
    pub use super::ops::put_away;
    pub use super::store::{Row, insert};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "documents", permissions: PERMISSIONS, routes: http::routes };
