//! Schedules as an association's president meets them.

use planning::calculations::{ActivityState, DriverKind, ScheduleRequest, ScheduleResult, schedule};
use planning::network::ConstraintKind;
use serde_json::{Value, json};

fn run(request: Value) -> ScheduleResult {
    let request: ScheduleRequest = serde_json::from_value(request).unwrap();
    schedule(&request).unwrap_or_else(|p| panic!("{p:?}"))
}

fn dates(result: &ScheduleResult, id: &str) -> (String, String) {
    let found = result.activities.iter().find(|a| a.id == id).unwrap();
    (found.early_start.unwrap().to_string(), found.early_finish.unwrap().to_string())
}

#[test]
fn work_skips_friday_saturday_and_the_feast() {
    let result = run(json!({
        "start": "2026-03-17",
        "calendar": {"holidays": [{"date": "2026-03-20", "until": "2026-03-22", "name": "عيد الفطر"}]},
        "activities": [{"id": "stand", "duration_days": 4}, {"id": "open", "milestone": true}],
        "links": [{"from": "stand", "to": "open"}]
    }));
    // Tuesday, Wednesday, Thursday, then Friday to Sunday off, then Monday.
    assert_eq!(dates(&result, "stand"), ("2026-03-17T08:00".into(), "2026-03-23T17:00".into()));
    assert_eq!(dates(&result, "open"), ("2026-03-23T17:00".into(), "2026-03-23T17:00".into()));
    assert_eq!(result.finish.unwrap().to_string(), "2026-03-23T17:00");
    assert_eq!((result.duration_minutes, result.duration_days), (1920, 4.0));
}

#[test]
fn an_activity_with_its_own_calendar_works_on_its_own_days() {
    let result = run(json!({
        "start": "2026-03-01",
        "calendars": {"market": {"weekend": ["sunday"], "hours": [{"from": "06:00", "to": "14:00"}]}},
        "activities": [
            {"id": "weave", "duration_days": 5},
            {"id": "sell", "duration_days": 2, "calendar": "market"},
            {"id": "count", "duration_minutes": 60}
        ],
        "links": [{"from": "weave", "to": "sell"}, {"from": "sell", "to": "count"}]
    }));
    assert_eq!(dates(&result, "weave").1, "2026-03-05T17:00");
    assert_eq!(dates(&result, "sell"), ("2026-03-06T06:00".into(), "2026-03-07T14:00".into()));
    assert_eq!(dates(&result, "count"), ("2026-03-08T08:00".into(), "2026-03-08T09:00".into()));
    // On the project's calendar no time passes over the weekend.
    assert_eq!(result.duration_minutes, 5 * 480 + 60);
    assert!(result.activities.iter().all(|a| a.critical));
}

#[test]
fn a_deadline_that_cannot_be_met_names_itself_and_whom_it_makes_late() {
    let result = run(json!({
        "start": "2026-03-01",
        "activities": [
            {"id": "dye", "duration_days": 3},
            {"id": "weave", "duration_days": 4, "deadline": "2026-03-08"},
            {"id": "pack", "duration_days": 1},
            {"id": "invite", "duration_days": 2}
        ],
        "links": [
            {"from": "dye", "to": "weave"}, {"from": "weave", "to": "pack"}, {"from": "invite", "to": "pack"}
        ]
    }));
    let late = &result.negative_float;
    assert_eq!(late.len(), 1);
    assert_eq!((late[0].activity.as_str(), late[0].constraint), ("weave", ConstraintKind::Deadline));
    assert_eq!((late[0].missed_by_minutes, late[0].missed_by_days), (480, 1.0));
    assert_eq!(late[0].late_activities, ["dye", "weave"]);
    let floats: Vec<f64> = result.activities.iter().map(|a| a.total_float_days).collect();
    assert_eq!(floats, [-1.0, -1.0, 0.0, 5.0]);
    assert_eq!(result.activities[1].limited_by.kind, DriverKind::Constraint);
    assert_eq!(result.activities[0].limited_by.link, Some(0), "through its link to weave");
}

#[test]
fn each_constraint_moves_what_it_says_and_nothing_else() {
    // Two days alone beside a project of ten: whatever the constraint does shows in its own dates.
    let with = |constraint: Value| {
        let result = run(json!({
            "start": "2026-03-01",
            "activities": [
                {"id": "x", "duration_days": 2, "constraints": [constraint]},
                {"id": "long", "duration_days": 10}
            ]
        }));
        let a = &result.activities[0];
        [a.early_start_minutes, a.early_finish_minutes, a.late_start_minutes, a.late_finish_minutes].map(|m| m / 480)
    };
    // The 4th of March 2026, a Wednesday: 3 days from the start as a start, 4 as a finish.
    let on = |kind: &str| with(json!({"kind": kind, "at": "2026-03-04"}));
    assert_eq!(on("start_no_earlier_than"), [3, 5, 8, 10]);
    assert_eq!(on("start_no_later_than"), [0, 2, 3, 5]);
    assert_eq!(on("finish_no_earlier_than"), [2, 4, 8, 10]);
    assert_eq!(on("finish_no_later_than"), [0, 2, 2, 4]);
    assert_eq!(on("must_start_on"), [3, 5, 3, 5]);
    assert_eq!(on("must_finish_on"), [2, 4, 2, 4]);
    assert_eq!(on("MFO"), [2, 4, 2, 4]);
    assert_eq!(with(json!({"kind": "must_start_on", "offset_minutes": 3 * 480})), [3, 5, 3, 5]);
    assert_eq!(with(json!({"kind": "as_late_as_possible"})), [0, 2, 8, 10]);
}

#[test]
fn before_the_doors_open_is_not_before_the_project_starts() {
    let result = run(json!({
        "start": "2026-03-01T08:00",
        "activities": [{"id": "a", "duration_days": 1, "constraints": [{"kind": "snet", "at": "2026-03-01T00:00"}]}]
    }));
    assert_eq!(dates(&result, "a").0, "2026-03-01T08:00");
}

#[test]
fn as_late_as_possible_waits_for_its_successor_and_keeps_its_floats() {
    let result = run(json!({
        "start": "2026-03-01",
        "activities": [
            {"id": "rent", "duration_days": 1, "constraints": [{"kind": "as_late_as_possible"}]},
            {"id": "clean", "duration_days": 1, "constraints": [{"kind": "alap"}]},
            {"id": "build", "duration_days": 6},
            {"id": "open", "duration_days": 1}
        ],
        "links": [
            {"from": "rent", "to": "clean"}, {"from": "clean", "to": "open"}, {"from": "build", "to": "open"}
        ]
    }));
    let scheduled: Vec<i64> = result.activities.iter().map(|a| a.start_minutes / 480).collect();
    assert_eq!(scheduled, [4, 5, 0, 6]);
    assert_eq!(result.activities[0].early_start_minutes, 0);
    assert_eq!(result.activities[0].total_float_days, 4.0);
    assert_eq!(result.activities[0].start.unwrap().to_string(), "2026-03-05T08:00");
}

#[test]
fn progress_holds_what_happened_and_moves_the_rest_after_the_report() {
    let result = run(json!({
        "start": "2026-03-01",
        "status_date": "2026-03-05T08:00",
        "activities": [
            {"id": "dye", "duration_days": 2, "actual_start": "2026-03-01", "actual_finish": "2026-03-03"},
            {"id": "weave", "duration_days": 4, "percent_done": 25, "actual_start": "2026-03-04"},
            {"id": "pack", "duration_days": 1},
            {"id": "print", "duration_days": 1}
        ],
        "links": [{"from": "dye", "to": "weave"}, {"from": "weave", "to": "pack"}]
    }));
    let states: Vec<ActivityState> = result.activities.iter().map(|a| a.state).collect();
    use ActivityState::{Completed, InProgress, NotStarted};
    assert_eq!(states, [Completed, InProgress, NotStarted, NotStarted]);
    assert_eq!(dates(&result, "dye"), ("2026-03-01T08:00".into(), "2026-03-03T17:00".into()));
    // One of four days is done on the 4th; three are left from the 5th: Thursday, Sunday, Monday.
    assert_eq!(dates(&result, "weave"), ("2026-03-04T08:00".into(), "2026-03-09T17:00".into()));
    assert_eq!(dates(&result, "pack").0, "2026-03-10T08:00");
    // Nothing unfinished lies before the report.
    assert_eq!(dates(&result, "print").0, "2026-03-05T08:00");
    assert_eq!(result.activities[3].driven_by.kind, DriverKind::StatusDate);
    assert_eq!(result.critical_path, ["weave", "pack"]);
    assert!(!result.activities[0].critical, "what is done is not critical");
}

#[test]
fn two_equally_long_ways_are_two_critical_paths() {
    let result = run(json!({
        "activities": [
            {"id": "a", "duration_minutes": 10}, {"id": "b", "duration_minutes": 20},
            {"id": "c", "duration_minutes": 20}, {"id": "d", "duration_minutes": 5},
            {"id": "e", "duration_minutes": 19}
        ],
        "links": [
            {"from": "a", "to": "b"}, {"from": "a", "to": "c"}, {"from": "a", "to": "e"},
            {"from": "b", "to": "d"}, {"from": "c", "to": "d"}, {"from": "e", "to": "d"}
        ]
    }));
    assert_eq!(result.critical_paths, [["a", "b", "d"], ["a", "c", "d"]]);
    assert!(result.critical_paths_complete);
    assert!(result.start.is_none() && result.activities[0].early_start.is_none(), "no start, no dates");
}

#[test]
fn near_critical_activities_are_critical_below_the_threshold() {
    let request = |threshold: i64| {
        run(json!({
            "critical_float_minutes": threshold,
            "activities": [{"id": "a", "duration_minutes": 100}, {"id": "b", "duration_minutes": 90}]
        }))
    };
    assert!(!request(9).activities[1].critical);
    assert!(request(10).activities[1].critical);
}

#[test]
fn a_network_is_drawn_from_right_to_left() {
    let result = run(json!({
        "activities": [
            {"id": "a", "duration_minutes": 1}, {"id": "b", "duration_minutes": 1}, {"id": "c", "duration_minutes": 1}
        ],
        "links": [{"from": "a", "to": "b"}, {"from": "b", "to": "c"}],
        "layout": {"layer_width": 200.0, "lane_height": 80.0}
    }));
    let layout = result.layout.unwrap();
    let xs: Vec<f64> = layout.places.iter().map(|p| p.x).collect();
    assert_eq!(xs, [0.0, -200.0, -400.0]);
    assert_eq!((layout.layers, layout.lanes), (3, 1), "a chain is drawn in one lane");
}
