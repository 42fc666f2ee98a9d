use super::may;
use super::ops::{PEER_REVIEW, SUBMISSION, comments, judging, peers, rows, submissions};
use super::wire::{
    AssignmentId, CohortAssignment, CohortAssignmentInput, CohortAssignmentList, PeerReview, PeerReviewId, PeerReviewInput,
    PeerReviewQuery, PeerReviewSummary, Submission, SubmissionAcceptance, SubmissionAssessment, SubmissionComment, SubmissionCommentInput,
    SubmissionCommentList, SubmissionId, SubmissionInput, SubmissionList, SubmissionReason,
};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::{Body, MergePatch};
use crate::kernel::http::etag::{self, IfMatch, IfMatchGiven};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::Id;
use crate::kernel::http::routes::Routes;
use crate::resources::cohorts::Id as CohortId;
use actix_web::{delete, get, patch, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_assignments)
        .service(create_assignment)
        .service(get_assignment)
        .service(update_assignment)
        .service(delete_assignment)
        .service(list_submissions)
        .service(hand_in_assignment)
        .service(get_submission)
        .service(return_submission)
        .service(accept_submission)
        .service(refuse_submission)
        .service(assess_submission)
        .service(list_submission_comments)
        .service(comment_on_submission)
        .service(list_peer_reviews)
        .service(get_peer_review)
        .service(write_peer_review);
}

fn shown(assignment: &CohortAssignment) -> Result<Answer> {
    Ok(Answer::ok(assignment)?.version(rows::tag(assignment)))
}

fn piece(submission: &Submission) -> Result<Answer> {
    tagged(Answer::ok(submission)?, submission.version)
}

/// With the version of the row and what else is shown beside it.
fn tagged(answer: Answer, version: i64) -> Result<Answer> {
    let tag = format!("{version}-{}", etag::of_content(&answer.body));
    Ok(answer.version(tag))
}

/// The assignments of a cohort.
#[utoipa::path(operation_id = "list_assignments", tag = "assignments", params(("id" = CohortId, Path)), responses((status = 200, body = CohortAssignmentList)))]
#[get("/api/v1/cohorts/{id}/assignments")]
async fn list_assignments(caller: Allowed<may::ListAssignments>, id: Id<CohortId>) -> Result<Answer> {
    Answer::ok(&caller.read(move |tx| rows::list(tx, id.0)).await?)
}

/// Enters an assignment: which tool of the project workshop is handed in, until when, and how it is assessed.
#[utoipa::path(operation_id = "create_assignment", tag = "assignments", params(("id" = CohortId, Path)), request_body = CohortAssignmentInput, responses((status = 201, body = CohortAssignment)))]
#[post("/api/v1/cohorts/{id}/assignments")]
async fn create_assignment(caller: Allowed<may::CreateAssignment>, id: Id<CohortId>, body: Body<CohortAssignmentInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let assignment = rows::create(tx, id.0, &body.value)?;
            Ok(Answer::created(format!("/api/v1/assignments/{}", assignment.id), &assignment)?.version(rows::tag(&assignment)))
        })
        .await
}

/// One assignment with its rubric.
#[utoipa::path(operation_id = "get_assignment", tag = "assignments", params(("id" = AssignmentId, Path)), responses((status = 200, body = CohortAssignment)))]
#[get("/api/v1/assignments/{id}")]
async fn get_assignment(caller: Allowed<may::GetAssignment>, id: Id<AssignmentId>) -> Result<Answer> {
    shown(&caller.read(move |tx| rows::get(tx, id.0)).await?)
}

/// Changes an assignment; once something was handed in, neither the tool nor what work is assessed by.
#[utoipa::path(operation_id = "update_assignment", tag = "assignments", params(("id" = AssignmentId, Path)),
    request_body(content = CohortAssignmentInput, content_type = "application/merge-patch+json"), extensions(("x-if-match" = json!(true))),
    responses((status = 200, body = CohortAssignment)))]
#[patch("/api/v1/assignments/{id}")]
async fn update_assignment(
    caller: Allowed<may::UpdateAssignment>,
    id: Id<AssignmentId>,
    expected: IfMatch,
    patch: MergePatch,
) -> Result<Answer> {
    shown(&caller.write(move |tx| rows::update(tx, id.0, expected, &patch)).await?)
}

/// Deletes an assignment for which nothing was handed in.
#[utoipa::path(operation_id = "delete_assignment", tag = "assignments", params(("id" = AssignmentId, Path)), extensions(("x-if-match-given" = json!(true))), responses((status = 204, description = "Deleted")))]
#[delete("/api/v1/assignments/{id}")]
async fn delete_assignment(caller: Allowed<may::DeleteAssignment>, id: Id<AssignmentId>, expected: IfMatchGiven) -> Result<Answer> {
    caller.write(move |tx| rows::delete(tx, id.0, expected.0)).await?;
    Ok(Answer::no_content())
}

/// Every participant the caller may know of, with what they handed in.
#[utoipa::path(operation_id = "list_submissions", tag = "assignments", params(("id" = AssignmentId, Path)), responses((status = 200, body = SubmissionList)))]
#[get("/api/v1/assignments/{id}/submissions")]
async fn list_submissions(caller: Allowed<may::ListSubmissions>, id: Id<AssignmentId>) -> Result<Answer> {
    let list = caller.read(move |tx| submissions::list(tx, id.0)).await?;
    let read: Vec<String> = list.items.iter().map(|item| item.enrolment_id.to_string()).collect();
    caller.note_list(SUBMISSION, &read)?;
    Answer::ok(&list)
}

/// Hands in the content of the tool of the association's own project as it is now; again, until it was accepted or refused.
#[utoipa::path(operation_id = "hand_in_assignment", tag = "assignments", params(("id" = AssignmentId, Path)), request_body = SubmissionInput, responses((status = 201, body = Submission)))]
#[post("/api/v1/assignments/{id}/submissions")]
async fn hand_in_assignment(caller: Allowed<may::HandInAssignment>, id: Id<AssignmentId>, body: Body<SubmissionInput>) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let submission = submissions::hand_in(tx, id.0, body.value)?;
            tagged(Answer::created(format!("/api/v1/submissions/{}", submission.id), &submission)?, submission.version)
        })
        .await
}

/// One submission: what was handed in last, as it was then, its steps, its assessment and what other participants say.
#[utoipa::path(operation_id = "get_submission", tag = "assignments", params(("id" = SubmissionId, Path)), responses((status = 200, body = Submission)))]
#[get("/api/v1/submissions/{id}")]
async fn get_submission(caller: Allowed<may::GetSubmission>, id: Id<SubmissionId>) -> Result<Answer> {
    let submission = caller.read(move |tx| submissions::get(tx, id.0)).await?;
    caller.note_reading((SUBMISSION, id.0.to_string()));
    piece(&submission)
}

/// Returns work to be worked over; the association is written to.
#[utoipa::path(operation_id = "return_submission", tag = "assignments", params(("id" = SubmissionId, Path)), request_body = SubmissionReason, responses((status = 200, body = Submission)))]
#[post("/api/v1/submissions/{id}/return")]
async fn return_submission(caller: Allowed<may::ReturnSubmission>, id: Id<SubmissionId>, body: Body<SubmissionReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| piece(&judging::send_back(tx, id.0, &body.value.reason)?)).await
}

/// Accepts work with a level of each criterion; the association is written to.
#[utoipa::path(operation_id = "accept_submission", tag = "assignments", params(("id" = SubmissionId, Path)), request_body = SubmissionAcceptance, responses((status = 200, body = Submission)))]
#[post("/api/v1/submissions/{id}/acceptance")]
async fn accept_submission(
    caller: Allowed<may::AcceptSubmission>,
    id: Id<SubmissionId>,
    body: Body<SubmissionAcceptance>,
) -> Result<Answer> {
    caller.write_once(body.once, move |tx| piece(&judging::accept(tx, id.0, body.value)?)).await
}

/// Refuses work for good; the association is written to.
#[utoipa::path(operation_id = "refuse_submission", tag = "assignments", params(("id" = SubmissionId, Path)), request_body = SubmissionReason, responses((status = 200, body = Submission)))]
#[post("/api/v1/submissions/{id}/refusal")]
async fn refuse_submission(caller: Allowed<may::RefuseSubmission>, id: Id<SubmissionId>, body: Body<SubmissionReason>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| piece(&judging::refuse(tx, id.0, &body.value.reason)?)).await
}

/// Keeps the levels of the rubric, before or after the decision.
#[utoipa::path(operation_id = "assess_submission", tag = "assignments", params(("id" = SubmissionId, Path)), request_body = SubmissionAssessment,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Submission)))]
#[put("/api/v1/submissions/{id}/assessment")]
async fn assess_submission(
    caller: Allowed<may::AssessSubmission>,
    id: Id<SubmissionId>,
    expected: IfMatch,
    body: Body<SubmissionAssessment>,
) -> Result<Answer> {
    piece(&caller.write(move |tx| judging::assess(tx, id.0, expected, &body.value)).await?)
}

/// The comments on a submission, each at its place.
#[utoipa::path(operation_id = "list_submission_comments", tag = "assignments", params(("id" = SubmissionId, Path)), responses((status = 200, body = SubmissionCommentList)))]
#[get("/api/v1/submissions/{id}/comments")]
async fn list_submission_comments(caller: Allowed<may::ListSubmissionComments>, id: Id<SubmissionId>) -> Result<Answer> {
    let list = caller.read(move |tx| comments::list(tx, id.0)).await?;
    caller.note_reading((SUBMISSION, id.0.to_string()));
    Answer::ok(&list)
}

/// Comments on a submission, or on a note, an activity, a cost line in it.
#[utoipa::path(operation_id = "comment_on_submission", tag = "assignments", params(("id" = SubmissionId, Path)), request_body = SubmissionCommentInput, responses((status = 201, body = SubmissionComment)))]
#[post("/api/v1/submissions/{id}/comments")]
async fn comment_on_submission(
    caller: Allowed<may::CommentOnSubmission>,
    id: Id<SubmissionId>,
    body: Body<SubmissionCommentInput>,
) -> Result<Answer> {
    caller
        .write_once(body.once, move |tx| {
            let comment = comments::add(tx, id.0, body.value)?;
            Answer::created(format!("/api/v1/submissions/{}/comments", id.0), &comment)
        })
        .await
}

/// What the participants of the caller's association are to review, or have reviewed.
#[utoipa::path(operation_id = "list_peer_reviews", tag = "assignments", params(PeerReviewQuery), responses((status = 200, body = Page<PeerReviewSummary>)))]
#[get("/api/v1/peer-reviews")]
async fn list_peer_reviews(caller: Allowed<may::ListPeerReviews>, list: List<PeerReviewQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| peers::list(tx, &list)).await?)
}

/// Somebody else's work to be reviewed, without names.
#[utoipa::path(operation_id = "get_peer_review", tag = "assignments", params(("id" = PeerReviewId, Path)), responses((status = 200, body = PeerReview)))]
#[get("/api/v1/peer-reviews/{id}")]
async fn get_peer_review(caller: Allowed<may::GetPeerReview>, id: Id<PeerReviewId>) -> Result<Answer> {
    let review = caller.read(move |tx| peers::get(tx, id.0)).await?;
    caller.note_reading((PEER_REVIEW, id.0.to_string()));
    tagged(Answer::ok(&review)?, review.version)
}

/// Keeps what a participant says of somebody else's work; whoever is reviewed reads it without a name.
#[utoipa::path(operation_id = "write_peer_review", tag = "assignments", params(("id" = PeerReviewId, Path)), request_body = PeerReviewInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = PeerReview)))]
#[put("/api/v1/peer-reviews/{id}")]
async fn write_peer_review(
    caller: Allowed<may::WritePeerReview>,
    id: Id<PeerReviewId>,
    expected: IfMatch,
    body: Body<PeerReviewInput>,
) -> Result<Answer> {
    let review = caller.write(move |tx| peers::write(tx, id.0, expected, &body.value)).await?;
    tagged(Answer::ok(&review)?, review.version)
}
