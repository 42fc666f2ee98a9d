//! Assignments: listed, entered, changed.

use super::SUBJECT;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::body::MergePatch;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::assignments::model::{AssignmentId, CohortAssignmentInput};
use crate::resources::assignments::store::rows::{self, Row};
use crate::resources::assignments::store::submissions;
use crate::resources::assignments::wire::{CohortAssignment, CohortAssignmentList};
use crate::resources::cohorts::{self, Id as CohortId, Inside};
use crate::resources::{calculations, courses};

fn views(tx: &mut Read<'_>, found: Vec<Row>, inside: &Inside) -> Result<Vec<CohortAssignment>> {
    let counts = rows::counts(tx.conn, inside.cohort.id, &inside.ids())?;
    let view = |row: Row| {
        Ok(CohortAssignment {
            id: row.id,
            cohort_id: row.cohort_id,
            assignment: row.document.read()?,
            submissions: usize::try_from(counts.get(&row.id).copied().unwrap_or_default()).map_err(Error::internal)?,
            editable: inside.editable(),
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    found.into_iter().map(view).collect()
}

fn one(tx: &mut Read<'_>, row: Row, inside: &Inside) -> Result<CohortAssignment> {
    views(tx, vec![row], inside)?.pop().ok_or_else(Error::not_found)
}

/// The tag of a view: the version, who has handed in, and what kind of view it is.
pub fn tag(assignment: &CohortAssignment) -> String {
    let kind = if assignment.editable { "edit" } else { "read" };
    format!("{}-{}-{kind}", assignment.version, assignment.submissions)
}

/// An assignment the caller may know of, with its cohort.
///
/// # Errors
/// `not_found`.
pub fn find(tx: &mut Read<'_>, id: AssignmentId) -> Result<(Row, Inside)> {
    let row = rows::find(tx.conn, id)?;
    let inside = cohorts::inside(tx, row.cohort_id)?;
    Ok((row, inside))
}

pub fn list(tx: &mut Read<'_>, id: CohortId) -> Result<CohortAssignmentList> {
    let inside = cohorts::inside(tx, id)?;
    let found = rows::of_cohort(tx.conn, id)?;
    Ok(CohortAssignmentList { items: views(tx, found, &inside)? })
}

pub fn get(tx: &mut Read<'_>, id: AssignmentId) -> Result<CohortAssignment> {
    let (row, inside) = find(tx, id)?;
    one(tx, row, &inside)
}

fn check(tx: &mut Write<'_>, inside: &Inside, input: &CohortAssignmentInput) -> Result<()> {
    let mut faults = Faults::default();
    if let Some(code) = &input.module {
        let course = courses::published(tx, inside.cohort.course_id, Some(inside.cohort.course_number))?;
        if !course.content.modules.iter().any(|module| module.code == *code) {
            faults.expecting("/module", Fault::NoSuch, code);
        }
    }
    faults.finish()?;
    input.rubric.check().map_err(|problem| calculations::learning_refused(&problem.under("/rubric")))
}

pub fn create(tx: &mut Write<'_>, id: CohortId, input: &CohortAssignmentInput) -> Result<CohortAssignment> {
    let inside = cohorts::inside(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, id, &inside.ids())?;
    check(tx, &inside, input)?;
    let row = Row {
        id: tx.new_id(),
        cohort_id: id,
        tool: input.tool,
        due_at: input.due_at,
        document: Json::of(input)?,
        created_by: tx.caller.and_then(Caller::person),
        version: 1,
        created_at: tx.now,
        updated_at: tx.now,
    };
    rows::insert(tx.conn, &row)?;
    tx.audit((SUBJECT, &row.id.to_string()), None, Some(&serde_json::to_value(input)?))?;
    one(tx, row, &inside)
}

/// An assignment the caller may change now, whether something was handed in, and its cohort; whoever else changes grades of it waits.
fn editable(tx: &mut Write<'_>, id: AssignmentId) -> Result<(Row, bool, Inside)> {
    let (row, inside) = find(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, row.cohort_id, &inside.ids())?;
    let taken = !submissions::of_assignment(tx.conn, id)?.is_empty();
    Ok((rows::find(tx.conn, id)?, taken, inside))
}

/// Changes an assignment; once something was handed in, neither the tool nor what work is assessed by.
pub fn update(tx: &mut Write<'_>, id: AssignmentId, expected: IfMatch, patch: &MergePatch) -> Result<CohortAssignment> {
    let (row, taken, inside) = editable(tx, id)?;
    expected.check(row.version)?;
    let before: CohortAssignmentInput = row.document.read()?;
    let after: CohortAssignmentInput = patch.apply(&before)?;
    if taken && (before.tool, before.rubric.counted(), before.peer_reviews) != (after.tool, after.rubric.counted(), after.peer_reviews) {
        return Err(Error::say(
            Kind::WrongState,
            "سُلمت أعمال في هذا الواجب، فلا تتغير أداته ولا شبكة تقييمه.",
            "Des travaux sont déjà remis : l’outil et la grille d’évaluation ne changent plus.",
            "Work was handed in already: neither the tool nor the rubric changes any more.",
        ));
    }
    check(tx, &inside, &after)?;
    let next =
        Row { tool: after.tool, due_at: after.due_at, document: Json::of(&after)?, version: row.version + 1, updated_at: tx.now, ..row };
    rows::save(tx.conn, &next)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&serde_json::to_value(&before)?), Some(&serde_json::to_value(&after)?))?;
    one(tx, next, &inside)
}

/// Deletes an assignment for which nothing was handed in.
pub fn delete(tx: &mut Write<'_>, id: AssignmentId, expected: IfMatch) -> Result<()> {
    let (row, taken, _) = editable(tx, id)?;
    expected.check(row.version)?;
    if taken {
        return Err(Error::say(
            Kind::WrongState,
            "سُلمت أعمال في هذا الواجب فلا يحذف.",
            "Des travaux sont déjà remis : ce devoir ne se supprime plus.",
            "Work was handed in already: this assignment cannot be deleted.",
        ));
    }
    rows::delete(tx.conn, id)?;
    tx.audit((SUBJECT, &id.to_string()), Some(&row.document.read()?), None)
}
