//! Projects side by side, and the best set of them.

use crate::kernel::access::Body;
use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::kernel::money::Money;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::portfolios::store::{self, WithFlows};
use crate::resources::portfolios::wire::{Portfolio, PortfolioItem, PortfolioQuery, SelectionAnswer, SelectionInput};
use crate::resources::projects::Id as ProjectId;
use crate::resources::{accounts, calculations};
use planning::amount::Amount;
use planning::calculations::{ProjectSelectionRequest, cash_flow, project_selection};
use planning::selection::{Candidate, ExclusiveGroup, Minimum};

/// Most projects side by side.
const MOST: usize = 500;

/// The criteria of projects, best index first.
fn items(tx: &mut Read<'_>, found: &[WithFlows], rate: Option<f64>) -> Result<Vec<PortfolioItem>> {
    let owners: Vec<Body> = found.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &owners)?;
    let mut items = Vec::with_capacity(found.len());
    for one in found {
        let result = cash_flow(&one.flows.request(rate)).map_err(|problem| Error::internal(&problem))?;
        let figures = result.by_period.unwrap_or_default();
        let (association_name, wilayas) = names(Body::Association(one.association_id));
        items.push(PortfolioItem {
            project_id: one.id,
            name: one.name.clone(),
            association_id: one.association_id,
            association_name,
            wilaya_code: wilayas.into_iter().next().unwrap_or_default(),
            craft_sector: one.craft_sector.clone(),
            stage: one.stage,
            outlay: Money::centimes(one.flows.outlays(1).into_iter().sum()),
            npv: figures.npv_centimes.map(Money::centimes),
            irr: figures.irr,
            payback: figures.payback,
            discounted_payback: figures.discounted_payback,
            profitability_index: figures.profitability_index,
        });
    }
    items.sort_by(|a, b| {
        let index = |item: &PortfolioItem| item.profitability_index.unwrap_or(f64::NEG_INFINITY);
        index(b).total_cmp(&index(a)).then(a.project_id.cmp(&b.project_id))
    });
    Ok(items)
}

pub fn portfolio(tx: &mut Read<'_>, query: &PortfolioQuery) -> Result<Portfolio> {
    let mut found = store::with_flows(tx.conn, &tx.scope, &query.stage, &query.wilaya, &[], MOST as i64 + 1)?;
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok(Portfolio { items: items(tx, &found, None)?, more })
}

pub fn choose(tx: &mut Read<'_>, input: &SelectionInput) -> Result<SelectionAnswer> {
    let found = store::with_flows(tx.conn, &tx.scope, &input.stages, &input.wilayas, &input.projects, MOST as i64 + 1)?;
    check(input, &found)?;
    let projects = items(tx, &found, input.rate)?;
    if found.is_empty() {
        return Ok(SelectionAnswer { projects, result: None });
    }
    let requires = |project: ProjectId| {
        let of_it = input.prerequisites.iter().filter(move |one| one.project == project);
        of_it.flat_map(|one| &one.requires).map(ProjectId::to_string).collect::<Vec<_>>()
    };
    let candidates = projects.iter().filter_map(|item| {
        let flows = &found.iter().find(|one| one.id == item.project_id)?.flows;
        Some(Candidate {
            id: item.project_id.to_string(),
            value: Amount::Whole(item.npv?.amount),
            outlays: flows.outlays(input.budgets.len()).into_iter().map(Amount::Whole).collect(),
            requires: requires(item.project_id),
            required: input.required.contains(&item.project_id),
            wilaya: Some(item.wilaya_code.clone()),
            craft: item.craft_sector.clone(),
        })
    });
    let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let request = ProjectSelectionRequest {
        budgets: input.budgets.iter().map(|money| Amount::Whole(money.amount)).collect(),
        projects: candidates.collect(),
        exclusive_groups: input
            .exclusions
            .iter()
            .map(|group| ExclusiveGroup {
                projects: group.projects.iter().map(ProjectId::to_string).collect(),
                at_most: small(group.at_most),
            })
            .collect(),
        minimums: input
            .minimums
            .iter()
            .map(|minimum| Minimum {
                wilaya: minimum.wilaya.clone(),
                craft: minimum.craft_sector.clone(),
                at_least: small(minimum.at_least),
            })
            .collect(),
    };
    let result = project_selection(&request).map_err(|problem| {
        let pointer = problem.pointer.replace("/exclusive_groups", "/exclusions");
        let pointer = if pointer.starts_with("/projects") { String::new() } else { pointer };
        calculations::refused(&planning::problem::Problem { pointer, ..problem })
    })?;
    Ok(SelectionAnswer { projects, result: Some(result) })
}

/// Projects that are named are projects the caller sees, with cash flows.
fn check(input: &SelectionInput, found: &[WithFlows]) -> Result<()> {
    let mut faults = Faults::default();
    let known = |id: &ProjectId| found.iter().any(|one| one.id == *id);
    if found.len() > MOST {
        faults.expecting("/projects", Fault::TooMany, MOST);
    }
    let lists = [("/projects", &input.projects), ("/required", &input.required)];
    for (pointer, ids) in lists {
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| !known(id)) {
            faults.expecting(format!("{pointer}/{index}"), Fault::NoSuch, id);
        }
    }
    for (group, exclusion) in input.exclusions.iter().enumerate() {
        for (index, id) in exclusion.projects.iter().enumerate().filter(|(_, id)| !known(id)) {
            faults.expecting(format!("/exclusions/{group}/projects/{index}"), Fault::NoSuch, id);
        }
    }
    for (place, one) in input.prerequisites.iter().enumerate() {
        if !known(&one.project) {
            faults.expecting(format!("/prerequisites/{place}/project"), Fault::NoSuch, one.project);
        }
        for (index, id) in one.requires.iter().enumerate().filter(|(_, id)| !known(id)) {
            faults.expecting(format!("/prerequisites/{place}/requires/{index}"), Fault::NoSuch, id);
        }
    }
    for (place, minimum) in input.minimums.iter().enumerate() {
        if minimum.wilaya.is_none() && minimum.craft_sector.is_none() {
            faults.add(format!("/minimums/{place}/wilaya"), Fault::Required);
        }
    }
    for (index, _) in input.budgets.iter().enumerate().filter(|(_, budget)| budget.amount < 0) {
        faults.expecting(format!("/budgets/{index}/amount"), Fault::TooSmall, 0);
    }
    faults.finish()
}
