//! Who gets the seats of an event: the published seed, what if, the decision and its minutes, moving up, confirmation and attendance.
//!
//! The crate `selection` decides; a decision is made once, kept with its input, and can be computed again by anybody. When somebody withdraws, the
//! next one moves up in the same transaction.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use ops::replacement::follow as follow_withdrawal;

crate::permissions! {
    GetSelection ("get_selection") => public;
    GetSelectionRequest ("get_selection_request") => public;
    ListExhibitors ("list_exhibitors") => public;
    PublishSelectionSeed ("publish_selection_seed") => roles [Chamber, National, Ministry];
    TrySelection ("try_selection") => roles [Chamber, National, Ministry];
    PublishSelection ("publish_selection") => roles [Chamber, National, Ministry];
    ListSelectionDecisions ("list_selection_decisions") => roles [Chamber, National, Ministry];
    GetSelectionMinutes ("get_selection_minutes") => roles [Chamber, National, Ministry];
    GetFollowUp ("get_follow_up") => roles [Association, Chamber, National, Ministry];
    PutFollowUp ("put_follow_up") => roles [Chamber, National, Ministry];
    ListFollowUpAnswers ("list_follow_up_answers") => roles [Chamber, National, Ministry];
    GetSeat ("get_seat") => roles [Association, Chamber, National, Ministry];
    ConfirmSeat ("confirm_seat") => roles [Association];
    ReleaseSeat ("release_seat") => roles [Chamber, National, Ministry];
    RecordAttendance ("record_attendance") => roles [Chamber, National, Ministry];
}

/// What a selection is made of, for demonstration data.
pub(crate) mod material {
    pub use super::ops::demonstration::decided;
    pub use super::store::{Row, add as put};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "selections", permissions: PERMISSIONS, routes: http::routes };
