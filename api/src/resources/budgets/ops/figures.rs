//! Earned value at a date, and the explanations its variances want.

use super::baselines::{freeze, names};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::money::Money;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::activities::{self, Plan};
use crate::resources::budgets::model::{BaselineName, Frozen, ProgressReportInput, Variance};
use crate::resources::budgets::store::{self, ExplanationRow};
use crate::resources::budgets::wire::{
    EarnedValueQuery, EarnedValueReport, NoFigures, VarianceExplanation, VarianceExplanationInput, VarianceState,
};
use crate::resources::calculations;
use crate::resources::projects::{self, Brief, Id as ProjectId};
use chrono::NaiveDate;
use planning::calculations::{ActualCost, EarnedValueActivity, EarnedValueRequest, VarianceKind, VarianceToExplain};
use planning::earned_value::ProgressReport;
use std::collections::{HashMap, HashSet};

/// What was reported of the activities, by identifier.
fn reported(reports: &[ProgressReportInput], plan: &Plan, names: &[BaselineName]) -> Vec<EarnedValueActivity> {
    let planned: HashMap<activities::Id, &activities::PlannedActivity> = plan.activities.iter().map(|one| (one.id, one)).collect();
    let mut seen = HashSet::new();
    let ids: Vec<activities::Id> =
        plan.activities.iter().map(|one| one.id).chain(names.iter().map(|name| name.id)).filter(|id| seen.insert(*id)).collect();
    ids.into_iter()
        .map(|id| {
            let progress = reports.iter().flat_map(|report| {
                let own = report.progress.iter().filter(move |entry| entry.activity_id == id);
                own.map(|entry| ProgressReport { date: report.date, percent: entry.percent, units: None })
            });
            let costs = reports.iter().flat_map(|report| {
                let own = report.costs.iter().filter(move |cost| cost.activity_id == id);
                own.map(|cost| ActualCost { date: cost.date.unwrap_or(report.date), amount: cost.amount.amount })
            });
            let now = planned.get(&id);
            EarnedValueActivity {
                id: id.to_string(),
                progress: progress.collect(),
                actual_costs: costs.collect(),
                actual_start: now.and_then(|one| one.actual_start),
                actual_finish: now.and_then(|one| one.actual_finish),
                ..EarnedValueActivity::default()
            }
        })
        .collect()
}

/// The figures of a project the caller has found.
///
/// # Errors
/// `invalid_parameter`.
pub fn of(tx: &mut Read<'_>, project: &Brief, plan: Plan, query: &EarnedValueQuery) -> Result<EarnedValueReport> {
    let id = project.id;
    let date = query.date.unwrap_or_else(|| tx.now.day());
    let kept = store::baseline(tx.conn, id, query.baseline)?;
    if let (Some(number), None) = (query.baseline, &kept) {
        let fields = vec![FieldFault::expecting("?baseline", Fault::NoSuch, number)];
        return Err(Error { fields, ..Error::new(Kind::InvalidParameter) });
    }
    let baseline_number = kept.as_ref().map(|row| row.number);
    let frozen: Option<Frozen> = match kept {
        Some(row) => Some(row.document.read()?),
        None if plan.activities.iter().any(|activity| activity.start.is_some()) => {
            let (budget, _) = store::find(tx.conn, id)?;
            Some(freeze(&plan, &budget)?)
        }
        None => None,
    };
    let mut report = EarnedValueReport {
        project_id: id,
        date,
        baseline_number,
        activities: names(&plan),
        figures: None,
        no_figures: None,
        variances: Vec::new(),
        unexplained: 0,
    };
    let Some(frozen) = frozen else {
        report.no_figures = Some(if plan.activities.is_empty() { NoFigures::NoActivities } else { NoFigures::NoStart });
        return Ok(report);
    };
    let gone = frozen.names.iter().filter(|name| !plan.activities.iter().any(|activity| activity.id == name.id));
    report.activities.extend(gone.cloned());
    let reports = store::reports(tx.conn, id)?;
    let reports: Vec<ProgressReportInput> =
        reports.iter().map(|row| row.document.read()).collect::<std::result::Result<_, serde_json::Error>>()?;
    let request = EarnedValueRequest {
        activities: reported(&reports, &plan, &frozen.names),
        baseline: Some(frozen.plan),
        status_date: Some(date),
        calendar: plan.calendar,
        period: query.period.map(Into::into).unwrap_or_default(),
        threshold_percent: Some(project.threshold_percent),
        ..EarnedValueRequest::default()
    };
    let result = planning::calculations::earned_value(&request).map_err(|problem| {
        let field = if problem.code == "too_many_periods" { "?period" } else { "?date" };
        let refused = calculations::refused(&planning::problem::Problem { pointer: field.into(), ..problem });
        Error { kind: Kind::InvalidParameter, ..refused }
    })?;
    let explanations = store::explanations(tx.conn, id)?;
    report.variances =
        result.project.iter().flat_map(|figures| &figures.variances).filter_map(|one| state(one, date, &explanations)).collect();
    report.unexplained = report.variances.iter().filter(|one| one.explanation.is_none()).count();
    report.figures = result.project;
    Ok(report)
}

fn state(one: &VarianceToExplain, date: NaiveDate, explanations: &[ExplanationRow]) -> Option<VarianceState> {
    let kind = match one.kind {
        VarianceKind::Cost => Variance::Cost,
        VarianceKind::Schedule => Variance::Schedule,
    };
    let activity_id = match &one.activity {
        Some(text) => Some(text.parse().ok()?),
        None => None,
    };
    let found = explanations.iter().find(|row| (row.as_of, row.activity_id, row.kind) == (date, activity_id, kind));
    let amount = Money::centimes(one.amount);
    Some(VarianceState { activity_id, kind, amount, percent: one.percent, explanation: found.map(shown) })
}

fn shown(row: &ExplanationRow) -> VarianceExplanation {
    VarianceExplanation {
        id: row.id,
        as_of: row.as_of,
        activity_id: row.activity_id,
        kind: row.kind,
        cause: row.cause.clone(),
        action: row.action.clone(),
        at: row.at,
        person_id: row.person_id,
    }
}

/// The earned value of a project at a date.
///
/// # Errors
/// `not_found`.
pub fn earned_value(tx: &mut Read<'_>, id: ProjectId, query: &EarnedValueQuery) -> Result<EarnedValueReport> {
    let project = projects::read(tx, id)?;
    let plan = activities::plan(tx, &project)?;
    of(tx, &project, plan, query)
}

/// The explanations of a project, latest first.
pub fn explanations(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<VarianceExplanation>> {
    projects::read(tx, id)?;
    Ok(store::explanations(tx.conn, id)?.iter().map(shown).collect())
}

pub fn explain(tx: &mut Write<'_>, id: ProjectId, input: VarianceExplanationInput) -> Result<VarianceExplanation> {
    let project = projects::open(tx, id)?;
    let mut faults = Faults::default();
    if input.as_of > tx.now.day() {
        faults.add("/as_of", Fault::InTheFuture);
    }
    if let Some(activity) = input.activity_id {
        let plan = activities::plan(tx, &project)?;
        let frozen: Option<Frozen> = store::baseline(tx.conn, id, None)?.map(|row| row.document.read()).transpose()?;
        let frozen = frozen.iter().flat_map(|frozen| &frozen.names).any(|name| name.id == activity);
        if !frozen && !plan.activities.iter().any(|known| known.id == activity) {
            faults.expecting("/activity_id", Fault::NoSuch, activity);
        }
    }
    faults.finish()?;
    let row = ExplanationRow {
        id: tx.new_id(),
        project_id: id,
        as_of: input.as_of,
        activity_id: input.activity_id,
        kind: input.kind,
        cause: input.cause,
        action: input.action,
        person_id: tx.caller.and_then(Caller::person),
        at: tx.now,
    };
    store::explain(tx.conn, &row)?;
    let after = serde_json::json!({ "as_of": row.as_of, "activity_id": row.activity_id, "kind": row.kind, "cause": row.cause, "action": row.action });
    tx.audit(("variance_explanation", &row.id.to_string()), None, Some(&after))?;
    projects::publish(tx, "project.variance_explained", id, &after)?;
    Ok(shown(&row))
}
