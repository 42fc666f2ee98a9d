//! What is known of one part.

use std::collections::{HashMap, HashSet};

use super::{AssignmentState, CriterionLevel, Missing, Part, Source, Work};
use crate::figures::{FULL, nearest};
use crate::problem::Problem;

/// The points of a rubric.
pub(super) struct Points<'r> {
    /// By criterion: the points of each level, and of the best.
    pub criteria: HashMap<&'r str, (HashMap<&'r str, u32>, u32)>,
    /// The points of all the best levels.
    pub best: u32,
}

impl Points<'_> {
    /// How many criteria have no level among these, which must be those of the rubric.
    pub fn check(&self, levels: &[CriterionLevel], pointer: &str) -> Result<usize, Problem> {
        let mut seen = HashSet::new();
        for (i, given) in levels.iter().enumerate() {
            let about = |problem: Problem| problem.with("criterion", given.criterion.as_str());
            let Some((names, _)) = self.criteria.get(given.criterion.as_str()) else {
                return Err(about(Problem::new("unknown_criterion", format!("{pointer}/{i}/criterion"), "a criterion of the rubric")));
            };
            if !names.contains_key(given.level.as_str()) {
                let problem = Problem::new("unknown_level", format!("{pointer}/{i}/level"), "a level of the criterion");
                return Err(about(problem).with("level", given.level.as_str()));
            }
            if !seen.insert(given.criterion.as_str()) {
                let problem = Problem::new("duplicate_criterion", format!("{pointer}/{i}/criterion"), "one level of each criterion");
                return Err(about(problem));
            }
        }
        Ok(self.criteria.len().saturating_sub(seen.len()))
    }

    /// The points of these levels, and those their criteria could have had.
    fn sum(&self, levels: &[CriterionLevel]) -> (u32, u32) {
        let points = levels.iter().filter_map(|given| {
            let (levels, best) = self.criteria.get(given.criterion.as_str())?;
            Some((*levels.get(given.level.as_str())?, *best))
        });
        points.fold((0, 0), |(points, best), (p, b)| (points + p, best + b))
    }

    /// As a score.
    fn score(&self, points: u32) -> u32 {
        nearest(u128::from(points) * u128::from(FULL), self.best.into())
    }
}

/// What is known of one part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub least: u32,
    pub most: u32,
    pub missing: Option<Missing>,
    /// Of an assignment: how far it is.
    pub state: AssignmentState,
}

impl Known {
    /// Nothing is missing.
    fn exactly(score: u32) -> Self {
        Self { least: score, most: score, missing: None, state: AssignmentState::NotHandedIn }
    }

    /// Something is missing.
    fn between(least: u32, most: u32, missing: Missing) -> Self {
        Self { least, most, missing: Some(missing), state: AssignmentState::NotHandedIn }
    }

    /// The score, once nothing is missing or what is missing does not come any more.
    pub fn score(&self, closed: bool) -> Option<u32> {
        (closed || self.missing.is_none()).then_some(self.least)
    }

    pub fn of(part: &Part, points: Option<&Points<'_>>, work: Option<&Work>, closed: bool) -> Self {
        let mut known = match (&part.source, points) {
            (Source::Assignment { .. }, Some(points)) => assignment(points, work),
            (Source::PeerReview { least_reviews, .. }, Some(points)) => reviews(points, work, *least_reviews, closed),
            (Source::Attendance {}, _) => match work {
                Some(Work::Attendance { share, best_share }) if share == best_share => Self::exactly(*share),
                Some(Work::Attendance { share, best_share }) => Self::between(*share, *best_share, Missing::Sessions),
                _ => Self::between(0, FULL, Missing::Attendance),
            },
            _ => match work {
                Some(Work::Test { score }) => Self::exactly(*score),
                _ => Self::between(0, FULL, Missing::Test),
            },
        };
        if closed {
            known.most = known.least;
        }
        known
    }
}

fn assignment(points: &Points<'_>, work: Option<&Work>) -> Known {
    let Some(Work::Assignment { state, levels }) = work else { return Known::between(0, FULL, Missing::Assignment) };
    let (earned, assessed) = points.sum(levels);
    let (least, most) = (points.score(earned), points.score(earned + points.best.saturating_sub(assessed)));
    let open = points.criteria.len().saturating_sub(levels.len());
    let known = match state {
        AssignmentState::NotHandedIn => Known::between(least, most, Missing::Assignment),
        AssignmentState::Refused => Known::exactly(least),
        _ if open == 0 => Known::exactly(least),
        _ => Known::between(least, most, Missing::Assessment { criteria: u32::try_from(open).unwrap_or(u32::MAX) }),
    };
    Known { state: *state, ..known }
}

fn reviews(points: &Points<'_>, work: Option<&Work>, wanted: u32, closed: bool) -> Known {
    let reviews = match work {
        Some(Work::PeerReview { reviews }) => reviews.as_slice(),
        _ => &[],
    };
    let mut sums: Vec<u32> = reviews.iter().map(|review| points.sum(&review.levels).0).collect();
    sums.sort_unstable();
    let middle = |place: usize| sums.get(place).copied().unwrap_or(0);
    let twice = middle(sums.len().saturating_sub(1) / 2) + middle(sums.len() / 2);
    let median = nearest(u128::from(twice) * u128::from(FULL), 2 * u128::from(points.best));
    let found = u32::try_from(sums.len()).unwrap_or(u32::MAX);
    match found >= wanted {
        true => Known::exactly(median),
        false => Known::between(if closed { median } else { 0 }, FULL, Missing::Reviews { wanted, found }),
    }
}
