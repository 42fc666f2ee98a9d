//! The gradebook: what it follows from, who reads what of it, and that its queries do not grow.

use api::kernel::db::schema::{enrolments, submissions};
use api::kernel::db::types::Json;
use api::kernel::ids::AssociationId;
use api::resources::cohorts::{EnrolmentId, Id as CohortId};
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::TestApp;
use tests::world::{announced_cohort, answer, assigned, find, hand_in, levels, piece, president, published_exam, seat, verified};

fn at(cohort: &str, what: &str) -> String {
    format!("/api/v1/cohorts/{cohort}/{what}")
}

#[actix_web::test]
async fn grades_follow_from_what_was_sat_and_handed_in_by_a_scheme_and_a_closed_course_counts_what_is_missing_as_nothing() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let cohort = announced_cohort(&app, &json!({ "starts_on": "2026-05-20", "ends_on": "2026-06-20" })).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let (_, idle) = seat(&app, &cohort, "سعاد").await;
    let usual = officer.get(&at(&cohort, "scheme")).await.expect_status(200).json();
    assert_eq!(
        (&usual["usual"], &usual["certificate"]["least_attendance"], &usual["parts"][0]["source"]),
        (&json!(true), &json!(8000), &json!("attendance"))
    );
    let exam = published_exam(&app, &cohort, &json!({})).await;
    let task = assigned(&app, &cohort, &json!({})).await;
    let paper = owner.post(&format!("/api/v1/exams/{exam}/attempts")).json(&json!({ "enrolment_id": enrolment })).await.json();
    let given = json!({ "answers": [answer(&find(&paper, "single"), 1, json!({ "choice": "a" }))] });
    owner.post(&format!("/api/v1/exam-attempts/{}/submission", paper["id"].as_str().unwrap())).json(&given).await.expect_status(200);
    let project = piece(&owner).await;
    let work = hand_in(&owner, &task, &enrolment, &project).await;
    let accept = format!("/api/v1/submissions/{}/acceptance", work["id"].as_str().unwrap());
    officer.post(&accept).json(&json!({ "levels": levels("good") })).await.expect_status(200);
    let book = officer.get(&at(&cohort, "gradebook")).await.expect_status(200).json();
    let sources: Vec<&Value> = book["parts"].as_array().unwrap().iter().map(|part| &part["source"]).collect();
    assert_eq!(sources, ["attendance", "test_after", "assignment"]);
    let grade = |book: &Value, line: usize| book["participants"][line]["grade"].clone();
    let of = grade(&book, 0);
    assert_eq!((&of["grade"], &of["so_far"], &of["certificate"]), (&Value::Null, &json!(5_000), &json!("not_yet_known")));
    assert_eq!((&of["parts"][1]["score"], &of["parts"][2]["score"]), (&json!(2_500), &json!(7_500)));

    let scheme = json!({
        "parts": [{ "source": "test_after", "weight": 1 }, { "source": "assignment", "assignment_id": task, "weight": 3 }],
        "certificate": { "least_grade": 6000, "assignments_accepted": "all" }
    });
    let wrong = json!({ "parts": [{ "source": "test_after", "weight": 1 }, { "source": "assignment", "weight": 1 }, { "source": "attendance", "assignment_id": task, "weight": 1 }] });
    let put = |body: &Value| officer.put(&at(&cohort, "scheme")).if_match("\"0\"").json(body);
    put(&wrong)
        .await
        .expect_status(422)
        .expect_faults(&[("/parts/1/assignment_id", "required"), ("/parts/2/assignment_id", "not_allowed")]);
    let unmet = json!({ "parts": [{ "source": "test_after", "weight": 1 }], "certificate": { "least_attendance": 8000 } });
    put(&unmet).await.expect_status(422).expect_faults(&[("/certificate/least_attendance", "missing_part")]);
    put(&scheme).await.expect_status(200);
    put(&scheme).await.expect_status(412);
    let book = officer.get(&at(&cohort, "gradebook")).await.json();
    assert_eq!((&grade(&book, 0)["grade"], &grade(&book, 0)["certificate"]), (&json!(6_250), &json!("due")));
    assert_eq!((&grade(&book, 1)["grade"], &grade(&book, 1)["certificate"]), (&Value::Null, &json!("not_yet_known")));

    let progress = officer.get(&at(&cohort, "progress")).await.expect_status(200).json();
    assert_eq!(
        (&progress["participants"], &progress["exams"][0]["sat"], &progress["exams"][0]["mean"]),
        (&json!(2), &json!(1), &json!(2_500))
    );
    assert_eq!(
        (&progress["assignments"][0]["accepted"], &progress["assignments"][0]["missing"], &progress["in_danger"]),
        (&json!(1), &json!(1), &json!([]))
    );
    app.advance(chrono::Duration::days(17));
    let officer = app.chamber("16");
    assert_eq!(officer.get(&at(&cohort, "progress")).await.json()["in_danger"], json!([idle]), "what is due was not handed in");
    officer.post(&at(&cohort, "closure")).await.expect_status(200);
    let book = officer.get(&at(&cohort, "gradebook")).await.json();
    assert_eq!((&book["closed"], &grade(&book, 1)["grade"], &grade(&book, 1)["certificate"]), (&json!(true), &json!(0), &json!("not_due")));
    officer.put(&at(&cohort, "scheme")).if_match("*").json(&scheme).await.expect_status(409);
    let table = officer.get(&at(&cohort, "gradebook")).header("accept", "text/csv").await.expect_status(200).text();
    let lines: Vec<&str> = table.lines().collect();
    assert!(
        lines[0].contains("شبكة الأنشطة (3)") && lines[1].contains("نادية") && lines[1].contains("62.50") && lines[1].ends_with("due"),
        "{table}"
    );
}

#[actix_web::test]
async fn an_association_reads_its_own_grades_a_chamber_those_of_its_wilayas_and_another_cohorts_are_not_there() {
    let app = TestApp::new().await;
    let (own, foreign) = (app.trainer(), app.trainer());
    let cohort = announced_cohort(&app, &json!({ "trainer_ids": [own.person()] })).await;
    announced_cohort(&app, &json!({ "trainer_ids": [foreign.person()] })).await;
    let (owner, enrolment) = seat(&app, &cohort, "نادية").await;
    let _ = seat(&app, &cohort, "سعاد").await;
    published_exam(&app, &cohort, &json!({})).await;
    for part in ["gradebook", "scheme", "exams", "assignments", "progress"] {
        for stranger in [app.chamber("31"), foreign.clone()] {
            stranger.get(&at(&cohort, part)).await.expect_status(404);
        }
        let mine = owner.get(&at(&cohort, part)).await.status;
        assert_eq!(mine, if part == "progress" { 403 } else { 200 }, "{part}");
        president(&app, &verified(&app).await).get(&at(&cohort, part)).await.expect_status(if part == "progress" { 403 } else { 404 });
    }
    let lines = |book: Value| book["participants"].as_array().unwrap().iter().map(|line| line["enrolment_id"].clone()).collect::<Vec<_>>();
    assert_eq!(lines(owner.get(&at(&cohort, "gradebook")).await.json()), [json!(enrolment)]);
    for reader in [own, app.ministry(), app.national(), app.chamber("16")] {
        assert_eq!(lines(reader.get(&at(&cohort, "gradebook")).await.expect_status(200).json()).len(), 2);
    }
    app.national().put(&at(&cohort, "scheme")).if_match("*").json(&json!({ "parts": [] })).await.expect_status(403);
}

/// Two hundred participants and forty parts, written straight into the database.
#[actix_web::test]
async fn the_queries_of_a_gradebook_do_not_grow_with_its_participants_and_parts() {
    const PARTICIPANTS: u128 = 200;
    const TASKS: usize = 38;
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    let cohort = announced_cohort(&app, &json!({ "capacity": 2000 })).await;
    let (_, first) = seat(&app, &cohort, "نادية").await;
    assigned(&app, &cohort, &json!({})).await;
    let count = || async {
        officer.get(&at(&cohort, "gradebook")).await.expect_status(200);
        tests::statements::take(app.url());
        officer.get(&at(&cohort, "gradebook")).await.expect_status(200);
        tests::statements::take(app.url()).len()
    };
    let few = count().await;
    let mut tasks = Vec::new();
    for _ in 1..TASKS {
        tasks.push(assigned(&app, &cohort, &json!({})).await.parse::<uuid::Uuid>().unwrap());
    }
    for kind in ["before", "after"] {
        published_exam(&app, &cohort, &json!({ "kind": kind })).await;
    }
    let (owner, _) = seat(&app, &cohort, "سعاد").await;
    let project: uuid::Uuid = piece(&owner).await.parse().unwrap();
    fill(&app, (&cohort, &first), PARTICIPANTS, &tasks, project);
    let started = std::time::Instant::now();
    assert_eq!(count().await, few);
    let took = started.elapsed();
    let book = officer.get(&at(&cohort, "gradebook")).await.json();
    assert_eq!((book["participants"].as_array().unwrap().len(), book["parts"].as_array().unwrap().len()), (202, 41));
    assert_eq!(book["parts"][4]["mean"], 7_500);
    assert!(took.as_secs() < 20, "two readings took {took:?}");
}

fn fill(app: &TestApp, (cohort, like): (&str, &str), participants: u128, tasks: &[uuid::Uuid], project: uuid::Uuid) {
    use {enrolments as e, submissions as s};
    let (cohort, like): (CohortId, EnrolmentId) = (cohort.parse().unwrap(), like.parse().unwrap());
    let now = app.kernel.clock.now();
    let mut conn = app.kernel.db.writer().unwrap();
    let association: AssociationId = e::table.find(like).select(e::association_id).first(&mut *conn).unwrap();
    let participant = Json::of(&json!({ "name": "مشارك", "gender": "man" })).unwrap();
    let given = Json::of(&levels("good")).unwrap();
    for number in 0..participants {
        let id = EnrolmentId::from(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number));
        diesel::insert_into(e::table)
            .values((
                e::id.eq(id),
                e::cohort_id.eq(cohort),
                e::association_id.eq(association),
                e::wilaya_code.eq("16"),
                e::status.eq("enrolled"),
                e::status_since.eq(now),
                e::queued_at.eq(now),
                e::participant_key.eq(number.to_string()),
                e::participant.eq(participant.clone()),
                e::woman.eq(false),
                e::young.eq(false),
                e::remote.eq(false),
                e::version.eq(1_i64),
                e::created_at.eq(now),
                e::updated_at.eq(now),
            ))
            .execute(&mut *conn)
            .unwrap();
        for (place, task) in tasks.iter().enumerate() {
            let id = uuid::Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0000 + number * 100 + place as u128);
            diesel::insert_into(s::table)
                .values((
                    (
                        s::id.eq(EnrolmentId::from(id)),
                        s::assignment_id.eq(EnrolmentId::from(*task)),
                        s::cohort_id.eq(cohort),
                        s::enrolment_id.eq(EnrolmentId::from(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number))),
                        s::project_id.eq(EnrolmentId::from(project)),
                    ),
                    (s::number.eq(1), s::status.eq("accepted"), s::status_since.eq(now), s::handed_in_at.eq(now), s::late.eq(false)),
                    (s::levels.eq(given.clone()), s::version.eq(1_i64), s::created_at.eq(now), s::updated_at.eq(now)),
                ))
                .execute(&mut *conn)
                .unwrap();
        }
    }
}
