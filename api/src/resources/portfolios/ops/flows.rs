//! The cash flows of one project and their criteria.

use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::validate::{Fault, FieldFault};
use crate::resources::calculations;
use crate::resources::portfolios::store;
use crate::resources::portfolios::wire::{CashFlowsInput, CriteriaQuery, ProjectCashFlows, ProjectCriteria};
use crate::resources::projects::{self, Brief, Id as ProjectId};
use planning::calculations::{CashFlowResult, cash_flow};
use planning::cash_flow::sensitivity::SensitivityRequest;
use serde_json::json;

/// Rates of the curve of net present value, in per cent.
const CURVE: std::ops::RangeInclusive<i32> = 0..=50;

pub fn get(tx: &mut Read<'_>, id: ProjectId) -> Result<ProjectCashFlows> {
    projects::read(tx, id)?;
    let (cash_flows, version) = store::find(tx.conn, id)?;
    Ok(ProjectCashFlows { project_id: id, cash_flows, version })
}

/// Judges flows; what is wrong with them is at the pointers of the request.
fn judged(flows: &CashFlowsInput, query: &CriteriaQuery) -> Result<CashFlowResult> {
    let mut request = flows.request(None);
    request.profile_rates = CURVE.step_by(2).map(|percent| f64::from(percent) / 100.0).collect();
    let mut sensitivity = SensitivityRequest::default();
    if let Some(percent) = query.change_percent {
        let percent = percent as f64;
        sensitivity.changes_percent = vec![-percent, percent];
    }
    request.sensitivity = (!request.components.is_empty()).then_some(sensitivity);
    cash_flow(&request).map_err(|problem| calculations::refused(&problem))
}

pub fn put(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, input: CashFlowsInput) -> Result<ProjectCashFlows> {
    projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    expected.check(version)?;
    if input.components.is_empty() && input.dated_flows.is_empty() {
        return Err(Error::invalid(vec![FieldFault::new("/components", Fault::Required)]));
    }
    judged(&input, &CriteriaQuery { change_percent: None })?;
    let (version, now) = (version + 1, tx.now);
    store::save(tx.conn, id, &input, version, now)?;
    let before = before.map(serde_json::to_value).transpose()?;
    tx.audit(("cash_flows", &id.to_string()), before.as_ref(), Some(&serde_json::to_value(&input)?))?;
    projects::publish(tx, "project.cash_flows_changed", id, &json!({ "version": version }))?;
    Ok(ProjectCashFlows { project_id: id, cash_flows: Some(input), version })
}

pub fn criteria(tx: &mut Read<'_>, id: ProjectId, query: &CriteriaQuery) -> Result<ProjectCriteria> {
    let project = projects::read(tx, id)?;
    let (rate, criteria) = flows_of(tx, &project, query)?.map(|(flows, criteria)| (flows.rate, criteria)).unzip();
    Ok(ProjectCriteria { project_id: id, rate, criteria })
}

/// The cash flows of a project the caller has found, with their criteria; none while nobody has written any.
///
/// # Errors
/// When the database does not answer.
pub fn flows_of(tx: &mut Read<'_>, project: &Brief, query: &CriteriaQuery) -> Result<Option<(CashFlowsInput, CashFlowResult)>> {
    let (Some(flows), _) = store::find(tx.conn, project.id)? else { return Ok(None) };
    // Flows are kept only when they can be judged.
    let criteria = judged(&flows, query).map_err(Error::internal)?;
    Ok(Some((flows, criteria)))
}

/// Copies the flows, those by date moved with the start.
pub fn copy(tx: &mut Write<'_>, from: ProjectId, to: &Brief) -> Result<()> {
    let (flows, _) = store::find(tx.conn, from)?;
    let now = tx.now;
    match flows {
        // The first version somebody writes.
        Some(flows) => {
            let started = projects::read(tx, from)?.starts_on;
            let by = started.zip(to.starts_on).map(|(before, after)| after - before);
            store::save(tx.conn, to.id, &flows.moved(by.unwrap_or_default()), 2, now)
        }
        None => Ok(()),
    }
}

/// Dates agreed on with those who pay stay when the project begins at another time.
pub fn restarted(_: &mut Write<'_>, _: &Brief) -> Result<()> {
    Ok(())
}

/// Flows say nothing about single activities.
pub fn forgotten(_: &mut Write<'_>, _: ProjectId, _: &[uuid::Uuid]) -> Result<()> {
    Ok(())
}
