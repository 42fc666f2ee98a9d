//! `POST /api/v1/calculations/project-selection`.

use serde::{Deserialize, Serialize};

use crate::amount::Amount;
use crate::problem::Problem;
use crate::selection::exact::{Scaled, sum};
use crate::selection::ranking::{Difference, differences, rank};
use crate::selection::{Candidate, ExclusiveGroup, Minimum, Prepared, Proof, Status, choose, prepare};

/// Projects, budgets and conditions. At most 2,000 projects, 200 budgets, 200 groups, 200 minimums, 2,000 prerequisites.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProjectSelectionRequest {
    /// The money there is, one amount per period.
    pub budgets: Vec<Amount>,
    /// The projects to choose among.
    pub projects: Vec<Candidate>,
    /// Projects that exclude each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusive_groups: Vec<ExclusiveGroup>,
    /// The least to choose per wilaya or craft.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minimums: Vec<Minimum>,
}

/// One project in the order by index.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningRankedProject))]
pub struct RankedProject {
    /// The project.
    pub id: String,
    /// 1, 2, 3…
    pub rank: usize,
    /// Profitability index: 1 + value / total outlay. Null without outlay.
    pub profitability_index: Option<f64>,
    /// Whether following the order chooses it.
    pub selected_by_ranking: bool,
    /// Whether the optimum chooses it.
    pub selected_by_optimum: bool,
}

/// What a set of projects is worth and costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanningSelection))]
pub struct Selection {
    /// The projects, in the order of the request.
    pub selected: Vec<String>,
    /// Σ of their values.
    pub total_value: Amount,
    /// Σ of their outlays, by budget.
    pub spent: Vec<Amount>,
    /// Budget − spent, by budget.
    pub left: Vec<Amount>,
}

/// The optimum with its proof, beside the ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProjectSelectionResult {
    /// Whether the choice is proven best.
    pub status: Status,
    /// The best choice; null when none meets every condition or none was found.
    pub optimum: Option<Selection>,
    /// The value of the optimum, as in `optimum`; null without one.
    pub total_value: Option<Amount>,
    /// Why nothing better exists.
    pub proof: Proof,
    /// What following the profitability index chooses.
    pub by_ranking: Selection,
    /// Whether that choice meets every condition.
    pub ranking_feasible: bool,
    /// Every project in the order of its profitability index.
    pub ranking: Vec<RankedProject>,
    /// Value of the optimum − value of the ranking's choice; null without an optimum.
    pub value_lost_by_ranking: Option<Amount>,
    /// Where the two part, project by project in the order of the ranking.
    pub differences: Vec<Difference>,
}

/// The best set of projects under the budgets.
///
/// # Errors
/// A [`Problem`] naming the project and the field.
pub fn project_selection(request: &ProjectSelectionRequest) -> Result<ProjectSelectionResult, Problem> {
    let candidates = &request.projects;
    let prepared = prepare(candidates, &request.budgets, &request.exclusive_groups, &request.minimums)?;
    let choice = choose(&prepared);
    let ranking = rank(candidates, &prepared);
    let optimum = choice.value.map(|_| selection(candidates, &prepared, &choice.chosen));
    let ranked_value = prepared.model.value(&ranking.chosen);
    let ranked = ranking.order.iter().enumerate().map(|(place, j)| RankedProject {
        id: candidates[*j].id.clone(),
        rank: place + 1,
        profitability_index: ranking.index[*j],
        selected_by_ranking: ranking.chosen[*j],
        selected_by_optimum: choice.chosen[*j],
    });
    let differences = match choice.value {
        Some(_) => differences(candidates, &prepared, &ranking, &choice.chosen),
        None => Vec::new(),
    };
    Ok(ProjectSelectionResult {
        status: choice.status,
        total_value: optimum.as_ref().map(|o| o.total_value),
        optimum,
        by_ranking: selection(candidates, &prepared, &ranking.chosen),
        ranking_feasible: ranking.feasible,
        ranking: ranked.collect(),
        value_lost_by_ranking: choice.value.map(|v| Scaled::amount(v - ranked_value, prepared.decimals)),
        differences,
        proof: choice.proof,
    })
}

fn selection(candidates: &[Candidate], prepared: &Prepared, chosen: &[bool]) -> Selection {
    let model = &prepared.model;
    let budgets = model.rows.iter().zip(&prepared.budget_decimals);
    let (mut spent, mut left) = (Vec::new(), Vec::new());
    for (row, decimals) in budgets {
        let used = sum(&row.coefficients, chosen);
        spent.push(Scaled::amount(used, *decimals));
        left.push(Scaled::amount(row.limit - used, *decimals));
    }
    let names = candidates.iter().zip(chosen).filter(|(_, c)| **c).map(|(c, _)| c.id.clone());
    Selection { selected: names.collect(), total_value: Scaled::amount(model.value(chosen), prepared.decimals), spent, left }
}
