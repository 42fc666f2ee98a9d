//! The commission of an event: who reviews, what they read, what they think.

use api::kernel::access::{Body, Role};
use api::kernel::language::Language;
use serde_json::{Value, json};
use tests::world::{appoint, closed, own_reviews, points, president, reviewed, score_all, verified};
use tests::{Actor, TestApp};

fn of(event: &str, what: &str) -> String {
    format!("/api/v1/events/{event}/{what}")
}

async fn assign(officer: &Actor<'_>, event: &str, input: Value) -> Value {
    officer.post(&of(event, "review-assignments")).json(&input).await.expect_status(200).json()
}

#[actix_web::test]
async fn applications_are_shared_out_evenly_after_the_close_and_more_only_where_they_lack() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let open = tests::world::called(&app).await;
    let early = officer.post(&of(&open, "review-assignments")).json(&json!({ "per_application": 2 })).await;
    early.expect_status(409).expect_problem("wrong_state");

    let commission = closed(&app, 5).await;
    let event = &commission.event;
    let none = officer.post(&of(event, "review-assignments")).json(&json!({ "per_application": 2 })).await;
    none.expect_status(422).expect_faults(&[("/per_application", "too_large")]);
    let reviewers = [app.trainer(), app.national(), app.chamber("16"), app.ministry()];
    for reviewer in &reviewers {
        appoint(&officer, event, reviewer).await;
    }
    let shared = assign(&officer, event, json!({ "per_application": 2 })).await;
    assert_eq!((&shared["given_out"], &shared["largest_load"], &shared["smallest_load"]), (&json!(10), &json!(3), &json!(2)));
    assert_eq!(assign(&officer, event, json!({ "per_application": 2 })).await["given_out"], 0, "nothing lacks");
    let other = officer.post(&of(event, "review-assignments")).json(&json!({ "per_application": 3 })).await;
    other.expect_status(422).expect_faults(&[("/per_application", "not_allowed")]);

    officer.delete(&of(event, &format!("reviewers/{}", reviewers[0].person()))).await.expect_status(204);
    assert!(own_reviews(&reviewers[0]).await.is_empty());
    let again = assign(&officer, event, json!({ "per_application": 2 })).await;
    assert_eq!((&again["assigned"], &again["lacking"]), (&json!(10), &json!([])), "what was theirs is given to others");
    let loads: Vec<i64> = officer.get(&of(event, "reviewers")).await.items().iter().map(|one| one["assigned"].as_i64().unwrap()).collect();
    assert_eq!(loads.iter().sum::<i64>(), 10);
    assert!(loads.iter().all(|load| (3..=4).contains(load)), "{loads:?}");
    officer.put(&of(event, "call")).if_match("*").json(&tests::world::call()).await.expect_status(409);
}

#[actix_web::test]
async fn reviewers_are_people_of_the_organisers_the_national_bodies_and_trainers() {
    let app = TestApp::new().await;
    let (officer, commission) = (app.chamber("16"), closed(&app, 1).await);
    let event = &commission.event;
    let (elsewhere, trainer) = (app.chamber("31"), app.trainer());
    let unknown = officer.put(&of(event, &format!("reviewers/{}", elsewhere.person()))).if_match("*").json(&json!({})).await;
    unknown.expect_status(422).expect_faults(&[("/person_id", "no_such")]);
    officer
        .put(&of(event, &format!("reviewers/{}", trainer.person())))
        .if_match("*")
        .json(&json!({ "at_most": 3 }))
        .await
        .expect_status(200);
    let list = officer.get(&of(event, "reviewers")).await.items();
    assert_eq!((list.len(), &list[0]["at_most"]), (1, &json!(3)));
    let found: Vec<String> = {
        let items = officer.get(&of(event, "reviewer-candidates?limit=200")).await.items();
        items.iter().map(|one| one["person_id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(found.contains(&trainer.person().to_string()) && !found.contains(&elsewhere.person().to_string()));
    elsewhere.get(&of(event, "reviewers")).await.expect_status(403);
}

#[actix_web::test]
async fn what_a_reviewer_reads_names_nobody() {
    let app = TestApp::new().await;
    let commission = reviewed(&app, 1).await;
    let (reviewer, other) = (&commission.reviewers[0], &commission.reviewers[1]);
    let id = &own_reviews(reviewer).await[0];
    let read = reviewer.get(&format!("/api/v1/event-reviews/{id}")).await.expect_status(200);
    assert_eq!((read.json()["number"].clone(), read.json()["exhibitors"].clone()), (json!(1), json!(1)));
    for hidden in ["نادية حداد", "213550123456", "association", "wilaya"] {
        assert!(!read.text().contains(hidden), "{hidden} is in {}", read.text());
    }
    other.get(&format!("/api/v1/event-reviews/{id}")).await.expect_status(404);
    reviewer.get(&format!("/api/v1/event-applications/{}", commission.applications[0])).await.expect_status(403);
}

#[actix_web::test]
async fn an_application_is_scored_once_enough_reviewers_have_and_its_association_learns_nothing_yet() {
    let app = TestApp::new().await;
    let commission = reviewed(&app, 1).await;
    let (officer, application) = (app.chamber("16"), format!("/api/v1/event-applications/{}", commission.applications[0]));
    let mut given = Vec::new();
    for reviewer in &commission.reviewers {
        given.push(format!("/api/v1/event-reviews/{}/points", own_reviews(reviewer).await[0]));
    }
    let wrong = json!({ "points": [{ "criterion": "colour", "points": 5 }] });
    let refused = commission.reviewers[0].put(&given[0]).if_match("*").json(&wrong).await.expect_status(422);
    refused.expect_faults(&[("/points/0/criterion", "no_such"), ("/points", "too_few")]);
    commission.reviewers[0].put(&given[0]).if_match("*").json(&points(9)).await.expect_status(200);
    assert_eq!(officer.get(&application).await.json()["status"], "eligible");
    let second = commission.reviewers[1].put(&given[1]).if_match("*").json(&points(4)).await.expect_status(200).json();
    assert_eq!(second["total"], 4000);
    let read = officer.get(&application).await.json();
    assert_eq!((&read["status"], &read["score"]), (&json!("scored"), &json!(6500)));
    assert_eq!(commission.owners[0].get(&application).await.json()["score"], Value::Null);
    let steps = commission.owners[0].get(&format!("{application}/steps")).await.items();
    let last = steps.last().unwrap();
    assert_eq!((&last["to_status"], &last["person_name"]), (&json!("scored"), &Value::Null), "it does not learn who reviewed");

    let scores = officer.get(&of(&commission.event, "scores?disputed=true")).await.items();
    assert_eq!((scores.len(), &scores[0]["spread"]), (1, &json!(5000)), "far apart");
    let file = officer.get(&of(&commission.event, "scores")).header("accept", "text/csv").await.expect_status(200);
    assert!(file.text().contains("6500"), "{}", file.text());
    let reviewers = officer.get(&of(&commission.event, "reviewers")).await.items();
    let mut differences: Vec<i64> = reviewers.iter().map(|one| one["calibration"]["difference"].as_i64().unwrap()).collect();
    differences.sort_unstable();
    assert_eq!(differences, [-5000, 5000]);

    let nobody = assign(&officer, &commission.event, json!({ "per_application": 2, "extra_for_disputed": true })).await;
    assert_eq!((&nobody["given_out"], &nobody["lacking"][0]["lacking"]), (&json!(0), &json!(1)), "there is no third reviewer yet");
    let third = app.ministry();
    appoint(&officer, &commission.event, &third).await;
    let more = assign(&officer, &commission.event, json!({ "per_application": 2, "extra_for_disputed": true })).await;
    assert_eq!(more["given_out"], 1, "a third reviewer where two disagree");
    let own = own_reviews(&third).await;
    third.put(&format!("/api/v1/event-reviews/{}/points", own[0])).if_match("*").json(&points(5)).await.expect_status(200);
    assert_eq!(officer.get(&application).await.json()["score"], 6000);
    assert_eq!(officer.get(&format!("{application}/reviews")).await.items().len(), 3);
}

#[actix_web::test]
async fn whoever_has_an_interest_does_not_score() {
    let app = TestApp::new().await;
    let commission = reviewed(&app, 2).await;
    let (officer, event) = (app.chamber("16"), &commission.event);
    score_all(&commission, |_| 8).await;
    let [first, second] = &commission.reviewers[..] else { panic!() };
    let review = &own_reviews(first).await[0];
    let why = json!({ "because": "conflict", "reason": "تربطني صلة قرابة برئيس الجمعية" });
    let declined = first.post(&format!("/api/v1/event-reviews/{review}/refusal")).json(&why).await.expect_status(200).json();
    assert_eq!((&declined["status"], &declined["total"]), (&json!("conflict"), &json!(null)));
    first.put(&format!("/api/v1/event-reviews/{review}/points")).if_match("*").json(&points(9)).await.expect_status(409);
    let number = declined["number"].as_i64().unwrap();
    let score = officer.get(&of(event, "scores")).await.items().into_iter().find(|one| one["number"] == number).unwrap();
    assert_eq!((&score["status"], &score["scored"]), (&json!("eligible"), &json!(1)), "one review is missing again");

    let theirs = app.chamber("16").get(&format!("/api/v1/event-applications/{}", commission.applications[1])).await.str("/association_id");
    let conflicts = of(event, "own-conflicts");
    let none = second.put(&conflicts).if_match("*").json(&json!({ "association_ids": ["00000000-0000-7000-8000-000000000001"] })).await;
    none.expect_status(422).expect_faults(&[("/association_ids/0", "no_such")]);
    second.put(&conflicts).if_match("*").json(&json!({ "association_ids": [theirs] })).await.expect_status(200);
    app.ministry().get(&conflicts).await.expect_status(404);
    let lacking = assign(&officer, event, json!({ "per_application": 2 })).await;
    assert_eq!(lacking["lacking"].as_array().unwrap().len(), 2, "nobody without an interest is left: {lacking}");
    for reviewer in [app.ministry(), app.trainer()] {
        appoint(&officer, event, &reviewer).await;
    }
    assert_eq!(assign(&officer, event, json!({ "per_application": 2 })).await["lacking"], json!([]));
}

#[actix_web::test]
async fn nobody_reviews_the_association_they_speak_for() {
    let app = TestApp::new().await;
    let commission = closed(&app, 2).await;
    let (officer, event) = (app.chamber("16"), &commission.event);
    let (own, other) = (app.trainer(), app.national());
    let id = officer.get(&format!("/api/v1/event-applications/{}", commission.applications[0])).await.str("/association_id");
    let grant = json!({ "role": "association", "association_id": id });
    app.admin().post(&format!("/api/v1/people/{}/grants", own.person())).json(&grant).await.expect_status(201);
    for reviewer in [&own, &other] {
        appoint(&officer, event, reviewer).await;
    }
    let shared = assign(&officer, event, json!({ "per_application": 2 })).await;
    assert_eq!(shared["given_out"], 3);
    assert_eq!((&shared["lacking"][0]["number"], &shared["lacking"][0]["without_conflict"]), (&json!(1), &json!(1)));
}

#[actix_web::test]
async fn those_who_took_part_or_were_absent_are_told_so_by_the_conditions() {
    let app = TestApp::new().await;
    let decided = tests::world::decided(&app, 2).await;
    let begun = json!({ "starts_on": "2026-05-04", "ends_on": "2026-08-20" });
    let officer = app.chamber("16");
    officer.patch(&format!("/api/v1/events/{}", decided.event)).if_match("*").json(&begun).await.expect_status(200);
    for (application, attended) in decided.applications.iter().zip([true, false]) {
        let there = json!({ "attended": attended });
        officer.post(&format!("/api/v1/event-applications/{application}/attendance")).json(&there).await.expect_status(200);
    }
    let copied =
        officer.post(&of(&decided.event, "editions")).json(&json!({ "starts_on": "2027-10-04" })).await.expect_status(201).str("/id");
    tests::world::publish(&officer, &copied).await;
    let mut call = tests::world::call();
    call["conditions"] = json!({ "first_participation": true, "not_absent_last": true });
    officer.put(&of(&copied, "call")).if_match("*").json(&call).await.expect_status(200);
    let newcomer = president(&app, &verified(&app).await);
    let expected = [vec!["first_participation"], vec!["not_absent_last"], vec![]];
    for (owner, expected) in decided.owners.iter().chain([&newcomer]).zip(expected) {
        let begun = owner.post(&of(&copied, "applications")).json(&tests::world::application()).await.expect_status(201).str("/id");
        let handed_in = owner.post(&format!("/api/v1/event-applications/{begun}/submission")).await.expect_status(200).json();
        let unmet: Vec<&str> = handed_in["unmet"].as_array().unwrap().iter().map(|one| one["condition"].as_str().unwrap()).collect();
        assert_eq!(unmet, expected);
    }
}

#[actix_web::test]
async fn a_reviewer_finds_the_events_that_are_still_to_be_shared_out_and_declares_interests_beforehand() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let commission = reviewed(&app, 2).await;
    let reviewer = &commission.reviewers[0];
    app.advance(chrono::Duration::seconds(1));
    let ahead = tests::world::called(&app).await;
    appoint(&officer, &ahead, reviewer).await;
    let mine = |what: &str| format!("/api/v1/event-reviews/events{what}");
    let counted =
        |one: &Value| (one["event_id"].as_str().unwrap().to_owned(), one["open"].as_i64().unwrap(), one["written"].as_i64().unwrap());
    let listed = reviewer.get(&mine("")).await.expect_status(200).items();
    assert_eq!(listed.iter().map(counted).collect::<Vec<_>>(), [(ahead.clone(), 0, 0), (commission.event.clone(), 2, 0)]);
    assert_eq!((&listed[0]["event_name"]["ar"], &listed[0]["starts_on"]), (&json!("صالون الخزف"), &json!("2026-10-05")));
    assert_eq!((&listed[0]["declared_at"], &listed[0]["declared_conflicts"]), (&Value::Null, &json!(0)), "nothing was said yet");

    let none = json!({ "association_ids": [] });
    let declared = reviewer.put(&of(&ahead, "own-conflicts")).if_match("*").json(&none).await.expect_status(200);
    let listed = reviewer.get(&mine("?limit=1")).await.items();
    assert_eq!(listed[0]["declared_at"].as_str().unwrap(), declared.str("/declared_at"), "that there are none is said too");
    let theirs = officer.get(&format!("/api/v1/event-applications/{}", commission.applications[0])).await.str("/association_id");
    let one = json!({ "association_ids": [theirs] });
    reviewer.put(&of(&commission.event, "own-conflicts")).if_match("*").json(&one).await.expect_status(200);
    let left = own_reviews(reviewer).await;
    for review in left {
        reviewer.put(&format!("/api/v1/event-reviews/{review}/points")).if_match("*").json(&points(7)).await;
    }
    let listed = reviewer.get(&mine("")).await.items();
    assert_eq!(counted(&listed[1]), (commission.event.clone(), 0, 1), "the one with an interest is gone, the other is written");
    assert_eq!(listed[1]["declared_conflicts"], 1);

    assert!(app.trainer().get(&mine("")).await.expect_status(200).items().is_empty(), "each has their own");
    app.visitor().get(&mine("")).await.expect_status(401);
}

#[actix_web::test]
async fn events_that_are_decided_are_told_apart_from_those_that_wait() {
    let app = TestApp::new().await;
    let decided = tests::world::decided(&app, 1).await;
    let reviewer = &decided.reviewers[0];
    let ahead = tests::world::called(&app).await;
    appoint(&app.chamber("16"), &ahead, reviewer).await;
    for (asked, expected) in [("true", &decided.event), ("false", &ahead)] {
        let listed = reviewer.get(&format!("/api/v1/event-reviews/events?decided={asked}")).await.expect_status(200).items();
        assert_eq!(
            (listed.len(), listed[0]["event_id"].as_str().unwrap(), listed[0]["decided"].to_string().as_str()),
            (1, expected.as_str(), asked)
        );
    }
}

#[actix_web::test]
async fn an_officer_who_reviews_learns_who_has_applied_when_the_selection_is_published() {
    let app = TestApp::new().await;
    let commission = tests::world::scored(&app, 1).await;
    let (officer, colleague, event) = (app.chamber("16"), app.chamber("16"), &commission.event);
    let (list, one) = (of(event, "applications"), format!("/api/v1/event-applications/{}", commission.applications[0]));
    officer.get(&list).await.expect_status(200);
    appoint(&colleague, event, &officer).await;
    for (language, words) in [
        (Language::Arabic, "انتظروا النشر"),
        (Language::French, "attendez la publication"),
        (Language::English, "wait for the publication"),
    ] {
        let refused = officer.clone().speaking(language).get(&list).await.expect_status(403).expect_problem("separate_duties");
        assert!(refused.json()["detail"].as_str().unwrap().contains(words), "{}", refused.text());
    }
    officer.get(&of(event, "scores")).header("accept", "text/csv").await.expect_status(403).expect_problem("separate_duties");
    let trial = json!({ "capacity": 10 });
    officer.post(&of(event, "selection/trials")).json(&trial).await.expect_status(403).expect_problem("separate_duties");
    colleague.post(&of(event, "selection/trials")).json(&trial).await.expect_status(200);
    let message = json!({ "text": "ما مساحة الجناح؟" });
    officer.post(&format!("{one}/messages")).json(&message).await.expect_status(403).expect_problem("separate_duties");
    colleague.post(&format!("{one}/messages")).json(&message).await.expect_status(201);
    let program = app.machine(Role::Chamber, Body::Institution(app.chamber_of("16")), &["list_event_applications"]);
    assert_eq!(program.get(&list).await.expect_status(200).items().len(), 1, "a program reviews nothing");

    // The work of the commission goes on.
    assign(&officer, event, json!({ "per_application": 2 })).await;
    assert_eq!(officer.get(&of(event, "reviewers")).await.expect_status(200).items().len(), 3);
    tests::world::decide(&app, event).await;
    assert_eq!(officer.get(&list).await.expect_status(200).items().len(), 1);
    officer.get(&one).await.expect_status(200);
}

#[actix_web::test]
async fn a_reviewer_gives_the_appointment_back_and_nobody_elses() {
    let app = TestApp::new().await;
    let commission = reviewed(&app, 1).await;
    let (event, list) = (&commission.event, of(&commission.event, "applications"));
    let [trainer, national] = &commission.reviewers[..] else { panic!() };
    national.get(&list).await.expect_status(403).expect_problem("separate_duties");
    national.delete(&of(event, &format!("reviewers/{}", trainer.person()))).await.expect_status(403).expect_problem("forbidden");
    national.delete(&of(event, &format!("reviewers/{}", national.person()))).await.expect_status(204);
    assert!(own_reviews(national).await.is_empty(), "what they had not written is free for others");
    national.get(&list).await.expect_status(200);
    national.delete(&of(event, &format!("reviewers/{}", national.person()))).await.expect_status(403);
}
