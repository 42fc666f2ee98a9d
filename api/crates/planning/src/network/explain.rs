//! Critical paths, and why a float is negative.

use super::ConstraintKind;
use super::graph::Graph;
use super::pass::{LateCause, Passes};

/// Most critical paths listed one by one.
pub const MAX_PATHS: usize = 20;

/// Chains of critical activities joined by links without slack, from an activity no such link enters to one no such link leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CriticalPaths {
    /// Up to [`MAX_PATHS`] paths, as activity indexes.
    pub paths: Vec<Vec<usize>>,
    /// Whether there are no others.
    pub complete: bool,
}

/// Lists the critical paths. `critical` says which activities are; a link belongs to a path when its slack is at most `threshold`.
/// Paths longest in scheduled time come first.
#[must_use]
pub fn critical_paths(graph: &Graph, passes: &Passes, critical: &[bool], threshold: i64) -> CriticalPaths {
    let on_path =
        |link: usize, from: u32, to: u32| critical[from as usize] && critical[to as usize] && passes.slack[link] <= threshold.max(0);
    let mut found = CriticalPaths { paths: Vec::new(), complete: true };
    let mut path: Vec<usize> = Vec::new();
    // Each frame of the walk is an activity and the links still to follow from it.
    let mut pending: Vec<Vec<usize>> = Vec::new();
    let next = |node: usize| {
        let mut links: Vec<usize> = graph.outgoing(node).filter(|(i, e)| on_path(*i, e.from, e.to)).map(|(_, e)| e.to as usize).collect();
        links.dedup();
        links.reverse();
        links
    };
    let heads = graph.order().iter().map(|n| *n as usize).filter(|n| critical[*n]);
    for head in heads.filter(|n| !graph.incoming(*n).any(|(i, e)| on_path(i, e.from, e.to))) {
        path.push(head);
        pending.push(next(head));
        if pending.last().is_some_and(Vec::is_empty) {
            push(&mut found, &path);
        }
        while let Some(links) = pending.last_mut() {
            if found.complete
                && let Some(node) = links.pop()
            {
                path.push(node);
                let onward = next(node);
                if onward.is_empty() {
                    push(&mut found, &path);
                }
                pending.push(onward);
            } else {
                pending.pop();
                path.pop();
            }
        }
        if !found.complete {
            break;
        }
    }
    let span = |path: &[usize]| {
        let first = path.first().map_or(0, |n| passes.times[*n].start);
        path.last().map_or(0, |n| passes.times[*n].ef) - first
    };
    found.paths.sort_by_key(|path| std::cmp::Reverse(span(path)));
    found
}

fn push(found: &mut CriticalPaths, path: &[usize]) {
    if found.paths.len() < MAX_PATHS {
        found.paths.push(path.to_vec());
    } else {
        found.complete = false;
    }
}

/// A constraint that cannot be met and the activities it makes late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// The activity that carries the constraint.
    pub activity: usize,
    /// The constraint.
    pub constraint: ConstraintKind,
    /// The worst total float it causes, in working minutes; negative.
    pub float: i64,
    /// The activities whose negative float comes from it, in topological order.
    pub late: Vec<usize>,
}

/// Follows each late date back to the constraint it hangs on and groups the activities with negative float by it.
#[must_use]
pub fn shortfalls(graph: &Graph, passes: &Passes) -> Vec<Shortfall> {
    let times = &passes.times;
    if times.iter().all(|t| t.total_float >= 0) {
        return Vec::new();
    }
    let mut root: Vec<Option<u32>> = vec![None; times.len()];
    for node in graph.order().iter().rev() {
        root[*node as usize] = match times[*node as usize].late_cause {
            LateCause::Constraint(_) => Some(*node),
            LateCause::Link(link) => root[graph.edges()[link].to as usize],
            LateCause::ProjectFinish | LateCause::Actual => None,
        };
    }
    let mut found: Vec<Shortfall> = Vec::new();
    let mut position = vec![usize::MAX; times.len()];
    for node in graph.order() {
        let node = *node as usize;
        let Some(cause) = root[node].map(|r| r as usize).filter(|_| times[node].total_float < 0) else {
            continue;
        };
        let LateCause::Constraint(constraint) = times[cause].late_cause else {
            continue;
        };
        if position[cause] == usize::MAX {
            position[cause] = found.len();
            found.push(Shortfall { activity: cause, constraint, float: 0, late: Vec::new() });
        }
        let entry = &mut found[position[cause]];
        entry.float = entry.float.min(times[node].total_float);
        entry.late.push(node);
    }
    found.sort_by_key(|s| s.float);
    found
}
