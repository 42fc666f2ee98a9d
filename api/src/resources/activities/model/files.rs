//! What a file of a network gives, and what can be wrong with it.

use super::{Activity, ActivityInput, ProjectCalendar};
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;

/// What was read.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// The activities, in the order of the file.
    pub activities: Vec<ActivityInput>,
    /// The working time, when the file tells it.
    pub working_time: Option<ProjectCalendar>,
    /// What could not be taken over as it stands.
    pub remarks: Vec<ImportRemark>,
    /// Whether every file of this form has room for three estimates and for names in three languages.
    pub tells_everything: bool,
}

impl Read {
    /// Takes over from the activities of the same code what the form of the file cannot say.
    pub fn complete(&mut self, known: &[Activity]) {
        let by_code: HashMap<&str, &ActivityInput> = known.iter().map(|one| (one.content.code.as_str(), &one.content)).collect();
        for row in &mut self.activities {
            let Some(old) = by_code.get(row.code.as_str()) else { continue };
            row.measure.clone_from(&old.measure);
            if !self.tells_everything {
                row.estimate = row.estimate.or(old.estimate);
                if row.name.ar == old.name.ar {
                    row.name.fr = row.name.fr.take().or_else(|| old.name.fr.clone());
                    row.name.en = row.name.en.take().or_else(|| old.name.en.clone());
                }
            }
        }
    }
}

/// Something of a file that a network of the platform does not have, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImportRemark {
    /// What it is: `inactive_task`, `link_to_summary`, `link_to_another_project`, `lag_in_percent`, `lag_in_elapsed_time`, `summary_task`.
    pub code: &'static str,
    /// The activity, by name.
    pub activity: String,
}

/// Why a file cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// Where: the root, or a row.
    pub pointer: String,
    /// Which fault, one of [`CODES`].
    pub code: &'static str,
    /// The facts: the activity and the value.
    pub facts: String,
}

impl FileFault {
    /// A fault.
    pub fn new(pointer: impl Into<String>, code: &'static str, facts: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, facts: facts.into() }
    }
}

/// Every code of a fault, so that a test can prove that each has words.
#[cfg(test)]
pub const CODES: [&str; 12] = [
    "broken_xml",
    "document_type",
    "file_too_large",
    "file_too_deep",
    "not_a_project",
    "broken_table",
    "column_missing",
    "wrong_duration",
    "wrong_date",
    "wrong_predecessor",
    "unknown_predecessor",
    "wrong_constraint",
];
