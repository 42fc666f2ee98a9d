//! The strategic partners of a project: who they are and how much they matter, what was said, what is negotiated, what is agreed.
//!
//! Partners, contacts, negotiations and agreements are records of one kind of row, each a document with a version. What can be computed is not
//! stored: the place on the map, the zone of agreement, the concessions, what is overdue, when a renewal must be decided.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{AgreementInput, ObligationState, PartnerKind, Quarter, RecordId, Renewal, Side};
pub use ops::agreements::has as has_agreement;
pub use ops::partners::{of, with_agreements};
pub use ops::reminders::remind;
pub use wire::{ProjectAgreement, ProjectPartner};

crate::permissions! {
    ListPartners ("list_partners") => roles [Association, Chamber, National, Ministry];
    AddPartner ("add_partner") => roles [Association];
    GetPartner ("get_partner") => roles [Association, Chamber, National, Ministry];
    UpdatePartner ("update_partner") => roles [Association];
    DeletePartner ("delete_partner") => roles [Association];
    ListContacts ("list_contacts") => roles [Association, Chamber, National, Ministry];
    LogContact ("log_contact") => roles [Association];
    ListNegotiations ("list_negotiations") => roles [Association, Chamber, National, Ministry];
    OpenNegotiation ("open_negotiation") => roles [Association];
    GetNegotiation ("get_negotiation") => roles [Association, Chamber, National, Ministry];
    UpdateNegotiation ("update_negotiation") => roles [Association];
    AddOffer ("add_offer") => roles [Association];
    ConcludeNegotiation ("conclude_negotiation") => roles [Association];
    ListAgreements ("list_agreements") => roles [Association, Chamber, National, Ministry];
    AddAgreement ("add_agreement") => roles [Association];
    GetAgreement ("get_agreement") => roles [Association, Chamber, National, Ministry];
    UpdateAgreement ("update_agreement") => roles [Association];
    SettleObligation ("settle_obligation") => roles [Association];
    ListObligations ("list_obligations") => roles [Association, Chamber, National, Ministry];
}

/// What partners are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::RecordKind;
    pub use super::store::{Record, insert, list};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "partners", permissions: PERMISSIONS, routes: http::routes };
