//! Clashes in the timetable.

use learning::conflicts::{Clash, ClashRequest, Clashes, MAX_CLASHES, TimedSession, clashes};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

fn session(id: &str, (start, end): (i64, i64), trainers: &[&str], room: Option<&str>) -> TimedSession {
    let trainers = trainers.iter().map(|t| t.to_string()).collect();
    TimedSession { id: id.into(), start, end, trainers, room: room.map(Into::into) }
}

fn found(sessions: Vec<TimedSession>) -> Clashes {
    clashes(&ClashRequest { sessions }).unwrap()
}

fn pairs(sessions: Vec<TimedSession>) -> Vec<(String, String)> {
    found(sessions).clashes.into_iter().map(|c| (c.first, c.second)).collect()
}

#[test]
fn a_pair_that_shares_trainers_and_the_room_is_told_once_with_all_it_shares() {
    let sessions = vec![session("b", (60, 150), &["y", "x", "z"], Some("R")), session("a", (0, 90), &["x", "y"], Some("R"))];
    let clash =
        Clash { first: "a".into(), second: "b".into(), from: 60, to: 90, trainers: vec!["x".into(), "y".into()], room: Some("R".into()) };
    assert_eq!(found(sessions), Clashes { clashes: vec![clash], more: false });
}

#[test]
fn ends_that_touch_do_not_overlap() {
    assert!(pairs(vec![session("a", (0, 60), &["x"], Some("R")), session("b", (60, 90), &["x"], Some("R"))]).is_empty());
    assert_eq!(pairs(vec![session("a", (0, 61), &["x"], None), session("b", (60, 90), &["x"], None)]).len(), 1);
}

#[test]
fn sessions_at_the_same_time_with_others_elsewhere_do_not_clash() {
    assert!(pairs(vec![session("a", (0, 60), &["x"], Some("R")), session("b", (0, 60), &["y"], Some("S"))]).is_empty());
    assert!(pairs(vec![session("a", (0, 60), &[], None), session("b", (0, 60), &[], None)]).is_empty());
}

#[test]
fn a_trainer_and_a_room_of_the_same_name_are_not_the_same() {
    assert!(pairs(vec![session("a", (0, 60), &["x"], None), session("b", (0, 60), &[], Some("x"))]).is_empty());
}

#[test]
fn a_long_session_clashes_with_each_of_those_within_it() {
    let sessions =
        vec![session("long", (0, 500), &[], Some("R")), session("m", (10, 20), &[], Some("R")), session("n", (400, 410), &[], Some("R"))];
    assert_eq!(pairs(sessions), [("long".into(), "m".into()), ("long".into(), "n".into())]);
}

#[test]
fn no_more_clashes_are_listed_than_the_limit_and_that_is_said() {
    // 142 sessions at once: 142 · 141 / 2 = 10,011 pairs; 141 of them: 9,870.
    let all = |count: i64| found((0..count).map(|i| session(&i.to_string(), (i, 1_000), &["x"], None)).collect());
    assert_eq!((all(141).clashes.len(), all(141).more), (9_870, false));
    assert_eq!((all(142).clashes.len(), all(142).more), (MAX_CLASHES, true));
    let exactly = |more: i64| {
        let mut sessions: Vec<_> = (0..141_i64).map(|i| session(&i.to_string(), (i, 1_000), &["x"], None)).collect();
        // A long one, later and elsewhere, with the rest up to 10,000 within it, one after another.
        sessions.push(session("long", (2_000, 3_000), &["y"], None));
        sessions.extend((0..130 + more).map(|i| session(&format!("s{i}"), (2_001 + 2 * i, 2_002 + 2 * i), &["y"], None)));
        found(sessions)
    };
    assert_eq!((exactly(0).clashes.len(), exactly(0).more), (MAX_CLASHES, false));
    assert_eq!((exactly(1).clashes.len(), exactly(1).more), (MAX_CLASHES, true));
}

fn timetable() -> impl Strategy<Value = Vec<TimedSession>> {
    let trainers = btree_set(prop_oneof![Just("x"), Just("y"), Just("z")], 0..3);
    let room = option::of(prop_oneof![Just("x"), Just("R")]);
    vec((0..20_i64, 1..8_i64, trainers, room), 0..12).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(i, (start, minutes, trainers, room))| {
            session(&i.to_string(), (start, start + minutes), &trainers.into_iter().collect::<Vec<_>>(), room)
        })
        .collect()
    })
}

/// All pairs, looked at one by one.
fn by_hand(sessions: &[TimedSession]) -> Vec<Clash> {
    let mut sorted: Vec<&TimedSession> = sessions.iter().collect();
    sorted.sort_by_key(|s| (s.start, s.end, s.id.clone()));
    let mut found = Vec::new();
    for (i, second) in sorted.iter().enumerate() {
        for first in &sorted[..i] {
            let trainers: Vec<String> = first.trainers.iter().filter(|t| second.trainers.contains(t)).cloned().collect();
            let room = first.room.clone().filter(|_| first.room == second.room);
            let overlap = first.start < second.end && second.start < first.end;
            if overlap && (!trainers.is_empty() || room.is_some()) {
                let (from, to) = (first.start.max(second.start), first.end.min(second.end));
                found.push(Clash { first: first.id.clone(), second: second.id.clone(), from, to, trainers, room });
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_clashes_are_those_that_a_look_at_all_pairs_finds(sessions in timetable()) {
        prop_assert_eq!(found(sessions.clone()).clashes, by_hand(&sessions));
    }

    #[test]
    fn the_order_of_the_sessions_does_not_matter(sessions in timetable().prop_flat_map(|s| (Just(s.clone()), Just(s).prop_shuffle()))) {
        prop_assert_eq!(found(sessions.0), found(sessions.1));
    }
}
