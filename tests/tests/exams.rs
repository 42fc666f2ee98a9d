//! Tests: a paper without its key, answers that come late and twice, a lost connection, the closing second, two phones.

use chrono::Duration;
use futures_util::future::{join, join_all};
use serde_json::{Value, json};
use tests::world::{announced_cohort, answer, begun, drafted_exam, find, president, published_exam, seat, verified};
use tests::{Actor, TestApp};

fn at(attempt: &str, what: &str) -> String {
    format!("/api/v1/exam-attempts/{attempt}{what}")
}

/// Sends answers; the receipt.
async fn save(owner: &Actor<'_>, attempt: &str, answers: &Value) -> Value {
    owner.post(&at(attempt, "/answers")).json(&json!({ "answers": answers })).await.expect_status(200).json()
}

/// The same person with a token of this minute.
fn later<'a>(app: &'a TestApp, who: &Actor<'a>) -> Actor<'a> {
    Actor::with_credentials(app, &app.token(who.caller.as_ref().unwrap()), who.caller.clone())
}

fn outcomes(receipt: &Value) -> Vec<&str> {
    receipt["outcomes"].as_array().unwrap().iter().map(|one| one["outcome"].as_str().unwrap()).collect()
}

/// The names of what is to be put in order, in the right order. They tell nothing of it themselves.
fn in_order(paper: &Value) -> Vec<&str> {
    let question = paper["questions"].as_array().unwrap().iter().find(|one| one["kind"] == "ordering").unwrap();
    let name = |text: &str| {
        let choice = question["choices"].as_array().unwrap().iter().find(|one| one["text"]["ar"] == text).unwrap();
        choice["id"].as_str().unwrap()
    };
    let names: Vec<&str> = ["أطول مسار", "أقصر مسار", "أرخص مسار"].into_iter().map(name).collect();
    assert!(names.iter().all(|name| name.len() == 16), "{names:?}");
    names
}

/// The right answer to each question of a paper.
fn right(paper: &Value) -> Value {
    json!([
        answer(&find(paper, "single"), 1, json!({ "choice": "a" })),
        answer(&find(paper, "multiple"), 1, json!({ "choices": ["b", "a"] })),
        answer(&find(paper, "numeric"), 1, json!({ "value": 12_400 })),
        answer(&find(paper, "ordering"), 1, json!({ "order": in_order(paper) }))
    ])
}

#[actix_web::test]
async fn a_participant_is_asked_without_the_key_resumes_after_a_lost_connection_and_reads_what_was_right_after_the_close() {
    let app = TestApp::new().await;
    let (owner, id) = begun(&app, &json!({})).await;
    let first = owner.get(&at(&id, "")).await.expect_status(200);
    let paper = first.json();
    for secret in ["correct", "tolerance", "explanation", "هو الذي يحدد"] {
        assert!(!first.text().contains(secret), "the paper tells {secret}");
    }
    assert_eq!((&paper["seconds_left"], &paper["state"], &paper["result"]), (&json!(3600), &json!("under_way"), &Value::Null));
    let numeric = find(&paper, "numeric");
    let receipt = save(&owner, &id, &json!([answer(&numeric, 2, json!({ "value": 1 }))])).await;
    assert_eq!(outcomes(&receipt), ["saved"]);
    app.advance(Duration::minutes(10));
    let owner = later(&app, &owner);
    let resume = json!({ "enrolment_id": paper["enrolment_id"] });
    let again = owner.post(&format!("/api/v1/exams/{}/attempts", paper["exam_id"].as_str().unwrap())).json(&resume).await;
    let again = again.expect_status(200).json();
    assert_eq!((&again["id"], &again["questions"], &again["seconds_left"]), (&paper["id"], &paper["questions"], &json!(3000)));
    assert_eq!(again["answers"][0]["given"], json!({ "value": 1 }));

    // The same once more, an older one that was under way, and a newer one.
    let sent = |counter, value| json!([answer(&numeric, counter, json!({ "value": value }))]);
    for (counter, value, outcome) in [(2, 1, "known"), (1, 7, "superseded"), (2, 7, "superseded"), (3, 12_000, "saved")] {
        assert_eq!(outcomes(&save(&owner, &id, &sent(counter, value)).await), [outcome]);
    }
    let wrong = json!({ "answers": [answer(&numeric, 9, json!({ "choice": "a" }))] });
    owner.post(&at(&id, "/answers")).json(&wrong).await.expect_status(422).expect_faults(&[("/answers/0/given", "wrong_kind")]);
    let others: Vec<Value> =
        right(&paper).as_array().unwrap().iter().filter(|one| one["question_id"] != numeric.as_str()).cloned().collect();
    let handed = owner.post(&at(&id, "/submission")).json(&json!({ "answers": others })).await;
    let handed = handed.expect_status(200).json()["attempt"].clone();
    assert_eq!(
        (&handed["state"], &handed["result"]["score"], &handed["result"]["key"]),
        (&json!("handed_in"), &json!(10_000), &Value::Null)
    );
    let late = json!({ "answers": [answer(&numeric, 10, json!({ "value": 3 }))] });
    assert!(owner.post(&at(&id, "/answers")).json(&late).await.expect_status(409).text().contains("سُلم هذا الاختبار"));
    owner.post(&at(&id, "/submission")).json(&json!({})).await.expect_status(200);

    let officer = app.chamber("16");
    assert_eq!(officer.get(&at(&id, "")).await.expect_status(200).json()["result"]["questions"][0]["verdict"], "correct");
    president(&app, &verified(&app).await).get(&at(&id, "")).await.expect_status(404);
    app.trainer().get(&at(&id, "")).await.expect_status(404);
    app.advance(Duration::hours(9));
    let owner = president(&app, paper["association_id"].as_str().unwrap());
    let told = owner.get(&at(&id, "")).await.expect_status(200).json();
    assert!(told["result"]["key"].as_array().unwrap().iter().any(|one| one["explanation"]["ar"] == "هو الذي يحدد مدة المشروع"));
    let exam = owner.get(&format!("/api/v1/exams/{}", paper["exam_id"].as_str().unwrap())).await.expect_status(200).json();
    assert!(exam["seed"].is_string(), "whoever wants to can draw the paper again");
    let figures =
        app.chamber("16").get(&format!("/api/v1/exams/{}/statistics", exam["id"].as_str().unwrap())).await.expect_status(200).json();
    assert_eq!((&figures["statistics"]["mean"], &figures["gain"]["only_after"]), (&json!(10_000), &json!(1)));
}

#[actix_web::test]
async fn what_was_saved_counts_when_nobody_hands_in_and_the_closing_second_is_taken() {
    let app = TestApp::new().await;
    let (owner, id) = begun(&app, &json!({ "closes_at": "2026-05-04T09:30:00Z" })).await;
    let paper = owner.get(&at(&id, "")).await.expect_status(200).json();
    assert_eq!((&paper["deadline_at"], &paper["seconds_left"]), (&json!("2026-05-04T09:30:00Z"), &json!(1800)), "the test closes first");
    let question = |kind: &str| find(&paper, kind);
    save(&owner, &id, &json!([answer(&question("single"), 1, json!({ "choice": "a" }))])).await;
    app.advance(Duration::minutes(30));
    let owner = later(&app, &owner);
    save(&owner, &id, &json!([answer(&question("numeric"), 1, json!({ "value": 12_000 }))])).await;
    app.advance(Duration::seconds(10));
    let receipt = save(&owner, &id, &json!([answer(&question("ordering"), 1, json!({ "order": in_order(&paper) }))])).await;
    assert_eq!((outcomes(&receipt), &receipt["attempt"]["seconds_left"]), (vec!["saved"], &json!(0)), "what was under way is taken");
    app.advance(Duration::seconds(1));
    let late = json!({ "answers": [answer(&question("multiple"), 1, json!({ "choices": ["a", "b"] }))] });
    for what in ["/answers", "/submission"] {
        let refused = owner.post(&at(&id, what)).json(&late).await.expect_status(409);
        assert!(refused.text().contains("ما حُفظ قبل ذلك محسوب"), "{}", refused.text());
    }
    let ended = owner.post(&at(&id, "/submission")).json(&json!({})).await.expect_status(200).json()["attempt"].clone();
    assert_eq!(
        (&ended["state"], &ended["result"]["answered"], &ended["result"]["score"], &ended["handed_in_at"]),
        (&json!("timed_out"), &json!(3), &json!(7_500), &Value::Null)
    );
    let list = app.chamber("16").get(&format!("/api/v1/exams/{}/attempts", paper["exam_id"].as_str().unwrap())).await.items();
    assert_eq!((&list[0]["state"], &list[0]["score"]), (&json!("timed_out"), &json!(7_500)));
}

#[actix_web::test]
async fn two_phones_at_one_attempt_begin_it_once_lose_no_answer_and_hand_it_in_once() {
    let app = TestApp::new().await;
    let cohort = announced_cohort(&app, &json!({})).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let exam = published_exam(&app, &cohort, &json!({})).await;
    let begin = json!({ "enrolment_id": enrolment });
    let begin = || async { owner.post(&format!("/api/v1/exams/{exam}/attempts")).json(&begin).await };
    let (one, other) = join(begin(), begin()).await;
    assert_eq!((one.str("/id"), one.json()["questions"].clone()), (other.str("/id"), other.json()["questions"].clone()));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 201]);
    let (id, paper) = (one.str("/id"), one.json());
    let all = right(&paper);
    let each = all.as_array().unwrap().iter().map(|one| {
        let body = json!([one]);
        let (owner, id) = (owner.clone(), id.clone());
        async move { save(&owner, &id, &body).await }
    });
    join_all(each).await;
    assert_eq!(owner.get(&at(&id, "")).await.json()["answers"].as_array().unwrap().len(), 4, "no answer is lost");
    // One hands in with another answer of the same counter, one as it stands.
    let rival = json!({ "answers": [answer(&find(&paper, "numeric"), 1, json!({ "value": 5 }))] });
    let hand_in = |body: Value| {
        let call = owner.post(&at(&id, "/submission")).json(&body);
        async move { call.await.expect_status(200).json() }
    };
    let (first, second) = join(hand_in(rival), hand_in(json!({}))).await;
    assert_eq!(outcomes(&first), ["superseded"]);
    assert_eq!(
        (&first["attempt"]["handed_in_at"], &first["attempt"]["result"]["score"]),
        (&second["attempt"]["handed_in_at"], &json!(10_000))
    );
    // An answer that arrives with the handing in is either in it or told so.
    let (owner, id) = begun(&app, &json!({})).await;
    let paper = owner.get(&at(&id, "")).await.json();
    let body = json!({ "answers": [answer(&find(&paper, "single"), 1, json!({ "choice": "a" }))] });
    let (saved, handed) = join(async { owner.post(&at(&id, "/answers")).json(&body).await }, async {
        owner.post(&at(&id, "/submission")).json(&json!({})).await
    })
    .await;
    handed.expect_status(200);
    let kept = owner.get(&at(&id, "")).await.json()["answers"].as_array().unwrap().len();
    assert_eq!((saved.status == 200, kept), (kept == 1, kept), "{}", saved.text());
    assert!(saved.status == 200 || saved.status == 409);
}

#[actix_web::test]
async fn a_published_test_is_fixed_only_its_end_is_put_off_and_a_draft_is_for_those_who_teach() {
    let app = TestApp::new().await;
    let trainer = app.trainer();
    let cohort = announced_cohort(&app, &json!({ "trainer_ids": [trainer.person()] })).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let id = drafted_exam(&app, &cohort, &json!({ "kind": "before" })).await;
    let place = format!("/api/v1/exams/{id}");
    owner.get(&place).await.expect_status(404);
    let draft = trainer.get(&place).await.expect_status(200).json();
    let question = draft["question_ids"][0].as_str().unwrap().to_owned();
    let input =
        json!({ "kind": "before", "question_ids": [question], "opens_at": "2026-05-05T08:00:00Z", "closes_at": "2026-05-04T08:00:00Z" });
    let twice = trainer.post(&format!("/api/v1/cohorts/{cohort}/exams")).json(&input).await.expect_status(422);
    twice.expect_faults(&[("/closes_at", "wrong_order"), ("/kind", "already_exists")]);
    for _ in 0..2 {
        trainer.post(&format!("{place}/publication")).await.expect_status(200);
    }
    app.chamber("16")
        .patch(&format!("/api/v1/questions/{question}"))
        .if_match("*")
        .json(&json!({ "correct": ["c"] }))
        .await
        .expect_status(200);
    let change = |body: Value| trainer.patch(&place).if_match("*").json(&body);
    change(json!({ "minutes": 90 })).await.expect_status(409);
    change(json!({ "closes_at": "2026-05-04T16:00:00Z" })).await.expect_status(409);
    change(json!({ "closes_at": "2026-05-04T18:00:00Z" })).await.expect_status(200);
    trainer.delete(&place).await.expect_status(409);
    let paper = owner.post(&format!("{place}/attempts")).json(&json!({ "enrolment_id": enrolment })).await.expect_status(201).json();
    let attempt = paper["id"].as_str().unwrap();
    let handed = owner.post(&at(attempt, "/submission")).json(&json!({ "answers": right(&paper) })).await.expect_status(200).json();
    assert_eq!(handed["attempt"]["result"]["score"], 10_000, "the key is that of the day it was published");
    app.advance(Duration::hours(10));
    let (late, enrolment) = seat(&app, &cohort, "سعاد").await;
    let body = json!({ "enrolment_id": enrolment });
    assert!(late.post(&format!("{place}/attempts")).json(&body).await.expect_status(409).text().contains("أُغلق الاختبار"));
}
