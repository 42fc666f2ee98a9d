use super::model::{Access, Stage};
pub use super::model::{CommentId, ProjectId};
use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An association by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NamedAssociation {
    /// The association.
    pub id: AssociationId,
    /// Its name.
    pub name: Text,
}

/// What the plan of a project comes to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectPlan {
    /// When it is to be finished, as of the last change of the plan.
    pub finish: Option<NaiveDate>,
    /// Activities in its network.
    pub activities: i64,
    /// Work done, weighted by duration, 0–100.
    pub percent_done: f64,
}

/// A project.
#[derive(Debug, Serialize, ToSchema)]
pub struct Project {
    /// Identifier.
    pub id: ProjectId,
    /// The association it belongs to.
    pub association: NamedAssociation,
    /// Code of that association's wilaya.
    pub wilaya_code: String,
    /// Associations that take part.
    pub partners: Vec<NamedAssociation>,
    /// Names.
    pub name: Text,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub stage_since: Instant,
    /// When work starts.
    pub starts_on: Option<NaiveDate>,
    /// Variances of cost or time beyond this many per cent want an explanation.
    pub variance_threshold_percent: f64,
    /// Since when it is put away.
    pub archived_at: Option<Instant>,
    /// What the plan comes to.
    pub plan: ProjectPlan,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// A project in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectSummary {
    /// Identifier.
    pub id: ProjectId,
    /// The association it belongs to.
    pub association: NamedAssociation,
    /// Code of that association's wilaya.
    pub wilaya_code: String,
    /// Names.
    pub name: Text,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub stage_since: Instant,
    /// When work starts.
    pub starts_on: Option<NaiveDate>,
    /// Since when it is put away.
    pub archived_at: Option<Instant>,
    /// What the plan comes to.
    pub plan: ProjectPlan,
    /// When it was entered.
    pub created_at: Instant,
}

/// What can be written of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectInput {
    /// Names; Arabic is required.
    pub name: Text,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// Associations that take part beside the owner.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub partner_ids: Vec<AssociationId>,
    /// When work starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// Variances of cost or time beyond this many per cent want an explanation; 10 when absent.
    #[serde(default = "ten")]
    #[schema(minimum = 0.0, maximum = 1000.0, examples(10.0))]
    pub variance_threshold_percent: f64,
}

fn ten() -> f64 {
    10.0
}

/// What is different in a copy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyInput {
    /// Names of the copy; those of the original when absent.
    #[serde(default)]
    pub name: Option<Text>,
    /// When the copy starts; as the original when absent.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
}

/// Why a project takes a step.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageReason {
    /// In words; kept with the step.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("صادقت الجمعية العامة على الخطة"))]
    pub reason: String,
    /// The day it was decided; today when absent.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
}

/// A step a project has taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectTransition {
    /// When it was entered.
    pub at: Instant,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// From which stage; none for the first.
    pub from_stage: Option<Stage>,
    /// To which stage.
    pub to_stage: Stage,
    /// Why.
    pub reason: Option<String>,
    /// Who, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
}

/// Somebody of the associations of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMember {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their association.
    pub association_id: AssociationId,
    /// What they may do.
    pub access: Access,
    /// Whether the team says so; otherwise it follows from the association.
    pub listed: bool,
}

/// Everybody of the associations of a project, and what they may do in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Team {
    /// The people.
    pub items: Vec<TeamMember>,
    /// Version of the project.
    pub version: i64,
}

/// What one person may do.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamEntry {
    /// Somebody of an association of the project.
    pub person_id: PersonId,
    /// What they may do.
    pub access: Access,
}

/// The whole team as it is to be.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamInput {
    /// Everybody whose right does not follow from their association.
    #[schema(max_items = 200)]
    pub members: Vec<TeamEntry>,
}

/// What is said about a project.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentInput {
    /// In words.
    #[schema(min_length = 1, max_length = 5000, pattern = r"\S", examples("راجعوا مدة الشراء، فهي قصيرة."))]
    pub text: String,
    /// The part it is about, as its path below the project, such as `network`.
    #[serde(default)]
    #[schema(max_length = 300, examples("network"))]
    pub about: Option<String>,
}

/// Something said about a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct Comment {
    /// Identifier.
    pub id: CommentId,
    /// When.
    pub at: Instant,
    /// In which role.
    pub role: Role,
    /// Who, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
    /// The part it is about.
    pub about: Option<String>,
    /// In words.
    pub text: String,
}

crate::text_enum! {
    /// The order of a list; a minus reverses it.
    pub enum ProjectSort {
        /// By Arabic name.
        Name = "name",
        /// By Arabic name, last first.
        NameDown = "-name",
        /// By start, first first.
        Starts = "starts_on",
        /// By start, last first.
        StartsDown = "-starts_on",
        /// By day of entry, first first.
        Created = "created_at",
        /// By day of entry, last first.
        CreatedDown = "-created_at",
    }
}

/// Filters of the projects.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectQuery {
    /// Words of the name, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// Stages; repeat for several.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub stage: Vec<Stage>,
    /// Codes of wilayas of the owner; repeat for several.
    #[serde(default)]
    #[schema(max_items = 69)]
    pub wilaya: Vec<String>,
    /// The association that owns or shares it.
    #[serde(default)]
    pub association_id: Option<AssociationId>,
    /// Those put away instead of the others.
    #[serde(default)]
    pub archived: Option<bool>,
    /// Order; last entered first when absent.
    #[serde(default)]
    pub sort: Option<ProjectSort>,
}
crate::list_parameters!(ProjectQuery);
