pub use super::model::{CardId, ElementInput, NoteInput};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::resources::projects::Id as ProjectId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A note of the business model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Note {
    /// Identifier.
    pub id: CardId,
    /// Its content.
    #[serde(flatten)]
    pub note: NoteInput,
    /// Who wrote it, when it was a person.
    pub author_id: Option<PersonId>,
    /// Their name.
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the note.
    pub version: i64,
}

/// The collective business model of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct BusinessModel {
    /// The project.
    pub project_id: ProjectId,
    /// The notes, in their order.
    pub notes: Vec<Note>,
    /// Version of the canvas.
    pub version: i64,
}

/// The name of a version.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CanvasVersionInput {
    /// What it is called.
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("بعد ورشة الأعضاء"))]
    pub name: String,
}

/// A named version in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CanvasVersionSummary {
    /// 1, 2, 3…
    pub number: i64,
    /// What it is called.
    pub name: String,
    /// When it was named.
    pub at: Instant,
    /// By whom, when it was a person.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub person_name: Option<String>,
}

/// A named version: it never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct CanvasVersion {
    /// 1, 2, 3…
    pub number: i64,
    /// What it is called.
    pub name: String,
    /// When it was named.
    pub at: Instant,
    /// The notes as they were.
    pub notes: Vec<Note>,
}

/// Which versions to compare.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparisonQuery {
    /// Number of the earlier version.
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub from: i64,
    /// Number of the later version; the canvas as it is now when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub to: Option<i64>,
}
crate::query_parameters!(ComparisonQuery);

/// A note that is not the same in two versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedNote {
    /// The note as it was.
    pub before: Note,
    /// The note as it is.
    pub after: Note,
}

/// What two versions differ in.
#[derive(Debug, Serialize, ToSchema)]
pub struct CanvasComparison {
    /// Number of the earlier version.
    pub from: i64,
    /// Number of the later version; null for the canvas as it is now.
    pub to: Option<i64>,
    /// Notes that are new.
    pub added: Vec<Note>,
    /// Notes that are gone.
    pub removed: Vec<Note>,
    /// Notes whose words, block, colour, order or links changed.
    pub changed: Vec<ChangedNote>,
    /// How many notes are the same.
    pub unchanged: usize,
}

/// An element of the value proposition.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Element {
    /// Identifier.
    pub id: CardId,
    /// Its content.
    #[serde(flatten)]
    pub element: ElementInput,
    /// Who wrote it, when it was a person.
    pub author_id: Option<PersonId>,
    /// Their name.
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: Instant,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the element.
    pub version: i64,
}

/// How many needs of a kind there are, and how many of them something answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answered {
    /// All.
    pub all: usize,
    /// Those that something answers.
    pub answered: usize,
}

/// How well the offers fit the people served.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fit {
    /// Tasks, answered by offers.
    pub tasks: Answered,
    /// Difficulties, answered by relievers.
    pub difficulties: Answered,
    /// Gains, answered by creators.
    pub gains: Answered,
    /// Answered over all, 0–1; null when there is nothing to answer.
    pub share: Option<f64>,
}

/// The value proposition of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ValueProposition {
    /// The project.
    pub project_id: ProjectId,
    /// The elements, in their order.
    pub elements: Vec<Element>,
    /// How well they fit.
    pub fit: Fit,
    /// Version of the canvas.
    pub version: i64,
}
