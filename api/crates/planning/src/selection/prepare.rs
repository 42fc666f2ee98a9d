//! From the wire to whole numbers.

use std::collections::HashMap;

use super::exact::{Model, Row, Scaled};
use super::{Candidate, ExclusiveGroup, Minimum, SelectionError};
use crate::amount::Amount;

/// Most projects in one choice.
pub const MAX_PROJECTS: usize = 2_000;
/// Most budgets, groups, minimums, each.
pub const MAX_CONDITIONS: usize = 200;
/// Most prerequisites in all.
pub const MAX_PREREQUISITES: usize = 2_000;

/// A request as whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The constraints: budgets first, then groups, prerequisites, minimums.
    pub model: Model,
    /// How many of the constraints are budgets.
    pub budgets: usize,
    /// The power of ten of the values.
    pub decimals: u32,
    /// The power of ten of each budget.
    pub budget_decimals: Vec<u32>,
}

/// Checks a request and makes it whole numbers.
///
/// # Errors
/// [`SelectionError`], naming the project and the field.
pub fn prepare(
    candidates: &[Candidate],
    budgets: &[Amount],
    groups: &[ExclusiveGroup],
    minimums: &[Minimum],
) -> Result<Prepared, SelectionError> {
    limits(candidates, budgets, groups, minimums)?;
    let mut index = HashMap::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        if index.insert(candidate.id.as_str(), i).is_some() {
            let pointer = format!("/projects/{i}/id");
            return Err(SelectionError::DuplicateProject { pointer, project: candidate.id.clone() });
        }
        if candidate.outlays.len() != budgets.len() {
            return Err(SelectionError::OutlaysMismatch {
                pointer: format!("/projects/{i}/outlays"),
                project: candidate.id.clone(),
                budgets: budgets.len(),
            });
        }
    }
    let n = candidates.len();
    let values: Vec<Amount> = candidates.iter().map(|c| c.value).collect();
    let values = Scaled::new(&values)
        .map_err(|i| SelectionError::AmountOutOfRange { pointer: format!("/projects/{i}/value"), project: candidates[i].id.clone() })?;
    let (mut rows, mut budget_decimals) = (Vec::new(), Vec::new());
    for (b, budget) in budgets.iter().enumerate() {
        let mut amounts: Vec<Amount> = candidates.iter().map(|c| c.outlays[b]).collect();
        amounts.push(*budget);
        let mut scaled = Scaled::new(&amounts).map_err(|i| match candidates.get(i) {
            Some(candidate) => {
                SelectionError::AmountOutOfRange { pointer: format!("/projects/{i}/outlays/{b}"), project: candidate.id.clone() }
            }
            None => SelectionError::AmountOutOfRange { pointer: format!("/budgets/{b}"), project: String::new() },
        })?;
        let limit = scaled.numbers.pop().unwrap_or(0);
        budget_decimals.push(scaled.decimals);
        rows.push(Row { coefficients: scaled.numbers, limit });
    }
    let find = |name: &String, pointer: &dyn Fn() -> String| {
        index.get(name.as_str()).copied().ok_or_else(|| SelectionError::UnknownProject { pointer: pointer(), project: name.clone() })
    };
    for (g, group) in groups.iter().enumerate() {
        let mut row = Row { coefficients: vec![0; n], limit: i128::from(group.at_most) };
        for (p, name) in group.projects.iter().enumerate() {
            row.coefficients[find(name, &|| format!("/exclusive_groups/{g}/projects/{p}"))?] = 1;
        }
        rows.push(row);
    }
    for (i, candidate) in candidates.iter().enumerate() {
        for (p, name) in candidate.requires.iter().enumerate() {
            let needed = find(name, &|| format!("/projects/{i}/requires/{p}"))?;
            let mut row = Row { coefficients: vec![0; n], limit: 0 };
            row.coefficients[i] += 1;
            row.coefficients[needed] -= 1;
            rows.push(row);
        }
    }
    for minimum in minimums {
        let counts = |c: &Candidate| {
            (minimum.wilaya.is_none() || c.wilaya == minimum.wilaya) && (minimum.craft.is_none() || c.craft == minimum.craft)
        };
        let coefficients = candidates.iter().map(|c| if counts(c) { -1 } else { 0 }).collect();
        rows.push(Row { coefficients, limit: -i128::from(minimum.at_least) });
    }
    let required = candidates.iter().map(|c| c.required).collect();
    let model = Model { values: values.numbers, rows, required };
    Ok(Prepared { model, budgets: budgets.len(), decimals: values.decimals, budget_decimals })
}

fn limits(candidates: &[Candidate], budgets: &[Amount], groups: &[ExclusiveGroup], minimums: &[Minimum]) -> Result<(), SelectionError> {
    let prerequisites = candidates.iter().map(|c| c.requires.len()).sum::<usize>();
    for (count, limit, pointer) in [
        (candidates.len(), MAX_PROJECTS, "/projects"),
        (budgets.len(), MAX_CONDITIONS, "/budgets"),
        (groups.len(), MAX_CONDITIONS, "/exclusive_groups"),
        (minimums.len(), MAX_CONDITIONS, "/minimums"),
        (prerequisites, MAX_PREREQUISITES, "/projects"),
    ] {
        if count > limit {
            return Err(SelectionError::TooMany { pointer, limit });
        }
    }
    if budgets.is_empty() {
        return Err(SelectionError::NoBudget);
    }
    match minimums.iter().position(|m| m.wilaya.is_none() && m.craft.is_none()) {
        Some(i) => Err(SelectionError::MinimumWithoutSubject { pointer: format!("/minimums/{i}") }),
        None => Ok(()),
    }
}
