//! What a cohort is graded by. Pure.

use crate::resources::assignments::{Id as AssignmentId, Task};
use crate::resources::exams::{Kind as ExamKind, Test};
use ::learning::grade::{Accepted, Conditions, Part, Scheme, Source};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::text_enum! {
    /// Where the score of a part comes from.
    pub enum GradeSource {
        /// The share of attendance.
        Attendance = "attendance",
        /// The test before the course.
        TestBefore = "test_before",
        /// The test after the course.
        TestAfter = "test_after",
        /// An assignment, assessed by the trainer.
        Assignment = "assignment",
        /// An assignment, assessed by other participants.
        PeerReview = "peer_review",
    }
}

/// A part of the grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GradePart {
    /// Where its score comes from; attendance and each test at most once.
    pub source: GradeSource,
    /// The assignment, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment_id: Option<AssignmentId>,
    /// How much it weighs beside the others; 0: it counts for the certificate alone.
    #[schema(minimum = 0, maximum = 10_000)]
    pub weight: u32,
    /// From how many reviews on the score of a peer review is known; half of those asked for when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 10)]
    pub least_reviews: Option<u32>,
}

impl GradePart {
    /// Its name in the gradebook.
    pub fn id(&self) -> String {
        match self.assignment_id {
            Some(id) => format!("{}:{id}", self.source),
            None => self.source.to_string(),
        }
    }
}

/// What can be written of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GradeSchemeInput {
    /// The parts, in the order they are shown.
    #[schema(max_items = 100)]
    pub parts: Vec<GradePart>,
    /// What a certificate asks for.
    #[serde(default)]
    pub certificate: Conditions,
}

impl GradeSchemeInput {
    /// What holds where nobody has written a scheme: attendance, the test after and every assignment weigh the same, the test before nothing; a certificate asks
    /// for the attendance of the cohort.
    pub fn usual(attendance_percent: u32, tests: &[Test], tasks: &[Task]) -> Self {
        let part = |source, assignment_id, weight| GradePart { source, assignment_id, weight, least_reviews: None };
        let test = |test: &Test| match test.kind {
            ExamKind::Before => part(GradeSource::TestBefore, None, 0),
            ExamKind::After => part(GradeSource::TestAfter, None, 1),
        };
        let mut parts = vec![part(GradeSource::Attendance, None, 1)];
        parts.extend(tests.iter().map(test));
        parts.extend(tasks.iter().map(|task| part(GradeSource::Assignment, Some(task.id), 1)));
        let least = attendance_percent.saturating_mul(100);
        Self { parts, certificate: Conditions { least_attendance: Some(least), ..Conditions::default() } }
    }

    /// The scheme as the crate counts it; parts of assignments that are not there are left out.
    pub fn counted(&self, tasks: &[Task]) -> Scheme {
        let source = |part: &GradePart| {
            let task = || tasks.iter().find(|task| Some(task.id) == part.assignment_id);
            Some(match part.source {
                GradeSource::Attendance => Source::Attendance {},
                GradeSource::TestBefore => Source::TestBefore {},
                GradeSource::TestAfter => Source::TestAfter {},
                GradeSource::Assignment => Source::Assignment { rubric: task()?.rubric.clone() },
                GradeSource::PeerReview => {
                    let task = task()?;
                    let least_reviews = part.least_reviews.unwrap_or(task.peer_reviews.div_ceil(2).max(1));
                    Source::PeerReview { rubric: task.rubric.clone(), least_reviews }
                }
            })
        };
        let part = |part: &GradePart| Some(Part { id: part.id(), weight: part.weight, source: source(part)? });
        Scheme { parts: self.parts.iter().filter_map(part).collect(), certificate: self.certificate }
    }

    /// The scheme that holds although an assignment it named may be gone: conditions ask for no more than there is.
    pub fn holding(&self, tasks: &[Task]) -> Scheme {
        let mut scheme = self.counted(tasks);
        let assignments = scheme.parts.iter().filter(|part| matches!(part.source, Source::Assignment { .. })).count();
        let most = u32::try_from(assignments).unwrap_or(u32::MAX);
        scheme.certificate.assignments_accepted = match scheme.certificate.assignments_accepted {
            _ if most == 0 => None,
            Some(Accepted::AtLeast(least)) => Some(Accepted::AtLeast(least.min(most))),
            other => other,
        };
        if scheme.parts.iter().all(|part| part.weight == 0) {
            scheme.certificate.least_grade = None;
        }
        scheme
    }
}
