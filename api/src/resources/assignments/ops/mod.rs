//! One function for each operation.

pub mod comments;
pub mod judging;
pub mod marks;
pub mod peers;
pub mod pieces;
pub mod rows;
pub mod submissions;

/// What an assignment is called in the audit log.
const SUBJECT: &str = "assignment";
/// What a submission is called in the audit log.
pub const SUBMISSION: &str = "submission";
/// What a review by a participant is called in the audit log.
pub const PEER_REVIEW: &str = "peer_review";
