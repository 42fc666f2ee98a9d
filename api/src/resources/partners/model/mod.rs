//! Partners, negotiations and agreements. Pure.

mod agreement;
mod negotiation;
mod reminder;

pub use agreement::{AgreementInput, ObligationInput, ObligationState, Renewal};
pub use negotiation::{Ending, KeptOffer, KnownZone, Negotiation, NegotiationInput, OfferInput, OutcomeInput};
pub use reminder::{Reminder, ReminderKind, reminders};

use crate::kernel::language::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A partner, contact, negotiation or agreement of a project.
    RecordId);
crate::id_type!(/// An offer or an obligation inside of a record.
    EntryId);

crate::text_enum! {
    /// What a record is.
    pub enum RecordKind {
        /// A partner.
        Partner = "partner",
        /// A contact with one.
        Contact = "contact",
        /// A negotiation with one.
        Negotiation = "negotiation",
        /// An agreement with one.
        Agreement = "agreement",
    }
}

crate::text_enum! {
    /// What a partner is.
    pub enum PartnerKind {
        /// A public institution.
        Institution = "institution",
        /// A local authority.
        Authority = "authority",
        /// Another association.
        Association = "association",
        /// A company.
        Company = "company",
        /// A bank or a fund.
        Finance = "finance",
        /// A school or university.
        Education = "education",
        /// The media.
        Media = "media",
        /// Anything else.
        Other = "other",
    }
}

crate::text_enum! {
    /// A quarter of the map of power and interest.
    pub enum Quarter {
        /// Much power, much interest.
        ManageClosely = "manage_closely",
        /// Much power, little interest.
        KeepSatisfied = "keep_satisfied",
        /// Little power, much interest.
        KeepInformed = "keep_informed",
        /// Little of both.
        Monitor = "monitor",
    }
}

/// Somebody to talk to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactPerson {
    /// Name.
    #[schema(min_length = 2, max_length = 120, pattern = r"\S")]
    pub name: String,
    /// What they do there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 120)]
    pub position: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 30)]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, format = "email")]
    pub email: Option<String>,
}

/// What can be written of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnerInput {
    /// Names; Arabic is required.
    pub name: Text,
    /// What it is.
    pub kind: PartnerKind,
    /// How much it can do for or against the project, 1–5.
    #[schema(minimum = 1, maximum = 5)]
    pub power: i64,
    /// How much it cares, 1–5.
    #[schema(minimum = 1, maximum = 5)]
    pub interest: i64,
    /// What it expects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub expectations: Option<String>,
    /// What it can bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub contribution: Option<String>,
    /// Whom to talk to.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub people: Vec<ContactPerson>,
}

impl PartnerInput {
    /// The quarter of the map; the middle counts as much.
    pub fn quarter(&self) -> Quarter {
        match (self.power >= 3, self.interest >= 3) {
            (true, true) => Quarter::ManageClosely,
            (true, false) => Quarter::KeepSatisfied,
            (false, true) => Quarter::KeepInformed,
            (false, false) => Quarter::Monitor,
        }
    }
}

crate::text_enum! {
    /// How somebody was spoken to.
    pub enum Channel {
        /// A meeting.
        Meeting = "meeting",
        /// By telephone.
        Call = "call",
        /// A letter.
        Letter = "letter",
        /// An e-mail or message.
        Message = "message",
        /// A visit.
        Visit = "visit",
    }
}

/// What can be written of a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInput {
    /// When.
    pub on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// With whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub with: Option<String>,
    /// What was said.
    #[schema(min_length = 1, max_length = 5000, pattern = r"\S", examples("وافقوا مبدئيا على إعارة القاعة"))]
    pub summary: String,
    /// What comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub next_step: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<NaiveDate>,
}

crate::text_enum! {
    /// A side of a negotiation or agreement.
    pub enum Side {
        /// The association.
        Ours = "ours",
        /// The partner.
        Theirs = "theirs",
    }
}
