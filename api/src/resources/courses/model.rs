//! What a course is made of, and what its modules must agree on. Pure.

use crate::kernel::language::{LongText, Text};
use crate::kernel::validate::{Fault, Faults};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

crate::id_type!(/// A course.
    CourseId);

crate::text_enum! {
    /// Where a course stands.
    pub enum CourseStatus {
        /// Never published; its owner alone sees it.
        Draft = "draft",
        /// Taught: cohorts may be made of it.
        Published = "published",
        /// No longer taught; those who took it still find it.
        Archived = "archived",
    }
}

crate::text_enum! {
    /// A tool of the project workshop that a module works with.
    pub enum ProjectTool {
        /// The collective business model.
        BusinessModel = "business_model",
        /// The value proposition.
        ValueProposition = "value_proposition",
        /// The activity network.
        ActivityNetwork = "activity_network",
        /// Budget and earned value.
        EarnedValue = "earned_value",
        /// Capital budgeting.
        CapitalBudgeting = "capital_budgeting",
        /// Partners and negotiation.
        Partners = "partners",
    }
}

crate::id_type!(/// A file of a course.
    CourseFileId);

impl CourseFileId {
    /// Where its bytes are.
    pub fn url(self) -> String {
        format!("/api/v1/course-files/{self}/content")
    }
    /// The file whose bytes are there.
    pub fn of_url(url: &str) -> Option<Self> {
        url.strip_prefix("/api/v1/course-files/")?.strip_suffix("/content")?.parse().ok()
    }
}

crate::text_enum! {
    /// What a material is.
    pub enum MaterialKind {
        /// A page elsewhere.
        Link = "link",
        /// A video elsewhere.
        Video = "video",
        /// A file of the course.
        File = "file",
    }
}

/// Something to read or watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseMaterial {
    /// What it is called.
    pub title: Text,
    /// What it is.
    pub kind: MaterialKind,
    /// Where it is: an address elsewhere, or the `url` of a file of the course.
    #[schema(
        min_length = 10,
        max_length = 500,
        pattern = r"^(https://[^\s/]+\.[^\s]+|/api/v1/course-files/[0-9a-f-]{36}/content)$",
        examples("https://www.cnam.dz/guide")
    )]
    pub url: String,
}

/// A part of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseModule {
    /// Its short name in the course, which stays from version to version.
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("earned-value"))]
    pub code: String,
    /// Its title.
    pub title: Text,
    /// What whoever has taken it can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aims: Option<LongText>,
    /// How long it is taught, in minutes.
    #[schema(minimum = 15, maximum = 60_000, examples(360))]
    pub minutes: u32,
    /// The tool of the project workshop that its assignment uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tool: Option<ProjectTool>,
    /// What participants do in their own project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<LongText>,
    /// What there is to read or watch.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub materials: Vec<CourseMaterial>,
}

/// What can be written of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseInput {
    /// Its name.
    pub name: Text,
    /// What it is for.
    pub aims: LongText,
    /// Whom it is for.
    pub audience: LongText,
    /// Codes of the craft sectors it is for; all when empty.
    #[serde(default)]
    #[schema(max_items = 30)]
    pub craft_sectors: Vec<String>,
    /// What is taught, in order.
    #[schema(min_items = 1, max_items = 40)]
    pub modules: Vec<CourseModule>,
}

impl CourseInput {
    /// How long it is taught, in minutes.
    pub fn minutes(&self) -> u32 {
        self.modules.iter().fold(0, |sum, module| sum.saturating_add(module.minutes))
    }

    /// The tools its modules work with, each once.
    pub fn tools(&self) -> Vec<ProjectTool> {
        let mut tools: Vec<ProjectTool> = Vec::new();
        for tool in self.modules.iter().filter_map(|module| module.tool) {
            if !tools.contains(&tool) {
                tools.push(tool);
            }
        }
        tools
    }

    /// The files its materials lead to, with where each stands.
    pub fn files(&self) -> impl Iterator<Item = (String, CourseFileId)> {
        self.modules.iter().enumerate().flat_map(|(index, module)| {
            module
                .materials
                .iter()
                .enumerate()
                .filter_map(move |(place, one)| Some((format!("/modules/{index}/materials/{place}/url"), CourseFileId::of_url(&one.url)?)))
        })
    }

    /// Notes what the modules contradict.
    pub fn check(&self, faults: &mut Faults) {
        let mut seen = HashSet::new();
        for (index, module) in self.modules.iter().enumerate() {
            if !seen.insert(module.code.as_str()) {
                faults.add(format!("/modules/{index}/code"), Fault::Repeated);
            }
            if module.assignment.is_some() && module.tool.is_none() {
                faults.add(format!("/modules/{index}/tool"), Fault::Required);
            }
            for (place, one) in module.materials.iter().enumerate() {
                let pointer = format!("/modules/{index}/materials/{place}/url");
                match (one.kind, CourseFileId::of_url(&one.url)) {
                    (MaterialKind::File, None) => faults.expecting(pointer, Fault::WrongFormat, "/api/v1/course-files/{id}/content"),
                    (MaterialKind::Link | MaterialKind::Video, Some(_)) => faults.expecting(pointer, Fault::WrongFormat, "https://…"),
                    _ => {}
                }
            }
        }
    }
}
