pub use super::model::JobId;
use super::model::{JobState, Match, Outcome, Report};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::ids::{AssociationId, InstitutionId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
}
crate::list_parameters!(JobQuery);

/// Filters of the rows of a job.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JobRowQuery {
    /// What became of them.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}
crate::list_parameters!(JobRowQuery);

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
