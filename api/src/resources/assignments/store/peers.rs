//! Reviews by other participants.

use crate::kernel::db::schema::{enrolments, peer_reviews, submissions};
use crate::kernel::db::types::{Instant, Json};
use crate::kernel::db::{AnyConnection, one_changed};
use crate::kernel::error::{Error, Result};
use crate::kernel::ids::AssociationId;
use crate::resources::assignments::model::{AssignmentId, PeerReviewId, SubmissionId};
use crate::resources::cohorts::{EnrolmentId, EnrolmentStatus, Id as CohortId};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = peer_reviews, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct ReviewRow {
    pub id: PeerReviewId,
    pub submission_id: SubmissionId,
    pub cohort_id: CohortId,
    pub reviewer_id: EnrolmentId,
    pub association_id: AssociationId,
    pub levels: Json,
    pub words: Option<String>,
    pub reviewed_at: Option<Instant>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// Where a page ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Key(Instant, PeerReviewId);

impl Key {
    pub fn of(row: &(ReviewRow, AssignmentId)) -> Self {
        Self(row.0.created_at, row.0.id)
    }
}

/// The participants of an association who have a seat: whoever has left reviews nothing more.
macro_rules! seated {
    ($association:expr) => {
        enrolments::table
            .filter(enrolments::association_id.eq($association))
            .filter(enrolments::status.eq(EnrolmentStatus::Enrolled))
            .select(enrolments::id)
    };
}

/// What is asked of an association's participants with a seat; all, or what is written or not.
macro_rules! asked_for {
    ($reviews:expr, $association:expr, $written:expr) => {{
        use peer_reviews as p;
        let query = $reviews.filter(p::association_id.eq($association)).filter(p::reviewer_id.eq_any(seated!($association))).into_boxed();
        match $written {
            Some(true) => query.filter(p::reviewed_at.is_not_null()),
            Some(false) => query.filter(p::reviewed_at.is_null()),
            None => query,
        }
    }};
}

/// The reviews an association's participants with a seat are to write or have written, as they were asked for, at most `limit`.
pub fn page(
    conn: &mut AnyConnection,
    association: AssociationId,
    written: Option<bool>,
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<(ReviewRow, AssignmentId)>> {
    use peer_reviews as p;
    let reviews = p::table.inner_join(submissions::table.on(submissions::id.eq(p::submission_id)));
    let mut query = asked_for!(reviews, association, written).limit(limit);
    let after = after.map(|Key(at, id)| (at, id));
    let query = crate::in_order!(query, (p::created_at, p::id), false, after);
    Ok(query.select((ReviewRow::as_select(), submissions::assignment_id)).load(conn)?)
}

/// How many reviews an association's participants with a seat are to write or have written.
pub fn total(conn: &mut AnyConnection, association: AssociationId, written: Option<bool>) -> Result<i64> {
    Ok(asked_for!(peer_reviews::table, association, written).count().get_result(conn)?)
}

/// A review of an association's participant.
pub fn find(conn: &mut AnyConnection, association: AssociationId, id: PeerReviewId) -> Result<ReviewRow> {
    let theirs = peer_reviews::table.find(id).filter(peer_reviews::reviewer_id.eq_any(seated!(association)));
    theirs.select(ReviewRow::as_select()).first(conn).optional()?.ok_or_else(Error::not_found)
}

/// The reviews of a submission.
pub fn of_submission(conn: &mut AnyConnection, id: SubmissionId) -> Result<Vec<ReviewRow>> {
    use peer_reviews as p;
    Ok(p::table.filter(p::submission_id.eq(id)).order(p::id).select(ReviewRow::as_select()).load(conn)?)
}

/// The written reviews of a cohort, with what they review.
pub fn written(conn: &mut AnyConnection, id: CohortId) -> Result<Vec<(ReviewRow, AssignmentId, EnrolmentId)>> {
    use peer_reviews as p;
    let rows = p::table.inner_join(submissions::table.on(submissions::id.eq(p::submission_id))).filter(p::cohort_id.eq(id));
    let written = rows.filter(p::reviewed_at.is_not_null()).order(p::id);
    Ok(written.select((ReviewRow::as_select(), submissions::assignment_id, submissions::enrolment_id)).load(conn)?)
}

pub fn insert_all(conn: &mut AnyConnection, rows: Vec<ReviewRow>) -> Result<()> {
    crate::put_many!(conn, peer_reviews::table, rows);
    Ok(())
}

/// Keeps the next version of a row.
pub fn save(conn: &mut AnyConnection, row: &ReviewRow) -> Result<()> {
    one_changed(diesel::update(peer_reviews::table.find(row.id).filter(peer_reviews::version.eq(row.version - 1))).set(row).execute(conn)?)
}
