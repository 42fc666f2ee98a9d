use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::Language;
use crate::resources::accounts::Grant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person with an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Language of letters.
    pub language: Language,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
    /// Whether the account is closed.
    pub disabled: bool,
    /// Every role held.
    pub grants: Vec<Grant>,
    /// Since when there is an account.
    pub created_at: Instant,
    /// Version of the account.
    pub version: i64,
}

/// What an administrator changes of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    /// Name.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("أمينة بن يوسف"))]
    pub name: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, examples("amina@example.dz"))]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30, examples("0550 12 34 56"))]
    pub phone: Option<String>,
    /// Language of letters.
    pub language: Language,
    /// Whether the account is closed: every session ends.
    pub disabled: bool,
}

/// Filters of the people.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonQuery {
    /// Name in any spelling, or part of an address or number.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub q: Option<String>,
    /// A role they hold.
    #[serde(default)]
    pub role: Option<Role>,
    /// Whether their account is closed.
    #[serde(default)]
    pub disabled: Option<bool>,
}
crate::list_parameters!(PersonQuery);
