//! Certificates of training: issued where the conditions of a cohort are met, printed the same every time, checked by anybody, revoked with a reason.
//!
//! What a certificate says is kept as it was when it was issued. While one is in force nothing changes that it rests on ([`crate::resources::CERTIFIED`]).

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::spaced;
pub use store::in_force;

crate::permissions! {
    IssueCertificates ("issue_certificates") => roles [Chamber, National, Ministry];
    ListCertificates ("list_certificates") => roles [Association, Trainer, Chamber, National, Ministry];
    GetCertificateArchive ("get_certificate_archive") => roles [Chamber, National, Ministry];
    GetCertificate ("get_certificate") => roles [Association, Trainer, Chamber, National, Ministry];
    PrintCertificate ("print_certificate") => roles [Association, Trainer, Chamber, National, Ministry];
    RevokeCertificate ("revoke_certificate") => roles [Chamber, National, Ministry];
    CheckCertificate ("check_certificate") => public;
}

/// What certificates are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::code;
    pub use super::ops::issue::due;
    pub use super::store::insert_all;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "certificates", permissions: PERMISSIONS, routes: http::routes };
