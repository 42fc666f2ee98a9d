//! Who gets the seats: seed, what if, decision, minutes, moving up, confirmation.

use serde_json::{Value, json};
use std::io::Write as _;
use std::process::{Command, Stdio};
use tests::world::{Commission, closed, confirm, decide, decided, follow_up, reviewed_with, score_all, scored};
use tests::{Actor, TestApp};

fn of(event: &str, what: &str) -> String {
    format!("/api/v1/events/{event}/{what}")
}

async fn standing(actor: &Actor<'_>, application: &str) -> String {
    actor.get(&format!("/api/v1/event-applications/{application}")).await.expect_status(200).str("/status")
}

/// Three seats, one of them for border areas, four applications with 9, 8, 7 and 6 points; the last one alone is from a border area.
async fn tight(app: &TestApp) -> Commission<'_> {
    let other = json!({ "capacity": 2, "least_points": 5, "quotas": [
        { "code": "zone", "name": { "ar": "حصة المناطق الحدودية" }, "seats": 1, "for": { "border_or_isolated": true } }
    ] });
    let commission = reviewed_with(app, 4, &other).await;
    score_all(&commission, |number| 10 - u32::try_from(number).unwrap()).await;
    commission
}

#[actix_web::test]
async fn the_selection_waits_for_the_seed_and_for_every_score_and_is_made_once() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let unread = closed(&app, 1).await;
    let seed = json!({ "seed": "7 12 23", "source": "السحب العمومي" });
    app.visitor().get(&of(&unread.event, "selection")).await.expect_status(404);
    officer.post(&of(&unread.event, "selection/publication")).await.expect_status(409);
    officer.post(&of(&unread.event, "selection/seed")).json(&seed).await.expect_status(200);
    let early = officer.post(&of(&unread.event, "selection/publication")).await.expect_status(409);
    early.expect_faults(&[("", "not_scored_yet")]);
    let other = json!({ "seed": "8 12 23", "source": "السحب العمومي" });
    officer.post(&of(&unread.event, "selection/seed")).json(&seed).await.expect_status(200);
    officer.post(&of(&unread.event, "selection/seed")).json(&other).await.expect_status(409);
    assert_eq!(app.visitor().get(&of(&unread.event, "selection")).await.expect_status(200).json()["seed"], "7 12 23");

    let commission = scored(&app, 2).await;
    decide(&app, &commission.event).await;
    officer.post(&of(&commission.event, "selection/publication")).await.expect_status(409).expect_problem("wrong_state");
    let known = app.visitor().get(&of(&commission.event, "selection")).await.json();
    assert_eq!(known["totals"]["selected"], 2);
    assert_eq!(app.visitor().get(&of(&commission.event, "exhibitors")).await.items().len(), 2);
}

#[actix_web::test]
async fn every_decision_is_explained_and_written_to_the_association() {
    let app = TestApp::new().await;
    let commission = tight(&app).await;
    let officer = app.chamber("16");
    score_all(&commission, |number| if number == 4 { 3 } else { 10 - u32::try_from(number).unwrap() }).await;
    decide(&app, &commission.event).await;
    let mut said = Vec::new();
    for (owner, application) in commission.owners.iter().zip(&commission.applications) {
        let read = owner.get(&format!("/api/v1/event-applications/{application}")).await.json();
        said.push((read["status"].as_str().unwrap().to_owned(), read["decision"]["explanation"]["ar"].as_str().unwrap().to_owned()));
    }
    assert_eq!(said[0], ("selected".into(), "اختير الطلب في مقعد مفتوح للجميع حسب النقاط.".into()));
    assert_eq!(said[1].0, "selected");
    assert_eq!(said[2], ("waiting".into(), "في قائمة الانتظار، الرتبة 1. نقاط آخر مختار قبلكم: 8، ونقاط طلبكم: 7.".into()));
    assert_eq!(said[3], ("refused".into(), "لم يُقبل الطلب: نال 3 من 10، وأدنى ما يشترطه النداء 5.".into()));
    let decisions = officer.get(&of(&commission.event, "selection/decisions?status=waiting")).await.items();
    assert_eq!((decisions.len(), &decisions[0]["score"]), (1, &json!(7000)));
    app.chamber("31").get(&of(&commission.event, "selection/decisions")).await.expect_status(403);

    for (owner, said) in commission.owners.iter().zip(&said) {
        let letters = app.letters(owner);
        assert!(letters.len() == 1 && letters[0].contains("صالون الخزف") && letters[0].contains(&said.1), "{letters:?}");
    }
    let minutes = officer.get(&of(&commission.event, "selection/minutes")).await.expect_status(200);
    assert!(minutes.bytes.starts_with(b"%PDF-"));
}

/// What the documented script makes of a request: each application in the order, and its decision.
fn computed_again(request: &[u8]) -> Vec<(String, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/selection.py");
    let mut python = Command::new("python3").args([script, "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    python.stdin.take().unwrap().write_all(request).unwrap();
    let printed = String::from_utf8(python.wait_with_output().unwrap().stdout).unwrap();
    let line = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[1].to_owned(), cells[4].to_owned())
    };
    printed.lines().map(line).collect()
}

/// What the organisers read of each decision, in the words of the script.
async fn published(officer: &Actor<'_>, event: &str) -> Vec<(String, String)> {
    let mut all = officer.get(&of(event, "selection/decisions?limit=200")).await.expect_status(200).items();
    all.sort_by_key(|entry| entry["decision"]["rank"].as_i64());
    let line = |entry: &Value| {
        let decision = &entry["decision"];
        let words = if !decision["given_back_at"].is_null() {
            "(withdrew)"
        } else if decision["place"].is_null() {
            decision["under"].as_str().unwrap_or("(open seat)")
        } else {
            "(waits)"
        };
        (entry["application_id"].as_str().unwrap().to_owned(), words.to_owned())
    };
    all.iter().map(line).collect()
}

#[actix_web::test]
async fn what_was_decided_about_those_who_withdrew_stays_and_is_computed_again_with_the_rest() {
    let app = TestApp::new().await;
    let commission = tight(&app).await;
    decide(&app, &commission.event).await;
    let (officer, all) = (app.chamber("16"), &commission.applications);
    let request = || async { app.visitor().get(&of(&commission.event, "selection/request")).await.expect_status(200) };
    let on_the_day = request().await;
    assert_eq!(on_the_day.json()["withdrawn"], json!([]));
    let first = published(&officer, &commission.event).await;
    assert_eq!(computed_again(&on_the_day.bytes), first);
    // One of those who wait, then one with a seat, then the one who has moved up.
    for (round, who) in [3, 0, 2].into_iter().enumerate() {
        app.advance(chrono::Duration::seconds(1));
        let path = format!("/api/v1/event-applications/{}", all[who]);
        let back = json!({ "reason": "تعذر التنقل" });
        let gone = commission.owners[who].post(&format!("{path}/withdrawal")).json(&back).await.expect_status(200).json();
        assert!(gone["decision"]["given_back_at"].is_string() && gone["score"].is_number(), "{gone}");
        let now = request().await;
        assert_eq!(now.json()["withdrawn"].as_array().unwrap().len(), round + 1);
        assert_eq!(now.json()["withdrawn"][round], json!(all[who]), "in the order they went");
        let told = published(&officer, &commission.event).await;
        assert_eq!(told.len(), 4, "nobody is lost");
        assert_eq!(computed_again(&now.bytes), told);
    }
    let gone = officer.get(&of(&commission.event, "selection/decisions?status=withdrawn")).await.items();
    let said: Vec<&str> = gone.iter().map(|entry| entry["decision"]["explanation"]["en"].as_str().unwrap()).collect();
    assert!(said[0].starts_with("Selected on a seat open to all, by points. This seat was given back on "), "{said:?}");
    assert!(said[1].contains("It moved up") && said[1].contains("given back"), "{said:?}");
    assert!(said[2].starts_with("On the waiting list, place 2.") && said[2].contains("Taken off the waiting list on"), "{said:?}");
    // Without those who have gone it is what was published on the day.
    let mut as_it_was = request().await.json();
    as_it_was["withdrawn"] = json!([]);
    assert_eq!(computed_again(&serde_json::to_vec(&as_it_was).unwrap()), first);
    let exhibitors = app.visitor().get(&of(&commission.event, "exhibitors")).await.items();
    assert_eq!(exhibitors.len(), 1, "a seat given back is nobody's");
}

#[actix_web::test]
async fn whoever_goes_after_the_first_day_keeps_the_decision_and_nobody_moves_up() {
    let app = TestApp::new().await;
    let commission = tight(&app).await;
    decide(&app, &commission.event).await;
    let (officer, all) = (app.chamber("16"), &commission.applications);
    let today = app.kernel.clock.now().day().to_string();
    let begun = json!({ "starts_on": today, "ends_on": "2026-08-20" });
    officer.patch(&format!("/api/v1/events/{}", commission.event)).if_match("*").json(&begun).await.expect_status(200);
    let path = format!("/api/v1/event-applications/{}", all[0]);
    let gone = commission.owners[0].post(&format!("{path}/withdrawal")).json(&json!({ "reason": "مرض" })).await.expect_status(200).json();
    assert!(gone["decision"]["given_back_at"].is_string(), "{gone}");
    assert_eq!(standing(&officer, &all[2]).await, "waiting");
    let request = app.visitor().get(&of(&commission.event, "selection/request")).await.json();
    assert_eq!(request["withdrawn"], json!([]), "who was not replaced is not on the list");
}

#[actix_web::test]
async fn anybody_computes_the_selection_again() {
    let app = TestApp::new().await;
    let commission = scored(&app, 6).await;
    let officer = app.chamber("16");
    let tried = officer.post(&of(&commission.event, "selection/trials")).json(&json!({ "capacity": 10 })).await.expect_status(200).json();
    assert_eq!((&tried["without_seed"], &tried["outcome"]["totals"]["selected"]), (&json!(true), &json!(6)));
    decide(&app, &commission.event).await;
    let request = app.visitor().get(&of(&commission.event, "selection/request")).await.expect_status(200);
    assert!(!request.text().contains("جمعية"), "it names nobody");
    let printed = computed_again(&request.bytes);
    let order: Vec<&str> = printed.iter().map(|(id, _)| id.as_str()).collect();
    let mut decided: Vec<(i64, String)> = Vec::new();
    for entry in officer.get(&of(&commission.event, "selection/decisions")).await.items() {
        decided.push((entry["decision"]["rank"].as_i64().unwrap(), entry["application_id"].as_str().unwrap().to_owned()));
    }
    decided.sort();
    let ours: Vec<&str> = decided.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(order, ours, "the script prints the same order");
}

#[actix_web::test]
async fn what_if_tells_who_comes_in_and_who_goes_out_and_keeps_nothing() {
    let app = TestApp::new().await;
    let commission = tight(&app).await;
    let officer = app.chamber("16");
    let trials = of(&commission.event, "selection/trials");
    let fewer = officer.post(&trials).json(&json!({ "capacity": 1 })).await.expect_status(200).json();
    let out = &fewer["comparison"]["go_out"];
    assert_eq!((out.as_array().unwrap().len(), &out[0]["id"]), (1, &json!(commission.applications[1])));
    assert_eq!(fewer["names"][0]["number"], 2);
    let all_women = json!({ "quotas": [{ "code": "women", "name": { "ar": "حصة النساء" }, "seats": 3, "for": { "women_led": true } }] });
    officer
        .post(&trials)
        .json(&all_women)
        .await
        .expect_status(422)
        .expect_faults(&[("/quotas/0/seats", "too_large"), ("/capacity", "too_small")]);
    let strict = officer.post(&trials).json(&json!({ "least_points": 8 })).await.json();
    assert_eq!(strict["refused"], 2);
    app.visitor().get(&of(&commission.event, "selection")).await.expect_status(404);
    assert_eq!(standing(&officer, &commission.applications[0]).await, "scored");
    app.ministry().post(&trials).json(&json!({})).await.expect_status(200);
    app.chamber("31").post(&trials).json(&json!({})).await.expect_status(403);
}

#[actix_web::test]
async fn when_somebody_withdraws_the_next_one_moves_up_at_once() {
    let app = TestApp::new().await;
    let commission = tight(&app).await;
    decide(&app, &commission.event).await;
    let (officer, all) = (app.chamber("16"), &commission.applications);
    let back = json!({ "reason": "تعذر التنقل" });
    commission.owners[0].post(&format!("/api/v1/event-applications/{}/withdrawal", all[0])).json(&back).await.expect_status(200);
    let mut now = Vec::new();
    for application in all {
        now.push(standing(&officer, application).await);
    }
    assert_eq!(now, ["withdrawn", "selected", "selected", "waiting"]);
    let steps = commission.owners[2].get(&format!("/api/v1/event-applications/{}/steps", all[2])).await.expect_status(200).items();
    let last = steps.last().unwrap();
    assert_eq!((&last["to_status"], &last["person_name"]), (&json!("selected"), &Value::Null), "nobody reads who has withdrawn");
    let up = commission.owners[2].get(&format!("/api/v1/event-applications/{}", all[2])).await.json();
    assert_eq!(up["decision"]["moved_up"], true);
    assert!(up["decision"]["explanation"]["ar"].as_str().unwrap().contains("صعد من قائمة الانتظار"));
    let last = commission.owners[3].get(&format!("/api/v1/event-applications/{}", all[3])).await.json();
    assert_eq!(last["decision"]["place"], 1, "the list moves with it");
    commission.owners[3].post(&format!("/api/v1/event-applications/{}/withdrawal", all[3])).json(&back).await.expect_status(200);
    commission.owners[1].post(&format!("/api/v1/event-applications/{}/withdrawal", all[1])).json(&back).await.expect_status(200);
    assert_eq!(app.visitor().get(&of(&commission.event, "exhibitors")).await.items().len(), 1, "nobody waits any more");
}

#[actix_web::test]
async fn many_who_withdraw_at_the_same_time_are_replaced_once_each() {
    let app = TestApp::new().await;
    let other = json!({ "capacity": 3, "quotas": [] });
    let commission = reviewed_with(&app, 6, &other).await;
    score_all(&commission, |number| 10 - u32::try_from(number).unwrap()).await;
    decide(&app, &commission.event).await;
    let back = json!({ "reason": "تعذر التنقل" });
    let calls = commission.owners[..3]
        .iter()
        .zip(&commission.applications)
        .map(|(owner, application)| owner.post(&format!("/api/v1/event-applications/{application}/withdrawal")).json(&back).answer());
    for (answer, _) in futures_util::future::join_all(calls).await {
        answer.expect_status(200);
    }
    let seated = app.visitor().get(&of(&commission.event, "exhibitors")).await.items();
    let numbers: Vec<i64> = seated.iter().map(|one| one["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [4, 5, 6]);
}

#[actix_web::test]
async fn seats_are_taken_in_time_with_answers_and_given_on_otherwise() {
    let app = TestApp::new().await;
    let commission = decided(&app, 2).await;
    let officer = app.chamber("16");
    let asked = of(&commission.event, "follow-up");
    commission.owners[0].get(&asked).await.expect_status(404);
    let wrong =
        json!({ "due_at": "2027-01-01T08:00:00Z", "questions": [{ "code": "bus", "question": { "ar": "الحافلة؟" }, "kind": "choice" }] });
    let refused = officer.put(&asked).if_match("*").json(&wrong).await.expect_status(422);
    refused.expect_faults(&[("/questions/0/options", "too_few"), ("/due_at", "too_large")]);
    follow_up(&app, &commission.event).await;
    let path = format!("/api/v1/event-applications/{}/confirmation", commission.applications[0]);
    commission.owners[0].post(&path).json(&json!({})).await.expect_status(422).expect_faults(&[("/answers", "unanswered")]);
    let beyond = json!({ "answers": [{ "question": "beds", "answer": "99999999999" }] });
    let refused = commission.owners[0].post(&path).json(&beyond).await.expect_status(422);
    assert!(refused.text().contains("من 0 إلى 4294967295"), "the range is said: {}", refused.text());
    refused.expect_faults(&[("/answers/0/answer", "out_of_range")]);
    commission.owners[1].post(&path).json(&json!({})).await.expect_status(404);
    assert_eq!(confirm(&commission.owners[0], &commission.applications[0]).await.expect_status(200).json()["status"], "confirmed");
    assert_eq!(officer.get(&format!("{asked}/answers")).await.items()[0]["answers"][0]["answer"], "2");
    assert_eq!(commission.owners[0].get(&path).await.expect_status(200).json()["answers"][0]["answer"], "2");
    commission.owners[1].get(&path).await.expect_status(404);
    let release = |application: &str| {
        let why = json!({ "reason": "لم يؤكد المقعد في الأجل" });
        officer.post(&format!("/api/v1/event-applications/{application}/release")).json(&why)
    };
    release(&commission.applications[1]).await.expect_status(409);
    app.advance(chrono::Duration::seconds(2));
    confirm(&commission.owners[1], &commission.applications[1]).await.expect_status(409).expect_faults(&[("", "confirmation_closed")]);
    release(&commission.applications[0]).await.expect_status(409);
    release(&commission.applications[1]).await.expect_status(200);
    assert_eq!(standing(&officer, &commission.applications[1]).await, "withdrawn");
}

#[actix_web::test]
async fn attendance_is_kept_from_the_first_day_on() {
    let app = TestApp::new().await;
    let commission = decided(&app, 1).await;
    let officer = app.chamber("16");
    let path = format!("/api/v1/event-applications/{}/attendance", commission.applications[0]);
    let there = |attended: bool| json!({ "attended": attended });
    officer.post(&path).json(&there(true)).await.expect_status(409);
    let begun = json!({ "starts_on": "2026-05-04", "ends_on": "2026-08-20" });
    officer.patch(&format!("/api/v1/events/{}", commission.event)).if_match("*").json(&begun).await.expect_status(200);
    for (attended, status) in [(false, "absent"), (true, "attended"), (true, "attended")] {
        assert_eq!(officer.post(&path).json(&there(attended)).await.expect_status(200).json()["status"], status);
    }
    app.chamber("31").post(&path).json(&there(false)).await.expect_status(404);
    let steps: Vec<Value> = officer.get(&format!("/api/v1/event-applications/{}/steps", commission.applications[0])).await.items();
    assert_eq!(steps.len(), 6, "{steps:?}");
}
