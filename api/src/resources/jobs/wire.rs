use crate::kernel::db::types::{Instant, Json};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A job.
    JobId);

crate::text_enum! {
    /// Where a job stands.
    pub enum JobState {
        /// Waiting for a runner.
        Queued = "queued",
        /// Under way.
        Running = "running",
        /// Finished; the report says with what.
        Done = "done",
        /// Ended by a fault; what was reported as written stays.
        Failed = "failed",
        /// Ended because somebody asked for it; what was reported as written stays.
        Cancelled = "cancelled",
    }
}

crate::text_enum! {
    /// What became of a row.
    pub enum Outcome {
        /// A new association, or one that would be in a dry run.
        Added = "added",
        /// In the register already, with the same content.
        Unchanged = "unchanged",
        /// Something is to be mended.
        Wrong = "wrong",
        /// Probably in the register or in the file already: somebody has to decide.
        Duplicate = "duplicate",
    }
}

/// What a job has come to so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// Rows added; in a dry run, or when nothing was written, rows that would be.
    pub added: i64,
    /// Rows that are in the register already with the same content.
    pub unchanged: i64,
    /// Rows with something to mend.
    pub wrong: i64,
    /// Rows that are probably there already, for decision.
    pub duplicates: i64,
    /// Whether the added rows are in the register.
    pub written: bool,
    /// Columns of the file.
    pub columns: Vec<String>,
    /// Those that no field was found for.
    pub ignored_columns: Vec<String>,
}

/// Why a job failed, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// The limit or the expected value.
    #[serde(default)]
    pub expected: String,
    /// The row at fault.
    #[serde(default)]
    pub row: Option<i64>,
}

/// Why a job failed.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobFailure {
    /// Stable code.
    #[schema(examples("storage_unavailable"))]
    pub code: String,
    /// What happened and the mend, in the language asked for.
    pub detail: String,
    /// The row of the file where it happened.
    pub row: Option<i64>,
}

/// A job.
#[derive(Debug, Serialize, ToSchema)]
pub struct Job {
    /// Identifier.
    pub id: JobId,
    /// What it does.
    #[schema(examples("association_import"))]
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// Rows worked through.
    pub done: i64,
    /// All rows, as far as known: estimated until the end, null where it cannot be.
    pub total: Option<i64>,
    /// What it has come to so far.
    pub report: Report,
    /// Why it failed.
    pub failure: Option<JobFailure>,
    /// Somebody asked for its end.
    pub cancel_requested: bool,
    /// The file's name, when it was given.
    pub file_name: Option<String>,
    /// What was asked for.
    #[schema(value_type = Object)]
    pub parameters: Json,
    /// For which institution.
    pub institution_id: Option<InstitutionId>,
    /// Who started it, when it was a person.
    pub created_by: Option<PersonId>,
    /// When it was started.
    pub created_at: Instant,
    /// Last progress.
    pub updated_at: Instant,
    /// When it ended.
    pub finished_at: Option<Instant>,
}

/// Filters of the list of jobs.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JobQuery {
    /// Where they stand.
    #[serde(default)]
    pub state: Option<JobState>,
    /// Rows on a page.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page starts.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub cursor: Option<String>,
}
crate::query_parameters!(JobQuery);

/// Filters of the rows of a job.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JobRowQuery {
    /// What became of them.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Rows on a page.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page starts.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub cursor: Option<String>,
}
crate::query_parameters!(JobRowQuery);

/// What is wrong with a cell, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Header of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The field it was read as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The place in the association (RFC 6901).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pointer: String,
    /// What the cell holds.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// Stable code.
    pub code: String,
    /// The limit or the expected value.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expected: String,
    /// What was probably meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likely: Option<String>,
}

/// A likely duplicate of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Match {
    /// The association in the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association_id: Option<AssociationId>,
    /// The earlier row of the same file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<i64>,
    /// Its name in Arabic.
    pub name: String,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// What speaks for and against it.
    #[schema(examples("same_name", "same_commune"))]
    pub reasons: Vec<String>,
}

/// What was found about a row, as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// What is wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Finding>,
    /// Likely duplicates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<Match>,
}

/// What is wrong with a cell or a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowFault {
    /// Header of the column; null when the whole row is meant.
    pub column: Option<String>,
    /// The field it was read as.
    pub field: Option<String>,
    /// The place in the association (RFC 6901).
    #[schema(examples("/seat/commune_code"))]
    pub pointer: String,
    /// What the cell holds.
    pub value: String,
    /// Stable code.
    #[schema(examples("phone_too_short"))]
    pub code: String,
    /// What is wrong and how to mend it, in the language asked for.
    pub detail: String,
    /// What was probably meant.
    pub likely: Option<String>,
}

/// A row of a file, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobRowView {
    /// Its number in the file, as an editor or a spreadsheet shows it.
    pub number: i64,
    /// What became of it.
    pub outcome: Outcome,
    /// The association it became, or is already.
    pub association_id: Option<AssociationId>,
    /// What is wrong.
    pub faults: Vec<RowFault>,
    /// Likely duplicates.
    pub matches: Vec<Match>,
    /// Its cells, for rows somebody has to look at.
    pub cells: Option<Vec<String>>,
}
