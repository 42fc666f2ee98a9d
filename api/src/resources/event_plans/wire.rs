use crate::kernel::db::types::Instant;
use crate::resources::calculations::PlanProblem;
use crate::resources::events::Id as EventId;
use floor::plan::Plan;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The floor plan of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventPlan {
    /// The event.
    pub event_id: EventId,
    /// The plan, in whole centimetres, never mirrored.
    pub plan: Plan,
    /// What somebody should look at, for the organisers.
    pub problems: Vec<PlanProblem>,
    /// When it was made public; null until then.
    pub published_at: Option<Instant>,
    /// When it was last changed.
    pub updated_at: Instant,
    /// Whether the caller may change it.
    pub editable: bool,
    /// Version of the row.
    pub version: i64,
}

/// Whether everybody sees the plan and who has which stand.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPublication {
    /// Whether it is public.
    pub published: bool,
}

/// Where a plan is copied from.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanSource {
    /// The event whose plan is taken; the edition before when absent.
    #[serde(default)]
    pub from_event_id: Option<EventId>,
}
