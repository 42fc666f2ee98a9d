use super::Me;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{GrantId, SessionId};
pub use crate::resources::accounts::model::session::RefreshToken;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// E-mail address or telephone number.
    #[schema(min_length = 1, max_length = 200, examples("amina@example.dz"))]
    pub login: String,
    /// Password.
    #[schema(min_length = 1, max_length = 200)]
    pub password: String,
    /// Code of the second factor, when the account has one.
    #[serde(default)]
    #[schema(min_length = 6, max_length = 20, examples("287082"))]
    pub otp: Option<String>,
    /// A recovery code instead of the code.
    #[serde(default)]
    #[schema(min_length = 10, max_length = 40)]
    pub recovery_code: Option<String>,
    /// Institution or association to act for; without it the one acted for last.
    #[serde(default)]
    pub body_id: Option<Uuid>,
}

/// A signed-in session: the token to send, and who it is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    /// Access token, to be sent as `Authorization: Bearer`.
    pub access_token: String,
    /// Seconds the token lives.
    #[schema(examples(600))]
    pub expires_in: i64,
    /// Always `Bearer`.
    #[schema(examples("Bearer"))]
    pub token_type: &'static str,
    /// Who has signed in.
    pub me: Me,
}

/// A browser somebody is signed in with.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenSession {
    /// Identifier.
    pub id: SessionId,
    /// When it was begun.
    pub created_at: Instant,
    /// When its token was last renewed.
    pub last_used_at: Instant,
    /// What the browser called itself.
    #[schema(required = true)]
    pub user_agent: Option<String>,
    /// Whether it is the one asking.
    pub current: bool,
}

/// The role to act in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActingRole {
    /// One of one's own grants.
    pub grant_id: GrantId,
}

/// Who has forgotten a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordResetRequest {
    /// E-mail address or telephone number.
    #[schema(min_length = 1, max_length = 200, examples("amina@example.dz"))]
    pub login: String,
}

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The password.
    #[schema(min_length = 12, max_length = 200, examples("نول وخيط وصبر طويل"))]
    pub password: String,
}
