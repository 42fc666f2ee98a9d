//! Attendance: stories, and what holds for every cohort, against all that can still happen.

use learning::attendance::{
    CohortRequest, Excused, Mark, Participant, Rules, Session, SessionMark, SessionState, Standing, StandingRequest, State, cohort,
    standing,
};
use learning::figures::Reason;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn session(id: &str, minutes: u32, state: SessionState) -> Session {
    Session { id: id.into(), minutes, state }
}

fn mark(session: &str, mark: Mark) -> SessionMark {
    SessionMark { session: session.into(), mark, minutes_missed: None }
}

fn late(session: &str, missed: u32) -> SessionMark {
    SessionMark { session: session.into(), mark: Mark::Late, minutes_missed: Some(missed) }
}

fn rules(threshold_percent: u32, excused: Excused) -> Rules {
    Rules { threshold_percent, excused, absent_from_minutes_late: None }
}

/// `held` sessions of 100 minutes named h0, h1, …, then `planned` ones named p0, p1, ….
fn hundreds(held: usize, planned: usize) -> Vec<Session> {
    let held = (0..held).map(|i| session(&format!("h{i}"), 100, SessionState::Held));
    held.chain((0..planned).map(|i| session(&format!("p{i}"), 100, SessionState::Planned))).collect()
}

fn stands(rules: Rules, sessions: Vec<Session>, marks: Vec<SessionMark>) -> Standing {
    standing(&StandingRequest { rules, sessions, marks }).unwrap()
}

#[test]
fn whoever_has_eighty_percent_behind_them_cannot_lose_it_any_more() {
    let marks = (0..4).map(|i| mark(&format!("h{i}"), Mark::Present)).collect();
    let standing = stands(rules(80, Excused::CountsAsAbsent), hundreds(4, 1), marks);
    assert_eq!((standing.state, standing.share, standing.may_miss), (State::Reached, Some(8_000), 100));
    assert_eq!((standing.share_so_far, standing.best_share), (Some(10_000), Some(10_000)));
}

#[test]
fn one_absence_of_five_leaves_no_room_for_another() {
    let marks = vec![mark("h0", Mark::Absent), mark("h1", Mark::Present)];
    let standing = stands(rules(80, Excused::CountsAsAbsent), hundreds(2, 3), marks);
    assert_eq!((standing.state, standing.may_miss, standing.best_share), (State::InDanger, 0, Some(8_000)));
    assert_eq!((standing.share, standing.share_so_far), (Some(2_000), Some(5_000)));
}

#[test]
fn a_short_session_that_may_be_missed_keeps_one_on_course() {
    let mut sessions = hundreds(1, 4);
    sessions.push(session("short", 25, SessionState::Planned));
    // 525 minutes, 420 asked for, 425 possible: 5 may be missed, then 30.
    let standing = stands(rules(80, Excused::CountsAsAbsent), sessions.clone(), vec![mark("h0", Mark::Absent)]);
    assert_eq!((standing.state, standing.may_miss), (State::InDanger, 5));
    let standing = stands(rules(80, Excused::CountsAsAbsent), sessions, vec![late("h0", 75)]);
    assert_eq!((standing.state, standing.may_miss), (State::OnCourse, 30));
}

#[test]
fn the_session_that_made_it_unreachable_is_named() {
    let marks = vec![mark("h0", Mark::Absent), mark("h1", Mark::Present), late("h2", 30), mark("h3", Mark::Absent)];
    let standing = stands(rules(75, Excused::CountsAsAbsent), hundreds(4, 1), marks);
    // 500 minutes, 375 asked for: after h2 370 are possible.
    assert_eq!((standing.state, standing.unreachable_after.as_deref()), (State::OutOfReach, Some("h2")));
    assert_eq!((standing.may_miss, standing.best_share), (0, Some(5_400)));
}

#[test]
fn no_mark_on_a_held_session_is_an_absence_that_is_told_apart() {
    let standing = stands(rules(50, Excused::CountsAsAbsent), hundreds(2, 0), vec![mark("h0", Mark::Present)]);
    assert_eq!((standing.attended, standing.absent, standing.unmarked), (100, 0, 100));
    assert_eq!((standing.marks.absent, standing.marks.unmarked, standing.state), (0, 1, State::Reached));
}

#[test]
fn a_cancelled_session_counts_nowhere_whatever_its_marks() {
    let mut sessions = hundreds(1, 0);
    sessions.push(session("x", 900, SessionState::Cancelled));
    let marks = vec![mark("h0", Mark::Present), mark("x", Mark::Absent)];
    let standing = stands(rules(100, Excused::CountsAsAbsent), sessions, marks);
    assert_eq!((standing.planned, standing.state, standing.marks.absent), (100, State::Reached, 0));
}

#[test]
fn an_excuse_counts_as_absence_or_leaves_the_total_as_the_rules_say() {
    let marks = vec![mark("h0", Mark::Excused), mark("h1", Mark::Present), mark("h2", Mark::Present)];
    let absent = stands(rules(80, Excused::CountsAsAbsent), hundreds(3, 0), marks.clone());
    assert_eq!((absent.state, absent.counted, absent.share, absent.excused), (State::OutOfReach, 300, Some(6_666), 100));
    let leaves = stands(rules(80, Excused::LeavesTheTotal), hundreds(3, 0), marks);
    assert_eq!((leaves.state, leaves.counted, leaves.share, leaves.excused), (State::Reached, 200, Some(10_000), 100));
}

#[test]
fn an_excuse_ahead_settles_a_planned_session() {
    let standing = stands(rules(80, Excused::LeavesTheTotal), hundreds(0, 2), vec![mark("p1", Mark::Excused)]);
    assert_eq!((standing.remaining, standing.counted, standing.excused), (100, 100, 100));
}

#[test]
fn coming_late_costs_the_minutes_missed_until_it_counts_as_absence() {
    let rules = Rules { threshold_percent: 50, excused: Excused::CountsAsAbsent, absent_from_minutes_late: Some(31) };
    let standing = stands(rules, hundreds(2, 0), vec![late("h0", 30), late("h1", 31)]);
    assert_eq!((standing.attended, standing.late, standing.absent), (70, 30, 100));
    assert_eq!((standing.marks.late, standing.marks.late_as_absent), (1, 1));
}

#[test]
fn with_nothing_that_counts_there_is_no_share_and_a_reason() {
    let excused = stands(rules(1, Excused::LeavesTheTotal), hundreds(1, 0), vec![mark("h0", Mark::Excused)]);
    for standing in [excused, stands(rules(80, Excused::CountsAsAbsent), vec![], vec![])] {
        assert_eq!((standing.state, standing.share, standing.best_share), (State::NothingCounted, None, None));
        let reasons: Vec<_> = standing.unknown.iter().map(|u| (u.figure.as_str(), u.reason)).collect();
        let expected = [("share", Reason::NothingCounted), ("share_so_far", Reason::NothingHeld), ("best_share", Reason::NothingCounted)];
        assert_eq!(reasons, expected);
    }
    let nothing_asked = stands(rules(0, Excused::CountsAsAbsent), vec![], vec![]);
    assert_eq!(nothing_asked.state, State::Reached);
}

#[test]
fn a_cohort_says_who_came_to_each_session_and_how_many_are_in_which_state() {
    let mut sessions = hundreds(1, 1);
    sessions.push(session("x", 60, SessionState::Cancelled));
    let participant = |id: &str, marks| Participant { id: id.into(), marks };
    let participants = vec![
        participant("amel", vec![mark("h0", Mark::Present)]),
        participant("badis", vec![late("h0", 10)]),
        participant("chafia", vec![]),
        participant("djamel", vec![mark("h0", Mark::Present), mark("p0", Mark::Present)]),
    ];
    let answer = cohort(&CohortRequest { rules: rules(95, Excused::CountsAsAbsent), sessions, participants }).unwrap();
    let states: Vec<_> = answer.participants.iter().map(|p| (p.id.as_str(), p.standing.state)).collect();
    let expected = [("amel", State::InDanger), ("badis", State::InDanger), ("chafia", State::OutOfReach), ("djamel", State::Reached)];
    assert_eq!(states, expected);
    assert_eq!((answer.states.in_danger, answer.states.out_of_reach, answer.states.reached, answer.states.on_course), (2, 1, 1, 0));
    assert_eq!(answer.sessions.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["h0", "p0"]);
    let held = answer.sessions[0].marks;
    assert_eq!((held.present, held.late, held.unmarked), (2, 1, 1));
    assert_eq!(answer.sessions[1].marks.present, 1);
}

#[test]
fn nobody_reads_eighty_percent_and_misses_it_by_a_minute() {
    let sessions: Vec<_> = ["a", "b", "c"].map(|id| session(id, 10_000, SessionState::Held)).into();
    let missing = |minutes| {
        let marks = vec![mark("a", Mark::Present), mark("b", Mark::Present), late("c", minutes)];
        let standing = stands(rules(80, Excused::CountsAsAbsent), sessions.clone(), marks);
        (standing.state, standing.share.unwrap())
    };
    assert_eq!(missing(6_000), (State::Reached, 8_000));
    assert_eq!(missing(6_001), (State::OutOfReach, 7_999));
}

fn any_mark() -> impl Strategy<Value = (Mark, u32)> {
    (prop_oneof![Just(Mark::Present), Just(Mark::Late), Just(Mark::Excused), Just(Mark::Absent)], 0..=3_u32)
}

/// Few sessions of few minutes, so that all continuations can be gone through.
fn request() -> impl Strategy<Value = StandingRequest> {
    let state = prop_oneof![3 => Just(SessionState::Held), 3 => Just(SessionState::Planned), 1 => Just(SessionState::Cancelled)];
    let rules = (prop_oneof![0..=100_u32, Just(50), Just(75), Just(80), Just(100)], any::<bool>(), option::of(1..5_u32));
    (rules, vec((3..8_u32, state, option::of(any_mark())), 0..7)).prop_map(|((threshold_percent, leaves, late), rows)| {
        let excused = if leaves { Excused::LeavesTheTotal } else { Excused::CountsAsAbsent };
        let mut request =
            StandingRequest { rules: Rules { threshold_percent, excused, absent_from_minutes_late: late }, ..StandingRequest::default() };
        for (i, (minutes, state, mark)) in rows.into_iter().enumerate() {
            request.sessions.push(session(&i.to_string(), minutes, state));
            if let Some((mark, missed)) = mark {
                let minutes_missed = (mark == Mark::Late).then_some(missed);
                request.marks.push(SessionMark { session: i.to_string(), mark, minutes_missed });
            }
        }
        request
    })
}

/// Whether the threshold is met once every session is settled: the rule as it is written, with nothing clever.
fn met(rules: &Rules, sessions: &[Session], marks: &[SessionMark]) -> bool {
    let (mut attended, mut total) = (0, 0);
    for session in sessions.iter().filter(|s| s.state != SessionState::Cancelled) {
        let mark = marks.iter().find(|m| m.session == session.id);
        if rules.excused == Excused::LeavesTheTotal && mark.is_some_and(|m| m.mark == Mark::Excused) {
            continue;
        }
        total += session.minutes;
        attended += match mark {
            Some(m) if m.mark == Mark::Present => session.minutes,
            Some(SessionMark { mark: Mark::Late, minutes_missed: Some(missed), .. }) => match rules.absent_from_minutes_late {
                Some(limit) if *missed >= limit => 0,
                _ => session.minutes - missed,
            },
            _ => 0,
        };
    }
    rules.threshold_percent == 0 || (total > 0 && attended * 100 >= rules.threshold_percent * total)
}

/// The sessions whose outcome is open.
fn open(request: &StandingRequest) -> Vec<&Session> {
    let unmarked = |s: &&Session| s.state == SessionState::Planned && request.marks.iter().all(|m| m.session != s.id);
    request.sessions.iter().filter(unmarked).collect()
}

/// Whether the threshold is met, for everything that can still happen in the sessions that are open.
fn continuations(request: &StandingRequest, open: &[&Session], marks: &mut Vec<SessionMark>, found: &mut Vec<bool>) {
    let Some((next, rest)) = open.split_first() else {
        found.push(met(&request.rules, &request.sessions, marks));
        return;
    };
    let plain = [Mark::Present, Mark::Excused, Mark::Absent].map(|m| mark(&next.id, m));
    for one in plain.into_iter().chain([0, 1, next.minutes].map(|missed| late(&next.id, missed))) {
        marks.push(one);
        continuations(request, rest, marks, found);
        marks.pop();
    }
}

fn all_ends(request: &StandingRequest) -> Vec<bool> {
    let mut found = Vec::new();
    continuations(request, &open(request), &mut request.marks.clone(), &mut found);
    found
}

/// The request with absence marked in one more session.
fn missing(request: &StandingRequest, session: &str) -> StandingRequest {
    let mut next = request.clone();
    next.marks.push(mark(session, Mark::Absent));
    next
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_state_says_what_is_true_of_everything_that_can_still_happen(request in request()) {
        let standing = standing(&request).unwrap();
        let ends = all_ends(&request);
        let (always, ever) = (ends.iter().all(|met| *met), ends.iter().any(|met| *met));
        // Missing one more session, whichever, with everything attended after that.
        let saved = open(&request).iter().any(|s| all_ends(&missing(&request, &s.id)).iter().any(|met| *met));
        let expected = match (standing.counted, always, ever, saved) {
            (0, false, _, _) => State::NothingCounted,
            (_, true, _, _) => State::Reached,
            (_, _, false, _) => State::OutOfReach,
            (_, _, _, false) => State::InDanger,
            _ => State::OnCourse,
        };
        prop_assert_eq!(standing.state, expected);
    }

    #[test]
    fn the_session_named_is_the_first_after_which_nothing_helped(request in request()) {
        let answer = standing(&request).unwrap();
        let settled: Vec<usize> = (0..request.sessions.len()).filter(|i| {
            let s = &request.sessions[*i];
            s.state == SessionState::Held || (s.state == SessionState::Planned && request.marks.iter().any(|m| m.session == s.id))
        }).collect();
        let first = settled.iter().find(|last| {
            // As it was after this session: those after it were still planned, and had no marks.
            let mut then = request.clone();
            for (i, s) in then.sessions.iter_mut().enumerate().filter(|(_, s)| s.state != SessionState::Cancelled) {
                if i > **last {
                    s.state = SessionState::Planned;
                    let id = s.id.clone();
                    then.marks.retain(|m| m.session != id);
                }
            }
            standing(&then).unwrap().state == State::OutOfReach
        });
        prop_assert_eq!(answer.unreachable_after, first.map(|i| request.sessions[*i].id.clone()));
        prop_assert_eq!(answer.state == State::OutOfReach, first.is_some());
    }

    #[test]
    fn so_many_minutes_may_be_missed_and_not_one_more(request in request()) {
        let standing = standing(&request).unwrap();
        let enough = |minutes: u32| minutes * 100 >= request.rules.threshold_percent * standing.counted;
        let best = standing.attended + standing.remaining;
        prop_assert!(standing.may_miss <= standing.remaining);
        prop_assert!(standing.may_miss == 0 || enough(best - standing.may_miss));
        prop_assert!(standing.may_miss == standing.remaining || !enough(best - standing.may_miss - 1));
    }

    #[test]
    fn every_planned_minute_is_told_once(request in request()) {
        let s = standing(&request).unwrap();
        prop_assert_eq!(s.attended + s.late + s.excused + s.absent + s.unmarked + s.remaining, s.planned);
        let left = if request.rules.excused == Excused::LeavesTheTotal { s.excused } else { 0 };
        prop_assert_eq!((s.counted, s.settled), (s.planned - left, s.planned - left - s.remaining));
        prop_assert!(s.share <= s.best_share && s.best_share <= Some(10_000));
        for (figure, value) in [("share", s.share), ("share_so_far", s.share_so_far), ("best_share", s.best_share)] {
            prop_assert_eq!(value.is_none(), s.unknown.iter().any(|u| u.figure == figure), "{}", figure);
        }
    }

    #[test]
    fn the_share_is_as_high_as_the_threshold_exactly_when_it_is_reached(request in request()) {
        let s = standing(&request).unwrap();
        prop_assume!(s.counted > 0);
        prop_assert_eq!(s.share >= Some(request.rules.threshold_percent * 100), s.state == State::Reached);
        prop_assert_eq!(s.best_share < Some(request.rules.threshold_percent * 100), s.state == State::OutOfReach);
    }

    #[test]
    fn a_participant_stands_in_the_cohort_where_it_stands_alone_in_whatever_order_the_marks_come(
        requests in vec(request(), 1..4), reversed in any::<bool>(),
    ) {
        // The first says the rules and the sessions; the marks of the others hold where the sessions exist.
        let first = &requests[0];
        let known = |r: &StandingRequest| {
            let mut marks: Vec<_> = r.marks.iter().filter(|m| m.session.parse::<usize>().unwrap() < first.sessions.len()).cloned().collect();
            if reversed { marks.reverse(); }
            marks
        };
        let participants = requests.iter().enumerate().map(|(i, r)| Participant { id: i.to_string(), marks: known(r) }).collect();
        let all = cohort(&CohortRequest { rules: first.rules, sessions: first.sessions.clone(), participants }).unwrap();
        for (request, one) in requests.iter().zip(&all.participants) {
            let mut marks = known(request);
            marks.reverse();
            let alone = standing(&StandingRequest { rules: first.rules, sessions: first.sessions.clone(), marks }).unwrap();
            prop_assert_eq!(&one.standing, &alone);
        }
        let counts = all.participants.iter().map(|p| p.standing.marks.unmarked).sum::<u32>();
        prop_assert_eq!(counts, all.sessions.iter().map(|s| s.marks.unmarked).sum::<u32>());
        let states = all.states;
        let total = states.reached + states.on_course + states.in_danger + states.out_of_reach + states.nothing_counted;
        prop_assert_eq!(total as usize, requests.len());
    }
}
