pub use super::model::{ApplicationId, ApplicationInput, CallInput, MessageId};
use super::model::{ApplicationStatus, DecisionView, MessageSide, UnmetCondition};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::Text;
use crate::resources::events::{Id as EventId, Status as EventStatus};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// Whether a call takes applications.
    pub enum CallState {
        /// Not yet.
        Upcoming = "upcoming",
        /// Now.
        Open = "open",
        /// No longer.
        Closed = "closed",
    }
}

/// The call of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct Call {
    /// The event.
    pub event_id: EventId,
    /// Whether it takes applications.
    pub state: CallState,
    /// How many reviewers read each application; null until the first were assigned. From then on the call stays as it is.
    pub reviews_per_application: Option<i32>,
    /// Its content.
    #[serde(flatten)]
    pub call: CallInput,
    /// Version of the row.
    pub version: i64,
}

/// An application of an association to an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct Application {
    /// Identifier.
    pub id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Since when.
    pub status_since: Instant,
    /// When it was last handed in.
    pub submitted_at: Option<Instant>,
    /// Its number at the event, from the first time it was handed in.
    pub number: Option<i32>,
    /// Its score in thousandths of a point, 0 to 10,000; for the association only once the commission has decided.
    pub score: Option<i64>,
    /// What the commission has decided.
    pub decision: Option<DecisionView>,
    /// The conditions of the call it did not meet when it was last handed in.
    pub unmet: Vec<UnmetCondition>,
    /// Its content.
    #[serde(flatten)]
    pub application: ApplicationInput,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was begun.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// An application in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationSummary {
    /// Identifier.
    pub id: ApplicationId,
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// Where it stands.
    pub event_status: EventStatus,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// Whether its call takes applications.
    pub call_state: CallState,
    /// When the call closes.
    pub closes_at: Instant,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Since when.
    pub status_since: Instant,
    /// When it was last handed in.
    pub submitted_at: Option<Instant>,
    /// Its number at the event, from the first time it was handed in.
    pub number: Option<i32>,
    /// Artisans it is for.
    pub exhibitors: usize,
    /// Products they bring.
    pub products: usize,
    /// Which side has written last; null when nobody has.
    pub last_message_from: Option<MessageSide>,
}

/// Why an application is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalReason {
    /// In words; the organisers read it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("تعذر التنقل"))]
    pub reason: String,
}

/// A step an application has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationStep {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<ApplicationStatus>,
    /// To which state.
    pub to_status: ApplicationStatus,
    /// Why.
    pub reason: Option<String>,
    /// Who, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
}

/// The steps of an application.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationStepList {
    /// First to last.
    pub items: Vec<ApplicationStep>,
}

/// What is written about an application.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationMessageInput {
    /// The words.
    #[schema(min_length = 1, max_length = 4000, pattern = r"\S", examples("هل تتوفر القاعة على الماء؟"))]
    pub text: String,
}

/// What one side has written to the other about an application.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationMessage {
    /// Identifier.
    pub id: MessageId,
    /// When.
    pub at: Instant,
    /// Which side.
    pub side: MessageSide,
    /// The name of who wrote, when it was a person of the reader's own side or of the organisers.
    pub person_name: Option<String>,
    /// The words.
    pub text: String,
}

/// The messages about an application.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationMessageList {
    /// First to last.
    pub items: Vec<ApplicationMessage>,
}

/// Filters of one's own applications.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnApplicationQuery {
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub status: Vec<ApplicationStatus>,
    /// To one event.
    #[serde(default)]
    pub event_id: Option<EventId>,
    /// Which side has written last: `organiser` for letters that wait for an answer of the association.
    #[serde(default)]
    pub last_message_from: Option<MessageSide>,
}
crate::list_parameters!(OwnApplicationQuery);

crate::text_enum! {
    /// The order of a list of applications; a minus reverses it.
    pub enum ApplicationSort {
        /// By when they were begun, first first.
        Begun = "created_at",
        /// By when they were begun, last first.
        BegunDown = "-created_at",
        /// By their numbers at the event, in the order they were handed in.
        Number = "number",
        /// By their numbers, last first.
        NumberDown = "-number",
        /// By the Arabic name of the association.
        Name = "name",
        /// By the Arabic name of the association, last first.
        NameDown = "-name",
    }
}

/// Filters of applications.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationQuery {
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub status: Vec<ApplicationStatus>,
    /// Words of the association's name, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// Codes of the wilayas of associations; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// Which side has written last: `association` for letters that wait for an answer of the organisers.
    #[serde(default)]
    pub last_message_from: Option<MessageSide>,
    /// Order; by when they were begun when absent.
    #[serde(default)]
    pub sort: Option<ApplicationSort>,
}
crate::list_parameters!(ApplicationQuery);
