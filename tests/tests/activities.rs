//! The activity network of a project: scheduled with every change, refused by name, pasted, imported, exported.

use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{network, plan, president, project, put_network as put, scheduled as schedule, scheduled_field as of, verified};

#[actix_web::test]
async fn a_pasted_network_is_scheduled_at_once_around_weekends_and_public_holidays() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let plan = schedule(&app.chamber("16"), &id).await;
    // From Monday 1 June 2026: five days of buying, ten of weaving; Friday and Saturday are off, and so is Awal Muharram (17 June).
    assert_eq!(of(&plan, "A", "start"), "2026-06-01T08:00");
    assert_eq!(of(&plan, "A", "finish"), "2026-06-07T17:00");
    assert_eq!(of(&plan, "B", "finish"), "2026-06-22T17:00");
    assert_eq!(plan["schedule"]["critical_path"], json!(["A", "B", "E"]));
    assert_eq!(of(&plan, "C", "total_float_days"), 10.0);
    assert_eq!(plan["holidays"][0]["provisional"], true);
    assert_eq!(plan["schedule"]["layout"]["direction"], "right_to_left");
    let listed = owner.get("/api/v1/projects").await.items();
    assert_eq!((&listed[0]["plan"]["finish"], &listed[0]["plan"]["activities"]), (&json!("2026-06-22"), &json!(4)));
}

#[actix_web::test]
async fn confirming_a_moving_holiday_moves_the_schedule() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let holidays = app.visitor().get("/api/v1/holidays?year=2026").await.items();
    let muharram = holidays.iter().find(|one| one["code"] == "awal_muharram").unwrap()["id"].as_str().unwrap().to_owned();
    // A Friday: no working day is lost.
    let friday = json!({ "date": "2026-06-19", "confirmed": true });
    app.ministry().patch(&format!("/api/v1/holidays/{muharram}")).if_match("*").json(&friday).await.expect_status(200);
    assert_eq!(of(&schedule(&owner, &id).await, "B", "finish"), "2026-06-21T17:00");
}

#[actix_web::test]
async fn a_cycle_is_refused_by_the_names_of_its_activities_and_the_last_good_schedule_stays() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let before = schedule(&owner, &id).await;
    let mut cyclic = network();
    cyclic[0]["predecessors"] = json!([{ "code": "B" }]);
    let refused = put(&owner, &id, cyclic).await.expect_status(422);
    let fault = &refused.json()["errors"][0];
    assert_eq!(fault["code"], "cycle");
    assert!(fault["pointer"].as_str().unwrap().contains("/predecessors/"), "{fault}");
    let words = fault["detail"].as_str().unwrap();
    assert!(words.contains("شراء الصوف") && words.contains("نسج الزرابي"), "{words}");
    assert_eq!(schedule(&owner, &id).await, before);
    // In the names of the language that is read, where there are some.
    let mut unknown = network();
    unknown[1]["name"]["fr"] = json!("Tissage");
    unknown[1]["calendar"] = json!("night");
    let activities = json!({ "activities": unknown });
    let place = format!("/api/v1/projects/{id}/network");
    let refused = owner.put(&place).if_match("*").header("accept-language", "fr").json(&activities).await.expect_status(422);
    let words = refused.json()["errors"][0]["detail"].as_str().unwrap().to_owned();
    assert!(words.contains("activité Tissage (B)") && words.contains("calendrier night"), "{words}");
}

#[actix_web::test]
async fn what_cannot_be_scheduled_is_refused_at_its_field() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let with = |change: &dyn Fn(&mut Value)| {
        let mut activities = network();
        change(&mut activities);
        activities
    };
    for (activities, pointer, code) in [
        (with(&|a| a[1]["predecessors"][0]["code"] = json!("Z")), "/activities/1/predecessors/0/code", "unknown_activity"),
        (with(&|a| a[1]["duration_days"] = json!(-1)), "/activities/1/duration_days", "negative_duration"),
        (with(&|a| a[1]["duration_days"] = json!(36000)), "/activities/1", "schedule_too_long"),
        (with(&|a| a[1]["code"] = json!("A")), "/activities/1/code", "duplicate_activity"),
        (with(&|a| a[2]["duration_days"] = Value::Null), "/activities/2/duration_minutes", "duration_missing"),
        (with(&|a| a[2]["calendar"] = json!("night")), "/activities/2/calendar", "unknown_calendar"),
        (with(&|a| a[2]["actual_start"] = json!("2020-01-01")), "/activities/2/actual_start", "date_before_project_start"),
        (
            with(&|a| a[2]["constraint"] = json!({ "kind": "must_start_on", "at": "2020-01-01" })),
            "/activities/2/constraint/at",
            "date_before_project_start",
        ),
        (with(&|a| a[2]["constraint"] = json!({ "kind": "must_start_on" })), "/activities/2/constraint", "instant_missing"),
        (with(&|a| a[2]["percent_done"] = json!(120)), "/activities/2/percent_done", "percent_out_of_range"),
        (with(&|a| a[0]["id"] = json!(uuid::Uuid::new_v4())), "/activities/0/id", "no_such"),
    ] {
        let refused = put(&owner, &id, activities).await.expect_status(422);
        refused.expect_faults(&[(pointer, code)]);
    }
    let idle = json!({ "calendar": { "weekend": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] } });
    let calendar = format!("/api/v1/projects/{id}/calendar");
    let refused = owner.put(&calendar).if_match("*").json(&idle).await.expect_status(422);
    refused.expect_faults(&[("/calendar", "calendar_without_working_time")]);
    assert_eq!(schedule(&owner, &id).await["network_version"], 2);
}

#[actix_web::test]
async fn single_activities_are_added_changed_renamed_and_deleted() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let place = format!("/api/v1/projects/{id}/activities");
    let packing = json!({ "code": "D", "name": { "ar": "تغليف" }, "duration_days": 3, "predecessors": [{ "code": "B" }] });
    let added = owner.post(&place).json(&packing).await.expect_status(201);
    let packed = added.header("location").unwrap().to_owned();
    assert_eq!(of(&schedule(&owner, &id).await, "D", "early_start"), "2026-06-23T08:00");
    // A change that fails names the field of the activity that was sent.
    let refused = owner.patch(&packed).if_match("*").json(&json!({ "predecessors": [{ "code": "Z" }] })).await.expect_status(422);
    refused.expect_faults(&[("/predecessors/0/code", "unknown_activity")]);
    let weaving = owner.get(&place).await.items()[1].clone();
    let woven = format!("{place}/{}", weaving["id"].as_str().unwrap());
    owner.patch(&woven).if_match("*").json(&json!({ "code": "NASJ", "duration_days": 12 })).await.expect_status(200);
    let plan = schedule(&owner, &id).await;
    assert_eq!(of(&plan, "D", "driven_by")["kind"], "link");
    assert_eq!(of(&plan, "D", "early_start"), "2026-06-25T08:00");
    // What waited for the deleted activity waits for what it waited for.
    owner.delete(&woven).await.expect_status(204);
    let after = owner.get(&packed).await.json();
    assert_eq!(after["predecessors"], json!([{ "code": "A" }]));
    owner.get(&woven).await.expect_status(404);
}

#[actix_web::test]
async fn two_people_change_two_activities_without_getting_in_each_others_way() {
    let app = TestApp::new().await;
    let association = verified(&app).await;
    let (first, second) = (president(&app, &association), president(&app, &association));
    let id = tests::world::project_of(&first).await;
    plan(&first, &id).await;
    let place = format!("/api/v1/projects/{id}/activities");
    let items = first.get(&place).await.items();
    let at = |index: usize| format!("{place}/{}", items[index]["id"].as_str().unwrap());
    let (seen_by_first, seen_by_second) = (first.get(&at(0)).await.etag(), second.get(&at(1)).await.etag());
    first.patch(&at(0)).if_match(&seen_by_first).json(&json!({ "duration_days": 6 })).await.expect_status(200);
    second.patch(&at(1)).if_match(&seen_by_second).json(&json!({ "duration_days": 8 })).await.expect_status(200);
    second.patch(&at(0)).if_match(&seen_by_first).json(&json!({ "duration_days": 7 })).await.expect_status(412);
}

#[actix_web::test]
async fn pasting_again_keeps_the_identity_of_the_activities() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let place = format!("/api/v1/projects/{id}/network");
    let before = owner.get(&place).await.json();
    let mut rows = network();
    rows[0]["duration_days"] = json!(7);
    let after = put(&owner, &id, rows).await.expect_status(200).json();
    for index in 0..4 {
        assert_eq!(before["activities"][index]["id"], after["activities"][index]["id"]);
    }
    assert_eq!((&after["activities"][0]["version"], &after["activities"][1]["version"]), (&json!(2), &json!(1)));
    // With an identifier, a row may also get another code.
    let mut renamed = network();
    renamed[3]["id"] = before["activities"][3]["id"].clone();
    renamed[3]["code"] = json!("FIN");
    let last = put(&owner, &id, renamed).await.expect_status(200).json();
    assert_eq!(last["activities"][3]["id"], before["activities"][3]["id"]);
}

#[actix_web::test]
async fn a_calendar_of_ones_own_and_one_for_the_night_shift() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let six_days = json!({
        "calendar": { "weekend": ["friday"] },
        "calendars": { "night": { "weekend": [], "hours": [{ "from": "20:00", "to": "24:00" }] } },
        "public_holidays": false
    });
    owner.put(&format!("/api/v1/projects/{id}/calendar")).if_match("*").json(&six_days).await.expect_status(200);
    assert_eq!(of(&schedule(&owner, &id).await, "B", "finish"), "2026-06-17T17:00");
    let mut rows = network();
    rows[2]["calendar"] = json!("night");
    put(&owner, &id, rows).await.expect_status(200);
    assert_eq!(of(&schedule(&owner, &id).await, "C", "start"), "2026-06-01T20:00");
}

#[actix_web::test]
async fn a_new_start_moves_the_network_and_one_that_breaks_it_is_refused() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let mut rows = network();
    rows[2]["constraint"] = json!({ "kind": "start_no_earlier_than", "at": "2026-06-10" });
    put(&owner, &id, rows).await.expect_status(200);
    let place = format!("/api/v1/projects/{id}");
    let refused = owner.patch(&place).if_match("*").json(&json!({ "starts_on": "2026-07-01" })).await.expect_status(422);
    refused.expect_faults(&[("/starts_on", "date_before_project_start")]);
    assert_eq!(owner.get(&place).await.json()["starts_on"], "2026-06-01");
    owner.patch(&place).if_match("*").json(&json!({ "starts_on": "2026-06-07" })).await.expect_status(200);
    assert_eq!(of(&schedule(&owner, &id).await, "A", "start"), "2026-06-07T08:00");
    // A copy that starts later takes its dates along.
    let copy = owner.post(&format!("{place}/copies")).json(&json!({ "starts_on": "2026-09-06" })).await.expect_status(201).str("/id");
    assert_eq!(of(&schedule(&owner, &copy).await, "C", "start"), "2026-09-09T08:00");
}

#[actix_web::test]
async fn three_estimates_give_the_chance_to_finish_in_time() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let place = format!("/api/v1/projects/{id}/pert");
    assert_eq!(owner.get(&place).await.expect_status(200).json()["pert"], Value::Null);
    plan(&owner, &id).await;
    let judged = owner.get(&format!("{place}?by=2026-06-24&runs=500&seed=7")).await.expect_status(200).json();
    // (3 + 4·5 + 10) / 6 and ((10 − 3) / 6)².
    assert_eq!(judged["pert"]["activities"][0]["expected"], 5.5);
    let variance = judged["pert"]["variance"].as_f64().unwrap();
    assert!((variance - 49.0 / 36.0).abs() < 1e-12, "{variance}");
    let deadline = &judged["pert"]["deadlines"][0];
    let chance = deadline["probability"].as_f64().unwrap();
    assert!((0.5..1.0).contains(&chance), "{deadline}");
    let finishes: Vec<&str> = judged["curve"].as_array().unwrap().iter().map(|point| point["finish"].as_str().unwrap()).collect();
    assert!(finishes.is_sorted() && finishes.len() > 10, "{finishes:?}");
    let again = owner.get(&format!("{place}?by=2026-06-24&runs=500&seed=7")).await.json();
    assert_eq!(again, judged);
}

#[actix_web::test]
async fn three_estimates_out_of_order_are_refused_where_they_stand() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    plan(&owner, &id).await;
    let mut rows = network();
    rows[0]["estimate"] = json!({ "optimistic": 9, "most_likely": 3, "pessimistic": 1 });
    let whole = owner.put(&format!("/api/v1/projects/{id}/network")).if_match("*").json(&json!({ "activities": rows })).await;
    whole.expect_status(422).expect_faults(&[("/activities/0/estimate/most_likely", "too_small")]);
    let late = json!({ "code": "D", "name": { "ar": "بيع" }, "estimate": { "optimistic": 1, "most_likely": 3, "pessimistic": 2 } });
    let one = owner.post(&format!("/api/v1/projects/{id}/activities")).json(&late).await;
    one.expect_status(422).expect_faults(&[("/estimate/pessimistic", "too_small")]);
    assert_eq!(schedule(&owner, &id).await["activities"].as_array().map(Vec::len), Some(4), "the last good schedule stays");
}

#[actix_web::test]
async fn a_template_plans_an_empty_project() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let templates = owner.get("/api/v1/project-templates").await.items();
    assert_eq!(templates.iter().map(|one| one["code"].as_str().unwrap()).collect::<Vec<_>>(), ["exhibition", "workshop", "training"]);
    let place = format!("/api/v1/projects/{id}/template");
    let unknown = owner.post(&place).json(&json!({ "template": "moon" })).await.expect_status(422);
    unknown.expect_faults(&[("/template", "not_allowed")]);
    for template in &templates {
        let other = tests::world::project_of(&owner).await;
        let place = format!("/api/v1/projects/{other}/template");
        let planned = owner.post(&place).json(&json!({ "template": template["code"] })).await.expect_status(200).json();
        assert_eq!(codes(&planned["activities"]), codes(&template["activities"]));
        assert!(!schedule(&owner, &other).await["schedule"]["critical_path"].as_array().unwrap().is_empty(), "{template}");
    }
}

fn codes(activities: &Value) -> Vec<String> {
    activities.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

/// The codes an activity of a list waits for.
fn waits(activities: &Value, code: &str) -> Vec<String> {
    let found = activities.as_array().unwrap().iter().find(|one| one["code"] == code);
    codes(&found.unwrap_or_else(|| panic!("no {code}"))["predecessors"])
}

#[actix_web::test]
async fn a_template_comes_behind_a_plan_that_is_there_and_keeps_to_itself() {
    let app = TestApp::new().await;
    let (owner, id) = project(&app).await;
    let mut own = network();
    // A plan with a code of the template's, and one that the template's new code would have been.
    own[1]["code"] = json!("A1");
    own[2]["code"] = json!("A2-2");
    own[3]["code"] = json!("A2");
    for row in own.as_array_mut().unwrap() {
        row["predecessors"] = json!([]);
    }
    own[3]["predecessors"] = json!([{ "code": "A1" }]);
    let before = put(&owner, &id, own).await.expect_status(200).json();
    let dates = schedule(&owner, &id).await;
    let template = owner.get("/api/v1/project-templates").await.items().remove(0)["activities"].clone();
    let place = format!("/api/v1/projects/{id}/template");

    let once = owner.post(&place).json(&json!({ "template": "exhibition" })).await.expect_status(200).json();
    let after = once["activities"].as_array().unwrap();
    assert_eq!(json!(after[..4]), before["activities"], "nothing of the plan is lost or changed");
    let renamed = |code: &String, taken: &[&str], number: u32| {
        if taken.contains(&code.as_str()) { format!("{code}-{number}") } else { code.clone() }
    };
    let expected: Vec<String> = codes(&template).iter().map(|code| renamed(code, &["A1", "A2"], 3)).collect();
    assert_eq!(codes(&json!(after[4..])), expected);
    for code in codes(&template) {
        let linked: Vec<String> = waits(&template, &code).iter().map(|code| renamed(code, &["A1", "A2"], 3)).collect();
        assert_eq!(waits(&json!(after[4..]), &renamed(&code, &["A1", "A2"], 3)), linked, "what {code} waits for");
    }
    let now = schedule(&owner, &id).await;
    for code in codes(&before["activities"]) {
        assert_eq!(of(&now, &code, "finish"), of(&dates, &code, "finish"), "{code}");
    }

    let twice = owner.post(&place).json(&json!({ "template": "exhibition" })).await.expect_status(200).json();
    let all = codes(&twice["activities"]);
    assert_eq!(all.len(), 4 + 2 * expected.len());
    assert_eq!(all[..4 + expected.len()], codes(&once["activities"])[..]);
    assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), all.len());
}
