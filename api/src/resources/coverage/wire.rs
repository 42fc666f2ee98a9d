pub use super::model::{CoverageBreakdown, PresidentTraining};
use crate::kernel::db::types::Json;
use crate::kernel::ids::AssociationId;
use crate::kernel::language::{LongText, Text};
use crate::kernel::money::Money;
use crate::resources::associations::{Level, Office};
use crate::resources::cohorts::Id as CohortId;
use crate::resources::courses::Id as CourseId;
use crate::resources::events::Id as EventId;
use crate::resources::outcomes::OutcomeRound;
use crate::resources::projects::{Id as ProjectId, Stage};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingCoverageSummaryQuery {
    /// The course; any when it is left out.
    #[serde(default)]
    pub course_id: Option<CourseId>,
    /// What was known at the end of this day in Algeria; today when it is left out.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// What the figures are broken down by; by wilaya when it is left out.
    #[serde(default)]
    pub by: Option<CoverageBreakdown>,
    /// Only the wilayas the caller is in charge of, and nothing of them hidden.
    #[serde(default)]
    pub in_charge: Option<bool>,
}
crate::query_parameters!(TrainingCoverageSummaryQuery);

/// Presidents in office of a wilaya, a level or a craft sector. Small figures are hidden, and others where they would tell a small one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TrainingCoveragePart {
    /// Code of the wilaya, level or craft sector.
    pub code: String,
    /// Associations in the register.
    pub associations: usize,
    /// Those with a president in office; null when hidden.
    pub presidents: Option<usize>,
    /// Those whose president is trained; null when hidden.
    pub trained: Option<usize>,
    /// Those whose president is enrolled now; null when hidden.
    pub enrolled: Option<usize>,
    /// Those whose president ended without a certificate; null when hidden.
    pub without_certificate: Option<usize>,
}

/// How many presidents in office are trained.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingCoverageSummary {
    /// What was known at the end of this day.
    pub as_of: NaiveDate,
    /// The course; null for any.
    pub course_id: Option<CourseId>,
    /// What the parts are.
    pub by: CoverageBreakdown,
    /// Whether nothing is hidden; else figures of at least `least_shown`, and all of the wilayas the caller is in charge of.
    pub complete: bool,
    /// Smaller figures are hidden.
    pub least_shown: usize,
    /// Associations in the register.
    pub associations: usize,
    /// Those with a president in office; null when hidden.
    pub presidents: Option<usize>,
    /// Those whose president is trained; null when hidden.
    pub trained: Option<usize>,
    /// Those whose president is enrolled now; null when hidden.
    pub enrolled: Option<usize>,
    /// Those whose president ended without a certificate; null when hidden.
    pub without_certificate: Option<usize>,
    /// The same by wilaya, level or craft sector, where there is an association. One of several craft sectors counts in each.
    pub parts: Vec<TrainingCoveragePart>,
    /// How it was computed.
    pub computed: LongText,
}

/// Which presidents are listed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingCoverageQuery {
    /// The course; any when it is left out.
    #[serde(default)]
    pub course_id: Option<CourseId>,
    /// What was known at the end of this day in Algeria; today when it is left out.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// Only those who are trained, or only those who are not.
    #[serde(default)]
    pub trained: Option<bool>,
    /// How far they are; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub training: Vec<PresidentTraining>,
    /// Codes of wilayas; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub wilaya: Vec<String>,
    /// Levels; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub level: Vec<Level>,
    /// Codes of craft sectors; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub craft_sector: Vec<String>,
}
crate::list_parameters!(TrainingCoverageQuery);

/// A seat of a president in a cohort.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PresidentSeat {
    /// The course.
    pub course_id: CourseId,
    /// Its name.
    pub course_name: Text,
    /// The cohort.
    pub cohort_id: CohortId,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// What came of it.
    pub training: PresidentTraining,
    /// Code of the certificate in force.
    #[schema(examples("7GK2-M9QR-T4X1"))]
    pub certificate_code: Option<String>,
    /// The day it was issued.
    pub issued_on: Option<NaiveDate>,
}

/// An association and how far its president in office is in training.
#[derive(Debug, Serialize, ToSchema)]
pub struct PresidentCoverage {
    /// The association.
    pub association_id: AssociationId,
    /// Its registration number.
    pub registration_number: Option<String>,
    /// Its name.
    pub association_name: Text,
    /// Its level.
    pub level: Level,
    /// Code of the wilaya of its seat.
    pub wilaya_code: String,
    /// Codes of its craft sectors.
    #[schema(value_type = Vec<String>)]
    pub craft_sectors: Json,
    /// The president in office.
    pub president_name: String,
    /// First day of the mandate.
    pub president_since: NaiveDate,
    /// How far they are.
    pub training: PresidentTraining,
    /// Their seats in cohorts, first first.
    pub seats: Vec<PresidentSeat>,
}

/// Which associations are followed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingPathQuery {
    /// The course; any when it is left out.
    #[serde(default)]
    pub course_id: Option<CourseId>,
    /// Codes of wilayas; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub wilaya: Vec<String>,
    /// Levels; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub level: Vec<Level>,
    /// Codes of craft sectors; repeat for several.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub craft_sector: Vec<String>,
}
crate::list_parameters!(TrainingPathQuery);

/// A certificate in force of somebody of an association.
#[derive(Debug, Serialize, ToSchema)]
pub struct PathCertificate {
    /// The course, as the certificate says.
    pub course_name: Text,
    /// Their office then; none for an artisan.
    pub office: Option<Office>,
    /// The day it was issued.
    pub issued_on: NaiveDate,
}

/// A project begun since.
#[derive(Debug, Serialize, ToSchema)]
pub struct PathProject {
    /// The project.
    pub project_id: ProjectId,
    /// Its name.
    pub project_name: Text,
    /// Where it stands.
    pub stage: Stage,
    /// The day it was begun.
    pub begun_on: NaiveDate,
}

/// What was declared in a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct PathSales {
    /// The round.
    pub round: OutcomeRound,
    /// What was sold.
    pub sales: Money,
    /// What the orders are worth.
    pub orders_value: Money,
}

/// An event taken part in since.
#[derive(Debug, Serialize, ToSchema)]
pub struct PathEvent {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Whether the caller may read what was declared: the association, the organisers of the event and the ministry.
    pub sales_shown: bool,
    /// What was declared, round by round.
    pub declared: Vec<PathSales>,
}

/// What became of the training of an association.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingPath {
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Its level.
    pub level: Level,
    /// Code of the wilaya of its seat.
    pub wilaya_code: String,
    /// The day of the first certificate in force; what follows is of that day or later.
    pub since: NaiveDate,
    /// Certificates in force, as they were issued.
    pub certificates: Vec<PathCertificate>,
    /// Projects, as they were begun.
    pub projects: Vec<PathProject>,
    /// Events, as they began.
    pub events: Vec<PathEvent>,
}
