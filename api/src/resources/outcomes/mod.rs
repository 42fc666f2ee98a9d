//! What came out of an event: what its exhibitors declare at the close and after three and six months, how they judge it, and the report of the edition.
//!
//! One association's figures are read by itself and by the organisers alone. A report gives sums over at least five associations to everybody else, and hides
//! a second cell where the first could be computed from what is left; a round shows once it is over, so that no declaration is the difference of two readings.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::OutcomeRound;
pub use model::hiding::{LEAST as LEAST_SHOWN, one_way as hidden_parts};
pub use ops::asking::ask_due;

crate::permissions! {
    GetApplicationOutcomes ("get_application_outcomes") => roles [Association, Chamber, National, Ministry];
    DeclareOutcome ("declare_outcome") => roles [Association, Chamber, National, Ministry];
    ListEventOutcomes ("list_event_outcomes") => roles [Chamber, National, Ministry];
    RequestOutcomes ("request_outcomes") => roles [Chamber, National, Ministry];
    ViewOutcomeLink ("view_outcome_link") => public;
    DeclareByLink ("declare_by_link") => public;
    GetEventReport ("get_event_report") => public;
    PrintEventReport ("print_event_report") => public;
}

/// What outcomes are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{OutcomeChannel, OutcomeEvaluation, OutcomeRound};
    pub use super::store::{Row, note_request, put_many};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "outcomes", permissions: PERMISSIONS, routes: http::routes };
