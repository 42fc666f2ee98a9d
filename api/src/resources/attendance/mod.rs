//! Sessions of cohorts and who attends them: the timetable and its clashes, attendance by list, by rotating code and from devices that were offline.
//!
//! What is noted of somebody in a session follows from entries that are never changed: of a trainer's entries the latest counts, and any of them more than an
//! arrival with the code. Each entry has an id that its device chose, so what is sent again counts once. Where somebody stands is computed by the crate `learning`.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::CourseSessionId as Id;
pub use ops::register::work;

crate::permissions! {
    ListCohortSessions ("list_cohort_sessions") => public;
    GetCohortSession ("get_cohort_session") => public;
    GetCohortCalendar ("get_cohort_calendar") => public;
    AddCohortSession ("add_cohort_session") => roles [Trainer, Chamber, National, Ministry];
    PlanTimetable ("plan_timetable") => roles [Trainer, Chamber, National, Ministry];
    UpdateCohortSession ("update_cohort_session") => roles [Trainer, Chamber, National, Ministry];
    CancelCohortSession ("cancel_cohort_session") => roles [Trainer, Chamber, National, Ministry];
    ListSessionClashes ("list_session_clashes") => roles [Trainer, Chamber, National, Ministry];
    ListAttendance ("list_attendance") => roles [Association, Trainer, Chamber, National, Ministry];
    GetEnrolmentAttendance ("get_enrolment_attendance") => roles [Association, Trainer, Chamber, National, Ministry];
    GetAttendanceSheet ("get_attendance_sheet") => roles [Trainer, Chamber, National, Ministry];
    NoteAttendance ("note_attendance") => roles [Trainer, Chamber, National, Ministry];
    GetSessionCode ("get_session_code") => roles [Trainer, Chamber, National, Ministry];
    ArriveAtSession ("arrive_at_session") => roles [Association];
}

/// What sessions are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::timetable::{Slot, lay};
    pub use super::model::{AttendanceMark, AttendanceMethod, CourseSessionInput, room_key};
    pub use super::ops::rows::new_row;
    pub use super::store::{EntryRow, MarkRow, insert_all, keep};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "attendance", permissions: PERMISSIONS, routes: http::routes };
