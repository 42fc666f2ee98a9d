//! Cohorts of courses: who is taught, by whom, when and where; nomination, self-enrolment, approval, seats kept for quotas, and the waiting list.
//!
//! A cohort belongs to the institution that organises it and is taught from one published version of a course. A chamber nominates participants of its
//! wilayas, an association enrols its own where the cohort lets it. Seats are given by the crate `selection` ([`::selection::admission`]); whoever gives out or
//! takes back a seat waits for whoever else does, and somebody moves up in the same transaction.

mod http;
mod letters;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use letters::{Hours, Told};
pub use model::{CohortId as Id, CohortStatus as Status, EnrolmentId, EnrolmentStatus};
pub use ops::calendar::calendar;
pub use ops::due::{lapse_due, remind_due};
pub use ops::inside::{Brief, Inside, brief, certified, inside, none_certified, seated_since};
pub use ops::parts::{
    Running, Seat, briefs, enrolment, lock, read, run, seated, seated_of, seated_page, seated_total, seats, tell, tell_trainers,
};
pub use store::enrolments::Key as SeatKey;

crate::permissions! {
    ListCohorts ("list_cohorts") => public;
    GetCohort ("get_cohort") => public;
    ListCohortSteps ("list_cohort_steps") => public;
    CreateCohort ("create_cohort") => roles [Chamber, National, Ministry];
    UpdateCohort ("update_cohort") => roles [Chamber, National, Ministry];
    PublishCohort ("publish_cohort") => roles [Chamber, National, Ministry];
    CancelCohort ("cancel_cohort") => roles [Chamber, National, Ministry];
    CloseCohort ("close_cohort") => roles [Chamber, National, Ministry];
    EnrolParticipant ("enrol_participant") => roles [Association, Chamber, National, Ministry];
    ListEnrolments ("list_enrolments") => roles [Association, Trainer, Chamber, National, Ministry];
    GetEnrolment ("get_enrolment") => roles [Association, Trainer, Chamber, National, Ministry];
    ListEnrolmentSteps ("list_enrolment_steps") => roles [Association, Trainer, Chamber, National, Ministry];
    ApproveEnrolment ("approve_enrolment") => roles [Chamber, National, Ministry];
    RefuseEnrolment ("refuse_enrolment") => roles [Chamber, National, Ministry];
    WithdrawEnrolment ("withdraw_enrolment") => roles [Association, Chamber, National, Ministry];
    ReplaceParticipant ("replace_participant") => roles [Association, Chamber, National, Ministry];
}

/// What cohorts are made of, for demonstration data.
pub(crate) mod material {
    pub use super::model::{
        Approval, CohortInput, CohortParticipant, CohortPlace, CohortQuota, CohortStatus, EnrolmentStatus, SeatConditions,
    };
    pub use super::ops::rows::new_row;
    pub use super::store::enrolments::{Row as EnrolmentRow, StepRow as EnrolmentStepRow, insert as insert_enrolment, keep_steps};
    pub use super::store::rows::{Row, StepRow, insert, keep_step, set_trainers};
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "cohorts", permissions: PERMISSIONS, routes: http::routes };
