mod query;
pub mod review;

pub use super::model::{AssociationInput, Contact, ContactKind, Receipt, Remark, Seat};
pub use query::{AssociationQuery, CountQuery};

use super::model::{Kind, Level, Status, Warning};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::{Language, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A flag computed from facts, with its rule.
#[derive(Debug, Serialize, ToSchema)]
pub struct Computed {
    /// The value; null when it cannot be known.
    pub value: Option<bool>,
    /// The rule in words.
    pub rule: Text,
    /// The facts it was computed from.
    #[schema(value_type = Object)]
    pub facts: serde_json::Value,
}

/// The computed flags.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComputedFlags {
    /// Led by women.
    pub women_led: Computed,
    /// Led by young people.
    pub youth_led: Computed,
    /// Seat in a border commune.
    pub border: Computed,
    /// Seat in an isolated commune.
    pub isolated: Computed,
}

/// An association. Callers who are not in charge of it see no personal data without consent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Association {
    /// Identifier.
    pub id: AssociationId,
    /// Number in the register: wilaya-year-sequence; none before verification.
    #[schema(examples("16-2026-0001"))]
    pub registration_number: Option<String>,
    /// Where the file stands.
    pub status: Status,
    /// Since when.
    pub status_since: Instant,
    /// Why, when somebody said so; only for those in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<String>,
    /// Remarks on a returned file; only for those in charge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
    /// Code of the wilaya of its seat.
    pub wilaya_code: String,
    /// The content of the file.
    #[serde(flatten)]
    pub file: AssociationInput,
    /// Flags computed from the facts.
    pub computed: ComputedFlags,
    /// What a person should look at; only for those in charge.
    pub warnings: Vec<Warning>,
    /// The association this file was merged into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<AssociationId>,
    /// Whether the caller is in charge of the file and sees all of it.
    pub in_charge: bool,
    /// First written.
    pub created_at: Instant,
    /// Last changed.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// An association in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssociationSummary {
    /// Identifier.
    pub id: AssociationId,
    /// Number in the register.
    pub registration_number: Option<String>,
    /// Names.
    pub name: Text,
    /// Short name.
    pub acronym: Option<String>,
    /// Level.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// Where the file stands.
    pub status: Status,
    /// Since when.
    pub status_since: Instant,
    /// Code of the wilaya of its seat.
    pub wilaya_code: String,
    /// Code of the commune of its seat.
    pub commune_code: String,
    /// Codes of its craft sectors.
    #[schema(value_type = Vec<String>)]
    pub craft_sectors: crate::kernel::db::types::Json,
    /// Day of foundation.
    pub founded_on: Option<NaiveDate>,
    /// Members in the latest year counted.
    pub members: Option<i64>,
    /// Led by women.
    pub women_led: bool,
    /// Led by young people.
    pub youth_led: bool,
    /// Seat in a border commune.
    pub border: bool,
    /// Seat in an isolated commune.
    pub isolated: bool,
    /// First written.
    pub created_at: Instant,
}

/// How many associations in a wilaya.
#[derive(Debug, Serialize, ToSchema)]
pub struct WilayaCount {
    /// Code of the wilaya.
    pub wilaya_code: String,
    /// Associations that match.
    pub count: i64,
}

/// Counts for the map.
#[derive(Debug, Serialize, ToSchema)]
pub struct WilayaCounts {
    /// Wilayas with at least one.
    pub items: Vec<WilayaCount>,
    /// Their sum.
    pub total: i64,
}

/// Which state of a file is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The file as it was at the end of this day (Algiers).
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
}
crate::query_parameters!(AsOf);

/// Why something is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// In words; kept with the step.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("الوثائق منتهية الصلاحية"))]
    pub reason: String,
}

/// Why a file is sent back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnInput {
    /// In words; kept with the step.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S")]
    pub reason: String,
    /// Remarks on single fields.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub remarks: Vec<Remark>,
}

/// A step a file has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct Transition {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<Status>,
    /// To which state.
    pub to_status: Status,
    /// Who, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Remarks on fields.
    pub remarks: Vec<Remark>,
}

/// Who asks for an account together with the association.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// Name.
    #[schema(min_length = 2, max_length = 120)]
    pub name: String,
    /// E-mail; the link to the account goes there.
    #[schema(max_length = 200, format = "email")]
    pub email: String,
    /// Language of messages.
    pub language: Language,
}

/// A visitor's submission of an association.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrationInput {
    /// The file.
    pub association: AssociationInput,
    /// Who hands it in.
    pub applicant: Applicant,
}

/// What a visitor gets back.
#[derive(Debug, Serialize, ToSchema)]
pub struct Registration {
    /// The new file.
    pub id: AssociationId,
    /// Where it stands.
    pub status: Status,
    /// Who will look at it.
    pub chamber: Option<Text>,
}
