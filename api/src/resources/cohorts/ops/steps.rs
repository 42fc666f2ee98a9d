//! The steps of a cohort from state to state.

use super::rows::editable;
use super::view::{self, inside};
use super::{SUBJECT, places, teachers};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::error::{Error, Result};
use crate::kernel::problem::Kind;
use crate::resources::accounts;
use crate::resources::cohorts::letters::Told;
use crate::resources::cohorts::model::{CohortId, CohortInput, CohortStatus, EnrolmentStatus};
use crate::resources::cohorts::store::rows::{Row, StepRow};
use crate::resources::cohorts::store::{enrolments, rows};
use crate::resources::cohorts::wire::{Cohort, CohortStep};
use serde_json::json;

/// Keeps the step that a row has taken.
pub fn keep(tx: &mut Write<'_>, row: &Row, from: Option<CohortStatus>, reason: Option<&str>) -> Result<()> {
    let step = StepRow {
        id: tx.new_id(),
        cohort_id: row.id,
        at: tx.now,
        from_status: from,
        to_status: row.status,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    rows::keep_step(tx.conn, &step)
}

fn take(tx: &mut Write<'_>, row: Row, status: CohortStatus, reason: Option<&str>) -> Result<Row> {
    let (id, from) = (row.id, row.status);
    let next = Row { status, status_since: tx.now, version: row.version + 1, updated_at: tx.now, ..row };
    rows::save(tx.conn, &next)?;
    keep(tx, &next, Some(from), reason)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "status": from })), Some(&json!({ "status": status, "reason": reason })))?;
    tx.publish("cohort.status_changed", id.0, None, &json!({ "status": status, "starts_on": next.starts_on }))?;
    Ok(next)
}

/// Announces a cohort.
pub fn publish(tx: &mut Write<'_>, id: CohortId) -> Result<Cohort> {
    let row = editable(tx, id)?;
    if row.status != CohortStatus::Draft {
        return Err(Error::in_state(row.status.words()));
    }
    if row.ends_on < tx.now.day() {
        return Err(Error::say(
            Kind::WrongState,
            "مضى آخر أيام الدورة، عدلوا أيامها قبل الإعلان عنها.",
            "Le dernier jour de la session est passé : changez ses dates avant de l’annoncer.",
            "The last day of the cohort is past: change its days before you announce it.",
        ));
    }
    let next = take(tx, row, CohortStatus::Published, None)?;
    let content: CohortInput = next.document.read()?;
    teachers::tell(tx, &content, &content.trainer_ids, Told::Appointed)?;
    view::of(tx, next)
}

/// Calls a cohort off; everybody in it is written to.
pub fn cancel(tx: &mut Write<'_>, id: CohortId, reason: &str) -> Result<Cohort> {
    editable(tx, id)?;
    rows::lock(tx.conn, id)?;
    let row = editable(tx, id)?;
    if row.status != CohortStatus::Published {
        return Err(Error::in_state(row.status.words()));
    }
    let next = take(tx, row, CohortStatus::Cancelled, Some(reason))?;
    let concerned = [EnrolmentStatus::Enrolled, EnrolmentStatus::Waiting, EnrolmentStatus::Requested];
    let told = enrolments::of_cohort(tx.conn, id, &concerned)?;
    places::tell(tx, &next, &told, Told::Cancelled(reason))?;
    let content: CohortInput = next.document.read()?;
    teachers::tell(tx, &content, &content.trainer_ids, Told::Cancelled(reason))?;
    view::of(tx, next)
}

/// Closes a cohort that has begun.
pub fn close(tx: &mut Write<'_>, id: CohortId) -> Result<Cohort> {
    let row = editable(tx, id)?;
    if row.status != CohortStatus::Published {
        return Err(Error::in_state(row.status.words()));
    }
    if row.starts_on > tx.now.day() {
        return Err(Error::say(
            Kind::WrongState,
            "لم تبدأ الدورة بعد، ألغوها إن لم تكن ستقام.",
            "La session n’a pas commencé : annulez-la si elle n’a pas lieu.",
            "The cohort has not begun: call it off when it does not take place.",
        ));
    }
    let next = take(tx, row, CohortStatus::Closed, None)?;
    view::of(tx, next)
}

/// The steps of a cohort, first to last; who took them is for those inside.
pub fn list(tx: &mut Read<'_>, id: CohortId) -> Result<Vec<CohortStep>> {
    let row = rows::find(tx, id)?;
    let inside = inside(tx, &row)?;
    let steps = rows::steps(tx.conn, id)?;
    let people: Vec<_> = steps.iter().filter_map(|step| step.person_id).filter(|_| inside).collect();
    let names = accounts::person_names(tx.conn, &people)?;
    let shown = |step: StepRow| CohortStep {
        at: step.at,
        from_status: step.from_status,
        to_status: step.to_status,
        reason: step.reason,
        person_name: step.person_id.and_then(|id| names.get(&id).cloned()),
    };
    // What happened before a cohort was announced is its organiser's business.
    let told = |step: &StepRow| inside || step.to_status != CohortStatus::Draft;
    Ok(steps.into_iter().filter(told).map(shown).collect())
}
