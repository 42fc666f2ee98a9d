//! Exhibitions, salons and awareness days: who announces what, who sees it when, and the calendars.

use icalendar::{Calendar, Component};
use serde_json::{Value, json};
use tests::world::{announced, call, called, drafted, event, publish};
use tests::{Actor, TestApp};

/// The content of an event with some members set.
fn with(changes: Value) -> Value {
    let mut event = event();
    for (name, value) in changes.as_object().unwrap() {
        event[name] = value.clone();
    }
    event
}

async fn entered(officer: &Actor<'_>, changes: Value) -> String {
    officer.post("/api/v1/events").json(&with(changes)).await.expect_status(201).str("/id")
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn a_draft_is_its_organisers_alone_and_everybodys_once_it_is_announced() {
    let app = TestApp::new().await;
    let id = drafted(&app).await;
    let place = format!("/api/v1/events/{id}");
    for stranger in [app.visitor(), app.chamber("31"), app.trainer()] {
        stranger.get(&place).await.expect_status(404);
        stranger.get(&format!("{place}/calendar")).await.expect_status(404);
        assert!(stranger.get("/api/v1/events").await.items().is_empty());
    }
    let own = app.chamber("16").get(&place).await.expect_status(200).json();
    assert_eq!((&own["status"], &own["editable"], &own["wilaya_code"]), (&json!("draft"), &json!(true), &json!("16")));
    publish(&app.chamber("16"), &id).await;
    let seen = app.visitor().get(&place).await.expect_status(200).json();
    assert_eq!((&seen["status"], &seen["editable"]), (&json!("published"), &json!(false)));
    assert_eq!(ids(&app.visitor().get("/api/v1/events").await.items()), [id.as_str()]);
    let steps = app.visitor().get(&format!("{place}/transitions")).await.items();
    assert_eq!(steps.len(), 1, "how it was prepared is its organisers' business");
    assert_eq!(steps[0]["person_name"], Value::Null);
    let steps = app.chamber("16").get(&format!("{place}/transitions")).await.items();
    assert_eq!(steps.len(), 2);
    assert!(steps[1]["person_name"].is_string());
}

#[actix_web::test]
async fn a_chamber_announces_local_and_regional_events_inside_its_wilayas() {
    let app = TestApp::new().await;
    let wrong = with(json!({
        "scale": "national", "place": { "commune_code": "3101", "venue": { "ar": "قصر المعارض" } },
        "co_organiser_ids": ["00000000-0000-4000-8000-000000000000"], "craft_sectors": ["02", "02", "99"], "contact_phone": "12"
    }));
    let refused = app.chamber("16").post("/api/v1/events").json(&wrong).await.expect_status(422);
    let expected = [
        ("/contact_phone", "wrong_phone"),
        ("/place/commune_code", "not_allowed"),
        ("/scale", "not_allowed"),
        ("/co_organiser_ids/0", "no_such"),
        ("/craft_sectors/1", "repeated"),
        ("/craft_sectors/2", "no_such"),
    ];
    refused.expect_faults(&expected);
    let far = json!({ "scale": "national", "place": { "commune_code": "3101", "venue": { "ar": "مركز المؤتمرات" } } });
    entered(&app.national(), far).await;
}

#[actix_web::test]
async fn those_who_organise_an_event_together_change_it_together() {
    let app = TestApp::new().await;
    let oran = app.chamber_of("31");
    let id = entered(&app.chamber("16"), json!({ "co_organiser_ids": [oran] })).await;
    let place = format!("/api/v1/events/{id}");
    let helper = app.chamber("31");
    assert_eq!(helper.get(&place).await.expect_status(200).json()["editable"], true);
    helper.patch(&place).if_match("*").json(&json!({ "name": { "fr": "Salon du feu" } })).await.expect_status(200);
    // Its own wilayas bound where it may move the event.
    let away = json!({ "place": { "commune_code": "2501" } });
    helper.patch(&place).if_match("*").json(&away).await.expect_status(422).expect_faults(&[("/place/commune_code", "not_allowed")]);
    app.chamber("25").patch(&place).if_match("*").json(&json!({ "scale": "local" })).await.expect_status(404);
    publish(&app.chamber("16"), &id).await;
    app.chamber("25").patch(&place).if_match("*").json(&json!({ "scale": "local" })).await.expect_status(403);
    app.ministry().patch(&place).if_match("*").json(&json!({ "scale": "national" })).await.expect_status(200);
}

#[actix_web::test]
async fn an_event_is_put_off_announced_again_and_called_off_with_its_reasons() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let id = announced(&app).await;
    let place = format!("/api/v1/events/{id}");
    officer.post(&format!("{place}/closure")).await.expect_status(409).expect_problem("wrong_state");
    let reason = json!({ "reason": "سوء الأحوال الجوية" });
    let off = officer.post(&format!("{place}/postponement")).json(&reason).await.expect_status(200).json();
    assert_eq!((&off["status"], &off["status_reason"]), (&json!("postponed"), &reason["reason"]));
    let past = json!({ "starts_on": "2020-01-01" });
    officer.post(&format!("{place}/publication")).json(&past).await.expect_status(422).expect_faults(&[("/starts_on", "too_small")]);
    assert_eq!(officer.get(&place).await.json()["status"], "postponed", "what was refused has changed nothing");
    let again = json!({ "starts_on": "2026-11-02", "reason": "التاريخ الجديد" });
    let announced = officer.post(&format!("{place}/publication")).json(&again).await.expect_status(200).json();
    assert_eq!((&announced["starts_on"], &announced["ends_on"]), (&json!("2026-11-02"), &json!("2026-11-06")));
    officer.post(&format!("{place}/cancellation")).json(&reason).await.expect_status(200);
    officer.patch(&place).if_match("*").json(&json!({ "scale": "local" })).await.expect_status(409).expect_problem("wrong_state");
    let steps = app.visitor().get(&format!("{place}/transitions")).await.items();
    let told: Vec<_> = steps.iter().map(|step| (step["to_status"].as_str().unwrap(), step["starts_on"].as_str().unwrap())).collect();
    let expected = [("published", "2026-10-05"), ("postponed", "2026-10-05"), ("published", "2026-11-02"), ("cancelled", "2026-11-02")];
    assert_eq!(told, expected);
}

#[actix_web::test]
async fn the_next_edition_starts_as_the_last_one_and_each_knows_the_other() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let programme = json!([{ "on": "2026-10-06", "from": "10:00", "until": "11:00", "title": { "ar": "ورشة" } }]);
    let id = entered(&officer, json!({ "programme": programme })).await;
    publish(&officer, &id).await;
    let copied =
        officer.post(&format!("/api/v1/events/{id}/editions")).json(&json!({ "starts_on": "2027-10-04" })).await.expect_status(201);
    let next = copied.json();
    assert_eq!(
        (&next["status"], &next["ends_on"], &next["programme"][0]["on"]),
        (&json!("draft"), &json!("2027-10-08"), &json!("2027-10-05"))
    );
    assert_eq!(next["previous_id"], json!(id));
    let before = format!("/api/v1/events/{id}");
    assert_eq!(officer.get(&before).await.json()["next_id"], next["id"]);
    assert_eq!(app.visitor().get(&before).await.json()["next_id"], Value::Null, "the next edition is a draft");
}

#[actix_web::test]
async fn lists_are_filtered_by_place_time_craft_and_words() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let salon = announced(&app).await;
    let day = json!({ "kind": "awareness_day", "starts_on": "2026-06-01", "ends_on": "2026-06-01", "craft_sectors": [], "name": { "ar": "يوم تحسيسي" } });
    let day = entered(&officer, day).await;
    publish(&officer, &day).await;
    let far = json!({ "place": { "commune_code": "3101", "venue": { "ar": "مركز المؤتمرات" } }, "scale": "national", "starts_on": "2026-12-01", "ends_on": "2026-12-03", "craft_sectors": ["03"] });
    let far = entered(&app.national(), far).await;
    publish(&app.national(), &far).await;
    for (query, expected) in [
        ("", vec![&day, &salon, &far]),
        ("sort=-starts_on", vec![&far, &salon, &day]),
        ("wilaya=31", vec![&far]),
        ("kind=awareness_day", vec![&day]),
        ("craft_sector=02", vec![&day, &salon]),
        ("from=2026-06-02&until=2026-11-30", vec![&salon]),
        ("q=salon%20palais", vec![&salon]),
        ("scale=national&status=published", vec![&far]),
    ] {
        let items = app.visitor().get(&format!("/api/v1/events?{query}")).await.expect_status(200).items();
        assert_eq!(ids(&items), expected, "{query}");
    }
    let organiser = app.chamber_of("16");
    let items = app.visitor().get(&format!("/api/v1/events?organiser_id={organiser}&include_total=true&limit=1")).await.json();
    assert_eq!((items["items"].as_array().unwrap().len(), &items["total"]), (1, &json!(2)));
}

#[actix_web::test]
async fn calendars_show_whole_days_hours_of_algiers_and_what_was_called_off() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let salon = announced(&app).await;
    let day =
        json!({ "kind": "awareness_day", "starts_on": "2026-06-01", "ends_on": "2026-06-01", "name": { "ar": "يوم تحسيسي; الفخار" } });
    let day = entered(&officer, day).await;
    publish(&officer, &day).await;
    app.advance(chrono::Duration::minutes(1));
    officer.post(&format!("/api/v1/events/{salon}/cancellation")).json(&json!({ "reason": "أشغال" })).await.expect_status(200);
    drafted(&app).await;
    let answer = app.visitor().get("/api/v1/events/calendar?language=fr").await.expect_status(200);
    assert_eq!(answer.header("content-type").unwrap(), "text/calendar; charset=utf-8");
    assert!(answer.text().contains("BEGIN:VTIMEZONE\r\nTZID:Africa/Algiers\r\n"), "{}", answer.text());
    let calendar: Calendar = answer.text().parse().unwrap();
    let events: Vec<_> = calendar.events().collect();
    assert_eq!(events.len(), 2, "a draft is in no calendar");
    let property = |index: usize, name: &str| events[index].property_value(name).unwrap().to_owned();
    assert_eq!((property(0, "DTSTART"), property(0, "DTEND")), ("20260601T090000".into(), "20260601T190000".into()));
    assert_eq!(events[0].properties()["DTSTART"].params()["TZID"].value(), "Africa/Algiers");
    assert_eq!((property(1, "DTSTART"), property(1, "DTEND")), ("20261005".into(), "20261010".into()), "the end is the day after the last");
    assert_eq!((events[1].get_summary().unwrap(), property(1, "STATUS")), ("Annulée · Salon de la céramique", "CANCELLED".into()));
    assert_eq!(property(1, "UID"), format!("urn:uuid:{salon}"));
    let tag = answer.header("etag").unwrap().to_owned();
    app.visitor().get("/api/v1/events/calendar?language=fr").header("if-none-match", &tag).await.expect_status(304);
    let one = app.visitor().get(&format!("/api/v1/events/{day}/calendar")).await.expect_status(200).text();
    assert_eq!(one.parse::<Calendar>().unwrap().events().next().unwrap().get_summary().unwrap(), "يوم تحسيسي; الفخار");
    let own = app.visitor().get("/api/v1/events/feed?language=fr&wilaya=16").await.expect_status(200).text();
    let own: atom_syndication::Feed = own.parse().unwrap();
    let itself = own.links().iter().find(|link| link.rel() == "self").map(|link| link.href().to_owned()).unwrap();
    assert!(itself.ends_with("/api/v1/events/feed?wilaya=16&language=fr"), "{itself}");
    let feed = app.visitor().get("/api/v1/events/feed").await.expect_status(200);
    assert_eq!(feed.header("content-type").unwrap(), "application/atom+xml; charset=utf-8");
    let feed: atom_syndication::Feed = feed.text().parse().unwrap();
    let titles: Vec<&str> = feed.entries().iter().map(|entry| entry.title().as_str()).collect();
    assert_eq!(titles, ["ملغاة · صالون الخزف", "يوم تحسيسي; الفخار"], "what changed last comes first");
}

#[actix_web::test]
async fn other_days_of_an_announced_event_are_a_step_of_their_own() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let id = announced(&app).await;
    let path = format!("/api/v1/events/{id}");
    let steps = || async { app.visitor().get(&format!("{path}/transitions")).await.expect_status(200).items() };
    assert_eq!(steps().await.len(), 1);
    officer.patch(&path).if_match("*").json(&json!({ "scale": "local" })).await.expect_status(200);
    assert_eq!(steps().await.len(), 1, "other content is no step");
    let days = json!({ "starts_on": "2026-11-05", "ends_on": "2026-11-09", "hours": [], "programme": [] });
    officer.patch(&path).if_match("*").json(&days).await.expect_status(200);
    let all = steps().await;
    let last = all.last().unwrap();
    let told = (all.len(), &last["from_status"], &last["to_status"], &last["starts_on"]);
    assert_eq!(told, (2, &json!("published"), &json!("published"), &json!("2026-11-05")));
}

/// The next edition of an event.
async fn edition(officer: &Actor<'_>, id: &str, starts_on: &str) -> Value {
    let wanted = json!({ "starts_on": starts_on });
    officer.post(&format!("/api/v1/events/{id}/editions")).json(&wanted).await.expect_status(201).json()
}

#[actix_web::test]
async fn the_next_edition_takes_over_the_call_as_a_draft_that_is_not_open() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let next = edition(&officer, &called(&app).await, "2027-10-04").await;
    let call_of = |event: &Value| format!("/api/v1/events/{}/call", event["id"].as_str().unwrap());
    let taken = officer.get(&call_of(&next)).await.expect_status(200).json();
    let window = (&taken["state"], &taken["opens_at"], &taken["closes_at"], &taken["version"]);
    assert_eq!(window, (&json!("upcoming"), &json!("2027-04-30T08:00:00Z"), &json!("2027-06-30T16:00:00Z"), &json!(1)));
    assert_eq!((&taken["conditions"]["craft_sectors"], &taken["capacity"]), (&call()["conditions"]["craft_sectors"], &json!(40)));
    assert_eq!((&taken["quotas"][0]["code"], &taken["criteria"][0]["code"]), (&json!("women"), &json!("quality")));
    assert_eq!(next["call"]["opens_at"], taken["opens_at"], "the answer shows the window");
    app.visitor().get(&call_of(&next)).await.expect_status(404);

    // An edition so soon that its call would have opened already: tomorrow at eight, and the event begins when it closes at the latest.
    let (first, second) = (called(&app).await, called(&app).await);
    app.advance(chrono::Duration::days(159));
    let officer = app.chamber("16");
    let soon = edition(&officer, &first, "2026-11-01").await;
    let taken = officer.get(&call_of(&soon)).await.expect_status(200).json();
    let window = (&taken["state"], &taken["opens_at"], &taken["closes_at"]);
    assert_eq!(window, (&json!("upcoming"), &json!("2026-10-11T07:00:00Z"), &json!("2026-10-31T23:00:00Z")));
    let at_once = edition(&officer, &second, "2026-10-11").await;
    assert_eq!(at_once["call"], Value::Null, "there is no time left for a call");
    officer.get(&call_of(&at_once)).await.expect_status(404);
}

#[actix_web::test]
async fn an_event_has_one_next_edition_and_a_second_one_is_told_which() {
    let app = TestApp::new().await;
    let oran = app.chamber_of("31");
    let id = entered(&app.chamber("16"), json!({ "co_organiser_ids": [oran, app.chamber_of("25")] })).await;
    publish(&app.chamber("16"), &id).await;
    let path = format!("/api/v1/events/{id}/editions");
    // Two people of one chamber: another one could not hold it in this wilaya.
    let officers = [app.chamber("16"), app.chamber("16")];
    let days = [json!({ "starts_on": "2027-10-04" }), json!({ "starts_on": "2027-10-11" })];
    let calls = officers.iter().zip(&days).map(|(officer, day)| officer.post(&path).json(day).answer());
    let mut statuses: Vec<u16> = futures_util::future::join_all(calls).await.into_iter().map(|(answer, _)| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    let refused = app.chamber("16").post(&path).json(&days[0]).await.expect_status(409);
    refused.expect_problem("already_exists");
    let answer = app.chamber("16").post(&path).json(&days[0]).await.expect_status(409);
    let told = answer.text();
    assert!(told.contains("صالون الخزف (") && told.contains(" أكتوبر 2027)"), "{told}");
    answer.expect_faults(&[("", "next_edition_exists")]);
    let earlier = json!({ "starts_on": "2026-10-05" });
    let another = format!("/api/v1/events/{}/editions", entered(&app.chamber("16"), json!({})).await);
    app.chamber("16").post(&another).json(&earlier).await.expect_status(422).expect_faults(&[("/starts_on", "too_small")]);
}

#[actix_web::test]
async fn whoever_organises_an_event_too_hears_that_it_is_announced_put_off_or_called_off() {
    let app = TestApp::new().await;
    let (officer, helper) = (app.chamber("16"), app.chamber("31"));
    let id = entered(&officer, json!({ "co_organiser_ids": [app.chamber_of("31")] })).await;
    let place = format!("/api/v1/events/{id}");
    assert!(app.letters(&helper).is_empty());
    let mut heard = Vec::new();
    let reason = json!({ "reason": "سوء الأحوال الجوية" });
    for (step, body) in [
        ("publication", json!({})),
        ("postponement", reason.clone()),
        ("publication", json!({ "starts_on": "2026-11-02" })),
        ("cancellation", reason),
    ] {
        officer.post(&format!("{place}/{step}")).json(&body).await.expect_status(200);
        let letters = app.letters(&helper);
        assert_eq!(letters.len(), 1, "{step}");
        heard.extend(letters);
    }
    assert!(heard[0].contains("أُعلنت هذه التظاهرة التي تشاركون في تنظيمها") && heard[0].contains("5 أكتوبر 2026"), "{heard:?}");
    assert!(heard[1].contains("أُجلت") && heard[1].contains("السبب: سوء الأحوال الجوية"), "{heard:?}");
    assert!(heard[2].contains("2 نوفمبر 2026") && heard[3].contains("أُلغيت"), "{heard:?}");
    assert!(app.letters(&officer).is_empty(), "whoever does it knows");
}

#[actix_web::test]
async fn an_announced_event_is_not_moved_to_days_that_are_over() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let path = format!("/api/v1/events/{}", announced(&app).await);
    let change = |days: Value| officer.patch(&path).if_match("*").json(&days);
    let past = change(json!({ "starts_on": "2026-04-01", "ends_on": "2026-04-03" })).await.expect_status(422);
    assert!(past.text().contains("اختاروا 4 ماي 2026 أو يوما بعده"), "{}", past.text());
    past.expect_faults(&[("/starts_on", "day_is_over"), ("/ends_on", "day_is_over")]);
    let begun = change(json!({ "starts_on": "2026-05-03", "ends_on": "2026-05-20" })).await.expect_status(422);
    begun.expect_faults(&[("/starts_on", "day_is_over")]);
    change(json!({ "starts_on": "2026-05-04", "ends_on": "2026-05-20" })).await.expect_status(200);
    app.advance(chrono::Duration::days(10));
    let officer = app.chamber("16");
    let change = |days: Value| officer.patch(&path).if_match("*").json(&days);
    change(json!({ "ends_on": "2026-05-13" })).await.expect_status(422).expect_faults(&[("/ends_on", "day_is_over")]);
    change(json!({ "ends_on": "2026-05-25" })).await.expect_status(200);
    let draft = format!("/api/v1/events/{}", drafted(&app).await);
    let old = json!({ "starts_on": "2026-04-01", "ends_on": "2026-04-03" });
    officer.patch(&draft).if_match("*").json(&old).await.expect_status(200);
}

#[actix_web::test]
async fn evenings_past_midnight_and_two_openings_a_day_are_in_the_calendar_as_they_are() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let hours = json!([{ "opens": "21:00", "closes": "02:00" }, { "opens": "09:00", "closes": "12:00" }]);
    let evening = json!({ "starts_on": "2027-02-20", "ends_on": "2027-02-20", "hours": hours });
    let id = entered(&officer, evening).await;
    publish(&officer, &id).await;
    let text = app.visitor().get(&format!("/api/v1/events/{id}/calendar?language=fr")).await.expect_status(200).text();
    let calendar: Calendar = text.parse().unwrap();
    let entry = calendar.events().next().unwrap();
    assert_eq!(entry.property_value("DTSTART").unwrap(), "20270220T090000");
    assert_eq!(entry.property_value("DTEND").unwrap(), "20270221T020000", "past midnight is the day after");
    assert_eq!(entry.get_description().unwrap(), "09:00–12:00\n21:00–02:00 (le lendemain)");
    let wrong = json!([{ "opens": "21:00", "closes": "02:00" }, { "on": "2026-10-06", "opens": "01:00", "closes": "12:00" }]);
    let refused = officer.post("/api/v1/events").json(&with(json!({ "hours": wrong }))).await.expect_status(422);
    assert!(refused.text().contains("6 أكتوبر 2026"), "the day is named: {}", refused.text());
    refused.expect_faults(&[("/hours/1/opens", "hours_overlap")]);
    let never = json!([{ "opens": "09:00", "closes": "09:00" }]);
    let refused = officer.post("/api/v1/events").json(&with(json!({ "hours": never }))).await.expect_status(422);
    refused.expect_faults(&[("/hours/0/closes", "wrong_order")]);
}

#[actix_web::test]
async fn events_are_found_by_what_their_call_does_now() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let (open, put_off, later, none) = (called(&app).await, called(&app).await, announced(&app).await, announced(&app).await);
    officer.post(&format!("/api/v1/events/{put_off}/postponement")).json(&json!({ "reason": "أشغال" })).await.expect_status(200);
    let mut upcoming = call();
    upcoming["opens_at"] = json!("2026-06-10T08:00:00Z");
    officer.put(&format!("/api/v1/events/{later}/call")).if_match("*").json(&upcoming).await.expect_status(200);
    let found = |state: &'static str| {
        let path = format!("/api/v1/events?include_total=true&call={state}");
        let visitor = app.visitor();
        async move { visitor.get(&path).await.expect_status(200).json() }
    };
    let is = |found: &Value, expected: &[&String]| {
        let items = found["items"].as_array().unwrap();
        assert_eq!(
            (ids(items), found["total"].as_i64()),
            (expected.iter().map(|id| id.as_str()).collect(), i64::try_from(expected.len()).ok())
        );
    };
    is(&found("open").await, &[&open]);
    is(&found("upcoming").await, &[&later]);
    is(&found("closed").await, &[]);
    app.advance(chrono::Duration::days(60));
    is(&found("open").await, &[]);
    assert_eq!(found("closed").await["total"], 3);
    assert!(!found("closed").await.to_string().contains(&none), "one without a call is in none of them");
}
