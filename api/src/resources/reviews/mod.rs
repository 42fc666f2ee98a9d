//! The commission of an event reads the applications: who reviews, what they are given to read, and what they think of it.
//!
//! Reviewers are shared out by the crate `selection`, with loads as even as can be and never where there is a conflict of interest. What they read is
//! anonymised: a number instead of the association, no names, no place. An application is scored once as many reviewers as were asked for
//! have scored it; its score is the mean of theirs.

mod http;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use model::ReviewId;
pub use ops::own::{application_of, reads};
pub use ops::reviewers::names as reviewer_names;

crate::permissions! {
    ListReviewers ("list_reviewers") => roles [Chamber, National, Ministry];
    ListReviewerCandidates ("list_reviewer_candidates") => roles [Chamber, National, Ministry];
    PutReviewer ("put_reviewer") => roles [Chamber, National, Ministry];
    RemoveReviewer ("remove_reviewer") => roles [Chamber, National, Ministry];
    AssignReviews ("assign_reviews") => roles [Chamber, National, Ministry];
    ListScores ("list_scores") => roles [Chamber, National, Ministry];
    ListApplicationReviews ("list_application_reviews") => roles [Chamber, National, Ministry];
    ListOwnReviews ("list_own_reviews") => people [Trainer, Chamber, National, Ministry];
    ListReviewedEvents ("list_reviewed_events") => people [Trainer, Chamber, National, Ministry];
    GetReview ("get_review") => people [Trainer, Chamber, National, Ministry];
    ScoreReview ("score_review") => people [Trainer, Chamber, National, Ministry];
    DeclineReview ("decline_review") => people [Trainer, Chamber, National, Ministry];
    GetOwnConflicts ("get_own_conflicts") => people [Trainer, Chamber, National, Ministry];
    PutOwnConflicts ("put_own_conflicts") => people [Trainer, Chamber, National, Ministry];
}

/// What reviews are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::mean;
    pub use super::ops::demonstration::{put, row};
    pub use super::store::Row;
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "reviews", permissions: PERMISSIONS, routes: http::routes };
