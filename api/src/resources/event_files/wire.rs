pub use super::model::EventFileId;
use super::model::EventFileKind;
use crate::kernel::db::types::Instant;
use crate::resources::calls::ProductId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventFile {
    /// Identifier; its bytes are at `/api/v1/event-files/{id}/content`.
    pub id: EventFileId,
    /// What it is.
    pub kind: EventFileKind,
    /// The product it shows, of those of its application; none for a picture of no product in particular, and while its product is not on the list.
    pub product_id: Option<ProductId>,
    /// Its name.
    pub file_name: String,
    /// Its media type, told by the content.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// When it was uploaded.
    pub created_at: Instant,
}

crate::text_enum! {
    /// What organisers upload.
    pub enum OrganiserFileKind {
        /// The poster, a picture; it takes the place of the one before.
        Poster = "poster",
        /// A document for everybody.
        Document = "document",
    }
}

/// What is being uploaded to an event.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventUploadQuery {
    /// What it is.
    pub kind: OrganiserFileKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 150)]
    pub file_name: String,
}
crate::query_parameters!(EventUploadQuery);

/// What is being uploaded to an application.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PictureUploadQuery {
    /// Its name.
    #[schema(min_length = 1, max_length = 150)]
    pub file_name: String,
    /// The product it shows, one of the application as it is kept.
    #[serde(default)]
    pub product_id: Option<ProductId>,
}
crate::query_parameters!(PictureUploadQuery);
