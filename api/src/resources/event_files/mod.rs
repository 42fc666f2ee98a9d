//! Files of events: the poster, documents for everybody, and pictures of what applications bring.
//!
//! Uploads are cleaned as all documents are: pictures are decoded and written anew. The poster and the documents are public with their event; the
//! pictures of an application are for its association, the organisers once it is handed in, and those who review it.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use ops::forget_pictures;

crate::permissions! {
    ListEventFiles ("list_event_files") => public;
    UploadEventFile ("upload_event_file") => roles [Chamber, National, Ministry];
    ListApplicationPictures ("list_application_pictures") => roles [Association, Chamber, National, Ministry];
    UploadApplicationPicture ("upload_application_picture") => roles [Association];
    ListReviewPictures ("list_review_pictures") => people [Trainer, Chamber, National, Ministry];
    GetEventFileContent ("get_event_file_content") => public;
    DeleteEventFile ("delete_event_file") => roles [Association, Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "event_files", permissions: PERMISSIONS, routes: http::routes };
