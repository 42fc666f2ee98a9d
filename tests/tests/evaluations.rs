//! What participants think of a course and what came of it: handed in once by the association or a link, read together only.

use api::kernel::db::schema::{audit_entries, evaluation_answers, evaluation_links};
use api::kernel::db::types::Json;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{Finished, SIX_MONTHS_AGO, YESTERDAY, asked_to_evaluate, course_use, evaluate, evaluation_token, finished, judgement};

fn results(cohort: &str) -> String {
    format!("/api/v1/cohorts/{cohort}/evaluation")
}

async fn all_judge(finished: &Finished<'_>) {
    for (place, (owner, enrolment)) in finished.owners.iter().zip(&finished.enrolments).enumerate() {
        evaluate(owner, enrolment, &judgement(u32::try_from(place % 5).unwrap() + 1)).await.expect_status(200);
    }
}

#[actix_web::test]
async fn each_round_has_its_days_and_what_is_handed_in_stays() {
    let app = TestApp::new().await;
    let finished = finished(&app, 2, YESTERDAY).await;
    let (owner, enrolment) = (&finished.owners[0], &finished.enrolments[0]);
    let path = format!("/api/v1/enrolments/{enrolment}/evaluations");
    let asked = owner.get(&path).await.expect_status(200).json();
    let turns: Vec<_> = asked["rounds"].as_array().unwrap().iter().map(|one| (&one["opens_on"], &one["closes_on"], &one["due"])).collect();
    let day = |text: &str| json!(text);
    assert_eq!(turns[0], (&day("2026-05-03"), &day("2026-07-02"), &json!(true)));
    assert_eq!(turns[1], (&day("2026-11-03"), &day("2027-01-02"), &json!(false)));

    evaluate(owner, enrolment, &course_use("never", 0)).await.expect_status(409).expect_faults(&[("/round", "evaluation_not_open")]);
    let said = evaluate(owner, enrolment, &judgement(4)).await.expect_status(200).json();
    assert_eq!((&said["rounds"][0]["handed_in_on"], &said["rounds"][0]["due"]), (&json!("2026-05-04"), &json!(false)));
    evaluate(owner, enrolment, &judgement(1)).await.expect_status(409).expect_faults(&[("/round", "handed_in")]);

    evaluate(&finished.owners[1], enrolment, &judgement(1)).await.expect_status(404);
    finished.owners[1].get(&path).await.expect_status(404);
    app.chamber("16").get(&path).await.expect_status(403);

    let old = self::finished(&app, 1, SIX_MONTHS_AGO).await;
    evaluate(&old.owners[0], &old.enrolments[0], &judgement(3)).await.expect_status(409).expect_faults(&[("/round", "evaluation_closed")]);
    evaluate(&old.owners[0], &old.enrolments[0], &course_use("regularly", 2)).await.expect_status(200);
}

#[actix_web::test]
async fn what_does_not_belong_to_a_round_is_named() {
    let app = TestApp::new().await;
    let finished = finished(&app, 1, SIX_MONTHS_AGO).await;
    let mut wrong = course_use("never", 1001);
    wrong["judgement"] = judgement(3)["judgement"].clone();
    wrong["course_use"]["tools"] = json!([
        { "tool": "activity_network", "frequency": "never" },
        { "tool": "activity_network", "frequency": "regularly" },
        { "tool": "partners", "frequency": "never" }
    ]);
    let refused = evaluate(&finished.owners[0], &finished.enrolments[0], &wrong).await.expect_status(422);
    refused.expect_faults(&[("/course_use/projects_begun", "too_large")]);
    wrong["course_use"]["projects_begun"] = json!(1);
    let refused = evaluate(&finished.owners[0], &finished.enrolments[0], &wrong).await.expect_status(422);
    refused.expect_faults(&[
        ("/judgement", "not_allowed"),
        ("/course_use/tools/1/tool", "repeated"),
        ("/course_use/tools/2/tool", "not_allowed"),
    ]);
    let empty = json!({ "round": "after_6_months" });
    evaluate(&finished.owners[0], &finished.enrolments[0], &empty).await.expect_status(422).expect_faults(&[("/course_use", "required")]);
}

#[actix_web::test]
async fn nothing_is_read_before_a_round_is_over_nor_of_fewer_than_five() {
    let app = TestApp::new().await;
    let few = finished(&app, 4, YESTERDAY).await;
    all_judge(&few).await;
    let many = finished(&app, 6, YESTERDAY).await;
    all_judge(&many).await;
    let officer = app.chamber("16");
    let open = officer.get(&results(&many.cohort)).await.expect_status(200).json();
    let round = &open["rounds"][0];
    assert_eq!((&round["answered"], &round["participants"], &round["withheld"]), (&json!(6), &json!(6), &json!("not_over")));
    assert_eq!(
        (&round["judgement"], &round["comments"]),
        (&Value::Null, &json!([])),
        "one more may come, and would be told by the difference"
    );

    for cohort in [&few.cohort, &many.cohort] {
        officer.post(&format!("/api/v1/cohorts/{cohort}/closure")).await.expect_status(200);
    }
    let read = officer.get(&results(&few.cohort)).await.expect_status(200).json();
    assert_eq!((&read["rounds"][0]["withheld"], &read["rounds"][0]["judgement"]), (&json!("too_few"), &Value::Null));
    let read = officer.get(&results(&many.cohort)).await.expect_status(200).json();
    let round = &read["rounds"][0];
    assert_eq!(round["withheld"], Value::Null, "everybody of a closed cohort has answered");
    // 1, 2, 3, 4, 5, 1.
    assert_eq!((&round["judgement"]["aims"], &round["judgement"]["would_recommend"]), (&json!(2667), &json!(3)));
    assert_eq!(round["comments"].as_array().unwrap().len(), 6);
    assert_eq!(read["rounds"][1]["withheld"], "not_over");

    app.chamber("31").get(&results(&many.cohort)).await.expect_status(404);
    many.owners[0].get(&results(&many.cohort)).await.expect_status(403);
    app.national().get(&results(&many.cohort)).await.expect_status(200);
}

#[actix_web::test]
async fn after_six_months_it_is_counted_what_is_used_and_what_was_begun() {
    let app = TestApp::new().await;
    let finished = finished(&app, 6, SIX_MONTHS_AGO).await;
    let said = [("never", 0), ("sometimes", 0), ("regularly", 1), ("regularly", 2), ("regularly", 0)];
    for (place, (frequency, projects)) in said.into_iter().enumerate() {
        evaluate(&finished.owners[place], &finished.enrolments[place], &course_use(frequency, projects)).await.expect_status(200);
    }
    app.advance(Duration::days(61));
    let read = app.chamber("16").get(&results(&finished.cohort)).await.expect_status(200).json();
    let round = &read["rounds"][1];
    assert_eq!((&round["state"], &round["answered"], &round["participants"]), (&json!("closed"), &json!(5), &json!(6)));
    let used = &round["course_use"];
    let tool = json!({ "tool": "activity_network", "never": 1, "sometimes": 1, "regularly": 3 });
    assert!(used["tools"].as_array().unwrap().contains(&tool), "{used}");
    assert_eq!((&used["projects_begun"], &used["with_projects"], &used["with_partnerships"]), (&json!(3), &json!(2), &json!(5)));
}

#[actix_web::test]
async fn a_link_answers_without_a_password_once_and_nothing_tells_whose_answer_it_is() {
    let app = TestApp::new().await;
    let finished = finished(&app, 2, YESTERDAY).await;
    let visitor = app.visitor();
    let token = asked_to_evaluate(&app, &finished.cohort, "end", &finished.owners[0]).await;
    let place = format!("/api/v1/evaluation-links/{token}");
    let opened = visitor.get(&place).await.expect_status(200);
    assert!(!opened.text().contains("نادية"), "no names of people: {}", opened.text());
    let opened = opened.json();
    assert_eq!((&opened["round"], &opened["due"], &opened["cohort_name"]["ar"]), (&json!("end"), &json!(true), &json!("دورة الجزائر")));
    visitor.post(&place).json(&course_use("never", 0)).await.expect_status(422).expect_faults(&[("/round", "not_allowed")]);
    let said = visitor.post(&place).json(&judgement(2)).await.expect_status(200).json();
    assert_eq!((&said["due"], &said["handed_in_on"]), (&json!(false), &json!("2026-05-04")));
    visitor.post(&place).json(&judgement(5)).await.expect_status(409).expect_faults(&[("/round", "handed_in")]);
    evaluate(&finished.owners[0], &finished.enrolments[0], &judgement(5))
        .await
        .expect_status(409)
        .expect_faults(&[("/round", "handed_in")]);
    visitor.get(&format!("/api/v1/evaluation-links/{}", "A".repeat(43))).await.expect_status(404).expect_problem("not_found");

    let mut conn = app.kernel.db.reader().unwrap();
    let entries: Vec<Option<Json>> = audit_entries::table.select(audit_entries::after).load(&mut *conn).unwrap();
    let log: Vec<&str> = entries.iter().flatten().map(Json::text).collect();
    assert!(log.iter().any(|entry| entry.contains("handed_in")));
    assert!(!log.iter().any(|entry| entry.contains(&token) || entry.contains("الميزانية") || entry.contains("would_recommend")));
    let answers: Vec<(String, Json)> =
        evaluation_answers::table.select((evaluation_answers::id, evaluation_answers::document)).load(&mut *conn).unwrap();
    let answer = format!("{} {}", answers[0].0, answers[0].1.text());
    assert!(answers.len() == 1 && !answer.contains(&finished.enrolments[0]) && !answer.contains("2026"), "{answer}");
    let kept: Vec<Vec<u8>> = evaluation_links::table.select(evaluation_links::token_hash).load(&mut *conn).unwrap();
    assert!(kept.len() == 2 && kept.iter().all(|hash| hash.len() == 32));
    drop(conn);

    app.advance(Duration::days(59));
    visitor.get(&place).await.expect_status(200);
    app.advance(Duration::days(1));
    visitor.get(&place).await.expect_status(404);
}

#[actix_web::test]
async fn whoever_organises_asks_those_who_have_not_answered_and_the_server_asks_once_by_itself() {
    let app = TestApp::new().await;
    let finished = finished(&app, 2, YESTERDAY).await;
    let path = format!("/api/v1/cohorts/{}/evaluation-requests", finished.cohort);
    let ask = json!({ "round": "end" });
    app.chamber("31").post(&path).json(&ask).await.expect_status(403);
    let early = json!({ "round": "after_6_months" });
    app.chamber("16").post(&path).json(&early).await.expect_status(409).expect_faults(&[("/round", "evaluation_not_open")]);
    app.letters(&finished.owners[0]);
    let ask_due = || api::resources::evaluations::ask_due(&app.kernel).unwrap();
    assert_eq!((ask_due(), ask_due()), (2, 0));
    let old = evaluation_token(&app, &finished.owners[1]);
    let at_once = app.chamber("16").post(&path).json(&ask).await.expect_status(200).json();
    assert_eq!((&at_once["asked"], &at_once["asked_lately"], &at_once["participants"]), (&json!(0), &json!(2), &json!(2)));
    evaluate(&finished.owners[0], &finished.enrolments[0], &judgement(4)).await.expect_status(200);
    app.advance(Duration::hours(25));
    let again = app.chamber("16").post(&path).json(&ask).await.expect_status(200).json();
    assert_eq!((&again["asked"], &again["answered"], &again["unreachable"]), (&json!(1), &json!(1), &json!(0)));
    let new = evaluation_token(&app, &finished.owners[1]);
    app.visitor().get(&format!("/api/v1/evaluation-links/{old}")).await.expect_status(404);
    app.visitor().get(&format!("/api/v1/evaluation-links/{new}")).await.expect_status(200);
    app.advance(Duration::days(184));
    assert_eq!((ask_due(), ask_due()), (2, 0), "and after six months");
}

#[actix_web::test]
async fn two_answers_of_one_participant_at_once_are_one_and_the_condition_of_the_certificate_is_met() {
    let app = TestApp::new().await;
    let finished = finished(&app, 1, YESTERDAY).await;
    let (owner, enrolment) = (&finished.owners[0], &finished.enrolments[0]);
    let scheme = json!({ "parts": [{ "source": "attendance", "weight": 1 }], "certificate": { "evaluation": true } });
    app.chamber("16").put(&format!("/api/v1/cohorts/{}/scheme", finished.cohort)).if_match("*").json(&scheme).await.expect_status(200);
    let book = format!("/api/v1/cohorts/{}/gradebook", finished.cohort);
    app.chamber("16").post(&format!("/api/v1/cohorts/{}/closure", finished.cohort)).await.expect_status(200);
    let before = app.chamber("16").get(&book).await.expect_status(200).json();
    let told = |book: &Value| [&book["closed"], &book["certificates"]["due"], &book["certificates"]["not_yet_known"]].map(Clone::clone);
    assert_eq!(told(&before), [json!(true), json!(0), json!(1)], "the course is closed, the evaluation still open");
    let calls = (1..=4).map(|stars| evaluate(owner, enrolment, &judgement(stars)).answer());
    let answers = futures_util::future::join_all(calls).await;
    let mut statuses: Vec<u16> = answers.iter().map(|(answer, _)| answer.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409]);
    let mut conn = app.kernel.db.reader().unwrap();
    let kept: i64 = evaluation_answers::table.count().get_result(&mut *conn).unwrap();
    drop(conn);
    assert_eq!(kept, 1);
    let after = app.chamber("16").get(&book).await.expect_status(200).json();
    assert_eq!(told(&after), [json!(true), json!(1), json!(0)]);
}
