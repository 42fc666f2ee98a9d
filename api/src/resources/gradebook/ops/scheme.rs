//! What a cohort is graded by.

use super::SUBJECT;
use crate::kernel::access::Caller;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::Result;
use crate::kernel::http::etag::{self, IfMatch};
use crate::kernel::validate::{Fault, Faults};
use crate::resources::assignments::{self, Task};
use crate::resources::calculations;
use crate::resources::cohorts::{self, Brief, Id as CohortId, Inside};
use crate::resources::exams::{self, Test};
use crate::resources::gradebook::model::{GradePart, GradeSchemeInput, GradeSource};
use crate::resources::gradebook::store::{self, Row};
use crate::resources::gradebook::wire::GradeScheme;

/// The scheme of a cohort with these tests and assignments: the one that was written, or the usual one.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, cohort: &Brief, tests: &[Test], tasks: &[Task]) -> Result<(GradeSchemeInput, Option<Row>)> {
    let row = store::find(tx.conn, cohort.id)?;
    let scheme = match &row {
        Some(row) => row.document.read()?,
        None => GradeSchemeInput::usual(cohort.attendance_percent, tests, tasks),
    };
    Ok((scheme, row))
}

/// The tag of a view: the version, what kind of view it is, and what the usual one follows from.
pub fn tag(scheme: &GradeScheme) -> String {
    let kind = match (scheme.editable, scheme.certified) {
        (true, _) => "edit",
        (false, false) => "read",
        (false, true) => "held",
    };
    let parts: Vec<String> = scheme.scheme.parts.iter().map(GradePart::id).collect();
    format!("{}-{kind}-{}", scheme.version, etag::of_content(parts.join(" ").as_bytes()))
}

/// The view of a scheme; while somebody holds a certificate, what it rests on does not change.
fn view(inside: &Inside, certified: bool, (scheme, row): (GradeSchemeInput, Option<Row>)) -> GradeScheme {
    GradeScheme {
        cohort_id: inside.cohort.id,
        scheme,
        usual: row.is_none(),
        editable: inside.editable() && !certified,
        certified: inside.editable() && certified,
        updated_at: row.as_ref().map(|row| row.updated_at),
        version: row.as_ref().map_or(0, |row| row.version),
    }
}

pub fn get(tx: &mut Read<'_>, id: CohortId) -> Result<GradeScheme> {
    let inside = cohorts::inside(tx, id)?;
    let tests = exams::tests(tx, id)?;
    let tasks = assignments::tasks(tx, id)?;
    let found = of(tx, &inside.cohort, &tests, &tasks)?;
    let certified = !cohorts::certified(tx.conn, &inside.ids())?.is_empty();
    Ok(view(&inside, certified, found))
}

/// Checks what the contract cannot say: assignments of this cohort, and whether a course can be graded by it.
fn check(input: &GradeSchemeInput, tasks: &[Task]) -> Result<()> {
    let mut faults = Faults::default();
    for (index, part) in input.parts.iter().enumerate() {
        let wants = matches!(part.source, GradeSource::Assignment | GradeSource::PeerReview);
        let at = format!("/parts/{index}/assignment_id");
        match part.assignment_id {
            None if wants => faults.add(at, Fault::Required),
            Some(_) if !wants => faults.expecting(at, Fault::NotAllowed, "null"),
            Some(id) => match tasks.iter().find(|task| task.id == id) {
                None => faults.expecting(at, Fault::NoSuch, id),
                Some(task) if part.source == GradeSource::PeerReview && task.peer_reviews < part.least_reviews.unwrap_or(1) => {
                    faults.expecting(format!("/parts/{index}/least_reviews"), Fault::TooLarge, task.peer_reviews);
                }
                Some(_) => {}
            },
            None => {}
        }
    }
    faults.finish()?;
    let refuse = |problem: ::learning::problem::Problem| {
        let pointer = problem.pointer.trim_end_matches("/id").replace("/source", "");
        calculations::learning_refused(&::learning::problem::Problem { pointer, ..problem })
    };
    input.counted(tasks).check().map_err(refuse)
}

/// Keeps what a cohort is graded by; grades follow at once.
pub fn put(tx: &mut Write<'_>, id: CohortId, expected: IfMatch, input: GradeSchemeInput) -> Result<GradeScheme> {
    let inside = cohorts::inside(tx, id)?;
    inside.may_lead()?;
    cohorts::none_certified(tx.conn, id, &inside.ids())?;
    let before = store::find(tx.conn, id)?;
    expected.check(before.as_ref().map_or(0, |row| row.version))?;
    let tasks = assignments::tasks(tx, id)?;
    check(&input, &tasks)?;
    let was: Option<serde_json::Value> = before.as_ref().map(|row| row.document.read()).transpose()?;
    let row = Row {
        cohort_id: id,
        document: Json::of(&input)?,
        version: before.map_or(0, |row| row.version) + 1,
        updated_by: tx.caller.and_then(Caller::person),
        updated_at: tx.now,
    };
    store::put(tx.conn, &row)?;
    tx.audit((SUBJECT, &id.to_string()), was.as_ref(), Some(&serde_json::to_value(&input)?))?;
    Ok(view(&inside, false, (input, Some(row))))
}
