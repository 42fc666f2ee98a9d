//! Fixed identifiers: UUID v7 whose clock is a counter from a fixed instant, so that they are the same in every database and
//! tell generated rows from all others.

use uuid::Uuid;

/// 1 January 2025, in milliseconds since the epoch.
const START: u64 = 1_735_689_600_000;

fn counted(kind: u8, number: u64) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(START + number, &[0, 0, 0, 0, 0, 0, 0, 0, 0, kind]).into_uuid()
}

/// Of the association of a number.
pub fn association(number: u64) -> Uuid {
    counted(1, number)
}
/// Of a person.
pub fn person(number: usize) -> Uuid {
    counted(2, number as u64)
}
/// Of a role a person holds.
pub fn grant(number: usize) -> Uuid {
    counted(3, number as u64)
}
/// Of a proposal.
pub fn proposal(number: usize) -> Uuid {
    counted(4, number as u64)
}

/// Of a project.
pub fn project(number: usize) -> Uuid {
    counted(5, number as u64)
}
/// Of an offer or obligation of a project's partners.
pub fn offer(project: usize, place: i64) -> Uuid {
    counted(7, project as u64 * 100 + place.unsigned_abs())
}

/// Of an event.
pub fn event(number: usize) -> Uuid {
    counted(8, number as u64)
}
/// Of a step of an event.
pub fn event_step(event: usize, place: usize) -> Uuid {
    counted(9, event as u64 * 10 + place as u64)
}

/// Of an application to an event.
pub fn application(event: usize, place: usize) -> Uuid {
    counted(10, event as u64 * 10_000 + place as u64)
}
/// Of a product of an application, told apart within it.
pub fn product(place: usize) -> Uuid {
    counted(13, place as u64)
}
/// Of a step of an application.
pub fn application_step(application: Uuid, place: usize) -> Uuid {
    counted(11, number(application) * 10 + place as u64)
}
/// Of a review.
pub fn review(event: usize, place: usize) -> Uuid {
    counted(12, event as u64 * 10_000 + place as u64)
}

/// Of a cohort.
pub fn cohort(number: usize) -> Uuid {
    counted(13, number as u64)
}
/// Of a step of a cohort.
pub fn cohort_step(cohort: usize, place: usize) -> Uuid {
    counted(14, cohort as u64 * 10 + place as u64)
}
/// Of an enrolment.
pub fn enrolment(cohort: usize, place: usize) -> Uuid {
    counted(15, cohort as u64 * 10_000 + place as u64)
}
/// Of the first step of an enrolment.
pub fn enrolment_step(cohort: usize, place: usize) -> Uuid {
    counted(16, cohort as u64 * 10_000 + place as u64)
}

/// Of a question of the bank.
pub fn question(number: usize) -> Uuid {
    counted(17, number as u64)
}
/// Of a test.
pub fn exam(number: usize) -> Uuid {
    counted(18, number as u64)
}
/// Of an attempt at a test.
pub fn attempt(exam: usize, place: usize) -> Uuid {
    counted(19, exam as u64 * 10_000 + place as u64)
}
/// Of an assignment.
pub fn assignment(number: usize) -> Uuid {
    counted(20, number as u64)
}
/// Of a submission.
pub fn submission(assignment: usize, place: usize) -> Uuid {
    counted(21, assignment as u64 * 10_000 + place as u64)
}
/// Of a step of a submission.
pub fn submission_step(assignment: usize, place: usize, step: usize) -> Uuid {
    counted(22, assignment as u64 * 100_000 + place as u64 * 10 + step as u64)
}
/// Of a review by another participant.
pub fn peer_review(assignment: usize, place: usize) -> Uuid {
    counted(23, assignment as u64 * 10_000 + place as u64)
}

/// Of a session of the cohort of Algiers.
pub fn session(place: usize) -> Uuid {
    counted(24, place as u64)
}
/// Of an entry of its attendance list.
pub fn attendance(session: usize, place: usize) -> Uuid {
    counted(25, session as u64 * 1_000 + place as u64)
}
/// Of a certificate.
pub fn certificate(place: usize) -> Uuid {
    counted(26, place as u64)
}

/// Of a comment on a project.
pub fn comment(project: usize, place: usize) -> Uuid {
    counted(27, project as u64 * 10 + place as u64)
}
/// Of an explanation of a project's variances.
pub fn explanation(project: usize, place: usize) -> Uuid {
    counted(28, project as u64 * 10 + place as u64)
}

/// Of a document of a project.
pub fn document(project: usize, place: usize) -> Uuid {
    counted(29, project as u64 * 10 + place as u64)
}

/// Identifiers of everything that belongs to projects, in the order it is written.
#[derive(Debug, Default)]
pub struct Parts(u64);

impl Parts {
    /// The next one.
    pub fn fresh(&mut self) -> Uuid {
        self.0 += 1;
        counted(6, self.0)
    }
}

/// The number an identifier was made from.
pub fn number(id: Uuid) -> u64 {
    let millis = u64::from_be_bytes(id.as_bytes()[..8].try_into().unwrap_or_default()) >> 16;
    millis.saturating_sub(START)
}
