mod query;
pub mod review;

pub use query::{AssociationQuery, CountQuery};

use super::model::{Founders, Headcount, Kind, LegalRegime, Level, Mandate, Status, Warning};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::{Language, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The receipt of registration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Its number.
    #[schema(min_length = 1, max_length = 60, examples("1845/2021"))]
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who issued it.
    #[schema(min_length = 1, max_length = 200, examples("ولاية الجزائر"))]
    pub authority: String,
}

/// Where an association sits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Code of its commune.
    #[schema(pattern = "^[0-9]{4}$", examples("1601"))]
    pub commune_code: String,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// Degrees east (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -9, maximum = 12)]
    pub longitude: Option<f64>,
    /// Degrees north (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 18, maximum = 38)]
    pub latitude: Option<f64>,
}

crate::text_enum! {
    /// A way to reach an association.
    pub enum ContactKind {
        /// Telephone, kept as +213….
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Web site.
        Website = "website",
        /// Page on a social network.
        Social = "social",
    }
}

/// A way to reach an association, with consent to show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// The number, address or link.
    #[schema(min_length = 3, max_length = 200, examples("0550 12 34 56"))]
    pub value: String,
    /// Consent that everybody sees it.
    #[serde(default)]
    pub public: bool,
}

/// What can be written of an association.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssociationInput {
    /// Names; Arabic is required.
    pub name: Text,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub acronym: Option<String>,
    /// Level.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// The law it is registered under.
    pub legal_regime: LegalRegime,
    /// Receipt of registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
    /// Seat.
    pub seat: Seat,
    /// Codes of the wilayas it acts in; empty for that of its seat.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub territory: Vec<String>,
    /// Codes of its craft sectors.
    #[schema(min_items = 1, max_items = 24, examples("02"))]
    pub craft_sectors: Vec<String>,
    /// Codes of its single craft activities.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub craft_activities: Vec<String>,
    /// Day of foundation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded_on: Option<NaiveDate>,
    /// Founders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founders: Option<Founders>,
    /// Ways to reach it.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub contacts: Vec<Contact>,
    /// Members by year.
    #[serde(default)]
    #[schema(max_items = 60)]
    pub headcounts: Vec<Headcount>,
    /// Terms in office.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub mandates: Vec<Mandate>,
}

/// A remark on a field of a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// The field (RFC 6901).
    #[schema(max_length = 200, pattern = "^(/.*)?$", examples("/receipt/number"))]
    pub pointer: String,
    /// What to mend.
    #[schema(min_length = 1, max_length = 1000)]
    pub text: String,
}

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

crate::text_enum! {
    /// Order of the list.
    pub enum Sort {
        /// Name in Arabic.
        Name = "name",
        /// Name in Arabic, backwards.
        NameDown = "-name",
        /// Oldest first.
        Founded = "founded_on",
        /// Youngest first.
        FoundedDown = "-founded_on",
        /// First registered first.
        Created = "created_at",
        /// Last registered first.
        CreatedDown = "-created_at",
        /// Smallest first.
        Members = "members",
        /// Largest first.
        MembersDown = "-members",
    }
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
