//! Handed in, and read.

use super::rows::find;
use super::{SUBMISSION, peers, pieces};
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::access::{Body, Caller};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::accounts;
use crate::resources::assignments::model::{AssignmentId, CohortAssignmentInput, PieceItem, SubmissionId, SubmissionStatus};
use crate::resources::assignments::store::rows::{self, Row};
use crate::resources::assignments::store::submissions::{self as store, PieceRow, StepRow, SubmissionRow};
use crate::resources::assignments::wire::{
    Submission, SubmissionInput, SubmissionList, SubmissionReview, SubmissionStep, SubmissionSummary,
};
use crate::resources::cohorts::{self, EnrolmentId, Inside};
use crate::resources::projects::{self, Brief, Id as ProjectId};
use ::learning::grade::CriterionLevel;
use serde_json::json;
use std::collections::HashMap;

/// A submission the caller may know of, with its assignment and cohort.
///
/// # Errors
/// `not_found`.
pub fn found(tx: &mut Read<'_>, id: SubmissionId) -> Result<(SubmissionRow, Row, Inside)> {
    let row = store::find(tx.conn, id)?;
    let inside = cohorts::inside(tx, row.cohort_id)?;
    inside.participant(row.enrolment_id)?;
    let assignment = rows::find(tx.conn, row.assignment_id)?;
    Ok((row, assignment, inside))
}

/// The view of a row.
///
/// # Errors
/// When the database does not answer.
pub fn view(tx: &mut Read<'_>, row: SubmissionRow, (assignment, inside): (&Row, &Inside)) -> Result<Submission> {
    let input: CohortAssignmentInput = assignment.document.read()?;
    let participant = inside.participant(row.enrolment_id)?;
    let names = accounts::body_names(tx.conn, &[Body::Association(participant.association_id)])?;
    let items: Vec<PieceItem> = store::piece(tx.conn, row.id, row.number)?.read()?;
    let levels: Vec<CriterionLevel> = row.levels.read()?;
    let steps = store::steps(tx.conn, row.id)?;
    let people: Vec<PersonId> = steps.iter().filter_map(|step| step.person_id).collect();
    let people = accounts::person_names(tx.conn, &people)?;
    let step = |step: &StepRow| SubmissionStep {
        at: step.at,
        from_status: step.from_status,
        to_status: step.to_status,
        reason: step.reason.clone(),
        person_name: step.person_id.and_then(|id| people.get(&id).cloned()),
    };
    let reviews = match input.peer_reviews {
        0 => Vec::new(),
        _ => peers::of(tx, row.id, inside)?,
    };
    let own = tx.caller.map(|caller| caller.body) == Some(Body::Association(participant.association_id));
    // Whoever is reviewed reads what was written, not who is to write.
    let reviews: Vec<SubmissionReview> = reviews.into_iter().filter(|one| !own || one.reviewed_at.is_some()).collect();
    Ok(Submission {
        id: row.id,
        assignment_id: row.assignment_id,
        assignment_name: input.name,
        cohort_id: row.cohort_id,
        enrolment_id: row.enrolment_id,
        participant_name: participant.person.name.clone(),
        association_id: participant.association_id,
        association_name: names(Body::Association(participant.association_id)).0,
        project_id: row.project_id,
        tool: input.tool,
        status: row.status,
        status_since: row.status_since,
        status_reason: steps.last().and_then(|step| step.reason.clone()),
        number: row.number,
        handed_in_at: row.handed_in_at,
        late: row.late,
        note: row.note,
        items,
        score: input.rubric.assess(row.status.state(), &levels).map_err(Error::internal)?,
        rubric: input.rubric,
        levels,
        reviews,
        steps: steps.iter().map(step).collect(),
        judgeable: inside.editable(),
        version: row.version,
    })
}

pub fn get(tx: &mut Read<'_>, id: SubmissionId) -> Result<Submission> {
    let (row, assignment, inside) = found(tx, id)?;
    view(tx, row, (&assignment, &inside))
}

/// Every participant the caller may know of, with what they handed in.
pub fn list(tx: &mut Read<'_>, id: AssignmentId) -> Result<SubmissionList> {
    let (assignment, inside) = find(tx, id)?;
    let input: CohortAssignmentInput = assignment.document.read()?;
    let mut by_enrolment: HashMap<EnrolmentId, SubmissionRow> =
        store::of_assignment(tx.conn, id)?.into_iter().map(|row| (row.enrolment_id, row)).collect();
    let bodies: Vec<Body> = inside.participants.iter().map(|one| Body::Association(one.association_id)).collect();
    let names = accounts::body_names(tx.conn, &bodies)?;
    let mut items = Vec::with_capacity(inside.participants.len());
    for one in &inside.participants {
        let row = by_enrolment.remove(&one.id);
        let score = match &row {
            Some(row) => input.rubric.assess(row.status.state(), &row.levels.read::<Vec<_>>()?).map_err(Error::internal)?,
            None => None,
        };
        items.push(SubmissionSummary {
            id: row.as_ref().map(|row| row.id),
            enrolment_id: one.id,
            participant_name: one.person.name.clone(),
            association_id: one.association_id,
            association_name: names(Body::Association(one.association_id)).0,
            status: row.as_ref().map(|row| row.status),
            status_since: row.as_ref().map(|row| row.status_since),
            handed_in_at: row.as_ref().map(|row| row.handed_in_at),
            late: row.as_ref().map_or(tx.now > assignment.due_at, |row| row.late),
            score,
        });
    }
    Ok(SubmissionList { items })
}

/// Keeps a step of a submission and tells the feed.
///
/// # Errors
/// When the database does not answer.
pub fn keep_step(
    tx: &mut Write<'_>,
    (row, association): (&SubmissionRow, AssociationId),
    from: Option<SubmissionStatus>,
    reason: Option<&str>,
) -> Result<()> {
    let step = StepRow {
        id: tx.new_id(),
        submission_id: row.id,
        at: tx.now,
        from_status: from,
        to_status: row.status,
        reason: reason.map(str::to_owned),
        person_id: tx.caller.and_then(Caller::person),
        key_id: tx.caller.and_then(Caller::key),
    };
    store::keep_steps(tx.conn, vec![step])?;
    let payload = json!({ "cohort_id": row.cohort_id, "assignment_id": row.assignment_id, "status": row.status });
    tx.publish("cohort.submission_changed", row.id.0, Some(association), &payload)
}

/// The association's own project.
fn project(tx: &mut Write<'_>, id: ProjectId, owner: AssociationId) -> Result<Brief> {
    let missing = || {
        let mut faults = Faults::default();
        faults.expecting("/project_id", Fault::NoSuch, id);
        faults.finish().err().unwrap_or_else(Error::not_found)
    };
    match projects::read(tx, id) {
        Ok(project) if project.association_id == owner => Ok(project),
        Ok(_) => Err(missing()),
        Err(error) if error.kind == Kind::NotFound => Err(missing()),
        Err(error) => Err(error),
    }
}

/// Hands in the content of the tool as it is now; again, until it was accepted or refused.
pub fn hand_in(tx: &mut Write<'_>, id: AssignmentId, input: SubmissionInput) -> Result<Submission> {
    let (assignment, inside) = find(tx, id)?;
    let participant = inside.participant(input.enrolment_id)?.clone();
    if inside.cohort.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت الدورة أو ألغيت، فلا تُسلم فيها أعمال.",
            "La session est terminée ou annulée : plus rien ne s’y remet.",
            "The cohort is over or called off: nothing is handed in any more.",
        ));
    }
    let content: CohortAssignmentInput = assignment.document.read()?;
    let project = project(tx, input.project_id, participant.association_id)?;
    let items = pieces::of(tx, &project, content.tool)?;
    if items.is_empty() {
        return Err(Error::say(
            Kind::WrongState,
            "لا شيء في هذه الأداة من مشروعكم بعد، املؤوها ثم سلموا.",
            "Cet outil de votre projet est encore vide : remplissez-le avant de remettre.",
            "This tool of your project is empty as yet: fill it before you hand in.",
        ));
    }
    cohorts::none_certified(tx.conn, assignment.cohort_id, &[participant.id])?;
    let now = tx.now;
    let fresh = SubmissionRow {
        id: tx.new_id(),
        assignment_id: id,
        cohort_id: assignment.cohort_id,
        enrolment_id: participant.id,
        project_id: project.id,
        number: 1,
        status: SubmissionStatus::HandedIn,
        status_since: now,
        handed_in_at: now,
        late: now > assignment.due_at,
        note: input.note,
        levels: Json::of::<[CriterionLevel]>(&[])?,
        created_by: tx.caller.and_then(Caller::person),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let first = store::begin(tx.conn, &fresh)?;
    let (row, from) = if first {
        (fresh, None)
    } else {
        let before = store::of(tx.conn, id, participant.id)?.ok_or_else(Error::not_found)?;
        if !before.status.open() {
            return Err(Error::say(
                Kind::WrongState,
                "بُت في هذا العمل، فلا يُسلم من جديد.",
                "Ce travail est déjà jugé : il ne se remet plus.",
                "This work was decided on: it is not handed in again.",
            ));
        }
        let next = SubmissionRow {
            id: before.id,
            number: before.number + 1,
            levels: before.levels,
            version: before.version + 1,
            created_at: before.created_at,
            ..fresh
        };
        store::save(tx.conn, &next)?;
        (next, Some(before.status))
    };
    store::keep_pieces(tx.conn, vec![PieceRow { submission_id: row.id, number: row.number, at: now, document: Json::of(&items)? }])?;
    keep_step(tx, (&row, participant.association_id), from, None)?;
    if first && content.peer_reviews > 0 {
        peers::ask(tx, &row, content.peer_reviews)?;
    }
    let told = json!({ "assignment_id": id, "enrolment_id": row.enrolment_id, "number": row.number, "status": row.status });
    tx.audit((SUBMISSION, &row.id.to_string()), None, Some(&told))?;
    view(tx, row, (&assignment, &inside))
}
