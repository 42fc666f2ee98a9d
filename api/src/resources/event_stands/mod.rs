//! Who has which stand: given by hand, or proposed by the crate `floor`, locked one by one.
//!
//! A stand has one application and an application one stand; whoever gives out stands of an event waits for whoever else does. Who withdraws leaves the
//! stand free. Once the plan is public, everybody is written to whose stand is new.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use ops::free_left;
pub use ops::lists::{Given, given};
pub use ops::telling::tell as tell_holders;

crate::permissions! {
    ListStands ("list_stands") => public;
    ListStandCandidates ("list_stand_candidates") => roles [Chamber, National, Ministry];
    ProposeStands ("propose_stands") => roles [Chamber, National, Ministry];
    PutStands ("put_stands") => roles [Chamber, National, Ministry];
    GetApplicationStand ("get_application_stand") => roles [Association, Chamber, National, Ministry];
    GiveStand ("give_stand") => roles [Chamber, National, Ministry];
    FreeStand ("free_stand") => roles [Chamber, National, Ministry];
}

/// Who has which stand, for demonstration data.
pub(crate) mod material {
    pub use super::model::needs;
    pub use super::store::{Row, put_all as put};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "event_stands", permissions: PERMISSIONS, routes: http::routes };
