//! Sessions, marks, and the code that changes every half minute. Pure but for the secret it is given.

pub mod timetable;

use crate::kernel::access::secret::{Sealer, same};
use crate::kernel::codes;
use crate::kernel::db::types::Instant;
use crate::kernel::ids::PersonId;
use crate::kernel::language::{LongText, Text};
use crate::kernel::validate::{Fault, Faults, FieldFault};
use crate::resources::cohorts::{EnrolmentId, Running};
use learning::attendance::Mark;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

crate::id_type!(/// A session of a cohort.
    CourseSessionId);
crate::id_type!(/// An entry of the attendance list; the device chooses it.
    AttendanceEntryId);

crate::text_enum! {
    /// Where a session stands.
    pub enum CourseSessionStatus {
        /// It takes place, or took place.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

crate::text_enum! {
    /// What is noted of a participant in a session.
    pub enum AttendanceMark {
        /// There from beginning to end.
        Present = "present",
        /// There, but not for all of it.
        Late = "late",
        /// Not there, with an excuse that was accepted; also ahead of the session.
        Excused = "excused",
        /// Not there.
        Absent = "absent",
    }
}

impl From<AttendanceMark> for Mark {
    fn from(mark: AttendanceMark) -> Self {
        match mark {
            AttendanceMark::Present => Self::Present,
            AttendanceMark::Late => Self::Late,
            AttendanceMark::Excused => Self::Excused,
            AttendanceMark::Absent => Self::Absent,
        }
    }
}

crate::text_enum! {
    /// How a mark came to be.
    pub enum AttendanceMethod {
        /// The participant sent the code of the session.
        Code = "code",
        /// Whoever teaches noted it in the list.
        List = "list",
    }
}

crate::text_enum! {
    /// Why an entry was not taken.
    pub enum AttendanceRefusal {
        /// The cohort has no such session.
        UnknownSession = "unknown_session",
        /// Nobody with a seat in the cohort has this enrolment.
        UnknownParticipant = "unknown_participant",
        /// The session was called off.
        SessionCancelled = "session_cancelled",
        /// The session has not begun; an excuse can be noted ahead.
        TooEarly = "too_early",
        /// Minutes missed are for coming late, and fewer than the session has.
        WrongMinutes = "wrong_minutes",
        /// They have their certificate: revoke it first.
        Certified = "certified",
    }
}

/// Shortest session, in minutes.
pub const SHORTEST: i64 = 15;
/// Longest session, in minutes.
pub const LONGEST: i64 = 16 * 60;
/// Minutes before the beginning from which somebody can be marked as there.
const DOORS_OPEN: i64 = 30;
/// Minutes somebody may come after the beginning without being late.
pub const GRACE: i64 = 10;
/// Seconds a code is shown.
pub const CODE_SECONDS: i64 = 30;
/// Letters in a code: 40 bits.
const LENGTH: usize = 8;

/// What can be written of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseSessionInput {
    /// When it begins.
    #[schema(examples("2026-06-01T08:00:00Z"))]
    pub starts_at: Instant,
    /// When it ends, on the same day.
    #[schema(examples("2026-06-01T11:00:00Z"))]
    pub ends_at: Instant,
    /// Code of the module that is taught; none for an opening or a visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 40, pattern = "^[a-z0-9_-]+$", examples("earned-value"))]
    pub module: Option<String>,
    /// What it is called, where it is not the module alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Room; that of the cohort when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Text>,
    /// Where it meets online, where it is not the address of the cohort; for participants and trainers alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 10, max_length = 500, pattern = r"^https://[^\s/]+\.[^\s]+$", examples("https://meet.example.dz/session"))]
    pub online_url: Option<String>,
    /// Who teaches: trainers of the cohort; all of them when empty.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub trainer_ids: Vec<PersonId>,
    /// What participants should bring or know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LongText>,
}

impl CourseSessionInput {
    /// Its planned minutes.
    pub fn minutes(&self) -> i64 {
        (self.ends_at.utc() - self.starts_at.utc()).num_minutes()
    }

    /// Notes what contradicts its cohort, its course or itself.
    pub fn check(&self, cohort: &Running, modules: &[&str], faults: &mut Faults) {
        let content = &cohort.content;
        if self.starts_at.day() < content.starts_on {
            faults.expecting("/starts_at", Fault::TooSmall, content.starts_on);
        } else if self.starts_at.day() > content.ends_on {
            faults.expecting("/starts_at", Fault::TooLarge, content.ends_on);
        }
        if self.ends_at <= self.starts_at {
            faults.add("/ends_at", Fault::WrongOrder);
        } else if self.minutes() < SHORTEST {
            let earliest = self.starts_at.plus(chrono::Duration::minutes(SHORTEST));
            faults.extend(vec![FieldFault::telling("/ends_at", Fault::TooSmall, |language| language.moment(earliest))]);
        } else if self.minutes() > LONGEST || self.ends_at.plus(-chrono::Duration::seconds(1)).day() != self.starts_at.day() {
            faults.expecting("/ends_at", Fault::TooLarge, self.starts_at.day());
        }
        if let Some(module) = self.module.as_ref().filter(|module| !modules.contains(&module.as_str())) {
            faults.expecting("/module", Fault::NoSuch, module);
        }
        if self.module.is_none() && self.title.is_none() {
            faults.add("/title", Fault::Required);
        }
        for (index, id) in self.trainer_ids.iter().enumerate() {
            let pointer = format!("/trainer_ids/{index}");
            if self.trainer_ids[..index].contains(id) {
                faults.add(pointer, Fault::Repeated);
            } else if !content.trainer_ids.contains(id) {
                faults.expecting(pointer, Fault::NoSuch, id);
            }
        }
    }
}

/// The place sessions are compared by: commune, building and room; none online.
pub fn room_key(cohort: &Running, room: Option<&Text>) -> Option<String> {
    let place = cohort.content.place.as_ref()?;
    let room = room.or(place.room.as_ref()).map(|room| text::fold(&room.ar)).unwrap_or_default();
    Some(format!("{}|{}|{room}", place.commune_code, text::fold(&place.venue.ar)))
}

/// An entry as a device sends it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceNote {
    /// Chosen by the device, a UUID: sent again it counts once.
    pub id: AttendanceEntryId,
    /// The session.
    pub session_id: CourseSessionId,
    /// The enrolment of the participant.
    pub enrolment_id: EnrolmentId,
    /// What is noted.
    pub mark: AttendanceMark,
    /// With `late`, and only then: the minutes missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 960)]
    pub minutes_missed: Option<u32>,
    /// Why, such as the excuse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300)]
    pub reason: Option<String>,
    /// When it was noted, by the clock of the device.
    pub at: Instant,
}

/// When a session is, as far as marks are concerned.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// Where it stands.
    pub status: CourseSessionStatus,
    /// When it begins.
    pub starts_at: Instant,
    /// Its planned minutes.
    pub minutes: i32,
}

/// Why a mark cannot be noted at a moment.
///
/// # Errors
/// The reason.
pub fn takes(session: Span, mark: AttendanceMark, missed: Option<u32>, at: Instant) -> Result<(), AttendanceRefusal> {
    if session.status == CourseSessionStatus::Cancelled {
        return Err(AttendanceRefusal::SessionCancelled);
    }
    if mark != AttendanceMark::Excused && at < session.starts_at.plus(-chrono::Duration::minutes(DOORS_OPEN)) {
        return Err(AttendanceRefusal::TooEarly);
    }
    let fits = match (mark, missed) {
        (AttendanceMark::Late, Some(missed)) => missed > 0 && i64::from(missed) < i64::from(session.minutes),
        (AttendanceMark::Late, None) | (_, Some(_)) => false,
        (_, None) => true,
    };
    if fits { Ok(()) } else { Err(AttendanceRefusal::WrongMinutes) }
}

/// What is noted of whoever sends the code at a moment: late after the grace.
pub fn arrival(session: Span, at: Instant) -> (AttendanceMark, Option<u32>) {
    let missed = (at.utc() - session.starts_at.utc()).num_minutes();
    if missed <= GRACE {
        return (AttendanceMark::Present, None);
    }
    (AttendanceMark::Late, u32::try_from(missed.min(i64::from(session.minutes) - 1)).ok())
}

/// What says which of two entries counts: one of the list more than one with the code, then the later, then the larger id.
pub fn weight(method: AttendanceMethod, at: Instant, id: AttendanceEntryId) -> (bool, Instant, AttendanceEntryId) {
    (method == AttendanceMethod::List, at, id)
}

/// The half minute a moment lies in.
pub fn window(at: Instant) -> i64 {
    at.seconds().div_euclid(CODE_SECONDS)
}

/// The code of a session in a half minute: only this server can compute it.
pub fn code(sealer: &Sealer, session: CourseSessionId, window: i64) -> String {
    codes::code(&sealer.derive(format!("attendance {session} {window}").as_bytes()), LENGTH)
}

/// Whether a code is that of a session now, or was in the half minute before.
pub fn code_fits(sealer: &Sealer, session: CourseSessionId, typed: &str, now: Instant) -> bool {
    let typed = codes::typed(typed);
    let is = |window| same(code(sealer, session, window).as_bytes(), typed.as_bytes());
    let (this, before) = (is(window(now)), is(window(now) - 1));
    this || before
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::new(chrono::DateTime::from_timestamp(second, 0).unwrap())
    }

    #[test]
    fn a_code_is_good_for_its_half_minute_and_the_next() {
        let (sealer, session) = (Sealer::new(b"secret"), CourseSessionId(uuid::Uuid::from_u128(9)));
        let shown = code(&sealer, session, window(at(3_000)));
        let typed = format!("{} {}", &shown[..4], shown[4..].to_lowercase());
        assert!(code_fits(&sealer, session, &typed, at(3_000)));
        assert!(code_fits(&sealer, session, &typed, at(3_059)));
        assert!(!code_fits(&sealer, session, &typed, at(3_060)));
        assert!(!code_fits(&sealer, session, &typed, at(2_999)), "nobody has a code before it is shown");
        assert!(!code_fits(&sealer, CourseSessionId(uuid::Uuid::from_u128(8)), &typed, at(3_000)));
    }

    #[test]
    fn whoever_comes_after_the_grace_is_late() {
        let session = Span { status: CourseSessionStatus::Planned, starts_at: at(0), minutes: 120 };
        assert_eq!(arrival(session, at(-60)), (AttendanceMark::Present, None));
        assert_eq!(arrival(session, at(10 * 60 + 59)), (AttendanceMark::Present, None));
        assert_eq!(arrival(session, at(11 * 60)), (AttendanceMark::Late, Some(11)));
        assert_eq!(arrival(session, at(999 * 60)), (AttendanceMark::Late, Some(119)));
    }

    #[test]
    fn only_an_excuse_is_noted_ahead_and_minutes_are_for_the_late() {
        use AttendanceMark::{Absent, Excused, Late, Present};
        let session = Span { status: CourseSessionStatus::Planned, starts_at: at(10_000), minutes: 120 };
        assert_eq!(takes(session, Present, None, at(0)), Err(AttendanceRefusal::TooEarly));
        assert_eq!(takes(session, Excused, None, at(0)), Ok(()));
        assert_eq!(takes(session, Present, None, at(10_000 - 30 * 60)), Ok(()));
        assert_eq!(takes(session, Late, Some(119), at(10_000)), Ok(()));
        for (mark, missed) in [(Late, None), (Late, Some(0)), (Late, Some(120)), (Absent, Some(5))] {
            assert_eq!(takes(session, mark, missed, at(10_000)), Err(AttendanceRefusal::WrongMinutes), "{mark} {missed:?}");
        }
        let cancelled = Span { status: CourseSessionStatus::Cancelled, ..session };
        assert_eq!(takes(cancelled, Excused, None, at(0)), Err(AttendanceRefusal::SessionCancelled));
    }
}
