//! The usual way: projects in the order of their profitability index until the money runs out, and what it misses.

use serde::Serialize;

use super::branch::fill;
use super::exact::sum;
use super::{Candidate, Prepared};

/// Why a project is chosen by one way and not by the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDifferenceReason))]
#[serde(rename_all = "snake_case")]
pub enum DifferenceReason {
    /// When its turn came by index, the budget left was too small.
    BudgetExhausted,
    /// When its turn came, a project of its group was already chosen.
    Excluded,
    /// When its turn came, a prerequisite was not chosen.
    PrerequisiteMissing,
    /// Its index is high, but the money does more in the projects the optimum takes instead.
    DisplacedByBetterSet,
    /// It loses value, or ranks low, but a minimum, a prerequisite or a requirement needs it.
    NeededByCondition,
}

/// A project that only one of the two ways chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningDifference))]
pub struct Difference {
    /// The project.
    pub project: String,
    /// Whether the optimum chooses it (then the ranking does not).
    pub in_optimum: bool,
    /// Why.
    pub reason: DifferenceReason,
}

/// The order by profitability index and what it chooses.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// Projects by index, best first.
    pub order: Vec<usize>,
    /// 1 + value / total outlay, by project; nothing without outlay.
    pub index: Vec<Option<f64>>,
    /// What is chosen following the order.
    pub chosen: Vec<bool>,
    /// Whether that choice meets every condition.
    pub feasible: bool,
}

/// Ranks by index and fills the budgets in that order; required projects come first.
#[must_use]
pub fn rank(candidates: &[Candidate], prepared: &Prepared) -> Ranking {
    let index: Vec<Option<f64>> = candidates
        .iter()
        .map(|c| {
            let outlay: f64 = c.outlays.iter().map(|o| o.to_f64()).sum();
            (outlay > 0.0).then(|| 1.0 + c.value.to_f64() / outlay)
        })
        .collect();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    // Without outlay a project ranks by its sign: it costs nothing.
    let key = |j: usize| index[j].unwrap_or(if prepared.model.values[j] > 0 { f64::INFINITY } else { 0.0 });
    order.sort_by(|a, b| key(*b).total_cmp(&key(*a)).then(a.cmp(b)));
    let fixed: Vec<i8> = prepared.model.required.iter().map(|r| i8::from(*r)).collect();
    let chosen = fill(&prepared.model, &order, &fixed);
    let feasible = prepared.model.feasible(&chosen);
    Ranking { order, index, chosen, feasible }
}

/// Explains, project by project, where the optimum and the ranking part.
#[must_use]
pub fn differences(candidates: &[Candidate], prepared: &Prepared, ranking: &Ranking, optimum: &[bool]) -> Vec<Difference> {
    let mut before = vec![false; candidates.len()];
    let mut found = Vec::new();
    for j in &ranking.order {
        let (ranked, best) = (ranking.chosen[*j], optimum[*j]);
        if ranked != best {
            let reason = if ranked { DifferenceReason::DisplacedByBetterSet } else { refusal(candidates, prepared, *j, &before) };
            found.push(Difference { project: candidates[*j].id.clone(), in_optimum: best, reason });
        }
        before[*j] = ranked;
    }
    found
}

/// Why the ranking refused a project, given what it had chosen before.
fn refusal(candidates: &[Candidate], prepared: &Prepared, project: usize, before: &[bool]) -> DifferenceReason {
    let model = &prepared.model;
    let missing = |name: &String| !candidates.iter().zip(before).any(|(c, chosen)| *chosen && c.id == *name);
    let blocked =
        |row: &super::exact::Row| row.coefficients[project] > 0 && sum(&row.coefficients, before) + row.coefficients[project] > row.limit;
    if model.values[project] <= 0 {
        DifferenceReason::NeededByCondition
    } else if model.rows[..prepared.budgets].iter().any(blocked) {
        DifferenceReason::BudgetExhausted
    } else if candidates[project].requires.iter().any(missing) {
        DifferenceReason::PrerequisiteMissing
    } else {
        DifferenceReason::Excluded
    }
}
