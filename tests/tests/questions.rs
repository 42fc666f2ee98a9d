//! The bank of questions: four kinds, whose they are, what contradicts itself.

use serde_json::json;
use tests::TestApp;
use tests::world::{announced_cohort, bank, questions, single, taught, verified};

#[actix_web::test]
async fn what_a_question_contradicts_is_named_with_its_field() {
    let app = TestApp::new().await;
    let (officer, course) = (app.chamber("16"), taught(&app).await);
    let [single, multiple, numeric, ordering] = questions(&course).try_into().unwrap();
    for (question, change, pointer, code) in [
        (&single, json!({ "correct": ["z"] }), "/correct/0", "unknown_choice"),
        (&single, json!({ "correct": ["a", "b"] }), "/correct", "too_many_entries"),
        (&single, json!({ "value": 3 }), "/value", "unexpected"),
        (&multiple, json!({ "correct": [] }), "/correct", "required"),
        (&numeric, json!({ "value": null }), "/value", "required"),
        (&numeric, json!({ "correct": ["a"] }), "/correct", "unexpected"),
        (
            &ordering,
            json!({ "choices": [{ "id": "a", "text": { "ar": "أ" } }, { "id": "a", "text": { "ar": "ب" } }] }),
            "/choices/1",
            "duplicate_choice",
        ),
        (&single, json!({ "module": "nothing" }), "/module", "no_such"),
        (&single, json!({ "course_id": "01890000-0000-7000-8000-000000000000" }), "/course_id", "no_such"),
    ] {
        let mut wrong = question.clone();
        for (name, value) in change.as_object().unwrap() {
            wrong[name] = value.clone();
        }
        officer.post("/api/v1/questions").json(&wrong).await.expect_status(422).expect_faults(&[(pointer, code)]);
    }
    let asked = officer.get("/api/v1/questions?q=CHEMIN&kind=ordering&module=network").await.expect_status(200).items();
    assert!(asked.is_empty(), "nothing was entered");
}

#[actix_web::test]
async fn a_chambers_questions_are_its_own_and_its_trainers_and_the_ministrys_are_everybodys() {
    let app = TestApp::new().await;
    let course = taught(&app).await;
    let ids = bank(&app, &course).await;
    let place = format!("/api/v1/questions/{}", ids[0]);
    let trainer = app.trainer();
    app.chamber("31").get(&place).await.expect_status(404);
    trainer.get(&place).await.expect_status(404);
    announced_cohort(&app, &json!({ "trainer_ids": [trainer.person()] })).await;
    assert_eq!(trainer.get("/api/v1/questions").await.expect_status(200).items().len(), 4, "whoever teaches its cohorts reads its bank");
    trainer.patch(&place).if_match("*").json(&json!({ "points": 50 })).await.expect_status(403);
    app.association(verified(&app).await.parse().map(api::kernel::ids::AssociationId).unwrap()).get(&place).await.expect_status(403);

    let shared = app.ministry().post("/api/v1/questions").json(&single(&course)).await.expect_status(201).json();
    assert_eq!((&shared["shared"], &shared["module"]), (&json!(true), &json!("network")));
    app.chamber("31").get(&format!("/api/v1/questions/{}", shared["id"].as_str().unwrap())).await.expect_status(200);
    let own = trainer.post("/api/v1/questions").json(&single(&course)).await.expect_status(201).json();
    let own = format!("/api/v1/questions/{}", own["id"].as_str().unwrap());
    trainer.patch(&own).if_match("\"1\"").json(&json!({ "points": 50 })).await.expect_status(200);
    for _ in 0..2 {
        trainer.post(&format!("{own}/archive")).await.expect_status(200);
    }
    trainer.patch(&own).if_match("*").json(&json!({ "points": 60 })).await.expect_status(409);
    assert_eq!(trainer.get("/api/v1/questions?status=archived").await.expect_status(200).items().len(), 1);
}
