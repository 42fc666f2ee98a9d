//! Assignments: a piece of one's own project, kept as it was, commented at the place, returned, accepted, reviewed without names.

use futures_util::future::join;
use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{announced_cohort, assigned, assignment, hand_in, handed_in, levels, piece, project_of, seat};

fn at(submission: &str, what: &str) -> String {
    format!("/api/v1/submissions/{submission}{what}")
}

#[actix_web::test]
async fn the_trainer_reads_the_piece_as_it_was_comments_at_the_place_returns_it_and_accepts_what_comes_again() {
    let app = TestApp::new().await;
    let trainer = app.trainer();
    let cohort = announced_cohort(&app, &json!({ "trainer_ids": [trainer.person()] })).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let task = assigned(&app, &cohort, &json!({})).await;
    let project = piece(&owner).await;
    let first = hand_in(&owner, &task, &enrolment, &project).await;
    let id = first["id"].as_str().unwrap();
    assert_eq!(
        (&first["status"], &first["number"], &first["late"], &first["judgeable"]),
        (&json!("handed_in"), &json!(1), &json!(false), &json!(false))
    );
    let network = format!("/api/v1/projects/{project}/network");
    owner
        .put(&network)
        .if_match("*")
        .json(&json!({ "activities": [{ "code": "Z", "name": { "ar": "الإشهار" }, "duration_days": 2 }] }))
        .await
        .expect_status(200);
    trainer.get(&network).await.expect_status(403);
    let read = trainer.get(&at(id, "")).await.expect_status(200).json();
    let groups =
        |read: &Value| read["items"].as_array().unwrap().iter().map(|item| item["group"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (groups(&read).join(""), &read["participant_name"]),
        ("ABCE".to_owned(), &json!("نادية")),
        "what was handed in, not what the project is now"
    );

    let place = |kind: &str, id: &Value| json!({ "place": { "kind": kind, "id": id }, "text": "ما هي مدة هذا النشاط؟" });
    let comments = at(id, "/comments");
    let there = &read["items"][0]["id"];
    let said = trainer.post(&comments).json(&place("activity", there)).await.expect_status(201).json();
    assert_eq!((&said["place"]["id"], &said["role"], &said["number"]), (there, &json!("trainer"), &json!(1)));
    for (kind, id, fault) in
        [("cost_line", there.clone(), "no_such"), ("note", Value::Null, "required"), ("submission", there.clone(), "not_allowed")]
    {
        trainer.post(&comments).json(&place(kind, &id)).await.expect_status(422).expect_faults(&[("/place/id", fault)]);
    }
    owner.post(&comments).json(&json!({ "text": "أسبوعان" })).await.expect_status(201);
    assert_eq!(owner.get(&comments).await.expect_status(200).items().len(), 2);

    trainer.post(&at(id, "/return")).json(&json!({ "reason": "أضيفوا أنشطة التسويق" })).await.expect_status(200);
    trainer.post(&at(id, "/return")).json(&json!({ "reason": "مرة أخرى" })).await.expect_status(409);
    assert!(app.letters(&owner).iter().any(|letter| letter.contains("أضيفوا أنشطة التسويق") && letter.contains("نادية")));
    let again = hand_in(&owner, &task, &enrolment, &project).await;
    assert_eq!((again["id"].as_str(), &again["number"], groups(&again)), (Some(id), &json!(2), vec!["Z".to_owned()]));
    let accept = |body: Value| trainer.post(&at(id, "/acceptance")).json(&body);
    accept(json!({})).await.expect_status(422).expect_faults(&[("/levels", "required")]);
    accept(json!({ "levels": levels("superb") })).await.expect_status(422).expect_faults(&[("/levels/0/level", "unknown_level")]);
    let accepted = accept(json!({ "levels": levels("good"), "words": "عمل متقن" })).await.expect_status(200).json();
    assert_eq!((&accepted["status"], &accepted["score"]), (&json!("accepted"), &json!(7_500)));
    accept(json!({ "levels": levels("full") })).await.expect_status(409);
    let corrected = trainer.put(&at(id, "/assessment")).if_match("*").json(&json!({ "levels": levels("full") })).await;
    assert_eq!(corrected.expect_status(200).json()["score"], 10_000);
    let work = json!({ "enrolment_id": enrolment, "project_id": project });
    owner.post(&format!("/api/v1/assignments/{task}/submissions")).json(&work).await.expect_status(409);
    let steps: Vec<Value> =
        owner.get(&at(id, "")).await.json()["steps"].as_array().unwrap().iter().map(|step| step["to_status"].clone()).collect();
    assert_eq!(steps, ["handed_in", "returned", "handed_in", "accepted"]);
    let fixed = json!({ "tool": "partners", "rubric": assignment()["rubric"] });
    trainer.patch(&format!("/api/v1/assignments/{task}")).if_match("*").json(&fixed).await.expect_status(409);
    trainer.delete(&format!("/api/v1/assignments/{task}")).await.expect_status(409);
}

#[actix_web::test]
async fn only_ones_own_project_with_something_in_it_is_handed_in_and_two_phones_make_one_submission() {
    let app = TestApp::new().await;
    let cohort = announced_cohort(&app, &json!({})).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let (stranger, _) = handed_in(&app, &json!({})).await;
    let task = assigned(&app, &cohort, &json!({ "due_at": "2026-05-01T16:00:00Z" })).await;
    let place = format!("/api/v1/assignments/{task}/submissions");
    let work = |project: &str| json!({ "enrolment_id": enrolment, "project_id": project });
    let foreign = piece(&stranger).await;
    owner.post(&place).json(&work(&foreign)).await.expect_status(422).expect_faults(&[("/project_id", "no_such")]);
    owner.post(&place).json(&work(&project_of(&owner).await)).await.expect_status(409);
    stranger.post(&place).json(&work(&foreign)).await.expect_status(404);
    let project = piece(&owner).await;
    let send = || async { owner.post(&place).json(&work(&project)).await.expect_status(201).json() };
    let (one, other) = join(send(), send()).await;
    assert_eq!(one["id"], other["id"]);
    let mut numbers = [one["number"].as_i64(), other["number"].as_i64()];
    numbers.sort_unstable();
    assert_eq!((numbers, &one["late"]), ([Some(1), Some(2)], &json!(true)));
    let list = app.chamber("16").get(&place).await.expect_status(200).items();
    assert_eq!((list.len(), &list[0]["status"]), (1, &json!("handed_in")));
    app.chamber("31").get(&place).await.expect_status(404);
}

#[actix_web::test]
async fn participants_review_those_who_came_before_them_and_nobody_reads_a_name() {
    let app = TestApp::new().await;
    let cohort = announced_cohort(&app, &json!({ "capacity": 3 })).await;
    let mut seats = Vec::new();
    let names = ["نادية", "سعاد", "ليلى"];
    for name in names {
        seats.push(seat(&app, &cohort, name).await);
    }
    let task = assigned(&app, &cohort, &json!({ "peer_reviews": 1 })).await;
    let mut ids = Vec::new();
    for (owner, enrolment) in &seats {
        let project = piece(owner).await;
        ids.push(hand_in(owner, &task, enrolment, &project).await["id"].as_str().unwrap().to_owned());
        hand_in(owner, &task, enrolment, &project).await;
    }
    for (place, (owner, _)) in seats.iter().enumerate() {
        let mine = owner.get("/api/v1/peer-reviews?written=false").await.expect_status(200).items();
        assert_eq!(mine.len(), 1, "handing in again asks nobody again");
        let review = format!("/api/v1/peer-reviews/{}", mine[0]["id"].as_str().unwrap());
        let read = owner.get(&review).await.expect_status(200);
        assert_eq!(read.json()["items"].as_array().unwrap().len(), 4);
        let named: Vec<&str> = names.into_iter().filter(|name| read.text().contains(name)).collect();
        assert_eq!(named, [names[place]], "only who is to review");
        assert!(!read.text().contains("project_id") && !read.text().contains("association"));
        seats[(place + 1) % 3].0.get(&review).await.expect_status(404);
        owner.put(&review).if_match("*").json(&json!({ "levels": [{ "criterion": "x", "level": "y" }] })).await.expect_status(422);
        let said = json!({ "levels": levels("good"), "words": "شبكة واضحة" });
        owner.put(&review).if_match("\"1\"").json(&said).await.expect_status(200);
        owner.put(&review).if_match("\"1\"").json(&said).await.expect_status(412);
    }
    let read = seats[0].0.get(&at(&ids[0], "")).await.expect_status(200).json();
    assert_eq!((&read["reviews"][0]["words"], &read["reviews"][0]["reviewer_name"]), (&json!("شبكة واضحة"), &Value::Null));
    let led = app.chamber("16").get(&at(&ids[0], "")).await.expect_status(200).json();
    assert_eq!(led["reviews"][0]["reviewer_name"], "سعاد", "the next in line");
    let left = format!("/api/v1/enrolments/{}/withdrawal", seats[2].1);
    let review = format!("/api/v1/peer-reviews/{}", seats[2].0.get("/api/v1/peer-reviews").await.str("/items/0/id"));
    let scheme = json!({ "parts": [{ "source": "peer_review", "assignment_id": task, "weight": 1 }] });
    let place = format!("/api/v1/cohorts/{cohort}");
    app.chamber("16").put(&format!("{place}/scheme")).if_match("*").json(&scheme).await.expect_status(200);
    let book = app.chamber("16").get(&format!("{place}/gradebook")).await.expect_status(200).json();
    assert_eq!((&book["mean"], &book["known"]), (&json!(7_500), &json!(3)));
    seats[2].0.post(&left).json(&json!({ "reason": "ظرف عائلي" })).await.expect_status(200);
    seats[2].0.get(&review).await.expect_status(404);
    assert!(seats[2].0.get("/api/v1/peer-reviews").await.expect_status(200).items().is_empty(), "whoever has left reviews nothing more");
}
