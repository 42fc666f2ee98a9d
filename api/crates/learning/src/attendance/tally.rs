//! Checks sessions and marks, and adds up.

use std::collections::{HashMap, HashSet};

use super::{
    CohortRequest, CohortStanding, Excused, MAX_MARKS, MAX_PARTICIPANTS, MAX_SESSION_MINUTES, MAX_SESSIONS, Mark, MarkCounts,
    ParticipantStanding, Rules, Session, SessionMark, SessionState, SessionTotals, Standing, State, StateCounts,
};
use crate::figures::{Reason, floor_share, take};
use crate::problem::{Problem, at_most, filled, within};

/// What a mark says once the rules are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noted {
    Present,
    Late(u32),
    LateAsAbsent,
    Excused,
    Absent,
}

/// Sessions without faults, and a place for the marks of one participant at a time.
pub(super) struct Tally<'r> {
    rules: &'r Rules,
    sessions: &'r [Session],
    index: HashMap<&'r str, usize>,
    planned: u32,
    /// By session: the mark of the participant whose turn it is.
    noted: Vec<Option<Noted>>,
    /// By session: the marks of all whose turn has been.
    totals: Vec<MarkCounts>,
}

impl<'r> Tally<'r> {
    pub fn new(rules: &'r Rules, sessions: &'r [Session]) -> Result<Self, Problem> {
        rules.check().map_err(|problem| problem.under("/rules"))?;
        at_most(MAX_SESSIONS, sessions.len(), "/sessions")?;
        let (mut index, mut planned) = (HashMap::new(), 0);
        for (i, session) in sessions.iter().enumerate() {
            filled(&session.id, || format!("/sessions/{i}/id"))?;
            if let Some(first) = index.insert(session.id.as_str(), i) {
                let problem = Problem::new("duplicate_session", format!("/sessions/{i}/id"), "an id no other session has");
                return Err(problem.with("session", session.id.as_str()).with("first", first));
            }
            within(1, MAX_SESSION_MINUTES, session.minutes, || format!("/sessions/{i}/minutes"), "1 to 10,080 minutes")?;
            planned += if session.state == SessionState::Cancelled { 0 } else { session.minutes };
        }
        let (noted, totals) = (vec![None; sessions.len()], vec![MarkCounts::default(); sessions.len()]);
        Ok(Self { rules, sessions, index, planned, noted, totals })
    }

    /// Reads the marks, which stand under `prefix`, and says where their participant stands.
    pub fn standing(&mut self, marks: &[SessionMark], prefix: &str) -> Result<Standing, Problem> {
        self.read(marks).map_err(|problem| problem.under(prefix))?;
        Ok(self.add_up())
    }

    fn read(&mut self, marks: &[SessionMark]) -> Result<(), Problem> {
        self.noted.fill(None);
        for (i, mark) in marks.iter().enumerate() {
            // Most often marks come in the order of the sessions.
            let in_order = self.sessions.get(i).is_some_and(|session| session.id == mark.session).then_some(i);
            let place = in_order.or_else(|| self.index.get(mark.session.as_str()).copied());
            let found = place.and_then(|place| Some((self.sessions.get(place)?, self.noted.get_mut(place)?)));
            let Some((session, noted)) = found else {
                let problem = Problem::new("unknown_session", format!("/marks/{i}/session"), "the id of one of the sessions");
                return Err(problem.with("session", mark.session.as_str()));
            };
            if noted.is_some() {
                let problem = Problem::new("duplicate_mark", format!("/marks/{i}/session"), "at most one mark for each session");
                return Err(problem.with("session", mark.session.as_str()));
            }
            *noted = Some(note(self.rules, session, mark, i)?);
        }
        Ok(())
    }

    fn add_up(&mut self) -> Standing {
        let rules = self.rules;
        let mut standing = nobody(self.planned);
        let mut shortest: Option<u32> = None;
        // Minutes that can still be attended at best, the sessions settled so far being as they are.
        let mut best = self.planned;
        for ((session, noted), totals) in self.sessions.iter().zip(&self.noted).zip(&mut self.totals) {
            let minutes = session.minutes;
            match (session.state, noted) {
                (SessionState::Cancelled, _) => continue,
                (SessionState::Planned, None) => {
                    standing.remaining += minutes;
                    shortest = Some(shortest.map_or(minutes, |s| s.min(minutes)));
                    continue;
                }
                (_, Some(Noted::Present)) => standing.attended += minutes,
                (_, Some(Noted::Late(missed))) => {
                    standing.attended += minutes - missed;
                    standing.late += missed;
                    best -= missed;
                }
                (_, Some(Noted::Excused)) => {
                    standing.excused += minutes;
                    best -= minutes;
                    if rules.excused == Excused::LeavesTheTotal {
                        standing.counted -= minutes;
                    }
                }
                (_, Some(Noted::Absent | Noted::LateAsAbsent)) => {
                    standing.absent += minutes;
                    best -= minutes;
                }
                (SessionState::Held, None) => {
                    standing.unmarked += minutes;
                    best -= minutes;
                }
            }
            count(&mut standing.marks, *noted);
            count(totals, *noted);
            if standing.unreachable_after.is_none() && !enough(rules, best, standing.counted) {
                standing.unreachable_after = Some(session.id.clone());
            }
        }
        let counted = standing.counted;
        standing.settled = counted - standing.remaining;
        let spare = |minutes: u32| enough(rules, minutes, counted);
        standing.state = if rules.threshold_percent > 0 && counted == 0 {
            State::NothingCounted
        } else if spare(standing.attended) {
            State::Reached
        } else if !spare(best) {
            State::OutOfReach
        } else if shortest.is_some_and(|s| !spare(best - s)) {
            State::InDanger
        } else {
            State::OnCourse
        };
        standing.may_miss = best.saturating_sub(wanted(rules, counted)).min(standing.remaining);
        let unknown = &mut standing.unknown;
        let share = |part, whole, reason| floor_share(part, whole).ok_or(reason);
        standing.share = take(unknown, "share", share(standing.attended, counted, Reason::NothingCounted));
        standing.share_so_far = take(unknown, "share_so_far", share(standing.attended, standing.settled, Reason::NothingHeld));
        standing.best_share = take(unknown, "best_share", share(best, counted, Reason::NothingCounted));
        standing
    }
}

/// What a mark says once the rules are applied.
fn note(rules: &Rules, session: &Session, mark: &SessionMark, i: usize) -> Result<Noted, Problem> {
    let pointer = || format!("/marks/{i}/minutes_missed");
    match (mark.mark, mark.minutes_missed) {
        (Mark::Late, None) => {
            let problem = Problem::new("required", format!("/marks/{i}"), "the minutes missed by coming late");
            Err(problem.with("session", session.id.as_str()))
        }
        (Mark::Late, Some(missed)) => {
            within(0, session.minutes, missed, pointer, "no more minutes than the session has")
                .map_err(|problem| problem.with("session", session.id.as_str()))?;
            match rules.absent_from_minutes_late.is_some_and(|limit| missed >= limit) {
                true => Ok(Noted::LateAsAbsent),
                false => Ok(Noted::Late(missed)),
            }
        }
        (_, Some(_)) => {
            Err(Problem::new("unexpected", pointer(), "minutes missed only with the mark late").with("session", session.id.as_str()))
        }
        (Mark::Present, None) => Ok(Noted::Present),
        (Mark::Excused, None) => Ok(Noted::Excused),
        (Mark::Absent, None) => Ok(Noted::Absent),
    }
}

/// The least minutes that meet the threshold.
fn wanted(rules: &Rules, counted: u32) -> u32 {
    let wanted = (u64::from(rules.threshold_percent) * u64::from(counted)).div_ceil(100);
    u32::try_from(wanted).unwrap_or(u32::MAX)
}

/// Whether so many minutes of those that count meet the threshold.
fn enough(rules: &Rules, minutes: u32, counted: u32) -> bool {
    100 * u64::from(minutes) >= u64::from(rules.threshold_percent) * u64::from(counted)
}

fn count(counts: &mut MarkCounts, noted: Option<Noted>) {
    let one = match noted {
        Some(Noted::Present) => &mut counts.present,
        Some(Noted::Late(_)) => &mut counts.late,
        Some(Noted::LateAsAbsent) => &mut counts.late_as_absent,
        Some(Noted::Excused) => &mut counts.excused,
        Some(Noted::Absent) => &mut counts.absent,
        None => &mut counts.unmarked,
    };
    *one += 1;
}

/// Before anything is added up.
fn nobody(planned: u32) -> Standing {
    Standing {
        state: State::OnCourse,
        planned,
        counted: planned,
        settled: 0,
        attended: 0,
        late: 0,
        excused: 0,
        absent: 0,
        unmarked: 0,
        remaining: 0,
        share: None,
        share_so_far: None,
        best_share: None,
        may_miss: 0,
        unreachable_after: None,
        marks: MarkCounts::default(),
        unknown: Vec::new(),
    }
}

pub(super) fn cohort(request: &CohortRequest) -> Result<CohortStanding, Problem> {
    at_most(MAX_PARTICIPANTS, request.participants.len(), "/participants")?;
    at_most(MAX_MARKS, request.participants.iter().map(|p| p.marks.len()).sum(), "/participants")?;
    let mut tally = Tally::new(&request.rules, &request.sessions)?;
    let (mut seen, mut states) = (HashSet::new(), StateCounts::default());
    let mut participants = Vec::with_capacity(request.participants.len());
    for (i, participant) in request.participants.iter().enumerate() {
        let prefix = format!("/participants/{i}");
        filled(&participant.id, || format!("{prefix}/id"))?;
        if !seen.insert(participant.id.as_str()) {
            let problem = Problem::new("duplicate_participant", format!("{prefix}/id"), "an id no other participant has");
            return Err(problem.with("participant", participant.id.as_str()));
        }
        let standing = tally.standing(&participant.marks, &prefix)?;
        *match standing.state {
            State::Reached => &mut states.reached,
            State::OnCourse => &mut states.on_course,
            State::InDanger => &mut states.in_danger,
            State::OutOfReach => &mut states.out_of_reach,
            State::NothingCounted => &mut states.nothing_counted,
        } += 1;
        participants.push(ParticipantStanding { id: participant.id.clone(), standing });
    }
    let sessions = tally.sessions.iter().zip(&tally.totals).filter(|(session, _)| session.state != SessionState::Cancelled);
    let sessions = sessions.map(|(session, marks)| SessionTotals { id: session.id.clone(), marks: *marks }).collect();
    Ok(CohortStanding { participants, sessions, states })
}
