//! Entering, changing, publishing tests.

use super::SUBJECT;
use super::view::{self, find};
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::Write;
use crate::kernel::access::secret;
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::calculations;
use crate::resources::cohorts::{self, Id as CohortId, Inside};
use crate::resources::exams::model::{ExamId, ExamInput, ExamStatus, FrozenQuestion, scored};
use crate::resources::exams::store::{self, Row};
use crate::resources::exams::wire::Exam;
use crate::resources::questions::{self, BankQuestionKind};
use serde_json::json;

/// Checks what the contract cannot say; the questions as they are now, in the order of the test.
fn check(tx: &mut Write<'_>, inside: &Inside, input: &ExamInput, own: Option<ExamId>) -> Result<Vec<FrozenQuestion>> {
    let mut faults = Faults::default();
    input.check(&mut faults);
    let known = questions::some(tx, &input.question_ids)?;
    let mut paper = Vec::new();
    for (index, id) in input.question_ids.iter().enumerate() {
        match known.iter().find(|one| one.id == *id && one.course_id == inside.cohort.course_id) {
            Some(one) => paper.push(FrozenQuestion { id: *id, content: one.content.clone() }),
            None => faults.expecting(format!("/question_ids/{index}"), Fault::NoSuch, id),
        }
    }
    if store::of_cohort(tx.conn, inside.cohort.id)?.iter().any(|row| row.kind == input.kind && Some(row.id) != own) {
        faults.add("/kind", Fault::AlreadyExists);
    }
    faults.finish()?;
    Ok(paper)
}

pub fn create(tx: &mut Write<'_>, id: CohortId, input: &ExamInput) -> Result<Exam> {
    let inside = cohorts::inside(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, id, &inside.ids())?;
    check(tx, &inside, input, None)?;
    let row = Row {
        id: tx.new_id(),
        cohort_id: id,
        kind: input.kind,
        status: ExamStatus::Draft,
        opens_at: input.opens_at,
        closes_at: input.closes_at,
        seed: secret::token()?,
        document: Json::of(input)?,
        paper: None,
        published_at: None,
        created_by: tx.caller.and_then(Caller::person),
        version: 1,
        created_at: tx.now,
        updated_at: tx.now,
    };
    store::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(input)?))?;
    view::one(tx, row, &inside)
}

/// A test the caller may change now, with whoever else changes grades of its cohort waiting.
fn editable(tx: &mut Write<'_>, id: ExamId) -> Result<(Row, Inside)> {
    let (row, inside) = find(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, row.cohort_id, &inside.ids())?;
    Ok((store::find(tx.conn, id)?, inside))
}

/// Changes a draft; of a published test only its end, and only to later.
pub fn update(tx: &mut Write<'_>, id: ExamId, expected: IfMatch, patch: &MergePatch) -> Result<Exam> {
    let (row, inside) = editable(tx, id)?;
    expected.check(row.version)?;
    let before: ExamInput = row.document.read()?;
    let after: ExamInput = patch.apply(&before)?;
    if row.status == ExamStatus::Published {
        let later = after.closes_at >= before.closes_at;
        if (ExamInput { closes_at: before.closes_at, ..after.clone() }) != before || !later {
            return Err(Error::say(
                Kind::WrongState,
                "نُشر هذا الاختبار، فلا يتغير فيه إلا تأخير إغلاقه.",
                "Ce test est publié : seule sa clôture peut être repoussée.",
                "This test is published: only its end can be put off.",
            ));
        }
    } else {
        check(tx, &inside, &after, Some(id))?;
    }
    let next = Row {
        kind: after.kind,
        opens_at: after.opens_at,
        closes_at: after.closes_at,
        document: Json::of(&after)?,
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    view::one(tx, next, &inside)
}

/// Deletes a draft.
pub fn delete(tx: &mut Write<'_>, id: ExamId, expected: IfMatch) -> Result<()> {
    let (row, _) = editable(tx, id)?;
    expected.check(row.version)?;
    if row.status == ExamStatus::Published {
        return Err(Error::say(
            Kind::WrongState,
            "نُشر هذا الاختبار فلا يحذف.",
            "Ce test est publié et ne se supprime plus.",
            "This test is published and cannot be deleted.",
        ));
    }
    store::delete(tx.conn, id, row.version)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&row.document.read()?), None)
}

/// Gives what is to be put in order names that do not tell the order: authors write a, b, c.
fn hide_order(paper: &mut [FrozenQuestion]) -> Result<()> {
    let ordering = paper.iter_mut().filter(|one| one.content.kind == BankQuestionKind::Ordering);
    for choice in ordering.flat_map(|one| &mut one.content.choices) {
        choice.id = format!("{:016x}", u64::from_be_bytes(secret::random()?));
    }
    Ok(())
}

/// Fixes the paper: from now on it is what participants are asked.
pub fn publish(tx: &mut Write<'_>, id: ExamId) -> Result<Exam> {
    let (row, inside) = editable(tx, id)?;
    if row.status == ExamStatus::Published {
        return view::one(tx, row, &inside);
    }
    let input: ExamInput = row.document.read()?;
    let mut paper = check(tx, &inside, &input, Some(id))?;
    let mut faults = Faults::default();
    if paper.is_empty() {
        faults.add("/question_ids", Fault::Required);
    }
    if input.closes_at <= tx.now {
        faults.expecting("/closes_at", Fault::TooSmall, tx.now.day());
    }
    faults.finish()?;
    ::learning::exam::check(&scored(&paper)).map_err(|problem| calculations::learning_refused(&problem))?;
    hide_order(&mut paper)?;
    let (status, now) = (ExamStatus::Published, tx.now);
    let next = Row { status, paper: Some(Json::of(&paper)?), published_at: Some(now), version: row.version + 1, updated_at: now, ..row };
    store::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&json!({ "status": "draft" })), Some(&json!({ "status": status })))?;
    tx.publish("cohort.exam_published", id.0, None, &json!({ "cohort_id": next.cohort_id, "kind": next.kind }))?;
    view::one(tx, next, &inside)
}
