use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::{Language, LongText, Text};
use crate::resources::courses::ProjectTool;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a trainer teaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainerProfile {
    /// The subjects, by the tool of the project workshop they work with.
    #[serde(default)]
    #[schema(max_items = 6)]
    pub subjects: Vec<ProjectTool>,
    /// The languages.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub languages: Vec<Language>,
    /// What else they say of themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<LongText>,
}

/// A trainer.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainerView {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The institution they are a trainer of; null for none.
    pub body_name: Option<Text>,
    /// The subjects they teach; none where they have not said so.
    pub subjects: Vec<ProjectTool>,
    /// The languages they teach in.
    pub languages: Vec<Language>,
    /// What else they say of themselves.
    pub about: Option<LongText>,
    /// When that was said last; null before.
    pub updated_at: Option<Instant>,
    /// Version of the profile; 0 before the first.
    pub version: i64,
}

/// Filters of the trainers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainerQuery {
    /// Words of the name, in any spelling.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
    /// Those who teach this subject.
    #[serde(default)]
    pub subject: Option<ProjectTool>,
    /// Those who teach in this language.
    #[serde(default)]
    pub language: Option<Language>,
}
crate::list_parameters!(TrainerQuery);
