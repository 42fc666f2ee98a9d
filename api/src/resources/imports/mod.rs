//! Imports: the chambers' spreadsheets become files in the register.
//!
//! A file is sent as it is ([`http`]), looked at ([`layout`]: format, header, what the columns mean) and kept; a job ([`worker`]) reads it
//! row by row ([`build`]), holds every row against the rules of the register, compares it with what is there, and writes in sets. Every
//! wrong row is listed, and comes back as a file to be corrected ([`corrections`]).

mod build;
mod corrections;
mod fields;
mod gazetteer;
mod http;
mod layout;
mod ops;
mod store;
mod wire;
mod words;
mod worker;

use super::Resource;
pub use worker::WORKER;

/// The kind of job.
const KIND: &str = "association_import";

crate::permissions! {
    ListImportFields ("list_import_fields") => roles [Chamber, Ministry];
    PreviewImport ("preview_import") => roles [Chamber, Ministry];
    ImportAssociations ("import_associations") => roles [Chamber, Ministry];
    GetCorrections ("get_corrections") => roles [Chamber, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "imports", permissions: PERMISSIONS, routes: http::routes };
