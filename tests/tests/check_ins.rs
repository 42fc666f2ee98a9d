//! On the day: badges, check-in with and without a connection, wrong clocks, presence, absentees.

use chrono::{DateTime, Duration, Utc};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::world::{batch, check_in, now, running};
use tests::{Actor, TestApp, encoded};

async fn send(officer: &Actor<'_>, event: &str, batch: &Value) -> Value {
    officer.post(&format!("/api/v1/events/{event}/check-ins")).json(batch).await.expect_status(200).json()
}

async fn presence(officer: &Actor<'_>, event: &str) -> Value {
    officer.get(&format!("/api/v1/events/{event}/presence")).await.expect_status(200).json()
}

#[actix_web::test]
async fn whoever_comes_is_counted_once_and_the_association_has_attended() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 2).await;
    let officer = app.chamber("16");
    let code = format!("{}-{}", &codes[0][..5], codes[0][5..].to_lowercase());
    let first = batch(&app, &[check_in(&app, &code, "in"), check_in(&app, &codes[0], "in")]);
    let told = send(&officer, &hall.event, &first).await;
    assert_eq!((&told["recorded"], &told["repeated"], &told["refused"]), (&json!(2), &json!(0), &json!([])));
    let seen = presence(&officer, &hall.event).await;
    assert_eq!(
        (&seen["came"], &seen["inside"], &seen["associations_came"], &seen["days"][0]["came"]),
        (&json!(1), &json!(1), &json!(1), &json!(1))
    );
    let state = |id: &str| format!("/api/v1/event-applications/{id}");
    assert_eq!(officer.get(&state(&hall.applications[0])).await.str("/status"), "attended");
    assert_eq!(officer.get(&state(&hall.applications[1])).await.str("/status"), "selected");
    app.advance(Duration::minutes(5));
    send(&officer, &hall.event, &batch(&app, &[check_in(&app, &codes[0], "out")])).await;
    let seen = presence(&officer, &hall.event).await;
    assert_eq!((&seen["came"], &seen["inside"]), (&json!(1), &json!(0)));
    let absent = officer.get(&format!("/api/v1/events/{}/badges?came=false", hall.event)).await.items();
    assert!(!absent.is_empty() && absent.iter().all(|badge| badge["application_id"] == hall.applications[1].as_str()), "{absent:?}");
}

#[actix_web::test]
async fn what_two_devices_send_again_and_at_once_counts_once() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 2).await;
    let officers: Vec<Actor<'_>> = (0..4).map(|_| app.chamber("16")).collect();
    let entries: Vec<Value> = codes.iter().map(|code| check_in(&app, code, "in")).collect();
    let same = batch(&app, &entries);
    let told = join_all(officers.iter().map(|officer| send(officer, &hall.event, &same))).await;
    let sum = |name: &str| told.iter().map(|one| one[name].as_u64().unwrap()).sum::<u64>();
    let all = u64::try_from(entries.len()).unwrap();
    assert_eq!((sum("recorded"), sum("repeated")), (all, 3 * all));
    let other = batch(&app, &codes.iter().map(|code| check_in(&app, code, "in")).collect::<Vec<_>>());
    send(&officers[0], &hall.event, &other).await;
    assert_eq!(presence(&officers[0], &hall.event).await["inside"], json!(codes.len()), "a second device does not double anybody");
    let record = officers[0].get(&format!("/api/v1/events/{}/check-ins?limit=200", hall.event)).await.items();
    assert_eq!(record.len(), 2 * entries.len());
}

fn time(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[actix_web::test]
async fn a_device_with_a_wrong_clock_that_was_offline_is_set_right() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 1).await;
    let officer = app.chamber("16");
    let present = time(&now(&app));
    let told = |at: DateTime<Utc>| json!(at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    let ahead = Duration::hours(7);
    // It came ten minutes ago and went five minutes ago, and the news arrive in the other order.
    let entry = |way: &str, minutes: i64| {
        let mut entry = check_in(&app, &codes[0], way);
        entry["at"] = told(present + ahead - Duration::minutes(minutes));
        json!({ "device": "gate-2", "sent_at": told(present + ahead), "entries": [entry] })
    };
    let receipt = send(&officer, &hall.event, &entry("out", 5)).await;
    assert_eq!(receipt["clock_ahead_seconds"], json!(7 * 3600));
    send(&officer, &hall.event, &entry("in", 10)).await;
    let badge = &officer.get(&format!("/api/v1/events/{}/badges", hall.event)).await.items()[0];
    assert_eq!((&badge["inside"], time(&badge["first_in_at"])), (&json!(false), present - Duration::minutes(10)));
    // What lies in the device's own future happened when it was sent.
    send(&officer, &hall.event, &entry("in", -300)).await;
    let badge = &officer.get(&format!("/api/v1/events/{}/badges", hall.event)).await.items()[0];
    assert_eq!((&badge["inside"], time(&badge["last_at"])), (&json!(true), present));
}

#[actix_web::test]
async fn what_is_not_a_badge_of_this_event_is_refused_and_the_rest_recorded() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 2).await;
    let (_, foreign) = running(&app, 1).await;
    let officer = app.chamber("16");
    let why = json!({ "reason": "تعذر التنقل" });
    let entries = [check_in(&app, &foreign[0], "in"), check_in(&app, "0000000000", "in"), check_in(&app, &codes[0], "in")];
    let told = send(&officer, &hall.event, &batch(&app, &entries)).await;
    let reasons: Vec<&str> = told["refused"].as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!((&told["recorded"], reasons), (&json!(1), vec!["unknown_code", "unknown_code"]));
    hall.owners[1].post(&format!("/api/v1/event-applications/{}/withdrawal", hall.applications[1])).json(&why).await.expect_status(200);
    let last = codes.last().unwrap();
    let told = send(&officer, &hall.event, &batch(&app, &[check_in(&app, last, "in")])).await;
    assert_eq!(told["refused"][0]["reason"], "no_seat");
    let path = format!("/api/v1/events/{}/check-ins", hall.event);
    let body = batch(&app, &[check_in(&app, &codes[0], "in")]);
    app.chamber("31").post(&path).json(&body).await.expect_status(403);
    hall.owners[0].post(&path).json(&body).await.expect_status(403);
    app.advance(Duration::days(9));
    let told = send(&app.chamber("16"), &hall.event, &batch(&app, &[check_in(&app, &codes[0], "in")])).await;
    assert_eq!(told["refused"][0]["reason"], "not_during_event");
}

#[actix_web::test]
async fn what_was_recorded_offline_arrives_after_the_event_was_closed() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 1).await;
    let entry = check_in(&app, &codes[0], "in");
    app.advance(Duration::hours(5));
    let officer = app.chamber("16");
    officer.post(&format!("/api/v1/events/{}/closure", hall.event)).await.expect_status(200);
    let told = send(&officer, &hall.event, &json!({ "device": "gate-1", "sent_at": now(&app), "entries": [entry] })).await;
    assert_eq!(told["recorded"], 1);
}

#[actix_web::test]
async fn whoever_never_came_is_absent_from_the_last_day_on() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 2).await;
    let officer = app.chamber("16");
    let path = format!("/api/v1/events/{}/absences", hall.event);
    send(&officer, &hall.event, &batch(&app, &[check_in(&app, &codes[0], "in")])).await;
    officer.post(&path).await.expect_status(409);
    app.advance(Duration::days(2));
    let officer = app.chamber("16");
    assert_eq!(officer.post(&path).await.expect_status(200).json()["absent"], 1);
    assert_eq!(officer.post(&path).await.expect_status(200).json()["absent"], 0);
    let absent = officer.get(&format!("/api/v1/event-applications/{}", hall.applications[1])).await;
    assert_eq!(absent.str("/status"), "absent");
    // It came after all, late in the evening.
    let late = codes.last().unwrap();
    send(&officer, &hall.event, &batch(&app, &[check_in(&app, late, "in")])).await;
    assert_eq!(officer.get(&format!("/api/v1/event-applications/{}", hall.applications[1])).await.str("/status"), "attended");
}

#[actix_web::test]
async fn badges_and_cards_of_stands_are_printed_with_their_codes() {
    let app = TestApp::new().await;
    let (hall, _) = running(&app, 2).await;
    let officer = app.chamber("16");
    officer
        .post(&format!("/api/v1/event-applications/{}/stand", hall.applications[0]))
        .json(&json!({ "stand": "A01" }))
        .await
        .expect_status(200);
    for path in ["badges/print", "stand-cards"] {
        let printed = officer.get(&format!("/api/v1/events/{}/{path}", hall.event)).await.expect_status(200);
        assert!(printed.bytes.starts_with(b"%PDF-"));
        app.chamber("31").get(&format!("/api/v1/events/{}/{path}", hall.event)).await.expect_status(403);
    }
}

#[actix_web::test]
async fn an_evening_past_midnight_is_still_that_day() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 1).await;
    let event = format!("/api/v1/events/{}", hall.event);
    let officer = app.chamber("16");
    let last = officer.get(&event).await.expect_status(200).str("/ends_on");
    let evening = json!({ "hours": [{ "opens": "21:00", "closes": "02:00" }] });
    officer.patch(&event).if_match("*").json(&evening).await.expect_status(200);
    // Half past midnight in Algeria, on the day after the last.
    let day: chrono::NaiveDate = last.parse().unwrap();
    let late = day.and_hms_opt(23, 30, 0).unwrap().and_utc();
    app.advance(late - app.kernel.clock.now().utc());
    let officer = app.chamber("16");
    let told = send(&officer, &hall.event, &batch(&app, &[check_in(&app, &codes[0], "in")])).await;
    assert_eq!((&told["recorded"], &told["refused"]), (&json!(1), &json!([])));
    assert_eq!(presence(&officer, &hall.event).await["days"], json!([{ "day": last, "came": 1 }]));
    app.advance(Duration::hours(2));
    let told = send(&app.chamber("16"), &hall.event, &batch(&app, &[check_in(&app, &codes[0], "out")])).await;
    assert_eq!(told["refused"][0]["reason"], "not_during_event", "half past two is too late");
}

#[actix_web::test]
async fn badges_are_found_by_words_in_any_spelling_and_counted() {
    let app = TestApp::new().await;
    let (hall, codes) = running(&app, 2).await;
    let officer = app.chamber("16");
    let list = format!("/api/v1/events/{}/badges", hall.event);
    let all = officer.get(&format!("{list}?include_total=true&limit=1")).await.expect_status(200).json();
    assert_eq!((&all["total"], all["items"].as_array().unwrap().len()), (&json!(codes.len()), 1));
    for (query, found) in [("نادية", codes.len()), ("nadia", codes.len()), ("association", codes.len()), ("مطماطة", 0)] {
        let page = officer.get(&format!("{list}?include_total=true&q={}", encoded(query))).await.expect_status(200).json();
        assert_eq!(page["total"], json!(found), "{query}");
    }
}
