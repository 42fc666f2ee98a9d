//! People and their roles, as administrators see them.

use serde_json::json;
use tests::{TestApp, world};

#[actix_web::test]
async fn a_role_that_is_withdrawn_stops_writing_at_once() {
    let app = TestApp::new().await;
    let officer = app.chamber("16");
    officer.post("/api/v1/associations").json(&world::file("الأولى")).await.expect_status(201);
    let grant = format!("/api/v1/people/{}/grants/{}", officer.person(), officer.grant());
    app.admin().delete(&grant).await.expect_status(204);
    let refused = officer.post("/api/v1/associations").json(&world::file("الثانية")).await;
    assert!([401, 403].contains(&refused.status), "{}", refused.status);
    assert!(officer.get("/api/v1/associations?in_charge=true").await.items().len() <= 1);
}

#[actix_web::test]
async fn a_disabled_account_cannot_sign_in_nor_write() {
    let app = TestApp::new().await;
    let officer = app.ministry_with_password();
    let account = format!("/api/v1/people/{}", officer.person());
    app.admin().patch(&account).if_match("*").json(&json!({ "disabled": true })).await.expect_status(200);
    let login = json!({ "login": format!("{}@example.dz", officer.person()), "password": tests::people::PASSWORD });
    app.visitor().post("/api/v1/auth/session").json(&login).await.expect_status(401);
    officer.post("/api/v1/associations").json(&world::file("الثالثة")).await.expect_status(401);
}

#[actix_web::test]
async fn who_looked_at_an_account_is_in_the_log() {
    let app = TestApp::new().await;
    let (admin, person) = (app.admin(), app.trainer().person().to_string());
    admin.get(&format!("/api/v1/people/{person}")).await.expect_status(200);
    let noted = admin.get(&format!("/api/v1/audit-entries?action=get_person&subject_id={person}")).await.items();
    assert_eq!(noted.len(), 1);
    app.chamber("16").get("/api/v1/people").await.expect_status(403);
}
