//! Baselines: the plan frozen with its costs.

use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::money::Money;
use crate::kernel::problem::Kind;
use crate::resources::activities::{self, Plan};
use crate::resources::budgets::model::{BaselineName, Budget, Frozen};
use crate::resources::budgets::store::{self, BaselineRow};
use crate::resources::budgets::wire::{BaselineReason, BaselineSummary, ProjectBaseline};
use crate::resources::projects::{self, Brief, Id as ProjectId};
use crate::resources::{accounts, calculations};
use planning::calendar::WorkingTime;
use planning::cost::{self, CostLine, Planned, take};
use planning::problem::Problem;
use serde_json::json;

const SUBJECT: &str = "baseline";

/// The present plan, frozen.
///
/// # Errors
/// `wrong_state` for a project without start or activities; `invalid` for costs that cannot be laid over the dates.
pub fn freeze(plan: &Plan, budget: &Budget) -> Result<Frozen> {
    let Some(centre) = plan.activities.iter().filter_map(|activity| activity.start).min() else {
        return Err(Error::say(
            Kind::WrongState,
            "حدد بداية المشروع وأنشطته قبل تثبيت الخطة المرجعية.",
            "Donnez le début et les activités du projet avant de figer le plan de référence.",
            "Give the project a start and activities before taking a baseline.",
        ));
    };
    let calendar = WorkingTime::new(&plan.calendar, centre).map_err(|cause| calculations::refused(&Problem::from(cause)))?;
    let lines: Vec<(String, Vec<CostLine>)> = plan
        .activities
        .iter()
        .map(|activity| {
            let own = budget.lines.iter().filter(|kept| kept.content.activity_id == activity.id);
            (activity.id.to_string(), own.map(|kept| kept.content.line()).collect())
        })
        .collect();
    let planned: Vec<Planned<'_>> = plan
        .activities
        .iter()
        .zip(&lines)
        .map(|(activity, (id, lines))| Planned { id, start: activity.start, finish: activity.finish, lines })
        .collect();
    let frozen = take(&planned, &calendar).map_err(|cause| calculations::refused(&Problem::from(cause)))?;
    Ok(Frozen { names: names(plan), plan: frozen })
}

/// The activities of a plan by name.
pub fn names(plan: &Plan) -> Vec<BaselineName> {
    let name =
        |activity: &activities::PlannedActivity| BaselineName { id: activity.id, code: activity.code.clone(), name: activity.name.clone() };
    plan.activities.iter().map(name).collect()
}

fn budget_of(plan: &cost::Baseline) -> i64 {
    plan.activities.iter().map(|activity| activity.budget).sum()
}

pub fn keep(tx: &mut Write<'_>, id: ProjectId, input: BaselineReason) -> Result<ProjectBaseline> {
    let project = projects::open(tx, id)?;
    let plan = activities::plan(tx, &project)?;
    let (budget, _) = store::find(tx.conn, id)?;
    let frozen = freeze(&plan, &budget)?;
    let row = BaselineRow {
        project_id: id,
        number: store::last_number(tx.conn, id)? + 1,
        at: tx.now,
        reason: input.reason,
        budget: budget_of(&frozen.plan),
        finish: frozen.plan.activities.iter().map(|activity| activity.finish).max(),
        document: Json::of(&frozen)?,
        person_id: tx.caller.and_then(Caller::person),
    };
    store::keep_baseline(tx.conn, &row)?;
    let after = json!({ "number": row.number, "reason": row.reason, "budget": row.budget, "finish": row.finish });
    tx.audit((SUBJECT, &format!("{id}/{}", row.number)), None, Some(&after))?;
    projects::publish(tx, "project.baseline_taken", id, &after)?;
    view(row)
}

fn view(row: BaselineRow) -> Result<ProjectBaseline> {
    let frozen: Frozen = row.document.read()?;
    Ok(ProjectBaseline {
        number: row.number,
        at: row.at,
        reason: row.reason,
        budget: Money::centimes(row.budget),
        finish: row.finish,
        activities: frozen.names,
        plan: frozen.plan,
    })
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, number: i64) -> Result<ProjectBaseline> {
    projects::read(tx, id)?;
    view(store::baseline(tx.conn, id, Some(number))?.ok_or_else(Error::not_found)?)
}

/// The baselines of a project, last first.
///
/// # Errors
/// `not_found`.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<BaselineSummary>> {
    let project = projects::read(tx, id)?;
    list_of(tx, &project)
}

/// The baselines of a project the caller has found, last first.
///
/// # Errors
/// When the database does not answer.
pub fn list_of(tx: &mut Read<'_>, project: &Brief) -> Result<Vec<BaselineSummary>> {
    let heads = store::baselines(tx.conn, project.id)?;
    let people: Vec<_> = heads.iter().filter_map(|head| head.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |head: store::BaselineHead| BaselineSummary {
        number: head.number,
        at: head.at,
        reason: head.reason,
        budget: Money::centimes(head.budget),
        finish: head.finish,
        person_name: head.person_id.and_then(|id| names.get(&id).cloned()),
        person_id: head.person_id,
    };
    Ok(heads.into_iter().map(view).collect())
}
