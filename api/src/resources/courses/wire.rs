pub use super::model::{CourseFileId, CourseId, CourseInput};
use super::model::{CourseStatus, ProjectTool};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::InstitutionId;
use crate::kernel::language::Text;
use crate::resources::institutions::NamedInstitution;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A course.
#[derive(Debug, Serialize, ToSchema)]
pub struct Course {
    /// Identifier.
    pub id: CourseId,
    /// Where it stands.
    pub status: CourseStatus,
    /// Who wrote it.
    pub owner: NamedInstitution,
    /// Its content: the last published version, or what is being written for those who may change it.
    #[serde(flatten)]
    pub course: CourseInput,
    /// How long it is taught, in minutes.
    pub minutes: u32,
    /// Number of the last published version; null before the first.
    pub published_number: Option<i32>,
    /// Whether the content shown differs from the last published version.
    pub unpublished_changes: bool,
    /// Whether the caller may change it now.
    pub editable: bool,
    /// When it was entered.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// A course in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseSummary {
    /// Identifier.
    pub id: CourseId,
    /// Where it stands.
    pub status: CourseStatus,
    /// Who wrote it.
    pub owner: NamedInstitution,
    /// Its name.
    pub name: Text,
    /// How long it is taught, in minutes.
    pub minutes: u32,
    /// How many modules it has.
    pub modules: usize,
    /// The tools of the project workshop it works with.
    pub tools: Vec<ProjectTool>,
    /// Codes of the craft sectors it is for; all when empty.
    pub craft_sectors: Vec<String>,
    /// Number of the last published version; null before the first.
    pub published_number: Option<i32>,
}

/// A version of a course that was published.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseVersion {
    /// The course.
    pub course_id: CourseId,
    /// Counted from 1.
    pub number: i32,
    /// When it was published.
    pub published_at: Instant,
    /// Its content.
    #[serde(flatten)]
    pub course: CourseInput,
    /// How long it is taught, in minutes.
    pub minutes: u32,
}

/// A version in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseVersionSummary {
    /// Counted from 1.
    pub number: i32,
    /// When it was published.
    pub published_at: Instant,
    /// Its name then.
    pub name: Text,
    /// How long it was taught, in minutes.
    pub minutes: u32,
    /// How many modules it had.
    pub modules: usize,
}

crate::text_enum! {
    /// The order of courses; a minus reverses it.
    pub enum CourseSort {
        /// By Arabic name.
        Name = "name",
        /// By Arabic name, last first.
        NameDown = "-name",
        /// By last change.
        Updated = "updated_at",
        /// By last change, latest first.
        UpdatedDown = "-updated_at",
    }
}

/// Filters of the courses.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseQuery {
    /// Words of the name or of a module, in any spelling or language.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// States; repeat for several. Archived ones are left out when absent.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub status: Vec<CourseStatus>,
    /// Tools of the project workshop; repeat for several.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub tool: Vec<ProjectTool>,
    /// Codes of craft sectors; repeat for several. Courses for all crafts are among them.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub craft_sector: Vec<String>,
    /// The institution that wrote it.
    #[serde(default)]
    pub owner_id: Option<InstitutionId>,
    /// Order; by name when absent.
    #[serde(default)]
    pub sort: Option<CourseSort>,
}
crate::list_parameters!(CourseQuery);

/// A file of a course.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseFile {
    /// Identifier.
    pub id: CourseFileId,
    /// Where its bytes are: the `url` of a material of kind `file`.
    pub url: String,
    /// Its name.
    pub file_name: String,
    /// Its media type, told by the content.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// When it first came with a published version; null while those who write the course alone read it.
    pub published_at: Option<Instant>,
    /// When it was uploaded.
    pub created_at: Instant,
}

/// What is being uploaded to a course.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseUploadQuery {
    /// Its name.
    #[schema(min_length = 1, max_length = 150)]
    pub file_name: String,
}
crate::query_parameters!(CourseUploadQuery);
