use super::model::{CheckInDirection, CheckInId, CheckInInput, CheckInMethod, CheckInRefusal};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::calls::{ApplicationId, ApplicationStatus};
use crate::resources::events::Id as EventId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The badge of an artisan, and where they are.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventBadge {
    /// The code on it.
    #[schema(examples("7GK2M9QRT4"))]
    pub code: String,
    /// The application.
    pub application_id: ApplicationId,
    /// The place of the artisan in the application, from 0.
    pub exhibitor: i32,
    /// The artisan.
    pub name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// The number of the application.
    pub number: i32,
    /// Where the application stands.
    pub status: ApplicationStatus,
    /// The number of the stand; null while it has none.
    pub stand: Option<String>,
    /// Whether they are inside.
    pub inside: bool,
    /// When they first came; null for whoever has not come.
    pub first_in_at: Option<Instant>,
    /// When they were last seen coming or going.
    pub last_at: Option<Instant>,
}

/// Which badges, and how many.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BadgeQuery {
    /// Whether they have come.
    #[serde(default)]
    pub came: Option<bool>,
    /// Whether they are inside.
    #[serde(default)]
    pub inside: Option<bool>,
    /// Words of the artisan's name, the association's or the stand, in any spelling.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
}
crate::list_parameters!(BadgeQuery);

/// What a device has recorded.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInBatch {
    /// A name the device keeps.
    #[schema(min_length = 1, max_length = 60, pattern = r"\S", examples("gate-1"))]
    pub device: String,
    /// Now, by the clock of the device: entries are set right by the difference from the server's.
    pub sent_at: Instant,
    /// The entries.
    #[schema(min_items = 1, max_items = 500)]
    pub entries: Vec<CheckInInput>,
}

/// What became of what a device has sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckInReceipt {
    /// Entries that are recorded now.
    pub recorded: usize,
    /// Entries that were there already.
    pub repeated: usize,
    /// Entries that were not taken; they need not be sent again.
    pub refused: Vec<RefusedCheckIn>,
    /// By how many seconds the clock of the device is ahead of the server's.
    pub clock_ahead_seconds: i64,
}

/// An entry that was not taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedCheckIn {
    /// The entry.
    pub id: CheckInId,
    /// Why.
    pub reason: CheckInRefusal,
}

/// An entry of the record.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckIn {
    /// The entry.
    pub id: CheckInId,
    /// The application.
    pub application_id: ApplicationId,
    /// The place of the artisan in the application, from 0.
    pub exhibitor: i32,
    /// Which way.
    pub direction: CheckInDirection,
    /// How the badge was found.
    pub method: CheckInMethod,
    /// When, by the server's clock.
    pub at: Instant,
    /// When, by the clock of the device.
    pub device_at: Instant,
    /// When it reached the server.
    pub received_at: Instant,
    /// The device.
    pub device: String,
}

/// Who is there.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPresence {
    /// The event.
    pub event_id: EventId,
    /// Artisans who have a badge.
    pub badges: usize,
    /// Artisans who have come, each once.
    pub came: usize,
    /// Artisans who are inside now.
    pub inside: usize,
    /// Associations with a seat.
    pub associations: usize,
    /// Associations of which somebody has come.
    pub associations_came: usize,
    /// Artisans who came on each day, each once a day.
    pub days: Vec<DayPresence>,
}

/// Who came on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayPresence {
    /// The day in Algeria.
    pub day: NaiveDate,
    /// Artisans, each once.
    pub came: usize,
}

/// Who is marked as absent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Absences {
    /// The event.
    pub event_id: EventId,
    /// Applications that had a seat and of which nobody came.
    pub absent: usize,
}
