//! Sessions and attendance: the timetable, clashes, lists from devices, the code in the room, thresholds and warnings.

use chrono::Duration;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::world::{class, code, cohort, drafted_cohort, entry, hours, president, session, sheet, taught};
use tests::{Actor, TestApp};

fn at(cohort: &str, what: &str) -> String {
    format!("/api/v1/cohorts/{cohort}/{what}")
}

async fn send(officer: &Actor<'_>, cohort: &str, sheet: &Value) -> Value {
    officer.post(&at(cohort, "attendance")).json(sheet).await.expect_status(200).json()
}

async fn standing(actor: &Actor<'_>, enrolment: &str) -> Value {
    actor.get(&format!("/api/v1/enrolments/{enrolment}/attendance")).await.expect_status(200).json()
}

#[actix_web::test]
async fn a_timetable_is_laid_over_working_days_and_names_holidays_where_somebody_teaches_then() {
    let app = TestApp::new().await;
    let (id, officer) = (drafted_cohort(&app, &json!({ "starts_on": "2026-06-30", "ends_on": "2026-07-08" })).await, app.chamber("16"));
    let laid = officer.post(&at(&id, "timetable")).json(&hours()).await.expect_status(200).items();
    // Modules of 360 and 240 minutes, five hours a day; Friday, Saturday and the fifth of July are free.
    let told: Vec<_> = laid
        .iter()
        .map(|one| (one["module"].as_str().unwrap(), one["starts_at"].as_str().unwrap(), one["minutes"].as_i64().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("network", "2026-06-30T08:00:00Z", 180),
            ("network", "2026-06-30T12:00:00Z", 120),
            ("network", "2026-07-01T08:00:00Z", 60),
            ("clay", "2026-07-01T09:00:00Z", 120),
            ("clay", "2026-07-01T12:00:00Z", 120),
        ]
    );
    assert_eq!(laid[0]["title"]["ar"], "شبكة الأنشطة");
    officer.post(&at(&id, "timetable")).json(&hours()).await.expect_status(409);
    app.visitor().get(&at(&id, "sessions")).await.expect_status(404);
    let add = |from: &str, until: &str| officer.post(&at(&id, "sessions")).json(&session(from, until));
    let independence = add("2026-07-05T08:00:00Z", "2026-07-05T10:00:00Z").await.expect_status(201).json();
    assert_eq!((&independence["holiday"]["fr"].is_string(), &independence["weekend"]), (&true, &json!(false)));
    let friday = add("2026-07-03T08:00:00Z", "2026-07-03T10:00:00Z").await.expect_status(201).json();
    assert_eq!(friday["weekend"], json!(true));
    let wrong = add("2026-07-09T08:00:00Z", "2026-07-09T08:10:00Z").await.expect_status(422).json();
    let faults: Vec<_> = wrong["errors"].as_array().unwrap().iter().map(|one| one["pointer"].as_str().unwrap()).collect();
    assert_eq!(faults, ["/starts_at", "/ends_at"]);
    let short = drafted_cohort(&app, &json!({ "starts_on": "2026-06-30", "ends_on": "2026-07-01" })).await;
    let hours = json!({ "hours": [{ "from": "09:00:00", "until": "12:00:00" }] });
    let answer = officer.post(&at(&short, "timetable")).json(&hours).await.expect_status(422);
    assert!(answer.text().contains("4:00"), "it says what did not fit: {}", answer.text());
    assert!(officer.get(&at(&short, "sessions")).await.items().is_empty(), "nothing is half written");
}

#[actix_web::test]
async fn the_same_trainer_or_room_at_the_same_time_is_shown() {
    let app = TestApp::new().await;
    let (officer, trainer) = (app.chamber("16"), app.trainer());
    let course = taught(&app).await;
    let mut cohorts = Vec::new();
    for room in ["أ", "ب", "أ"] {
        let mut input = cohort(&course);
        input["trainer_ids"] = if room == "أ" { json!([trainer.person()]) } else { json!([]) };
        input["place"]["room"] = json!({ "ar": room });
        cohorts.push(officer.post("/api/v1/cohorts").json(&input).await.expect_status(201).str("/id"));
    }
    for (id, hours) in cohorts.iter().zip([("08", "10"), ("08", "10"), ("09", "11")]) {
        let mut input = session(&format!("2026-06-02T{}:00:00Z", hours.0), &format!("2026-06-02T{}:00:00Z", hours.1));
        input.as_object_mut().unwrap().remove("room");
        officer.post(&at(id, "sessions")).json(&input).await.expect_status(201);
    }
    let clashes = officer.get(&at(&cohorts[0], "clashes")).await.expect_status(200).items();
    assert_eq!(clashes.len(), 1, "{clashes:?}");
    let clash = &clashes[0];
    assert_eq!((&clash["other"]["cohort_id"], &clash["room"]), (&json!(cohorts[2]), &json!(true)));
    assert_eq!(clash["trainers"][0]["person_id"], json!(trainer.person()));
    assert!(officer.get(&at(&cohorts[1], "clashes")).await.items().is_empty());
    trainer.get(&at(&cohorts[0], "clashes")).await.expect_status(200);
    let sessions = officer.get(&at(&cohorts[2], "sessions")).await.items();
    let path = format!("/api/v1/cohort-sessions/{}", sessions[0]["id"].as_str().unwrap());
    officer.patch(&path).if_match("*").json(&json!({ "room": { "ar": "ج" } })).await.expect_status(200);
    let clashes = officer.get(&at(&cohorts[0], "clashes")).await.expect_status(200).items();
    assert_eq!((clashes.len(), &clashes[0]["room"]), (1, &json!(false)), "a session that names nobody is taught by all of its cohort");
    officer.post(&format!("{path}/cancellation")).json(&json!({ "reason": "تعارض" })).await.expect_status(200);
    assert!(officer.get(&at(&cohorts[0], "clashes")).await.items().is_empty(), "what was called off clashes with nothing");
}

#[actix_web::test]
async fn the_list_of_two_phones_sent_twice_and_at_once_counts_once_and_the_latest_mark_stays() {
    let app = TestApp::new().await;
    let class = class(&app, 3).await;
    let officers: Vec<Actor<'_>> = (0..4).map(|_| app.chamber("16")).collect();
    let entries: Vec<Value> = class.enrolments.iter().map(|id| entry(&app, &class.sessions[0], id, "absent")).collect();
    let same = sheet(&app, &entries);
    let told = join_all(officers.iter().map(|officer| send(officer, &class.cohort, &same))).await;
    let sum = |name: &str| told.iter().map(|one| one[name].as_u64().unwrap()).sum::<u64>();
    assert_eq!((sum("recorded"), sum("repeated")), (3, 9));
    // The other phone, whose clock is three hours ahead, noted later that one of them had come.
    app.advance(Duration::minutes(5));
    let ahead =
        |minutes: i64| (app.kernel.clock.now().utc() + Duration::minutes(minutes)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let mut late = entry(&app, &class.sessions[0], &class.enrolments[0], "late");
    late["minutes_missed"] = json!(20);
    late["at"] = json!(ahead(180 - 2));
    let other = json!({ "device": "phone-2", "sent_at": ahead(180), "entries": [late] });
    assert_eq!(send(&officers[0], &class.cohort, &other).await["clock_ahead_seconds"], json!(3 * 3600));
    // What was noted before, and arrives now, changes nothing.
    let mut before = entry(&app, &class.sessions[0], &class.enrolments[0], "excused");
    before["at"] = json!(ahead(-3));
    send(&officers[0], &class.cohort, &sheet(&app, &[before])).await;
    let one = standing(&officers[0], &class.enrolments[0]).await;
    assert_eq!((&one["marks"][0]["mark"], &one["marks"][0]["minutes_missed"]), (&json!("late"), &json!(20)));
    // 100 of 600 minutes are sure, 300 remain, 20 are lost.
    assert_eq!(
        (&one["standing"]["attended"], &one["standing"]["late"], &one["standing"]["planned"]),
        (&json!(100), &json!(20), &json!(600))
    );
    let all = officers[0].get(&at(&class.cohort, "attendance")).await.expect_status(200).items();
    assert_eq!(all.len(), 3);
    class.owners[1].get(&at(&class.cohort, "attendance")).await.expect_status(200);
    assert_eq!(class.owners[1].get(&at(&class.cohort, "attendance")).await.items().len(), 1, "an association reads of its own");
    app.chamber("31").get(&at(&class.cohort, "attendance")).await.expect_status(404);
    app.trainer().get(&at(&class.cohort, "attendance")).await.expect_status(404);
    app.chamber("31").post(&at(&class.cohort, "attendance")).json(&same).await.expect_status(403);
    class.owners[0].get(&format!("/api/v1/enrolments/{}/attendance", class.enrolments[1])).await.expect_status(404);
}

#[actix_web::test]
async fn what_cannot_be_noted_is_refused_entry_by_entry_and_the_rest_recorded() {
    let app = TestApp::new().await;
    let (class, other) = (class(&app, 2).await, class(&app, 1).await);
    let officer = app.chamber("16");
    let who = &class.enrolments[0];
    officer
        .post(&format!("/api/v1/cohort-sessions/{}/cancellation", class.sessions[1]))
        .json(&json!({ "reason": "عطب" }))
        .await
        .expect_status(200);
    let mut much = entry(&app, &class.sessions[0], who, "late");
    much["minutes_missed"] = json!(120);
    let entries = [
        entry(&app, &other.sessions[0], who, "present"),
        entry(&app, &class.sessions[0], &other.enrolments[0], "present"),
        entry(&app, &class.sessions[1], who, "present"),
        entry(&app, &class.sessions[2], who, "present"),
        much,
        entry(&app, &class.sessions[2], who, "excused"),
        entry(&app, &class.sessions[0], &class.enrolments[1], "present"),
    ];
    let told = send(&officer, &class.cohort, &sheet(&app, &entries)).await;
    let reasons: Vec<&str> = told["refused"].as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["unknown_session", "unknown_participant", "session_cancelled", "too_early", "wrong_minutes"]);
    assert_eq!(told["recorded"], json!(2));
    let one = standing(&officer, who).await;
    assert_eq!(
        (&one["standing"]["planned"], &one["standing"]["excused"]),
        (&json!(480), &json!(180)),
        "a cancelled session counts nowhere"
    );
}

#[actix_web::test]
async fn a_session_moves_until_attendance_is_noted_and_participants_are_told() {
    let app = TestApp::new().await;
    let class = class(&app, 1).await;
    let officer = app.chamber("16");
    let path = |number: usize| format!("/api/v1/cohort-sessions/{}", class.sessions[number]);
    let later = json!({ "starts_at": "2026-05-05T09:00:00Z", "ends_at": "2026-05-05T12:00:00Z" });
    app.letters(&class.owners[0]);
    officer.patch(&path(2)).if_match("*").json(&later).await.expect_status(200);
    officer.patch(&path(2)).if_match("\"1-101\"").json(&later).await.expect_status(412);
    let letters = app.letters(&class.owners[0]);
    assert_eq!(letters.len(), 1);
    assert!(letters.iter().any(|letter| letter.contains("5 ماي 2026 10:00–13:00")), "{letters:?}");
    send(&officer, &class.cohort, &sheet(&app, &[entry(&app, &class.sessions[0], &class.enrolments[0], "present")])).await;
    let moved = json!({ "starts_at": "2026-05-04T09:00:00Z", "ends_at": "2026-05-04T11:00:00Z" });
    officer.patch(&path(0)).if_match("*").json(&moved).await.expect_status(409);
    officer.patch(&path(0)).if_match("*").json(&json!({ "note": { "ar": "أحضروا الحاسوب" } })).await.expect_status(200);
    app.chamber("31").patch(&path(2)).if_match("*").json(&later).await.expect_status(403);
    officer.get(&at(&class.cohort, "attendance/sheet?day=2026-05-04")).await.expect_status(200);
    class.owners[0].get(&path(0)).await.expect_status(200);
}

#[actix_web::test]
async fn whoever_can_no_longer_reach_the_threshold_is_warned_once_and_before_that_when_one_more_absence_decides() {
    let app = TestApp::new().await;
    let class = class(&app, 1).await;
    let officer = app.chamber("16");
    let (who, owner) = (&class.enrolments[0], &class.owners[0]);
    app.letters(owner);
    // 600 minutes, of which 480 are asked for: after 120 are missed no other session may be.
    send(&officer, &class.cohort, &sheet(&app, &[entry(&app, &class.sessions[0], who, "absent")])).await;
    assert_eq!(standing(owner, who).await["standing"]["state"], "in_danger");
    assert_eq!(app.letters(owner).len(), 1);
    app.advance(Duration::hours(3));
    let (officer, owner) = (app.chamber("16"), &president(&app, &class.associations[0]));
    send(&officer, &class.cohort, &sheet(&app, &[entry(&app, &class.sessions[1], who, "absent")])).await;
    send(&officer, &class.cohort, &sheet(&app, &[entry(&app, &class.sessions[1], who, "absent")])).await;
    let told = standing(owner, who).await;
    assert_eq!((&told["standing"]["state"], &told["standing"]["unreachable_after"]), (&json!("out_of_reach"), &json!(class.sessions[1])));
    assert_eq!(app.letters(&class.owners[0]).len(), 1, "once for each");
}

#[actix_web::test]
async fn a_list_that_was_forgotten_makes_nobody_absent_until_the_cohort_is_closed() {
    let app = TestApp::new().await;
    let class = class(&app, 2).await;
    app.advance(Duration::hours(2));
    let officer = app.chamber("16");
    let who = &class.enrolments[0];
    assert_eq!(standing(&officer, who).await["standing"]["unmarked"], json!(0));
    send(&officer, &class.cohort, &sheet(&app, &[entry(&app, &class.sessions[0], &class.enrolments[1], "present")])).await;
    assert_eq!(
        standing(&officer, who).await["standing"]["unmarked"],
        json!(120),
        "once somebody is on the list, whoever is not was absent"
    );
    app.advance(Duration::hours(4));
    let officer = app.chamber("16");
    officer.post(&at(&class.cohort, "closure")).await.expect_status(200);
    assert_eq!(standing(&officer, who).await["standing"]["unmarked"], json!(240));
    officer.post(&at(&class.cohort, "sessions")).json(&session("2026-05-07T08:00:00Z", "2026-05-07T09:00:00Z")).await.expect_status(409);
}

#[actix_web::test]
async fn the_code_in_the_room_notes_who_is_there_and_is_over_after_a_minute() {
    let app = TestApp::new().await;
    let class = class(&app, 2).await;
    let officer = app.chamber("16");
    let arrivals = format!("/api/v1/cohort-sessions/{}/arrivals", class.sessions[0]);
    let shown = code(&officer, &class.sessions[0]).await;
    class.owners[0].get(&format!("/api/v1/cohort-sessions/{}/code", class.sessions[0])).await.expect_status(403);
    // The session began half an hour ago.
    let body = json!({ "code": shown });
    let told = join_all((0..3).map(|_| async { class.owners[0].post(&arrivals).json(&body).await })).await;
    for answer in told {
        assert_eq!((answer.status, &answer.json()["mark"], &answer.json()["minutes_missed"]), (200, &json!("late"), &json!(30)));
    }
    app.advance(Duration::minutes(2));
    class.owners[1].post(&arrivals).json(&body).await.expect_status(409);
    let stranger = app.chamber("31");
    stranger.post(&arrivals).json(&body).await.expect_status(403);
    let foreign = president(&app, &tests::world::verified(&app).await);
    foreign.post(&arrivals).json(&body).await.expect_status(403);
    // The trainer's list counts more, whenever it was written.
    let mut seen = entry(&app, &class.sessions[0], &class.enrolments[0], "present");
    seen["at"] = json!("2026-05-04T08:40:00Z");
    send(&officer, &class.cohort, &sheet(&app, &[seen])).await;
    let one = standing(&class.owners[0], &class.enrolments[0]).await;
    assert_eq!((&one["marks"][0]["mark"], &one["marks"][0]["method"]), (&json!("present"), &json!("list")));
    let afternoon = format!("/api/v1/cohort-sessions/{}/code", class.sessions[1]);
    assert_eq!(officer.get(&afternoon).await.json()["open"], json!(false));
    app.advance(Duration::hours(6));
    let officer = app.chamber("16");
    let over = officer.get(&afternoon).await.expect_status(200).json();
    assert_eq!(over["open"], json!(false));
    let owner = president(&app, &class.associations[0]);
    let late = format!("/api/v1/cohort-sessions/{}/arrivals", class.sessions[1]);
    owner.post(&late).json(&json!({ "code": over["code"] })).await.expect_status(409);
}

#[actix_web::test]
async fn ten_thousand_entries_are_taken_in_one_request() {
    let app = TestApp::with(|config| config.max_body_bytes = 4 << 20).await;
    let class = class(&app, 2).await;
    let officer = app.chamber("16");
    let entries: Vec<Value> = (0..10_000).map(|number| entry(&app, &class.sessions[0], &class.enrolments[number % 2], "present")).collect();
    let told = send(&officer, &class.cohort, &sheet(&app, &entries)).await;
    assert_eq!((&told["recorded"], &told["refused"]), (&json!(10_000), &json!([])));
    let again = send(&officer, &class.cohort, &sheet(&app, &entries)).await;
    assert_eq!((&again["recorded"], &again["repeated"]), (&json!(0), &json!(10_000)));
}

#[actix_web::test]
async fn the_timetable_is_a_calendar_with_hours_and_with_what_was_called_off() {
    let app = TestApp::new().await;
    let class = class(&app, 1).await;
    let path = format!("/api/v1/cohort-sessions/{}/cancellation", class.sessions[3]);
    app.chamber("16").post(&path).json(&json!({ "reason": "انقطاع الكهرباء" })).await.expect_status(200);
    let read = app.visitor().get(&format!("/api/v1/cohorts/{}/calendar?language=fr", class.cohort)).await.expect_status(200);
    assert_eq!(read.header("content-type"), Some("text/calendar; charset=utf-8"));
    let text = read.text();
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.matches("STATUS:CANCELLED").count()), (4, 1), "{text}");
    assert!(text.contains("DTSTART:20260504T083000Z") && text.contains("DTEND:20260504T103000Z"), "{text}");
    assert!(!text.contains("meet.example.dz"), "where it meets online is for those inside");
    let draft = tests::world::drafted_cohort(&app, &json!({})).await;
    app.visitor().get(&format!("/api/v1/cohorts/{draft}/calendar")).await.expect_status(404);
}
