use super::model::Topic;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::ids::AssociationId;
use crate::kernel::outbox::{EventId, SubjectId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct Change {
    /// Identifier.
    pub id: EventId,
    /// When.
    pub at: Instant,
    /// What.
    #[schema(examples("association.status_changed"))]
    pub topic: String,
    /// To which row: the association, or the institution.
    pub subject_id: SubjectId,
    /// The association it belongs to; null for what is everybody's.
    #[schema(required = true)]
    pub association_id: Option<AssociationId>,
    /// More about it.
    #[schema(value_type = Object)]
    pub payload: Json,
}

/// A piece of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Feed {
    /// What happened, oldest first.
    pub items: Vec<Change>,
    /// Where to go on, now or later: give it back as `since`.
    pub next_cursor: String,
}

/// A place in the feed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeQuery {
    /// Where to go on, as `next_cursor` said; without it from the oldest event that is kept.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub since: Option<String>,
    /// Events at once.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Only these, repeated for several.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub topic: Vec<Topic>,
}
crate::query_parameters!(ChangeQuery);
