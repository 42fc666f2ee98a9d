use crate::kernel::access::Role;
use crate::kernel::ids::{AssociationId, GrantId, InstitutionId, PersonId};
use crate::kernel::language::{Language, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A role held in a body.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Grant {
    /// Identifier.
    pub id: GrantId,
    /// The role.
    pub role: Role,
    /// The institution it is held in.
    pub institution_id: Option<InstitutionId>,
    /// The association it is held in.
    pub association_id: Option<AssociationId>,
    /// Name of the body.
    pub body_name: Text,
    /// Codes of the wilayas the body covers or lies in.
    #[schema(examples("16"))]
    pub wilayas: Vec<String>,
}

/// A role to be given.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantInput {
    /// The role.
    pub role: Role,
    /// The institution, for officers and trainers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution_id: Option<InstitutionId>,
    /// The association, for its officers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association_id: Option<AssociationId>,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
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
    /// Whether one must be enrolled before the role can be used.
    pub must_enrol_second_factor: bool,
    /// The role acted in.
    #[schema(required = true)]
    pub acting: Option<Grant>,
    /// Every role held.
    pub grants: Vec<Grant>,
    /// Operations that the role acted in may call.
    #[schema(examples("get_me", "list_associations"))]
    pub permissions: Vec<&'static str>,
    /// Version of the account.
    pub version: i64,
}

/// What people change of themselves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeInput {
    /// Name.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("أمينة بن يوسف"))]
    pub name: String,
    /// Language of letters.
    pub language: Language,
}

/// The password of today and of tomorrow.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password of today.
    #[schema(min_length = 1, max_length = 200)]
    pub current_password: String,
    /// The new one.
    #[schema(min_length = 12, max_length = 200, examples("نول وخيط وصبر طويل"))]
    pub new_password: String,
}

/// The password, once more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordProof {
    /// The password.
    #[schema(min_length = 1, max_length = 200)]
    pub password: String,
}

/// What an authenticator application needs; shown once.
#[derive(Serialize, ToSchema)]
pub struct SecondFactorStart {
    /// The secret in base 32, to be typed.
    #[schema(examples("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))]
    pub secret: String,
    /// The same as an address.
    pub otpauth_uri: String,
    /// The address as a picture (SVG).
    pub qr_svg: String,
}

/// A code from the authenticator application.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondFactorCode {
    /// The six digits.
    #[schema(min_length = 6, max_length = 20, examples("287082"))]
    pub code: String,
}

/// Codes for the day the telephone is lost; each works once. Shown once.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    /// The codes.
    #[schema(examples("mfxg-4zls-onqw-4zdp"))]
    pub recovery_codes: Vec<String>,
}
