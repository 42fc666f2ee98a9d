use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, InstitutionId};
use crate::kernel::language::{Language, Text};
pub use crate::resources::accounts::model::InvitationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who is invited, and to what.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationInput {
    /// The role.
    pub role: Role,
    /// The institution; without it the inviter's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution_id: Option<InstitutionId>,
    /// The association; without it the inviter's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association_id: Option<AssociationId>,
    /// Where the link is sent.
    #[schema(min_length = 3, max_length = 200, examples("amina@example.dz"))]
    pub email: String,
    /// Name of the person.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("أمينة بن يوسف"))]
    pub name: String,
    /// Language of the letter; Arabic when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

crate::text_enum! {
    /// Where an invitation stands.
    pub enum InvitationState {
        /// It can be accepted.
        Open = "open",
        /// It was accepted.
        Accepted = "accepted",
        /// It was withdrawn.
        Revoked = "revoked",
        /// Its time has run out.
        Expired = "expired",
    }
}

/// An invitation, as those see it who sent it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Invitation {
    /// Identifier.
    pub id: InvitationId,
    /// The role.
    pub role: Role,
    /// The institution.
    pub institution_id: Option<InstitutionId>,
    /// The association.
    pub association_id: Option<AssociationId>,
    /// Name of the body.
    pub body_name: Text,
    /// Where the link was sent.
    pub email: String,
    /// Name of the person.
    pub name: String,
    /// Language of the letter.
    pub language: Language,
    /// Where it stands.
    pub state: InvitationState,
    /// When it was sent.
    pub created_at: Instant,
    /// Until when it can be accepted.
    pub expires_at: Instant,
    /// The link itself: shown once, and only where letters go to a folder instead of a mail server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// An invitation, as the person sees it who holds the link.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationView {
    /// The role.
    pub role: Role,
    /// Name of the body.
    pub body_name: Text,
    /// Address the account will have.
    pub email: String,
    /// Name of the person.
    pub name: String,
    /// Language of the account.
    pub language: Language,
    /// Until when it can be accepted.
    pub expires_at: Instant,
    /// There is an account with this address already: its own password is asked for.
    pub account_exists: bool,
}

/// What the invited person says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Name.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("أمينة بن يوسف"))]
    pub name: String,
    /// A password of twelve characters or more; the present one where there is an account already.
    #[schema(min_length = 1, max_length = 200, examples("نول وخيط وصبر طويل"))]
    pub password: String,
    /// Telephone number, to sign in with as well.
    #[serde(default)]
    #[schema(max_length = 30, examples("0550 12 34 56"))]
    pub phone: Option<String>,
    /// Code of the second factor, where there is an account with one.
    #[serde(default)]
    #[schema(min_length = 6, max_length = 20)]
    pub otp: Option<String>,
    /// A recovery code instead of the code.
    #[serde(default)]
    #[schema(min_length = 10, max_length = 40)]
    pub recovery_code: Option<String>,
}

/// Filters of the invitations.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationQuery {
    /// Only those that can still be accepted.
    #[serde(default)]
    pub open: Option<bool>,
}
crate::list_parameters!(InvitationQuery);
