//! Certificates: issued when the conditions are met, the same whenever they are printed, checked by anybody, revoked with a reason.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::world::{attended, certified, class, entry, sheet};
use tests::{Actor, TestApp};

fn at(cohort: &str, what: &str) -> String {
    format!("/api/v1/cohorts/{cohort}/{what}")
}

#[actix_web::test]
async fn whoever_meets_the_conditions_gets_one_certificate_however_often_it_is_asked_for() {
    let app = TestApp::new().await;
    let class = attended(&app, 3).await;
    let officers: Vec<Actor<'_>> = (0..4).map(|_| app.chamber("16")).collect();
    let path = at(&class.cohort, "certificates");
    app.letters(&class.owners[0]);
    let told =
        join_all(officers.iter().map(|officer| async { officer.post(&path).json(&json!({})).await.expect_status(200).json() })).await;
    let issued: usize = told.iter().map(|one| one["issued"].as_array().unwrap().len()).sum();
    assert_eq!(issued, 3, "four at once, and nothing twice: {told:?}");
    assert_eq!(app.letters(&class.owners[0]).len(), 1);
    let all = officers[0].get(&path).await.expect_status(200).items();
    assert_eq!(all.len(), 3);
    assert_eq!(class.owners[1].get(&path).await.expect_status(200).items().len(), 1, "an association reads its own");
    app.chamber("31").get(&path).await.expect_status(404);
    app.trainer().get(&path).await.expect_status(404);
    class.owners[0].post(&path).json(&json!({})).await.expect_status(403);
    let foreign = format!("/api/v1/certificates/{}", all[1]["id"].as_str().unwrap());
    class.owners[0].get(&foreign).await.expect_status(404);
}

#[actix_web::test]
async fn whoever_does_not_meet_them_gets_none_and_is_told_whether_it_is_still_possible() {
    let app = TestApp::new().await;
    let class = class(&app, 2).await;
    let officer = app.chamber("16");
    let entries = [
        entry(&app, &class.sessions[0], &class.enrolments[0], "present"),
        entry(&app, &class.sessions[0], &class.enrolments[1], "absent"),
        entry(&app, &class.sessions[2], &class.enrolments[1], "excused"),
    ];
    officer.post(&at(&class.cohort, "attendance")).json(&sheet(&app, &entries)).await.expect_status(200);
    let told = officer.post(&at(&class.cohort, "certificates")).json(&json!({})).await.expect_status(200).json();
    let possible = |id: &str| told["not_due"].as_array().unwrap().iter().find(|one| one["enrolment_id"] == id).unwrap()["possible"].clone();
    assert_eq!(told["issued"], json!([]));
    assert_eq!((possible(&class.enrolments[0]), possible(&class.enrolments[1])), (json!(true), json!(false)));
    let nobody = json!({ "enrolment_ids": [app.kernel.ids.next()] });
    officer.post(&at(&class.cohort, "certificates")).json(&nobody).await.expect_status(422);
}

#[actix_web::test]
async fn a_certificate_is_the_same_whenever_it_is_printed_and_anybody_checks_its_code() {
    let app = TestApp::new().await;
    let (class, certificates) = certified(&app, 1).await;
    let path = format!("/api/v1/certificates/{}", certificates[0]["id"].as_str().unwrap());
    let first = app.chamber("16").get(&format!("{path}/print")).await.expect_status(200).bytes;
    assert!(first.starts_with(b"%PDF-"));
    // What changes afterwards changes nothing of it.
    let officer = app.chamber("16");
    let renamed = json!({ "name": { "ar": "دورة أخرى", "fr": "Autre session" } });
    officer.patch(&format!("/api/v1/cohorts/{}", class.cohort)).if_match("*").json(&renamed).await.expect_status(200);
    app.advance(chrono::Duration::minutes(3));
    let again = class.owners[0].get(&format!("{path}/print")).header("Accept-Language", "fr").await.expect_status(200).bytes;
    assert!(first == again, "a reprint is the same document");
    let code = certificates[0]["code"].as_str().unwrap();
    let typed = code.to_lowercase().replace('-', "");
    let seen = app.visitor().get(&format!("/api/v1/certificate-checks/{typed}")).await.expect_status(200).json();
    assert_eq!((&seen["state"], &seen["says"]["participant"], &seen["code"]), (&json!("valid"), &json!("نادية 0"), &json!(code)));
    app.visitor().get("/api/v1/certificate-checks/0000-0000-0000").await.expect_status(404);
    app.visitor().get(&path).await.expect_status(401);
    let archive = officer.get(&at(&class.cohort, "certificates/archive")).await.expect_status(200).bytes;
    let name = format!("نادية 0 {code}.pdf");
    assert!(archive.starts_with(b"PK") && archive.windows(name.len()).any(|part| part == name.as_bytes()), "each is found by its name");
}

#[actix_web::test]
async fn a_revoked_certificate_says_so_and_is_printed_no_more_and_another_can_be_issued() {
    let app = TestApp::new().await;
    let (class, certificates) = certified(&app, 1).await;
    let officer = app.chamber("16");
    let path = format!("/api/v1/certificates/{}", certificates[0]["id"].as_str().unwrap());
    let why = json!({ "reason": "سُجل الحضور باسم شخص آخر" });
    app.chamber("31").post(&format!("{path}/revocation")).json(&why).await.expect_status(404);
    officer.post(&format!("{path}/revocation")).json(&why).await.expect_status(200);
    officer.post(&format!("{path}/revocation")).json(&why).await.expect_status(409);
    let code = certificates[0]["code"].as_str().unwrap();
    let seen = app.visitor().get(&format!("/api/v1/certificate-checks/{code}")).await.expect_status(200).json();
    assert_eq!((&seen["state"], &seen["revoked_on"]), (&json!("revoked"), &json!("2026-05-04")));
    assert!(seen.to_string().find("شخص آخر").is_none(), "why is between those it concerns");
    officer.get(&format!("{path}/print")).await.expect_status(404);
    let told = officer.post(&at(&class.cohort, "certificates")).json(&json!({})).await.expect_status(200).json();
    assert_eq!(told["issued"].as_array().map(Vec::len), Some(1));
    let all: Vec<Value> = officer.get(&at(&class.cohort, "certificates")).await.items();
    let states: Vec<&str> = all.iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["revoked", "valid"]);
    assert_ne!(all[0]["code"], all[1]["code"]);
}

#[actix_web::test]
async fn nothing_changes_that_a_certificate_rests_on() {
    let app = TestApp::new().await;
    let (class, certificates) = certified(&app, 1).await;
    let officer = app.chamber("16");
    let note = sheet(&app, &[entry(&app, &class.sessions[0], &class.enrolments[0], "absent")]);
    let told = officer.post(&at(&class.cohort, "attendance")).json(&note).await.expect_status(200).json();
    assert_eq!((&told["recorded"], &told["refused"][0]["reason"]), (&json!(0), &json!("certified")));
    let scheme = officer.get(&at(&class.cohort, "scheme")).await.expect_status(200).json();
    assert_eq!((&scheme["editable"], &scheme["certified"]), (&json!(false), &json!(true)), "and whoever would change it is told before");
    let why = json!({ "reason": "سفر في مهمة" });
    officer.post(&format!("/api/v1/cohort-sessions/{}/cancellation", class.sessions[0])).json(&why).await.expect_status(409);
    officer.post(&format!("/api/v1/enrolments/{}/withdrawal", class.enrolments[0])).json(&why).await.expect_status(409);
    let path = format!("/api/v1/certificates/{}/revocation", certificates[0]["id"].as_str().unwrap());
    officer.post(&path).json(&json!({ "reason": "خطأ في قائمة الحضور" })).await.expect_status(200);
    officer.get(&at(&class.cohort, "certificates/archive")).await.expect_status(404);
    let told = officer.post(&at(&class.cohort, "attendance")).json(&note).await.expect_status(200).json();
    assert_eq!(told["repeated"], json!(0), "what was refused was not kept: {told}");
    assert_eq!(told["recorded"], json!(1));
    let scheme = officer.get(&at(&class.cohort, "scheme")).await.expect_status(200).json();
    assert_eq!((&scheme["editable"], &scheme["certified"]), (&json!(true), &json!(false)));
}
