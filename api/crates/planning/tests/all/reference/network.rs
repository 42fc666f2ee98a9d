//! Networks: PSPLIB, Microsoft Project files, the four kinds of links, textbooks.

use planning::calculations::{ScheduleRequest, ScheduleResult, schedule};
use planning::network::{Activity, Constraint, Link, LinkKind};
use serde_json::{Value, json};

use super::{cases, ints};

fn activity(id: impl ToString, minutes: i64) -> Activity {
    Activity { id: id.to_string(), duration_minutes: Some(minutes), ..Activity::default() }
}

fn link(from: impl ToString, to: impl ToString, kind: LinkKind, lag: i64) -> Link {
    Link { from: from.to_string(), to: to.to_string(), kind, lag_minutes: Some(lag), lag_days: None }
}

fn kind(text: &Value) -> LinkKind {
    if text.is_null() { LinkKind::FinishToStart } else { serde_json::from_value(text.clone()).unwrap() }
}

fn early_starts(result: &ScheduleResult) -> Vec<i64> {
    result.activities.iter().map(|a| a.early_start_minutes).collect()
}

#[test]
fn psplib_networks_have_their_published_length_and_derived_starts_and_floats() {
    for file in ["cpm_psplib_j30.json", "cpm_psplib_j60.json", "cpm_psplib_j90.json", "cpm_psplib_j120.json"] {
        for case in cases(file) {
            let activities = ints(&case["durations"]).into_iter().enumerate().map(|(i, d)| activity(i + 1, d));
            let successors = case["successors"].as_array().unwrap();
            let links = successors
                .iter()
                .enumerate()
                .flat_map(|(i, list)| ints(list).into_iter().map(move |to| link(i + 1, to, LinkKind::FinishToStart, 0)));
            let request = ScheduleRequest { activities: activities.collect(), links: links.collect(), ..ScheduleRequest::default() };
            let result = schedule(&request).unwrap();
            let id = &case["id"];
            assert_eq!(result.duration_minutes, case["published"]["mpm_time"].as_i64().unwrap(), "{id}");
            assert_eq!(early_starts(&result), ints(&case["derived"]["es"]), "{id}");
            let floats: Vec<i64> = result.activities.iter().map(|a| a.total_float_minutes).collect();
            assert_eq!(floats, ints(&case["derived"]["tf"]), "{id}");
            assert!(result.activities.iter().all(|a| a.free_float_minutes <= a.total_float_minutes), "{id}");
        }
    }
}

#[test]
fn the_four_kinds_of_links_give_the_published_dates() {
    for case in cases("cpm_relations_r_criticalpath.json") {
        let id = &case["id"];
        let pairs = case["activities"].as_array().unwrap().iter();
        let relations = case["relations"].as_array().unwrap().iter();
        let request = ScheduleRequest {
            activities: pairs.map(|a| activity(&a[0], a[1].as_i64().unwrap())).collect(),
            links: relations.map(|r| link(&r[0], &r[1], kind(&r[2]), r[3].as_i64().unwrap())).collect(),
            ..ScheduleRequest::default()
        };
        let result = schedule(&request).unwrap();
        // The engine bounds every activity by the project, so it answers the bounded form where the two differ.
        let (duration, expected) = if case["semantics"] == "both" {
            (&case["expected"]["duration"], &case["expected"]["activities"])
        } else {
            (&case["duration_bounded"], &case["expected_bounded"])
        };
        if let Some(duration) = duration.as_i64() {
            assert_eq!(result.duration_minutes, duration, "{id}");
        }
        let expected = expected.as_object().unwrap();
        assert!(!expected.is_empty(), "{id}");
        for (name, dates) in expected {
            let found = result.activities.iter().find(|a| a.id == *name).unwrap();
            for (figure, value) in [
                ("early_start", found.early_start_minutes),
                ("early_finish", found.early_finish_minutes),
                ("late_start", found.late_start_minutes),
                ("late_finish", found.late_finish_minutes),
                ("total_float", found.total_float_minutes),
                ("free_float", found.free_float_minutes),
            ] {
                if let Some(published) = dates[figure].as_i64() {
                    assert_eq!(value, published, "{id} {name} {figure}");
                }
            }
        }
        if let Some(critical) = case["expected"]["critical"].as_array().filter(|_| case["semantics"] == "both") {
            for name in critical {
                let name = name.as_str().map_or_else(|| name.to_string(), str::to_owned);
                assert!(result.activities.iter().any(|a| a.id == name && a.critical), "{id} {name}");
            }
        }
    }
}

#[test]
fn minimal_start_lags_give_the_derived_starts_and_their_cycles_are_refused() {
    for case in cases("cpm_start_lags_rcpspmax.json") {
        let id = &case["id"];
        let links = case["links"].as_array().unwrap().iter().map(ints).filter(|l| l[2] >= 0);
        let request = ScheduleRequest {
            activities: ints(&case["durations"]).into_iter().enumerate().map(|(i, d)| activity(i, d)).collect(),
            links: links.map(|l| link(l[0], l[1], LinkKind::StartToStart, l[2])).collect(),
            ..ScheduleRequest::default()
        };
        let answer = schedule(&request);
        match case["derived"]["es_min_lags_only"].as_array() {
            Some(_) => assert_eq!(early_starts(&answer.unwrap()), ints(&case["derived"]["es_min_lags_only"]), "{id}"),
            None => assert_eq!(answer.unwrap_err().code, "cycle", "{id}"),
        }
    }
}

#[test]
fn textbook_networks_have_their_published_tables() {
    for case in cases("cpm_textbook.json") {
        let id = &case["id"];
        let rows = case["activities"].as_array().unwrap();
        let name = |v: &Value| v.as_str().unwrap().to_owned();
        let links = rows.iter().flat_map(|row| {
            let before = row[2].as_array().unwrap().iter();
            before.map(move |p| link(name(p), name(&row[0]), LinkKind::FinishToStart, 0))
        });
        let request = ScheduleRequest {
            activities: rows.iter().map(|row| activity(name(&row[0]), row[1].as_i64().unwrap())).collect(),
            links: links.collect(),
            ..ScheduleRequest::default()
        };
        let result = schedule(&request).unwrap();
        let expected = &case["expected"];
        assert_eq!(Some(result.duration_minutes), expected["project_duration"].as_i64(), "{id}");
        if let Some(path) = expected["critical_path"].as_array() {
            assert_eq!(result.critical_path, path.iter().map(name).collect::<Vec<_>>(), "{id}");
        }
        for found in &result.activities {
            let row = &expected["schedule"][&found.id];
            for (figure, value) in [
                ("es", found.early_start_minutes),
                ("ef", found.early_finish_minutes),
                ("ls", found.late_start_minutes),
                ("lf", found.late_finish_minutes),
                ("slack", found.total_float_minutes),
            ] {
                if !row[figure].is_null() {
                    assert_eq!(Some(value), row[figure].as_i64(), "{id} {} {figure}", found.id);
                }
            }
        }
    }
}

#[test]
fn crashing_costs_what_the_textbook_says() {
    for case in cases("cpm_crashing.json") {
        let rows = case["activities"].as_array().unwrap();
        let name = |v: &Value| v.as_str().unwrap().to_owned();
        let activities = rows.iter().map(|row| Activity {
            id: name(&row[0]),
            duration_days: row[1].as_f64(),
            crash_days: row[2].as_f64(),
            crash_cost_per_day: row[3].as_i64(),
            ..Activity::default()
        });
        let links = rows.iter().flat_map(|row| {
            let before = row[4].as_array().unwrap().iter();
            before.map(move |p| link(name(p), name(&row[0]), LinkKind::FinishToStart, 0))
        });
        let expected = case["expected"].as_object().unwrap();
        let targets: Vec<f64> = expected.keys().map(|k| k.strip_prefix("cost_to_").unwrap().parse().unwrap()).collect();
        let request = ScheduleRequest {
            activities: activities.collect(),
            links: links.collect(),
            compression: Some(planning::calculations::CompressionRequest { target_days: targets }),
            ..ScheduleRequest::default()
        };
        let result = schedule(&request).unwrap().compression.unwrap();
        for (found, cost) in result.iter().zip(expected.values()) {
            assert_eq!(found.cost, cost.as_i64(), "{} {}", case["id"], found.target_days);
        }
    }
}

/// The calendar of a Microsoft Project case as ours.
fn calendar(case: &Value) -> Value {
    const DAYS: [(&str, &str); 7] = [
        ("mon", "monday"),
        ("tue", "tuesday"),
        ("wed", "wednesday"),
        ("thu", "thursday"),
        ("fri", "friday"),
        ("sat", "saturday"),
        ("sun", "sunday"),
    ];
    let hours = |list: &Value| -> Vec<Value> { list.as_array().into_iter().flatten().map(|h| json!({"from": h[0], "to": h[1]})).collect() };
    let Some(weekly) = case["calendar"]["working"].as_object() else {
        // The multi-project instances: Monday to Friday, 09:00–13:00 and 15:00–19:00.
        return json!({"weekend": ["saturday", "sunday"],
            "hours": [{"from": "09:00", "to": "13:00"}, {"from": "15:00", "to": "19:00"}]});
    };
    let mut weekdays = serde_json::Map::new();
    for (short, long) in DAYS {
        weekdays.insert(long.into(), hours(weekly.get(short).unwrap_or(&Value::Null)).into());
    }
    let exceptions: Vec<Value> = (case["calendar"]["exceptions"].as_array().unwrap().iter())
        .map(|e| json!({"from": e[0], "until": e[1], "hours": hours(&e[2])}))
        .collect();
    json!({"weekdays": weekdays, "exceptions": exceptions})
}

/// A value in units of the case, as whole minutes.
fn minutes(value: &Value, unit: f64) -> i64 {
    (value.as_f64().unwrap() * unit).round() as i64
}

fn project_request(case: &Value) -> ScheduleRequest {
    let unit = case["unit_minutes"].as_f64().unwrap();
    let durations = case["durations"].as_array().unwrap().iter();
    let mut activities: Vec<Activity> = durations.enumerate().map(|(i, d)| activity(i + 1, minutes(d, unit))).collect();
    for constraint in case["constraints"].as_array().into_iter().flatten() {
        let owner = &mut activities[constraint[0].as_u64().unwrap() as usize - 1];
        owner.constraints.push(Constraint {
            kind: serde_json::from_value(constraint[1].clone()).unwrap(),
            at: constraint[3].as_str().map(|date| date.parse().unwrap()),
            offset_minutes: None,
        });
    }
    let links = case["links"].as_array().unwrap().iter();
    ScheduleRequest {
        start: Some(case["project_start"].as_str().unwrap().parse().unwrap()),
        calendar: serde_json::from_value(calendar(case)).unwrap(),
        activities,
        links: links.map(|l| link(&l[0], &l[1], kind(&l[3]), minutes(&l[2], unit))).collect(),
        ..ScheduleRequest::default()
    }
}

fn assert_project(case: &Value, request: &ScheduleRequest) {
    let unit = case["unit_minutes"].as_f64().unwrap();
    let result = schedule(request).unwrap_or_else(|p| panic!("{}: {p:?}", case["id"]));
    let published = &case["published"];
    let compared: Vec<String> = serde_json::from_value(case["compare"].clone())
        .unwrap_or_else(|_| ["es", "ls", "total_slack", "free_slack"].map(str::to_owned).to_vec());
    for (i, found) in result.activities.iter().enumerate() {
        for (figure, value) in [
            ("es", found.early_start_minutes),
            ("ls", found.late_start_minutes),
            ("total_slack", found.total_float_minutes),
            ("free_slack", found.free_float_minutes),
        ] {
            if compared.iter().any(|c| c == figure) {
                assert_eq!(value, minutes(&published[figure][i], unit), "{} {} {figure}", case["id"], found.id);
            }
        }
    }
    if compared.iter().any(|c| c == "total_slack") {
        let critical: Vec<i64> = result.activities.iter().filter(|a| a.critical).map(|a| a.id.parse().unwrap()).collect();
        assert_eq!(critical, ints(&published["critical"]), "{}", case["id"]);
    }
    assert_eq!(result.duration_minutes, minutes(&published["makespan"], unit), "{}", case["id"]);
    assert_eq!(result.finish.unwrap().to_string(), case["project_finish"].as_str().unwrap(), "{}", case["id"]);
    assert_dates(case, &result, &compared);
}

/// Published dates, as working instants: a closing and the next opening are the same.
fn assert_dates(case: &Value, result: &ScheduleResult, compared: &[String]) {
    let request = project_request(case);
    let calendar = planning::calendar::WorkingTime::new(&request.calendar, request.start.unwrap().date).unwrap();
    let worked = |text: &str| calendar.worked(text.parse::<planning::moment::Moment>().unwrap().as_start());
    for (figure, of) in [("es", "es"), ("ef", "es"), ("ls", "ls"), ("lf", "ls")] {
        let Some(dates) = case["published_dates"][figure].as_array() else {
            continue;
        };
        if !compared.iter().any(|c| c == of) {
            continue;
        }
        for (found, date) in result.activities.iter().zip(dates) {
            let ours = match figure {
                "es" => found.early_start,
                "ef" => found.early_finish,
                "ls" => found.late_start,
                _ => found.late_finish,
            };
            let (ours, theirs) = (ours.unwrap().to_string(), date.as_str().unwrap());
            assert_eq!(worked(&ours), worked(theirs), "{} {} {figure} {ours} {theirs}", case["id"], found.id);
        }
    }
}

#[test]
fn microsoft_project_files_are_reproduced() {
    for file in ["cpm_mpsplib_msproject.json", "cpm_msproject.json", "cpm_msproject_constraints.json"] {
        for case in cases(file) {
            assert_project(&case, &project_request(&case));
        }
    }
}

/// The same files with a calendar of its own for one activity, equal to the project's: instants become civil
/// minutes and nothing else may change.
#[test]
fn several_equal_calendars_change_nothing() {
    for file in ["cpm_mpsplib_msproject.json", "cpm_msproject.json", "cpm_msproject_constraints.json"] {
        for case in cases(file) {
            let mut request = project_request(&case);
            request.calendars.insert("own".into(), request.calendar.clone());
            for activity in request.activities.iter_mut().step_by(2) {
                activity.calendar = Some("own".into());
            }
            assert_project(&case, &request);
        }
    }
}
