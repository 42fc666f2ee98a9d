pub use super::model::CertificateId;
use super::model::{CertificateState, Content};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::Text;
use crate::resources::associations::Office;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whose certificates are issued.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateRequest {
    /// The enrolments; everybody who is due one when empty.
    #[serde(default)]
    #[schema(max_items = 2000)]
    pub enrolment_ids: Vec<EnrolmentId>,
}

/// Why somebody asked for has no certificate.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateNotDue {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Whether it can still become due.
    pub possible: bool,
}

/// What became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificatesIssued {
    /// Those that are issued now.
    pub issued: Vec<EnrolmentId>,
    /// How many had theirs already.
    pub held: usize,
    /// Those whose conditions are not met; the gradebook says which.
    pub not_due: Vec<CertificateNotDue>,
}

/// A certificate of training.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingCertificate {
    /// Identifier.
    pub id: CertificateId,
    /// Its code, by which anybody checks it.
    #[schema(examples("7GK2-M9QR-T4X1"))]
    pub code: String,
    /// Where it is checked.
    pub address: String,
    /// Whether it is in force.
    pub state: CertificateState,
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The association.
    pub association_id: AssociationId,
    /// What it says.
    pub says: CertificateText,
    /// When it was issued.
    pub issued_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
    /// Why.
    pub revocation_reason: Option<String>,
    /// Version of the row.
    pub version: i64,
}

/// What a certificate says.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateText {
    /// The participant.
    pub participant: String,
    /// Their office in the association.
    pub office: Option<Office>,
    /// The association.
    pub association: Text,
    /// Its wilaya.
    pub wilaya: Text,
    /// The course.
    pub course: Text,
    /// The cohort.
    pub cohort: Text,
    /// Who organised it.
    pub organiser: Text,
    /// How long it was taught, in minutes.
    pub minutes: u32,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// The day it was issued.
    pub issued_on: NaiveDate,
}

/// What a check of a code finds.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateCheck {
    /// The code.
    #[schema(examples("7GK2-M9QR-T4X1"))]
    pub code: String,
    /// Whether it is in force now.
    pub state: CertificateState,
    /// What it says.
    pub says: CertificateText,
    /// The day it was revoked.
    pub revoked_on: Option<NaiveDate>,
}

/// Why a certificate is revoked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificateRevocation {
    /// In words; the association reads it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("سُجل الحضور باسم شخص آخر"))]
    pub reason: String,
}

impl From<Content> for CertificateText {
    fn from(content: Content) -> Self {
        Self {
            participant: content.participant,
            office: content.office,
            association: content.association,
            wilaya: content.wilaya,
            course: content.course,
            cohort: content.cohort,
            organiser: content.organiser,
            minutes: content.minutes,
            starts_on: content.starts_on,
            ends_on: content.ends_on,
            issued_on: content.issued_on,
        }
    }
}
