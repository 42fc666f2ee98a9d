use crate::kernel::access::Role;
use crate::kernel::audit::AuditId;
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::http::request_id::RequestId;
use crate::kernel::ids::{KeyId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// One thing done.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    /// Identifier.
    pub id: AuditId,
    /// When.
    pub at: Instant,
    /// Who, when it was a person; nobody for a visitor.
    #[schema(required = true)]
    pub person_id: Option<PersonId>,
    /// Their name.
    #[schema(required = true)]
    pub person_name: Option<String>,
    /// With which key, when it was a machine.
    #[schema(required = true)]
    pub key_id: Option<KeyId>,
    /// Its name.
    #[schema(required = true)]
    pub key_name: Option<String>,
    /// The role acted in.
    #[schema(required = true)]
    pub role: Option<Role>,
    /// The request it was done in.
    pub request_id: RequestId,
    /// The operation.
    #[schema(examples("verify_association"))]
    pub operation: String,
    /// Kind of row it was done to.
    #[schema(examples("association"))]
    pub subject_type: String,
    /// The row.
    pub subject_id: String,
    /// The row before; null for a new one.
    #[schema(required = true, value_type = Option<Object>)]
    pub before: Option<Json>,
    /// The row after; null for a deleted one.
    #[schema(required = true, value_type = Option<Object>)]
    pub after: Option<Json>,
}

/// Filters of the audit log.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// Person or key.
    #[serde(default)]
    pub actor: Option<Uuid>,
    /// Operation.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub action: Option<String>,
    /// Kind of row.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub subject_type: Option<String>,
    /// Row.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub subject_id: Option<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}
crate::list_parameters!(AuditQuery);
