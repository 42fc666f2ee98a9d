use super::may;
use super::ops::{assignment, own, reviewers, scores};
use super::wire::{
    ApplicationReviewList, ApplicationScore, Assignment, AssignmentInput, Conflicts, ConflictsInput, DeclineInput, EventReviewer,
    EventReviewerList, Review, ReviewId, ReviewInput, ReviewQuery, ReviewSummary, ReviewedEvent, ReviewedEventQuery, ReviewerCandidate,
    ReviewerCandidateQuery, ReviewerInput, ScoreQuery,
};
use crate::kernel::access::allowed::Allowed;
use crate::kernel::error::Result;
use crate::kernel::http::answer::Answer;
use crate::kernel::http::body::Body;
use crate::kernel::http::etag::IfMatch;
use crate::kernel::http::export::{self, Wanted};
use crate::kernel::http::page::{List, Page};
use crate::kernel::http::path::{Id, part};
use crate::kernel::http::routes::Routes;
use crate::kernel::ids::PersonId;
use crate::kernel::language::Language;
use crate::resources::calls::ApplicationId;
use crate::resources::events::Id as EventId;
use actix_web::{HttpRequest, HttpResponse, Responder, delete, get, post, put};

pub fn routes(routes: &mut Routes<'_>) {
    routes
        .service(list_reviewers)
        .service(list_reviewer_candidates)
        .service(put_reviewer)
        .service(remove_reviewer)
        .service(assign_reviews)
        .service(list_scores)
        .service(list_application_reviews)
        .service(list_own_reviews)
        .service(list_reviewed_events)
        .service(get_review)
        .service(score_review)
        .service(decline_review)
        .service(get_own_conflicts)
        .service(put_own_conflicts);
}

/// The reviewers of an event, with what they have to do and how they compare with each other, for its organisers.
#[utoipa::path(operation_id = "list_reviewers", tag = "reviews", params(("id" = EventId, Path)), responses((status = 200, body = EventReviewerList)))]
#[get("/api/v1/events/{id}/reviewers")]
async fn list_reviewers(caller: Allowed<may::ListReviewers>, id: Id<EventId>) -> Result<Answer> {
    let items = caller.read(move |tx| reviewers::list(tx, id.0)).await?;
    Answer::ok(&EventReviewerList { items })
}

/// Who could review at an event: officers of its organisers, the national bodies and the ministry, and trainers.
#[utoipa::path(operation_id = "list_reviewer_candidates", tag = "reviews", params(("id" = EventId, Path), ReviewerCandidateQuery), responses((status = 200, body = Page<ReviewerCandidate>)))]
#[get("/api/v1/events/{id}/reviewer-candidates")]
async fn list_reviewer_candidates(
    caller: Allowed<may::ListReviewerCandidates>,
    id: Id<EventId>,
    list: List<ReviewerCandidateQuery>,
) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| reviewers::candidates(tx, id.0, &list)).await?)
}

/// Makes somebody a reviewer of an event, or says how many applications they take.
#[utoipa::path(operation_id = "put_reviewer", tag = "reviews", params(("id" = EventId, Path), ("person_id" = PersonId, Path)),
    request_body = ReviewerInput, extensions(("x-if-match" = json!(true))), responses((status = 200, body = EventReviewer)))]
#[put("/api/v1/events/{id}/reviewers/{person_id}")]
async fn put_reviewer(
    caller: Allowed<may::PutReviewer>,
    id: Id<EventId>,
    request: HttpRequest,
    expected: IfMatch,
    body: Body<ReviewerInput>,
) -> Result<Answer> {
    let person: PersonId = part(&request, "person_id")?;
    let reviewer = caller.write(move |tx| reviewers::put(tx, id.0, person, expected, &body.value)).await?;
    Ok(Answer::ok(&reviewer)?.version(reviewer.version))
}

/// Takes a reviewer away, or gives one's own appointment back before the selection is published; what is written stays, what is not is free for others.
#[utoipa::path(operation_id = "remove_reviewer", tag = "reviews", params(("id" = EventId, Path), ("person_id" = PersonId, Path)), responses((status = 204)))]
#[delete("/api/v1/events/{id}/reviewers/{person_id}")]
async fn remove_reviewer(caller: Allowed<may::RemoveReviewer>, id: Id<EventId>, request: HttpRequest) -> Result<Answer> {
    let person: PersonId = part(&request, "person_id")?;
    caller.write(move |tx| reviewers::remove(tx, id.0, person)).await?;
    Ok(Answer::no_content())
}

/// Shares the applications to an event out to its reviewers, as evenly as can be; what is given out already stays, so it can be repeated.
#[utoipa::path(operation_id = "assign_reviews", tag = "reviews", params(("id" = EventId, Path)), request_body = AssignmentInput, responses((status = 200, body = Assignment)))]
#[post("/api/v1/events/{id}/review-assignments")]
async fn assign_reviews(caller: Allowed<may::AssignReviews>, id: Id<EventId>, body: Body<AssignmentInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| Answer::ok(&assignment::assign(tx, id.0, &body.value)?)).await
}

/// The applications to an event with what their reviewers think, by number; as a file too.
#[utoipa::path(operation_id = "list_scores", tag = "reviews", params(("id" = EventId, Path), ScoreQuery),
    responses((status = 200, content((Page<ApplicationScore> = "application/json"), (String = "text/csv"), (String = "application/x-ndjson"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
#[get("/api/v1/events/{id}/scores")]
async fn list_scores(
    caller: Allowed<may::ListScores>,
    request: HttpRequest,
    wanted: Wanted,
    id: Id<EventId>,
    list: List<ScoreQuery>,
) -> Result<HttpResponse> {
    match wanted {
        Wanted::Json => Ok(Answer::page(&caller.read(move |tx| scores::list(tx, id.0, &list)).await?)?.respond_to(&request)),
        Wanted::File(format) => {
            let (kernel, right_to_left) = (caller.kernel().get_ref().clone(), caller.origin().language == Language::Arabic);
            let all = caller.read(move |tx| scores::all(tx, id.0, &list.query)).await?;
            export::whole(kernel, format, "scores", scores::COLUMNS, right_to_left, all, scores::cells).await
        }
    }
}

/// The reviews of an application, for the organisers.
#[utoipa::path(operation_id = "list_application_reviews", tag = "reviews", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationReviewList)))]
#[get("/api/v1/event-applications/{id}/reviews")]
async fn list_application_reviews(caller: Allowed<may::ListApplicationReviews>, id: Id<ApplicationId>) -> Result<Answer> {
    let items = caller.read(move |tx| scores::of_application(tx, id.0)).await?;
    Answer::ok(&ApplicationReviewList { items })
}

/// What the caller has been given to review, first first.
#[utoipa::path(operation_id = "list_own_reviews", tag = "reviews", params(ReviewQuery), responses((status = 200, body = Page<ReviewSummary>)))]
#[get("/api/v1/event-reviews")]
async fn list_own_reviews(caller: Allowed<may::ListOwnReviews>, list: List<ReviewQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| own::list(tx, &list)).await?)
}

/// The events the caller reviews at, the latest appointment first, also those whose applications are still to be shared out.
#[utoipa::path(operation_id = "list_reviewed_events", tag = "reviews", params(ReviewedEventQuery), responses((status = 200, body = Page<ReviewedEvent>)))]
#[get("/api/v1/event-reviews/events")]
async fn list_reviewed_events(caller: Allowed<may::ListReviewedEvents>, list: List<ReviewedEventQuery>) -> Result<Answer> {
    Answer::page(&caller.read(move |tx| own::events(tx, &list)).await?)
}

/// An application as the caller is to review it: without names and places.
#[utoipa::path(operation_id = "get_review", tag = "reviews", params(("id" = ReviewId, Path)), responses((status = 200, body = Review)))]
#[get("/api/v1/event-reviews/{id}")]
async fn get_review(caller: Allowed<may::GetReview>, id: Id<ReviewId>) -> Result<Answer> {
    shown(&caller.read(move |tx| own::get(tx, id.0)).await?)
}

fn shown(review: &Review) -> Result<Answer> {
    Ok(Answer::ok(review)?.version(own::tag(review)))
}

/// Writes the points of a review, until the commission has decided.
#[utoipa::path(operation_id = "score_review", tag = "reviews", params(("id" = ReviewId, Path)), request_body = ReviewInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Review)))]
#[put("/api/v1/event-reviews/{id}/points")]
async fn score_review(caller: Allowed<may::ScoreReview>, id: Id<ReviewId>, expected: IfMatch, body: Body<ReviewInput>) -> Result<Answer> {
    shown(&caller.write(move |tx| own::score(tx, id.0, expected, body.value)).await?)
}

/// Declines a review, for a conflict of interest or another reason; somebody else can be given it.
#[utoipa::path(operation_id = "decline_review", tag = "reviews", params(("id" = ReviewId, Path)), request_body = DeclineInput, responses((status = 200, body = Review)))]
#[post("/api/v1/event-reviews/{id}/refusal")]
async fn decline_review(caller: Allowed<may::DeclineReview>, id: Id<ReviewId>, body: Body<DeclineInput>) -> Result<Answer> {
    caller.write_once(body.once, move |tx| shown(&own::decline(tx, id.0, body.value)?)).await
}

/// The associations the caller has declared an interest in, as a reviewer of an event.
#[utoipa::path(operation_id = "get_own_conflicts", tag = "reviews", params(("id" = EventId, Path)), responses((status = 200, body = Conflicts)))]
#[get("/api/v1/events/{id}/own-conflicts")]
async fn get_own_conflicts(caller: Allowed<may::GetOwnConflicts>, id: Id<EventId>) -> Result<Answer> {
    let conflicts = caller.read(move |tx| own::conflicts(tx, id.0)).await?;
    Ok(Answer::ok(&conflicts)?.version(conflicts.version))
}

/// Declares the associations the caller has an interest in, as a reviewer of an event: they are given no application of theirs, and lose those they have.
#[utoipa::path(operation_id = "put_own_conflicts", tag = "reviews", params(("id" = EventId, Path)), request_body = ConflictsInput,
    extensions(("x-if-match" = json!(true))), responses((status = 200, body = Conflicts)))]
#[put("/api/v1/events/{id}/own-conflicts")]
async fn put_own_conflicts(
    caller: Allowed<may::PutOwnConflicts>,
    id: Id<EventId>,
    expected: IfMatch,
    body: Body<ConflictsInput>,
) -> Result<Answer> {
    let conflicts = caller.write(move |tx| own::put_conflicts(tx, id.0, expected, body.value)).await?;
    Ok(Answer::ok(&conflicts)?.version(conflicts.version))
}
