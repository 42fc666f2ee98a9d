//! What must hold for every network, whatever its shape.

use planning::calculations::{ScheduleRequest, ScheduleResult, schedule};
use planning::calendar::{Calendar, WorkingTime};
use planning::moment::{DAY, Moment};
use planning::network::{Activity, Link, LinkKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

const KINDS: [LinkKind; 4] = [LinkKind::FinishToStart, LinkKind::StartToStart, LinkKind::FinishToFinish, LinkKind::StartToFinish];

/// A network without cycles: links go from an earlier activity to a later one.
fn network() -> impl Strategy<Value = ScheduleRequest> {
    let link = (any::<Index>(), any::<Index>(), 0..4_usize, -600..900_i64);
    (vec(0..2_000_i64, 2..25), vec(link, 0..60)).prop_map(|(durations, links)| {
        let n = durations.len();
        let links = links.into_iter().filter_map(|(a, b, kind, lag)| {
            let (a, b) = (a.index(n), b.index(n));
            (a != b).then(|| join(a.min(b), a.max(b), KINDS[kind], lag))
        });
        ScheduleRequest {
            start: Some("2026-01-04T08:00".parse().unwrap()),
            activities: durations
                .into_iter()
                .enumerate()
                .map(|(i, d)| Activity { id: i.to_string(), duration_minutes: Some(d), ..Activity::default() })
                .collect(),
            links: links.collect(),
            ..ScheduleRequest::default()
        }
    })
}

fn join(from: usize, to: usize, kind: LinkKind, lag: i64) -> Link {
    Link { from: from.to_string(), to: to.to_string(), kind, lag_minutes: Some(lag), lag_days: None }
}

/// The ends a link ties, as offsets.
fn ends(result: &ScheduleResult, link: &Link, late: bool) -> (i64, i64) {
    let activity = |name: &str| &result.activities[name.parse::<usize>().unwrap()];
    let (from, to) = (activity(&link.from), activity(&link.to));
    let pair = |a: &planning::calculations::ActivitySchedule| match late {
        false => (a.early_start_minutes, a.early_finish_minutes),
        true => (a.late_start_minutes, a.late_finish_minutes),
    };
    let ((from_start, from_finish), (to_start, to_finish)) = (pair(from), pair(to));
    match link.kind {
        LinkKind::FinishToStart => (from_finish, to_start),
        LinkKind::StartToStart => (from_start, to_start),
        LinkKind::FinishToFinish => (from_finish, to_finish),
        LinkKind::StartToFinish => (from_start, to_finish),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn floats_are_never_negative_without_constraints(request in network()) {
        let result = schedule(&request).unwrap();
        for activity in &result.activities {
            prop_assert!(activity.total_float_minutes >= 0);
            prop_assert!(activity.free_float_minutes >= 0);
            prop_assert!(activity.early_start_minutes >= 0);
            prop_assert!(activity.late_finish_minutes <= result.duration_minutes);
        }
        prop_assert!(result.negative_float.is_empty());
        prop_assert!(result.activities.iter().any(|a| a.critical), "something is always critical");
    }

    #[test]
    fn early_and_late_dates_respect_every_link_and_no_start_can_be_earlier(request in network()) {
        let result = schedule(&request).unwrap();
        for (link, scheduled) in request.links.iter().zip(&result.links) {
            let lag = link.lag_minutes.unwrap();
            let (before, after) = ends(&result, link, false);
            prop_assert_eq!(after - before - lag, scheduled.slack_minutes);
            prop_assert!(scheduled.slack_minutes >= 0);
            let (before, after) = ends(&result, link, true);
            prop_assert!(after >= before + lag);
        }
        // An early start hangs on the project's start or on a link without slack: it cannot move forward.
        for activity in &result.activities {
            match activity.driven_by.link {
                Some(link) => {
                    prop_assert!(result.links[link].driving);
                    prop_assert_eq!(result.links[link].slack_minutes, 0);
                }
                None => prop_assert_eq!(activity.early_start_minutes, 0),
            }
        }
    }

    #[test]
    fn adding_a_link_never_shortens(request in network(), a in any::<Index>(), b in any::<Index>(), lag in -200..900_i64) {
        let before = schedule(&request).unwrap();
        let n = request.activities.len();
        let a = a.index(n);
        let b = (a + 1 + b.index(n - 1)) % n;
        let mut longer = request;
        longer.links.push(join(a.min(b), a.max(b), LinkKind::FinishToStart, lag));
        let after = schedule(&longer).unwrap();
        prop_assert!(after.duration_minutes >= before.duration_minutes);
        for (x, y) in before.activities.iter().zip(&after.activities) {
            prop_assert!(y.early_start_minutes >= x.early_start_minutes);
        }
    }

    #[test]
    fn shifting_the_start_by_weeks_shifts_every_date(request in network(), weeks in 1..60_i64) {
        let before = schedule(&request).unwrap();
        let shift = |moment: Moment| Moment::from_minutes(moment.as_start() + weeks * 7 * DAY).unwrap();
        let moved = ScheduleRequest { start: request.start.map(shift), ..request };
        let after = schedule(&moved).unwrap();
        prop_assert_eq!(before.finish.map(shift), after.finish);
        for (x, y) in before.activities.iter().zip(&after.activities) {
            prop_assert_eq!(x.total_float_minutes, y.total_float_minutes);
            prop_assert_eq!(x.early_start.map(shift), y.early_start);
            prop_assert_eq!(x.late_finish.map(shift), y.late_finish);
        }
    }

    #[test]
    fn critical_paths_are_chains_that_reach_the_finish(request in network()) {
        let result = schedule(&request).unwrap();
        let activity = |name: &String| &result.activities[name.parse::<usize>().unwrap()];
        for path in &result.critical_paths {
            prop_assert!(path.iter().all(|name| activity(name).critical));
            for pair in path.windows(2) {
                let tight = request.links.iter().zip(&result.links).any(|(link, scheduled)| {
                    link.from == pair[0] && link.to == pair[1] && scheduled.slack_minutes == 0
                });
                prop_assert!(tight, "{:?}", pair);
            }
        }
        let finishes = |path: &Vec<String>| path.iter().any(|n| activity(n).early_finish_minutes == result.duration_minutes);
        prop_assert!(result.critical_paths.iter().any(finishes));
    }

    #[test]
    fn a_drawing_keeps_its_lanes_when_an_activity_is_added(request in network(), after in any::<Index>()) {
        let mut request = ScheduleRequest { layout: Some(Default::default()), ..request };
        let before = schedule(&request).unwrap().layout.unwrap();
        let previous = before.places.iter().map(|p| (p.id.clone(), p.lane)).collect();
        request.layout.as_mut().unwrap().previous = previous;
        let n = request.activities.len();
        request.activities.push(Activity { id: n.to_string(), duration_minutes: Some(60), ..Activity::default() });
        request.links.push(join(after.index(n), n, LinkKind::FinishToStart, 0));
        let drawn = schedule(&request).unwrap().layout.unwrap();
        prop_assert_eq!(&before.places[..], &drawn.places[..n]);
        let mut cells: Vec<_> = drawn.places.iter().map(|p| (p.layer, p.lane)).collect();
        cells.sort_unstable();
        cells.dedup();
        prop_assert_eq!(cells.len(), n + 1, "no two activities in one place");
    }

    #[test]
    fn working_time_agrees_with_counting_minutes(
        from in 0..20_000_i64,
        length in 0..6_000_i64,
        weekend in 0..7_usize,
        holiday in 0..14_u64,
    ) {
        let start: Moment = "2026-03-01".parse().unwrap();
        let calendar: Calendar = serde_json::from_value(serde_json::json!({
            "weekend": [planning::calendar::Weekday::ALL[weekend]],
            "hours": [{"from": "07:30", "to": "11:00"}, {"from": "12:15", "to": "16:00"}],
            "weekdays": {"thursday": [{"from": "00:00", "to": "24:00"}]},
            "holidays": [{"date": start.date + chrono::Days::new(holiday)}],
            "exceptions": [{"from": "2026-03-06", "hours": [{"from": "10:00", "to": "10:30"}]}],
        })).unwrap();
        let time = WorkingTime::new(&calendar, start.date).unwrap();
        let origin = start.as_start();
        let works = |minute: i64| time.worked(origin + minute + 1).unwrap() - time.worked(origin + minute).unwrap() == 1;
        let counted = (from..from + length).filter(|m| works(*m)).count() as i64;
        let worked = time.worked(origin + from + length).unwrap() - time.worked(origin + from).unwrap();
        prop_assert_eq!(counted, worked);
        let total = time.worked(origin + from).unwrap();
        let (opening, closing) = (time.as_start(total).unwrap(), time.as_finish(total).unwrap());
        prop_assert!(closing <= origin + from && origin + from <= opening);
        prop_assert!(works(opening - origin) && works(closing - origin - 1));
        prop_assert_eq!((time.worked(opening), time.worked(closing)), (Some(total), Some(total)));
    }
}
