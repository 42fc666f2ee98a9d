//! Checks a request and turns names into places: candidates in the order, quotas by id.

use std::collections::{HashMap, HashSet};

use super::{ChoiceRequest, MAX_CANDIDATES, MAX_QUALIFICATIONS, MAX_QUOTAS, MAX_SCORE, Quota};
use crate::bits::Bits;
use crate::lottery::lottery_key;
use crate::problem::{Problem, at_most, filled};

/// A request without faults. Whatever order it came in, this is the same.
pub(crate) struct Prepared<'r> {
    /// Seats.
    pub capacity: usize,
    /// Quotas by id.
    pub quotas: Vec<&'r Quota>,
    /// Candidates in the order: the one at 0 has place 1.
    pub candidates: Vec<Ranked<'r>>,
}

/// A candidate in the order.
pub(crate) struct Ranked<'r> {
    pub id: &'r str,
    pub score: i64,
    /// Lottery key.
    pub key: String,
    /// The quotas it qualifies for, by index.
    pub quotas: Bits,
}

impl Prepared<'_> {
    /// The index of each candidate by its id.
    pub fn index(&self) -> HashMap<&str, usize> {
        self.candidates.iter().enumerate().map(|(index, candidate)| (candidate.id, index)).collect()
    }

    /// Which candidates a list names.
    pub fn marked(&self, names: &[String], pointer: &str) -> Result<Vec<bool>, Problem> {
        let mut marks = vec![false; self.candidates.len()];
        if names.is_empty() {
            return Ok(marks);
        }
        let index = self.index();
        let mut seen = HashSet::new();
        for (i, name) in names.iter().enumerate() {
            let refuse = |code, expected| Err(Problem::new(code, format!("{pointer}/{i}"), expected).with("candidate", name.as_str()));
            let Some(&candidate) = index.get(name.as_str()) else { return refuse("unknown_candidate", "the id of one of the candidates") };
            if !seen.insert(candidate) {
                return refuse("duplicate_candidate", "each candidate once");
            }
            marks[candidate] = true;
        }
        Ok(marks)
    }
}

/// Checks everything, orders everything.
pub(crate) fn prepare(request: &ChoiceRequest) -> Result<Prepared<'_>, Problem> {
    at_most(MAX_QUOTAS, request.quotas.len(), "/quotas")?;
    at_most(MAX_CANDIDATES, request.candidates.len(), "/candidates")?;
    filled(&request.seed, "/seed")?;
    let quotas = quotas(request)?;
    let index: HashMap<&str, usize> = quotas.iter().enumerate().map(|(i, quota)| (quota.id.as_str(), i)).collect();
    let (mut seen, mut qualifications) = (HashMap::new(), 0);
    let mut candidates = Vec::with_capacity(request.candidates.len());
    for (i, candidate) in request.candidates.iter().enumerate() {
        filled(&candidate.id, &format!("/candidates/{i}/id"))?;
        if let Some(first) = seen.insert(candidate.id.as_str(), i) {
            let problem = Problem::new("duplicate_candidate", format!("/candidates/{i}/id"), "an id no other candidate has");
            return Err(problem.with("candidate", candidate.id.as_str()).with("first", first));
        }
        if !(-MAX_SCORE..=MAX_SCORE).contains(&candidate.score) {
            let problem = Problem::new("out_of_range", format!("/candidates/{i}/score"), "a score within ±100,000,000,000");
            return Err(problem.with("candidate", candidate.id.as_str()).with("limit", MAX_SCORE));
        }
        qualifications += candidate.quotas.len();
        at_most(MAX_QUALIFICATIONS, qualifications, &format!("/candidates/{i}/quotas"))?;
        candidates.push(Ranked {
            id: &candidate.id,
            score: candidate.score,
            key: lottery_key(&request.seed, &candidate.id),
            quotas: qualified(i, &candidate.quotas, &index)?,
        });
    }
    candidates.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.key.cmp(&b.key)).then_with(|| a.id.cmp(b.id)));
    Ok(Prepared { capacity: usize::try_from(request.capacity).unwrap_or(usize::MAX), quotas, candidates })
}

/// The quotas by id.
fn quotas(request: &ChoiceRequest) -> Result<Vec<&Quota>, Problem> {
    let (mut seen, mut reserved) = (HashMap::new(), 0_u64);
    for (i, quota) in request.quotas.iter().enumerate() {
        filled(&quota.id, &format!("/quotas/{i}/id"))?;
        if let Some(first) = seen.insert(quota.id.as_str(), i) {
            let problem = Problem::new("duplicate_quota", format!("/quotas/{i}/id"), "an id no other quota has");
            return Err(problem.with("quota", quota.id.as_str()).with("first", first));
        }
        if quota.seats > request.capacity {
            let problem = Problem::new("quota_over_capacity", format!("/quotas/{i}/seats"), "no more seats than the capacity");
            let problem = problem.with("quota", quota.id.as_str()).with("seats", quota.seats);
            return Err(problem.with("capacity", request.capacity));
        }
        reserved += u64::from(quota.seats);
    }
    if reserved > u64::from(request.capacity) {
        let problem = Problem::new("reserved_over_capacity", "/quotas", "no more reserved seats together than the capacity");
        let reserved = i64::try_from(reserved).unwrap_or(i64::MAX);
        return Err(problem.with("reserved", reserved).with("capacity", request.capacity));
    }
    let mut quotas: Vec<&Quota> = request.quotas.iter().collect();
    quotas.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(quotas)
}

/// The quotas one candidate qualifies for, by index.
fn qualified(candidate: usize, names: &[String], index: &HashMap<&str, usize>) -> Result<Bits, Problem> {
    let mut quotas = Bits::new(index.len());
    for (i, name) in names.iter().enumerate() {
        let refuse = |code, expected| {
            let problem = Problem::new(code, format!("/candidates/{candidate}/quotas/{i}"), expected);
            Err(problem.with("quota", name.as_str()))
        };
        let Some(&quota) = index.get(name.as_str()) else { return refuse("unknown_quota", "the id of one of the quotas") };
        if quotas.contains(quota) {
            return refuse("duplicate_quota", "each quota once");
        }
        quotas.insert(quota);
    }
    Ok(quotas)
}
