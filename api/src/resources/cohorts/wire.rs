use super::model::{CohortCounts, CohortStatus, EnrolmentStatus};
pub use super::model::{CohortId, CohortInput, CohortParticipant, EnrolmentId};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use crate::kernel::language::Text;
use crate::resources::courses::Id as CourseId;
use crate::resources::institutions::NamedInstitution;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody who teaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortTrainer {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
}

/// A cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cohort {
    /// Identifier.
    pub id: CohortId,
    /// Where it stands.
    pub status: CohortStatus,
    /// Since when.
    pub status_since: Instant,
    /// Why it was called off.
    pub status_reason: Option<String>,
    /// The course.
    pub course_id: CourseId,
    /// The version of the course it is taught from.
    pub course_number: i32,
    /// The name of the course in that version.
    pub course_name: Text,
    /// How long it is taught, in minutes.
    pub minutes: u32,
    /// Who organises it.
    pub organiser: NamedInstitution,
    /// Who teaches.
    pub trainers: Vec<CohortTrainer>,
    /// Code of the wilaya it meets in; null for one that is held online.
    pub wilaya_code: Option<String>,
    /// Name of the commune it meets in.
    pub commune_name: Option<Text>,
    /// Its content; where it meets online is for those inside alone.
    #[serde(flatten)]
    pub cohort: CohortInput,
    /// Whether participants are nominated and enrolled now.
    pub open: bool,
    /// Seats and those who want them.
    pub counts: CohortCounts,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// A cohort in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortSummary {
    /// Identifier.
    pub id: CohortId,
    /// Where it stands.
    pub status: CohortStatus,
    /// The course.
    pub course_id: CourseId,
    /// The name of the course.
    pub course_name: Text,
    /// Its name.
    pub name: Text,
    /// Who organises it.
    pub organiser: NamedInstitution,
    /// Code of the wilaya it meets in; null for one that is held online.
    pub wilaya_code: Option<String>,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// From when on participants are enrolled.
    pub opens_at: Instant,
    /// Until when.
    pub closes_at: Instant,
    /// Whether they are enrolled now.
    pub open: bool,
    /// Whether associations enrol their own participants.
    pub self_enrolment: bool,
    /// Seats.
    pub capacity: u32,
    /// Seats and those who want them.
    pub counts: CohortCounts,
}

/// A step a cohort has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortStep {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<CohortStatus>,
    /// To which state.
    pub to_status: CohortStatus,
    /// Why.
    pub reason: Option<String>,
    /// Who, when it was a person; for the organiser alone.
    pub person_name: Option<String>,
}

/// The steps of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortStepList {
    /// First to last.
    pub items: Vec<CohortStep>,
}

/// Why something is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingReason {
    /// In words; those it concerns read it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("تعذر توفير القاعة"))]
    pub reason: String,
}

/// Who is to be enrolled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentInput {
    /// The association; an association enrols its own participants and may leave it out.
    #[serde(default)]
    pub association_id: Option<AssociationId>,
    /// The person.
    pub participant: CohortParticipant,
}

/// Who takes the place of a participant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplacementInput {
    /// Another association of the same chamber; that of the participant when absent.
    #[serde(default)]
    pub association_id: Option<AssociationId>,
    /// The person who comes instead.
    pub participant: CohortParticipant,
    /// Why.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("سفر الرئيسة في مهمة"))]
    pub reason: String,
}

/// The enrolment of a participant.
#[derive(Debug, Serialize, ToSchema)]
pub struct Enrolment {
    /// Identifier.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The name of the cohort.
    pub cohort_name: Text,
    /// Where the cohort stands.
    pub cohort_status: CohortStatus,
    /// First day of the cohort.
    pub starts_on: NaiveDate,
    /// Last day of the cohort.
    pub ends_on: NaiveDate,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Code of its wilaya.
    pub wilaya_code: String,
    /// Where it stands.
    pub status: EnrolmentStatus,
    /// Since when.
    pub status_since: Instant,
    /// Why it was refused or taken back.
    pub status_reason: Option<String>,
    /// The person.
    pub participant: CohortParticipant,
    /// The quota whose kept seat they have; null for an open seat or none.
    pub quota: Option<String>,
    /// Their place in the waiting list, from 1.
    pub place: Option<usize>,
    /// The institution that nominated them; null when the association enrolled them.
    pub nominated_by: Option<InstitutionId>,
    /// The enrolment this one took the place of.
    pub replaces_id: Option<EnrolmentId>,
    /// Where the cohort meets online, for those with a seat and those who run it.
    pub online_url: Option<String>,
    /// When it was asked for.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// A step an enrolment has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentStep {
    /// When.
    pub at: Instant,
    /// From which state; none for the first.
    pub from_status: Option<EnrolmentStatus>,
    /// To which state.
    pub to_status: EnrolmentStatus,
    /// Why.
    pub reason: Option<String>,
    /// Who; null when it followed from something else.
    pub person_name: Option<String>,
}

/// The steps of an enrolment.
#[derive(Debug, Serialize, ToSchema)]
pub struct EnrolmentStepList {
    /// First to last.
    pub items: Vec<EnrolmentStep>,
}

crate::text_enum! {
    /// The order of cohorts; a minus reverses it.
    pub enum CohortSort {
        /// By first day, next first.
        Starts = "starts_on",
        /// By first day, last first.
        StartsDown = "-starts_on",
    }
}

/// Filters of the cohorts.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CohortQuery {
    /// Words of the name, the course or the place, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub status: Vec<CohortStatus>,
    /// Its course.
    #[serde(default)]
    pub course_id: Option<CourseId>,
    /// Who organises it.
    #[serde(default)]
    pub organiser_id: Option<InstitutionId>,
    /// Codes of wilayas it meets in; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// Those that the caller teaches.
    #[serde(default)]
    pub taught_by_me: Option<bool>,
    /// Those that are still running on this day or later.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Order; next first when absent.
    #[serde(default)]
    pub sort: Option<CohortSort>,
}
crate::list_parameters!(CohortQuery);

crate::text_enum! {
    /// The order of enrolments; a minus reverses it.
    pub enum EnrolmentSort {
        /// As they came.
        Came = "came",
        /// Who came last first.
        CameDown = "-came",
    }
}

/// Filters of enrolments.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentQuery {
    /// Of one cohort.
    #[serde(default)]
    pub cohort_id: Option<CohortId>,
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub status: Vec<EnrolmentStatus>,
    /// The order.
    #[serde(default)]
    pub sort: Option<EnrolmentSort>,
}
crate::list_parameters!(EnrolmentQuery);
