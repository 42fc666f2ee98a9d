//! The pool of trainers: what each teaches, said by themselves or those above them.

use serde_json::{Value, json};
use tests::TestApp;

#[actix_web::test]
async fn a_trainer_says_what_they_teach_and_is_found_by_it() {
    let app = TestApp::new().await;
    let (trainer, other) = (app.trainer(), app.trainer());
    let place = format!("/api/v1/trainers/{}", trainer.person());
    let unknown = trainer.get(&place).await.expect_status(200).json();
    assert_eq!((&unknown["version"], &unknown["subjects"]), (&json!(0), &json!([])));
    let profile = json!({ "subjects": ["earned_value", "partners"], "languages": ["ar", "fr"] });
    trainer.put(&place).if_match("\"0\"").json(&profile).await.expect_status(200);
    trainer.put(&place).if_match("\"0\"").json(&profile).await.expect_status(412);
    other.put(&place).if_match("*").json(&profile).await.expect_status(404);
    app.chamber("16").put(&place).if_match("*").json(&profile).await.expect_status(403);
    let officer = app.chamber("31");
    let found = |query: &str| officer.get(&format!("/api/v1/trainers?{query}"));
    for (query, count) in [("subject=partners", 1), ("subject=business_model", 0), ("language=fr", 1), ("language=en", 0), ("limit=200", 2)]
    {
        assert_eq!(found(query).await.expect_status(200).items().len(), count, "{query}");
    }
    let less = json!({ "subjects": ["earned_value"], "languages": ["ar"] });
    app.national().put(&place).if_match("*").json(&less).await.expect_status(200);
    assert!(found("subject=partners").await.items().is_empty());
    let twice = json!({ "subjects": ["partners", "partners"], "languages": ["ar", "ar"] });
    let refused = trainer.put(&place).if_match("*").json(&twice).await.expect_status(422);
    refused.expect_faults(&[("/subjects/1", "repeated"), ("/languages/1", "repeated")]);
    app.visitor().get("/api/v1/trainers").await.expect_status(401);
}

#[actix_web::test]
async fn a_cohort_is_taught_by_trainers_of_the_pool_who_then_see_who_is_in_it() {
    let app = TestApp::new().await;
    let (trainer, other) = (app.trainer(), app.trainer());
    let cohort = tests::world::announced_cohort(&app, &json!({ "trainer_ids": [trainer.person()] })).await;
    let enrolment = tests::world::enrolled(&app, &cohort, "نادية").await;
    let read = app.visitor().get(&format!("/api/v1/cohorts/{cohort}")).await.expect_status(200).json();
    assert_eq!(read["trainers"][0]["person_id"], json!(trainer.person()));
    assert_eq!(trainer.get("/api/v1/cohorts?taught_by_me=true").await.expect_status(200).items().len(), 1);
    assert_eq!(trainer.get("/api/v1/enrolments").await.expect_status(200).items().len(), 1);
    let read = trainer.get(&format!("/api/v1/enrolments/{enrolment}")).await.expect_status(200).json();
    assert_eq!((&read["participant"]["name"], &read["participant"]["born_on"]), (&json!("نادية"), &Value::Null));
    assert!(other.get("/api/v1/enrolments").await.expect_status(200).items().is_empty());
    other.get(&format!("/api/v1/enrolments/{enrolment}")).await.expect_status(404);
    trainer.post(&format!("/api/v1/enrolments/{enrolment}/approval")).await.expect_status(403);
}

#[actix_web::test]
async fn whoever_teaches_is_written_to_when_they_are_appointed_and_when_something_changes() {
    let app = TestApp::new().await;
    let (first, second) = (app.trainer(), app.trainer());
    let draft = tests::world::drafted_cohort(&app, &json!({ "trainer_ids": [first.person()] })).await;
    let place = format!("/api/v1/cohorts/{draft}");
    assert!(app.letters(&first).is_empty(), "a draft is nobody's business");
    let officer = app.chamber("16");
    officer.post(&format!("{place}/publication")).await.expect_status(200);
    let letters = app.letters(&first);
    assert!(letters.len() == 1 && letters[0].contains("عُيّنتم لتأطير") && letters[0].contains("/ar/my-teaching"), "{letters:?}");
    assert!(!letters[0].contains("من يعنيه الأمر"), "{letters:?}");

    let both = json!({ "trainer_ids": [first.person(), second.person()], "ends_on": "2026-06-25" });
    officer.patch(&place).if_match("*").json(&both).await.expect_status(200);
    let (stays, new) = (app.letters(&first), app.letters(&second));
    assert!(stays.len() == 1 && stays[0].contains("25 جوان 2026") && stays[0].contains("تغيرت أيام الدورة"), "{stays:?}");
    assert!(new.len() == 1 && new[0].contains("عُيّنتم لتأطير"), "{new:?}");
    officer.patch(&place).if_match("*").json(&json!({ "capacity": 3 })).await.expect_status(200);
    officer.patch(&place).if_match("*").json(&json!({ "trainer_ids": [second.person()] })).await.expect_status(200);
    let (left, stays) = (app.letters(&first), app.letters(&second));
    assert!(left.len() == 1 && left[0].contains("لم يعد تأطير") && stays.is_empty(), "{left:?} {stays:?}");

    let lesson = tests::world::session("2026-06-02T08:00:00Z", "2026-06-02T11:00:00Z");
    let lesson = officer.post(&format!("{place}/sessions")).json(&lesson).await.expect_status(201).str("/id");
    let later = json!({ "starts_at": "2026-06-03T08:00:00Z", "ends_at": "2026-06-03T11:00:00Z" });
    officer.patch(&format!("/api/v1/cohort-sessions/{lesson}")).if_match("*").json(&later).await.expect_status(200);
    officer.post(&format!("{place}/cancellation")).json(&json!({ "reason": "تعذر توفير القاعة" })).await.expect_status(200);
    let told = app.letters(&second);
    let both = ["3 جوان 2026", "تعذر توفير القاعة"].map(|words| told.iter().any(|letter| letter.contains(words)));
    assert!(told.len() == 2 && both == [true, true], "{told:?}");
    assert!(app.letters(&first).is_empty());
}
