use super::model::{AttendanceEntryId, AttendanceMark, AttendanceMethod, AttendanceNote, AttendanceRefusal};
pub use super::model::{CourseSessionId, CourseSessionInput, CourseSessionStatus};
use crate::kernel::db::types::Instant;
use crate::kernel::ids::{AssociationId, PersonId};
use crate::kernel::language::{LongText, Text};
use crate::resources::cohorts::{EnrolmentId, Id as CohortId};
use chrono::{NaiveDate, NaiveTime};
use learning::attendance::Standing;
use planning::calendar::Weekday;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody who teaches a session.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SessionTrainer {
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
}

/// A session of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseSession {
    /// Identifier.
    pub id: CourseSessionId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// Where it stands.
    pub status: CourseSessionStatus,
    /// Why it was called off.
    pub status_reason: Option<String>,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// Its planned minutes.
    pub minutes: i32,
    /// Code of the module that is taught.
    pub module: Option<String>,
    /// What it is called: its own title, or that of its module.
    pub title: Text,
    /// Room; null where there is none, as online.
    pub room: Option<Text>,
    /// Where it meets online; for those who run it and those with a seat.
    pub online_url: Option<String>,
    /// Who teaches it; everybody who teaches the cohort when empty.
    pub trainers: Vec<SessionTrainer>,
    /// What participants should bring or know.
    pub note: Option<LongText>,
    /// The holiday it falls on.
    pub holiday: Option<Text>,
    /// Whether it falls on a Friday or Saturday.
    pub weekend: bool,
    /// Whether attendance was noted.
    pub listed: bool,
    /// Whether the caller may change it and note attendance.
    pub editable: bool,
    /// Last change.
    pub updated_at: Instant,
    /// Version of the row.
    pub version: i64,
}

/// Hours of a day in which there is teaching.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeachingHours {
    /// From, by the clock of Algeria.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$", examples("09:00:00"))]
    pub from: NaiveTime,
    /// Until.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$", examples("12:00:00"))]
    pub until: NaiveTime,
}

/// How the modules of the course are laid over the days of a cohort.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimetableInput {
    /// The first day with a session; that of the cohort when absent.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The hours of each day, one after another.
    #[schema(min_items = 1, max_items = 6)]
    pub hours: Vec<TeachingHours>,
    /// The days of the week; Sunday to Thursday when empty.
    #[serde(default)]
    #[schema(max_items = 7)]
    pub weekdays: Vec<Weekday>,
    /// Whether there is teaching on holidays, too.
    #[serde(default)]
    pub on_holidays: bool,
}

/// The sessions of a timetable.
#[derive(Debug, Serialize, ToSchema)]
pub struct CourseSessionList {
    /// As they follow each other.
    pub items: Vec<CourseSession>,
}

/// Why a session is called off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionCancellation {
    /// In words; the participants read it.
    #[schema(min_length = 3, max_length = 2000, pattern = r"\S", examples("انقطاع الكهرباء"))]
    pub reason: String,
}

/// One of two sessions that clash.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClashingSession {
    /// The session.
    pub session_id: CourseSessionId,
    /// Its cohort.
    pub cohort_id: CohortId,
    /// The name of its cohort; null for one of somebody else's that is not announced.
    pub cohort_name: Option<Text>,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
}

/// Two sessions at the same time with the same trainer or in the same room.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionClash {
    /// A session of the cohort.
    pub session: ClashingSession,
    /// The other one.
    pub other: ClashingSession,
    /// The trainers they share.
    pub trainers: Vec<SessionTrainer>,
    /// Whether they share the room.
    pub room: bool,
}

/// What clashes with the sessions of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionClashList {
    /// Each pair once, by its beginning.
    pub items: Vec<SessionClash>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// What is noted of a participant in a session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionAttendance {
    /// The session.
    pub session_id: CourseSessionId,
    /// What is noted.
    pub mark: AttendanceMark,
    /// With `late`: the minutes missed.
    pub minutes_missed: Option<i32>,
    /// Why.
    pub reason: Option<String>,
    /// How it came to be.
    pub method: AttendanceMethod,
    /// When it was noted.
    pub at: Instant,
}

/// The attendance of a participant.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipantAttendance {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// The cohort.
    pub cohort_id: CohortId,
    /// The participant.
    pub participant_name: String,
    /// The association.
    pub association_id: AssociationId,
    /// Its name.
    pub association_name: Text,
    /// Least share of the planned hours, in percent.
    pub threshold_percent: u32,
    /// Where they stand: minutes, shares in basis points. A session that is over counts as held once its list was taken, or the cohort is closed.
    pub standing: Standing,
    /// What is noted, as the sessions follow each other.
    pub marks: Vec<SessionAttendance>,
}

/// What a device has noted.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceBatch {
    /// A name the device keeps.
    #[schema(min_length = 1, max_length = 60, pattern = r"\S", examples("phone-1"))]
    pub device: String,
    /// Now, by the clock of the device: entries are set right by the difference from the server's.
    pub sent_at: Instant,
    /// The entries.
    #[schema(min_items = 1, max_items = 10_000)]
    pub entries: Vec<AttendanceNote>,
}

/// What became of what a device has sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttendanceReceipt {
    /// Entries that are recorded now.
    pub recorded: usize,
    /// Entries that were there already.
    pub repeated: usize,
    /// Entries that were not taken; they need not be sent again.
    pub refused: Vec<RefusedAttendance>,
    /// By how many seconds the clock of the device is ahead of the server's.
    pub clock_ahead_seconds: i64,
}

/// An entry that was not taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedAttendance {
    /// The entry.
    pub id: AttendanceEntryId,
    /// Why.
    pub reason: AttendanceRefusal,
}

/// The code of a session, which changes every half minute.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionCode {
    /// The session.
    pub session_id: CourseSessionId,
    /// Whether it is taken now: from half an hour before the session to half an hour after it.
    pub open: bool,
    /// The code.
    #[schema(examples("7GK2M9QR"))]
    pub code: String,
    /// The address participants open, with the code in it.
    pub url: String,
    /// The address as a QR code, an SVG drawing.
    pub qr: String,
    /// When the next one is shown; this one is taken for half a minute more.
    pub next_at: Instant,
}

/// Who has come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArrivalInput {
    /// The code that is shown in the room; spaces, dashes and small letters do not matter.
    #[schema(min_length = 4, max_length = 40, examples("7GK2M9QR"))]
    pub code: String,
    /// The participant; needed where the association has several in the cohort.
    #[serde(default)]
    pub enrolment_id: Option<EnrolmentId>,
}

/// Which day is printed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetQuery {
    /// The day.
    #[schema(examples("2026-06-01"))]
    pub day: NaiveDate,
}
crate::query_parameters!(SheetQuery);
