//! Cohorts: announced, nominated for, full, promoted from the waiting list with quotas kept, replaced, called off.

use chrono::Duration;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::world::{announced_cohort, cohort, drafted_cohort, enrolled, nominate, participant, president, taught, verified};
use tests::{Actor, TestApp};

fn at(id: &str) -> String {
    format!("/api/v1/cohorts/{id}")
}

fn enrolment(id: &str, what: &str) -> String {
    format!("/api/v1/enrolments/{id}/{what}")
}

fn man(name: &str) -> Value {
    json!({ "name": name, "gender": "man" })
}

async fn statuses(actor: &Actor<'_>, cohort: &str) -> Vec<String> {
    let items = actor.get(&format!("/api/v1/enrolments?cohort_id={cohort}")).await.expect_status(200).items();
    items.iter().map(|item| item["status"].as_str().unwrap().to_owned()).collect()
}

#[actix_web::test]
async fn a_draft_is_its_organisers_and_an_announced_cohort_everybodys_but_for_where_it_meets_online() {
    let app = TestApp::new().await;
    let id = drafted_cohort(&app, &json!({})).await;
    app.visitor().get(&at(&id)).await.expect_status(404);
    app.chamber("31").get(&at(&id)).await.expect_status(404);
    let officer = app.chamber("16");
    officer.post(&format!("{}/publication", at(&id))).await.expect_status(200);
    officer.post(&format!("{}/publication", at(&id))).await.expect_status(409);
    let read = app.visitor().get(&at(&id)).await.expect_status(200).json();
    assert_eq!(
        (&read["online_url"], &read["open"], &read["course_number"], &read["minutes"]),
        (&Value::Null, &json!(true), &json!(1), &json!(600))
    );
    assert!(officer.get(&at(&id)).await.json()["online_url"].is_string());
    app.chamber("31").patch(&at(&id)).if_match("*").json(&json!({ "capacity": 9 })).await.expect_status(403);
    let found = app.visitor().get("/api/v1/cohorts?q=alger&wilaya=16&status=published&from=2026-06-20").await.expect_status(200).items();
    assert_eq!((found.len(), &found[0]["counts"]["enrolled"]), (1, &json!(0)));
    assert!(app.visitor().get("/api/v1/cohorts?from=2026-06-21").await.items().is_empty());
    let calendar = |query: &str| app.visitor().get(&format!("/api/v1/events/calendar{query}"));
    assert!(calendar("?wilaya=16&language=fr").await.text().contains("Session d’Alger"), "it stands in the calendar of events");
    for other in ["?wilaya=31", "?kind=salon"] {
        assert!(!calendar(other).await.text().contains(&id), "{other}");
    }
}

#[actix_web::test]
async fn chambers_nominate_their_own_until_the_seats_are_taken_and_then_people_wait() {
    let app = TestApp::new().await;
    let (id, officer) = (announced_cohort(&app, &json!({})).await, app.chamber("16"));
    for name in ["نادية", "سعاد", "ليلى"] {
        enrolled(&app, &id, name).await;
    }
    assert_eq!(statuses(&officer, &id).await, ["enrolled", "enrolled", "waiting"]);
    let waiting = officer.get(&format!("/api/v1/enrolments?cohort_id={id}&status=waiting")).await.items();
    assert_eq!((&waiting[0]["place"], &waiting[0]["online_url"]), (&json!(1), &Value::Null));
    for (path, total) in [
        (format!("/api/v1/enrolments?cohort_id={id}&status=enrolled&limit=1"), 2),
        (format!("/api/v1/enrolments?cohort_id={id}&limit=1"), 3),
        ("/api/v1/cohorts?q=no-such-cohort".to_owned(), 0),
        ("/api/v1/cohorts?limit=1".to_owned(), 1),
    ] {
        let list = officer.get(&format!("{path}&include_total=true")).await.expect_status(200).json();
        assert_eq!(list["total"], json!(total), "{path}");
    }
    let foreign = json!({ "association_id": verified(&app).await, "participant": man("كريم") });
    app.chamber("31").post(&format!("{}/enrolments", at(&id))).json(&foreign).await.expect_status(403);
    let same = json!({ "association_id": waiting[0]["association_id"], "participant": participant("ليلى") });
    officer.post(&format!("{}/enrolments", at(&id))).json(&same).await.expect_status(409);
    let nobody = json!({ "association_id": "01890000-0000-7000-8000-000000000000", "participant": man("كريم") });
    officer
        .post(&format!("{}/enrolments", at(&id)))
        .json(&nobody)
        .await
        .expect_status(422)
        .expect_faults(&[("/association_id", "no_such")]);
    let more = officer.patch(&at(&id)).if_match("*").json(&json!({ "capacity": 3 })).await.expect_status(200).json();
    assert_eq!((&more["counts"]["enrolled"], &more["counts"]["waiting"]), (&json!(3), &json!(0)), "more seats are given out at once");
    let fewer = officer.patch(&at(&id)).if_match("*").json(&json!({ "capacity": 2 })).await.expect_status(422);
    fewer.expect_faults(&[("/capacity", "too_small")]);
}

#[actix_web::test]
async fn an_association_enrols_its_own_where_it_may_and_its_chamber_agrees() {
    let app = TestApp::new().await;
    let closed = announced_cohort(&app, &json!({})).await;
    let association = verified(&app).await;
    let owner = president(&app, &association);
    let body = json!({ "participant": participant("نادية") });
    owner.post(&format!("{}/enrolments", at(&closed))).json(&body).await.expect_status(409);
    let id = announced_cohort(&app, &json!({ "self_enrolment": true })).await;
    let asked = owner.post(&format!("{}/enrolments", at(&id))).json(&body).await.expect_status(201).json();
    assert_eq!((&asked["status"], &asked["association_id"]), (&json!("requested"), &json!(association)));
    let asked = asked["id"].as_str().unwrap();
    let other = json!({ "association_id": verified(&app).await, "participant": participant("سعاد") });
    owner
        .post(&format!("{}/enrolments", at(&id)))
        .json(&other)
        .await
        .expect_status(422)
        .expect_faults(&[("/association_id", "not_allowed")]);
    app.chamber("31").post(&enrolment(asked, "approval")).await.expect_status(404);
    let officer = app.chamber("16");
    for _ in 0..2 {
        let approved = officer.post(&enrolment(asked, "approval")).await.expect_status(200).json();
        assert_eq!(approved["status"], "enrolled");
    }
    assert!(app.letters(&owner).iter().any(|letter| letter.contains("لكم مقعد") && letter.contains("نادية")));
    let own = owner.get("/api/v1/enrolments").await.expect_status(200).items();
    assert_eq!((own.len(), own[0]["online_url"].is_string()), (1, true));
    officer.post(&enrolment(asked, "refusal")).json(&json!({ "reason": "ليست عضوا في المكتب" })).await.expect_status(200);
    assert!(app.letters(&owner).iter().any(|letter| letter.contains("ليست عضوا في المكتب")));
    officer.post(&enrolment(asked, "approval")).await.expect_status(409);
    let steps = owner.get(&enrolment(asked, "steps")).await.expect_status(200).items();
    let states: Vec<&Value> = steps.iter().map(|step| &step["to_status"]).collect();
    assert_eq!(states, ["requested", "waiting", "enrolled", "refused"]);
}

#[actix_web::test]
async fn a_kept_seat_goes_to_whom_it_is_kept_for_and_lapses_when_nominations_close() {
    let app = TestApp::new().await;
    let quotas = json!([{ "code": "women", "name": { "ar": "النساء" }, "seats": 1, "for": { "women": true } }]);
    let id = announced_cohort(&app, &json!({ "quotas": quotas })).await;
    let officer = app.chamber("16");
    for name in ["كريم", "يوسف"] {
        nominate(&app, &officer, &id, &man(name)).await;
    }
    assert_eq!(statuses(&officer, &id).await, ["enrolled", "waiting"], "the seat kept for women stays free");
    let woman = nominate(&app, &officer, &id, &participant("نادية")).await;
    assert_eq!((&woman["status"], &woman["quota"]), (&json!("enrolled"), &json!("women")));
    let woman = woman["id"].as_str().unwrap();
    officer.post(&enrolment(woman, "withdrawal")).json(&json!({ "reason": "ظرف عائلي" })).await.expect_status(200);
    assert_eq!(statuses(&officer, &id).await, ["enrolled", "waiting", "withdrawn"]);
    app.advance(Duration::days(17));
    assert_eq!(api::resources::cohorts::lapse_due(&app.kernel).unwrap(), 1);
    assert_eq!(api::resources::cohorts::lapse_due(&app.kernel).unwrap(), 0);
    let officer = app.chamber("16");
    assert_eq!(statuses(&officer, &id).await, ["enrolled", "enrolled", "withdrawn"]);
    let late = json!({ "association_id": verified(&app).await, "participant": man("متأخر") });
    officer.post(&format!("{}/enrolments", at(&id))).json(&late).await.expect_status(409);
}

#[actix_web::test]
async fn whoever_leaves_is_followed_by_the_next_whom_the_quotas_let_in() {
    let app = TestApp::new().await;
    let quotas = json!([{ "code": "women", "name": { "ar": "النساء" }, "seats": 1, "for": { "women": true } }]);
    let id = announced_cohort(&app, &json!({ "quotas": quotas })).await;
    let officer = app.chamber("16");
    let first = nominate(&app, &officer, &id, &participant("نادية")).await["id"].as_str().unwrap().to_owned();
    for who in [man("كريم"), man("يوسف"), participant("سعاد")] {
        nominate(&app, &officer, &id, &who).await;
    }
    assert_eq!(statuses(&officer, &id).await, ["enrolled", "enrolled", "waiting", "waiting"]);
    officer.post(&enrolment(&first, "withdrawal")).json(&json!({ "reason": "ظرف عائلي" })).await.expect_status(200);
    assert_eq!(statuses(&officer, &id).await, ["withdrawn", "enrolled", "waiting", "enrolled"], "a woman follows a woman");
}

#[actix_web::test]
async fn a_participant_is_replaced_also_after_the_close_and_the_seat_stays_with_the_chamber() {
    let app = TestApp::new().await;
    let id = announced_cohort(&app, &json!({ "capacity": 1 })).await;
    let officer = app.chamber("16");
    let first = enrolled(&app, &id, "نادية").await;
    enrolled(&app, &id, "ليلى").await;
    app.advance(Duration::days(20));
    let officer_later = app.chamber("16");
    drop(officer);
    let swap = json!({ "participant": participant("سعاد"), "reason": "سفر في مهمة" });
    let next = officer_later.post(&enrolment(&first, "replacement")).json(&swap).await.expect_status(201).json();
    assert_eq!((&next["status"], &next["replaces_id"]), (&json!("enrolled"), &json!(first)));
    let mut all = statuses(&officer_later, &id).await;
    all.sort_unstable();
    assert_eq!(all, ["enrolled", "waiting", "withdrawn"]);
    officer_later.post(&enrolment(&first, "replacement")).json(&swap).await.expect_status(409);
}

#[actix_web::test]
async fn two_who_take_the_last_seat_and_one_who_leaves_meanwhile_never_make_it_two() {
    let app = TestApp::new().await;
    let id = announced_cohort(&app, &json!({ "self_enrolment": true, "approval": "nobody" })).await;
    let leaver = enrolled(&app, &id, "نادية").await;
    let mut owners = Vec::new();
    for _ in 0..4 {
        owners.push(president(&app, &verified(&app).await));
    }
    let officer = app.chamber("16");
    let path = format!("{}/enrolments", at(&id));
    let body = json!({ "participant": participant("مشاركة") });
    let (takes, leave) = (join_all(owners.iter().map(|owner| async { owner.post(&path).json(&body).await.status })), async {
        officer.post(&enrolment(&leaver, "withdrawal")).json(&json!({ "reason": "ظرف عائلي" })).await.status
    });
    let (taken, left) = futures_util::future::join(takes, leave).await;
    assert_eq!((taken, left), (vec![201; 4], 200));
    let mut all = statuses(&officer, &id).await;
    all.sort_unstable();
    assert_eq!(all, ["enrolled", "enrolled", "waiting", "waiting", "withdrawn"]);
}

#[actix_web::test]
async fn calling_off_and_the_days_before_are_told_to_everybody_once() {
    let app = TestApp::new().await;
    let id = announced_cohort(&app, &json!({ "self_enrolment": true, "approval": "nobody" })).await;
    let association = verified(&app).await;
    let owner = president(&app, &association);
    owner.post(&format!("{}/enrolments", at(&id))).json(&json!({ "participant": participant("نادية") })).await.expect_status(201);
    app.letters(&owner);
    assert_eq!(api::resources::cohorts::remind_due(&app.kernel).unwrap(), 0, "there are weeks left");
    app.advance(Duration::days(26));
    assert_eq!(api::resources::cohorts::remind_due(&app.kernel).unwrap(), 1);
    assert_eq!(api::resources::cohorts::remind_due(&app.kernel).unwrap(), 0);
    assert!(app.letters(&owner)[0].contains("تبدأ الدورة بعد أيام قليلة"));
    let officer = app.chamber("16");
    officer.post(&format!("{}/closure", at(&id))).await.expect_status(409);
    officer.post(&format!("{}/cancellation", at(&id))).json(&json!({ "reason": "تعذر توفير القاعة" })).await.expect_status(200);
    assert!(app.letters(&owner)[0].contains("تعذر توفير القاعة"));
    let read = app.visitor().get(&at(&id)).await.json();
    assert_eq!((&read["status"], &read["status_reason"]), (&json!("cancelled"), &json!("تعذر توفير القاعة")));
    officer.patch(&at(&id)).if_match("*").json(&json!({ "capacity": 9 })).await.expect_status(409);
}

#[actix_web::test]
async fn what_contradicts_itself_is_named() {
    let app = TestApp::new().await;
    let mut wrong = cohort(&taught(&app).await);
    wrong["ends_on"] = json!("2026-05-30");
    wrong["closes_at"] = json!("2026-06-02T08:00:00Z");
    wrong["languages"] = json!(["ar", "ar"]);
    wrong["trainer_ids"] = json!(["01890000-0000-7000-8000-000000000000"]);
    wrong["quotas"] = json!([
        { "code": "a", "name": { "ar": "أ" }, "seats": 2, "for": {} },
        { "code": "a", "name": { "ar": "ب" }, "seats": 2, "for": { "wilayas": ["16", "99"] } }
    ]);
    wrong["place"]["commune_code"] = json!("9999");
    let refused = app.chamber("16").post("/api/v1/cohorts").json(&wrong).await.expect_status(422);
    let mut faults = refused.faults();
    faults.sort();
    let found: Vec<(&str, &str)> = faults.iter().map(|(pointer, code)| (pointer.as_str(), code.as_str())).collect();
    assert_eq!(
        found,
        [
            ("/closes_at", "too_large"),
            ("/ends_on", "wrong_order"),
            ("/languages/1", "repeated"),
            ("/place/commune_code", "no_such"),
            ("/quotas", "too_large"),
            ("/quotas/0/for", "required"),
            ("/quotas/1/code", "repeated"),
            ("/quotas/1/for/wilayas/1", "no_such"),
            ("/trainer_ids/0", "no_such"),
        ]
    );
}
