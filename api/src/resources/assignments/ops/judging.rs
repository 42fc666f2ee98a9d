//! Returned, accepted, refused, assessed.

use super::SUBMISSION;
use super::submissions::{found, keep_step, view};
use crate::kernel::access::allowed::Write;
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::assignments::letters;
use crate::resources::assignments::model::{CohortAssignmentInput, SubmissionId, SubmissionStatus};
use crate::resources::assignments::store::rows::Row;
use crate::resources::assignments::store::submissions::{self as store, SubmissionRow};
use crate::resources::assignments::wire::{Submission, SubmissionAcceptance, SubmissionAssessment};
use crate::resources::cohorts::{self, Inside};
use crate::resources::{accounts, calculations};
use ::learning::grade::CriterionLevel;
use serde_json::json;

/// A submission the caller may judge now, with whoever else changes grades of its cohort waiting.
fn judgeable(tx: &mut Write<'_>, id: SubmissionId) -> Result<(SubmissionRow, Row, Inside)> {
    let (row, assignment, inside) = found(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, row.cohort_id, &[row.enrolment_id])?;
    // Again, now that nobody else is at it.
    Ok((store::find(tx.conn, id)?, assignment, inside))
}

fn decided() -> Error {
    Error::say(
        Kind::WrongState,
        "بُت في هذا العمل من قبل. يمكن تصحيح تقييمه.",
        "Ce travail est déjà jugé. Son évaluation peut être corrigée.",
        "This work was decided on already. Its assessment can be corrected.",
    )
}

fn check(input: &CohortAssignmentInput, status: SubmissionStatus, levels: &[CriterionLevel]) -> Result<()> {
    let fits = input.rubric.assess(status.state(), levels);
    fits.map(|_| ()).map_err(|problem| calculations::learning_refused(&problem.under("/levels")))
}

/// Keeps a decision and writes to the association.
fn decide(
    tx: &mut Write<'_>,
    (row, assignment, inside): (SubmissionRow, Row, Inside),
    status: SubmissionStatus,
    reason: Option<&str>,
) -> Result<Submission> {
    let from = row.status;
    let next = SubmissionRow { status, status_since: tx.now, version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    let told = json!({ "status": status, "reason": reason, "levels": next.levels });
    tx.audit((SUBMISSION, &next.id.to_string()), Some(&json!({ "status": from })), Some(&told))?;
    let input: CohortAssignmentInput = assignment.document.read()?;
    let participant = inside.participant(next.enrolment_id)?;
    keep_step(tx, (&next, participant.association_id), Some(from), reason)?;
    let readers = accounts::readers(tx.conn, &[participant.association_id])?;
    let url = &tx.kernel.config.public_url;
    let letter = |reader: &accounts::Reader| letters::decided(reader, &input.name, &participant.person.name, status, reason, url);
    let written: Vec<_> = readers.iter().map(letter).collect();
    tx.mail_all(&written)?;
    view(tx, next, (&assignment, &inside))
}

/// Returns work to be worked over.
pub fn send_back(tx: &mut Write<'_>, id: SubmissionId, reason: &str) -> Result<Submission> {
    let there = judgeable(tx, id)?;
    match there.0.status {
        SubmissionStatus::HandedIn => decide(tx, there, SubmissionStatus::Returned, Some(reason)),
        SubmissionStatus::Returned => Err(Error::say(
            Kind::WrongState,
            "أُعيد هذا العمل إلى صاحبه من قبل، انتظروا تسليمه من جديد.",
            "Ce travail est déjà renvoyé : attendez qu’il soit remis de nouveau.",
            "This work was returned already: wait until it is handed in again.",
        )),
        SubmissionStatus::Accepted | SubmissionStatus::Refused => Err(decided()),
    }
}

/// Accepts work, with a level of each criterion.
pub fn accept(tx: &mut Write<'_>, id: SubmissionId, input: SubmissionAcceptance) -> Result<Submission> {
    let (row, assignment, inside) = judgeable(tx, id)?;
    if !row.status.open() {
        return Err(decided());
    }
    let content: CohortAssignmentInput = assignment.document.read()?;
    let levels = match input.levels {
        Some(levels) => levels,
        None => row.levels.read()?,
    };
    check(&content, SubmissionStatus::Accepted, &levels)?;
    if content.rubric.missing(&levels) > 0 {
        let mut faults = Faults::default();
        faults.add("/levels", Fault::Required);
        faults.finish()?;
    }
    let row = SubmissionRow { levels: Json::of(&levels)?, ..row };
    decide(tx, (row, assignment, inside), SubmissionStatus::Accepted, input.words.as_deref())
}

/// Refuses work for good.
pub fn refuse(tx: &mut Write<'_>, id: SubmissionId, reason: &str) -> Result<Submission> {
    let there = judgeable(tx, id)?;
    if !there.0.status.open() {
        return Err(decided());
    }
    decide(tx, there, SubmissionStatus::Refused, Some(reason))
}

/// Keeps the levels given, before or after the decision.
pub fn assess(tx: &mut Write<'_>, id: SubmissionId, expected: IfMatch, input: &SubmissionAssessment) -> Result<Submission> {
    let (row, assignment, inside) = judgeable(tx, id)?;
    expected.check(row.version)?;
    let content: CohortAssignmentInput = assignment.document.read()?;
    check(&content, row.status, &input.levels)?;
    let before: Vec<CriterionLevel> = row.levels.read()?;
    let next = SubmissionRow { levels: Json::of(&input.levels)?, version: row.version + 1, updated_at: tx.now, ..row };
    store::save(tx.conn, &next)?;
    tx.audit((SUBMISSION, &id.to_string()), Some(&json!({ "levels": before })), Some(&json!({ "levels": input.levels })))?;
    view(tx, next, (&assignment, &inside))
}
