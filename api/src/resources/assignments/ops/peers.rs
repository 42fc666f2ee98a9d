//! Reviews by other participants: asked for when work is handed in first, written without names.

use super::PEER_REVIEW;
use crate::kernel::access::Body;
use crate::kernel::access::allowed::{Read, Write};
use crate::kernel::db::types::Json;
use crate::kernel::error::{Error, Result};
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::page::{List, Page};
use crate::kernel::ids::AssociationId;
use crate::kernel::problem::Kind;
use crate::kernel::validate::{Fault, Faults};
use crate::resources::assignments::model::{AssignmentId, CohortAssignmentInput, PeerReviewId, SubmissionId};
use crate::resources::assignments::store::peers::{self as store, Key, ReviewRow};
use crate::resources::assignments::store::rows;
use crate::resources::assignments::store::submissions::{self, SubmissionRow};
use crate::resources::assignments::wire::{PeerReview, PeerReviewInput, PeerReviewQuery, PeerReviewSummary, SubmissionReview};
use crate::resources::calculations;
use crate::resources::cohorts::{self, EnrolmentId, Id as CohortId, Inside};
use ::learning::grade::{AssignmentState, CriterionLevel};
use serde_json::json;

/// The reviews of a submission; who writes them is for those who run and teach the cohort.
///
/// # Errors
/// When the database does not answer.
pub fn of(tx: &mut Read<'_>, id: SubmissionId, inside: &Inside) -> Result<Vec<SubmissionReview>> {
    let name = |row: &ReviewRow| inside.participants.iter().find(|one| one.id == row.reviewer_id).map(|one| one.person.name.clone());
    let view = |row: ReviewRow| {
        Ok(SubmissionReview {
            reviewer_name: if inside.leads { name(&row) } else { None },
            reviewed_at: row.reviewed_at,
            levels: row.levels.read()?,
            words: row.words,
        })
    };
    store::of_submission(tx.conn, id)?.into_iter().map(view).collect()
}

/// Asks the next participants of other associations, in the order they came and round again, to review a submission.
///
/// # Errors
/// When the database does not answer.
pub fn ask(tx: &mut Write<'_>, row: &SubmissionRow, wanted: u32) -> Result<()> {
    let everybody = cohorts::seated(tx.conn, row.cohort_id)?;
    let Some(place) = everybody.iter().position(|one| one.id == row.enrolment_id) else { return Ok(()) };
    let own = everybody.get(place).map(|one| one.association_id);
    let next = everybody.iter().cycle().skip(place + 1).take(everybody.len().saturating_sub(1));
    let others = next.filter(|one| Some(one.association_id) != own).take(usize::try_from(wanted).unwrap_or(usize::MAX));
    let mut reviews = Vec::new();
    for one in others {
        reviews.push(ReviewRow {
            id: tx.new_id(),
            submission_id: row.id,
            cohort_id: row.cohort_id,
            reviewer_id: one.id,
            association_id: one.association_id,
            levels: Json::of::<[CriterionLevel]>(&[])?,
            words: None,
            reviewed_at: None,
            version: 1,
            created_at: tx.now,
            updated_at: tx.now,
        });
    }
    store::insert_all(tx.conn, reviews)
}

/// The association the caller speaks for; whoever speaks for none has nothing to review.
fn own(tx: &Read<'_>) -> Result<AssociationId> {
    match tx.known()?.body {
        Body::Association(id) => Ok(id),
        _ => Err(Error::not_found()),
    }
}

/// The views of reviews, each with the assignment it is for.
fn summaries(tx: &mut Read<'_>, found: &[(ReviewRow, AssignmentId)]) -> Result<Vec<PeerReviewSummary>> {
    let ids: Vec<AssignmentId> = found.iter().map(|(_, id)| *id).collect();
    let assignments = rows::some(tx.conn, &ids)?;
    let ids: Vec<CohortId> = found.iter().map(|(row, _)| row.cohort_id).collect();
    let cohorts = cohorts::briefs(tx, &ids)?;
    let ids: Vec<EnrolmentId> = found.iter().map(|(row, _)| row.reviewer_id).collect();
    let seats = cohorts::seats(tx.conn, &ids)?;
    let view = |(row, id): &(ReviewRow, AssignmentId)| {
        let assignment: CohortAssignmentInput = assignments.get(id).ok_or_else(Error::not_found)?.document.read()?;
        Ok(PeerReviewSummary {
            id: row.id,
            assignment_id: *id,
            assignment_name: assignment.name,
            cohort_id: row.cohort_id,
            cohort_name: cohorts.get(&row.cohort_id).ok_or_else(Error::not_found)?.content.name.clone(),
            enrolment_id: row.reviewer_id,
            participant_name: seats.get(&row.reviewer_id).ok_or_else(Error::not_found)?.person.name.clone(),
            reviewed_at: row.reviewed_at,
            created_at: row.created_at,
        })
    };
    found.iter().map(view).collect()
}

/// What the participants of the caller's association are to review or have reviewed.
pub fn list(tx: &mut Read<'_>, list: &List<PeerReviewQuery>) -> Result<Page<PeerReviewSummary>> {
    let query = &list.query;
    let after: Option<Key> = list.after()?;
    let Body::Association(own) = tx.known()?.body else { return Ok(Page::whole(Vec::new())) };
    let found = store::page(tx.conn, own, query.written, after, list.limit + 1)?;
    let total = list.total(|| store::total(tx.conn, own, query.written))?;
    let page = list.page(found, total, Key::of)?;
    Ok(Page { items: summaries(tx, &page.items)?, next_cursor: page.next_cursor, total })
}

fn view(tx: &mut Read<'_>, row: ReviewRow) -> Result<PeerReview> {
    let submission = submissions::find(tx.conn, row.submission_id)?;
    let input: CohortAssignmentInput = rows::find(tx.conn, submission.assignment_id)?.document.read()?;
    let of = [(row, submission.assignment_id)];
    let summary = summaries(tx, &of)?.pop().ok_or_else(Error::not_found)?;
    let [(row, _)] = of;
    Ok(PeerReview {
        summary,
        description: input.description,
        tool: input.tool,
        rubric: input.rubric,
        items: submissions::piece(tx.conn, submission.id, submission.number)?.read()?,
        levels: row.levels.read()?,
        words: row.words,
        version: row.version,
    })
}

pub fn get(tx: &mut Read<'_>, id: PeerReviewId) -> Result<PeerReview> {
    let own = own(tx)?;
    let row = store::find(tx.conn, own, id)?;
    view(tx, row)
}

/// Keeps what a participant says of somebody else's work.
pub fn write(tx: &mut Write<'_>, id: PeerReviewId, expected: IfMatch, input: &PeerReviewInput) -> Result<PeerReview> {
    let own = own(tx)?;
    let row = store::find(tx.conn, own, id)?;
    expected.check(row.version)?;
    let submission = submissions::find(tx.conn, row.submission_id)?;
    let content: CohortAssignmentInput = rows::find(tx.conn, submission.assignment_id)?.document.read()?;
    if cohorts::brief(tx.conn, row.cohort_id)?.status.over() {
        return Err(Error::say(
            Kind::WrongState,
            "انتهت الدورة أو ألغيت، فلا يُكتب فيها تقييم.",
            "La session est terminée ou annulée : plus aucune évaluation n’y est prise.",
            "The cohort is over or called off: no more reviews are taken.",
        ));
    }
    cohorts::none_certified(tx.conn, row.cohort_id, &[submission.enrolment_id])?;
    let fits = content.rubric.assess(AssignmentState::HandedIn, &input.levels);
    fits.map_err(|problem| calculations::learning_refused(&problem.under("/levels")))?;
    if content.rubric.missing(&input.levels) > 0 {
        let mut faults = Faults::default();
        faults.add("/levels", Fault::Required);
        faults.finish()?;
    }
    let next = ReviewRow {
        levels: Json::of(&input.levels)?,
        words: input.words.clone(),
        reviewed_at: Some(tx.now),
        version: row.version + 1,
        updated_at: tx.now,
        ..row
    };
    store::save(tx.conn, &next)?;
    tx.audit((PEER_REVIEW, &id.to_string()), None, Some(&json!({ "levels": input.levels })))?;
    view(tx, next)
}
