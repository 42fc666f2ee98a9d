use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, InstitutionId, KeyId, PersonId};
use crate::kernel::language::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A key to be made for the body one acts for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyInput {
    /// What it is for.
    #[schema(min_length = 1, max_length = 100, pattern = r"\S", examples("برنامج الغرفة"))]
    pub name: String,
    /// The operations it may call.
    #[schema(min_items = 1, max_items = 200, examples("list_associations", "create_association"))]
    pub scopes: Vec<String>,
    /// The last day it works, two years ahead at most.
    #[schema(examples("2027-06-30"))]
    pub expires_on: NaiveDate,
}

crate::text_enum! {
    /// Whether a key works.
    pub enum KeyState {
        /// It works.
        Active = "active",
        /// It was revoked.
        Revoked = "revoked",
        /// Its last day has passed.
        Expired = "expired",
    }
}

/// A key of a body.
#[derive(Debug, Serialize, ToSchema)]
pub struct Key {
    /// Identifier.
    pub id: KeyId,
    /// What it is for.
    pub name: String,
    /// Its first characters, to tell it from others.
    #[schema(examples("hirfa_Zk3x9Q"))]
    pub prefix: String,
    /// The role it acts in.
    pub role: Role,
    /// The institution it acts for.
    pub institution_id: Option<InstitutionId>,
    /// The association it acts for.
    pub association_id: Option<AssociationId>,
    /// Name of the body.
    pub body_name: Text,
    /// The operations it may call.
    pub scopes: Vec<String>,
    /// Whether it works.
    pub state: KeyState,
    /// Who has made it.
    pub created_by: PersonId,
    /// Their name.
    #[schema(required = true)]
    pub created_by_name: Option<String>,
    /// When it was made.
    pub created_at: Instant,
    /// The last day it works.
    pub expires_on: NaiveDate,
    /// When it was used last, to the minute.
    #[schema(required = true)]
    pub last_used_at: Option<Instant>,
    /// The key itself, shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(examples("hirfa_Zk3x9Q1dG0cW8m4tYb7vR2nJ5pXfLhUaSeKi6oCwMQz"))]
    pub key: Option<String>,
}
