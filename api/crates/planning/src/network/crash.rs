//! Buying time: the least cost to finish by a target.
//!
//! Each activity may be shortened, down to its crash duration, at a constant cost per minute. The cheapest way to finish by T is the
//! linear programme: minimise Σ cᵢ·yᵢ subject to s_j ≥ s_i + dᵢ − yᵢ for every link and s_i + dᵢ − yᵢ ≤ T, 0 ≤ yᵢ ≤ dᵢ − crashᵢ.
//! Source: J. E. Kelley, *Critical-Path Planning and Scheduling: Mathematical Basis* (1961). Its matrix is that of a
//! network flow, so an optimum in whole minutes exists.

use super::LinkKind;
use super::graph::Graph;
use crate::selection::lp::{Outcome, Simplex};

/// What shortening an activity costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reduction {
    /// Duration without any reduction.
    pub duration: i64,
    /// The most it can be shortened by.
    pub most: i64,
    /// Cost of a minute.
    pub cost_per_minute: f64,
}

/// The cheapest way to finish in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Compression {
    /// Total cost of the reductions.
    pub cost: f64,
    /// Minutes taken off each activity.
    pub reductions: Vec<i64>,
}

/// Why there is no compression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCompression {
    /// No money suffices.
    Impossible,
    /// The search for the optimum took more steps than allowed.
    Limit,
}

/// Most pivots of the simplex method.
const MAX_PIVOTS: usize = 20_000;

/// Least cost to finish within `target` minutes of the start.
///
/// # Errors
/// [`NoCompression`].
pub fn compress(graph: &Graph, activities: &[Reduction], target: i64) -> Result<Compression, NoCompression> {
    let n = activities.len();
    let target_f = target as f64;
    // Columns: the starts, then the reductions; the simplex maximises, so costs are negative.
    let mut objective = vec![0.0; n];
    objective.extend(activities.iter().map(|a| -a.cost_per_minute));
    let lower = vec![0.0; 2 * n];
    let mut upper = vec![target_f; n];
    upper.extend(activities.iter().map(|a| a.most as f64));
    let mut rows = Vec::with_capacity(n + graph.edges().len());
    let mut limits = Vec::with_capacity(rows.capacity());
    let row = |entries: &[(usize, f64)]| {
        let mut row = vec![0.0; 2 * n];
        for (column, value) in entries {
            row[*column] += value;
        }
        row
    };
    for (i, activity) in activities.iter().enumerate() {
        rows.push(row(&[(i, 1.0), (n + i, -1.0)]));
        limits.push(target_f - activity.duration as f64);
    }
    for edge in graph.edges() {
        let (i, j, lag) = (edge.from as usize, edge.to as usize, edge.lag as f64);
        let (di, dj) = (activities[i].duration as f64, activities[j].duration as f64);
        let (entries, limit) = match edge.kind {
            LinkKind::FinishToStart => (vec![(i, 1.0), (n + i, -1.0), (j, -1.0)], -lag - di),
            LinkKind::StartToStart => (vec![(i, 1.0), (j, -1.0)], -lag),
            LinkKind::FinishToFinish => (vec![(i, 1.0), (n + i, -1.0), (j, -1.0), (n + j, 1.0)], dj - di - lag),
            LinkKind::StartToFinish => (vec![(i, 1.0), (j, -1.0), (n + j, 1.0)], dj - lag),
        };
        rows.push(row(&entries));
        limits.push(limit);
    }
    let mut simplex = Simplex::new(&objective, &rows, &limits, &lower, &upper);
    match simplex.solve(MAX_PIVOTS) {
        Outcome::Optimal => {}
        Outcome::Infeasible => return Err(NoCompression::Impossible),
        Outcome::Limit => return Err(NoCompression::Limit),
    }
    let values = simplex.values();
    let reductions: Vec<i64> = values[n..].iter().map(|y| y.round() as i64).collect();
    let cost = activities.iter().zip(&reductions).map(|(a, y)| a.cost_per_minute * *y as f64).sum();
    Ok(Compression { cost, reductions })
}
