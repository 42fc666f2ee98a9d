//! Checks a scheme, and reads what there is of a participant.

use std::collections::{HashMap, HashSet};

use super::part::{Known, Points};
use super::{
    Accepted, Conditions, MAX_CRITERIA, MAX_LEVELS, MAX_PARTS, MAX_REVIEWS, MAX_WEIGHT, Part, PartResult, Rubric, Scheme, Source, Work,
};
use crate::figures::FULL;
use crate::problem::{Problem, at_most, filled, within};

/// A scheme without faults.
pub(super) struct Prepared<'r> {
    pub scheme: &'r Scheme,
    index: HashMap<&'r str, usize>,
    /// By part: the points of its levels, if it has a rubric.
    points: Vec<Option<Points<'r>>>,
    /// How many assignments there are.
    pub assignments: u32,
}

impl<'r> Prepared<'r> {
    pub fn new(scheme: &'r Scheme) -> Result<Self, Problem> {
        at_most(MAX_PARTS, scheme.parts.len(), "/parts")?;
        let mut prepared = Self { scheme, index: HashMap::new(), points: Vec::new(), assignments: 0 };
        let mut kinds: HashMap<&str, usize> = HashMap::new();
        for (i, part) in scheme.parts.iter().enumerate() {
            let pointer = format!("/parts/{i}");
            filled(&part.id, || format!("{pointer}/id"))?;
            let about = |problem: Problem| problem.with("part", part.id.as_str());
            if let Some(first) = prepared.index.insert(part.id.as_str(), i) {
                let problem = Problem::new("duplicate_part", format!("{pointer}/id"), "an id no other part has");
                return Err(about(problem).with("first", first));
            }
            within(0, MAX_WEIGHT, part.weight, || format!("{pointer}/weight"), "0 to 10,000").map_err(about)?;
            let kind = kind(&part.source);
            let several = matches!(part.source, Source::Assignment { .. } | Source::PeerReview { .. });
            if let Some(first) = kinds.insert(kind, i).filter(|_| !several) {
                let problem = Problem::new("duplicate_part", format!("{pointer}/source"), "at most one part of this kind");
                return Err(about(problem).with("first", first));
            }
            let at = format!("{pointer}/source");
            prepared.points.push(rubric_of(&part.source).map(|rubric| points(rubric, &at)).transpose().map_err(about)?);
            if let Source::PeerReview { least_reviews, .. } = &part.source {
                let most = u32::try_from(MAX_REVIEWS).unwrap_or(u32::MAX);
                within(1, most, *least_reviews, || format!("{at}/least_reviews"), "1 to 100").map_err(about)?;
            }
            prepared.assignments += u32::from(matches!(part.source, Source::Assignment { .. }));
        }
        prepared.conditions(&scheme.certificate)?;
        Ok(prepared)
    }

    /// A condition is about something the scheme has.
    fn conditions(&self, conditions: &Conditions) -> Result<(), Problem> {
        let Conditions { least_attendance, least_test_after, assignments_accepted, least_grade, .. } = conditions;
        let at = |name: &str| format!("/certificate/{name}");
        let wanted = [("least_attendance", least_attendance), ("least_test_after", least_test_after), ("least_grade", least_grade)];
        for (name, least) in wanted {
            within(0, FULL, least.unwrap_or(0), || at(name), "0 to 10,000")?;
        }
        let has = |wanted: &str| self.scheme.parts.iter().any(|part| kind(&part.source) == wanted);
        let missing =
            |name: &str, wanted: &str| Problem::new("missing_part", at(name), "a part of this kind in the scheme").with("kind", wanted);
        if least_attendance.is_some() && !has("attendance") {
            return Err(missing("least_attendance", "attendance"));
        }
        if least_test_after.is_some() && !has("test_after") {
            return Err(missing("least_test_after", "test_after"));
        }
        match assignments_accepted {
            Some(_) if self.assignments == 0 => return Err(missing("assignments_accepted", "assignment")),
            Some(Accepted::AtLeast(least)) => {
                within(1, self.assignments, *least, || at("assignments_accepted/at_least"), "1 to as many assignments as there are")?;
            }
            _ => {}
        }
        if least_grade.is_some() && self.scheme.parts.iter().all(|part| part.weight == 0) {
            return Err(Problem::new("nothing_weighs", at("least_grade"), "a grade only of parts that weigh"));
        }
        Ok(())
    }

    /// What is known of each part.
    pub fn read(&self, results: &[PartResult], closed: bool) -> Result<Vec<Known>, Problem> {
        let mut works: Vec<Option<&Work>> = vec![None; self.scheme.parts.len()];
        for (i, result) in results.iter().enumerate() {
            let about = |problem: Problem| problem.with("part", result.part.as_str());
            let found = self.index.get(result.part.as_str()).copied();
            let found = found.and_then(|place| Some((self.scheme.parts.get(place)?, self.points.get(place)?, works.get_mut(place)?)));
            let Some((part, points, work)) = found else {
                return Err(about(Problem::new("unknown_part", format!("/results/{i}/part"), "the id of one of the parts")));
            };
            if work.is_some() {
                return Err(about(Problem::new("duplicate_result", format!("/results/{i}/part"), "at most one result for each part")));
            }
            check(part, points.as_ref(), &result.result, &format!("/results/{i}/result")).map_err(about)?;
            *work = Some(&result.result);
        }
        let parts = self.scheme.parts.iter().zip(&self.points).zip(works);
        Ok(parts.map(|((part, points), work)| Known::of(part, points.as_ref(), work, closed)).collect())
    }
}

/// What a part is called in problems.
fn kind(source: &Source) -> &'static str {
    match source {
        Source::Attendance {} => "attendance",
        Source::TestBefore {} => "test_before",
        Source::TestAfter {} => "test_after",
        Source::Assignment { .. } => "assignment",
        Source::PeerReview { .. } => "peer_review",
    }
}

fn rubric_of(source: &Source) -> Option<&Rubric> {
    match source {
        Source::Assignment { rubric } | Source::PeerReview { rubric, .. } => Some(rubric),
        _ => None,
    }
}

/// The points of a rubric without faults.
fn points<'r>(rubric: &'r Rubric, pointer: &str) -> Result<Points<'r>, Problem> {
    let list = format!("{pointer}/rubric/criteria");
    if rubric.criteria.is_empty() {
        return Err(Problem::new("required", list, "at least one criterion"));
    }
    at_most(MAX_CRITERIA, rubric.criteria.len(), &list)?;
    let mut points = Points { criteria: HashMap::new(), best: 0 };
    for (i, criterion) in rubric.criteria.iter().enumerate() {
        let at = format!("{list}/{i}");
        filled(&criterion.id, || format!("{at}/id"))?;
        let about = |problem: Problem| problem.with("criterion", criterion.id.as_str());
        if criterion.levels.is_empty() {
            return Err(about(Problem::new("required", format!("{at}/levels"), "at least one level")));
        }
        at_most(MAX_LEVELS, criterion.levels.len(), &format!("{at}/levels")).map_err(about)?;
        let (mut levels, mut best) = (HashMap::new(), 0);
        for (j, level) in criterion.levels.iter().enumerate() {
            filled(&level.id, || format!("{at}/levels/{j}/id")).map_err(about)?;
            within(0, MAX_WEIGHT, level.points, || format!("{at}/levels/{j}/points"), "0 to 10,000").map_err(about)?;
            if levels.insert(level.id.as_str(), level.points).is_some() {
                let problem = Problem::new("duplicate_level", format!("{at}/levels/{j}/id"), "an id no other level of the criterion has");
                return Err(about(problem).with("level", level.id.as_str()));
            }
            best = best.max(level.points);
        }
        points.best += best;
        if points.criteria.insert(criterion.id.as_str(), (levels, best)).is_some() {
            return Err(about(Problem::new("duplicate_criterion", format!("{at}/id"), "an id no other criterion has")));
        }
    }
    match points.best {
        0 => Err(Problem::new("out_of_range", list, "levels with points to earn").with("least", 1_u32).with("found", 0_u32)),
        _ => Ok(points),
    }
}

/// What there is must fit the part.
fn check(part: &Part, points: Option<&Points<'_>>, work: &Work, pointer: &str) -> Result<(), Problem> {
    match (&part.source, work) {
        (Source::Attendance {}, Work::Attendance { share, best_share }) => {
            within(0, FULL, *best_share, || format!("{pointer}/best_share"), "0 to 10,000 basis points")?;
            within(0, *best_share, *share, || format!("{pointer}/share"), "no more than the best share")
        }
        (Source::TestBefore {} | Source::TestAfter {}, Work::Test { score }) => {
            within(0, FULL, *score, || format!("{pointer}/score"), "0 to 10,000 hundredths of 100")
        }
        (Source::Assignment { .. }, Work::Assignment { state, levels }) => {
            if *state == super::AssignmentState::NotHandedIn && !levels.is_empty() {
                return Err(Problem::new("unexpected", format!("{pointer}/levels"), "no levels before it is handed in"));
            }
            points.map_or(Ok(0), |points| points.check(levels, &format!("{pointer}/levels"))).map(|_| ())
        }
        (Source::PeerReview { .. }, Work::PeerReview { reviews }) => {
            at_most(MAX_REVIEWS, reviews.len(), &format!("{pointer}/reviews"))?;
            let mut seen = HashSet::new();
            for (i, review) in reviews.iter().enumerate() {
                let at = format!("{pointer}/reviews/{i}");
                filled(&review.reviewer, || format!("{at}/reviewer"))?;
                let about = |problem: Problem| problem.with("reviewer", review.reviewer.as_str());
                if !seen.insert(review.reviewer.as_str()) {
                    return Err(about(Problem::new("duplicate_reviewer", format!("{at}/reviewer"), "one review of each reviewer")));
                }
                let open = points.map_or(Ok(0), |points| points.check(&review.levels, &format!("{at}/levels"))).map_err(about)?;
                if open > 0 {
                    return Err(about(Problem::new("required", format!("{at}/levels"), "a level of each criterion").with("missing", open)));
                }
            }
            Ok(())
        }
        (source, _) => {
            let wanted = match kind(source) {
                "test_before" | "test_after" => "test",
                other => other,
            };
            Err(Problem::new("wrong_kind", pointer, "a result of the kind of the part").with("wanted", wanted))
        }
    }
}
