pub use super::model::{EventId, EventInput};
use super::model::{EventKind, EventScale, EventStatus};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{InstitutionId, PersonId};
use crate::kernel::language::{Language, Text};
use crate::resources::institutions::NamedInstitution;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// When the call of an event takes applications.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct CallWindow {
    /// From then on.
    pub opens_at: Instant,
    /// Until then.
    pub closes_at: Instant,
}

/// An event.
#[derive(Debug, Serialize, ToSchema)]
pub struct Event {
    /// Identifier.
    pub id: EventId,
    /// Where it stands.
    pub status: EventStatus,
    /// Since when.
    pub status_since: Instant,
    /// Why it was put off or called off.
    pub status_reason: Option<String>,
    /// Who organises it.
    pub organiser: NamedInstitution,
    /// Who organises it too.
    pub co_organisers: Vec<NamedInstitution>,
    /// Code of the wilaya it takes place in.
    pub wilaya_code: String,
    /// Name of the commune it takes place in.
    pub commune_name: Text,
    /// Its content.
    #[serde(flatten)]
    pub event: EventInput,
    /// When its call takes applications; null for an event without one.
    pub call: Option<CallWindow>,
    /// Whether everybody sees the plan of its stands.
    pub plan_published: bool,
    /// The edition before.
    pub previous_id: Option<EventId>,
    /// The edition after.
    pub next_id: Option<EventId>,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// An event in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventSummary {
    /// Identifier.
    pub id: EventId,
    /// What kind of event.
    pub kind: EventKind,
    /// How far it reaches.
    pub scale: EventScale,
    /// Where it stands.
    pub status: EventStatus,
    /// Its name.
    pub name: Text,
    /// Who organises it.
    pub organiser: NamedInstitution,
    /// Code of the wilaya.
    pub wilaya_code: String,
    /// Code of the commune.
    pub commune_code: String,
    /// Name of the commune.
    pub commune_name: Text,
    /// Building or place.
    pub venue: Text,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Codes of the craft sectors it is for; all when empty.
    pub craft_sectors: Vec<String>,
    /// When its call takes applications; null for an event without one.
    pub call: Option<CallWindow>,
}

/// Why an event takes a step.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventReason {
    /// In words; everybody reads it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("سوء الأحوال الجوية"))]
    pub reason: String,
}

/// How an event is announced.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventPublication {
    /// The new first day of an event that was put off; everything that has a day moves with it.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// In words; everybody reads it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub reason: Option<String>,
}

/// What is different in the next edition.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventCopyInput {
    /// Its first day; everything that has a day moves with it.
    pub starts_on: NaiveDate,
    /// Its name; that of the edition before when absent.
    #[serde(default)]
    pub name: Option<Text>,
}

/// A step an event has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventTransition {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<EventStatus>,
    /// To which state.
    pub to_status: EventStatus,
    /// Why.
    pub reason: Option<String>,
    /// First day of the event after the step.
    pub starts_on: NaiveDate,
    /// Last day of the event after the step.
    pub ends_on: NaiveDate,
    /// Who, when it was a person; for the organisers alone.
    pub person_id: Option<PersonId>,
    /// Their name; for the organisers alone.
    pub person_name: Option<String>,
}

/// The steps of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventTransitionList {
    /// First to last.
    pub items: Vec<EventTransition>,
}

crate::text_enum! {
    /// The order of a list; a minus reverses it.
    pub enum EventSort {
        /// By first day, next first.
        Starts = "starts_on",
        /// By first day, last first.
        StartsDown = "-starts_on",
        /// By Arabic name.
        Name = "name",
        /// By Arabic name, last first.
        NameDown = "-name",
    }
}

crate::text_enum! {
    /// Whether the call of an announced event takes applications.
    pub enum EventCallState {
        /// Not yet.
        Upcoming = "upcoming",
        /// Now.
        Open = "open",
        /// No longer.
        Closed = "closed",
    }
}

/// Filters of the events.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventQuery {
    /// Words of the name or the place, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// Kinds; repeat for several.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub kind: Vec<EventKind>,
    /// How far they reach; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub scale: Vec<EventScale>,
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub status: Vec<EventStatus>,
    /// Codes of wilayas; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// Codes of craft sectors; repeat for several. Events for all crafts are among them.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub craft_sector: Vec<String>,
    /// Those that are still open on this day or later.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Those that begin on this day or earlier.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Those whose call takes applications now, not yet or no longer; open and upcoming ones only while the event is announced.
    #[serde(default)]
    pub call: Option<EventCallState>,
    /// An institution among the organisers.
    #[serde(default)]
    pub organiser_id: Option<InstitutionId>,
    /// Order; next first when absent.
    #[serde(default)]
    pub sort: Option<EventSort>,
}
crate::list_parameters!(EventQuery);

/// Filters of a calendar or feed.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarQuery {
    /// Kinds; repeat for several.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub kind: Vec<EventKind>,
    /// Codes of wilayas; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// Codes of craft sectors; repeat for several. Events for all crafts are among them.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub craft_sector: Vec<String>,
    /// The language of names; that of `Accept-Language` when absent.
    #[serde(default)]
    pub language: Option<Language>,
}
crate::query_parameters!(CalendarQuery);

/// The language of a calendar.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageQuery {
    /// The language of names; that of `Accept-Language` when absent.
    #[serde(default)]
    pub language: Option<Language>,
}
crate::query_parameters!(LanguageQuery);
