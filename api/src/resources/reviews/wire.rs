pub use super::model::ReviewId;
use super::model::{Calibration, CriterionPoints, ReviewStatus};
use crate::kernel::access::Role;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::Text;
use crate::resources::calls::{ApplicationId, ApplicationStatus, CallCriterion, Product, StandNeeds};
use crate::resources::events::Id as EventId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One who reviews applications to an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventReviewer {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Applications they take at most; any number when null.
    pub at_most: Option<i32>,
    /// Associations they have declared an interest in.
    pub declared_conflicts: usize,
    /// Reviews they have been given and have not declined.
    pub assigned: usize,
    /// Those of them that are written.
    pub scored: usize,
    /// Reviews declined for a conflict of interest.
    pub conflicts: usize,
    /// Reviews declined for another reason.
    pub abstained: usize,
    /// How they compare with the others.
    pub calibration: Calibration,
    /// Version of the row.
    pub version: i64,
}

/// The reviewers of an event.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventReviewerList {
    /// By name.
    pub items: Vec<EventReviewer>,
}

/// What can be said of a reviewer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewerInput {
    /// Applications they take at most; any number when absent.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 20_000)]
    pub at_most: Option<i32>,
}

/// Somebody who could review.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewerCandidate {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The role that makes them one.
    pub role: Role,
    /// The body they hold it in.
    pub body_name: Text,
}

/// Filters of those who could review.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewerCandidateQuery {
    /// Words of the name, in any spelling.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub q: Option<String>,
}
crate::list_parameters!(ReviewerCandidateQuery);

/// How applications are shared out.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentInput {
    /// Reviewers each application gets; stays as it is from the first time on.
    #[schema(minimum = 2, maximum = 10, examples(2))]
    pub per_application: u32,
    /// One more reviewer for each application whose reviewers disagree.
    #[serde(default)]
    pub extra_for_disputed: bool,
}

/// An application that lacks reviewers.
#[derive(Debug, Serialize, ToSchema)]
pub struct LackingReviewers {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// How many more it needs.
    pub lacking: usize,
    /// Reviewers without a conflict with it.
    pub without_conflict: usize,
}

/// What was shared out.
#[derive(Debug, Serialize, ToSchema)]
pub struct Assignment {
    /// Reviews given out now.
    pub given_out: usize,
    /// Reviews given out in all.
    pub assigned: usize,
    /// Reviews to do by the reviewer who has most.
    pub largest_load: usize,
    /// Reviews to do by the reviewer who has fewest.
    pub smallest_load: usize,
    /// Applications that lack reviewers.
    pub lacking: Vec<LackingReviewers>,
}

/// An application with what its reviewers think, for the commission.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationScore {
    /// The application.
    pub application_id: ApplicationId,
    /// Its number at the event.
    pub number: i32,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Where it stands.
    pub status: ApplicationStatus,
    /// Reviews it has been given, without those declined.
    pub assigned: usize,
    /// Reviews that are written.
    pub scored: usize,
    /// Mean of the written reviews, in thousandths of a point.
    pub score: Option<i64>,
    /// How far apart they lie, in thousandths of a point.
    pub spread: Option<i64>,
    /// Whether they lie so far apart that the commission should look: 3 points or more.
    pub disputed: bool,
}

/// Filters of scores.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreQuery {
    /// Only those whose reviewers disagree.
    #[serde(default)]
    pub disputed: Option<bool>,
}
crate::list_parameters!(ScoreQuery);

/// What a reviewer thinks of an application, for the commission.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationReview {
    /// Identifier.
    pub id: ReviewId,
    /// The reviewer.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// Where it stands.
    pub status: ReviewStatus,
    /// Points by criterion.
    pub points: Vec<CriterionPoints>,
    /// Their mean by weights, in thousandths of a point.
    pub total: Option<i64>,
    /// What the reviewer remarks, or why they decline.
    pub remark: Option<String>,
    /// Last change.
    pub updated_at: Instant,
}

/// The reviews of an application.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationReviewList {
    /// In the order they were given out.
    pub items: Vec<ApplicationReview>,
}

/// A review in its reviewer's list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewSummary {
    /// Identifier.
    pub id: ReviewId,
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// The number of the application.
    pub number: i32,
    /// Where it stands.
    pub status: ReviewStatus,
    /// Its score in thousandths of a point.
    pub total: Option<i64>,
    /// Last change.
    pub updated_at: Instant,
}

/// Filters of one's own reviews.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewQuery {
    /// States; repeat for several.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub status: Vec<ReviewStatus>,
    /// Of one event.
    #[serde(default)]
    pub event_id: Option<EventId>,
}
crate::list_parameters!(ReviewQuery);

/// An event the caller reviews at.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewedEvent {
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// Reviews the caller has still to write; none before the applications are shared out.
    pub open: i64,
    /// Reviews the caller has written.
    pub written: i64,
    /// Associations the caller has declared an interest in.
    pub declared_conflicts: usize,
    /// When the caller last declared interests, or that there are none; null before the first time.
    pub declared_at: Option<Instant>,
    /// Whether the selection is published: from then on nothing is reviewed.
    pub decided: bool,
}

/// Filters of the events one reviews at.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewedEventQuery {
    /// Only those whose selection is published, or only those whose is not.
    #[serde(default)]
    pub decided: Option<bool>,
}
crate::list_parameters!(ReviewedEventQuery);

/// An application as a reviewer reads it: without the association, its place and its people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Review {
    /// Identifier.
    pub id: ReviewId,
    /// The event.
    pub event_id: EventId,
    /// Its name.
    pub event_name: Text,
    /// The number of the application.
    pub number: i32,
    /// Where the review stands.
    pub status: ReviewStatus,
    /// How many artisans the application is for.
    pub exhibitors: usize,
    /// What they bring.
    pub products: Vec<Product>,
    /// What the stand needs.
    pub needs: StandNeeds,
    /// What is scored.
    pub criteria: Vec<CallCriterion>,
    /// Points by criterion.
    pub points: Vec<CriterionPoints>,
    /// Their mean by weights, in thousandths of a point.
    pub total: Option<i64>,
    /// What the reviewer remarks, or why they decline.
    pub remark: Option<String>,
    /// Whether it may be written now.
    pub editable: bool,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// What a reviewer writes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewInput {
    /// Points by criterion, one for each.
    #[schema(max_items = 20)]
    pub points: Vec<CriterionPoints>,
    /// What the commission should know.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub remark: Option<String>,
}

crate::text_enum! {
    /// Why a review is declined.
    pub enum Decline {
        /// An interest in the application.
        Conflict = "conflict",
        /// Another reason.
        Abstention = "abstention",
    }
}

/// Why a review is not written.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineInput {
    /// The kind of reason.
    pub because: Decline,
    /// In words; the commission reads it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("تربطني صلة قرابة برئيس الجمعية"))]
    pub reason: String,
}

/// The associations a reviewer has an interest in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConflictsInput {
    /// The associations.
    #[schema(max_items = 500)]
    pub association_ids: Vec<AssociationId>,
}

/// The interests a reviewer has declared.
#[derive(Debug, Serialize, ToSchema)]
pub struct Conflicts {
    /// The associations.
    pub association_ids: Vec<AssociationId>,
    /// When they were last declared, be it that there are none; null before the first time.
    pub declared_at: Option<Instant>,
    /// Version of the row.
    pub version: i64,
}
