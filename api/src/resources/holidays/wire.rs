pub use super::model::HolidayId;
use crate::kernel::language::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A public holiday in a year.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayOccurrence {
    /// The holiday.
    pub id: HolidayId,
    /// What is celebrated, as a code.
    #[schema(examples("eid_al_adha"))]
    pub code: String,
    /// First day off.
    pub date: NaiveDate,
    /// Last day off.
    pub until: NaiveDate,
    /// Name.
    pub name: Text,
    /// The date is computed and may still move.
    pub provisional: bool,
}

/// A public holiday.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holiday {
    /// Identifier.
    pub id: HolidayId,
    /// What it is.
    #[serde(flatten)]
    pub holiday: HolidayInput,
    /// Version of the row.
    pub version: i64,
}

/// What can be written of a public holiday.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayInput {
    /// What is celebrated, as a code.
    #[schema(min_length = 2, max_length = 40, pattern = "^[a-z][a-z0-9_]*$", examples("eid_al_adha"))]
    pub code: String,
    /// First day off; for a yearly holiday, the first time it was one.
    pub date: NaiveDate,
    /// Last day off, when it is longer than a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The same day every year.
    #[serde(default)]
    pub every_year: bool,
    /// Name.
    pub name: Text,
    /// The date is certain; a date that is not is provisional.
    #[serde(default)]
    pub confirmed: bool,
    /// The text or announcement it rests on.
    #[schema(min_length = 1, max_length = 300)]
    pub source: String,
}

/// Which holidays are wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayQuery {
    /// The year; the present one when absent.
    #[serde(default)]
    #[schema(minimum = 1963, maximum = 2200)]
    pub year: Option<i32>,
}
crate::query_parameters!(HolidayQuery);
