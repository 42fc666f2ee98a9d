use super::model::{DeliveryState, DisabledFor, WebhookState};
use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::outgoing::Failure;
use crate::resources::changes::Topic;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub use super::model::{DeliveryId, WebhookId};

/// Where to tell what.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookInput {
    /// What it is for.
    #[schema(min_length = 1, max_length = 100, pattern = r"\S", examples("برنامج الغرفة"))]
    pub name: String,
    /// Where requests go: HTTPS, at a public address.
    #[schema(min_length = 1, max_length = 2000, examples("https://hooks.example.dz/crafts"))]
    pub url: String,
    /// What it is told of; empty for everything.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub topics: Vec<Topic>,
}

/// A webhook of a body.
#[derive(Debug, Serialize, ToSchema)]
pub struct Webhook {
    /// Identifier.
    pub id: WebhookId,
    /// What it is for.
    pub name: String,
    /// Where requests go.
    pub url: String,
    /// What it is told of; empty for everything.
    pub topics: Vec<Topic>,
    /// The role whose events it gets.
    pub role: Role,
    /// The institution it belongs to.
    pub institution_id: Option<InstitutionId>,
    /// The association it belongs to.
    pub association_id: Option<AssociationId>,
    /// Whether anything is sent.
    pub state: WebhookState,
    /// Why not.
    #[schema(required = true)]
    pub disabled_for: Option<DisabledFor>,
    /// Since when nothing arrives.
    #[schema(required = true)]
    pub failing_since: Option<Instant>,
    /// Who has made it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Instant,
    /// Version.
    pub version: i64,
    /// Until when requests are signed with the secret before the present one as well; null when there is none.
    #[schema(required = true)]
    pub previous_secret_until: Option<Instant>,
    /// The secret that requests are signed with, shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwxIo0aVXNbTE="))]
    pub secret: Option<String>,
}

/// Something sent or to be sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delivery {
    /// Identifier.
    pub id: DeliveryId,
    /// The webhook.
    pub webhook_id: WebhookId,
    /// `webhook-id` of the request: the same whenever it is sent again.
    pub message_id: Uuid,
    /// What it tells.
    #[schema(examples("association.status_changed"))]
    pub topic: String,
    /// How far it is.
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: i32,
    /// The status of the last answer.
    #[schema(required = true)]
    pub status_code: Option<i32>,
    /// What was wrong the last time.
    #[schema(required = true)]
    pub failure: Option<Failure>,
    /// When it was put here.
    pub created_at: Instant,
    /// When it was tried last.
    #[schema(required = true)]
    pub last_attempt_at: Option<Instant>,
    /// When it is tried next.
    #[schema(required = true)]
    pub next_attempt_at: Option<Instant>,
}

/// A page of deliveries.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveryQuery {
    /// Only those that are so far.
    #[serde(default)]
    pub state: Option<DeliveryState>,
}
crate::list_parameters!(DeliveryQuery);
