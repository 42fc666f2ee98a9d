use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::events::{Id as EventId, Kind as EventKind, Scale as EventScale};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An event an association took part in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AttendedEvent {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// What kind of event.
    pub kind: EventKind,
    /// How far it reaches.
    pub scale: EventScale,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
}

/// An association that took part.
#[derive(Debug, Serialize, ToSchema)]
pub struct Participant {
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of the wilaya it took part for, at its last event of the year.
    pub wilaya_code: String,
    /// The events of the year it took part in, first first.
    pub events: Vec<AttendedEvent>,
}

/// Which associations are listed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipationQuery {
    /// The year in which the events began; this year when it is left out.
    #[serde(default)]
    #[schema(minimum = 1990, maximum = 2100, examples(2026))]
    pub year: Option<i32>,
    /// What was known at the end of this day in Algeria; today when it is left out.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// Codes of wilayas the associations took part for; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub wilaya: Vec<String>,
    /// Codes of craft sectors of what they brought; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub craft_sector: Vec<String>,
    /// How far the events reach; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub scale: Vec<EventScale>,
}
crate::list_parameters!(ParticipationQuery);

/// Which year is counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipationSummaryQuery {
    /// The year in which the events began; this year when it is left out.
    #[serde(default)]
    #[schema(minimum = 1990, maximum = 2100, examples(2026))]
    pub year: Option<i32>,
    /// What was known at the end of this day in Algeria; today when it is left out.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
}
crate::query_parameters!(ParticipationSummaryQuery);

/// Distinct associations of a wilaya, or at events of a scale or kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParticipationCount {
    /// Code of the wilaya, the scale or the kind.
    pub code: String,
    /// How many; null when hidden.
    pub associations: Option<usize>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// What is aimed at in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParticipationTarget {
    /// Distinct associations.
    pub associations: usize,
    /// Where the figure comes from.
    pub source: Text,
}

/// How many distinct associations took part in events of a year.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipationSummary {
    /// The year.
    pub year: i32,
    /// What was known at the end of this day.
    pub as_of: NaiveDate,
    /// Whether the reader sees everything; others see counts of at least `least_shown`.
    pub complete: bool,
    /// Smaller counts are hidden.
    pub least_shown: usize,
    /// Distinct associations; null when hidden.
    pub associations: Option<usize>,
    /// Events at which one of them was.
    pub events: usize,
    /// What is aimed at.
    pub target: ParticipationTarget,
    /// By the wilaya they took part for, at the last event of the year: each association once.
    pub by_wilaya: Vec<ParticipationCount>,
    /// By how far the events reach: an association once for each.
    pub by_scale: Vec<ParticipationCount>,
    /// By kind of event: an association once for each.
    pub by_kind: Vec<ParticipationCount>,
    /// How it was computed.
    pub computed: Text,
}
