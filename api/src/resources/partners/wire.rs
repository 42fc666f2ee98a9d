pub use super::model::{
    AgreementInput, ContactInput, EntryId, NegotiationInput, ObligationInput, OfferInput, OutcomeInput, PartnerInput, RecordId,
};
use super::model::{ObligationState, Quarter};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::Text;
use crate::kernel::money::Money;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A partner of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectPartner {
    /// Identifier.
    pub id: RecordId,
    /// Its content.
    #[serde(flatten)]
    pub partner: PartnerInput,
    /// Its quarter of the map of power and interest.
    pub quarter: Quarter,
    /// Version of the row.
    pub version: i64,
}

/// The partners of a project: its stakeholder map.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerList {
    /// The partners, most power and interest first.
    pub items: Vec<ProjectPartner>,
}

/// A contact with a partner.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerContact {
    /// Identifier.
    pub id: RecordId,
    /// Its content.
    #[serde(flatten)]
    pub contact: ContactInput,
    /// Who entered it, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// When it was entered.
    pub created_at: Instant,
}

/// The contacts with a partner, latest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactList {
    /// The contacts.
    pub items: Vec<PartnerContact>,
}

/// A negotiation to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NegotiationOpening {
    /// With whom.
    pub partner_id: RecordId,
    /// What about.
    pub negotiation: NegotiationInput,
}

crate::text_enum! {
    /// What is known of the zone of agreement.
    pub enum ZoneState {
        /// A limit is missing.
        Unknown = "unknown",
        /// No amount suits both.
        None = "none",
        /// Every amount in it suits both.
        Exists = "exists",
    }
}

/// The amounts both sides can live with.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementZone {
    /// Whether there are any.
    pub state: ZoneState,
    /// The least.
    pub low: Option<Money>,
    /// The most.
    pub high: Option<Money>,
    /// What is missing where no amount suits both.
    pub missing: Option<Money>,
}

/// An offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Offer {
    /// Identifier.
    pub id: EntryId,
    /// Round: 1, 2, 3…, one offer of each side.
    pub round: usize,
    /// Its content.
    #[serde(flatten)]
    pub offer: OfferInput,
    /// How far it goes towards the other side, compared with the offer of the same side before; null for a first one.
    pub concession: Option<Money>,
}

/// A negotiation.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectNegotiation {
    /// Identifier.
    pub id: RecordId,
    /// With whom.
    pub partner_id: RecordId,
    /// Its content.
    #[serde(flatten)]
    pub negotiation: NegotiationInput,
    /// The zone of agreement, from both limits.
    pub zone: AgreementZone,
    /// The offers, in order.
    pub offers: Vec<Offer>,
    /// What lies between the last offers of both sides.
    pub gap: Option<Money>,
    /// Its end; null while it goes on.
    pub outcome: Option<OutcomeInput>,
    /// Version of the row.
    pub version: i64,
}

/// The negotiations of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct NegotiationList {
    /// The negotiations, last opened first.
    pub items: Vec<ProjectNegotiation>,
}

/// An agreement to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementEntry {
    /// With whom.
    pub partner_id: RecordId,
    /// What was agreed.
    pub agreement: AgreementInput,
}

/// An agreement.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectAgreement {
    /// Identifier.
    pub id: RecordId,
    /// With whom.
    pub partner_id: RecordId,
    /// Its content.
    #[serde(flatten)]
    pub agreement: AgreementInput,
    /// Whether it is signed and its days have come and not passed.
    pub in_force: bool,
    /// The day by which its renewal is decided.
    pub decide_by: Option<NaiveDate>,
    /// Obligations whose day has passed.
    pub overdue: usize,
    /// Version of the row.
    pub version: i64,
}

/// The agreements of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementList {
    /// The agreements, last entered first.
    pub items: Vec<ProjectAgreement>,
}

/// How an obligation is settled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// Met or waived.
    pub state: ObligationState,
    /// Since when; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// An obligation of any agreement of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct Obligation {
    /// The agreement.
    pub agreement_id: RecordId,
    /// Its title.
    pub agreement_title: String,
    /// The partner.
    pub partner_id: RecordId,
    /// The partner's names.
    pub partner_name: Text,
    /// What is owed.
    #[serde(flatten)]
    pub obligation: ObligationInput,
    /// Whether its day has passed.
    pub overdue: bool,
}

/// The obligations of a project, by their days.
#[derive(Debug, Serialize, ToSchema)]
pub struct ObligationList {
    /// The obligations.
    pub items: Vec<Obligation>,
}

/// Which obligations are wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationQuery {
    /// Where they stand; all when absent.
    #[serde(default)]
    pub state: Option<ObligationState>,
    /// Due on this day or earlier.
    #[serde(default)]
    pub due_until: Option<NaiveDate>,
}
crate::query_parameters!(ObligationQuery);
