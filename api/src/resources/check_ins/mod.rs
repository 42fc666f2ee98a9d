//! Who comes in and goes out: badges with codes, check-in also from devices that were offline, presence, absentees.
//!
//! A code is computed from the server's secret and never kept. What a device sends may be sent again: each entry has an id of its own and counts once.
//! Times are those of the device, set right by the difference between its clock and the server's at the moment of sending.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;

crate::permissions! {
    ListBadges ("list_badges") => roles [Chamber, National, Ministry];
    GetBadges ("get_badges") => roles [Chamber, National, Ministry];
    GetStandCards ("get_stand_cards") => roles [Chamber, National, Ministry];
    RecordCheckIns ("record_check_ins") => roles [Chamber, National, Ministry];
    ListCheckIns ("list_check_ins") => roles [Chamber, National, Ministry];
    GetPresence ("get_presence") => roles [Chamber, National, Ministry];
    RecordAbsences ("record_absences") => roles [Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "check_ins", permissions: PERMISSIONS, routes: http::routes };
