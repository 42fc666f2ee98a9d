//! What jobs are made of, as they are stored.

use crate::kernel::ids::AssociationId;
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
