//! The register of associations: files, their states, their history, the public directory.
//!
//! A file's content is one document ([`wire::AssociationInput`]); the columns for filters, orders and search follow from it.
//! Its states are [`model::Status`], changed by steps alone. A verified file is changed by its chamber, or by proposals that the
//! chamber accepts field by field. Every version is kept and can be read as of a day.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use crate::kernel::ids::AssociationId as Id;
pub use model::{Founders, Gender, Headcount, Kind, LegalRegime, Level, Mandate, Office, Profile, Status, YOUNG_UNTIL, age};
pub use ops::bulk::{Known, Likely, NewFile, Rules, Seen, Standing, add};
pub use ops::leaders::refresh as refresh_leaders;
pub use ops::places::follow as follow_commune;
pub use ops::profile::{profile, profiles, survivors};
pub use ops::view::must_be_in_charge;
pub use wire::{AssociationInput, Contact, ContactKind, Receipt, Seat};

crate::permissions! {
    ListAssociations ("list_associations") => public;
    CountAssociations ("count_associations") => public;
    GetAssociation ("get_association") => public;
    CreateAssociation ("create_association") => roles [Chamber, Ministry];
    RegisterAssociation ("register_association") => public;
    UpdateAssociation ("update_association") => roles [Association, Chamber, Ministry];
    SubmitAssociation ("submit_association") => roles [Association, Chamber, Ministry];
    ReturnAssociation ("return_association") => roles [Chamber, Ministry];
    VerifyAssociation ("verify_association") => roles [Chamber, Ministry];
    SuspendAssociation ("suspend_association") => roles [Chamber, Ministry];
    ReinstateAssociation ("reinstate_association") => roles [Chamber, Ministry];
    DissolveAssociation ("dissolve_association") => roles [Chamber, Ministry];
    ListTransitions ("list_transitions") => roles [Association, Chamber, National, Ministry];
    ProposeChanges ("propose_changes") => roles [Association];
    ListProposals ("list_proposals") => roles [Association, Chamber, National, Ministry];
    GetProposal ("get_proposal") => roles [Association, Chamber, National, Ministry];
    DecideProposal ("decide_proposal") => roles [Chamber, Ministry];
    CheckDuplicates ("check_duplicates") => public;
    ListLikelyDuplicates ("list_likely_duplicates") => roles [Chamber, Ministry];
    ListDuplicatePairs ("list_duplicate_pairs") => roles [Chamber, Ministry];
    PreviewMerge ("preview_merge") => roles [Chamber, Ministry];
    MergeAssociations ("merge_associations") => roles [Chamber, Ministry];
    ListMerges ("list_merges") => roles [Chamber, Ministry];
    UndoMerge ("undo_merge") => roles [Chamber, Ministry];
    VerifyNumber ("verify_number") => public;
    VerificationQr ("verification_qr") => public;
}

/// What files are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{Founders, Gender, Headcount, Kind, LegalRegime, Level, Mandate, Office, Status};
    pub use super::store::history::TransitionRow;
    pub use super::store::proposals::{Row as ProposalRow, insert as insert_proposal};
    pub use super::store::{Projection, Record, bulk};
    pub use super::wire::{AssociationInput, Contact, ContactKind, Receipt, Remark, Seat};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "associations", permissions: PERMISSIONS, routes: http::routes };
