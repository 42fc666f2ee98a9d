//! The steps of a project from stage to stage.

use super::SUBJECT;
use super::parts::{publish, unlocked};
use super::rows::Tagged;
use super::view::tagged;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::projects::model::{ProjectId, Stage, Step};
use crate::resources::projects::store::{self, Row, TransitionRow};
use crate::resources::projects::wire::{ProjectTransition, StageReason};
use chrono::NaiveDate;
use serde_json::json;

/// Keeps a step of a project.
pub fn keep(tx: &mut Write<'_>, id: ProjectId, from: Option<Stage>, to: Stage, reason: Option<&str>, decided_on: NaiveDate) -> Result<()> {
    let row = TransitionRow {
        id: tx.new_id(),
        project_id: id,
        at: tx.now,
        decided_on,
        from_stage: from,
        to_stage: to,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    store::step(tx.conn, &row)
}

/// The project is planned for a plan, approved, launched, closed or dropped.
pub fn plan(tx: &mut Write<'_>, id: ProjectId, why: &StageReason) -> Result<Tagged> {
    take(tx, id, Step::Plan, why)
}
/// As [`plan`].
pub fn approve(tx: &mut Write<'_>, id: ProjectId, why: &StageReason) -> Result<Tagged> {
    take(tx, id, Step::Approve, why)
}
/// As [`plan`].
pub fn launch(tx: &mut Write<'_>, id: ProjectId, why: &StageReason) -> Result<Tagged> {
    take(tx, id, Step::Launch, why)
}
/// As [`plan`].
pub fn close(tx: &mut Write<'_>, id: ProjectId, why: &StageReason) -> Result<Tagged> {
    take(tx, id, Step::Close, why)
}
/// As [`plan`].
pub fn give_up(tx: &mut Write<'_>, id: ProjectId, why: &StageReason) -> Result<Tagged> {
    take(tx, id, Step::Drop, why)
}

fn take(tx: &mut Write<'_>, id: ProjectId, step: Step, why: &StageReason) -> Result<Tagged> {
    let row = unlocked(tx, id)?;
    let next = step.from(row.stage).ok_or_else(|| Error::in_state(row.stage.words()))?;
    if next == Stage::Planned && row.starts_on.is_none() {
        return Err(Error::say(
            Kind::WrongState,
            "حدد تاريخ بداية المشروع قبل اعتماد خطته.",
            "Indiquez la date de début du projet avant de le planifier.",
            "Give the project's start date before planning it.",
        ));
    }
    let now = tx.now;
    let decided_on = why.decided_on.unwrap_or_else(|| now.day());
    if decided_on > now.day() {
        let mut faults = Faults::default();
        faults.add("/decided_on", Fault::InTheFuture);
        faults.finish()?;
    }
    let from = row.stage;
    let after = Row { stage: next, stage_since: now, version: row.version + 1, updated_at: now, ..row };
    store::save(tx.conn, &after)?;
    keep(tx, id, Some(from), next, Some(&why.reason), decided_on)?;
    let (was, is) = (json!({ "stage": from }), json!({ "stage": next, "reason": why.reason, "decided_on": decided_on }));
    tx.audit((SUBJECT, &id.to_string()), Some(&was), Some(&is))?;
    publish(tx, "project.stage_changed", id, &is)?;
    tagged(tx, after)
}

/// The steps of a project, first to last.
pub fn list(tx: &mut Read<'_>, id: ProjectId) -> Result<Vec<ProjectTransition>> {
    store::find(tx.conn, &tx.scope, id)?;
    let rows = store::steps(tx.conn, id)?;
    let people: Vec<_> = rows.iter().filter_map(|row| row.person_id).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let view = |row: TransitionRow| ProjectTransition {
        at: row.at,
        decided_on: row.decided_on,
        from_stage: row.from_stage,
        to_stage: row.to_stage,
        reason: row.reason,
        person_name: row.person_id.and_then(|id| names.get(&id).cloned()),
        person_id: row.person_id,
    };
    Ok(rows.into_iter().map(view).collect())
}
