//! Calls for participation in events: window, conditions, quotas and criteria as data; and the applications of associations.
//!
//! An event has at most one call, written by its organisers and public with the event. An association applies once; it edits its application
//! until the call closes, and hands it in as often as it changes it. Handing in checks the conditions and tells each that is not met.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::{
    ApplicationId, ApplicationInput, ApplicationStatus, CallCriterion, CallInput, CallQuota, Decision, DecisionView, Exhibitor, Product,
    ProductId, StandNeeds, StandWishes, WaitingPlace,
};
pub use ops::SUBJECT;
pub use ops::applications::{Place, place, writable_place};
pub use ops::call::{check as check_call, ends_before, ready, take_over};
pub use ops::commission::{
    Commission, Entry, Head, Standing, begin_review, commission, decide, entries, entry, heads, lock, of_associations, open_commission,
    own_entry, qualifications, read_call, readable, set_score, standings, step, step_all,
};
pub use ops::duties::{must_not_review, reviewed, reviewing};
pub use ops::messages::tell_applicants;

crate::permissions! {
    GetCall ("get_call") => public;
    PutCall ("put_call") => roles [Chamber, National, Ministry];
    ListEventApplications ("list_event_applications") => roles [Chamber, National, Ministry];
    ListOwnApplications ("list_own_applications") => roles [Association];
    CreateApplication ("create_application") => roles [Association];
    GetApplication ("get_application") => roles [Association, Chamber, National, Ministry];
    UpdateApplication ("update_application") => roles [Association];
    DeleteApplication ("delete_application") => roles [Association];
    SubmitApplication ("submit_application") => roles [Association];
    WithdrawApplication ("withdraw_application") => roles [Association];
    ListApplicationSteps ("list_application_steps") => roles [Association, Chamber, National, Ministry];
    ListApplicationMessages ("list_application_messages") => roles [Association, Chamber, National, Ministry];
    SendApplicationMessage ("send_application_message") => roles [Association, Chamber, National, Ministry];
}

/// What calls and applications are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{Conditions, History};
    pub use super::ops::findings::names;
    pub use super::store::{CallRow, DecisionRow, Row, StepRow, add_call, keep_steps as put_steps, put_applications, put_decisions};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "calls", permissions: PERMISSIONS, routes: http::routes };
