//! Rounds of evaluation, what an answer must agree on, and figures of many. Pure.

pub mod figures;

use crate::kernel::rounds::Window;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::courses::ProjectTool;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// When participants are asked.
    pub enum EvaluationRound {
        /// From the last day of the cohort on: how the course was.
        End = "end",
        /// From six months after it on: what came of it.
        AfterSixMonths = "after_6_months",
    }
}

crate::text_enum! {
    /// How often a tool of the course is used.
    pub enum Frequency {
        /// It was not used since.
        Never = "never",
        /// Now and then.
        Sometimes = "sometimes",
        /// As a matter of course.
        Regularly = "regularly",
    }
}

/// Most of any count.
const MOST: u32 = 1000;

impl EvaluationRound {
    /// Months after the last day of the cohort.
    pub fn months(self) -> u32 {
        match self {
            Self::End => 0,
            Self::AfterSixMonths => 6,
        }
    }
    /// Its window for a cohort that ends on a day.
    pub fn window(self, ends_on: NaiveDate) -> Window {
        Window::after(ends_on, self.months())
    }
}

/// How a participant judges a course, each from 1 (bad) to 5 (very good).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseJudgement {
    /// Whether its aims were reached.
    #[schema(minimum = 1, maximum = 5)]
    pub aims: u32,
    /// What was taught.
    #[schema(minimum = 1, maximum = 5)]
    pub content: u32,
    /// Who taught it.
    #[schema(minimum = 1, maximum = 5)]
    pub trainers: u32,
    /// Work on one's own project.
    #[schema(minimum = 1, maximum = 5)]
    pub practice: u32,
    /// Place, hours, materials.
    #[schema(minimum = 1, maximum = 5)]
    pub organisation: u32,
    /// Whether they would recommend it to other associations.
    pub would_recommend: bool,
}

/// How often one tool is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolUse {
    /// A tool of the course.
    pub tool: ProjectTool,
    /// How often.
    pub frequency: Frequency,
}

/// What came of a course after six months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseUse {
    /// How often the tools of the course are used, each once.
    #[schema(max_items = 20)]
    pub tools: Vec<ToolUse>,
    /// Projects begun since.
    #[schema(minimum = 0, maximum = 1000, examples(1))]
    pub projects_begun: u32,
    /// Partnerships signed since.
    #[schema(minimum = 0, maximum = 1000, examples(2))]
    pub partnerships_signed: u32,
}

/// What a participant hands in for a round: `judgement` at the end, `course_use` after six months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseEvaluation {
    /// Which round; by a link, that of the link.
    pub round: EvaluationRound,
    /// How the course was, at its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<CourseJudgement>,
    /// What came of it, after six months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course_use: Option<CourseUse>,
    /// What should be better, in words that do not say who writes; those who run the cohort read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub comment: Option<String>,
}

impl CourseEvaluation {
    /// Notes what the contract cannot say; `tools` are those of the course.
    pub fn check(&self, tools: &[ProjectTool], faults: &mut Faults) {
        let end = self.round == EvaluationRound::End;
        for (pointer, there, asked) in [("/judgement", self.judgement.is_some(), end), ("/course_use", self.course_use.is_some(), !end)] {
            match (there, asked) {
                (false, true) => faults.add(pointer, Fault::Required),
                (true, false) => faults.expecting(pointer, Fault::NotAllowed, "null"),
                _ => {}
            }
        }
        if let Some(course_use) = &self.course_use {
            course_use.check(tools, faults);
        }
        let control = |text: &String| text.chars().any(|letter| letter.is_control() && !"\n\r\t".contains(letter));
        if self.comment.as_ref().is_some_and(control) {
            faults.add("/comment", Fault::ForbiddenCharacters);
        }
    }
}

impl CourseUse {
    fn check(&self, tools: &[ProjectTool], faults: &mut Faults) {
        for (place, one) in self.tools.iter().enumerate() {
            let pointer = format!("/course_use/tools/{place}/tool");
            if self.tools[..place].iter().any(|earlier| earlier.tool == one.tool) {
                faults.add(&pointer, Fault::Repeated);
            } else if !tools.contains(&one.tool) {
                let names: Vec<String> = tools.iter().map(ToString::to_string).collect();
                faults.expecting(&pointer, Fault::NotAllowed, names.join(", "));
            }
        }
        let counts = [("/course_use/projects_begun", self.projects_begun), ("/course_use/partnerships_signed", self.partnerships_signed)];
        for (pointer, count) in counts {
            if count > MOST {
                faults.expecting(pointer, Fault::TooLarge, MOST);
            }
        }
    }
}
