//! What is written of an association.

use super::{Founders, Headcount, Kind, LegalRegime, Level, Mandate};
use crate::kernel::language::Text;
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
