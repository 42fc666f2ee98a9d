//! Cost lines.

use super::SUBJECT;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::language::Phrase;
use crate::kernel::money::Money;
use crate::kernel::validate::{Fault, Faults, FieldFault, Sentence};
use crate::resources::activities::{self, Plan};
use crate::resources::budgets::model::{Budget, CostLineId, CostLineInput, KeptLine, MOST_LINES};
use crate::resources::budgets::store;
use crate::resources::budgets::wire::{ActivityBudget, CostLineList, CostLinesInput, ProjectCostLine};
use crate::resources::calculations;
use crate::resources::projects::{self, Brief, Id as ProjectId};
use chrono::NaiveDate;
use planning::problem::Problem;
use print::format;
use serde_json::json;
use std::collections::HashMap;

/// Most money of a budget, in centimes: a hundred thousand million dinars.
const MOST_MONEY: i64 = 10_000_000_000_000;
static TOO_MUCH: Sentence = Sentence {
    code: "too_large",
    phrase: Phrase {
        ar: "مجموع الميزانية لا يتجاوز {} دج: أنقصوا كمية أو سعرا.",
        fr: "Le total du budget ne dépasse pas {} DA : réduisez une quantité ou un prix.",
        en: "The whole budget is at most {} DA: take a quantity or a price down.",
    },
};

fn shown(kept: &KeptLine) -> ProjectCostLine {
    // Lines are kept only when they have a total.
    let total = Money::centimes(kept.content.total().unwrap_or(0));
    ProjectCostLine { line: kept.content.clone(), total, version: kept.version }
}

fn listed(budget: &Budget, version: i64, plan: &Plan) -> CostLineList {
    let items: Vec<ProjectCostLine> = budget.lines.iter().map(shown).collect();
    let mut sums: HashMap<activities::Id, i64> = HashMap::new();
    for item in &items {
        *sums.entry(item.line.activity_id).or_default() += item.total.amount;
    }
    let by_activity = plan.activities.iter().map(|activity| ActivityBudget {
        activity_id: activity.id,
        code: activity.code.clone(),
        name: activity.name.clone(),
        total: Money::centimes(sums.get(&activity.id).copied().unwrap_or(0)),
    });
    CostLineList { by_activity: by_activity.collect(), total: Money::centimes(sums.values().sum()), items, version }
}

/// The planned costs of a project.
///
/// # Errors
/// `not_found`.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<CostLineList> {
    let project = projects::read(tx, id)?;
    let plan = activities::plan(tx, &project)?;
    list_of(tx, &project, &plan)
}

/// The planned costs of a project the caller has found.
///
/// # Errors
/// When the database does not answer.
pub fn list_of(tx: &mut Read<'_>, project: &Brief, plan: &Plan) -> Result<CostLineList> {
    let (budget, version) = store::find(tx.conn, project.id)?;
    Ok(listed(&budget, version, plan))
}

pub fn get(tx: &mut Read<'_>, id: ProjectId, line: CostLineId) -> Result<ProjectCostLine> {
    projects::read(tx, id)?;
    let (budget, _) = store::find(tx.conn, id)?;
    budget.lines.iter().find(|kept| kept.id == line).map(shown).ok_or_else(Error::not_found)
}

/// What is wrong with a line at a pointer.
fn check(line: &CostLineInput, (plan, start): (&Plan, Option<NaiveDate>), pointer: &str, faults: &mut Vec<FieldFault>) {
    if !plan.activities.iter().any(|activity| activity.id == line.activity_id) {
        faults.push(FieldFault::expecting(format!("{pointer}/activity_id"), Fault::NoSuch, line.activity_id));
    }
    if let Err(problem) = line.total() {
        faults.extend(calculations::refused(&problem.under(pointer)).fields);
    }
    for (index, part) in line.parts.iter().enumerate() {
        if let Some(start) = start.filter(|start| part.date < *start) {
            let problem = Problem::new("date_before_project_start", format!("{pointer}/parts/{index}/date"));
            faults.extend(calculations::refused(&problem.with("start", start.to_string())).fields);
        }
    }
}

fn keep(tx: &mut Write<'_>, id: ProjectId, (before, version): (&Budget, i64), after: &Budget) -> Result<i64> {
    let total = after.lines.iter().try_fold(0_i64, |sum, kept| sum.checked_add(kept.content.total().ok()?));
    if after.lines.len() > MOST_LINES || total.is_none_or(|total| total > MOST_MONEY) {
        let fault = match total {
            Some(total) if total <= MOST_MONEY => FieldFault::expecting("", Fault::TooMany, MOST_LINES),
            _ => FieldFault::telling("", Fault::Of(&TOO_MUCH), |language| format::dinars(MOST_MONEY, language.into())),
        };
        return Err(Error::invalid(vec![fault]));
    }
    let (version, now) = (version + 1, tx.now);
    store::save(tx.conn, id, after, version, now)?;
    let left = |kept: &&KeptLine| !after.lines.iter().any(|other| other.id == kept.id);
    let gone: Vec<uuid::Uuid> = before.lines.iter().filter(left).map(|kept| kept.id.0).collect();
    projects::forget(tx, id, &gone)?;
    let differing = |one: &Budget, other: &Budget| {
        let lines = one.lines.iter().filter(|kept| !other.lines.contains(kept)).take(100);
        json!({ "lines": lines.map(|kept| &kept.content).collect::<Vec<_>>() })
    };
    tx.audit((SUBJECT, &id.to_string()), Some(&differing(before, after)), Some(&differing(after, before)))?;
    projects::publish(tx, "project.budget_changed", id, &json!({ "version": version, "lines": after.lines.len(), "total": total }))?;
    Ok(version)
}

pub fn put(tx: &mut Write<'_>, id: ProjectId, expected: IfMatch, input: CostLinesInput) -> Result<CostLineList> {
    let project = projects::open(tx, id)?;
    let plan = activities::plan(tx, &project)?;
    let (before, version) = store::find(tx.conn, id)?;
    expected.check(version)?;
    let mut faults = Vec::new();
    let mut lines: Vec<KeptLine> = Vec::with_capacity(input.lines.len());
    for (index, mut content) in input.lines.into_iter().enumerate() {
        let pointer = format!("/lines/{index}");
        check(&content, (&plan, project.starts_on), &pointer, &mut faults);
        let old = content.id.and_then(|id| before.lines.iter().find(|kept| kept.id == id));
        if let Some(id) = content.id {
            if lines.iter().any(|kept| kept.id == id) {
                faults.push(FieldFault::new(format!("{pointer}/id"), Fault::Repeated));
            } else if old.is_none() {
                faults.push(FieldFault::expecting(format!("{pointer}/id"), Fault::NoSuch, id));
            }
        }
        let id = content.id.unwrap_or_else(|| tx.new_id());
        content.id = Some(id);
        let version = old.map_or(1, |old| if old.content == content { old.version } else { old.version + 1 });
        lines.push(KeptLine { id, version, content });
    }
    if !faults.is_empty() {
        return Err(Error::invalid(faults));
    }
    let after = Budget { lines };
    let version = keep(tx, id, (&before, version), &after)?;
    Ok(listed(&after, version, &plan))
}

/// A line that may be kept.
fn checked(tx: &mut Write<'_>, project: &Brief, content: &CostLineInput) -> Result<()> {
    let plan = activities::plan(tx, project)?;
    let mut faults = Vec::new();
    check(content, (&plan, project.starts_on), "", &mut faults);
    if faults.is_empty() { Ok(()) } else { Err(Error::invalid(faults)) }
}

fn refuse_id(allowed: impl std::fmt::Display) -> Result<()> {
    let mut faults = Faults::default();
    faults.expecting("/id", Fault::NotAllowed, allowed);
    faults.finish()
}

pub fn add(tx: &mut Write<'_>, id: ProjectId, mut content: CostLineInput) -> Result<ProjectCostLine> {
    let project = projects::open(tx, id)?;
    if content.id.is_some() {
        refuse_id("null")?;
    }
    checked(tx, &project, &content)?;
    let (before, version) = store::find(tx.conn, id)?;
    let line: CostLineId = tx.new_id();
    content.id = Some(line);
    let kept = KeptLine { id: line, version: 1, content };
    let after = Budget { lines: before.lines.iter().cloned().chain([kept.clone()]).collect() };
    keep(tx, id, (&before, version), &after)?;
    Ok(shown(&kept))
}

pub fn update(tx: &mut Write<'_>, id: ProjectId, line: CostLineId, expected: IfMatch, patch: &MergePatch) -> Result<ProjectCostLine> {
    let project = projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    let place = before.lines.iter().position(|kept| kept.id == line).ok_or_else(Error::not_found)?;
    let old = &before.lines[place];
    expected.check(old.version)?;
    let content: CostLineInput = patch.apply(&old.content)?;
    if content.id != Some(line) {
        refuse_id(line)?;
    }
    checked(tx, &project, &content)?;
    let kept = KeptLine { id: line, version: old.version + 1, content };
    let mut after = before.clone();
    after.lines[place] = kept.clone();
    keep(tx, id, (&before, version), &after)?;
    Ok(shown(&kept))
}

pub fn delete(tx: &mut Write<'_>, id: ProjectId, line: CostLineId, expected: IfMatch) -> Result<()> {
    projects::open(tx, id)?;
    let (before, version) = store::find(tx.conn, id)?;
    let mut after = before.clone();
    let place = after.lines.iter().position(|kept| kept.id == line).ok_or_else(Error::not_found)?;
    expected.check(after.lines.remove(place).version)?;
    keep(tx, id, (&before, version), &after)?;
    Ok(())
}

/// The cost lines of a project the caller has found, for links to them.
///
/// # Errors
/// When the database does not answer.
pub fn lines_of(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<uuid::Uuid>> {
    Ok(store::find(tx.conn, id)?.0.lines.iter().map(|kept| kept.id.0).collect())
}

/// Copies the cost lines; the activities of a copy keep their identifiers.
pub fn copy(tx: &mut Write<'_>, from: ProjectId, to: &Brief) -> Result<()> {
    let (budget, _) = store::find(tx.conn, from)?;
    if !budget.lines.is_empty() {
        let lines = budget.lines.into_iter().map(|kept| KeptLine { version: 1, ..kept }).collect();
        keep(tx, to.id, (&Budget::default(), 1), &Budget { lines })?;
    }
    Ok(())
}

/// Costs have no dates of their own but those by calendar, which stay.
pub fn restarted(_: &mut Write<'_>, _: &Brief) -> Result<()> {
    Ok(())
}

/// Deletes the lines of activities that are gone.
pub fn forget(tx: &mut Write<'_>, id: ProjectId, gone: &[uuid::Uuid]) -> Result<()> {
    let (before, version) = store::find(tx.conn, id)?;
    let after = Budget { lines: before.lines.iter().filter(|kept| !gone.contains(&kept.content.activity_id.0)).cloned().collect() };
    if after.lines.len() < before.lines.len() {
        keep(tx, id, (&before, version), &after)?;
    }
    Ok(())
}
