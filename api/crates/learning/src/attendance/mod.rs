//! Attendance: how much of the planned minutes a participant attended, and whether the threshold can still be reached.
//!
//! # The rule
//!
//! Minutes are those of the sessions that are not cancelled; a cancelled session counts nowhere. A session is **settled** for a participant once it
//! has a mark, or was held; the others **remain**.
//!
//! | mark | attended | in the total |
//! |---|---|---|
//! | present | all its minutes | yes |
//! | late | its minutes − those missed; none when [`Rules::absent_from_minutes_late`] says so | yes |
//! | excused | none | as [`Rules::excused`] says |
//! | absent | none | yes |
//! | none, and held | none (told apart as `unmarked`) | yes |
//! | none, and planned | not yet | yes |
//!
//! With A the minutes attended, R those that remain and T the total (`counted`), the threshold of t percent is met when T > 0 or t = 0, and
//!
//! ```text
//! 100 · A ≥ t · T
//! ```
//!
//! # The states
//!
//! | state | when |
//! |---|---|
//! | `nothing_counted` | T = 0 and t > 0 |
//! | `reached` | 100·A ≥ t·T: even if absent from all the rest |
//! | `out_of_reach` | 100·(A + R) < t·T: even if present in all the rest |
//! | `in_danger` | neither, and 100·(A + R − s) < t·T, s being the shortest session that remains: whatever session is missed next decides |
//! | `on_course` | else |
//!
//! # Why two ends are enough
//!
//! Of all that can still happen, presence in all the rest is the best and absence from all of it the worst, also where an excuse takes a session of m minutes out of the
//! total. It is no better than presence, `A / (T − m) ≤ (A + m) / T`, because `A + m ≤ T`; and no worse than absence, since T only becomes smaller. So what is out of
//! reach stays so as long as the sessions and the marks there are stay as they are, and there is a first session after which it was.
//!
//! # Shares
//!
//! Basis points, rounded down. Since the threshold is whole percents, a share is at least `100 · t` exactly when the threshold is met: nobody reads 80.00 % and misses 80 %.

mod tally;

use serde::{Deserialize, Serialize};

use crate::figures::Unknown;
use crate::problem::{Problem, within};

/// Sessions at most.
pub const MAX_SESSIONS: usize = 1_000;
/// Participants at most.
pub const MAX_PARTICIPANTS: usize = 20_000;
/// Marks at most, counted over all participants.
pub const MAX_MARKS: usize = 4_000_000;
/// The longest session: a week.
pub const MAX_SESSION_MINUTES: u32 = 10_080;

/// What attendance is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAttendanceRules))]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// How many percent of the minutes must be attended: 0 to 100.
    pub threshold_percent: u32,
    /// What an excused absence does.
    pub excused: Excused,
    /// From how many minutes missed on, coming late counts as absent; null: never. At least 1.
    #[serde(default)]
    pub absent_from_minutes_late: Option<u32>,
}

/// What an excused absence does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningExcused))]
#[serde(rename_all = "snake_case")]
pub enum Excused {
    /// It is an absence as any other, only told apart.
    #[default]
    CountsAsAbsent,
    /// The session counts neither as attended nor in the total, for this participant.
    LeavesTheTotal,
}

/// A session of the cohort.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSession))]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its name; unique.
    pub id: String,
    /// Its planned minutes: 1 to 10,080.
    pub minutes: u32,
    /// Whether it was held.
    pub state: SessionState,
}

/// Whether a session was held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSessionState))]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// It is still to come.
    #[default]
    Planned,
    /// It was held: whoever has no mark was absent.
    Held,
    /// It does not take place: it counts nowhere, and neither do its marks.
    Cancelled,
}

/// What is noted about one participant in one session. A session that is still planned can have one, for instance an excuse ahead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSessionMark))]
#[serde(deny_unknown_fields)]
pub struct SessionMark {
    /// The session.
    pub session: String,
    /// What is noted.
    pub mark: Mark,
    /// With `late`, and only then: the minutes missed, at most those of the session.
    #[serde(default)]
    pub minutes_missed: Option<u32>,
}

/// What is noted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningMark))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// There from beginning to end.
    Present,
    /// There, but not for all of it.
    Late,
    /// Not there, with an excuse that was accepted.
    Excused,
    /// Not there.
    #[default]
    Absent,
}

/// The marks of one participant. At most 1,000 sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAttendanceRequest))]
#[serde(deny_unknown_fields)]
pub struct StandingRequest {
    /// What is asked for.
    pub rules: Rules,
    /// The sessions, in the order of time.
    pub sessions: Vec<Session>,
    /// The marks, at most one for each session.
    pub marks: Vec<SessionMark>,
}

/// The marks of a whole cohort. At most 1,000 sessions, 20,000 participants, 4,000,000 marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCohortAttendanceRequest))]
#[serde(deny_unknown_fields)]
pub struct CohortRequest {
    /// What is asked for.
    pub rules: Rules,
    /// The sessions, in the order of time.
    pub sessions: Vec<Session>,
    /// The participants with their marks.
    pub participants: Vec<Participant>,
}

/// One participant of a cohort.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningParticipantMarks))]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Its name; unique.
    pub id: String,
    /// The marks, at most one for each session.
    pub marks: Vec<SessionMark>,
}

/// Whether the threshold is reached, or still can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAttendanceState))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Cannot be lost any more, even by absence from all the rest.
    Reached,
    /// Can be reached, also if one more session is missed.
    OnCourse,
    /// Can be reached, but not if one more session is missed, be it the shortest.
    InDanger,
    /// Cannot be reached any more, even by presence in all the rest.
    OutOfReach,
    /// No minute counts, so there is no share to hold against the threshold: no session is planned, or the participant is excused from all.
    NothingCounted,
}

/// Where a participant stands. `attended + late + excused + absent + unmarked + remaining = planned`, all in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAttendance))]
pub struct Standing {
    /// Whether the threshold is reached, or still can be.
    pub state: State,
    /// Minutes of all sessions that are not cancelled.
    pub planned: u32,
    /// Minutes the shares are taken of: those planned, without the excused ones that leave the total.
    pub counted: u32,
    /// Minutes of the settled sessions among those counted.
    pub settled: u32,
    /// Minutes attended.
    pub attended: u32,
    /// Minutes missed by coming late, where that does not count as absent.
    pub late: u32,
    /// Minutes of the sessions with an excuse.
    pub excused: u32,
    /// Minutes of the sessions marked absent, or late by so much that it counts as absent.
    pub absent: u32,
    /// Minutes of the sessions that were held and have no mark: they count as absent.
    pub unmarked: u32,
    /// Minutes of the sessions that are planned and have no mark yet.
    pub remaining: u32,
    /// Attended of counted, in basis points, rounded down: what is sure even if all the rest is missed. Null when nothing counts.
    pub share: Option<u32>,
    /// Attended of settled, in basis points, rounded down. Null when nothing is settled.
    pub share_so_far: Option<u32>,
    /// The share if all the rest is attended, in basis points, rounded down. Null when nothing counts.
    pub best_share: Option<u32>,
    /// Minutes of the rest that may still be missed; 0 when it is out of reach.
    pub may_miss: u32,
    /// When out of reach: the first session after which it was.
    pub unreachable_after: Option<String>,
    /// How many sessions have which mark.
    pub marks: MarkCounts,
    /// Why figures are null.
    pub unknown: Vec<Unknown>,
}

/// How many sessions, or participants, have which mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningMarkCounts))]
pub struct MarkCounts {
    /// Present.
    pub present: u32,
    /// Late, without those that count as absent.
    pub late: u32,
    /// Late by so much that it counts as absent.
    pub late_as_absent: u32,
    /// Excused.
    pub excused: u32,
    /// Absent.
    pub absent: u32,
    /// Held, and no mark.
    pub unmarked: u32,
}

/// Where a whole cohort stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningCohortAttendance))]
pub struct CohortStanding {
    /// The participants, in the order they came.
    pub participants: Vec<ParticipantStanding>,
    /// The sessions that are not cancelled, in the order they came.
    pub sessions: Vec<SessionTotals>,
    /// How many participants are in which state.
    pub states: StateCounts,
}

/// Where one participant of a cohort stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningParticipantAttendance))]
pub struct ParticipantStanding {
    /// The participant.
    pub id: String,
    /// Where it stands.
    pub standing: Standing,
}

/// Who came to one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningSessionTotals))]
pub struct SessionTotals {
    /// The session.
    pub id: String,
    /// How many participants have which mark.
    pub marks: MarkCounts,
}

/// How many participants are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = LearningAttendanceStates))]
pub struct StateCounts {
    /// Reached.
    pub reached: u32,
    /// On course.
    pub on_course: u32,
    /// In danger.
    pub in_danger: u32,
    /// Out of reach.
    pub out_of_reach: u32,
    /// Nothing counts.
    pub nothing_counted: u32,
}

impl Rules {
    /// Whether attendance can be held against these; pointers are into the rules.
    ///
    /// # Errors
    /// A [`Problem`] naming the field.
    pub fn check(&self) -> Result<(), Problem> {
        within(0, 100, self.threshold_percent, || "/threshold_percent".into(), "0 to 100 percent")?;
        self.absent_from_minutes_late
            .map_or(Ok(()), |late| within(1, MAX_SESSION_MINUTES, late, || "/absent_from_minutes_late".into(), "1 to 10,080 minutes"))
    }
}

/// Where one participant stands.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn standing(request: &StandingRequest) -> Result<Standing, Problem> {
    let mut tally = tally::Tally::new(&request.rules, &request.sessions)?;
    tally.standing(&request.marks, "")
}

/// Where everybody stands, in time linear in participants × sessions.
///
/// # Errors
/// A [`Problem`] naming the field.
pub fn cohort(request: &CohortRequest) -> Result<CohortStanding, Problem> {
    tally::cohort(request)
}
