//! Checks a request and turns names into indexes: applications and reviewers in the order of their lottery keys.

use std::collections::HashMap;

use super::{MAX_APPLICATIONS, MAX_PAIRS, MAX_PER_APPLICATION, MAX_REVIEWERS, Pair, ShareRequest};
use crate::bits::Bits;
use crate::lottery::lottery_key;
use crate::problem::{Problem, at_most, filled};

/// A request without faults. Whatever order it came in, this is the same.
pub(crate) struct Prepared<'r> {
    pub per_application: usize,
    /// Applications in the order.
    pub applications: Vec<Named<'r>>,
    /// Reviewers in the order.
    pub reviewers: Vec<Named<'r>>,
    /// By reviewer: how many it takes.
    pub room: Vec<usize>,
    /// By application: the reviewers in conflict with it.
    pub conflicts: Vec<Bits>,
    /// By application: the reviewers it has already.
    pub fixed: Vec<Bits>,
}

/// An application or a reviewer.
pub(crate) struct Named<'r> {
    pub id: &'r str,
    /// The first 16 digits of its lottery key, as a number.
    pub draw: u64,
}

/// Checks everything, orders everything.
pub(crate) fn prepare(request: &ShareRequest) -> Result<Prepared<'_>, Problem> {
    at_most(MAX_APPLICATIONS, request.applications.len(), "/applications")?;
    at_most(MAX_REVIEWERS, request.reviewers.len(), "/reviewers")?;
    at_most(MAX_PAIRS, request.conflicts.len(), "/conflicts")?;
    at_most(MAX_PAIRS, request.fixed.len(), "/fixed")?;
    filled(&request.seed, "/seed")?;
    if !(2..=MAX_PER_APPLICATION).contains(&request.per_application) {
        return Err(Problem::new("out_of_range", "/per_application", "2 to 20 reviewers").with("found", request.per_application));
    }
    let (applications, application) = ordered(&request.seed, request.applications.iter().map(String::as_str), &APPLICATIONS)?;
    let (reviewers, reviewer) = ordered(&request.seed, request.reviewers.iter().map(|r| r.id.as_str()), &REVIEWERS)?;
    let mut room = vec![usize::MAX; reviewers.len()];
    for one in &request.reviewers {
        if let (Some(limit), Some(&index)) = (one.at_most, reviewer.get(one.id.as_str())) {
            room[index] = usize::try_from(limit).unwrap_or(usize::MAX);
        }
    }
    let empty = vec![Bits::new(reviewers.len()); applications.len()];
    let (mut conflicts, mut fixed) = (empty.clone(), empty);
    let find = |pair: &Pair, pointer: &str| -> Result<(usize, usize), Problem> {
        let a = application.get(pair.application.as_str()).copied();
        let r = reviewer.get(pair.reviewer.as_str()).copied();
        match (a, r) {
            (Some(a), Some(r)) => Ok((a, r)),
            (None, _) => Err(Problem::new("unknown_application", format!("{pointer}/application"), "one of the applications")
                .with("application", pair.application.as_str())),
            (_, None) => Err(Problem::new("unknown_reviewer", format!("{pointer}/reviewer"), "the id of one of the reviewers")
                .with("reviewer", pair.reviewer.as_str())),
        }
    };
    let about =
        |problem: Problem, pair: &Pair| problem.with("application", pair.application.as_str()).with("reviewer", pair.reviewer.as_str());
    for (list, pairs, taken) in [("/conflicts", &request.conflicts, &mut conflicts), ("/fixed", &request.fixed, &mut fixed)] {
        for (i, pair) in pairs.iter().enumerate() {
            let pointer = format!("{list}/{i}");
            let (a, r) = find(pair, &pointer)?;
            if taken[a].contains(r) {
                return Err(about(Problem::new("duplicate_pair", pointer, "each pair once"), pair));
            }
            taken[a].insert(r);
        }
    }
    for (i, pair) in request.fixed.iter().enumerate() {
        let pointer = format!("/fixed/{i}");
        let (a, r) = find(pair, &pointer)?;
        if conflicts[a].contains(r) {
            return Err(about(Problem::new("fixed_in_conflict", pointer, "a reviewer without a conflict with the application"), pair));
        }
    }
    let per_application = usize::try_from(request.per_application).unwrap_or(usize::MAX);
    Ok(Prepared { per_application, applications, reviewers, room, conflicts, fixed })
}

/// What a list is called in problems.
struct Kind {
    list: &'static str,
    step: &'static str,
    name: &'static str,
    duplicate: &'static str,
    expected: &'static str,
}

const APPLICATIONS: Kind =
    Kind { list: "/applications", step: "", name: "application", duplicate: "duplicate_application", expected: "each application once" };
const REVIEWERS: Kind =
    Kind { list: "/reviewers", step: "/id", name: "reviewer", duplicate: "duplicate_reviewer", expected: "an id no other reviewer has" };

/// Names in the order of their keys, with their indexes.
type Ordered<'r> = (Vec<Named<'r>>, HashMap<&'r str, usize>);

fn ordered<'r>(seed: &str, names: impl Iterator<Item = &'r str>, kind: &Kind) -> Result<Ordered<'r>, Problem> {
    let mut seen = HashMap::new();
    let mut keyed = Vec::new();
    for (i, name) in names.enumerate() {
        let pointer = format!("{}/{i}{}", kind.list, kind.step);
        filled(name, &pointer)?;
        if let Some(first) = seen.insert(name, i) {
            return Err(Problem::new(kind.duplicate, pointer, kind.expected).with(kind.name, name).with("first", first));
        }
        keyed.push((lottery_key(seed, name), name));
    }
    keyed.sort();
    let index = keyed.iter().enumerate().map(|(index, (_, name))| (*name, index)).collect();
    let named = |(key, id): (String, &'r str)| Named { id, draw: u64::from_str_radix(&key[..16], 16).unwrap_or(0) };
    Ok((keyed.into_iter().map(named).collect(), index))
}
