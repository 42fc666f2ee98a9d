//! What participants think together.

use super::{CourseEvaluation, CourseJudgement, CourseUse, Frequency};
use crate::resources::courses::ProjectTool;
use serde::Serialize;
use utoipa::ToSchema;

/// How participants judge a course together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct JudgementFigures {
    /// Mean of whether its aims were reached, in thousandths, 1000 to 5000, half up.
    pub aims: i64,
    /// Mean of what was taught.
    pub content: i64,
    /// Mean of who taught it.
    pub trainers: i64,
    /// Mean of the work on one's own project.
    pub practice: i64,
    /// Mean of the organisation.
    pub organisation: i64,
    /// How many would recommend it.
    pub would_recommend: usize,
}

/// How many use a tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ToolFigures {
    /// The tool.
    pub tool: ProjectTool,
    /// How many do not use it.
    pub never: usize,
    /// How many use it now and then.
    pub sometimes: usize,
    /// How many use it as a matter of course.
    pub regularly: usize,
}

/// What came of a course together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CourseUseFigures {
    /// The tools of the course, in its order.
    pub tools: Vec<ToolFigures>,
    /// Projects begun, all together.
    pub projects_begun: u64,
    /// How many have begun one or more.
    pub with_projects: usize,
    /// Partnerships signed, all together.
    pub partnerships_signed: u64,
    /// How many have signed one or more.
    pub with_partnerships: usize,
}

/// Means of judgements; nothing where nobody has said.
pub fn judged(all: &[CourseEvaluation]) -> Option<JudgementFigures> {
    let all: Vec<&CourseJudgement> = all.iter().filter_map(|one| one.judgement.as_ref()).collect();
    let count = i64::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let mean = |of: fn(&CourseJudgement) -> u32| {
        let sum: i64 = all.iter().map(|one| i64::from(of(one))).sum();
        (sum * 2000 + count) / (2 * count)
    };
    Some(JudgementFigures {
        aims: mean(|one| one.aims),
        content: mean(|one| one.content),
        trainers: mean(|one| one.trainers),
        practice: mean(|one| one.practice),
        organisation: mean(|one| one.organisation),
        would_recommend: all.iter().filter(|one| one.would_recommend).count(),
    })
}

/// Sums of what came of it; nothing where nobody has said.
pub fn used(all: &[CourseEvaluation], tools: &[ProjectTool]) -> Option<CourseUseFigures> {
    let all: Vec<&CourseUse> = all.iter().filter_map(|one| one.course_use.as_ref()).collect();
    if all.is_empty() {
        return None;
    }
    let said = |tool: ProjectTool, frequency| {
        let of = |one: &&&CourseUse| one.tools.iter().any(|said| said.tool == tool && said.frequency == frequency);
        all.iter().filter(of).count()
    };
    let figures = |tool: &ProjectTool| ToolFigures {
        tool: *tool,
        never: said(*tool, Frequency::Never),
        sometimes: said(*tool, Frequency::Sometimes),
        regularly: said(*tool, Frequency::Regularly),
    };
    Some(CourseUseFigures {
        tools: tools.iter().map(figures).collect(),
        projects_begun: all.iter().map(|one| u64::from(one.projects_begun)).sum(),
        with_projects: all.iter().filter(|one| one.projects_begun > 0).count(),
        partnerships_signed: all.iter().map(|one| u64::from(one.partnerships_signed)).sum(),
        with_partnerships: all.iter().filter(|one| one.partnerships_signed > 0).count(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{EvaluationRound, ToolUse};
    use super::*;

    #[test]
    fn means_are_in_thousandths_rounded_half_up() {
        let one = |aims| CourseEvaluation {
            round: EvaluationRound::End,
            judgement: Some(CourseJudgement { aims, content: 5, trainers: 1, practice: 3, organisation: 4, would_recommend: aims > 2 }),
            course_use: None,
            comment: None,
        };
        let figures = judged(&[one(1), one(5), one(5)]).unwrap();
        assert_eq!((figures.aims, figures.content, figures.trainers, figures.would_recommend), (3667, 5000, 1000, 2));
        assert_eq!(judged(&[]), None);
    }

    #[test]
    fn every_tool_of_the_course_is_counted_also_one_nobody_speaks_of() {
        let one = |frequency, projects_begun| CourseEvaluation {
            round: EvaluationRound::AfterSixMonths,
            judgement: None,
            course_use: Some(CourseUse {
                tools: vec![ToolUse { tool: ProjectTool::Partners, frequency }],
                projects_begun,
                partnerships_signed: 0,
            }),
            comment: None,
        };
        let all = [one(Frequency::Never, 0), one(Frequency::Regularly, 2), one(Frequency::Regularly, 1)];
        let figures = used(&all, &[ProjectTool::EarnedValue, ProjectTool::Partners]).unwrap();
        let of = |place: usize| (figures.tools[place].never, figures.tools[place].sometimes, figures.tools[place].regularly);
        assert_eq!((of(0), of(1)), ((0, 0, 0), (1, 0, 2)));
        assert_eq!((figures.projects_begun, figures.with_projects, figures.with_partnerships), (3, 2, 0));
    }
}
