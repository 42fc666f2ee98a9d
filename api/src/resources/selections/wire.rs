use super::model::{FollowUpAnswer, FollowUpQuestion};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::calls::{ApplicationId, ApplicationStatus, CallQuota, DecisionView};
use crate::resources::events::Id as EventId;
use ::selection::choice::{Draw, Outcome, QuotaOutcome, Totals};
use ::selection::comparison::Comparison;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How the seats of an event are given, as everybody may know it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventSelection {
    /// The event.
    pub event_id: EventId,
    /// The text that the lottery between equal scores is drawn from.
    pub seed: String,
    /// Where the seed comes from.
    pub seed_source: String,
    /// When the seed was made known.
    pub seeded_at: Instant,
    /// When the selection was made known; null until then.
    pub published_at: Option<Instant>,
    /// Counts and sums of the selection.
    pub totals: Option<Totals>,
    /// What became of each quota.
    pub quotas: Vec<QuotaOutcome>,
    /// Where the lottery decided.
    pub draws: Vec<Draw>,
    /// Version of the row.
    pub version: i64,
}

/// The seed of the lottery.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeedInput {
    /// A text that nobody could prepare, such as the numbers of a public draw.
    #[schema(min_length = 4, max_length = 200, pattern = r"\S", examples("7 12 23 31 40 44"))]
    pub seed: String,
    /// Where it comes from, so that anybody can look it up.
    #[schema(min_length = 3, max_length = 300, pattern = r"\S", examples("أرقام السحب العمومي ليوم 2 جويلية 2026"))]
    pub source: String,
}

/// Other numbers for the same applications.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrialInput {
    /// Seats; as in the call when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 20_000)]
    pub capacity: Option<u32>,
    /// Quotas; as in the call when absent.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub quotas: Option<Vec<CallQuota>>,
    /// The least score in points; as in the call when absent.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 10)]
    pub least_points: Option<u32>,
}

/// An application in the outcome of a trial.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TrialName {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// The name of the association.
    pub association_name: Text,
}

/// What would be.
#[derive(Debug, Serialize, ToSchema)]
pub struct Trial {
    /// What would be decided; candidates are applications by identifier.
    pub outcome: Outcome,
    /// What it changes against the call as it is.
    pub comparison: Comparison,
    /// Applications below the least score.
    pub refused: usize,
    /// Applications that are not scored yet and are left out.
    pub unscored: usize,
    /// Whether the seed is not known yet, so that draws between equals are only an example.
    pub without_seed: bool,
    /// The applications that come in, go out or move, by name.
    pub names: Vec<TrialName>,
}

/// An application with what was decided about it, for the organisers.
#[derive(Debug, Serialize, ToSchema)]
pub struct SelectionEntry {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Its score in thousandths of a point.
    pub score: Option<i64>,
    /// What was decided.
    pub decision: DecisionView,
}

/// Filters of decisions.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionQuery {
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 11)]
    pub status: Vec<ApplicationStatus>,
}
crate::list_parameters!(DecisionQuery);

/// An association with a seat, as everybody may know it.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventExhibitor {
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// The number of its application.
    pub number: i32,
    /// Codes of the craft sectors of what it brings.
    pub craft_sectors: Vec<String>,
}

/// Questions to those who are selected.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpInput {
    /// Seats are to be taken until then; no limit when absent.
    #[serde(default)]
    #[schema(examples("2026-08-01T16:00:00Z"))]
    pub due_at: Option<Instant>,
    /// What they are asked.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub questions: Vec<FollowUpQuestion>,
}

/// Questions to those who are selected, as they were asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct FollowUp {
    /// The event.
    pub event_id: EventId,
    /// What is asked, and until when.
    #[serde(flatten)]
    pub follow_up: FollowUpInput,
    /// Version of the row.
    pub version: i64,
}

/// An association takes its seat.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationInput {
    /// Answers to the questions that were asked.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub answers: Vec<FollowUpAnswer>,
}

/// What a seat stands at after a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventSeat {
    /// The application.
    pub application_id: ApplicationId,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// What was answered.
    pub answers: Vec<FollowUpAnswer>,
}

/// Why a seat is given to somebody else.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseReason {
    /// In words; the association reads it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("لم يؤكد المقعد في الأجل"))]
    pub reason: String,
}

/// Whether an association was there.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceInput {
    /// Whether it was.
    pub attended: bool,
}

/// Answers of an association with a seat.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatAnswers {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// The name of the association.
    pub association_name: Text,
    /// When they answered last.
    pub answered_at: Instant,
    /// The answers.
    pub answers: Vec<FollowUpAnswer>,
}
