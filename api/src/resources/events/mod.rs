//! Exhibitions, salons and awareness days, and the calendar of them.
//!
//! An event belongs to the institution that organises it; the institutions that organise it too may change it as well, and so may the ministry.
//! A draft is seen by its organisers alone; from its publication on, everybody sees it, also when it is put off or called off. Each edition of a series
//! names the one before.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use http::CALENDAR;
pub use letters::named;
pub use model::{EventId as Id, EventKind as Kind, EventScale as Scale, EventStatus as Status};
pub use ops::brief::{Brief, briefs, earlier_editions, names, organised, read};
pub use ops::calendar::{CalendarEntry, of_entries as calendar_of};
pub use wire::LanguageQuery;

crate::permissions! {
    ListEvents ("list_events") => public;
    GetEventCalendar ("get_event_calendar") => public;
    GetEventFeed ("get_event_feed") => public;
    GetEvent ("get_event") => public;
    GetEventEntry ("get_event_entry") => public;
    CreateEvent ("create_event") => roles [Chamber, National, Ministry];
    UpdateEvent ("update_event") => roles [Chamber, National, Ministry];
    PublishEvent ("publish_event") => roles [Chamber, National, Ministry];
    PostponeEvent ("postpone_event") => roles [Chamber, National, Ministry];
    CancelEvent ("cancel_event") => roles [Chamber, National, Ministry];
    CloseEvent ("close_event") => roles [Chamber, National, Ministry];
    CopyEvent ("copy_event") => roles [Chamber, National, Ministry];
    ListEventTransitions ("list_event_transitions") => public;
}

/// What events are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{EventInput, EventKind, EventPlace, EventScale, EventStatus, OpeningHours};
    pub use super::ops::rows::{organisers, row};
    pub use super::store::{Row, TransitionRow, insert, keep_step, set_links};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "events", permissions: PERMISSIONS, routes: http::routes };
