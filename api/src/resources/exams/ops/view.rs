//! Tests as a caller sees them.

use crate::kernel::access::allowed::Read;
use crate::kernel::db::types::Instant;
use crate::kernel::error::{Error, Result};
use crate::resources::cohorts::{self, Id as CohortId, Inside};
use crate::resources::exams::model::{ExamId, ExamInput, ExamStatus, FrozenQuestion, GRACE_SECONDS};
use crate::resources::exams::store::{self, Row};
use crate::resources::exams::wire::{Exam, ExamList};
use chrono::Duration;
use std::collections::HashMap;

/// Whether a test takes nothing more.
pub fn closed(row: &Row, now: Instant) -> bool {
    row.status == ExamStatus::Published && now > row.closes_at.plus(Duration::seconds(GRACE_SECONDS))
}

/// The questions of a published test.
///
/// # Errors
/// When the document has another shape.
pub fn paper(row: &Row) -> Result<Vec<FrozenQuestion>> {
    Ok(row.paper.as_ref().map(|paper| paper.read()).transpose()?.unwrap_or_default())
}

/// A test the caller may know of, with its cohort: a draft is for those who run and teach it.
///
/// # Errors
/// `not_found`.
pub fn find(tx: &mut Read<'_>, id: ExamId) -> Result<(Row, Inside)> {
    let row = store::find(tx.conn, id)?;
    let inside = cohorts::inside(tx, row.cohort_id)?;
    if row.status == ExamStatus::Draft && !inside.leads {
        return Err(Error::not_found());
    }
    Ok((row, inside))
}

fn of(row: Row, inside: &Inside, begun: usize, now: Instant) -> Result<Exam> {
    let input: ExamInput = row.document.read()?;
    let paper = paper(&row)?;
    let closed = closed(&row, now);
    let published = row.status == ExamStatus::Published;
    Ok(Exam {
        id: row.id,
        cohort_id: row.cohort_id,
        kind: row.kind,
        status: row.status,
        published_at: row.published_at,
        opens_at: row.opens_at,
        closes_at: row.closes_at,
        minutes: input.minutes,
        keep_order: input.keep_order,
        questions: if published { paper.len() } else { input.question_ids.len() },
        points: paper.iter().map(|one| one.content.points).sum(),
        question_ids: if inside.leads { input.question_ids } else { Vec::new() },
        open: published && now >= row.opens_at && now < row.closes_at,
        grace_seconds: GRACE_SECONDS,
        seed: Some(row.seed).filter(|_| closed),
        begun,
        editable: inside.editable(),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

fn views(tx: &mut Read<'_>, rows: Vec<Row>, inside: &Inside) -> Result<Vec<Exam>> {
    let begun: HashMap<ExamId, i64> = store::begun(tx.conn, inside.cohort.id, &inside.ids())?.into_iter().collect();
    let now = tx.now;
    let view = |row: Row| {
        let begun = begun.get(&row.id).copied().unwrap_or_default();
        of(row, inside, usize::try_from(begun).map_err(Error::internal)?, now)
    };
    rows.into_iter().map(view).collect()
}

/// The view of one row.
///
/// # Errors
/// When the database does not answer.
pub fn one(tx: &mut Read<'_>, row: Row, inside: &Inside) -> Result<Exam> {
    views(tx, vec![row], inside)?.pop().ok_or_else(Error::not_found)
}

pub fn get(tx: &mut Read<'_>, id: ExamId) -> Result<Exam> {
    let (row, inside) = find(tx, id)?;
    one(tx, row, &inside)
}

/// The tests of a cohort that the caller may know of.
pub fn list(tx: &mut Read<'_>, id: CohortId) -> Result<ExamList> {
    let inside = cohorts::inside(tx, id)?;
    let rows = store::of_cohort(tx.conn, id)?.into_iter().filter(|row| inside.leads || row.status == ExamStatus::Published).collect();
    Ok(ExamList { items: views(tx, rows, &inside)? })
}

/// The tag of a view: the version, who has begun, and what kind of view it is.
pub fn tag(exam: &Exam) -> String {
    let kind = if exam.editable { "edit" } else { "read" };
    format!("{}-{}-{kind}-{}-{}", exam.version, exam.begun, u8::from(exam.open), u8::from(exam.seed.is_some()))
}
